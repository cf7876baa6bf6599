"""A report leaves by command, to a file or to whoever reads on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from workbench.reports import FORMATS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_database_gives_the_same_bytes(checked: Run, name: str) -> None:
    checked("mark", "1", "1", "unsupported", "--note", "Nothing found.")
    first, second = (checked("report", "1", "--format", name) for _ in range(2))
    assert first.exit_code == 0
    assert first.stdout_bytes == second.stdout_bytes
    assert "Nothing found." in first.stdout


def test_the_format_follows_the_name_of_the_file(checked: Run, desk: Path) -> None:
    for name, format_ in FORMATS.items():
        target = desk / f"report{format_.suffix}"
        assert checked("report", "1", "-o", str(target)).exit_code == 0
        printed = checked("report", "1", "--format", name).stdout_bytes
        assert target.read_bytes() == printed


def test_a_name_that_tells_no_format_is_not_taken_for_another_one(checked: Run, desk: Path) -> None:
    ended = checked("report", "1", "-o", str(desk / "report.pdf"))
    assert ended.stderr.startswith("Written as Markdown: ")


def test_nothing_but_the_report_is_on_stdout(checked: Run) -> None:
    json.loads(checked("report", "1", "--format", "json", "-o", "-").stdout)


def test_a_report_that_cannot_be_written_is_a_sentence(checked: Run) -> None:
    refused = checked("report", "1", "-o", "missing/report.md")
    assert refused.exit_code == 1
    assert "--output" in refused.stderr
