"""Which times run from one point to another: `1910–1945`, `5 to 6pm`, `May to October 2020`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.splitting.moments import Moment, TimeExpression, TimeKind
from workbench.splitting.time_points import names_day

if TYPE_CHECKING:
    from workbench.splitting.calendar_words import TimeReader
    from workbench.splitting.date_parts import Atom
    from workbench.splitting.time_points import Points

_NO_CLOCK = {
    "hour": None,
    "minute": None,
    "second": None,
    "is_24h": None,
    "daypart": None,
    "zone": None,
}


@dataclass(frozen=True, slots=True)
class Ranges:
    """Reads ranges from a place in the tokens."""

    reader: TimeReader
    points: Points

    def point_or_range(self, index: int) -> TimeExpression | None:
        """The time that begins at `index`, on to its other end where it has one."""
        reader = self.reader
        start = self.points.point(index, is_after_at=reader.is_one(index - 1, "hour_joints"))
        if start is None:
            return None
        last, moment = start
        if moment == Moment(daypart="NI") and reader.word(index - 1) in ("a", "an"):
            return None
        return (
            self._range(index, last, moment)
            or self._hours_of_day(index, last, moment)
            or self._bounded(index, last, moment)
            or TimeExpression(
                index, last, kind_of(moment), rule_of(moment), moment, is_claim=is_claim(moment)
            )
        )

    def _range(self, index: int, last: int, moment: Moment) -> TimeExpression | None:
        """`1910–1945`, `May to October 2020`, `6 p.m. to midnight`, `1997 and 1998`."""
        reader = self.reader
        joint = reader.word(last)
        if not reader.is_joined(last):
            return None
        is_age = moment.century is not None or moment.decade is not None
        at = last + 1
        if joint in ("and", "or"):
            is_between = joint == "and" and reader.word(index - 1) == "between"
            if (
                not is_between
                and reader.word(index - 1) == ","
                and self.points.dates.parts.year(index - 2)
            ):
                return None
            if not is_between and not is_age and not self._is_year_pair(moment, joint, at):
                return None
        elif joint == "up" and reader.word(at) in ("to", "until"):
            at += 1
        elif not reader.is_one(last, "range"):
            return None
        at = reader.skipped(at, "the")
        if not reader.is_joined(at):
            return None
        short = self._short_year(last, moment)
        if short is not None:
            end = Moment(year=short)
            return TimeExpression(index, last + 2, TimeKind.PERIOD, "time.range", moment, end)
        return self._ended(index, at, moment, is_age=is_age and joint in ("and", "or"))

    def _is_year_pair(self, moment: Moment, joint: str, at: int) -> bool:
        return (
            joint == "and" and is_bare_year(moment) and self.points.dates.parts.year(at) is not None
        )

    def _ended(self, index: int, at: int, moment: Moment, *, is_age: bool) -> TimeExpression | None:
        """The range whose second end begins at `at`."""
        end = self.points.point(at, is_after_at=moment.hour is not None)
        if end is None and is_bare_year(moment):
            year = self.points.dates.parts.year(at)
            end = None if year is None else (year[0], Moment(year=year[1]))
        if end is None and moment.day is not None:
            end = self._day_end(at, moment)
            if end is not None and end[1].year is not None and moment.year is None:
                moment = replace(moment, year=end[1].year)
        if end is None:
            return None
        if not moment.has_clock and end[1].has_clock and end[1].shift is None:
            # `Tuesday to Sunday, 10 a.m. to 6 p.m.` are two ranges
            end = self.points.atom(at) or end
        last, final = end
        is_between = self.reader.word(index - 1) == "between"
        is_and = self.reader.word(at - 1) == "and" and not is_between
        if is_and and is_bare_year(moment) and not is_bare_year(final):
            return None
        if is_age and final.century is None and final.decade is None:
            return None
        if not _is_comparable(moment, final):
            return None
        start, final = shared(moment, final)
        return TimeExpression(index, last, _kind_of_range(start, final), "time.range", start, final)

    def _day_end(self, at: int, moment: Moment) -> Atom | None:
        """The `20` of `November 19-20`."""
        day = self.points.dates.parts.day_number(at)
        if day is None or self.points.counts_noun(day[0]):
            return None
        year = self.points.dates.parts.year_after(day[0])
        last = day[0] if year is None else year[0]
        known = moment.year if year is None else year[1]
        return last, Moment(year=known, month=moment.month, day=day[1])

    def _short_year(self, last: int, moment: Moment) -> int | None:
        """`98` in `1997-98`."""
        reader = self.reader
        is_open = is_bare_year(moment) or (moment.season is not None and moment.year is not None)
        if not is_open or reader.word(last) not in ("-", "–", "/"):
            return None
        written = reader.tokens.written(last + 1)
        if len(written) != 2 or not written.isdecimal() or not reader.tokens.touches(last + 1):
            return None
        year = (moment.year or 0) // 100 * 100 + int(written)
        return year if year > (moment.year or 0) else None

    def _hours_of_day(self, index: int, last: int, moment: Moment) -> TimeExpression | None:
        """`next Monday 1-3 pm`, `December 15 from 7:00 to 8:00pm`: a day, then hours of it."""
        reader = self.reader
        if moment.hour is not None or not (names_day(moment) or moment.daypart):
            return None
        at = reader.skipped(last, ",", "-", "–")
        opened = reader.skipped(at, "from", "between", "at")
        if not reader.is_joined(opened):
            return None
        is_open = opened > at
        hours = self.hour_range(opened, is_open=is_open or moment.daypart is not None)
        if hours is None:
            hours = self._timed_range(opened, is_open=is_open)
        if hours is None or hours.start is None or hours.end is None:
            return None
        if hours.start.has_date or hours.end.has_date:
            return None
        start, end = hours.start, hours.end
        if moment.daypart:
            from workbench.splitting.clocks import in_part

            start, end = in_part(start, moment.daypart), in_part(end, moment.daypart)
            moment = replace(moment, daypart=None)
        first, final = moment.merged(start), moment.merged(end)
        if first is None or final is None:
            return None
        return TimeExpression(index, hours.last, TimeKind.INSTANT, "time.range", first, final)

    def _timed_range(self, index: int, *, is_open: bool) -> TimeExpression | None:
        """`7:00 to 8:00pm`, `10:30 and 11:45` after `between`, `9:30am for 7 hours`."""
        reader = self.reader
        start = self.points.clocks.clock(index, is_after_at=is_open)
        if start is None:
            return None
        last, moment = start
        if reader.word(last) == "for" and reader.is_joined(last):
            return self.lasting(index, last, moment)
        is_and = reader.word(last) == "and" and is_open
        if not (reader.is_one(last, "range") or is_and) or not reader.is_joined(last):
            return None
        end = self.points.clocks.clock(last + 1, is_after_at=True)
        if end is None:
            return None
        first, final = shared(moment, end[1])
        return TimeExpression(index, end[0], TimeKind.CLOCK, "time.range", first, final)

    def lasting(self, index: int, last: int, moment: Moment) -> TimeExpression | None:
        """`from 9 for 2.5 hrs`: an hour and how long from it."""
        length = self.points.durations.length(last + 1)
        if length is None or not length.parts or moment.hour is None:
            return None
        minutes = sum(
            number * {"hour": 60, "minute": 1}.get(unit, 0) for number, unit in length.parts
        )
        ended = moment.hour * 60 + (moment.minute or 0) + int(minutes)
        if not minutes or ended >= 24 * 60:
            return None
        final = replace(moment, hour=ended // 60, minute=ended % 60)
        return TimeExpression(
            index, length.last, TimeKind.CLOCK, "time.range", moment, final, length.parts
        )

    def _bounded(self, index: int, last: int, moment: Moment) -> TimeExpression | None:
        """`today before 4pm`, `tomorrow by 2 in the afternoon`."""
        reader = self.reader
        if moment.hour is not None or moment.daypart or not names_day(moment):
            return None
        if not reader.is_one(last, "bounds") or not reader.is_joined(last):
            return None
        clock = self.points.clocks.clock(last + 1, is_after_at=True)
        if clock is None or clock[1].hour is None:
            return None
        merged = moment.merged(clock[1])
        if merged is None:
            return None
        return TimeExpression(
            index, clock[0], TimeKind.INSTANT, "time.date", merged, relation=reader.word(last)
        )

    def hour_range(self, index: int, *, is_open: bool = False) -> TimeExpression | None:
        """`5 to 6pm`, `9.30-4.30pm`, `6-8 next Monday`; bare hours only after `from` or a day."""
        reader = self.reader
        hour = self._start_hour(index)
        if hour is None:
            return None
        last, start = hour
        has_minutes = is_open or start.minute is not None
        is_open = is_open or reader.is_one(index - 1, "range_openers")
        if (not reader.is_joined(last) or not reader.is_joined(last + 1)) and (
            not (is_open and reader.word(last) == "for")
        ):
            return None
        if reader.word(last) == "for" and is_open:
            return self.lasting(index, last, start)
        if reader.word(last) == "and":
            if not is_open or reader.word(index - 1) == "from":
                return None
        elif not reader.is_one(last, "range"):
            return None
        end = self._end_hour(last + 1, is_open=is_open, has_minutes=has_minutes)
        if end is None:
            return None
        first, final = shared(start, end[1])
        kind = TimeKind.INSTANT if final.has_date else TimeKind.CLOCK
        # `6-8 next Monday` may be hours, but `won 3-1 on Saturday` is a score
        is_bare = not is_open and not final.is_24h and reader.word(last) in "-–—"
        return TimeExpression(index, end[0], kind, "time.range", first, final, is_claim=not is_bare)

    def _start_hour(self, index: int) -> Atom | None:
        reader = self.reader
        before = reader.word(index - 1)
        if reader.tokens.touches(index) and before not in ("(", "“", '"') and before:
            return None
        dotted = self.points.clocks.dotted(index)
        if dotted is not None:
            return dotted
        hour = self.points.clocks.hour_number(index)
        if hour is None or hour[1] > 24:
            return None
        sure = True if hour[1] > 12 else None
        return hour[0], Moment(hour=hour[1] % 24, is_24h=sure)

    def _end_hour(self, index: int, *, is_open: bool, has_minutes: bool) -> Atom | None:
        """The second end: with a.m. or p.m., after an opener, or before a day."""
        clock = self.points.clocks.clock(index)
        if clock is not None and clock[1].hour is not None:
            is_sure = clock[1].is_24h or self.reader.word(clock[0] - 1) == "o'clock"
            if is_sure or is_open:
                return self.points.completed(*clock)
        hour = self.points.clocks.hour_number(index)
        if hour is None or hour[1] > 24:
            return None
        sure = True if hour[1] > 12 else None
        end = hour[0], Moment(hour=hour[1] % 24, is_24h=sure)
        completed = self.points.completed(*end)
        if completed[1].has_date and names_day(completed[1]):
            return completed
        after = self.reader.word(end[0])
        zoned = after in self.reader.words.zones
        ends = not self.reader.is_joined(end[0]) or not after[0].isalnum() or zoned
        is_time = has_minutes or zoned
        return end if is_open and is_time and ends and after not in ("%", "/", ":") else None

    def day_range(self, index: int) -> TimeExpression | None:
        """`18 and 19 June`, `5–7 May 2019`, `ninth till seventeenth of April`."""
        reader = self.reader
        day = self.points.dates.parts.day_number(index)
        if day is None or not reader.is_joined(day[0]):
            return None
        if not (reader.is_one(day[0], "range") or reader.word(day[0]) in ("and", "or")):
            return None
        at = reader.skipped(day[0] + 1, "the")
        if not reader.is_joined(at):
            return None
        end = self.points.dates.days.day_first(at)
        if end is None or end[1].day is None or not day[1] < end[1].day:
            return None
        start = replace(end[1], day=day[1])
        return TimeExpression(index, end[0], TimeKind.PERIOD, "time.range", start, end[1])


def is_bare_year(moment: Moment) -> bool:
    """Is it a year and nothing else?"""
    return moment.year is not None and moment == Moment(year=moment.year)


def is_claim(moment: Moment) -> bool:
    """`now` and meals say when, but nothing that could be wrong."""
    if moment.shift == (0, "second"):
        return False
    return not ((moment.daypart or "").startswith("ME") and not moment.has_date)


def kind_of(moment: Moment) -> TimeKind:
    """The sort of time a moment is."""
    if moment.hour is not None or moment.daypart is not None:
        return TimeKind.INSTANT if moment.has_date else TimeKind.CLOCK
    if moment.nth is not None and moment.day is not None:
        return TimeKind.DATE
    if moment.week is not None:
        return TimeKind.PERIOD
    if moment.day or moment.weekday:
        return TimeKind.DATE
    if moment.holiday:
        return TimeKind.PERIOD if moment.weekend else TimeKind.DATE
    if moment.shift is not None:
        unit = moment.shift[1]
        if unit in ("second", "minute", "hour"):
            return TimeKind.INSTANT
        return TimeKind.DATE if unit == "day" else TimeKind.PERIOD
    return TimeKind.PERIOD


def rule_of(moment: Moment) -> str:
    """The name of the rule that reads such a moment."""
    if moment.shift is not None or moment.direction is not None:
        return "time.relative"
    if moment.hour is not None and not moment.has_date:
        return "time.clock"
    return "time.date"


def _kind_of_range(start: Moment, end: Moment) -> TimeKind:
    if not start.has_date and not end.has_date:
        return TimeKind.CLOCK
    return TimeKind.INSTANT if start.has_clock or end.has_clock else TimeKind.PERIOD


def _is_comparable(start: Moment, end: Moment) -> bool:
    """May the two be the ends of one range?"""
    if start.has_date and end.has_date:
        return True
    if start.has_clock and (end.has_clock or end.has_date):
        return end.has_clock or names_day(end)
    is_now = start.shift == (0, "second")
    return start.has_date and (end.shift is not None or (is_now and end.has_clock))


def shared(start: Moment, end: Moment) -> tuple[Moment, Moment]:
    """Both ends, with what only one says and both mean: the year, the day, a.m. or p.m."""
    is_open = start.year is None and start.shift is None and start.direction is None
    is_partial = start.month or start.day or start.season or start.quarter
    if is_open and is_partial and end.year is not None:
        year = end.year
        if start.month and end.month and (start.month, start.day or 0) > (end.month, end.day or 31):
            year -= 1
        start = replace(start, year=year)
    if start.has_clock and end.has_clock:
        if not start.has_date and end.has_date:
            start = start.merged(replace(end, **_NO_CLOCK)) or start
        elif start.has_date and not end.has_date:
            end = end.merged(replace(start, **_NO_CLOCK)) or end
        start, end = _same_half(start, end)
    return start, end


def _same_half(start: Moment, end: Moment) -> tuple[Moment, Moment]:
    """`5 to 6pm` are both after noon, `11 to 1pm` are not."""
    first, last = start.hour, end.hour
    if first is None or last is None or start.is_24h is end.is_24h:
        return start, end
    if end.is_24h:
        if first + 12 <= last:
            first += 12
        return replace(start, hour=first, is_24h=True), end
    if last < 12 and last <= first:
        last += 12
    return start, replace(end, hour=last, is_24h=True)
