"""Which times run from one point to another: `1910–1945`, `5 to 6pm`, `May to October 2020`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.splitting.moments import Moment, TimeExpression, TimeKind
from workbench.splitting.numbers import Form
from workbench.splitting.time_kinds import (
    is_bare_year,
    is_claim,
    is_comparable,
    kind_of,
    kind_of_range,
    rule_of,
    shared,
)
from workbench.splitting.time_points import names_day

if TYPE_CHECKING:
    from workbench.splitting.calendar_words import TimeReader
    from workbench.splitting.date_parts import Atom
    from workbench.splitting.time_points import Points


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
                index,
                self._open_end(last, moment),
                kind_of(moment),
                rule_of(moment),
                moment,
                is_claim=is_claim(moment),
            )
        )

    def _open_end(self, last: int, moment: Moment) -> int:
        """`2016 and later`, `1/1/2016 or after`: with its open end."""
        reader = self.reader
        is_fixed = moment.year is not None or moment.day is not None
        is_open = reader.word(last) in ("and", "or") and reader.is_one(last + 1, "open_ends")
        if not (is_fixed and is_open) or not reader.is_joined(last + 1):
            return last
        ends = not reader.is_joined(last + 2) or not reader.word(last + 2)[:1].isalnum()
        return last + 2 if ends else last

    def _range(self, index: int, last: int, moment: Moment) -> TimeExpression | None:
        """`1910–1945`, `May to October 2020`, `6 p.m. to midnight`, `1997 and 1998`."""
        reader = self.reader
        joint = reader.word(last)
        if not reader.is_joined(last):
            return None
        is_age = moment.century is not None or moment.decade is not None
        at = last + 1
        if joint == "or" and moment.century is None:
            return None
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
        elif not reader.is_one(last, "range") and joint != "/":
            return None
        at = reader.skipped(at, "the")
        if not reader.is_joined(at):
            return None
        short = self._short_year(last, moment)
        if short is not None:
            end = Moment(year=short)
            return TimeExpression(index, last + 2, TimeKind.PERIOD, "time.range", moment, end)
        if joint == "/":
            return None
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
        if not is_comparable(moment, final):
            return None
        start, final = shared(moment, final)
        return TimeExpression(index, last, kind_of_range(start, final), "time.range", start, final)

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
        first = moment.year or 0
        year = first // 100 * 100 + int(written)
        if (first + 1) % 100 == int(written) == 0:
            year = first + 1
        return year if year > first else None

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
        # `6-8 next Monday` may be hours, but `won 3-1` and `lost 1-3 on Saturday` are scores
        is_bare = not is_open and not final.is_24h and reader.word(last) in "-–—"
        if is_bare and (self._has_on(last, end[0]) or (first.hour or 0) >= (final.hour or 0)):
            return None
        return TimeExpression(index, end[0], kind, "time.range", first, final, is_claim=not is_bare)

    def _has_on(self, first: int, last: int) -> bool:
        return any(self.reader.word(at) == "on" for at in range(first, last))

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

    def century_range(self, index: int) -> TimeExpression | None:
        """`17th and 18th centuries`, `late 7th- or early 8th-century`."""
        reader = self.reader
        numeral = reader.numeral(index)
        if numeral is None or numeral.form is not Form.ORDINAL or not 1 <= numeral.value <= 30:
            return None
        at = reader.skipped(numeral.last, "-")
        if not (reader.is_one(at, "range") or reader.word(at) in ("and", "or")):
            return None
        at = reader.skipped(at + 1, "the")
        at += reader.word(at) in reader.words.edges
        end = self.points.dates.periods.century(at) if reader.is_joined(at) else None
        if end is None:
            return None
        first = index - (reader.word(index - 1) in reader.words.edges)
        start = Moment(century=int(numeral.value))
        return TimeExpression(first, end[0], TimeKind.PERIOD, "time.range", start, end[1])

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
