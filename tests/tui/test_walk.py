"""The whole way in a real terminal: an empty desk, an article, its sources, verdicts, and the report."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import workbench
from workbench.config import Settings
from workbench.model import Rating, Stance
from workbench.review import Workbench

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")

PATIENCE = 60.0
ARTICLE = """\
The bridge at Elmford

The council opened the bridge on 4 May 2021. It cost $12 million, and 180 workers built it.
"""
SOURCE = """\
Minutes of the Elmford council

The bridge was opened on 4 May 2021. It cost $12 million. It was built by 108 workers.
"""


class Tmux:
    """One window of a tmux server of its own."""

    def __init__(self, folder: Path) -> None:
        self._socket = str(folder / "tmux")
        command = [
            f"PYTHONPATH={shlex.quote(str(Path(workbench.__file__).parents[1]))}",
            shlex.quote(sys.executable),
            "-m workbench --as Ann",
        ]
        self._tmux(
            "-f", os.devnull, "new-session", "-d", "-x", "80", "-y", "24", "-c", str(folder),
            " ".join(command),
        )  # fmt: skip

    def screen(self) -> str:
        return self._tmux("capture-pane", "-p")

    def press(self, *keys: str) -> None:
        self._tmux("send-keys", *keys)

    def write(self, text: str) -> None:
        self._tmux("send-keys", "-l", text)

    def wait_for(self, *words: str) -> str:
        """The screen once it shows all of `words`."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            screen = self.screen()
            if all(word in screen for word in words):
                return screen
        pytest.fail(f"never shown: {words}\n{self.screen()}")

    def wait_for_end(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if subprocess.run(
                self._command("has-session"), check=False, capture_output=True
            ).returncode:
                return
        pytest.fail(f"still open:\n{self.screen()}")

    def kill(self) -> None:
        subprocess.run(self._command("kill-server"), check=False, capture_output=True)

    def _command(self, *arguments: str) -> list[str]:
        return ["tmux", "-S", self._socket, *arguments]

    def _tmux(self, *arguments: str) -> str:
        return subprocess.run(
            self._command(*arguments), capture_output=True, text=True, check=True
        ).stdout


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
