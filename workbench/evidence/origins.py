"""Decides which sources tell the same thing from one origin, so that they count once."""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from workbench.evidence.agencies import credited_agency
from workbench.model import SharedOrigin

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from workbench.model import SourceId

RUN = 6
"""Words in a run: two reports of one event share few of them."""

SHARED_SHARE = 0.6
"""Two texts that share so many of the longer one's runs were made from one another."""

WITHIN_SHARE = 0.85
WITHIN_LENGTH = 0.4
"""A text of which so much stands in another one not far longer is an earlier form of it."""

MOST_RUNS = 20_000
"""Runs of a text that are compared. Of longer ones every second, third or so is, the same in each."""

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
    step = 1 + max(map(len, words.values()), default=0) // MOST_RUNS
    runs = {one: _runs(words[one], step) for one in told.values()}
    holders: defaultdict[int, list[SourceId]] = defaultdict(list)
    for one, held in runs.items():
        for run in held:
            holders[run].append(one)
    shared = Counter(pair for held in holders.values() for pair in combinations(held, 2))
    for (one, other), common in shared.items():
        shorter, longer = sorted((len(runs[one]), len(runs[other])))
        if common >= SHARED_SHARE * longer or (
            common >= WITHIN_SHARE * shorter and shorter >= WITHIN_LENGTH * longer
        ):
            yield one, other, "nearly the same text"


def _runs(words: list[str], step: int) -> set[int]:
    """The runs of six words, as numbers that are the same in every process."""
    runs = (
        zlib.crc32(" ".join(words[at : at + RUN]).encode("utf-8", "surrogatepass"))
        for at in range(len(words) - RUN + 1)
    )
    return {run for run in runs if not run % step}
