"""Which words are a day or a month of the calendar: `July 21, 2017`, `Monday the 24th`, `4th of May`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.splitting.moments import Moment

if TYPE_CHECKING:
    from workbench.splitting.calendar_words import TimeReader
    from workbench.splitting.date_parts import Atom, DateParts
    from workbench.splitting.digit_dates import DigitDates

_COUNTED = frozenset(["percent", "%", "million", "billion", "per"])


@dataclass(frozen=True, slots=True)
class DayDates:
    """Reads dates with a month's name or a weekday from a place in the tokens."""

    reader: TimeReader
    parts: DateParts
    digits: DigitDates

    def dated(self, index: int) -> Atom | None:
        """A month, or a day of one, in words or digits; no weekday before it."""
        return self.month_first(index) or self.digits.date(index) or self.day_first(index)

    def month_first(self, index: int) -> Atom | None:
        """`July 21, 2017`, `May 2017`, `Nov 18th`, `September`, `Dec-2018`."""
        reader, parts = self.reader, self.parts
        found = parts.month(index)
        if found is None:
            return None
        last, month = found
        is_dashed = reader.word(last) in ("/", "-") and reader.tokens.touches(last)
        at = last + is_dashed
        year = parts.year(at) if reader.is_joined(at) else None
        if year is not None and is_dashed:
            return self._year_then_day(*year, month)
        slashed = reader.tokens.written(at)
        if is_dashed and slashed.isdecimal() and reader.word(at + 1) == reader.word(last):
            # Jan/31/2018
            later = parts.year(at + 2)
            if later is not None and 1 <= int(slashed[:4]) <= 31:
                return later[0], Moment(year=later[1], month=month, day=int(slashed))
        if year is None:
            dated = self._with_day(at, month)
            if dated is not None:
                return dated
        year = parts.year_after(last)
        if year is not None and not self._is_counted(year[0], last):
            return year[0], Moment(year=year[1], month=month)
        short = reader.tokens.written(at)
        if is_dashed and len(short) == 2 and short.isdecimal():
            return at + 1, Moment(year=2000 + int(short), month=month)
        if reader.word(index) in reader.words.unsure_months and not self._is_month(index):
            return None
        # the full stop of a lone abbreviation may end the sentence
        return index + 1, Moment(month=month)

    def _year_then_day(self, last: int, year: int, month: int) -> Atom:
        """`September-2020-23`."""
        is_dashed = self.reader.word(last) in ("-", "/")
        day = self.parts.day_number(last + 1) if is_dashed else None
        if day is not None:
            return day[0], Moment(year=year, month=month, day=day[1])
        return last, Moment(year=year, month=month)

    def _with_day(self, index: int, month: int) -> Atom | None:
        """The day after a month, and the year after it."""
        reader = self.reader
        at = reader.skipped(index, "the")
        day = self.parts.day_number(at) if reader.is_joined(at) else None
        if day is None or (at > index and not day[2]):
            return None
        last, number, is_ordinal = day
        if not is_ordinal and self._counts(last):
            return None
        year = self.parts.year_after(last)
        if year is not None and not self._is_counted(year[0], last):
            return year[0], Moment(year=year[1], month=month, day=number)
        return last, Moment(month=month, day=number)

    def _is_counted(self, end: int, start: int) -> bool:
        """Is the year rather a number after a comma: `in May, 2000 people`?"""
        plurals = self.reader.reading.lexicon.words("plurals")
        return self.reader.word(start) == "," and self.reader.word(end) in plurals

    def _counts(self, index: int) -> bool:
        """Does the number before count something: `in May 22 people died`?"""
        word = self.reader.word(index)
        is_counted = word in self.reader.reading.lexicon.words("plurals") or word in _COUNTED
        return self.reader.is_joined(index) and is_counted

    def _is_month(self, index: int) -> bool:
        """Is an unsure month's name one here: `in May`, `last March`?"""
        reader = self.reader
        is_framed = reader.is_one(index - 1, "month_before")
        if not reader.tokens.is_capitalised(index):
            return is_framed and not reader.is_one(index, "large_months")
        if reader.word(index) not in ("may", "march", "mar"):
            return True
        if reader.is_one(index - 1, "not_month_before"):
            return False
        months = reader.words.months
        starts = reader.is_one(index + 1, "month_joints") and reader.word(index + 2) in months
        ends = reader.is_one(index - 1, "month_joints") and reader.word(index - 2) in months
        return is_framed or starts or ends

    def day_first(self, index: int) -> Atom | None:
        """`21 July 2017`, `the 4th of July`, `21-Jul-2017`, `23-2020-September`."""
        reader, parts = self.reader, self.parts
        day = parts.day_number(index)
        if day is None:
            return None
        at, number, is_ordinal = day
        at += is_ordinal and reader.word(at) == "day"
        joint = reader.word(at)
        if joint in ("of", "/", "-", ",") and reader.is_joined(at):
            if joint == "," and not is_ordinal:
                return None
            at += 1
            year = parts.year(at) if joint in ("/", "-") else None
            if year is not None and reader.word(year[0]) == joint:
                month = parts.month(year[0] + 1)
                if month is not None:
                    return month[0], Moment(year=year[1], month=month[1], day=number)
        month = parts.month(at) if reader.is_joined(at) else None
        if month is None:
            return None
        is_plain = not is_ordinal and joint not in ("of", "-", "/")
        if (
            is_plain and reader.is_one(at, "large_months") and not reader.tokens.is_capitalised(at)
        ) and (reader.word(at) in ("may", "march", "mar")):
            return None
        last, name = month
        year = parts.year_after(last)
        if year is not None:
            return year[0], Moment(year=year[1], month=name, day=number)
        short = reader.tokens.written(last + 1)
        if joint == reader.word(last) == "-" and len(short) == 2 and short.isdecimal():
            return last + 2, Moment(year=2000 + int(short), month=name, day=number)
        return last, Moment(month=name, day=number)

    def weekday_date(self, index: int) -> Atom | None:
        """`Friday, July 21, 2017`, `Monday the 24th`, `Tue 13th`, `Friday 7.6`, `Tuesday`."""
        reader, parts = self.reader, self.parts
        weekday = parts.weekday(index)
        if weekday is None:
            return None
        last, number = weekday
        at = reader.skipped(last, ",", "-", "(")
        at = reader.skipped(at, "the")
        if reader.is_joined(at):
            rest = self.dated(at) or parts.dotted_day(at)
            if rest is not None and rest[1].day is not None:
                merged = rest[1].merged(Moment(weekday=number))
                closes = reader.word(last) == "(" and reader.word(rest[0]) == ")"
                if merged is not None:
                    return rest[0] + closes, merged
            day = parts.day_number(at)
            is_pause = reader.word(last) == ","
            if day is not None and (
                (day[2] and not is_pause) or ((is_pause or at == last) and parts.ends_after(day[0]))
            ):
                told = True if reader.word(at - 1) == "the" else None
                return day[0], Moment(weekday=number, day=day[1], told=told)
        if reader.word(index) in reader.words.unsure_weekdays and not self._is_weekday(index):
            return None
        return last, Moment(weekday=number)

    def _is_weekday(self, index: int) -> bool:
        """Is an unsure short form a weekday here: `on Sun`, `Sat`?"""
        reader = self.reader
        if reader.is_one(index - 1, "weekday_before"):
            return True
        is_large = (
            reader.tokens.is_capitalised(index) and not reader.tokens.written(index).isupper()
        )
        return is_large and not reader.is_one(index - 1, "not_weekday_before")

    def lone_day(self, index: int) -> Atom | None:
        """`on the 18th`, `on 29th`, `on the 17`, `on 5.12`."""
        reader, parts = self.reader, self.parts
        has_article = reader.word(index - 1) == "the"
        if reader.word(index - 1 - has_article) != "on":
            return None
        day = parts.day_number(index)
        if day is None:
            dotted = None if has_article else parts.dotted_day(index)
            return dotted if dotted and parts.ends_after(dotted[0]) else None
        if not day[2] and not has_article:
            return None
        is_free = parts.ends_after(day[0]) or reader.is_one(day[0], "after_lone_day")
        return (day[0], Moment(day=day[1])) if is_free else None
