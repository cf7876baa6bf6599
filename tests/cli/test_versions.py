"""What was kept of a source can be listed and read, however the source changed since."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import SOURCE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


@pytest.fixture
def changed(checked: Run, desk: Path) -> Run:
    """The command, with a source of two versions."""
    (desk / "source.txt").write_text("Nothing of it\x1b[2J is left.\n", encoding="utf-8")
    assert checked("source", "recheck", "1").exit_code == 0
    return checked


def test_versions_are_listed_to_read_and_for_programs(changed: Run) -> None:
    listed = changed("source", "versions", "1")
    assert "2 versions." in listed.stderr
    assert "Report of the port authority" in listed.stdout
    lines = changed("source", "versions", "1/1", "--format", "jsonl").stdout.splitlines()
    first, second = map(json.loads, lines)
    assert (first["version"], second["version"]) == (1, 2)
    assert first["bytes"] == len(SOURCE.encode())
    assert first["sha256"] != second["sha256"]
    assert first["hops"] == []


def test_the_words_of_each_version_can_be_read(changed: Run) -> None:
    assert changed("source", "text", "1", "--version", "1").stdout.strip() == SOURCE.strip()
    newest = changed("source", "text", "1")
    assert newest.stdout == "Nothing of it␛[2J is left.\n\n"
    assert "Version 2 of 2" in newest.stderr
    for number in ("0", "3"):
        refused = changed("source", "text", "1", "--version", number)
        assert refused.exit_code == 1
        assert "versions 1 to 2" in refused.stderr
