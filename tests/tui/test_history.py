"""The history says who did what and when, and a line of one's own is taken back from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.conftest import painted, settled
from workbench.model import Action, ClaimKind, SourceKind, Span
from workbench.readers import read
from workbench.tui.history import DEEDS, history_lines
from workbench.tui.screens.history import HistoryScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from workbench.review import Workbench
    from workbench.tui.app import WorkbenchApp

SIZE = (120, 36)


async def opened(pilot: Pilot[None]) -> HistoryScreen:
    await settled(pilot)
    await pilot.press("I")
    await settled(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, HistoryScreen)
    return screen


async def test_a_line_is_taken_back_however_much_was_done_since(app: WorkbenchApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        await pilot.press("5", "4", "7")
        history = await opened(pilot)
        deeds = [line.deed for line in history.lines[:3]]
        assert [deed.split("→ ")[1] for deed in deeds] == [
            "∅ Not checkable", "≈ Misleading", "? Unsupported"
        ]  # fmt: skip
        assert any("Ann gave a verdict on 3" in line for line in painted(app))
        await pilot.press("j", "k", "j", "u")
        await settled(pilot)
        assert screen.sheet is not None
        assert list(screen.sheet.marks[:3]) == [5, 0, 7]
        assert screen.current == 1
        await pilot.press("u")
        await settled(pilot)
        assert list(screen.sheet.marks[:3]) == [5, 0, 0]
        await pilot.press("U", "U")
        await settled(pilot)
        assert list(screen.sheet.marks[:3]) == [5, 4, 7]


async def test_what_is_not_ones_own_stays(
    app: WorkbenchApp, open_bench: Callable[[str], Workbench]
) -> None:
    with open_bench("Bob") as bob:
        article = bob.article("1").id
        bob.mark(bob.claims(article)[0].id, "misleading")
    async with app.run_test(size=SIZE) as pilot:
        history = await opened(pilot)
        assert [line.can_be_undone for line in history.lines] == [False] * 3
        await pilot.press("enter", "end", "u")
        assert app.screen is history
        await pilot.press("escape")
        screen = await settled(pilot)
        assert screen.sheet is not None
        assert screen.sheet.marks[0] == 4


def test_every_deed_is_told_in_words(
    app: WorkbenchApp, open_bench: Callable[[str], Workbench]
) -> None:
    assert app.editor == "Ann"
    with open_bench("Ann") as bench:
        article = bench.article("1").id
        text = bench.document(article).text
        first = bench.claims(article)[0]
        bench.editing.drop(first.id, "said twice")
        bench.editing.restore(first.id)
        start = text.index(" ") + 1
        bench.editing.add(article, Span(start, text.index(" ", start)), ClaimKind.RANK)
        bench.undo(article)
        told = [line.deed for line in history_lines(bench, article)]
    assert told[-2:] == ["split it into claims", "added the article"]
    assert "(said twice)" in told[-3]
    assert told[-3].startswith("dropped 1 “")
    assert told[-4].startswith("brought back 1")
    assert told[1].startswith("added ")
    assert told[0].startswith("took back on ")


def test_what_is_about_a_sentence_or_a_source_says_which(
    app: WorkbenchApp, open_bench: Callable[[str], Workbench]
) -> None:
    assert set(DEEDS) == set(Action)
    assert app.editor == "Ann"
    with open_bench("Ann") as bench:
        article = bench.article("1").id
        sentence = bench.editing.nothing_to_check(article, 0)
        assert sentence
        bench.undo(article)
        words = b"Notes from the hall\n\nThe doors opened late on Monday.\n"
        source = bench.link_document(article, words, read(words, name="notes.txt"))
        bench.sourcing.set_kind(source.id, SourceKind.PRIMARY)
        told = [line.deed for line in history_lines(bench, article)]
    assert told[0] == "said what a source is: Notes from the hall → primary"
    assert told[1] == "linked a source Notes from the hall"
    assert any(deed.startswith("took back on “") for deed in told)
    assert any(deed.startswith("found nothing to check in “") for deed in told)
