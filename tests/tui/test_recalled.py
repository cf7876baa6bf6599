"""Earlier checks stand in the detail pane, and one key takes one over."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.tui.conftest import painted, settled
from workbench.config import Settings
from workbench.model import DEFAULT_SCALE, CheckedClaim, Document, Rating, Stance
from workbench.review.recalling import Recalled
from workbench.tui.app import WorkbenchApp
from workbench.tui.recalled import checked_before, takeable
from workbench.tui.sheet import OPEN

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from workbench.review import Workbench

SIZE = (150, 50)
EARLIER = "Some 180 workers had cleared the quay at Lund after the storm."
LATER = f"The mayor was glad. {EARLIER} The ferry runs again."
SOURCE = "Report of the port. In all, 108 workers cleared the quay at Lund by hand."


def desk(
    path: Path, open_bench: Callable[[str], Workbench], *, best_before: str = ""
) -> WorkbenchApp:
    """The later article on screen; Bo found the same claim wrong in an earlier one."""
    with open_bench("Bo") as bench:
        first = bench.add_article(EARLIER.encode(), Document(EARLIER, "The quay")).article
        source = bench.link_document(first.id, SOURCE.encode(), Document(SOURCE, "Port report"))
        claim = bench.claims(first.id)[0].id
        [passage, *_] = [
            match.passage.id
            for match in bench.matches(claim)
            if match.passage.source_id == source.id
        ]
        bench.accept(claim, passage, Stance.REFUTES)
        bench.mark(claim, Rating.WRONG, correction="108 workers", best_before=best_before)
        later = bench.add_article(LATER.encode(), Document(LATER, "The ferry")).article
        claims = bench.claims(later.id)
    again = next(claim.id for claim in claims if "cleared the quay" in claim.text)
    return WorkbenchApp(
        path / "claims.db", settings=Settings(), editor="Ann", article=later, first=again
    )


async def test_an_earlier_check_is_shown_and_taken_over_by_one_key_and_undone(
    tmp_path: Path, open_bench: Callable[[str], Workbench]
) -> None:
    app = desk(tmp_path, open_bench)
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        shown = "\n".join(painted(app))
        assert "Checked before" in shown
        assert "the same: Wrong" in shown
        assert "Bo" in shown
        assert "108 workers cleared the quay" in shown
        assert screen.sheet is not None
        assert screen.sheet.marks[screen.current] == OPEN
        place = screen.current
        await pilot.press("Y")
        await settled(pilot)
        decision = screen.sheet.standing(place).decision
        assert decision.verdict is not None
        assert decision.verdict.rating == Rating.WRONG
        assert [item.source_title for item in decision.evidence] == ["Port report"]
        assert screen.sheet.standing(place).editor == "Ann"
        assert [source.title for source in screen.sources] == ["Port report"]
        await pilot.press("u")
        await settled(pilot)
        assert screen.sheet.standing(place).decision.verdict is None
        assert screen.sheet.standing(place).decision.evidence == ()


async def test_an_expired_check_is_told_as_such_and_not_taken_over(
    tmp_path: Path, open_bench: Callable[[str], Workbench]
) -> None:
    app = desk(tmp_path, open_bench, best_before="2020-01-31")
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        shown = "\n".join(painted(app))
        assert "was good until 2020-01-31: Wrong" in shown
        assert "Checked before" not in shown
        await pilot.press("Y")
        await settled(pilot)
        assert screen.sheet is not None
        assert screen.sheet.marks[screen.current] == OPEN


async def test_a_verdict_given_here_is_recalled_for_the_next_claim_like_it(
    tmp_path: Path, open_bench: Callable[[str], Workbench]
) -> None:
    text = f"{EARLIER} The ferry runs again. {EARLIER[:-1]}, they said."
    with open_bench("Ann") as bench:
        article = bench.add_article(text.encode(), Document(text, "Twice")).article
        same = [c.id for c in bench.claims(article.id) if "cleared the quay" in c.text]
    app = WorkbenchApp(
        tmp_path / "claims.db", settings=Settings(), editor="Ann", article=article, first=same[0]
    )
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        assert "checked" not in "\n".join(painted(app))
        await pilot.press("4")
        assert screen.sheet is not None
        screen.go_to(screen.sheet.place_of(same[-1]))
        await settled(pilot)
        assert "Misleading" in "\n".join(painted(app))
        assert screen.offers.recalled(same[-1])[0].checked.claim_id == same[0]


CHECKED = CheckedClaim("id", "The dam is old.", "Half true")


def test_an_imported_check_is_told_in_its_publishers_words() -> None:
    checked = replace(
        CHECKED,
        publisher="The Courier",
        checked_at="2025-06-01",
        url="https://courier.example/1",
        best_before="2030-01-01",
    )
    item = Recalled(checked, 0.5, is_match=False)
    texts = [paragraph.text for paragraph in checked_before([item], DEFAULT_SCALE)]
    assert texts[1:5] == [
        "Like claims were checked",
        "like it: Half true · 2025-06-01 · The Courier · good until 2030-01-01",
        "The dam is old.",
        "https://courier.example/1",
    ]


def test_nothing_is_told_where_nothing_is_recalled() -> None:
    assert list(checked_before([], DEFAULT_SCALE)) == []


def test_the_first_check_that_still_holds_is_taken() -> None:
    old = Recalled(CHECKED, 0.5, is_match=False, is_expired=True)
    holds = Recalled(CHECKED, 0.4, is_match=False)
    assert takeable([old, holds]) is holds
    assert takeable([old]) is None
