"""Small parts that split and rank, until the real ones are there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.model import Claim, ClaimKind, Document, Match, Passage, Quantity, Span

if TYPE_CHECKING:
    from collections.abc import Sequence


def split(document: Document, *, model: str | None = None) -> list[Claim]:
    claims: list[Claim] = []
    for sentence in re.finditer(r"[^.]+\.", document.text):
        claims.append(Claim(Span(*sentence.span()).trimmed(document.text), ClaimKind.EVENT, "s"))
        place = len(claims) - 1
        claims.extend(
            Claim(
                Span(*number.span()),
                ClaimKind.QUANTITY,
                "n",
                Quantity((int(number.group()),)),
                parent=place,
            )
            for number in re.compile(r"\d+").finditer(document.text, *sentence.span())
        )
    return claims


@dataclass(frozen=True)
class Candidate:
    passage: Passage
    source_number: int
    source_title: str


def passages(document: Document, sentences: Sequence[Span]) -> list[tuple[Span, str]]:
    return [
        (span.trimmed(document.text), "") for span in sentences if span.of(document.text).strip()
    ]


def search_words(claim_text: str) -> list[str]:
    return claim_text.split()


def rank(claim: Claim, text: str, passages: Sequence[Candidate], *, limit: int = 5) -> list[Match]:
    matches = [
        Match(
            one.passage,
            one.source_number,
            one.source_title,
            float(len(set(text.split()) & set(one.passage.text.split()))),
        )
        for one in passages
    ]
    return sorted(matches, key=lambda match: -match.score)[:limit]


def is_copy(article_text: str, source_text: str) -> bool:
    return article_text.split() == source_text.split()
