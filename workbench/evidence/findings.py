"""Decides how each number, date and name of a claim stands in a source: borne out, contradicted, or not there."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.evidence.comparing import agreement, speaks_against
from workbench.evidence.names import name_finding, names_in
from workbench.evidence.numbers import stated_in
from workbench.evidence.stated import Sort
from workbench.evidence.words import words_of
from workbench.model import Agreement, Finding, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.evidence.stated import Stated
    from workbench.evidence.words import Word

CLAIM_WINDOW = (14, 12)
SOURCE_WINDOW = (18, 16)
"""Words before and after a number that may say what it is about; sources digress more."""

SHORT_SOURCE = 130
"""Words. A source of a few sentences is about the claim, or would not have been linked."""

MAGNITUDES = 100
"""Counts that differ by more than this factor count different things."""

STRONGER_THERE = 0.3
"""A number that the source has, but in another place, is contradicted by one whose surroundings fit
the claim better by so much."""

ALWAYS = -1.0
NEVER = 2.0
THRESHOLDS = {
    Sort.COUNT: 0.22,
    Sort.ORDINAL: 0.2,
    Sort.YEAR: 0.05,
    Sort.DAY: 0.45,
    Sort.WEEKDAY: 0.3,
}
"""Share of the weighed words round the claim's number that must stand round another for the two to be about
the same thing. Amounts with a unit need none: few things in a source cost money or weigh tons."""

SAME_MONTH = 0.3
"""Two days of one month are likelier the same day told differently."""

THINGS_COMPARED = 2
_OPEN_IN_SHORT = frozenset((Sort.COUNT, Sort.ORDINAL, Sort.YEAR, Sort.DAY))
_OUTDONE = frozenset((Sort.COUNT, Sort.MONEY))
_BEST_FIRST = (Agreement.EXACT, Agreement.CONVERTED, Agreement.ROUNDED)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A number of the source, at a place in one of its passages."""

    passage: int
    stated: Stated
    around: frozenset[str]


@dataclass(slots=True)
class SourceNumbers:
    """The passages of one source, in order, ready to be compared with claims."""

    passages: Sequence[str]
    is_whole: bool = False
    """They are all of the source, not only those that share words with the claim."""

    frequency: Counter[str] = field(default_factory=Counter)
    _words: list[Word] = field(default_factory=list)
    _firsts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        for passage in self.passages:
            self._firsts.append(len(self._words))
            self._words += words_of(passage)
        self.frequency.update(word.stem for word in self._words)

    @property
    def is_short(self) -> bool:
        return self.is_whole and len(self._words) < SHORT_SOURCE

    def weight(self, stem: str) -> float:
        return math.log(1 + len(self._words) / (1 + self.frequency[stem]))

    def seen(self) -> Iterator[_Seen]:
        for at, passage in enumerate(self.passages):
            for one in stated_in(passage):
                yield _Seen(at, one, self._around(at, one.span))

    def _around(self, at: int, span: Span) -> frozenset[str]:
        first = self._firsts[at]
        own = words_of(self.passages[at])
        start = first + bisect_right([word.end for word in own], span.start)
        end = first + bisect_left([word.start for word in own], span.end)
        before, after = SOURCE_WINDOW
        return frozenset(
            word.stem
            for word in (
                *self._words[max(0, start - before) : start],
                *self._words[end : end + after],
            )
            if word.counts
        )


@dataclass(frozen=True, slots=True)
class _Part:
    """A number of the claim, and the words round it."""

    stated: Stated
    wanted: str
    around: tuple[str, ...]


