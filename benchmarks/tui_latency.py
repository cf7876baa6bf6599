"""How fast the screens are to the hand, through a real pseudo-terminal.

Keys are timed from writing the key to the last byte painted for it, with 60 ms of quiet behind it; alone
is the median less the time in which the screen or the watch waited for a processor that others had; work
is the processor time a key costs, all threads together. Both are what a busy machine blurs least.
First paint is timed from starting the program, and compared with three bare panes started in turn with it.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
from dataclasses import dataclass
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

CLAIMS_OF_LONG, CHARACTERS_OF_LONG = SIZES["10 MB"]

SOURCE_SENTENCES = 2_000
ROUNDS = 60

ENDS = "stops it"
"""In the line that tells of long work."""

DESK = "from pathlib import Path; from workbench.tui import run_desk; run_desk(Path({path!r}), editor='Ann')"
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


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of the table, in milliseconds or megabytes."""

    name: str
    median: float
    p95: float
    alone: float
    """The median as it would be on a machine with nothing else to do."""

    work: float
    """Processor time a key."""


def first_paints(
    commands: Sequence[tuple[Sequence[str], str]], rounds: int
) -> list[tuple[float, float]]:
    """Median seconds to the first paint of the words, and processor time until then, a command each.

    The commands are started in turn, so that what else the machine does hits all alike.
    """
    taken: list[list[float]] = [[] for _ in commands]
    work: list[list[float]] = [[] for _ in commands]
    for _ in range(rounds):
        for place, (command, words) in enumerate(commands):
            with Terminal(command) as terminal:
                taken[place].append(terminal.wait_for(words) - terminal.started)
                work[place].append(terminal.work())
    return [
        (statistics.median(times), statistics.median(spent))
        for times, spent in zip(taken, work, strict=True)
    ]


def timed(name: str, terminal: Terminal, press: Callable[[], float], rounds: int = ROUNDS) -> Row:
    before = terminal.work()
    taken: list[float] = []
    alone: list[float] = []
    for _ in range(rounds):
        delay = terminal.delay()
        taken.append(press() * 1000)
        alone.append(max(0.0, taken[-1] - (terminal.delay() - delay) * 1000))
    work = (terminal.work() - before) * 1000 / rounds
    taken.sort()
    median, p95 = statistics.median(taken), taken[int(len(taken) * 0.95)]
    return Row(name, median, p95, statistics.median(alone), work)


def measure(path: Path, claim_count: int) -> list[Row]:
    """The keys on a screen that is open and at rest."""
    with Terminal(check_command(path)) as terminal:
        terminal.wait_for(f"of {claim_count:,} claims")
        terminal.paint(quiet=1.0)
        rows = [
            timed("next claim", terminal, lambda: terminal.press("j")),
            timed("verdict", terminal, lambda: terminal.press("4")),
            timed("undo", terminal, lambda: terminal.press("u")),
            timed("last and first claim", terminal, _there_and_back(terminal)),
        ]
        terminal.press("/")
        rows.append(timed("filter, one letter", terminal, _typing(terminal, "harbour"), 14))
        terminal.press("\x1b")
        terminal.paint(quiet=0.5)
        memory = terminal.memory()
    return [*rows, Row("memory, MB", memory, memory, memory, 0.0)]


def measure_busy(path: Path, claim_count: int, long: Path) -> list[Row]:
    """The key for the next claim while the text in `long` is split, and while it becomes a source."""
    rows = []
    with Terminal([sys.executable, "-c", DESK.format(path=str(path))]) as terminal:
        terminal.wait_for("1 article")
        _type(terminal, "a", str(long))
        terminal.wait_for(ENDS)
        os.write(terminal.file, b"\r")
        terminal.wait_for(f"of {claim_count:,} claims")
        terminal.paint(quiet=1.0)
        rows.append(timed("next claim, splitting", terminal, lambda: terminal.press("j")))
    with Terminal(check_command(path)) as terminal:
        terminal.wait_for(f"of {claim_count:,} claims")
        terminal.paint(quiet=1.0)
        _type(terminal, "s", str(long))
        terminal.wait_for(ENDS)
        rows.append(timed("next claim, linking", terminal, lambda: terminal.press("j"), 20))
    return rows


def _type(terminal: Terminal, key: str, words: str) -> None:
    """Press `key`, and write `words` into the line that opens."""
    os.write(terminal.file, key.encode())
    terminal.wait_for("Esc leaves")
    os.write(terminal.file, f"{words}\r".encode())


def check_command(path: Path) -> list[str]:
    return [sys.executable, "-c", CHECK.format(path=str(path))]


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
        paths = {name: Path(folder) / f"{count}.db" for name, (count, _) in SIZES.items()}
        for name, (count, characters) in SIZES.items():
            build(paths[name], count, characters)
        commands = [([sys.executable, "-m", "benchmarks.bare_screen"], "third pane")]
        commands += [(check_command(path), "Nobody at the") for path in paths.values()]
        (bare, bare_work), *paints = first_paints(commands, chosen.rounds)
        long = Path(folder) / "long.txt"
        long.write_text(
            synthetic.document(CLAIMS_OF_LONG, characters=CHARACTERS_OF_LONG, seed=9)[0].text,
            encoding="utf-8",
        )
        print(f"{'':26}{'median':>8}{'p95':>8}{'alone':>8}{'work':>8}")
        print(f"{'bare three panes, ms':26}{bare * 1000:8.0f}{'':16}{bare_work * 1000:8.0f}")
        for (name, path), (paint, work) in zip(paths.items(), paints, strict=True):
            print(f"\narticle of {name}, {SIZES[name][0]:,} claims")
            print(
                f"{'first paint, ms':26}{paint * 1000:8.0f}{'':16}{work * 1000:8.0f}"
                f"   {paint / bare:.2f} × bare, {work / bare_work:.2f} × its work"
            )
            count = SIZES[name][0]
            for row in [*measure(path, count), *measure_busy(path, count, long)]:
                print(
                    f"{row.name:26}{row.median:8.1f}{row.p95:8.1f}{row.alone:8.1f}{row.work:8.1f}"
                )


if __name__ == "__main__":
    main()
