"""What each format looks like, as files to read. `UPDATE_GOLDENS=1` writes them anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.reports.samples import SAMPLE
from workbench.reports import FORMATS, written_report

GOLDENS = Path(__file__).parent / "goldens"


@pytest.mark.parametrize("name", FORMATS)
def test_the_sample_report_is_written_as_in_its_golden_file(name: str) -> None:
    golden = GOLDENS / f"report{FORMATS[name].suffix}"
    content = written_report(SAMPLE, name)
    if os.environ.get("UPDATE_GOLDENS"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_bytes(content)
    assert content.decode() == golden.read_bytes().decode()


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_report_gives_the_same_bytes(name: str) -> None:
    assert written_report(SAMPLE, name) == written_report(SAMPLE, name)
