"""Decomposition: human-written atomic facts of sentences against the splitter's statements."""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.model import Document
from workbench.splitting.splitter import statements_of

if TYPE_CHECKING:
    from collections.abc import Sequence

DEFAULT_DATA = Path("../shared")
LEAST_F1 = 0.7
"""Of content words, for a statement and a fact to say the same."""

_WORD = re.compile(r"[^\W_]+")
_FUNCTION_WORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "from",
        "by",
        "with",
        "as",
        "and",
        "or",
        "but",
        "that",
        "this",
        "these",
        "those",
        "it",
        "its",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "has",
        "have",
        "had",
        "do",
        "does",
        "did",
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "he",
        "she",
        "they",
        "his",
        "her",
        "their",
        "him",
        "them",
        "who",
        "whom",
        "which",
        "whose",
        "where",
        "when",
        "there",
        "s",
        "also",
        "not",
        "than",
        "into",
        "about",
        "over",
        "i",
        "we",
        "you",
        "my",
        "our",
        "your",
        "me",
        "us",
        "such",
        "including",
    ]
)


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with the facts people took from it."""

    topic: str
    sentence: str
    facts: tuple[str, ...]


def examples(path: Path) -> list[Example]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [
            Example(row["topic"], row["sentence"], tuple(row["facts"]))
            for row in map(json.loads, lines)
        ]


def content_words(text: str, topic: str) -> Counter[str]:
    """The words that say something, without those of the topic."""
    topic_words = set(_WORD.findall(topic.lower()))
    return Counter(
        word
        for word in _WORD.findall(text.lower())
        if word not in _FUNCTION_WORDS and word not in topic_words
    )


def overlap(one: Counter[str], other: Counter[str]) -> float:
    """F1 of the words of two statements."""
    common = sum((one & other).values())
    total = sum(one.values()) + sum(other.values())
    return 2 * common / total if total else 0.0


def matched(facts: Sequence[Counter[str]], statements: Sequence[Counter[str]]) -> int:
    """How many facts have a statement of their own, the closest pairs first."""
    pairs = sorted(
        (-overlap(fact, statement), i, j)
        for i, fact in enumerate(facts)
        for j, statement in enumerate(statements)
        if overlap(fact, statement) >= LEAST_F1
    )
    used: tuple[set[int], set[int]] = (set(), set())
    for _, i, j in pairs:
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
    return len(used[0])


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    parser.add_argument("--predictions", type=Path, help="file for the statements, JSON lines")
    options = parser.parse_args(arguments)
    path = options.data
    if path.is_dir():
        path = path / "decomposition" / "factscore-chatgpt.jsonl.gz"
    if not path.is_file():
        print(f"decomposition: skipped, no sentences in {options.data}")
        return 0
    given = found = same = 0
    lines: list[str] = []
    for example in examples(path):
        statements = statements_of(Document(example.sentence, title=example.topic))
        lines.append(json.dumps({"sentence": example.sentence, "statements": statements}))
        facts = [words for fact in example.facts if (words := content_words(fact, example.topic))]
        guesses = [words for text in statements if (words := content_words(text, example.topic))]
        given += len(facts)
        found += len(guesses)
        same += matched(facts, guesses)
    if options.predictions:
        options.predictions.write_text("\n".join(lines) + "\n", encoding="utf-8")
    precision, recall = same / max(found, 1), same / max(given, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    print(f"{given} facts, {found} statements, {same} the same")
    print(f"F@.7 {f1:.3f} (precision {precision:.3f}, recall {recall:.3f})")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
