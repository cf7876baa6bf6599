"""Claims are changed on the screen: by key, by mouse, by others, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.events import MouseMove
from textual.widgets import Input

from tests.tui.conftest import painted, settled
from workbench.model import ClaimKind, Document, Span
from workbench.tui.app import WorkbenchApp
from workbench.tui.screens.editing import EditingScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from workbench.review import Workbench

SIZE = (120, 36)
TEXT = "The plant hired 180 workers in May. It paid them well. Nobody left.\n"


@pytest.fixture
def small_app(tmp_path: Path, open_bench: Callable[[str], Workbench]) -> WorkbenchApp:
    """The checking screen over three sentences that were really split."""
    from workbench.config import Settings

    with open_bench("Ann") as bench:
        article = bench.add_article(TEXT.encode(), Document(TEXT, "The plant")).article
    return WorkbenchApp(tmp_path / "claims.db", settings=Settings(), editor="Ann", article=article)


async def rest(pilot: Pilot[None]) -> EditingScreen:
    screen = await settled(pilot)
    assert isinstance(screen, EditingScreen)
    return screen


def texts(screen: EditingScreen) -> list[str]:
    assert screen.sheet is not None
    return [claim.text for claim in screen.sheet.claims]


def current(screen: EditingScreen) -> str:
    assert screen.sheet is not None
    return screen.sheet.claims[screen.current].text


def errors(app: WorkbenchApp) -> list[str]:
    return [note.title or note.message for note in app._notifications if note.severity == "error"]


async def test_words_are_chosen_and_given_to_the_claim(small_app: WorkbenchApp) -> None:
    async with small_app.run_test(size=SIZE) as pilot:
        screen = await rest(pilot)
        await pilot.press("j")
        assert current(screen) == "180 workers"
        await pilot.press("left_parenthesis")
        assert screen.words is not None
        assert screen.words.of(TEXT) == "hired 180 workers"
        assert any("= take · A add" in line for line in painted(small_app))
        await pilot.press("equals_sign")
        await rest(pilot)
        assert current(screen) == "hired 180 workers"
        assert screen.words is None
        await pilot.press("left_curly_bracket", "equals_sign")
        await rest(pilot)
        assert current(screen) == "hired 180"
        await pilot.press("u", "u")
        await rest(pilot)
        assert current(screen) == "180 workers"
        await pilot.press("U")
        await rest(pilot)
        assert current(screen) == "hired 180 workers"
        assert not errors(small_app)


async def test_a_claim_is_added_over_words_chosen_by_key(small_app: WorkbenchApp) -> None:
    async with small_app.run_test(size=SIZE) as pilot:
        screen = await rest(pilot)
        await pilot.press("end", "W")
        assert screen.words is None or screen.words.of(TEXT)
        await pilot.press("B", "B", "A")
        await rest(pilot)
        assert current(screen) in TEXT
        added = screen.sheet.claims[screen.current] if screen.sheet else None
        assert added is not None
        assert added.claim.rule == "by hand"
        count = len(texts(screen))
        await pilot.press("u")
        await rest(pilot)
        assert len(texts(screen)) == count - 1


async def test_a_claim_is_added_over_words_chosen_by_mouse(small_app: WorkbenchApp) -> None:
    async with small_app.run_test(size=SIZE) as pilot:
        screen = await rest(pilot)
        start, end = TEXT.index("paid"), TEXT.index("well")
        # a border, the margin, and the words
        await pilot.mouse_down("#article", offset=(1 + 4 + start + 1, 1))
        await pilot._post_mouse_events([MouseMove], "#article", offset=(1 + 4 + end, 1), button=1)
        await pilot.mouse_up("#article", offset=(1 + 4 + end, 1))
        await pilot.pause()
        assert screen.words is not None
        assert screen.words.of(TEXT) == "paid them well"
        await pilot.press("A")
        await rest(pilot)
        assert current(screen) == "paid them well"
        await pilot.press("escape")
        await pilot.click("#article", offset=(1 + 4 + TEXT.index("180"), 1))
        assert current(screen) == "180 workers"


async def test_a_claim_is_cut_and_joined_again(small_app: WorkbenchApp) -> None:
    async with small_app.run_test(size=SIZE) as pilot:
        screen = await rest(pilot)
        await pilot.press("vertical_line")
        assert len(texts(screen)) == 5
        for _ in range(5):
            await pilot.press("right_parenthesis")
        await pilot.press("vertical_line")
        await rest(pilot)
        assert {"The plant hired 180 workers", "in May"} < set(texts(screen))
        await pilot.press("J")
        await rest(pilot)
        assert "The plant hired 180 workers in May" in texts(screen)
        await pilot.press("u", "u")
        await rest(pilot)
        assert len(texts(screen)) == 5
        assert not errors(small_app)


async def test_a_claim_is_dropped_with_a_reason_and_brought_back(
    small_app: WorkbenchApp, open_bench: Callable[[str], Workbench]
) -> None:
    async with small_app.run_test(size=SIZE) as pilot:
        screen = await rest(pilot)
        await pilot.press("j", "X", "enter")
        assert isinstance(small_app.focused, Input)
        await pilot.press(*"said twice", "enter")
        await rest(pilot)
        assert "180 workers" not in texts(screen)
        assert current(screen) == "May"
        with open_bench("Ann") as bench:
            [dropped] = bench.dropped(bench.article("1").id)
            assert dropped.drop_reason == "said twice"
        await pilot.press("X", "enter")
        await rest(pilot)
        assert "May" not in texts(screen)
        await pilot.press("R", "R")
        await rest(pilot)
        assert {"180 workers", "May"} < set(texts(screen))
        await pilot.press("R")
        await rest(pilot)
        assert any("No claim was dropped" in note.message for note in small_app._notifications)
        assert not errors(small_app)


async def test_another_kind_and_a_sentence_with_nothing_to_check(small_app: WorkbenchApp) -> None:
    async with small_app.run_test(size=SIZE) as pilot:
        screen = await rest(pilot)
        await pilot.press("j", "m")
        await rest(pilot)
        assert screen.sheet is not None
        assert screen.sheet.claims[screen.current].kind is ClaimKind.MONEY
        await pilot.press("end", "Z")
        await rest(pilot)
        assert "Nobody left" not in texts(screen)
        assert any("⊘" in line for line in painted(small_app))
        screen.words = Span(TEXT.index("Nobody"), TEXT.index("Nobody") + 6)
        await pilot.press("Z")
        await rest(pilot)
        assert "Nobody left" in texts(screen)
        assert not any("⊘" in line for line in painted(small_app))


async def test_a_verdict_behind_an_edit_is_about_the_new_words(small_app: WorkbenchApp) -> None:
    async with small_app.run_test(size=SIZE) as pilot:
        screen = await rest(pilot)
        await pilot.press("j", "4", "k", "left_parenthesis", "equals_sign", "5")
        await rest(pilot)
        assert screen.sheet is not None
        place = texts(screen).index("hired 180 workers")
        assert screen.sheet.standing(place).rating == "unsupported"
        assert not errors(small_app)


async def test_undo_behind_an_edit_takes_back_the_edit(small_app: WorkbenchApp) -> None:
    async with small_app.run_test(size=SIZE) as pilot:
        screen = await rest(pilot)
        await pilot.press("4", "k", "j", "left_parenthesis", "equals_sign", "u")
        await rest(pilot)
        assert screen.sheet is not None
        assert "180 workers" in texts(screen)
        assert screen.sheet.marks[0] == 4
        assert not errors(small_app)


async def test_what_others_edit_is_shown(
    small_app: WorkbenchApp, open_bench: Callable[[str], Workbench]
) -> None:
    async with small_app.run_test(size=SIZE) as pilot:
        screen = await rest(pilot)
        with open_bench("Bob") as bob:
            article = bob.article("1").id
            bob.editing.nothing_to_check(article, TEXT.index("Nobody"))
            bob.editing.add(article, Span(4, 9), ClaimKind.NAME)
        for _ in range(100):
            await pilot.pause(0.05)
            if "plant" in texts(await rest(pilot)):
                break
        assert "plant" in texts(screen)
        assert "Nobody left" not in texts(screen)
        assert current(screen) == "The plant hired 180 workers in May"
        await pilot.press("escape")


async def test_an_edit_of_what_somebody_changed_is_refused_and_says_so(
    small_app: WorkbenchApp, open_bench: Callable[[str], Workbench]
) -> None:
    async with small_app.run_test(size=SIZE) as pilot:
        screen = await rest(pilot)
        screen._poll.pause()
        await pilot.press("j")
        with open_bench("Bob") as bob:
            article = bob.article("1").id
            [claim] = [one for one in bob.claims(article) if one.text == "180 workers"]
            bob.mark(claim.id, "misleading")
        await pilot.press("left_parenthesis", "equals_sign")
        await rest(pilot)
        [error] = errors(small_app)
        assert "Bob changed this claim" in error
        assert screen.sheet is not None
        assert screen.sheet.standing(screen.current).rating == "misleading"


async def test_keys_without_words_say_what_to_do_first(small_app: WorkbenchApp) -> None:
    async with small_app.run_test(size=SIZE) as pilot:
        screen = await rest(pilot)
        before = texts(screen)
        await pilot.press("equals_sign", "A", "vertical_line")
        await pilot.press("end", "J")
        await rest(pilot)
        assert texts(screen) == before
        said = [note.message for note in small_app._notifications]
        assert sum("Choose words" in words for words in said) == 3
        assert any("No claim follows" in words for words in said)
        await pilot.press("home", "j", "W", "equals_sign")
        assert any("neither more nor fewer" in note.message for note in small_app._notifications)
        await pilot.press("escape")
        assert screen.words is None
