"""Scores passages by the words they share with a claim, and orders them so that together they cover it."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.evidence.words import CACHED_TEXTS, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SATURATION = 1.2
"""BM25's k1: how soon a repeated word stops adding."""

LENGTH_WEIGHT = 0.25
"""BM25's b: passages are sentences, whose length says little."""

NUMBER_WEIGHT = 1.5
"""A number says more about a passage than a word as rare."""

ALIKE_WEIGHT = 0.3
"""Of a word that only begins alike: `statistics` for `statistician`."""

NEXT_WEIGHT = 0.12
"""Of the claim's words that only the passage before or after has: a fact is told in two sentences."""

BACKWARD_WEIGHT = 0.1
"""Of the passage before, where this one begins with a word that points back to it."""

AFTER_NEXT_WEIGHT = 0.12
"""Of the passages two away."""

FIRST_PLACES = 3
"""Ranked by score alone; from there on, passages that say something new come first."""

OWN_LATER = 3.7
NEXT_LATER = 4.0
TWO_AWAY_LATER = 0.76
THREE_AWAY_LATER = 0.48
RAREST_LATER = 13.3
LENGTH_LATER = 0.64
DEPTH_LATER = 1.5
"""Below the first places: what a passage shares beside the best, what only those beside it share, what
those two and three away share, its weightiest word, how long it is, and how far down its source it
stands. A regression on the 306 claims of WiCE's development set; held-out fifths of it have all of a
claim's evidence among the first ten in 86 of 100 cases, and had in 84 before."""

REPEATED = 2.0
"""What is taken off for saying what the passages above have said."""

CONTENDERS = 40
"""So many of the best are weighed against each other for the places below the first."""

LEAST_SHARE = 0.08
"""Of the best score: below it a passage says nothing about the claim."""

_POINTS_BACK = re.compile(
    r"\W*(?:he|she|it|they|this|that|these|those|his|her|its|their|the|but|and|so|then|there|i|we)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Bag:
    counts: Mapping[str, int]
    length: int
    beginnings: frozenset[str]
    points_back: bool


@dataclass(frozen=True, slots=True)
class Scored:
    """Passages for one claim."""

    scores: tuple[float, ...]
    """Of each passage, 0 to 100: what part of the claim's weighed words it holds."""

    order: tuple[int, ...]
    """The places of the best, best first; only such as share words with the claim."""


def scored(
    wanted: Mapping[str, float],
    passages: Sequence[str],
    follows: Sequence[bool],
    depths: Sequence[float],
    *,
    limit: int,
) -> Scored:
    """Score `passages`, and order the best `limit` of them.

    Args:
        wanted: the claim's stems, each with what it weighs.
        follows: for each passage, whether it directly follows the one before it in this list.
        depths: how far down its source each passage stands, 0 to 1.
    """
    bags = [_bag(passage) for passage in passages]
    weights = _weights(wanted, bags)
    held = _held(weights, bags)
    own = [sum(words.values()) for words in held]
    near = _Near(own, follows)
    lent = [_lent(held, at, follows) for at in range(len(bags))]
    first = [
        own[at]
        + NEXT_WEIGHT * lent[at]
        + (BACKWARD_WEIGHT * near.at(at, -1) if bags[at].points_back else 0.0)
        + AFTER_NEXT_WEIGHT * near.both(at, 2)
        for at in range(len(bags))
    ]
    whole = sum(weights.values()) or 1.0
    most = max(own, default=0.0) or 1.0
    average = _average_length(bags)
    later = [
        (OWN_LATER * own[at] + TWO_AWAY_LATER * near.both(at, 2)) / most
        + THREE_AWAY_LATER * near.both(at, 3) / most
        + (NEXT_LATER * lent[at] + RAREST_LATER * max(held[at].values(), default=0.0)) / whole
        + LENGTH_LATER * math.log1p(bags[at].length / average)
        - DEPTH_LATER * depths[at]
        for at in range(len(bags))
    ]
    best = whole * (SATURATION + 1) / (1 + SATURATION * (1 - LENGTH_WEIGHT))
    return Scored(
        tuple(min(100.0, 100 * score / best) for score in first),
        tuple(_covering(held, first, later, whole, limit)),
    )


@lru_cache(maxsize=CACHED_TEXTS)
def _bag(passage: str) -> _Bag:
    counts = Counter([word.stem for word in words_of(passage) if word.counts])
    return _Bag(
        counts,
        counts.total(),
        frozenset(key for stem in counts for key in _beginnings(stem)),
        _POINTS_BACK.match(passage) is not None,
    )


def _beginnings(stem: str) -> tuple[str, ...]:
    if len(stem) < 4 or stem[0].isdigit():
        return ()
    return (stem[:5], stem[:4]) if len(stem) <= 5 else (stem[:5],)


def _weights(wanted: Mapping[str, float], bags: Sequence[_Bag]) -> dict[str, float]:
    count = len(bags)
    weights: dict[str, float] = {}
    for stem, weight in wanted.items():
        holding = sum(stem in bag.counts for bag in bags)
        # never near nothing: the store may have looked for these very words, so that all hold them
        rarity = math.log(1 + (count + 1) / (holding + 0.5))
        weights[stem] = weight * rarity * (NUMBER_WEIGHT if stem[0].isdigit() else 1.0)
    return weights


def _held(weights: Mapping[str, float], bags: Sequence[_Bag]) -> list[dict[str, float]]:
    average = _average_length(bags)
    alike: dict[str, list[str]] = {}
    for stem in weights:
        for beginning in _beginnings(stem):
            alike.setdefault(beginning, []).append(stem)
    held: list[dict[str, float]] = []
    for bag in bags:
        norm = SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * bag.length / average)
        words: dict[str, float] = {}
        # in the claim's order: sums of fractions must not depend on the order of a set
        for stem, weight in weights.items():
            count = bag.counts.get(stem, 0)
            if count:
                words[stem] = weight * count * (SATURATION + 1) / (count + norm)
        for beginning in sorted(alike.keys() & bag.beginnings):
            for stem in alike[beginning]:
                words.setdefault(stem, weights[stem] * ALIKE_WEIGHT)
        held.append(words)
    return held


