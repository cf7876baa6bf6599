"""Claims are reached by kind, priority and label, and a key acts as often as the digits before it say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.conftest import painted, settled
from workbench.tui.screens.going import GoingScreen

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from workbench.tui.app import WorkbenchApp

SIZE = (120, 40)


async def rest(pilot: Pilot[None]) -> GoingScreen:
    screen = await settled(pilot)
    assert isinstance(screen, GoingScreen)
    return screen


async def test_the_next_claim_of_a_kind_goes_round(app: WorkbenchApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await rest(pilot)
        assert screen.sheet is not None
        claims = screen.sheet.claims
        await pilot.press("j")
        kind = claims[screen.current].kind
        alike = [place for place in range(len(claims)) if claims[place].kind is kind]
        visited = []
        for _ in alike:
            await pilot.press("v")
            visited.append(screen.current)
        assert visited == [*alike[1:], alike[0]]
        await pilot.press("V")
        assert screen.current == alike[-1]


async def test_urgent_and_stale_claims_are_found_or_said_to_be_none(demo_app: WorkbenchApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        screen = await rest(pilot)
        assert screen.sheet is not None
        await pilot.press("H")
        claim = screen.sheet.claims[screen.current]
        assert claim.claim.priority >= 0.6
        before = screen.current
        await pilot.press("S")
        await rest(pilot)
        assert screen.current == before
        assert any("No evidence has changed" in note.message for note in demo_app._notifications)


async def test_claims_are_gone_through_by_priority_or_in_text_order(
    demo_app: WorkbenchApp,
) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        screen = await rest(pilot)
        assert screen.sheet is not None
        priority = screen.sheet.claims.priority
        await pilot.press("Q", "home")
        first = screen.current
        assert priority(first) == max(map(priority, range(len(screen.sheet))))
        visited = []
        for _ in range(6):
            await pilot.press("j")
            visited.append(screen.current)
        assert [(-priority(place), place) for place in visited] == sorted(
            (-priority(place), place) for place in visited
        )
        await pilot.press("k", "o", "O", "l", "h", "end")
        assert priority(screen.current) == min(map(priority, range(len(screen.sheet))))
        await pilot.press("slash", *"kind:money", "enter")
        await rest(pilot)
        rated = [priority(place) for place in screen.rows]
        assert rated == sorted(rated, reverse=True)
        await pilot.press("escape", "Q", "home")
        assert screen.current == 0
        assert list(screen.rows) == sorted(screen.rows)


async def test_two_letters_lead_to_any_claim_in_view(app: WorkbenchApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await rest(pilot)
        await pilot.press("g")
        assert screen._labels is not None
        label, place = list(screen._labels.items())[5]
        assert sum(label in line for line in painted(app)) >= 1
        await pilot.press(*label)
        assert screen.current == place
        await pilot.press("g", "a", "escape")
        assert screen.current == place
        assert not any(label in line for line in painted(app))
        # no label begins with a digit: the key does what it always does
        await pilot.press("g", "5")
        await rest(pilot)
        assert screen.sheet is not None
        assert screen.sheet.standing(place).rating == "unsupported"


async def test_a_count_is_how_often_a_key_acts(app: WorkbenchApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await rest(pilot)
        await pilot.press("number_sign", "1", "2", "j")
        assert screen.current == 12
        await pilot.press("number_sign", "3", "k")
        assert screen.current == 9
        await pilot.press("home", "5", "number_sign", "3", ".")
        await rest(pilot)
        assert screen.sheet is not None
        assert list(screen.sheet.marks[:5]) == [5, 5, 5, 5, 0]
        await pilot.press("number_sign", "2", "u")
        await rest(pilot)
        assert list(screen.sheet.marks[:5]) == [5, 5, 0, 0, 0]
        await pilot.press("number_sign", "escape", "home")
        assert screen.current == 0
        await pilot.press("number_sign", "j")
        assert screen.current == 1
        await pilot.press("number_sign", "9", "e", *"ask", "enter")
        await rest(pilot)
        assert screen.sheet.standing(1).decision.note == "ask"
