"""The command line starts without what its command does not need."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = {
    "textual",
    "requests",
    "spacy",
    "lxml",
    "jinja2",
    "sqlite_utils",
    "numpy",
    "rapidfuzz",
    "docx",
}
LIST_MODULES = """
import sys
from workbench.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print(*{name.partition(".")[0] for name in sys.modules}, file=sys.stderr)
"""


def loaded_by(*arguments: str) -> set[str]:
    ended = subprocess.run(
        [sys.executable, "-c", LIST_MODULES, *arguments], capture_output=True, text=True, check=True
    )
    return set(ended.stderr.splitlines()[-1].split())


@pytest.mark.parametrize("arguments", [["--help"], ["mark", "--help"], ["--version"]])
def test_help_loads_no_heavy_library(arguments: list[str]) -> None:
    assert not loaded_by(*arguments) & HEAVY


def test_a_report_does_not_load_the_screens() -> None:
    assert "textual" not in loaded_by("--db", "missing.db", "report", "1")
