"""Sentences of our own with the times in them and what they mean on the calendar, read by eye."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from workbench.model import Document
from workbench.splitting.context import Context
from workbench.splitting.lexicon import lexicon_of
from workbench.splitting.times import detect

CORPUS = Path(__file__).parent.parent / "corpus" / "en" / "times.txt"
PUBLISHED = date(2021, 9, 16)


def blocks() -> list[list[str]]:
    """Each sentence, then a line for each time."""
    text = CORPUS.read_text(encoding="utf-8")
    found = [block.splitlines() for block in text.split("\n\n") if block.strip()]
    return [block for block in found if not block[0].startswith("#")]


def times(sentence: str) -> list[str]:
    document = Document(sentence, "A test", published=PUBLISHED)
    claims = detect(Context(document, [], [], lexicon_of("en")))
    return [
        f"  {claim.span.of(sentence)} | {claim.value.to_json() if claim.value else ''}".rstrip()
        for claim in claims
    ]


@pytest.mark.parametrize("block", blocks(), ids=[block[0] for block in blocks()])
def test_a_sentence_has_the_times_that_were_read_by_eye(block: list[str]) -> None:
    assert times(block[0]) == block[1:]
