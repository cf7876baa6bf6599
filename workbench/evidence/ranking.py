"""Ranks the passages of linked sources for a claim, and says why each is offered."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.evidence.findings import Comparison
from workbench.evidence.quotes import fidelity
from workbench.evidence.words import STOP_WORDS, words_of
from workbench.model import Agreement, ClaimKind, Finding, Match, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.evidence.quotes import Fidelity
    from workbench.model import Claim, Passage

SATURATION = 1.2
"""BM25's k1: how soon a repeated word stops adding."""

LENGTH_WEIGHT = 0.3
"""BM25's b: passages are sentences, whose length says little."""


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
    claim: Claim, text: str, passages: Sequence[Candidate], *, context: str = "", limit: int = 5
) -> list[Match]:
    """The best passages for `claim`, best first; only such as share words with it.

    Args:
        text: the claim's own words.
        context: the sentence it stands in; its words help to find the place, and weigh less.
        limit: the most to return.
    """
    texts = [candidate.passage.text for candidate in passages]
    scores = bm25(text, texts, context=context)
    order = sorted(range(len(texts)), key=lambda at: (-scores[at], at))[:limit]
    comparison = Comparison(text, texts, context=context)
    siblings: defaultdict[str, list[str]] = defaultdict(list)
    for candidate in passages:
        siblings[candidate.passage.source_id].append(candidate.passage.text)
    query = {word.stem for word in words_of(text) if word.counts}
    matches: list[Match] = []
    for at in order:
        if scores[at] <= 0:
            break
        candidate = passages[at]
        quoted = fidelity(text, texts[at]) if claim.kind is ClaimKind.QUOTE else None
        findings = comparison.findings(texts[at], siblings[candidate.passage.source_id])
        matches.append(
            Match(
                passage=candidate.passage,
                source_number=candidate.source_number,
                source_title=candidate.source_title,
                score=scores[at],
                words=_matching(texts[at], query),
                findings=(_quote_finding(text, texts[at], quoted), *findings)
                if quoted
                else findings,
                changes=quoted.changes if quoted else (),
            )
        )
    return matches


def bm25(text: str, passages: Sequence[str], *, context: str = "") -> list[float]:
    """A score for each passage, 100 being a passage that says nothing but the claim."""
    bags = [
        Counter(word.stem for word in words_of(passage) if word.stem not in STOP_WORDS)
        for passage in passages
    ]
    lengths = [bag.total() for bag in bags]
    average = sum(lengths) / max(1, len(lengths)) or 1.0
    weights = _weights(text, context, bags)
    best = sum(weights.values()) * (SATURATION + 1) / (1 + SATURATION * (1 - LENGTH_WEIGHT)) or 1.0
    scores: list[float] = []
    for bag, length in zip(bags, lengths, strict=True):
        norm = SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * length / average)
        score = sum(
            weight * count * (SATURATION + 1) / (count + norm)
            for stem, weight in weights.items()
            if (count := bag.get(stem, 0))
        )
        scores.append(min(100.0, 100 * score / best))
    return scores


CONTEXT_WEIGHT = 0.35
"""What a word of the claim's sentence weighs beside a word of the claim."""


def _weights(text: str, context: str, bags: Sequence[Counter[str]]) -> dict[str, float]:
    wanted = {word.stem: 1.0 for word in words_of(text) if word.counts}
    for word in words_of(context):
        if word.counts:
            wanted.setdefault(word.stem, CONTEXT_WEIGHT)
    weights: dict[str, float] = {}
    for stem, weight in wanted.items():
        holding = sum(stem in bag for bag in bags)
        # never near nothing: the store may have looked for these very words, so that all hold them
        weights[stem] = weight * math.log(1 + (len(bags) + 1) / (holding + 0.5))
    return weights


def _matching(passage: str, query: set[str]) -> tuple[Span, ...]:
    return tuple(word.span for word in words_of(passage) if word.stem in query)


def _quote_finding(text: str, passage: str, quoted: Fidelity) -> Finding:
    agreement = Agreement.EXACT if quoted.is_faithful else Agreement.MISMATCH
    return Finding(text, agreement, quoted.said.of(passage), quoted.said)
