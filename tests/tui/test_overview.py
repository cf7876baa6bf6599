"""The overview tells how far an article is checked, from the desk and from the article."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Static

from tests.reports.samples import SAMPLE
from tests.tui.conftest import painted, settled
from workbench.model import DEFAULT_SCALE
from workbench.tui.screens.overview import OverviewScreen, figures, history, left, since

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


async def test_the_overview_opens_over_the_article_and_leaves_by_escape(
    demo_app: WorkbenchApp,
) -> None:
    async with demo_app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("i")
        await demo_app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(demo_app.screen, OverviewScreen)
        lines = "\n".join(painted(demo_app))
        assert "claims have a verdict." in lines
        assert "Quantity" in lines
        assert "Verdicts that stand: Mara" in lines
        await pilot.press("escape")
        assert not isinstance(demo_app.screen, OverviewScreen)


async def test_the_overview_fits_a_narrow_terminal(demo_app: WorkbenchApp) -> None:
    async with demo_app.run_test(size=(60, 15)) as pilot:
        await settled(pilot)
        await pilot.press("i")
        await demo_app.workers.wait_for_complete()
        await pilot.pause()
        assert demo_app.screen.query_one("#figures", Static).region.width <= 60


def test_every_kind_and_verdict_that_occurs_has_its_figures() -> None:
    text = figures(SAMPLE).plain
    assert text.startswith(SAMPLE.article.title)
    for claim in SAMPLE.claims:
        if claim.rating:
            assert claim.rating.symbol in text
    assert f"{SAMPLE.assessed_count} of {len(SAMPLE.claims)}" in text


def test_what_is_left_names_the_next_claim() -> None:
    first = next(claim for claim in SAMPLE.claims if claim.rating is None)
    assert f"next is {first.number}, “{first.text[:40]}" in left(SAMPLE)
    done = tuple(replace(claim, rating=DEFAULT_SCALE.entries[0]) for claim in SAMPLE.claims)
    assert left(replace(SAMPLE, claims=done)) == "Nothing is left: every claim has a verdict."


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-01-02T03:04:00.000Z", "just now"),
        ("2026-01-02T03:02:00.000Z", "2 minutes ago, 2026-01-02 03:02 UTC"),
        ("2026-01-02T01:04:00.000Z", "2 hours ago, 2026-01-02 01:04 UTC"),
        ("2025-12-31T03:04:00.000Z", "2 days ago, 2025-12-31 03:04 UTC"),
        ("2027-01-01T00:00:00.000Z", "just now"),
    ],
)
def test_the_last_change_is_told_in_the_largest_unit(moment: str, words: str) -> None:
    assert since(moment, now=NOW) == words


def test_who_decided_is_told_with_how_often() -> None:
    told = history(replace(SAMPLE, moments=("2026-01-01T00:00:00.000Z",)), now=NOW).plain
    assert "1 decision, 2026-01-01 00:00 UTC" in told
    assert "Verdicts that stand: " in told
