"""Decides how each number, date and name of a claim stands in the passages of its sources."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from workbench.evidence.comparing import agreement, speaks_against
from workbench.evidence.numbers import stated_in
from workbench.evidence.stated import Sort
from workbench.evidence.words import words_of
from workbench.model import Agreement, Finding, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workbench.evidence.stated import Stated

WORDS_BEFORE = 16
WORDS_AFTER = 14
"""Words round a number that may say what it is about."""

SAME_THING = 0.45
"""Share of the claim's words round a number, by weight, that must stand round another for the two
to be about the same thing."""

SAME_THING_COUNTED = 0.2
"""The same, where both numbers count the same noun."""

SAME_DATE = 0.6
"""Dates, years and ordinals stand beside everything: the words round them must agree much more."""

MISSPELT = 84
"""Names at least so alike, in per cent, and not the same are one name misspelt."""

_EASY = frozenset((Sort.DAY, Sort.YEAR, Sort.WEEKDAY, Sort.ORDINAL, Sort.DURATION))
_FOUND = (Agreement.EXACT, Agreement.CONVERTED, Agreement.ROUNDED)
_NAME = re.compile(
    r"(?:[A-Z][\w’'.-]*[\w])(?:\s+(?:(?:of|de|van|von|al|bin|the)\s+)?[A-Z][\w’'-]*\w)*"
)


@dataclass(frozen=True, slots=True)
class _Part:
    """One number of the claim, with the weighed words round it."""

    stated: Stated
    about: dict[str, float]

    @property
    def weight(self) -> float:
        return sum(self.about.values())


class Comparison:
    """One claim beside many passages: rare words weigh more, so all of them are needed first."""

    def __init__(self, text: str, passages: Sequence[str], *, context: str = "") -> None:
        """`context` is the sentence the claim stands in, where the claim is a part of one."""
        self._text = text
        frequency: Counter[str] = Counter()
        for passage in passages:
            frequency.update({word.stem for word in words_of(passage)})
        self._frequency = frequency
        self._count = len(passages)
        self._parts = [_Part(one, self._about(text, one, context)) for one in stated_in(text)]
        self._names = _names(text, [part.stated.span for part in self._parts])

    def findings(self, passage: str, others: Iterable[str] = ()) -> tuple[Finding, ...]:
        """How each part of the claim stands in `passage`; `others` are of the same source."""
        seen = stated_in(passage)
        rest = [one for other in others for one in stated_in(other)]
        numbers = [self._number(part, passage, seen, rest) for part in self._parts]
        return (*numbers, *(_name_finding(name, passage) for name in self._names))

    def _number(
        self, part: _Part, passage: str, seen: Sequence[Stated], rest: Sequence[Stated]
    ) -> Finding:
        wanted = part.stated.span.of(self._text)
        agreeing = [(one, found) for one in seen if (found := agreement(part.stated, one))]
        if agreeing:
            one, found = min(agreeing, key=lambda pair: _FOUND.index(pair[1]))
            return Finding(wanted, found, one.span.of(passage), one.span)
        if any(agreement(part.stated, one) for one in rest):
            return Finding(wanted, Agreement.ELSEWHERE)
        against = [
            (self._sameness(part, passage, one), one)
            for one in seen
            if speaks_against(part.stated, one)
        ]
        if against:
            sameness, one = max(against, key=lambda pair: pair[0])
            if sameness >= 1.0:
                return Finding(wanted, Agreement.MISMATCH, one.span.of(passage), one.span)
        return Finding(wanted, Agreement.NOT_FOUND)

    def _sameness(self, part: _Part, passage: str, one: Stated) -> float:
        """1 and more: the two numbers are about the same thing."""
        around = set(_stems_around(passage, one.span))
        shared = sum(weight for stem, weight in part.about.items() if stem in around)
        share = shared / part.weight if part.weight else 0.0
        counts_same = bool(set(part.stated.things[:2]) & set(one.things[:2]))
        if part.stated.sort in _EASY:
            return share / SAME_DATE
        return share / (SAME_THING_COUNTED if counts_same else SAME_THING)

    def _about(self, text: str, one: Stated, context: str) -> dict[str, float]:
        at = context.find(text) if context else -1
        stems = (
            _stems_around(context, one.span.shifted(at))
            if at >= 0
            else _stems_around(text, one.span)
        )
        return {
            stem: math.log(1 + (self._count + 1) / (0.5 + self._frequency[stem])) for stem in stems
        }


def _stems_around(text: str, span: Span) -> list[str]:
    numbers = [one.span for one in stated_in(text)]
    before = [word for word in words_of(text) if word.span.end <= span.start][-WORDS_BEFORE:]
    after = [word for word in words_of(text) if word.span.start >= span.end][:WORDS_AFTER]
    return [
        word.stem
        for word in (*before, *after)
        if word.counts and not any(word.span.overlaps(number) for number in numbers)
    ]


def _names(text: str, numbers: Sequence[Span]) -> list[str]:
    names: list[str] = []
    for match in _NAME.finditer(text):
        span = Span(match.start(), match.end())
        words = words_of(match.group())
        is_start = match.start() == 0 or text[: match.start()].rstrip()[-1:] in ".?!“\"'‘"
        if (
            any(span.overlaps(number) for number in numbers)
            or not any(word.counts for word in words)
            # the first word of a sentence has its capital from there
            or (is_start and len(words) == 1)
        ):
            continue
        names.append(match.group())
    return list(dict.fromkeys(names))


def _name_finding(name: str, passage: str) -> Finding:
    stems = [word.stem for word in words_of(name) if word.counts]
    words = words_of(passage)
    there = [word for word in words if word.stem in stems]
    if {word.stem for word in there} >= set(stems[-1:]) and len(
        {word.stem for word in there}
    ) * 2 >= len(set(stems)):
        span = Span(there[0].span.start, there[-1].span.end)
        if len(span) > 2 * len(name):
            span = next(word.span for word in there if word.stem == stems[-1])
        return Finding(name, Agreement.EXACT, span.of(passage), span)
    last = name.rsplit(maxsplit=1)[-1]
    for word in words:
        seen = word.span.of(passage)
        if (
            word.is_name
            and min(len(seen), len(last)) > 4
            and MISSPELT <= fuzz.ratio(last, seen) < 100
            and word.stem != stems[-1]
        ):
            return Finding(name, Agreement.MISMATCH, seen, word.span)
    return Finding(name, Agreement.NOT_FOUND)
