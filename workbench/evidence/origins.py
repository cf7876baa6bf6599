"""Decides which sources tell the same thing from one origin, so that they count once."""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from workbench.evidence.agencies import credited_agency
from workbench.model import SharedOrigin

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Self

    from workbench.model import SourceId

RUN = 6
"""Words in a run: two reports of one event share few of them."""

SHARED_SHARE = 0.6
"""Two texts that share so many of the longer one's runs were made from one another."""

WITHIN_SHARE = 0.85
WITHIN_LENGTH = 0.4
"""A text of which so much stands in another one not far longer is an earlier form of it."""

MOST_RUNS = 4_000
"""Runs of a text that are compared. Of a longer text only those are that begin with some words, half
of all words or a quarter or so; the same words in every text."""

_WORD = re.compile(r"[^\W_]+")


def shared_origins(texts: Mapping[SourceId, str]) -> list[SharedOrigin]:
    """The groups of two and more among `texts` that have one origin, by their first members.

    Takes time in proportion to the texts, but for the pairs that share words.
    """
    ids = list(texts)
    group = {one: one for one in ids}
    whys: defaultdict[SourceId, dict[str, None]] = defaultdict(dict)

    def first(one: SourceId) -> SourceId:
        while group[one] != one:
            one = group[one]
        return one

    for one, other, why in _pairs(texts):
        low, high = sorted((first(one), first(other)), key=ids.index)
        group[high] = low
        whys[low] |= {**whys.pop(high, {}), why: None} if high != low else {why: None}
    members: defaultdict[SourceId, list[SourceId]] = defaultdict(list)
    for one in ids:
        members[first(one)].append(one)
    return [
        SharedOrigin(tuple(group_of), "; ".join(whys[low]))
        for low, group_of in members.items()
        if len(group_of) > 1
    ]


def _pairs(texts: Mapping[SourceId, str]) -> Iterator[tuple[SourceId, SourceId, str]]:
    words = {one: _WORD.findall(text.lower()) for one, text in texts.items()}
    told: dict[str, SourceId] = {}
    for one, spoken in words.items():
        earlier = told.setdefault(" ".join(spoken), one)
        if earlier != one and spoken:
            yield earlier, one, "the same text"
    credited: dict[str, SourceId] = {}
    for one, text in texts.items():
        agency = credited_agency(text)
        if agency is not None and credited.setdefault(agency, one) != one:
            yield credited[agency], one, f"credited to {agency}"
    runs = {one: _Runs.of(words[one]) for one in told.values()}
    holders: defaultdict[int, list[SourceId]] = defaultdict(list)
    for one, held in runs.items():
        for run in held.begun:
            holders[run].append(one)
    shared = Counter(pair for held in holders.values() for pair in combinations(held, 2))
    for (one, other), common in shared.items():
        step = max(runs[one].step, runs[other].step)
        shorter, longer = sorted((runs[one].count(step), runs[other].count(step)))
        if common >= SHARED_SHARE * longer or (
            common >= WITHIN_SHARE * shorter and shorter >= WITHIN_LENGTH * longer
        ):
            yield one, other, "nearly the same text"


@dataclass(frozen=True, slots=True)
class _Runs:
    """Runs of a text, as numbers that are the same in every process, with what each begins with."""

    begun: Mapping[int, int]
    step: int
    """A power of two: only runs whose first word's number can be divided by it are here."""

    @classmethod
    def of(cls, words: list[str]) -> Self:
        step = 1
        while len(words) > MOST_RUNS * step:
            step *= 2
        numbers = {word: _number(word) for word in set(words)}
        chosen = {word for word, number in numbers.items() if not number % step}
        return cls(
            {
                _number(" ".join(words[at : at + RUN])): numbers[words[at]]
                for at in range(len(words) - RUN + 1)
                if words[at] in chosen
            },
            step,
        )

    def count(self, step: int) -> int:
        """How many there are whose first word's number `step` divides."""
        if step == self.step:
            return len(self.begun)
        return sum(not number % step for number in self.begun.values())


def _number(words: str) -> int:
    return zlib.crc32(words.encode("utf-8", "surrogatepass"))
