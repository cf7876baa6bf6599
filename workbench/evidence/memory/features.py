"""How a statement and an earlier claim are compared: one row of numbers a pair."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from workbench.evidence.memory.stems import plain, stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_NAME = re.compile(r"(?<=[\w,] )[A-Z]\w+")
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")

BM25_K1 = 1.2
BM25_B = 0.75
"""The usual constants of BM25 (Robertson and Zaragoza, 2009)."""

LEAST_CLAIMS = 1_000
"""A memory of fewer claims is weighed as if it had these: in one of five claims no word would be rare."""


@dataclass(frozen=True, slots=True)
class EarlierClaim:
    """A claim checked before, as the memory keeps it."""

    key: int
    text: str
    headline: str = ""
    """Of the article or check it came from."""


@dataclass(frozen=True, slots=True)
class Frequencies:
    """In how many of the memory's claims each stem occurs."""

    counts: Mapping[str, int]
    claims: int
    mean_length: float
    """Stems a claim."""

    def idf(self, stem: str) -> float:
        """Inverse document frequency as BM25 has it, never negative."""
        count = self.counts.get(stem, 0)
        claims = max(self.claims, LEAST_CLAIMS)
        return math.log(1 + (claims - count + 0.5) / (count + 0.5))


FEATURES = (
    "bm25 against the best",
    "bm25",
    "bm25 behind the best",
    "place",
    "share of the statement's words",
    "share of the headline's words",
    "share of the claim's words",
    "share of both",
    "word pairs",
    "rarest word",
    "three rarest words",
    "shared weight",
    "share of the statement's names",
    "weight of the names",
    "share of the statement's numbers",
    "no number agrees",
    "claim's numbers missing",
    "statement length",
    "claim length",
    "dice",
    "words shared",
)


class _Side:
    """One text taken apart once."""

    __slots__ = ("names", "numbers", "pairs", "parts", "stems", "unique")

    def __init__(self, *texts: str) -> None:
        joined = [stems(text) for text in texts]
        self.stems = [stem for part in joined for stem in part]
        self.parts = [set(part) for part in joined]
        """The stems of each text, in the order given."""

        self.unique = set(self.stems)
        self.pairs = {pair for part in joined for pair in pairwise(part)}
        self.names = {
            stem for text in texts for word in _NAME.findall(plain(text)) for stem in stems(word)
        }
        self.numbers = {number for text in texts for number in _NUMBER.findall(plain(text))}


def feature_rows(
    statement: str, candidates: Sequence[EarlierClaim], frequencies: Frequencies
) -> list[list[float]]:
    """One row of `FEATURES` for each candidate, in the order of `candidates`."""
    query = _Side(statement)
    sides = [_Side(claim.headline, claim.text) for claim in candidates]
    weights = {stem: frequencies.idf(stem) for stem in query.unique}
    scores = [_bm25(query, side, weights, frequencies.mean_length) for side in sides]
    ranked = sorted(range(len(scores)), key=lambda place: (-scores[place], place))
    places = {index: place for place, index in enumerate(ranked)}
    top = max(scores[ranked[0]], 1e-9) if scores else 1e-9
    second = scores[ranked[1]] if len(scores) > 1 else 0.0
    whole = sum(weights[stem] for stem in sorted(query.unique)) or 1.0
    rows = []
    for index, side in enumerate(sides):
        headline, text = side.parts
        shared = sorted(query.unique & side.unique)
        shared_weight = sum(weights[stem] for stem in shared)
        rarest = sorted((weights[stem] for stem in shared), reverse=True)[:3]
        claim_weight = _weight(side.unique, frequencies) or 1.0
        both = {stem for pair in query.pairs & side.pairs for stem in pair}
        names = query.names & side.names
        score = scores[index]
        behind = (score - second) / top if places[index] == 0 else (score - top) / top
        rows.append(
            [
                score / top,
                math.log1p(score),
                behind,
                math.log1p(places[index]),
                shared_weight / whole,
                _share(query.unique, headline, frequencies),
                _share(query.unique, text, frequencies),
                shared_weight / claim_weight,
                sum(weights[stem] for stem in sorted(both)) / whole,
                (rarest[0] if rarest else 0.0) / 10,
                sum(rarest) / 30,
                math.sqrt(shared_weight) / 10,
                len(names) / (len(query.names) or 1),
                _weight(names, frequencies) / 30,
                len(query.numbers & side.numbers) / (len(query.numbers) or 1),
                float(bool(query.numbers and side.numbers and not query.numbers & side.numbers)),
                len(side.numbers - query.numbers) / (len(side.numbers) or 1),
                math.log1p(len(query.unique)),
                math.log1p(len(side.unique)),
                2 * shared_weight / (whole + claim_weight),
                len(shared) / 10,
            ]
        )
    return rows


def _bm25(query: _Side, side: _Side, weights: Mapping[str, float], mean_length: float) -> float:
    length = BM25_K1 * (1 - BM25_B + BM25_B * len(side.stems) / max(mean_length, 1.0))
    score = 0.0
    for stem in sorted(query.unique & side.unique):
        count = side.stems.count(stem)
        score += weights[stem] * count * (BM25_K1 + 1) / (count + length)
    return score


def _weight(stem_set: Iterable[str], frequencies: Frequencies) -> float:
    # sorted, since a sum of floats depends on its order and a set's order on the hash seed
    return sum(frequencies.idf(stem) for stem in sorted(stem_set))


def _share(query: set[str], claim: set[str], frequencies: Frequencies) -> float:
    return _weight(query & claim, frequencies) / (_weight(claim, frequencies) or 1.0)
