"""Sentences of our own with the details a checker would tick off, read without a parser."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.splitting.views import plain_context
from workbench.splitting import money, quantities, ranks, times

CORPUS = Path(__file__).parent.parent / "corpus" / "en" / "details.txt"
DETECTORS = (money.detect, quantities.detect, ranks.detect, times.detect)


def blocks() -> list[tuple[str, list[str]]]:
    """Each sentence with the lines of its details."""
    lines = CORPUS.read_text(encoding="utf-8").splitlines()
    kept = "\n".join(line for line in lines if not line.startswith("#"))
    found = [block.splitlines() for block in kept.split("\n\n") if block.strip()]
    return [(block[0], block[1:]) for block in (list(filter(None, block)) for block in found)]


def details(sentence: str) -> list[str]:
    """The details of a sentence, as the corpus writes them."""
    context = plain_context(sentence)
    claims = [claim for detect in DETECTORS for claim in detect(context)]
    claims.sort(key=lambda claim: (claim.span.start, -claim.span.end))
    return [
        f"{claim.kind} | {claim.span.of(sentence)} | "
        f"{json.dumps(claim.value.to_json() if claim.value else None)}"
        for claim in claims
    ]


@pytest.mark.parametrize(("sentence", "expected"), blocks(), ids=[block[0] for block in blocks()])
def test_a_sentence_has_the_details_that_were_read_by_eye(
    sentence: str, expected: list[str]
) -> None:
    assert details(sentence) == expected
