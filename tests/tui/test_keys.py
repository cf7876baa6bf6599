"""Every key does what it says, with nothing else focused and with a line that is typed in focused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.binding import Binding
from textual.widgets import Input

from tests.tui.conftest import reading, settled
from workbench.model import DEFAULT_SCALE, Rating, Stance
from workbench.tui.keys import APP_KEYS, CHECK_KEYS, DESK_KEYS, GROUPS, SOURCE_KEYS
from workbench.tui.sheet import OPEN

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.binding import BindingType

    from workbench.review import Workbench
    from workbench.tui.app import WorkbenchApp

TAKEN = {f"ctrl+{letter}" for letter in "basjowtn"} | {"f5", "f11", "f12"}
"""By tmux, terminals and browsers."""

SIZE = (140, 42)
OFFERED = 15
"""The place of a claim of the demonstration for which passages are offered."""


def expanded(bindings: Sequence[BindingType]) -> list[Binding]:
    return list(Binding.make_bindings(bindings))


SIGNS = {
    "slash", "question_mark", "plus", "minus", "equals_sign", "vertical_line", "number_sign",
    "left_parenthesis", "right_parenthesis", "left_curly_bracket", "right_curly_bracket",
}  # fmt: skip
"""Keys that are characters under another name."""


@pytest.mark.parametrize("screen", [CHECK_KEYS, DESK_KEYS, SOURCE_KEYS])
def test_no_key_is_taken_or_given_twice(screen: Sequence[BindingType]) -> None:
    keys = [binding.key for binding in expanded([*screen, *APP_KEYS])]
    assert len(keys) == len(set(keys))
    assert not TAKEN & set(keys)


@pytest.mark.parametrize("binding", [*CHECK_KEYS, *DESK_KEYS, *SOURCE_KEYS, *APP_KEYS])
def test_every_key_says_what_it_does(binding: Binding) -> None:
    assert binding.id
    assert binding.id.split(".")[0] in GROUPS
    assert binding.description
    assert binding.tooltip.endswith((".", "?", "!"))


@pytest.mark.parametrize("entry", DEFAULT_SCALE.entries, ids=lambda entry: str(entry.name))
async def test_each_verdict_has_its_key(app: WorkbenchApp, entry: object) -> None:
    [entry] = [known for known in DEFAULT_SCALE.entries if known is entry]
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        await pilot.press(entry.key)
        if isinstance(app.focused, Input):
            await pilot.press(*"so", "enter")
        await settled(pilot)
        assert screen.sheet is not None
        assert screen.sheet.standing(0).rating == entry.name
        assert screen.current == 1


async def test_keys_move_by_claim_by_sentence_and_to_open_claims(app: WorkbenchApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        visited = []
        for key in ("j", "down", "k", "l", "right", "h", "left", "end", "home", "up", "O", "o"):
            await pilot.press(key)
            visited.append(screen.current)
        assert visited == [1, 2, 1, 3, 6, 3, 0, 29, 0, 0, 29, 0]


async def test_a_passage_is_chosen_and_accepted_with_a_stance(demo_app: WorkbenchApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        screen.go_to(OFFERED)
        await settled(pilot)
        assert screen.match is not None
        first = screen.match.passage.text
        await pilot.press("right_square_bracket", "t", "left_square_bracket", "r")
        await settled(pilot)
        assert screen.sheet is not None
        evidence = screen.sheet.standing(OFFERED).decision.evidence
        assert [item.stance for item in evidence] == [Stance.CONTEXT, Stance.REFUTES]
        assert evidence[1].anchor.exact == first
        assert all(item.id for item in evidence)
        await pilot.press("w")
        await settled(pilot)
        assert len(screen.sheet.standing(OFFERED).decision.evidence) == 1


async def test_one_key_accepts_the_passage_and_confirms(
    demo_app: WorkbenchApp,
) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        screen.go_to(OFFERED)
        await settled(pilot)
        await pilot.press("y")
        await settled(pilot)
        assert screen.sheet is not None
        standing = screen.sheet.standing(OFFERED)
        assert standing.rating == Rating.CONFIRMED
        assert [item.stance for item in standing.decision.evidence] == [Stance.SUPPORTS]
        assert screen.current != OFFERED
        await pilot.press("u")
        await settled(pilot)
        assert screen.sheet.standing(OFFERED).decision.evidence == ()


async def test_accepting_first_lets_the_verdict_through_at_once(demo_app: WorkbenchApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        screen.go_to(OFFERED)
        await settled(pilot)
        await pilot.press("a", "1")
        await settled(pilot)
        assert screen.sheet is not None
        assert screen.sheet.standing(OFFERED).rating == Rating.CONFIRMED


async def test_an_assertion_is_confirmed_with_its_open_details(
    app: WorkbenchApp, open_bench: Callable[[str], Workbench]
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        await pilot.press("j", "5", "home", "d", *"seen", "enter")
        await settled(pilot)
        assert screen.sheet is not None
        ratings = [screen.sheet.standing(place).rating for place in range(4)]
        assert ratings == [Rating.CONFIRMED, Rating.UNSUPPORTED, Rating.CONFIRMED, None]
        await pilot.press("u")
        await settled(pilot)
        assert list(screen.sheet.marks[:4]) == [OPEN, 5, OPEN, OPEN]
    with open_bench("Ann") as bench:
        claims = bench.claims(bench.article("1").id)
        assert [bench.standing(claim.id).rating for claim in claims[:3]] == [
            None,
            Rating.UNSUPPORTED,
            None,
        ]


async def test_the_last_verdict_is_repeated_and_taken_back(app: WorkbenchApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        await pilot.press("7", ".", ".", "k", "0")
        await settled(pilot)
        assert screen.sheet is not None
        assert list(screen.sheet.marks[:4]) == [7, 7, OPEN, OPEN]


async def test_notes_and_corrections_are_written(app: WorkbenchApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        await pilot.press("c", *"108", "enter", "e", *"ask", "enter")
        await settled(pilot)
        assert screen.sheet is not None
        decision = screen.sheet.standing(0).decision
        assert (decision.correction, decision.note) == ("108", "ask")
        await pilot.press("c", "escape")
        await settled(pilot)
        assert screen.sheet.standing(0).decision.correction == "108"


async def test_what_a_verdict_asks_for_must_be_typed(app: WorkbenchApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        await pilot.press("3", "enter")
        assert isinstance(app.focused, Input)
        await pilot.press("tab", *"no", "enter")
        await settled(pilot)
        assert screen.sheet is not None
        assert screen.sheet.standing(0).decision.note == "no"
        assert screen.sheet.standing(0).rating == Rating.WRONG


async def test_no_key_is_eaten_while_a_line_is_typed(app: WorkbenchApp) -> None:
    characters = [
        binding.key
        for binding in expanded([*CHECK_KEYS, *APP_KEYS])
        if len(binding.key) == 1 or binding.key in SIGNS
    ]
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        await pilot.press("e", *characters)
        field = app.focused
        assert isinstance(field, Input)
        assert len(field.value) == len(characters)
        assert screen.current == 0
        await pilot.press("escape")
        await settled(pilot)
        assert screen.sheet is not None
        assert not screen.sheet.standings


async def test_panes_take_turns_fill_the_screen_and_change_their_size(app: WorkbenchApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        panes = (screen.article_pane, screen.claim_list, screen.detail_pane)
        focused = []
        for key in ("tab", "tab", "tab", "shift+tab"):
            await pilot.press(key)
            focused.append(app.focused)
        assert focused == [panes[1], panes[2], panes[0], panes[2]]
        await pilot.press("f")
        assert [pane.display for pane in panes] == [False, False, True]
        await pilot.press("escape")
        assert all(pane.display for pane in panes)
        before = panes[0].size.width
        await pilot.press("greater_than_sign")
        await pilot.pause()
        assert panes[0].size.width > before
        height = panes[1].size.height
        await pilot.press("minus")
        await pilot.pause()
        assert panes[1].size.height < height


@pytest.mark.parametrize(("size", "seen"), [((140, 42), 3), ((80, 24), 2), ((60, 15), 1)], ids=str)
async def test_panes_fold_in_narrow_terminals(
    app: WorkbenchApp, size: tuple[int, int], seen: int
) -> None:
    async with app.run_test(size=size) as pilot:
        screen = await settled(pilot)
        panes = (screen.article_pane, screen.claim_list, screen.detail_pane)
        assert sum(pane.display for pane in panes) == seen
        for _ in panes:
            await pilot.press("tab")
            assert app.focused in panes
            assert app.focused is not None
            assert app.focused.size.height > 5


async def test_the_mouse_picks_claims_in_the_article_and_in_the_list(app: WorkbenchApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        assert screen.sheet is not None
        # a border, the margin, and the words of the second claim on the first line
        column = 1 + 4 + screen.sheet.starts[1]
        await pilot.click("#article", offset=(column, 1))
        assert screen.current == 1
        await pilot.click("#claims", offset=(10, 4))
        assert screen.current == 3


async def test_every_action_of_the_palette_runs_on_the_demonstration(
    demo_app: WorkbenchApp,
) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        screen.go_to(OFFERED)
        await settled(pilot)
        commands = list(demo_app.get_system_commands(demo_app.screen))
        assert len(commands) > 40
        for command in commands:
            if command.title.startswith(("Quit", "Desk")):
                continue
            # an accepted passage may not be turned against a verdict that rests on it
            await pilot.press("0")
            command.callback()
            await settled(pilot)
            while demo_app.screen is not reading(pilot):
                await pilot.press("escape")
                await pilot.pause()
            errors = [note for note in demo_app._notifications if note.severity == "error"]
            assert not errors, command.title
