"""What the splitter says of words that an editor chose: their value, speaker, statement and priority."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.model import BY_HAND, Claim, ClaimKind, Level, Span
from workbench.splitting.language import recognised_language
from workbench.splitting.priority import priority
from workbench.splitting.sentences import sentence_spans
from workbench.splitting.splitter import split

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model import Document

QUOTATION_MARKS = '“„«"‘'
MOST_WORDS_OF_A_DETAIL = 4
AROUND = 1500
"""Characters looked at on both sides for where a sentence begins and ends: longer than sentences are."""


def claim_over(
    document: Document, span: Span, kind: ClaimKind | None, *, model: str | None
) -> Claim:
    """`span` as a claim of `kind`, or of the kind that the splitter takes the words for.

    The words are read in their sentences: as the splitter finds them there, else as the largest claim
    of that kind that it finds inside them, else as what they say alone.
    """
    stretch = _sentences_around(document.text, span)
    found = [
        replace(claim, span=claim.span.shifted(stretch.start))
        for claim in _split_alone(document, stretch, model)
    ]
    if kind is None:
        kind = _likely_kind(document.text, span, found)
    alike = [claim for claim in found if claim.kind is kind and claim.span.overlaps(span)]
    exact = [claim for claim in alike if claim.span == span]
    inside = _largest([claim for claim in alike if claim.span in span])
    around = _largest(alike)
    known = exact[0] if exact else inside
    if known is None and kind.level is Level.DETAIL:
        known = _largest(
            [claim for claim in _split_alone(document, span, model) if claim.kind is kind]
        )
    language = recognised_language(document.text[: 2 * AROUND], named=document.language)
    weighed = known or around
    return Claim(
        span,
        kind,
        BY_HAND,
        value=known.value if known else None,
        speaker=around.speaker if around else None,
        statement=_statement(kind, exact, around),
        priority=weighed.priority
        if weighed
        else round(priority(stretch.of(document.text), language), 4),
    )


def sentence_around(text: str, offset: int) -> Span | None:
    """The sentence with the character at `offset`; None between two sentences."""
    for sentence in _sentences_near(text, Span(offset, offset + 1)):
        if sentence.start <= offset < sentence.end:
            return sentence
    return None


def _likely_kind(text: str, span: Span, found: Sequence[Claim]) -> ClaimKind:
    """What the splitter makes of the words, or of most of them; else by how they look."""
    if text[span.start] in QUOTATION_MARKS:
        return ClaimKind.QUOTE
    exact = [claim for claim in found if claim.span == span]
    inside = _largest([claim for claim in found if claim.span in span])
    if exact:
        return exact[0].kind
    if inside and 2 * len(inside.span) > len(span):
        return inside.kind
    words = span.of(text)
    if len(words.split()) > MOST_WORDS_OF_A_DETAIL:
        return ClaimKind.EVENT
    return ClaimKind.QUANTITY if any(map(str.isdigit, words)) else ClaimKind.NAME


def _statement(kind: ClaimKind, exact: Sequence[Claim], around: Claim | None) -> str:
    if exact:
        return exact[0].statement
    # a clause with other words says something else; a detail is stated by its clause as a rule
    return around.statement if around and kind.level is Level.DETAIL else ""


def _split_alone(document: Document, stretch: Span, model: str | None) -> list[Claim]:
    headings = tuple(
        heading.shifted(-stretch.start) for heading in document.headings if heading in stretch
    )
    text = stretch.of(document.text)
    return split(replace(document, text=text, headings=headings, places=()), model=model)


def _sentences_around(text: str, span: Span) -> Span:
    """The whole sentences that `span` lies in."""
    touched = [one for one in _sentences_near(text, span) if one.overlaps(span)]
    if not touched:
        return span
    return Span(min(span.start, touched[0].start), max(span.end, touched[-1].end))


def _sentences_near(text: str, span: Span) -> list[Span]:
    start = max(0, span.start - AROUND)
    return [sentence.shifted(start) for sentence in sentence_spans(text[start : span.end + AROUND])]


def _largest(claims: Sequence[Claim]) -> Claim | None:
    return max(claims, key=lambda claim: len(claim.span), default=None)
