"""List the ordinary words of English: `python -m scripts.list_words --data TREEBANK_FOLDER --words FILE …`."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from scripts.treebank import treebank_sentences
from workbench.splitting.names.ordinary import ORDINARY_FILE, bases

if TYPE_CHECKING:
    from collections.abc import Iterable

DEFAULT_DATA = Path("../shared/treebank")
DEFAULT_WORDS = (
    Path("/usr/share/dict/american-english-small"),
    Path("/usr/share/dict/british-english-small"),
)
"""Of Debian's packages wamerican-small and wbritish-small, 2020.12.07."""

TREEBANKS = ("ewt-train.conllu.gz", "gum-train.conllu.gz")
TARGET = Path("workbench/splitting/lexicons/en") / ORDINARY_FILE
SHORTEST = 3
LEAST_COUNT = 2
"""What a treebank has once may be a slip."""

HEADER = """\
# Words that English writes small, without those that a regular ending makes of another one.
# Made by scripts/list_words.py from word lists of SCOWL (Copyright 2000-2011 by Kevin Atkinson; the notice is in
# docs/model-card.md) and from the words of the treebanks there.
"""


def listed_words(files: Iterable[Path]) -> set[str]:
    """The words that word lists, one word a line, have in small letters."""
    lines = (line for file in files for line in file.read_text(encoding="utf-8").splitlines())
    return {line for line in lines if line.isalpha() and line.isascii() and line.islower()}


def read_words(files: Iterable[Path]) -> set[str]:
    """The words that treebanks write small at least as often as they make names of them."""
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    for file in files:
        for sentence in treebank_sentences(file):
            for place, word in enumerate(sentence.words):
                if not word.text.isalpha() or not word.text.isascii():
                    continue
                if word.text.islower() and word.pos not in {"PROPN", "X", "INTJ"}:
                    small[word.text] += 1
                elif place and word.pos == "PROPN":
                    large[word.text.lower()] += 1
    return {word for word, count in small.items() if count >= LEAST_COUNT and count >= large[word]}


def without_forms(words: set[str]) -> list[str]:
    """The words in alphabetical order, without short ones and regular forms of others."""
    return sorted(
        word
        for word in words
        if len(word) >= SHORTEST and not any(base in words for base in bases(word))
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    parser.add_argument("--words", type=Path, nargs="+", default=DEFAULT_WORDS)
    parser.add_argument("--output", type=Path, default=TARGET)
    options = parser.parse_args()
    every = listed_words(options.words) | read_words(options.data / name for name in TREEBANKS)
    words = without_forms(every)
    options.output.write_text(HEADER + "\n".join(words) + "\n", encoding="utf-8")
    print(f"{len(words):,} words in {options.output}")


if __name__ == "__main__":
    main()
