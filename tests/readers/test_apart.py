from __future__ import annotations

import io
import json
import signal
import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING
from unittest import mock

import pytest

from tests.readers.here import read as read_in_this_process
from tests.readers.test_docx import body, package
from workbench import readers
from workbench.errors import ReaderError
from workbench.model import Place, Span
from workbench.readers import apart, read, read_path
from workbench.readers.received import Received

resource = pytest.importorskip("resource", reason="this system has no limits")

if TYPE_CHECKING:
    from pathlib import Path

PAGE = (
    b'<html lang="de"><title>Ora</title><time itemprop="datePublished" datetime="2026-01-05"></time>'
    b"<h1>Der Hafen</h1><p>Er \xf6ffnete 1998.</p></html>"
)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """The processes that reading started."""
    processes: list[subprocess.Popen[bytes]] = []
    popen = subprocess.Popen

    def watched(*arguments: object, **options: object) -> subprocess.Popen[bytes]:
        processes.append(popen(*arguments, **options))  # type: ignore[call-overload]  # as given
        return processes[-1]

    monkeypatch.setattr(subprocess, "Popen", watched)
    return processes


def test_a_document_comes_through_whole(started: list[subprocess.Popen[bytes]]) -> None:
    document = read(PAGE, name="h.html", origin="/a/h.html", encoding="cp1252")
    assert document == read_in_this_process(
        PAGE, name="h.html", origin="/a/h.html", encoding="cp1252"
    )
    assert (document.published, document.language) == (date(2026, 1, 5), "de")
    assert document.headings == (Span(0, 9),)
    assert document.places == (Place(Span(0, 9), "Der Hafen"),)
    assert [process.returncode for process in started] == [0]


def test_plain_text_needs_no_process_unless_a_stranger_sent_it(
    started: list[subprocess.Popen[bytes]],
) -> None:
    assert read(b"Words.", name="a.txt").text == "Words."
    assert not started
    assert read(b"Words.", name="a.txt", from_stranger=True).text == "Words."
    assert len(started) == 1


def test_what_cannot_be_read_is_refused_as_it_is_here() -> None:
    with pytest.raises(ReaderError, match=r"a\.docx is damaged, or is not") as refusal:
        read(b"PK nonsense", name="a.docx")
    assert refusal.value.hint


def test_a_file_on_disk_has_the_same_limits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "slow.html"
    file.write_bytes(PAGE.replace(b"\xf6", b"o"))
    monkeypatch.setattr(apart, "SECONDS", 0.001)
    with pytest.raises(ReaderError, match=r"slow\.html could not be read within 0\.001 seconds"):
        read_path(file)


