"""A folder of its own for each test, and the command run in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest
from click.testing import CliRunner

from workbench.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

ARTICLE = (
    "Harbour reopens after storm\n"
    "\n"
    "The harbour of Lund reopened on Tuesday after repairs that cost $4 million. "
    "“Nobody was hurt,” said port director Ida Holm.\n"
    "\n"
    "Some 180 workers had cleared the quay.\n"
)
SOURCE = (
    "Report of the port authority\n"
    "\n"
    "The storm closed the harbour for nine days. "
    "In all, 180 workers cleared the quay by hand. "
    "The repairs cost $4 million, as the council had planned.\n"
)


class Run(Protocol):
    """Runs `workbench` with these arguments."""

    def __call__(self, *arguments: str, stdin: bytes | None = None) -> Result: ...


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, at home nowhere else, with an editor of a known name."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("WORKBENCH_EDITOR", "Ann")
    monkeypatch.setenv("COLUMNS", "100")
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "source.txt").write_text(SOURCE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(desk: Path) -> Run:
    def run(*arguments: str, stdin: bytes | None = None) -> Result:
        return CliRunner().invoke(main, list(arguments), input=stdin)

    return run


@pytest.fixture
def checked(run: Run) -> Run:
    """The command, with the article on the desk and its source linked."""
    assert run("add", "article.txt").exit_code == 0
    assert run("source", "add", "1", "source.txt").exit_code == 0
    return run
