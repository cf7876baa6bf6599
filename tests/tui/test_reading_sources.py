"""A source is read in full beside its claim: opened at the passage, searched, accepted, pasted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events
from textual.widgets import Input

from tests.tui.conftest import painted, reading, settled
from workbench.model import Stance
from workbench.tui.screens.source import SourceScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from workbench.review import Workbench
    from workbench.tui.app import WorkbenchApp

SIZE = (110, 36)
OFFERED = 12
"""A claim of the demonstration for which passages are offered."""


async def opened(pilot: Pilot[None]) -> SourceScreen:
    """The source of the passage offered first, open."""
    screen = await settled(pilot)
    screen.go_to(OFFERED)
    await settled(pilot)
    await pilot.press("enter")
    await settled(pilot)
    source = pilot.app.screen
    assert isinstance(source, SourceScreen)
    await pilot.pause()
    return source


async def test_a_source_opens_at_the_passage_and_is_searched(demo_app: WorkbenchApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        source = await opened(pilot)
        match = reading(pilot).match
        assert match is not None
        assert source.at == match.passage.span
        assert any(match.passage.text[:20] in line for line in painted(demo_app))
        await pilot.press("n")
        assert isinstance(demo_app.focused, Input)
        await pilot.press(*"the", "enter")
        first = source.at
        text = source._source.text
        assert first.of(text).casefold() == "the"
        await pilot.press("n")
        second = source.at
        assert second != first
        await pilot.press("N")
        assert source.at == first
        count = text.casefold().count("the")
        for _ in range(count):
            await pilot.press("n")
        assert source.at == first
        assert any(f"{count} found" in line for line in painted(demo_app))
        await pilot.press("slash", *"zzzz", "enter")
        assert any("not found" in line for line in painted(demo_app))
        await pilot.press("p")
        assert source.at == match.passage.span
        await pilot.press("slash", "escape", "j", "k", "escape")
        assert demo_app.screen is reading(pilot)


@pytest.mark.parametrize(
    ("key", "stance"), [("a", Stance.SUPPORTS), ("r", Stance.REFUTES), ("t", Stance.CONTEXT)]
)
async def test_one_key_accepts_the_passage_that_was_read(
    demo_app: WorkbenchApp, key: str, stance: Stance
) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        await pilot.press(key)
        screen = await settled(pilot)
        assert screen.sheet is not None
        accepted = screen.sheet.standing(OFFERED).decision.evidence
        assert accepted[-1].stance is stance


async def test_a_page_is_opened_in_the_browser_and_a_file_is_not(
    demo_app: WorkbenchApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    visited: list[str] = []
    monkeypatch.setattr(demo_app, "open_url", visited.append)
    async with demo_app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        screen.go_to(OFFERED)
        await settled(pilot)
        await pilot.press("b")
        assert not visited
        assert any("no page but a file" in note.message for note in demo_app._notifications)
        monkeypatch.setattr(screen, "_address", lambda: "https://news.example/a")
        await pilot.press("b", "enter")
        await settled(pilot)
        await pilot.press("b")
        assert visited == ["https://news.example/a"] * 2


async def test_pasted_words_become_a_source_of_a_title(
    app: WorkbenchApp, open_bench: Callable[[str], Workbench]
) -> None:
    words = "Minutes of the meeting\n\nIn all, 180 workers were hired in May.\r\nNobody left.\n"
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        screen.post_message(events.Paste(words))
        await pilot.pause()
        field = app.focused
        assert isinstance(field, Input)
        assert field.value == "Minutes of the meeting"
        await pilot.press("ctrl+u", "enter")
        assert app.focused is field
        await pilot.press(*"My minutes", "enter")
        await settled(pilot)
        [source] = screen.sources
        assert (source.title, source.origin) == ("My minutes", "")
    with open_bench("Ann") as bench:
        assert bench.source_document(source.id).text == words.strip().replace("\r\n", "\n")


async def test_a_pasted_path_is_a_source_to_be_read(app: WorkbenchApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        screen.post_message(events.Paste("notes/report.html\n"))
        await pilot.pause()
        field = app.focused
        assert isinstance(field, Input)
        assert field.value == "notes/report.html"
        await pilot.press("escape")
        screen.post_message(events.Paste("  \n"))
        await pilot.pause()
        assert app.screen is screen


async def test_without_a_passage_there_is_nothing_to_read(app: WorkbenchApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        await pilot.press("enter", "b")
        await settled(pilot)
        assert app.screen is screen
