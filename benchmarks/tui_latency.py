"""How fast the screens are to the hand, through a real pseudo-terminal.

Keys are timed from writing the key to the last byte painted for it, with 60 ms of quiet behind it.
First paint is timed from starting the program, and compared with three bare panes in the same run.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock

import workbench.splitting
from benchmarks.terminal import Terminal
from tests.tui import synthetic
from workbench.config import Settings
from workbench.model import Document
from workbench.review import Workbench

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SIZES = {"30 KB": (600, 30_000), "10 MB": (50_001, 10_000_000)}
"""Claims and characters."""

AIMS = {"first paint": 1.5, "median": 16.0, "p95": 25.0, "filter": 60.0, "memory": 70.0}
SOURCE_SENTENCES = 2_000
ROUNDS = 60

CHECK = "from pathlib import Path; from workbench.tui import run_check; run_check(Path({path!r}), '1', editor='Ann')"


def build(path: Path, claim_count: int, characters: int) -> None:
    """A database with one article of that many claims, and one source."""
    document, claims = synthetic.document(claim_count, characters=characters)
    with (
        mock.patch.object(workbench.splitting, "split", lambda _document, *, model=None: claims),
        Workbench.open(path, editor="Ann", settings=Settings(), create=True) as bench,
    ):
        article = bench.add_article(document.text.encode(), document).article
        other, _ = synthetic.document(SOURCE_SENTENCES * 3, seed=8)
        source = Document(other.text, "Harbour report")
        bench.link_document(article.id, source.text.encode(), source)


def first_paint(command: Sequence[str], words: str, rounds: int) -> float:
    """Median seconds from the start to the first paint of `words`."""
    taken = []
    for _ in range(rounds):
        with Terminal(command) as terminal:
            taken.append(terminal.wait_for(words) - terminal.started)
    return statistics.median(taken)


def timings(press: Callable[[], float], rounds: int = ROUNDS) -> tuple[float, float]:
    """Median and 95th percentile, in milliseconds."""
    taken = sorted(press() * 1000 for _ in range(rounds))
    return statistics.median(taken), taken[int(len(taken) * 0.95)]


def measure(path: Path, claim_count: int) -> list[tuple[str, float, float]]:
    """Rows of name, median and 95th percentile."""
    rows = []
    command = [sys.executable, "-c", CHECK.format(path=str(path))]
    with Terminal(command) as terminal:
        terminal.wait_for(f"of {claim_count:,} claims")
        terminal.paint(quiet=1.0)
        rows.append(("next claim", *timings(lambda: terminal.press("j"))))
        rows.append(("verdict", *timings(lambda: terminal.press("4"))))
        rows.append(("undo", *timings(lambda: terminal.press("u"))))
        rows.append(("last and first claim", *timings(_there_and_back(terminal))))
        terminal.press("/")
        rows.append(("filter, one letter", *timings(_typing(terminal, "harbour"), rounds=14)))
        terminal.press("\x1b")
        terminal.paint(quiet=0.5)
        rows.append(("memory, MB", terminal.memory(), terminal.memory()))
    return rows


def _there_and_back(terminal: Terminal) -> Callable[[], float]:
    keys = iter("G" if place % 2 else "\x1b[H" for place in range(1_000_000))
    return lambda: terminal.press(next(keys))


def _typing(terminal: Terminal, word: str) -> Callable[[], float]:
    keys = iter((word + "\x7f" * len(word)) * 1000)
    return lambda: terminal.press(next(keys))


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="starts to take the median of")
    parser.add_argument("--data", help="not used: the article is made up")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        bare_command = [sys.executable, "-m", "benchmarks.bare_screen"]
        bare = first_paint(bare_command, "third pane", chosen.rounds)
        print(f"{'':24}{'median':>10}{'p95':>10}")
        print(f"{'bare three panes, ms':24}{bare * 1000:10.0f}")
        for name, (claim_count, characters) in SIZES.items():
            path = Path(folder) / f"{claim_count}.db"
            build(path, claim_count, characters)
            command = [sys.executable, "-c", CHECK.format(path=str(path))]
            paint = first_paint(command, "Nobody at the", chosen.rounds)
            print(f"\narticle of {name}, {claim_count:,} claims")
            print(f"{'first paint, ms':24}{paint * 1000:10.0f}{'':10} {paint / bare:.2f} × bare")
            for label, median, p95 in measure(path, claim_count):
                print(f"{label:24}{median:10.1f}{p95:10.1f}")


if __name__ == "__main__":
    main()
