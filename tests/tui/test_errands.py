"""Long work is told of at the foot of the screen after a moment, and ended by a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.css.query import NoMatches

from workbench.config import Settings
from workbench.tui.app import WorkbenchApp
from workbench.tui.widgets.errand import ErrandBar

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

SENTENCE = "The council of Elmford bought 12 ferries for $4 million in May 2021. "


async def bar_of(pilot: Pilot[None]) -> ErrandBar:
    """The line of the work, once it is there."""
    while True:
        await pilot.pause(0.02)
        try:
            return pilot.app.screen.query_one(ErrandBar)
        except NoMatches:
            continue


async def test_long_work_is_told_of_and_ended_by_a_key(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(SENTENCE * 20_000, encoding="utf-8")
    app = WorkbenchApp(tmp_path / "claims.db", settings=Settings(), editor="Ann")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert app.check_action("end_errand", ()) is None
        await pilot.press("a", *str(tmp_path / "long.txt"), "enter")
        bar = await bar_of(pilot)
        assert "Adding long.txt" in bar.render_line(0).text
        assert "Ctrl+X stops it" in bar.render_line(0).text
        assert app.check_action("end_errand", ()) is True
        await pilot.press("ctrl+x")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert not app.screen.query(ErrandBar)
        assert any("nothing was kept" in note.message for note in app._notifications)
        with app.open_workbench(create=True) as bench:
            assert bench.articles() == []


async def test_the_line_tells_how_far_it_is(tmp_path: Path) -> None:
    app = WorkbenchApp(tmp_path / "claims.db", settings=Settings(), editor="Ann")
    async with app.run_test(size=(100, 30)) as pilot:
        bar = ErrandBar("Ctrl+X")
        await app.screen.mount(bar)
        bar.show("Adding a.txt", "splitting", 0.5)
        await pilot.pause()
        assert "Adding a.txt splitting … ▰▰▰▰▰▰▱▱▱▱▱▱ 50 %" in bar.render_line(0).text


async def test_leaving_ends_what_goes_on(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(SENTENCE * 20_000, encoding="utf-8")
    app = WorkbenchApp(tmp_path / "claims.db", settings=Settings(), editor="Ann")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("a", *str(tmp_path / "long.txt"), "enter")
        await bar_of(pilot)
        [work] = app.errands._works
    assert work.running._process.wait() != 0
