from __future__ import annotations

import os
import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.model import ClaimKind, Document, Level
from workbench.splitting import split

WORDS = st.sampled_from(
    [
        "the",
        "a",
        "mayor",
        "Ann",
        "Lee",
        "said",
        "told",
        "that",
        "which",
        "who",
        "where",
        "after",
        "while",
        "with",
        "although",
        "because",
        "of",
        "to",
        "in\n",
        "",
        "",
        "",
        "Arle",
        "42",
        "1961",
        "$5",
        "million",
        "percent",
        "first",
        "longest",
        "Monday",
        "was",
        "were",
        "opened",
        "built",
        "killing",
        "denied",
        "asked\n",
        "",
        "",
        "",
        "and",
        "but",
        "or",
        "so",
        "not",
        "never",
        "has",
        "been",
        "will",
        ",",
        ",",
        ".",
        ".",
        ";",
        ":",
        "?",
        "!",
        "“",
        "”",
        '"',
        "'",
        "(",
        ")",
        "-",
        "—",
        "according",
        "to",
        "“We",
        "will",
        "stay”\n",
        "",
        "",
        "",
        "\n",
        "\n\n",
        "1.",
        "•",
        "which,",
        "said.",
        "Inc.",
        "U.S.",
        "café",
        "’s",
        "n't",
    ]
)
"""Parts of sentences in any order: texts that no grammar expects."""


def check(text: str) -> None:
    """What holds for every text."""
    claims = split(Document(text, title=""))
    for claim in claims:
        assert claim.span.end <= len(text)
        assert claim.span == claim.span.trimmed(text)
        assert claim.span
        assert claim.rule
        assert 0 <= claim.priority <= 1
        if claim.parent is None:
            continue
        parent = claims[claim.parent]
        assert claim.level is Level.DETAIL
        assert parent.level is Level.ASSERTION
        assert claim.span in parent.span
    assert claims == split(Document(text, title=""))
    assert claims == sorted(claims, key=lambda claim: (claim.span.start, -claim.span.end))


@settings(deadline=None)  # the first text loads the parser
@given(st.text())
def test_any_text_splits_into_claims_with_exact_words(text: str) -> None:
    check(text)


@settings(deadline=None, max_examples=150)
@given(st.lists(WORDS, max_size=60))
def test_any_heap_of_words_splits_too(words: list[str]) -> None:
    check(" ".join(words))


@pytest.mark.parametrize(
    "text",
    [
        "the old bridge and the river " * 2_000,
        "“ " * 10_000,
        '" ' * 10_000,
        "7" * 100_000,
        "( " * 5_000,
        "a, b and c, " * 3_000,
        "said said said " * 1_000,
        "\n" * 50_000,
        "\u202e\x00\ud800" * 1_000,
    ],
    ids=[
        "no end",
        "quotes",
        "straight quotes",
        "digits",
        "brackets",
        "commas",
        "said",
        "lines",
        "signs",
    ],
)
def test_a_hard_text_takes_no_longer_than_its_size(text: str) -> None:
    split(Document("It rained.", title=""))
    half = _seconds(text[: len(text) // 2])
    assert _seconds(text) < 3 * half + 0.5


def _seconds(text: str) -> float:
    begun = time.process_time()
    split(Document(text, title=""))
    return time.process_time() - begun


def test_the_same_text_gives_the_same_claims_in_any_process() -> None:
    code = (
        "from workbench.model import Document; from workbench.splitting import split\n"
        "text = 'Ann Lee, who won twice in 1961, said “we will stay”, and Bern paid $5.'\n"
        "print([(c.span.start, c.span.end, c.kind, c.rule, c.speaker, c.statement) for c in split(Document(text, title=''))])"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


def test_loading_waits_for_a_text() -> None:
    code = "import sys, workbench.splitting; sys.exit('spacy' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_an_empty_text_has_no_claims() -> None:
    assert split(Document("", title="")) == []


def test_every_kind_is_found() -> None:
    text = (
        "Mayor Ann Lee said “we will stay in the hall” on 4 May 2020. The town, the region's oldest "
        "port, paid $5 million for 180 boats."
    )
    assert {claim.kind for claim in split(Document(text, title=""))} == set(ClaimKind)
