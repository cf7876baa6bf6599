"""The whole way in a real terminal: an empty desk, an article, its sources, verdicts, and the report."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.tui.tmux import Tmux
from workbench.config import Settings
from workbench.model import Rating, Stance
from workbench.review import Workbench

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")

ARTICLE = """\
The bridge at Elmford

The council opened the bridge on 4 May 2021. It cost $12 million, and 180 workers built it.
"""
SOURCE = """\
Minutes of the Elmford council

The bridge was opened on 4 May 2021. It cost $12 million. It was built by 108 workers.
"""


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Tmux]:
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "minutes.txt").write_text(SOURCE, encoding="utf-8")
    tmux = Tmux(tmp_path)
    try:
        yield tmux
    finally:
        tmux.kill()


def test_an_article_is_checked_from_an_empty_desk_to_the_report(
    window: Tmux, tmp_path: Path
) -> None:
    window.wait_for("Nothing is on the desk yet.")
    window.press("a")
    window.wait_for("Add an article")
    window.write("article.txt")
    window.press("Enter")
    window.wait_for("0/", "The bridge at Elmford")
    window.press("Enter")
    window.wait_for("Article", "No source is linked yet")
    window.press("s")
    window.wait_for("Link a source")
    window.write("minutes.txt")
    window.press("Enter")
    window.wait_for("Source 1")
    window.press("/")
    window.write("180 workers")
    window.press("Enter")
    window.wait_for("▶ 1 Minutes", "≠ 180", "here 108")
    window.press("r", "3")
    window.wait_for("Wrong asks for a correction or a note.")
    window.write("108 workers")
    window.press("Enter")
    window.wait_for(" 1/")
    window.press("/", "C-u")
    window.write("$12 million")
    window.press("Enter")
    window.wait_for("= $12 million")
    window.press("y")
    window.wait_for(" 2/")
    window.press("x")
    window.wait_for("Write a report")
    window.press("Enter")
    window.wait_for("The report is in")
    window.press("q")
    window.wait_for("The desk", "2/")
    window.press("q")
    window.wait_for_end()

    assert "108 workers" in (tmp_path / "the-bridge-at-elmford.md").read_text("utf-8")
    with Workbench.open(tmp_path / "claims.db", editor="Bo", settings=Settings()) as bench:
        article = bench.article("1").id
        decisions = {
            claim.text: bench.standing(claim.id).decision
            for claim in bench.claims(article)
            if bench.standing(claim.id).rating
        }
        ratings = {decision.verdict.rating for decision in decisions.values() if decision.verdict}
        stances = {item.stance for decision in decisions.values() for item in decision.evidence}
    assert ratings == {Rating.WRONG, Rating.CONFIRMED}
    assert stances == {Stance.REFUTES, Stance.SUPPORTS}


EXAMPLES = Path(__file__).parents[2] / "examples"
CORRECTIONS = {
    "24 officials": "42 officials",
    "October 12": "October 21",
    "“We do expect a joint statement on the mine tomorrow.”": (
        "“We do not expect a joint statement on the mine tomorrow.”"
    ),
}
MOST_PRESSES = 1.3
"""For each claim, from the empty desk to the report; typed words are left out."""


@pytest.fixture
def wide_window(tmp_path: Path) -> Iterator[Tmux]:
    for path in EXAMPLES.iterdir():
        shutil.copy(path, tmp_path)
    tmux = Tmux(tmp_path, columns=140, lines=44)
    try:
        yield tmux
    finally:
        tmux.kill()


def test_the_whole_example_takes_few_more_keys_than_it_has_claims(
    wide_window: Tmux, tmp_path: Path
) -> None:
    window = wide_window
    window.wait_for("Nothing is on the desk yet.", "article.md")
    _type(window, "a", "article.md")
    window.wait_for("0/", "Neighbours meet")
    window.press("Enter")
    window.wait_for("No source is linked yet")
    for number, source in enumerate(("transcript.txt", "briefing.html", "history.docx"), 1):
        _type(window, "s", source)
        window.wait_for(f"Source {number}")
    with Workbench.open(tmp_path / "claims.db", editor="Bo", settings=Settings()) as bench:
        claims = [claim.text for claim in bench.claims(bench.article("1").id)]
    for number, words in enumerate(claims):
        heading = f"│ {number + 1}  {words[:8]}"
        screen = _settled(window, f" {number} of {len(claims)} claims", heading)
        if words in CORRECTIONS:
            _type(window, "3", CORRECTIONS[words])
        else:
            # what a source has words for rests on them; for the rest nothing was found
            window.press("y" if "▶ " in screen and "≠" not in screen.split("▶ ")[1] else "5")
    window.wait_for(f" {len(claims)} of {len(claims)} claims")
    window.press("x")
    window.wait_for("Write a report")
    window.press("Enter")
    window.wait_for("The report is in")

    [report] = tmp_path.glob("neighbours*.md")
    assert all(words in report.read_text("utf-8") for words in CORRECTIONS.values())
    with Workbench.open(tmp_path / "claims.db", editor="Bo", settings=Settings()) as bench:
        assert bench.progress(bench.article("1").id).open == 0
        assert len(bench.sources(bench.article("1").id)) == 3
    assert window.presses / len(claims) <= MOST_PRESSES


def _type(window: Tmux, key: str, words: str) -> None:
    """Press `key`, write into the line that it opens, and keep it."""
    window.press(key)
    window.wait_for("Esc leaves")
    window.write(words)
    window.press("Enter")


def _settled(window: Tmux, *words: str) -> str:
    """The screen once it shows `words` and the passages of the claim it is at."""
    return window.wait_until(
        lambda screen: (
            all(word in screen for word in words)
            and bool(re.search("Offered passages|No linked source", screen))
            and "Esc leaves" not in screen
        ),
        str(words),
    )
