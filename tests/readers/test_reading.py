from __future__ import annotations

import os
import socket
from typing import TYPE_CHECKING

import pytest

from tests.rights import as_nobody, has_rights, let_anybody_reach
from workbench import readers
from workbench.errors import ReaderError
from workbench.readers import MAX_BYTES, READERS, read, read_path

if TYPE_CHECKING:
    from pathlib import Path


def test_a_text_file_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(b"Harbour opens\r\n\r\nIt was [sic]  so.\rEnd\n")
    data, document = read_path(path)
    assert data == path.read_bytes()
    assert document.text == "Harbour opens\n\nIt was [sic]  so.\nEnd\n"
    assert (document.title, document.origin) == ("Harbour opens", str(path))


def test_a_media_type_wins_over_a_suffix_except_plain_text() -> None:
    assert read(b"<p>Hi</p>", name="a.txt", media_type="text/html").text == "Hi"
    assert read(b"# Hi", name="a.md", media_type="text/plain; charset=utf-8").text == "Hi"
    assert read(b"# Hi", name="a", media_type="text/x-unknown").text == "# Hi"


def test_html_without_a_name_is_known_by_its_start() -> None:
    assert read(b"\n<!doctype HTML><p>Hi", name="download").media_type == "text/html"


def test_a_media_type_that_is_no_text_is_refused() -> None:
    with pytest.raises(ReaderError, match="of the type image/png"):
        read(b"abc", name="a", media_type="image/png")


@pytest.mark.parametrize("suffix", sorted(READERS))
def test_every_reader_refuses_an_empty_file(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(b" \n")
    with pytest.raises(ReaderError, match=rf"a\{suffix} is empty\. Give"):
        read_path(path)


@pytest.mark.parametrize("suffix", sorted(READERS))
def test_every_reader_refuses_binary_data(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(bytes(range(256)) * 10)
    with pytest.raises(ReaderError):
        read_path(path)


def test_a_missing_file_a_folder_and_a_name_that_is_no_path_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="There is no file"):
        read_path(tmp_path / "no.txt")
    with pytest.raises(ReaderError, match="is a folder"):
        read_path(tmp_path)
    with pytest.raises(ReaderError, match="cannot be read"):
        read_path(tmp_path / "a\0b")
    with pytest.raises(ReaderError, match="cannot be read: File name too long"):
        read_path(tmp_path / ("x" * 300))


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(100_000_000)
    with pytest.raises(ReaderError, match=r"has 100 MB; at most 67 MB are read"):
        read_path(path)
    with pytest.raises(ReaderError, match="at most 67 MB"):
        read(bytes(MAX_BYTES + 1), name="stdin")


@has_rights
def test_an_unreadable_file_says_so(tmp_path: Path) -> None:
    let_anybody_reach(tmp_path)
    path = tmp_path / "a.txt"
    path.write_text("x")
    path.chmod(0)
    with as_nobody(), pytest.raises(ReaderError, match="may not be read by you"):
        read_path(path)


def test_a_pipe_or_socket_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(ReaderError, match="is not a regular file"):
        read_path(pipe)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "s"))
        with pytest.raises(ReaderError, match="is not a regular file"):
            read_path(tmp_path / "s")


def test_more_text_than_anybody_wrote_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "MAX_LINES", 3)
    with pytest.raises(ReaderError, match=r"a\.txt holds more text than any page or report"):
        read(b"a\n" * 5, name="a.txt")
