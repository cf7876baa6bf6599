"""A report becomes a file whole or not at all."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from tests.reports.samples import SAMPLE
from workbench.errors import ReportError, UnknownError
from workbench.reports import write_report, written_report

if TYPE_CHECKING:
    from pathlib import Path


def test_the_file_holds_what_the_format_wrote(tmp_path: Path) -> None:
    target = tmp_path / "report.md"
    write_report(SAMPLE, "markdown", target)
    assert target.read_bytes() == written_report(SAMPLE, "markdown")
    assert list(tmp_path.iterdir()) == [target]


def test_a_new_file_can_be_read_by_whom_the_system_allows(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    write_report(SAMPLE, "csv", tmp_path / "report.csv")
    assert (tmp_path / "report.csv").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_file_that_is_replaced_keeps_its_permissions(tmp_path: Path) -> None:
    target = tmp_path / "report.md"
    target.touch(0o640)
    target.chmod(0o640)
    write_report(SAMPLE, "markdown", target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_link_keeps_pointing_where_it_points(tmp_path: Path) -> None:
    target, link = tmp_path / "real.md", tmp_path / "link.md"
    target.touch()
    link.symlink_to(target)
    write_report(SAMPLE, "markdown", link)
    assert link.is_symlink()
    assert target.stat().st_size


def test_a_device_is_written_to_and_not_replaced() -> None:
    from pathlib import Path

    write_report(SAMPLE, "markdown", Path(os.devnull))
    assert Path(os.devnull).is_char_device()


@pytest.mark.parametrize("place", [".", "missing/report.md", "file/report.md"])
def test_a_place_that_cannot_be_written_is_one_sentence(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ReportError, match="cannot be written"):
        write_report(SAMPLE, "markdown", tmp_path / place)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_full_disk_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "report.md"
    target.write_text("before")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ReportError, match="No space left"):
        write_report(SAMPLE, "markdown", target)
    assert target.read_text() == "before"
    assert list(tmp_path.iterdir()) == [target]


def test_an_unknown_format_names_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(UnknownError, match="markdown, html, json, csv"):
        write_report(SAMPLE, "docx", tmp_path / "report.docx")