def _average_length(bags: Sequence[_Bag]) -> float:
    return sum(bag.length for bag in bags) / max(1, len(bags)) or 1.0


class _Near:
    """Scores of the passages round one, as far as they are really beside it."""

    def __init__(self, own: Sequence[float], follows: Sequence[bool]) -> None:
        self._own = own
        block = 0
        self._blocks: list[int] = []
        for is_next in follows:
            block += not is_next
            self._blocks.append(block)

    def at(self, place: int, offset: int) -> float:
        other = place + offset
        if 0 <= other < len(self._own) and self._blocks[other] == self._blocks[place]:
            return self._own[other]
        return 0.0

    def both(self, place: int, far: int) -> float:
        return self.at(place, -far) + self.at(place, far)


def _lent(held: Sequence[Mapping[str, float]], at: int, follows: Sequence[bool]) -> float:
    own = held[at]
    lent: dict[str, float] = {}
    beside = []
    if at and follows[at]:
        beside.append(held[at - 1])
    if at + 1 < len(held) and follows[at + 1]:
        beside.append(held[at + 1])
    for words in beside:
        for stem, weight in words.items():
            if stem not in own:
                lent[stem] = max(lent.get(stem, 0.0), weight)
    return sum(lent.values())


def _covering(
    held: Sequence[Mapping[str, float]],
    first: Sequence[float],
    later: Sequence[float],
    whole: float,
    limit: int,
) -> list[int]:
    least = LEAST_SHARE * max(first, default=0.0)
    places = [at for at in range(len(first)) if held[at] and first[at] > least]
    places.sort(key=lambda at: (-first[at], at))
    order = places[: min(limit, FIRST_PLACES)]
    rest = places[FIRST_PLACES:]
    rest.sort(key=lambda at: (-later[at], at))
    contenders = rest[:CONTENDERS]
    covered: dict[str, float] = {}
    for at in order:
        _cover(covered, held[at])
    while contenders and len(order) < limit:
        best = max(
            contenders,
            key=lambda at: (later[at] - REPEATED * _repeated(covered, held[at]) / whole, -at),
        )
        contenders.remove(best)
        order.append(best)
        _cover(covered, held[best])
    return order


def _cover(covered: dict[str, float], words: Mapping[str, float]) -> None:
    for stem, weight in words.items():
        covered[stem] = max(covered.get(stem, 0.0), weight)


def _repeated(covered: Mapping[str, float], words: Mapping[str, float]) -> float:
    return sum(min(weight, covered.get(stem, 0.0)) for stem, weight in words.items())
