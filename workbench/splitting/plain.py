"""Which sentences assert something where no parser tells their clauses apart: one event each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.model import Claim, ClaimKind, Span

if TYPE_CHECKING:
    from workbench.splitting.context import Context

_LIKELY_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|does|did|do|said|says"
    r"|\w{3,}ed|went|took|made|came|won|lost|began|became|found|held|left|led|met|paid|put|ran"
    r"|rose|fell|saw|sent|set|sold|spent|told|took|wrote|gave|got|grew|kept|knew|hit)\b"
)


def detect(context: Context) -> list[Claim]:
    """One event a sentence that has a likely finite verb."""
    claims: list[Claim] = []
    for sentence in context.sentences:
        words = sentence.of(context.text)
        if words.endswith("?") or not _LIKELY_FINITE.search(words):
            continue
        span = _without_edges(sentence, context.text)
        if span and context.quote_at(span.start) is None:
            claims.append(Claim(span, ClaimKind.EVENT, "event.sentence"))
    return claims


def _without_edges(span: Span, text: str) -> Span:
    start, end = span.start, span.end
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return Span(start, end)
