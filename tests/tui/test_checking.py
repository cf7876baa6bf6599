"""The keys of the checking screen do what they say, on a real database."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from tests.tui.conftest import reading, settled
from workbench.model import ClaimId, Document, Rating
from workbench.tui.offering import Offered
from workbench.tui.sheet import OPEN

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from workbench.model import Claim
    from workbench.review import Workbench
    from workbench.tui.app import WorkbenchApp


async def test_one_key_gives_a_verdict_and_goes_to_the_next_open_claim(
    app: WorkbenchApp, open_bench: Callable[[str], Workbench]
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await settled(pilot)
        await pilot.press("4")
        assert screen.current == 1
        await pilot.press("5")
        await settled(pilot)
        assert screen.current == 2
    with open_bench("Ann") as bench:
        claims = bench.claims(bench.article("1").id)
        assert bench.standing(claims[0].id).rating == Rating.MISLEADING
        assert bench.standing(claims[1].id).rating == Rating.UNSUPPORTED


async def test_confirming_without_evidence_asks_for_a_reason(app: WorkbenchApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await settled(pilot)
        await pilot.press("1", *"seen", "enter")
        await settled(pilot)
        assert screen.sheet is not None
        verdict = screen.sheet.standing(0).decision.verdict
        assert verdict is not None
        assert verdict.reason == "seen"


async def test_keys_go_into_the_line_that_is_typed(app: WorkbenchApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await settled(pilot)
        await pilot.press("e", *"j4u?q", "enter")
        await settled(pilot)
        assert screen.sheet is not None
        assert screen.sheet.standing(0).decision.note == "j4u?q"
        assert screen.sheet.marks[0] == OPEN
        assert screen.current == 0


async def test_undo_and_redo_lead_back_to_the_claim(app: WorkbenchApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await settled(pilot)
        await pilot.press("4", "u")
        await settled(pilot)
        assert screen.sheet is not None
        assert (screen.sheet.marks[0], screen.current) == (OPEN, 0)
        await pilot.press("U")
        await settled(pilot)
        assert screen.sheet.marks[0] == 4


async def test_a_colleagues_mark_shows_by_itself(
    app: WorkbenchApp, open_bench: Callable[[str], Workbench]
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await settled(pilot)
        with open_bench("Bo") as bench:
            claims = bench.claims(bench.article("1").id)
            bench.mark(claims[5].id, Rating.NOT_CHECKABLE)
        screen.watch_events.look()
        await settled(pilot)
        assert screen.sheet is not None
        assert screen.sheet.standing(5).editor == "Bo"


async def test_a_stale_decision_is_taken_back_and_said(
    app: WorkbenchApp, open_bench: Callable[[str], Workbench]
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await settled(pilot)
        # the news must not come before the key
        screen._poll.stop()
        await settled(pilot)
        with open_bench("Bo") as bench:
            claims = bench.claims(bench.article("1").id)
            bench.mark(claims[0].id, Rating.CONFLICTING)
        await pilot.press("4")
        await settled(pilot)
        assert screen.sheet is not None
        assert screen.sheet.standing(0).rating == Rating.CONFLICTING
        assert screen.current == 0
        assert any("Bo changed this claim" in note.title for note in app._notifications)


async def test_the_filter_shows_fewer_claims_while_it_is_typed(app: WorkbenchApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("slash", *"kind:time")
        screen = reading(pilot)
        assert len(screen.rows) == 10
        await pilot.press("enter", "escape")
        assert len(screen.rows) == 30


async def test_an_article_without_claims_opens_with_its_sources(
    app: WorkbenchApp,
    keep_article: Callable[[Document, list[Claim]], None],
    open_bench: Callable[[str], Workbench],
) -> None:
    keep_article(Document("Hm.", "Hm."), [])
    with open_bench("Ann") as bench:
        app._article = bench.articles()[-1]
        source = Document("The harbour bought 12 ferries.", "A source")
        bench.link_document(app._article.id, source.text.encode(), source)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await settled(pilot)
        await pilot.press(*"jkhloOGnNartwd1u0.y", "end", "home")
        await settled(pilot)
        assert screen.sheet is not None
        assert len(screen.sheet) == 0


async def test_a_source_that_is_linked_is_offered_from(app: WorkbenchApp, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("The survey closed 2473 harbours.\n", encoding="utf-8")
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await settled(pilot)
        await pilot.press("s", *"notes.txt", "enter")
        await settled(pilot)
        await settled(pilot)
        assert screen.match is not None
        assert "2473" in screen.match.passage.text
        await pilot.press("s", *"gone.txt", "enter")
        await settled(pilot)
        assert any("gone.txt" in note.title for note in app._notifications)


async def test_looking_ahead_never_takes_the_place_of_the_current_claim(
    app: WorkbenchApp, tmp_path: Path
) -> None:
    (tmp_path / "notes.txt").write_text("The survey closed 2473 harbours.\n", encoding="utf-8")
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await settled(pilot)
        await pilot.press("s", *"notes.txt", "enter")
        await settled(pilot)
        await settled(pilot)
        gate = threading.Event()
        screen.lane.do(lambda _: gate.wait())
        await pilot.press("G")
        screen.post_message(Offered(ClaimId("elsewhere"), ()))
        await pilot.pause()
        screen._look_ahead()
        gate.set()
        await settled(pilot)
