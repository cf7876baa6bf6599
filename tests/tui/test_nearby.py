"""An empty desk offers the files beside it that may be articles."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tests.tui.conftest import painted
from workbench.config import Settings
from workbench.tui.app import WorkbenchApp
from workbench.tui.nearby import LARGEST, MOST, articles_nearby
from workbench.tui.screens.desk import DeskScreen

if TYPE_CHECKING:
    from pathlib import Path


def test_only_files_that_may_be_articles_are_offered_the_newest_first(tmp_path: Path) -> None:
    for age, name in enumerate(("old.txt", "new.md", "page.HTML")):
        (tmp_path / name).write_text("Some 180 workers left.")
        os.utime(tmp_path / name, (1_000_000 + age, 1_000_000 + age))
    for name in ("README.md", ".hidden.txt", "claims.db", "table.csv", "notes-on-it.txt"):
        (tmp_path / name).write_text("x")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "folder.txt").mkdir()
    with (tmp_path / "book.txt").open("wb") as stream:
        stream.truncate(LARGEST + 1)
    assert [path.name for path in articles_nearby(tmp_path)] == ["page.HTML", "new.md", "old.txt"]


def test_a_folder_that_cannot_be_read_offers_nothing(tmp_path: Path) -> None:
    assert articles_nearby(tmp_path / "nowhere") == []


def test_a_folder_full_of_files_offers_a_few(tmp_path: Path) -> None:
    for number in range(MOST + 5):
        (tmp_path / f"{number}.txt").write_text("x")
    assert len(articles_nearby(tmp_path)) == MOST


async def test_enter_adds_the_offered_file(tmp_path: Path) -> None:
    (tmp_path / "harbour [b].txt").write_text("Some 180 workers left the quay on Tuesday.\n")
    app = WorkbenchApp(tmp_path / "claims.db", settings=Settings(), editor="Ann")
    async with app.run_test(size=(110, 36)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        lines = "\n".join(painted(app))
        assert "In this folder" in lines
        assert "harbour [b].txt" in lines
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, DeskScreen)
        assert [article.origin for article in app.screen.articles] == [
            str(tmp_path / "harbour [b].txt")
        ]


async def test_a_folder_without_articles_offers_the_example_only(tmp_path: Path) -> None:
    app = WorkbenchApp(tmp_path / "claims.db", settings=Settings(), editor="Ann")
    async with app.run_test(size=(110, 36)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        lines = "\n".join(painted(app))
        assert "In this folder" not in lines
        assert "put the example on the desk" in lines