def test_a_process_that_is_late_is_ended_and_gone(
    started: list[subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "SECONDS", 0.01)
    with pytest.raises(ReaderError, match=r"within 0\.01 seconds") as refusal:
        read(PAGE + b" " * 10_000_000, name="h.html")
    assert "\n" not in str(refusal.value)
    assert [process.returncode for process in started] == [-signal.SIGKILL]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux counts a process's address space")
def test_a_process_that_swells_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    xml = body("<w:p><w:r><w:t>word</w:t></w:r></w:p>" * 200_000)
    monkeypatch.setattr(apart, "MEMORY", 100 * 1024 * 1024)
    with pytest.raises(ReaderError, match=r"a\.docx needs more memory or time"):
        read(package({"word/document.xml": xml}), name="a.docx")


def test_an_answer_without_end_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "MAX_ANSWER", 10)
    with pytest.raises(ReaderError, match="needs more memory or time"):
        read(b"<p>A few words too many.</p>", name="h.html")


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (b"nonsense", 0),
        (b"{}", 0),
        (b'{"text": 1}', 0),
        (b"", 1),
        (b'{"traceback": "IndexError: list index out of range"}', 5),
    ],
)
def test_a_process_that_breaks_is_one_sentence(
    answer: bytes, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = f"import os, sys; sys.stdout.buffer.write({answer!r}); sys.stdout.flush(); "
    monkeypatch.setattr(apart, "_COMMAND", (sys.executable, "-c", f"{script}os._exit({code})"))
    with pytest.raises(ReaderError, match=r"^h\.html is damaged in a way that breaks its reader\."):
        apart.read_apart(Received(PAGE, "h.html"))


def test_a_process_that_crashes_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    crash = "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)"
    monkeypatch.setattr(apart, "_COMMAND", (sys.executable, "-c", crash))
    with pytest.raises(ReaderError, match=r"^h\.html is damaged, or needs more memory than"):
        apart.read_apart(Received(PAGE, "h.html"))


def test_a_bug_in_a_reader_is_told_to_whoever_mends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    # an encoding that is no text: no caller can order it
    with pytest.raises(ReaderError, match="breaks its reader") as refusal:
        apart.read_apart(Received(PAGE, "h.html", encoding=7))  # type: ignore[arg-type]  # the bug
    assert "AttributeError" in str(refusal.value.__cause__)


class _Standard:
    """Standard input or output with nothing behind it."""

    def __init__(self, data: bytes = b"") -> None:
        self.buffer = io.BytesIO(data)
        self.written = ""

    def write(self, words: str) -> None:
        self.written += words


@pytest.mark.parametrize(
    ("data", "error", "code", "told"),
    [
        (PAGE, None, 0, '"title": "Der Hafen"'),
        (b" ", None, 3, '"message": "h.html is empty."'),
        (PAGE, MemoryError(), 4, ""),
        (PAGE, RecursionError(), 4, ""),
        (PAGE, KeyError("a bug"), 5, "a bug"),
    ],
)
def test_the_process_tells_how_reading_ended(
    data: bytes, error: Exception | None, code: int, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if error is not None:
        monkeypatch.setattr(readers, "read_here", mock.Mock(side_effect=error))
    order = {"name": "h.html", "origin": "", "media_type": "", "encoding": "cp1252"}
    limits = {"memory": 1 << 30, "seconds": 1.5}
    line = json.dumps([limits, {**order, "whole_page": False}]).encode() + b"\n"
    set_limits: list[tuple[int, int]] = []

    def set_limit(_which: int, ends: tuple[int, int]) -> None:
        set_limits.append(ends)
        if ends == (0, 0):
            # a system that has no such limit
            raise ValueError

    monkeypatch.setattr(resource, "setrlimit", set_limit)
    monkeypatch.setattr(sys, "stdin", _Standard(line + data))
    monkeypatch.setattr(sys, "stdout", output := _Standard())
    assert apart.main() == code
    assert told in output.written
    assert set_limits[:2] == [(1 << 30, 1 << 30), (2, 2)]


def test_where_there_are_no_limits_it_is_read_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resource", None)
    order = {"name": "a.txt", "origin": "", "media_type": "", "encoding": None, "whole_page": False}
    line = json.dumps([{"memory": 1, "seconds": 1}, order]).encode() + b"\nWords."
    monkeypatch.setattr(sys, "stdin", _Standard(line))
    monkeypatch.setattr(sys, "stdout", output := _Standard())
    assert apart.main() == 0
    assert '"text": "Words."' in output.written


def test_nothing_in_the_working_folder_is_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for trap in ("json.py", "lxml.py", "workbench.py", "sitecustomize.py"):
        (tmp_path / trap).write_text("raise SystemExit('trapped')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.syspath_prepend("")
    assert read(b"<p>Words.</p>", name="h.html").text == "Words."


def test_reading_apart_loads_no_screen_and_no_network() -> None:
    script = (
        "import sys; from workbench.readers import apart, read_here; "
        "print(sorted({'textual', 'requests', 'spacy', 'sqlite3', 'rapidfuzz'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout.strip() == b"[]"
