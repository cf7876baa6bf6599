"""Which times come again, or stand on no calendar: `every Tuesday`, `the 20th minute`, `their lifetimes`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.splitting.moments import Moment, TimeExpression, TimeKind
from workbench.splitting.numbers import Form

if TYPE_CHECKING:
    from workbench.splitting.calendar_words import TimeReader
    from workbench.splitting.time_points import Points

_DAYPARTS = ("mornings", "evenings", "afternoons", "nights")
_TWICE = {"P1Y": "P0.5Y", "P1M": "P0.5M", "P1W": "P0.5W"}
_EVERY_OTHER = {"P1Y": "P0.5Y", "P1M": "P2M", "P1W": "P2W"}


@dataclass(frozen=True, slots=True)
class Rhythms:
    """Reads repeated times and times of no calendar."""

    reader: TimeReader
    points: Points

    def repeated(self, index: int) -> TimeExpression | None:
        """`every Tuesday`, `each year`, `once a month`, `Friday mornings`, `3pm each day`."""
        word = self.reader.word(index)
        if word in ("every", "each"):
            return self._every(index)
        often = self._so_often(index)
        if often is not None:
            return often
        if word in ("weekends", "weekdays"):
            return self._ends_of_weeks(index)
        single = word.removesuffix("s")
        if single in self.reader.words.weekdays:
            return self._weekdays(index, single)
        return self._hour_each_day(index) or self._day_each_month(index)

    def _ends_of_weeks(self, index: int) -> TimeExpression:
        """`on weekends`, `the weekdays`; bare ones say too little to be a claim."""
        word, before = self.reader.word(index), self.reader.word(index - 1)
        found = _repeated(index, index + 1, Moment(weekend=word == "weekends"))
        is_framed = before in ("on", "the", "at", "during", "and", "over")
        return replace(found, is_claim=is_framed)

    def _every(self, index: int) -> TimeExpression | None:
        reader = self.reader
        at = reader.skipped(index + 1, "other", "single", "second")
        if reader.is_one(index - 1, "possessors") or reader.word(index - 1) == "'s":
            return None
        step = 2 if reader.word(index + 1) in ("other", "second") and at > index + 1 else 1
        if not reader.is_joined(at):
            return None
        unit = reader.words.units.get(reader.word(at))
        if unit is not None and unit not in ("second", "generation", "night"):
            clock = self._clock_after(at + 1)
            last, moment = clock if clock is not None else (at + 1, None)
            return _repeated(index, last, moment, ((step, unit),))
        length = self.points.durations.counted(at)
        if length is not None:
            return _repeated(index, length.last, None, length.parts)
        point = self.points.point(at)
        if point is None or point[1].year is not None or not _comes_again(point[1]):
            return None
        return _repeated(index, point[0], point[1])

    def _clock_after(self, index: int) -> tuple[int, Moment] | None:
        """The hour of `every day at 5pm`."""
        reader = self.reader
        if reader.word(index) != "at" or not reader.is_joined(index):
            return None
        clock = self.points.clocks.clock(index + 1, is_after_at=True)
        return clock if clock is not None and clock[1].hour is not None else None

    def _so_often(self, index: int) -> TimeExpression | None:
        """`once a month`, `three times a week`, `two or three times per day`."""
        reader = self.reader
        at = index + 1
        if reader.word(index) not in ("once", "twice", "thrice"):
            counted = self.points.durations.counted_end(index)
            if counted is None or reader.word(counted) != "times":
                return None
            at = counted + 1
        unit = reader.words.units.get(reader.word(at + 1))
        if reader.word(at) not in ("a", "an", "every", "per", "each") or unit is None:
            return None
        if not reader.is_joined(at) or not reader.is_joined(at + 1):
            return None
        return replace(_repeated(index, at + 2, None, ((1, unit),)), relation="so often")

    def _weekdays(self, index: int, single: str) -> TimeExpression | None:
        """`Thursdays`, `Friday mornings`."""
        reader = self.reader
        word, at = reader.word(index), index + 1
        weekday = reader.words.weekdays[single]
        if word.endswith("s") and word not in reader.words.weekdays and len(word) > 5:
            moment = Moment(weekday=weekday)
        elif reader.word(at) in _DAYPARTS and reader.is_joined(at):
            moment = Moment(weekday=weekday, daypart=reader.words.dayparts[reader.word(at)])
            at += 1
        else:
            return None
        return _repeated(index, *self.points.completed(at, moment))

    def _day_each_month(self, index: int) -> TimeExpression | None:
        """`19th of every month`."""
        reader = self.reader
        day = self.points.dates.parts.day_number(index)
        if day is None or not day[2] or reader.word(day[0]) != "of":
            return None
        if reader.word(day[0] + 1) not in ("every", "each") or reader.word(day[0] + 2) != "month":
            return None
        return _repeated(index, day[0] + 3, Moment(day=day[1]))

    def _hour_each_day(self, index: int) -> TimeExpression | None:
        """`3pm each day`."""
        reader = self.reader
        if not reader.word(index)[0].isdigit() and reader.numeral(index) is None:
            return None
        is_after_at = reader.is_one(index - 1, "hour_joints")
        clock = self.points.clocks.clock(index, is_after_at=is_after_at)
        if clock is None or reader.word(clock[0]) not in ("every", "each", "daily"):
            return None
        if reader.word(clock[0]) == "daily":
            return _repeated(index, clock[0] + 1, clock[1])
        every = self._every(clock[0])
        return None if every is None else _repeated(index, every.last, clock[1], every.duration)

    def frequency(self, index: int) -> TimeExpression | None:
        """`daily`, `bi-weekly`: said for the record, but no claim."""
        reader = self.reader
        word, at = reader.word(index), index
        if word in ("semi", "bi") and reader.word(index + 1) == "-":
            at = index + 2
        period = reader.words.frequencies.get(reader.word(at))
        if period is None:
            return None
        if at > index:
            period = (_EVERY_OTHER if word == "bi" else _TWICE).get(period, period)
        moment, last = None, at + 1
        if reader.word(at) in ("daily", "everyday", "nightly"):
            joined = self.points.clocks.clock(reader.skipped(last, "at"), is_after_at=True)
            if joined is not None and joined[1].hour is not None and reader.is_joined(last):
                last, moment = joined
        return TimeExpression(
            index,
            last,
            TimeKind.REPEATED,
            "time.frequency",
            moment,
            relation=period,
            is_claim=False,
        )

    def loose(self, index: int) -> TimeExpression | None:
        """`the 20th minute`, `injury time`, `day five`, `their lifetimes`, `the first half`."""
        reader = self.reader
        word = reader.word(index)
        if reader.is_one(index, "added_time") and reader.word(index + 1) == "time":
            return _loose(index, index + 2)
        if word == "half" and reader.is_joined(index + 1):
            at = reader.skipped(index + 1, "-")
            return _loose(index, at + 1) if reader.word(at) == "time" else None
        if word in ("eve", "day") and reader.word(index - 1) == "the":
            is_of = reader.word(index + 1) == "of" and not reader.is_one(index + 2, "hours_of")
            return _loose(index, index + 1) if is_of else None
        if reader.is_one(index, "lives"):
            return self._life(index)
        if word == "day" and reader.is_joined(index + 1):
            return self._numbered_day(index)
        numeral = reader.numeral(index)
        if numeral is None or numeral.form is not Form.ORDINAL:
            return None
        return self._ordinal_part(index, numeral.last, int(numeral.value))

    def _life(self, index: int) -> TimeExpression | None:
        reader = self.reader
        if not reader.is_one(index - 1, "possessors"):
            return None
        before, further = reader.word(index - 2), reader.word(index - 3)
        if before == "in" and further in self.reader.words.edges:
            return _loose(index - 3, index + 1)
        of_life = before == "of" and further in ("rest", "end", "most", "all")
        is_time = reader.is_one(index - 2, "life_before") or reader.word(index) == "lifetimes"
        return _loose(index - 1, index + 1) if is_time or of_life else None

    def _numbered_day(self, index: int) -> TimeExpression | None:
        numeral = self.reader.numeral(index + 1)
        if numeral is None or numeral.form is not Form.CARDINAL or not 0 < numeral.value < 100:
            return None
        return _loose(index, numeral.last)

    def _ordinal_part(self, index: int, at: int, number: int) -> TimeExpression | None:
        """`the 20th minute`, `the first half`, `the fourth or fifth day of`."""
        reader = self.reader
        if reader.word(at) in ("or", "and", "to"):
            second = reader.numeral(at + 1)
            if second is not None and second.form is Form.ORDINAL:
                at = second.last
        if not reader.is_joined(at):
            return None
        unit, after = reader.word(at), reader.word(at + 1)
        if unit in ("minute", "minutes"):
            return _loose(index, at + 1)
        if reader.is_one(at, "game_parts") and number <= 9:
            if after in ("of", "-"):
                return _loose(index, at + 1) if self._is_of_game(at + 2) else None
            is_half = unit == "half" and number <= 2
            return _loose(index, at + 1) if is_half or unit not in ("half", "quarter") else None
        if reader.is_one(at, "counted_parts") and after == "of":
            return _loose(index, at + 1) if self.points.dates.date(index) is None else None
        return None

    def _is_of_game(self, index: int) -> bool:
        at = self.reader.skipped(index, "the", "a", "their", "this", "last")
        return self.reader.is_one(at, "games")


def _comes_again(moment: Moment) -> bool:
    return bool(
        moment.weekday
        or moment.month
        or moment.season
        or moment.daypart
        or moment.holiday
        or moment.hour is not None
    )


def _loose(first: int, last: int) -> TimeExpression:
    return TimeExpression(first, last, TimeKind.LOOSE, "time.loose")


def _repeated(
    first: int,
    last: int,
    moment: Moment | None,
    duration: tuple[tuple[int | float, str], ...] = (),
) -> TimeExpression:
    return TimeExpression(
        first, last, TimeKind.REPEATED, "time.repeated", moment, duration=duration
    )
