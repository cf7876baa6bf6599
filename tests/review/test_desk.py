"""Whoever decides has a name that fits on a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workbench.config import Settings
from workbench.errors import ConfigError
from workbench.review import Workbench
from workbench.review.desk import checked_name

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("name", "kept"),
    [("Ann", "Ann"), (" Ann \n Lee ", "Ann Lee"), ("Zoë 박", "Zoë 박"), ("x\ud83d", "x?")],
)
def test_a_name_is_tidied(name: str, kept: str) -> None:
    assert checked_name(name) == kept


@pytest.mark.parametrize("name", ["", " \t", "x" * 101])
def test_a_name_that_is_none_is_refused(name: str) -> None:
    with pytest.raises(ConfigError, match="--as NAME"):
        checked_name(name)


def test_the_settings_name_the_editor(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    with Workbench.open(path, settings=Settings(editor="Bea"), create=True) as bench:
        assert bench.editor == "Bea"
    with Workbench.open(path, editor="Ann", settings=Settings(editor="Bea")) as bench:
        assert bench.editor == "Ann"


def test_the_file_beside_the_database_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WORKBENCH_EDITOR", raising=False)
    (tmp_path / "workbench.toml").write_text('editor = "Bea"\n')
    with Workbench.open(tmp_path / "claims.db", create=True) as bench:
        assert bench.editor == "Bea"
