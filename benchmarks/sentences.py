"""Sentence boundaries: how many cases of three collections come out right, and how fast."""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.splitting import sentence_spans

if TYPE_CHECKING:
    from collections.abc import Sequence

DEFAULT_DATA = Path("../shared")
TIMED_CHARACTERS = 4_000_000
ROUNDS = 3
CASES_A_PARAGRAPH = 5


def plain(text: str) -> str:
    return " ".join(text.split())


def sentences(text: str) -> list[str]:
    return [plain(span.of(text)) for span in sentence_spans(text)]


def speed(text: str) -> float:
    """Million characters a second, the best of a few rounds."""
    best = 0.0
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        sentence_spans(text)
        best = max(best, len(text) / (time.perf_counter() - begun) / 1e6)
    return best


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    parser.add_argument("--predictions", type=Path, help="file for the cases that differ, JSON")
    options = parser.parse_args(arguments)
    path = options.data
    if path.is_dir():
        path = path / "sentences" / "english-cases.json"
    if not path.is_file():
        print(f"sentences: skipped, no cases in {options.data}")
        return 0
    collections = json.loads(path.read_text(encoding="utf-8"))
    differing: list[dict[str, object]] = []
    prose: list[str] = []
    for name, cases in collections.items():
        right = 0
        for text, expected in cases:
            prose.append(text)
            found = sentences(text)
            if found == [plain(sentence) for sentence in expected]:
                right += 1
            else:
                differing.append({"text": text, "expected": expected, "found": found})
        print(f"{name:16}{right:4} of {len(cases)}")
    if options.predictions:
        options.predictions.write_text(
            json.dumps(differing, indent=1, ensure_ascii=False), encoding="utf-8"
        )
    # paragraphs of the length that articles have
    paragraphs = "\n\n".join(
        " ".join(map(plain, prose[place : place + CASES_A_PARAGRAPH]))
        for place in range(0, len(prose), CASES_A_PARAGRAPH)
    )
    text = (paragraphs + "\n\n") * (TIMED_CHARACTERS // len(paragraphs) + 1)
    print(f"{speed(text):.1f} million characters a second")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
