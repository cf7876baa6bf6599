"""The desk explains itself when it is empty, takes articles in, opens them and hands reports out."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual.widgets import OptionList

from tests.tui.conftest import painted, settled
from workbench.config import Settings
from workbench.tui.app import WorkbenchApp
from workbench.tui.screens.desk import DeskScreen
from workbench.tui.screens.help import HelpScreen
from workbench.tui.screens.reporting import ReportDialog

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

SIZE = (110, 30)


def desk_over(path: Path) -> WorkbenchApp:
    return WorkbenchApp(path, settings=Settings(), editor="Ann")


async def listed(pilot: Pilot[None], count: int) -> DeskScreen:
    """The desk once it lists that many articles."""
    desk = pilot.app.screen_stack[0]
    assert isinstance(desk, DeskScreen)
    while len(desk.articles) != count:
        await pilot.app.workers.wait_for_complete()
        await asyncio.sleep(0)
        await pilot.pause()
    await pilot.pause()
    return desk


async def test_an_empty_desk_explains_itself_and_writes_nothing(tmp_path: Path) -> None:
    app = desk_over(tmp_path / "claims.db")
    async with app.run_test(size=SIZE) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        lines = "\n".join(painted(app))
        assert "Nothing is on the desk yet." in lines
        assert "put the example on the desk" in lines
    assert not list(tmp_path.iterdir())


async def test_the_example_comes_with_one_key_and_opens_with_another(tmp_path: Path) -> None:
    app = desk_over(tmp_path / "claims.db")
    async with app.run_test(size=SIZE) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press("e")
        await listed(pilot, 1)
        await pilot.press("enter")
        screen = await settled(pilot)
        assert screen.sheet is not None
        assert len(screen.sheet) > 50
        await pilot.press("q")
        assert isinstance(app.screen, DeskScreen)


async def test_an_article_is_added_by_its_path(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("The bridge cost $4 million.\n", encoding="utf-8")
    app = desk_over(tmp_path / "claims.db")
    async with app.run_test(size=SIZE) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press("a", *"note.txt", "enter")
        desk = await listed(pilot, 1)
        assert desk.article is not None
        assert desk.article.title.startswith("The bridge")
        assert "0/" in "\n".join(painted(app))


async def test_a_missing_file_is_one_sentence_with_the_next_step(tmp_path: Path) -> None:
    app = desk_over(tmp_path / "claims.db")
    async with app.run_test(size=SIZE) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press("a", *"gone.txt", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        [error] = [note for note in app._notifications if note.severity == "error"]
        assert "gone.txt" in error.title
        assert error.message


async def test_something_that_is_no_database_is_said(tmp_path: Path) -> None:
    (tmp_path / "claims.db").write_text("no database at all, whatever its name", encoding="utf-8")
    app = desk_over(tmp_path / "claims.db")
    async with app.run_test(size=SIZE) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert any(note.severity == "error" for note in app._notifications)


async def test_a_report_is_written_in_the_chosen_format(demo_app: WorkbenchApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.press("x")
        assert isinstance(demo_app.screen, ReportDialog)
        assert demo_app.screen.query_one(OptionList).has_focus
        await pilot.press("down", "enter")
        await settled(pilot)
    [page] = demo_app.path.parent.glob("*.html")
    assert "deer park" in page.read_text("utf-8")


async def test_help_lists_the_keys_and_finds_them(demo_app: WorkbenchApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.press("question_mark")
        assert isinstance(demo_app.screen, HelpScreen)
        assert "Take the verdict back." in "\n".join(painted(demo_app))
        await pilot.press(*"refutes")
        lines = "\n".join(painted(demo_app))
        assert "it refutes the claim" in lines
        assert "Take the verdict back." not in lines
        await pilot.press("escape")
        assert not isinstance(demo_app.screen, HelpScreen)


async def test_the_chosen_article_moves_and_stays_in_the_list(demo_app: WorkbenchApp) -> None:
    app = desk_over(demo_app.path)
    async with app.run_test(size=SIZE) as pilot:
        desk = await listed(pilot, 1)
        await pilot.press("j", "down", "k", "end", "home")
        assert desk.chosen == 0
