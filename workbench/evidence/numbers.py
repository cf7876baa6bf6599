"""Finds everything a text states in numbers, each stretch of it once."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.evidence.amounts import amounts, hedge_before, things_behind
from workbench.evidence.dates import dates
from workbench.evidence.stated import Sort, Stated
from workbench.evidence.units import GROUPS, MONTHS, ORDINALS, SHARES, SMALL_NUMBERS, TIMES, VAGUE
from workbench.evidence.words import CACHED_TEXTS
from workbench.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST_WHOLE = 1000
"""`81 in 1955` is an age and a year, and no share."""

_SMALL = "|".join(sorted(SMALL_NUMBERS, key=len, reverse=True))
_FRACTION = re.compile(
    rf"\b(?:(?P<top>one|two|three|four|five|seven|nine|a)[\s-](?P<bottom>{'|'.join(SHARES)})\b"
    r"(?!\s+(?:time|year|day|term|meeting|person|party|of\s+(?:January|March|May)))"
    r"|(?P<half>half)\b(?!-)"
    rf"|(?P<one>{_SMALL}|\d+)\s+(?:in|out\s+of)\s+(?:every\s+)?(?P<of>{_SMALL}|\d+)\b"
    r"(?!\s*(?:years?|months?|weeks?|days?|hours?|minutes?)\b))",
    re.IGNORECASE,
)
_TENS = "|".join(word for word in SMALL_NUMBERS if word.endswith("ty"))
_ORDINAL = re.compile(
    rf"\b(?:(?P<tens>{_TENS})-)?(?P<ones>{'|'.join(ORDINALS)})\b"
    # `last year` is a time
    r"(?!\s+(?:year|month|week|night|summer|winter|spring|autumn|fall|few|century|decade)s?\b)"
    r"|(?:#|\bNo\.\s?|\bnumber\s)(?P<digits>\d{1,2})\b(?![.,]\d)",
    re.IGNORECASE,
)
_TIMES = re.compile(rf"\b(?:{'|'.join(TIMES)})\b", re.IGNORECASE)
_ANY = re.compile(
    rf"\d|\b(?:{_SMALL}|{'|'.join((*ORDINALS, *TIMES, *MONTHS, *VAGUE, *GROUPS))}"
    r"|half|quarter|hundred|thousand|(?:m|b|tr)illion|noon|midnight|\w+day)s?\b",
    re.IGNORECASE,
)
"""Anything that may be a number: most sentences have none, and need no closer look."""

_SURE = frozenset((Sort.MONEY, Sort.PERCENT, Sort.POINTS, Sort.DAY, Sort.CLOCK, Sort.SHARE))


@lru_cache(maxsize=CACHED_TEXTS)
def stated_in(text: str) -> tuple[Stated, ...]:
    """Every number, amount, date and time of `text`, in order; none overlaps another."""
    if not _ANY.search(text):
        return ()
    found = [*dates(text), *_fractions(text), *amounts(text), *_ordinals(text), *_multiples(text)]
    # of two readings of the same words, the one that says more stands
    found.sort(key=lambda one: (-_sureness(one), one.span.start, -len(one.span)))
    kept: list[Stated] = []
    for one in found:
        if not any(one.span.overlaps(other.span) for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.span))


def _sureness(one: Stated) -> int:
    if one.sort in _SURE:
        return 3
    return 2 if one.sort in {Sort.YEAR, Sort.WEEKDAY} or one.unit else 1


def _fractions(text: str) -> Iterator[Stated]:
    for match in _FRACTION.finditer(text):
        if match["half"]:
            value = 0.5
        elif match["bottom"]:
            value = SMALL_NUMBERS.get(match["top"].lower(), 1) / SHARES[match["bottom"].lower()]
        else:
            part, whole = _small(match["one"]), _small(match["of"])
            if not 0 < part < whole <= LARGEST_WHOLE:
                continue
            value = part / whole
        yield _simple(text, match, Sort.SHARE, value, slack=0.005)


def _small(word: str) -> float:
    return float(word) if word.isdigit() else SMALL_NUMBERS[word.lower()]


def _ordinals(text: str) -> Iterator[Stated]:
    for match in _ORDINAL.finditer(text):
        tens = SMALL_NUMBERS[match["tens"].lower()] if match["tens"] else 0
        ones = ORDINALS[match["ones"].lower()] if match["ones"] else int(match["digits"])
        yield _simple(text, match, Sort.ORDINAL, tens + ones)


def _multiples(text: str) -> Iterator[Stated]:
    for match in _TIMES.finditer(text):
        yield _simple(text, match, Sort.TIMES, TIMES[match.group().lower()])


def _simple(
    text: str, match: re.Match[str], sort: Sort, value: float, *, slack: float = 0.0
) -> Stated:
    span = Span(match.start(), match.end())
    return Stated(
        span,
        sort,
        value,
        value,
        slack,
        hedge_before(text, span.start),
        things=things_behind(text, span.end),
    )
