"""Trees that disprove themselves, each as a parser might give it, and what is made of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.model import Span
from workbench.splitting.grammar import grammar_of
from workbench.splitting.lexicon import lexicon_of
from workbench.splitting.mending import mended
from workbench.splitting.parsing import Parse

TREES = Path(__file__).parent.parent / "corpus" / "en" / "trees.txt"
BLOCKS = [block.splitlines() for block in TREES.read_text(encoding="utf-8").split("\n\n")[1:]]

_VERBS = ("VB", "MD")


def tree(written: str) -> Parse:
    """A parse from words as `word/TAG/relation>head`, heads counted from 0."""
    words = [entry.rsplit("/", 2) for entry in written.split()]
    relations = [relation.rsplit(">", 1) for _, _, relation in words]
    starts = [sum(len(word) + 1 for word, *_ in words[:place]) for place in range(len(words))]
    ends = [start + len(word) for start, (word, *_) in zip(starts, words, strict=True)]
    tags = tuple(tag for _, tag, _ in words)
    return Parse(
        sentence=0,
        span=Span(0, ends[-1]),
        start=starts,
        end=ends,
        text=tuple(word for word, *_ in words),
        tag=tags,
        pos=tuple(_part_of_speech(tag, dep) for tag, (dep, _) in zip(tags, relations, strict=True)),
        dep=tuple(dep for dep, _ in relations),
        head=tuple(int(head) for _, head in relations),
    )


def _part_of_speech(tag: str, relation: str) -> str:
    if tag.startswith(_VERBS):
        return "AUX" if relation in ("aux", "aux:pass", "cop") else "VERB"
    if not tag[0].isalpha():
        return "PUNCT"
    known = {"NNP": "PROPN", "NNPS": "PROPN", "CD": "NUM", "IN": "ADP", "JJ": "ADJ", "RB": "ADV"}
    return known.get(tag, "NOUN" if tag.startswith("NN") else "X")


def made_of(written: str) -> set[str]:
    """Each word with its relation and the word it hangs on."""
    parse = mended(tree(written), [False] * len(written.split()), grammar_of(lexicon_of("en")))
    return {
        f"{word} {dep} {parse.text[head]}"
        for word, dep, head in zip(parse.text, parse.dep, parse.head, strict=True)
    }


@pytest.mark.parametrize(
    "block", [block for block in BLOCKS if block[2:]], ids=lambda block: block[0].removeprefix("# ")
)
def test_a_tree_is_put_right(block: list[str]) -> None:
    _, written, *expected = block
    assert {line.removeprefix("= ") for line in expected} <= made_of(written)


@pytest.mark.parametrize("written", [block[1] for block in BLOCKS if not block[2:]])
def test_a_sound_tree_stays_as_it_is(written: str) -> None:
    parse = tree(written)
    assert made_of(written) == {
        f"{word} {dep} {parse.text[head]}"
        for word, dep, head in zip(parse.text, parse.dep, parse.head, strict=True)
    }


def test_there_is_a_tree_for_each_rule() -> None:
    assert sum(bool(block[2:]) for block in BLOCKS) >= 34
