"""Which lengths of time stand alone and which hang on another time: `a week ago`, `ten days before Friday`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.splitting.durations import Length
from workbench.splitting.moments import TimeExpression, TimeKind

if TYPE_CHECKING:
    from workbench.splitting.calendar_words import TimeReader
    from workbench.splitting.time_points import Points

OLDEST_PERSON = 125
"""Years; what is said to be older is no person, and its age is a time."""

_ACCOUNTED = frozenset(["year", "quarter", "month", "week"])
_ENDED = frozenset(["ago", "later", "earlier"])
_NEARLY = ("immediately", "shortly", "just", "right", "earlier")


@dataclass(frozen=True, slots=True)
class Lengths:
    """Reads lengths of time with what they hang on."""

    reader: TimeReader
    points: Points

    def length(self, index: int) -> TimeExpression | None:
        """`72 hours`, `a week ago`, `the last 30 years`."""
        counted = self.points.relatives.counted(index)
        if counted is not None:
            return self._counted(counted)
        length = self.points.durations.length(index)
        if length is None:
            return None
        return self._hung(length) or self._free(length)

    def _counted(self, length: Length) -> TimeExpression:
        """`last 30 years`, with the year or month that it ends: `of 2021`."""
        reader = self.reader
        relation = next(
            (
                reader.word(at)
                for at in range(length.first, length.last)
                if reader.word(at) in reader.words.directions or reader.word(at) == "first"
            ),
            "last",
        )
        made = TimeExpression(
            length.first,
            length.last,
            TimeKind.DURATION,
            "time.last-so-long",
            duration=length.parts,
            relation=relation,
        )
        if reader.word(length.last) == "of" and reader.is_joined(length.last):
            anchor = self.points.point(reader.skipped(length.last + 1, "the"))
            if anchor is not None and anchor[1].hour is None:
                return replace(made, last=anchor[0], anchor=anchor[1])
        return made

    def _hung(self, length: Length) -> TimeExpression | None:
        """A length with what it hangs on."""
        reader = self.reader
        at = length.last
        if not reader.is_joined(at):
            return None
        if reader.word(at) in ("or", "and") and reader.word(at + 1) in ("so", "more"):
            at += 2
        last = at
        if reader.word(at + 1) in reader.words.hangs:
            at = reader.skipped(at, *_NEARLY)
        if reader.word(at) == "in" and reader.word(at + 1) == "advance":
            if reader.word(at + 2) == "of":
                return _made(length, length.last, "before-what")
            return _made(length, at + 2, "earlier")
        period = self._closed(length, at)
        if period is not None:
            return period
        if reader.word(at) == "ahead":
            is_of = reader.word(at + 1) == "of"
            return _made(length, *((length.last, "before-what") if is_of else (at + 1, "earlier")))
        relation = reader.words.hangs.get(reader.word(at))
        if reader.word(at) == "since" and reader.word(length.first) in ("a", "an"):
            # `60 patients a week since May` are so many each week
            relation = relation if reader.is_one(length.first - 1, "been") else None
        if relation is None or not reader.is_joined(at):
            return None
        if reader.word(at) in ("starting", "beginning"):
            return self._anchored(length, reader.skipped(at + 1, "on"), "after")
        if relation == "of":
            return None
        if relation in _ENDED:
            if reader.word(at + 1) == "than":
                return self._anchored(length, at + 2, "before")
            return _made(length, at + 1, relation)
        if relation == "from":
            return self._from(length, at + 1)
        if reader.word(at) == "prior":
            if reader.word(at + 1) != "to":
                return _made(length, at + 1, "earlier")
            at += 1
        anchored = self._anchored(length, at + 1, relation)
        if anchored is not None:
            return anchored
        if reader.word(at) == "before" and not reader.word(at + 1)[:1].isalnum():
            return _made(length, at + 1, "earlier")
        return _made(length, last, f"{relation}-what")

    def closed(self, index: int) -> TimeExpression | None:
        """`the year to January`, `the quarter ended June 30`."""
        unit = self.reader.words.units.get(self.reader.word(index))
        if self.reader.word(index - 1) != "the":
            return None
        if unit == "day" and self.reader.word(index + 1) in ("before", "after"):
            hung = self._anchored(
                Length(index, index + 1, ((1, unit),)), index + 2, self.reader.word(index + 1)
            )
            is_told = hung is None or hung.anchor is None or hung.anchor.shift is not None
            return None if is_told else hung
        if unit not in _ACCOUNTED:
            return None
        return self._closed(Length(index, index + 1, ((1, unit),)), index + 1)

    def _closed(self, length: Length, index: int) -> TimeExpression | None:
        """A length up to the month or day it ends with: `three months to December`."""
        reader = self.reader
        if not length.parts or length.parts[0][1] not in _ACCOUNTED:
            return None
        if reader.word(index) not in ("to", "ended", "ending") or not reader.is_joined(index):
            return None
        end = self.points.point(reader.skipped(index + 1, "on", "the"))
        if end is None or end[1].month is None or end[1].hour is not None:
            return None
        return _made(length, end[0], "closed")

    def _from(self, length: Length, index: int) -> TimeExpression | None:
        """`two days from now`, `three weeks from tomorrow`."""
        if self.reader.word(index) in ("now", "then"):
            return _made(length, index + 1, "later")
        anchored = self._anchored(length, index, "after")
        if anchored is None or anchored.anchor is None:
            return None
        anchor = anchored.anchor
        is_day = anchor.weekday or anchor.day or (anchor.shift and anchor.shift[1] == "day")
        return anchored if is_day else None

    def _anchored(self, length: Length, index: int, relation: str) -> TimeExpression | None:
        """`2 weeks before May 13 1999`: hung on a time."""
        at = self.reader.skipped(index, "the")
        point = self.points.point(at) if self.reader.is_joined(at) else None
        if point is None or not point[1].has_date:
            return None
        return replace(_made(length, point[0], relation), anchor=point[1])

    def _free(self, length: Length) -> TimeExpression | None:
        """A length on its own; `a week` counts only where it lasts."""
        reader = self.reader
        first, last = length.first, length.last
        dash = reader.word(last) == "-" or (
            reader.word(last) == "." and reader.word(last - 1) in ("yr", "yrs")
        )
        if reader.word(last + dash) in ("old", "olds"):
            number, unit = length.parts[0] if length.parts else (0, "")
            if unit == "year" and number > OLDEST_PERSON:
                return _made(length, last + dash + 1, "")
            return None
        if reader.word(last) == "of" and reader.word(last + 1) == "age":
            return None
        # `one day` tells a story as often as it counts
        if (reader.word(first) == "one" and reader.word(first + 1) in ("day", "night")) and (
            not reader.is_one(first - 1, "lasting")
        ):
            return None
        is_single = len(length.parts) == 1 and length.parts[0][0] == 1
        if (reader.word(first) in ("a", "an") and is_single and not length.is_measure) and (
            not reader.is_one(first - 1, "lasting")
        ):
            return None
        before = reader.word(first - 1)
        if before in ("aged", "age") or (before == "of" and reader.word(first - 2) == "age"):
            return None
        while reader.word(last) in ("long", "straight", "running") and reader.is_joined(last):
            last += 1
        return replace(_made(length, last, ""), upper=length.upper)


def _made(length: Length, last: int, relation: str) -> TimeExpression:
    return TimeExpression(
        length.first,
        last,
        TimeKind.DURATION,
        "time.length",
        duration=length.parts,
        relation=relation,
    )
