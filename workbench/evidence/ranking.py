"""Offers the passages of linked sources that bear on a claim, and says why each is offered."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.evidence.findings import Comparison, SourceNumbers
from workbench.evidence.quotes import fidelity
from workbench.evidence.scoring import scored
from workbench.evidence.words import words_of
from workbench.model import Agreement, ClaimKind, Finding, Match

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.evidence.quotes import Fidelity
    from workbench.model import Claim, Passage

NEAR_WORDS = 6
NEAR_WEIGHT = 0.5
FAR_WEIGHT = 0.2
"""What the words of the sentence round a claim weigh beside the claim's own, near it and far off."""

LARGEST_GAP = 4
"""Characters between two passages that stand side by side: a blank line, a list mark."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that may bear on a claim, with its source."""

    passage: Passage
    source_number: int
    source_title: str


def search_words(claim_text: str) -> list[str]:
    """The words to look for in sources, as written: numbers first, then names, then the longest."""
    words: dict[str, tuple[int, int, str]] = {}
    for word in words_of(claim_text):
        if word.counts:
            written = word.span.of(claim_text)
            kind = 0 if written[0].isdigit() else 1 if word.is_name else 2
            words.setdefault(word.stem, (kind, -len(written), written))
    return [written for _, _, written in sorted(words.values())]


def rank(
    claim: Claim,
    text: str,
    passages: Sequence[Candidate],
    *,
    context: str = "",
    start: int = 0,
    limit: int = 5,
) -> list[Match]:
    """The best passages for `claim`, best first; only such as share words with it.

    Args:
        text: the claim's own words.
        context: the sentence it stands in, which helps to find the place; empty where it is a sentence itself.
        start: where in `context` the claim begins.
        limit: the most to return.
    """
    ordered = sorted(passages, key=lambda one: (one.source_number, one.passage.span))
    texts = [candidate.passage.text for candidate in ordered]
    ranking = scored(
        _wanted(text, context, start), texts, _follows(ordered), _depths(ordered), limit=limit
    )
    own_stems = {word.stem for word in words_of(text) if word.counts}
    comparisons: dict[int, tuple[int, Comparison]] = {}
    matches: list[Match] = []
    for place in ranking.order:
        candidate = ordered[place]
        source = candidate.source_number
        if source not in comparisons:
            at = [n for n, one in enumerate(ordered) if one.source_number == source]
            numbers = SourceNumbers(texts[at[0] : at[-1] + 1])
            comparisons[source] = at[0], Comparison(text, numbers, context=context, start=start)
        first, comparison = comparisons[source]
        passage = candidate.passage.text
        quoted = fidelity(text, passage) if claim.kind is ClaimKind.QUOTE else None
        findings = comparison.of_passage(place - first)
        matches.append(
            Match(
                passage=candidate.passage,
                source_number=source,
                source_title=candidate.source_title,
                score=ranking.scores[place],
                words=tuple(word.span for word in words_of(passage) if word.stem in own_stems),
                findings=(_quote_finding(text, passage, quoted), *findings) if quoted else findings,
                changes=quoted.changes if quoted else (),
            )
        )
    return matches


def _wanted(text: str, context: str, start: int) -> dict[str, float]:
    wanted = {word.stem: 1.0 for word in words_of(text) if word.counts}
    end = start + len(text)
    around = words_of(context)
    before = [word for word in around if word.end <= start]
    after = [word for word in around if word.start >= end]
    for words in (before[::-1], after):
        for distance, word in enumerate(words):
            if word.counts:
                weight = NEAR_WEIGHT if distance < NEAR_WORDS else FAR_WEIGHT
                wanted[word.stem] = max(weight, wanted.get(word.stem, 0.0))
    return wanted


def _depths(ordered: Sequence[Candidate]) -> list[float]:
    ends: dict[int, int] = {}
    for one in ordered:
        ends[one.source_number] = max(one.passage.span.end, ends.get(one.source_number, 1))
    return [one.passage.span.start / ends[one.source_number] for one in ordered]


def _follows(ordered: Sequence[Candidate]) -> list[bool]:
    follows = [False] if ordered else []
    for before, this in itertools.pairwise(ordered):
        gap = this.passage.span.start - before.passage.span.end
        follows.append(before.source_number == this.source_number and gap <= LARGEST_GAP)
    return follows


def _quote_finding(text: str, passage: str, quoted: Fidelity) -> Finding:
    agreement = Agreement.EXACT if quoted.is_faithful else Agreement.MISMATCH
    return Finding(text, agreement, quoted.said.of(passage), quoted.said)
