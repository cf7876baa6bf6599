"""Finding accepted words again in a newer version: time by what became of them, for texts of two lengths."""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.evidence import anchored
from workbench.model import Anchor, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model import Anchoring

TRIES = 5


def main(arguments: Sequence[str] | None = None) -> int:
    """Time each case on a text and on one twice as long, and print both with what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="not needed: the texts are made here")
    parser.add_argument("--length", type=int, default=1_000_000, help="characters")
    options = parser.parse_args(arguments)
    print(f"anchors: milliseconds at {options.length // 2:,} and {options.length:,} characters")
    half, whole = (dict(cases(length)) for length in (options.length // 2, options.length))
    for name, (anchor, text) in half.items():
        short, _ = timed(anchor, text)
        long, found = timed(*whole[name])
        print(f"  {name:<14} {short * 1000:8.1f} {long * 1000:8.1f}  {found.state}")
    return 0


def cases(length: int) -> list[tuple[str, tuple[Anchor, str]]]:
    """Name, anchor and newer text of each."""
    text = made_text(length)
    start = text.index(". ", length // 2) + 2
    anchor = Anchor.at(Span(start, text.index(". ", start) + 1), text)
    other = anchor.exact.replace(anchor.exact.split()[3], "elsewhere")
    newer = {
        "unchanged": text,
        "moved": f"Corrected. {text}",
        "wrapped": f"Corrected. {text}".replace(" ", "\n"),
        "one word other": text.replace(anchor.exact, other),
        "gone": text.replace(anchor.exact, ""),
    }
    return [(name, (anchor, changed)) for name, changed in newer.items()]


def made_text(length: int) -> str:
    """Sentences of made-up words, the same each time."""
    chance = random.Random(7)
    vocabulary = [
        "".join(chance.choice("etaoinshrdlucmfwypvbgk") for _ in range(chance.randint(2, 10)))
        for _ in range(20_000)
    ]
    sentences: list[str] = []
    reached = 0
    while reached < length:
        # a few words make half of any text
        places = (int(chance.paretovariate(0.6)) % len(vocabulary) for _ in range(18))
        words = " ".join(vocabulary[place] for place in places)
        sentences.append(f"{words.capitalize()}. ")
        reached += len(sentences[-1])
    return "".join(sentences)


def timed(anchor: Anchor, text: str) -> tuple[float, Anchoring]:
    """The least of some tries, in seconds, and what was found."""
    least = float("inf")
    for _ in range(TRIES):
        begun = time.perf_counter()
        found = anchored(anchor, text)
        least = min(least, time.perf_counter() - begun)
    return least, found


if __name__ == "__main__":
    raise SystemExit(main())