class Comparison:
    """A claim beside one source."""

    def __init__(
        self, text: str, source: SourceNumbers, *, context: str = "", start: int = 0
    ) -> None:
        """`text` begins at `start` of `context`, the sentence it is a part of."""
        self._text = text
        self._source = source
        stated = stated_in(text)
        self._parts = [
            _Part(
                one,
                _with_thing(text, one),
                _claim_words(context, one.span.shifted(start))
                if context
                else _claim_words(text, one.span),
            )
            for one in stated
        ]
        self._names = names_in(text, [one.span for one in stated])
        seen = list(source.seen()) if stated else []
        self._verdicts = [self._verdict(part, seen) for part in self._parts]

    def of_passage(self, at: int) -> tuple[Finding, ...]:
        """How each part of the claim stands in passage `at`."""
        passage = self._source.passages[at]
        numbers = [
            _number_finding(part, verdict, at, passage)
            for part, verdict in zip(self._parts, self._verdicts, strict=True)
        ]
        return (*numbers, *(name_finding(name, passage) for name in self._names))

    def of_source(self) -> tuple[Finding, ...]:
        """How each number of the claim stands in the source as a whole."""
        findings: list[Finding] = []
        for part, verdict in zip(self._parts, self._verdicts, strict=True):
            place = verdict.best()
            if place is None:
                findings.append(Finding(part.wanted, Agreement.NOT_FOUND))
            else:
                at, found, span = place
                findings.append(
                    Finding(part.wanted, found, span.of(self._source.passages[at]), span)
                )
        return tuple(findings)

    def _verdict(self, part: _Part, seen: Sequence[_Seen]) -> _Verdict:
        verdict = _Verdict()
        total = sum(map(self._source.weight, part.around))
        agreeing = against = ALWAYS
        for one in seen:
            found = agreement(part.stated, one.stated)
            is_against = found is None and speaks_against(part.stated, one.stated)
            if not found and not is_against:
                continue
            shared = sum(self._source.weight(stem) for stem in part.around if stem in one.around)
            share = shared / total if total else 0.0
            if found:
                agreeing = max(agreeing, share)
                verdict.agreeing.append((one.passage, found, one.stated.span, share))
            elif share >= self._threshold(part.stated, one.stated):
                against = max(against, share)
                verdict.against.append((one.passage, Agreement.MISMATCH, one.stated.span, share))
        verdict.is_contradicted = bool(verdict.against) and (
            not verdict.agreeing
            or (part.stated.sort in _OUTDONE and against - agreeing >= STRONGER_THERE)
        )
        return verdict

    def _threshold(self, wanted: Stated, seen: Stated) -> float:
        if wanted.sort is Sort.DAY and (wanted.month, wanted.day) == (seen.month, seen.day):
            # the same day with another year or weekday is the same thing
            return ALWAYS
        if (
            wanted.sort is Sort.DAY
            and wanted.month == seen.month
            and _may_be_same_year(wanted, seen)
        ):
            return SAME_MONTH
        is_open = self._source.is_short and wanted.sort in _OPEN_IN_SHORT
        if wanted.sort in {Sort.COUNT, Sort.ORDINAL}:
            ours, theirs = wanted.things[:THINGS_COMPARED], seen.things[:THINGS_COMPARED]
            if is_open or set(ours) & set(theirs):
                return ALWAYS
            if wanted.sort is Sort.COUNT and (
                1 in (wanted.low, seen.low) or _are_far(wanted, seen)
            ):
                return NEVER
        return ALWAYS if is_open else THRESHOLDS.get(wanted.sort, ALWAYS)


def contradicted_numbers(text: str, passages: Sequence[str]) -> list[Finding]:
    """The numbers of `text` that a source, of which `passages` are all in order, contradicts."""
    comparison = Comparison(text, SourceNumbers(passages, is_whole=True))
    return [
        finding for finding in comparison.of_source() if finding.agreement is Agreement.MISMATCH
    ]


@dataclass(slots=True)
class _Verdict:
    """What the source says about one number: where it agrees, where it speaks against it."""

    agreeing: list[tuple[int, Agreement, Span, float]] = field(default_factory=list)
    against: list[tuple[int, Agreement, Span, float]] = field(default_factory=list)
    is_contradicted: bool = False

    def best(self) -> tuple[int, Agreement, Span] | None:
        if self.is_contradicted:
            at, found, span, _ = max(self.against, key=lambda place: place[3])
        elif self.agreeing:
            at, found, span, _ = min(
                self.agreeing, key=lambda place: (_BEST_FIRST.index(place[1]), -place[3])
            )
        else:
            return None
        return at, found, span


def _number_finding(part: _Part, verdict: _Verdict, at: int, passage: str) -> Finding:
    agreeing = [place for place in verdict.agreeing if place[0] == at]
    if agreeing:
        _, found, span, _ = min(agreeing, key=lambda place: _BEST_FIRST.index(place[1]))
        return Finding(part.wanted, found, span.of(passage), span)
    against = [place for place in verdict.against if place[0] == at]
    if against and verdict.is_contradicted:
        _, found, span, _ = max(against, key=lambda place: place[3])
        return Finding(part.wanted, found, span.of(passage), span)
    elsewhere = Agreement.ELSEWHERE if verdict.agreeing else Agreement.NOT_FOUND
    return Finding(part.wanted, elsewhere)


def _may_be_same_year(wanted: Stated, seen: Stated) -> bool:
    return 0 in (wanted.year, seen.year) or wanted.year == seen.year


def _are_far(wanted: Stated, seen: Stated) -> bool:
    small, large = sorted((abs(wanted.low), abs(seen.low)))
    return large > MAGNITUDES * small


def _claim_words(text: str, span: Span) -> tuple[str, ...]:
    numbers = [one.span for one in stated_in(text)]
    before = [word for word in words_of(text) if word.end <= span.start][-CLAIM_WINDOW[0] :]
    after = [word for word in words_of(text) if word.start >= span.end][: CLAIM_WINDOW[1]]
    return tuple(
        dict.fromkeys(
            word.stem
            for word in (*before, *after)
            if word.counts and not any(word.span.overlaps(number) for number in numbers)
        )
    )


def _with_thing(text: str, one: Stated) -> str:
    """The number with the noun it counts, where that stands within three words: `180 workers`."""
    if one.sort not in {Sort.COUNT, Sort.ORDINAL}:
        return one.span.of(text)
    end = one.span.end
    for word in words_of(text):
        if word.start < one.span.end:
            continue
        if not word.counts or text[end : word.start].strip(" -") or word.end > one.span.end + 40:
            break
        end = word.end
        if word.span.of(text).endswith("s"):
            return text[one.span.start : end]
    return one.span.of(text)
