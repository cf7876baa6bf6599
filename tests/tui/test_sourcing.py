"""A claim whose evidence changed is seen, told in words, and settled by a key."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.tui.conftest import painted, settled
from workbench.config import Settings
from workbench.model import Document, SourceKind, Stance
from workbench.review import Workbench
from workbench.tui.app import WorkbenchApp
from workbench.tui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.model import ClaimId

ARTICLE = (
    "The plant hired 180 workers in May. It paid them well in every one of its three halls. "
    "Nobody left before the autumn."
)
SOURCE = (
    "In May the plant took on 108 workers for its new hall by the river.\n"
    "The three halls pay what the council of the town agreed with them.\n"
)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "notice.txt"
    path.write_text(SOURCE)
    return path


@pytest.fixture
def resting(tmp_path: Path, source: Path) -> ClaimId:
    """The first claim, which rests on the first passage of the source."""
    with bench_of(tmp_path) as bench:
        article = bench.add_article(ARTICLE.encode(), Document(ARTICLE, "The plant")).article.id
        bench.link_source(article, str(source))
        claim = bench.claim(article, "1").id
        passage = bench.matches(claim)[0].passage
        bench.accept(claim, passage.id, Stance.REFUTES)
    return claim


@pytest.fixture
def plant_app(tmp_path: Path, resting: ClaimId) -> WorkbenchApp:
    with bench_of(tmp_path) as bench:
        article = bench.article("1")
    return WorkbenchApp(tmp_path / "claims.db", settings=Settings(), editor="Ann", article=article)


def bench_of(folder: Path, editor: str = "Ann") -> Workbench:
    return Workbench.open(folder / "claims.db", editor=editor, settings=Settings(), create=True)


def look_again(folder: Path, editor: str = "Ann") -> None:
    with bench_of(folder, editor) as bench:
        for source in bench.sources(bench.article("1").id):
            if source.origin:
                bench.sourcing.check(source.id)


def told(app: WorkbenchApp) -> str:
    """What the detail pane says, and what was said in passing."""
    screen = next(one for one in app.screen_stack if isinstance(one, ReadingScreen))
    paragraphs = [paragraph.text for paragraph in screen.detail_pane._paragraphs]
    return "\n".join([*paragraphs, *(note.message for note in app._notifications)])


def is_marked(app: WorkbenchApp, number: int) -> bool:
    """Whether the list shows the claim of that number as stale."""
    return any(re.search(rf"[ ▎]{number}!", line) for line in painted(app))


async def test_changed_words_are_told_and_taken_over(
    plant_app: WorkbenchApp, tmp_path: Path, source: Path, resting: ClaimId
) -> None:
    source.write_text(SOURCE.replace("108", "118"))
    look_again(tmp_path)
    async with plant_app.run_test(size=(140, 44)) as pilot:
        screen = await settled(pilot)
        await pilot.press("S")
        await settled(pilot)
        assert screen.sheet is not None
        assert screen.sheet.claims[screen.current].id == resting
        assert is_marked(plant_app, 1)
        assert "! The source reads “In May the plant took on 118" in told(plant_app)
        assert "E takes that over" in told(plant_app)
        await pilot.press("E")
        await settled(pilot)
        assert not screen.sheet.is_stale(screen.current)
        assert "! The source reads" not in told(plant_app)
        [kept] = screen.sheet.standing(screen.current).decision.evidence
        assert "118" in kept.anchor.exact
        await pilot.press("u")
        await settled(pilot)
        assert screen.sheet.is_stale(screen.current)


async def test_words_that_are_gone_stand_on_the_version_kept(
    plant_app: WorkbenchApp, tmp_path: Path, source: Path
) -> None:
    source.write_text("This page is empty now.")
    look_again(tmp_path)
    async with plant_app.run_test(size=(140, 44)) as pilot:
        screen = await settled(pilot)
        await pilot.press("S")
        await settled(pilot)
        assert "These words are gone from the source" in told(plant_app)
        await pilot.press("E")
        await settled(pilot)
        assert "Gone from the source since; the version kept stands." in told(plant_app)
        assert screen.sheet is not None
        assert not screen.sheet.is_stale(screen.current)
        for key, words in (
            ("E", "All that this claim rests on still stands"),
            ("S", "No evidence has changed in its source since."),
        ):
            await pilot.press(key)
            await settled(pilot)
            assert words in told(plant_app)


async def test_words_that_moved_are_told_without_alarm(
    plant_app: WorkbenchApp, tmp_path: Path, source: Path
) -> None:
    source.write_text("Corrected on Friday.\n\n" + SOURCE)
    look_again(tmp_path)
    async with plant_app.run_test(size=(140, 44)) as pilot:
        screen = await settled(pilot)
        screen.go_to(0)
        await settled(pilot)
        assert "They stand elsewhere in the source now." in told(plant_app)
        assert not is_marked(plant_app, 1)


async def test_what_another_editor_finds_out_shows_by_itself(
    plant_app: WorkbenchApp, tmp_path: Path, source: Path, resting: ClaimId
) -> None:
    async with plant_app.run_test(size=(140, 44)) as pilot:
        screen = await settled(pilot)
        source.write_text("This page is empty now.")
        look_again(tmp_path, "Ben")
        screen.watch_events.look()
        await settled(pilot)
        assert screen.sheet is not None
        assert screen.sheet.is_stale(screen.sheet.place_of(resting))
        await pilot.press("slash")
        await pilot.press(*"has:stale", "enter")
        await settled(pilot)
        assert len(screen.rows) == 1


async def test_a_key_says_what_a_source_is(plant_app: WorkbenchApp, tmp_path: Path) -> None:
    async with plant_app.run_test(size=(140, 44)) as pilot:
        screen = await settled(pilot)
        screen.go_to(0)
        await settled(pilot)
        kinds = []
        for _ in range(4):
            await pilot.press("T")
            await settled(pilot)
            with bench_of(tmp_path) as bench:
                [source] = bench.sources(bench.article("1").id)
            kinds.append(source.kind)
            if source.kind is SourceKind.PRIMARY:
                assert "· primary" in told(plant_app)
        assert kinds == [*SourceKind, None]


async def test_links_with_one_origin_are_told(plant_app: WorkbenchApp, tmp_path: Path) -> None:
    with bench_of(tmp_path) as bench:
        article = bench.article("1").id
        copy = Document(SOURCE.upper(), "A reprint")
        reprint = bench.link_document(article, SOURCE.upper().encode(), copy)
        claim = bench.claim(article, "1").id
        [match] = [m for m in bench.matches(claim) if m.passage.source_id == reprint.id][:1]
        bench.accept(claim, match.passage.id, Stance.REFUTES)
    async with plant_app.run_test(size=(140, 44)) as pilot:
        screen = await settled(pilot)
        screen.go_to(0)
        await settled(pilot)
        assert "2 links, 1 origin: the same text" in told(plant_app)


async def test_without_a_passage_the_kind_of_nothing_is_asked(
    plant_app: WorkbenchApp, tmp_path: Path, source: Path
) -> None:
    source.write_text("…")
    look_again(tmp_path)
    async with plant_app.run_test(size=(140, 44)) as pilot:
        screen = await settled(pilot)
        assert screen.sheet is not None
        bare = next(
            place
            for place in range(len(screen.sheet))
            if not screen.sheet.standing(place).decision.evidence
        )
        screen.go_to(bare)
        await settled(pilot)
        await pilot.press("T")
        await settled(pilot)
        assert "Choose a passage of the source first." in told(plant_app)
        # the evidence of the other claim names its source, too
        await pilot.press("S", "T")
        await settled(pilot)
    with bench_of(tmp_path) as bench:
        assert bench.sources(bench.article("1").id)[0].kind is SourceKind.PRIMARY
