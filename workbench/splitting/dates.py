"""Which words are a date of the calendar: years, months, days, weeks, seasons, centuries, feasts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.splitting.moments import Moment
from workbench.splitting.numbers import Form

if TYPE_CHECKING:
    from workbench.splitting.calendar_words import TimeReader

Atom = tuple[int, Moment]
"""Where it ends, and what it says."""

FIRST_YEAR, LAST_YEAR = 1000, 2199
_DASHES = frozenset("-–—‑")


@dataclass(frozen=True, slots=True)
class Dates:
    """Reads the parts of dates from a place in the tokens."""

    reader: TimeReader

    def date(self, index: int) -> Atom | None:
        """The longest date that begins at `index`; a bare year is left to the caller."""
        return (
            self._weekday_date(index)
            or self._month_first(index)
            or self._in_digits(index)
            or self.day_first(index)
            or self._century(index)
            or self._decade(index)
            or self.quarter(index)
            or self._week(index)
            or self._season(index)
            or self._holiday(index)
            or self._era(index)
            or self._named_year(index)
            or self._weekend(index)
            or self._apostrophe_year(index)
            or self._lone_day(index)
        )

    def year(self, index: int) -> tuple[int, int] | None:
        """A year in four digits, or in words: `nineteen eighty six`, `two thousand and twenty`."""
        reader = self.reader
        numeral = reader.numeral(index)
        if numeral is None or numeral.form is not Form.CARDINAL:
            return None
        if numeral.in_digits:
            written = reader.tokens.written(index)
            if len(written) == 4 and written.isdecimal() and numeral.literal:
                return (
                    (index + 1, int(written)) if FIRST_YEAR <= int(written) <= LAST_YEAR else None
                )
            return None
        if 1900 <= numeral.value <= 2100 and numeral.last - index > 1:
            return numeral.last, int(numeral.value)
        if not (numeral.value in range(10, 22) and reader.is_joined(numeral.last)):
            return None
        after = numeral.last
        if reader.word(after) == "hundred":
            return None
        low = reader.numeral(after)
        if low is None or low.in_digits or not 10 <= low.value <= 99:
            return None
        return low.last, int(numeral.value) * 100 + int(low.value)

    def day_number(self, index: int) -> tuple[int, int, bool] | None:
        """A day of the month: where it ends, the day, was it an ordinal."""
        reader = self.reader
        numeral = reader.numeral(index)
        if numeral is None or numeral.value not in range(1, 32):
            return None
        if numeral.form is Form.ORDINAL:
            return numeral.last, int(numeral.value), True
        if numeral.form is not Form.CARDINAL or numeral.has_article:
            return None
        if numeral.in_digits:
            if not numeral.literal or len(reader.tokens.written(index)) > 2:
                return None
            if (
                reader.word(numeral.last) in ("%", ":", "/") and reader.tokens.touches(numeral.last)
            ) and (reader.word(numeral.last + 1) not in reader.words.months):
                return None
            if reader.tokens.touches(index) and reader.word(index - 1) in ("$", "€", "£", "."):
                return None
        return numeral.last, int(numeral.value), False

    def month(self, index: int) -> tuple[int, int] | None:
        """A month's name, with the full stop of an abbreviation."""
        reader = self.reader
        month = reader.words.months.get(reader.word(index))
        if month is None:
            return None
        last = index + 1
        if (
            reader.word(last) == "."
            and reader.tokens.touches(last)
            and len(reader.word(index)) <= 4
        ):
            after = reader.word(last + 1)
            if after[:1].isdigit() or after in (",", "-", "–") or after in reader.words.months:
                last += 1
        return last, month

    def year_after(self, index: int) -> tuple[int, int] | None:
        """`, 2017`, ` of 2017`, ` 2017` or `, '17` after a day or a month."""
        reader = self.reader
        at = reader.skipped(index, ",", "of", "in", "/", "-")
        at = reader.skipped(at, "the") if reader.word(at + 1) == "year" else at
        at = reader.skipped(at, "year")
        if not reader.is_joined(at):
            return None
        if reader.word(at) in ("'", "‘", "’") and reader.tokens.touches(at + 1):
            return self._short_year(at)
        found = self.year(at)
        if found is not None and reader.word(found[0]) in ("%", ":"):
            return None
        return found

    def _short_year(self, index: int) -> tuple[int, int] | None:
        """`'97`."""
        written = self.reader.tokens.written(index + 1)
        if len(written) != 2 or not written.isdecimal():
            return None
        number = int(written)
        return index + 2, (2000 if number < 40 else 1900) + number

    def _month_first(self, index: int) -> Atom | None:
        """`July 21, 2017`, `May 2017`, `Nov 18th`, `September`."""
        reader = self.reader
        found = self.month(index)
        if found is None:
            return None
        last, month = found
        at = last
        if reader.word(at) in ("/", "-") and reader.tokens.touches(at):
            at += 1
        dashed = at > last
        year_first = self.year(at) if reader.is_joined(at) else None
        if year_first is not None and dashed:
            # September-2020-23
            day_at = year_first[0] + 1
            day = self.day_number(day_at) if reader.word(day_at - 1) in ("-", "/") else None
            if day is not None:
                return day[0], Moment(year=year_first[1], month=month, day=day[1])
            return year_first[0], Moment(year=year_first[1], month=month)
        the = reader.skipped(at, "the")
        day = self.day_number(the) if reader.is_joined(the) else None
        if day is not None and year_first is None and not (the > at and not day[2]):
            end, number, _ = day
            if not self._is_count_after(end, number) or day[2]:
                year = self.year_after(end)
                if year is not None and not self._is_counted(year[0], end):
                    return year[0], Moment(year=year[1], month=month, day=number)
                return end, Moment(month=month, day=number)
        year = self.year_after(last)
        if year is not None and not self._is_counted(year[0], last):
            return year[0], Moment(year=year[1], month=month)
        short = reader.tokens.written(at)
        if dashed and len(short) == 2 and short.isdecimal():
            return at + 1, Moment(year=2000 + int(short), month=month)
        if reader.word(index) in reader.words.unsure_months and not self._is_month_here(index):
            return None
        if last > index + 1 and not reader.tokens.written(index).endswith("."):
            last = index + 1
        return last, Moment(month=month)

    def _is_counted(self, end: int, start: int) -> bool:
        """Is the year rather a number with a comma before it: `in May, 2000 people`?"""
        reader = self.reader
        return reader.word(start) == "," and reader.word(end) in reader.reading.lexicon.words(
            "plurals"
        )

    def _is_count_after(self, end: int, number: int) -> bool:
        """Does the number after a month count something: `in May 22 people died`?"""
        reader = self.reader
        word = reader.word(end)
        if not reader.is_joined(end):
            return False
        if word in reader.reading.lexicon.words("plurals"):
            return True
        return (
            word in ("percent", "%", "million", "billion", "per", "-")
            and not (word == "-" and reader.word(end + 1)[:1].isdigit())
            and word != "-"
        )

    def _is_month_here(self, index: int) -> bool:
        """Is an unsure month's name one here: `in May`, `last March`?"""
        reader = self.reader
        if not reader.tokens.is_capitalised(index):
            return (
                reader.word(index - 1)
                in (
                    "mid",
                    "early",
                    "late",
                    "last",
                    "next",
                    "this",
                    "of",
                    "from",
                    "in",
                    "the",
                    "since",
                    "until",
                    "to",
                )
                and (
                    reader.word(index) not in ("march", "mar", "sep", "dec", "jan", "august")
                    or reader.word(index) in ("august", "may")
                )
                and reader.word(index) != "march"
                and (reader.word(index) != "may" or reader.word(index - 1) not in ("this", "the"))
            )
        before, after = reader.word(index - 1), reader.word(index + 1)
        if reader.word(index) not in ("may", "march", "mar"):
            return True
        if (
            reader.tokens.is_capitalised(index - 1)
            and before not in ("In", "in")
            and before in ("theresa", "mrs", "ms", "mr")
        ):
            return False
        if before in _BEFORE_MONTH or (
            after in ("and", "to", "-", "–", "through")
            and reader.words.months.get(reader.word(index + 2))
        ):
            return True
        return bool(
            before in ("to", "and", "-", "–", "through")
            and reader.word(index - 2) in reader.words.months
        )

    def day_first(self, index: int) -> Atom | None:
        """`21 July 2017`, `the 4th of July`, `21-Jul-2017`, `2020/23/Sep`."""
        reader = self.reader
        day = self.day_number(index)
        if day is None:
            return None
        at, number, is_ordinal = day
        if reader.word(at) == "day" and is_ordinal:
            at += 1
        joint = reader.word(at)
        if joint in ("of", "/", "-", ",") and reader.is_joined(at):
            if joint == "," and not is_ordinal:
                return None
            at += 1
            year = self.year(at) if joint in ("/", "-") else None
            if year is not None and reader.word(year[0]) == joint:
                # 23-2020-September
                month = self.month(year[0] + 1)
                if month is not None:
                    return month[0], Moment(year=year[1], month=month[1], day=number)
        month = self.month(at) if reader.is_joined(at) else None
        if month is None:
            return None
        if not is_ordinal and reader.word(index + 1) not in ("of", "-", "/"):
            if reader.word(at) == "may" and not reader.tokens.is_capitalised(at):
                return None
            if reader.word(at) in ("may", "march", "mar") and not reader.tokens.is_capitalised(at):
                return None
        last, name = month
        year = self.year_after(last)
        short = reader.tokens.written(last + 1)
        if year is not None:
            return year[0], Moment(year=year[1], month=name, day=number)
        if joint == "-" and reader.word(last) == "-" and len(short) == 2 and short.isdecimal():
            return last + 2, Moment(year=2000 + int(short), month=name, day=number)
        return last, Moment(month=name, day=number)

    def _in_digits(self, index: int) -> Atom | None:
        """`2017-07-21`, `21/07/2017`, `7/21/17`, `23.04.2022`, `2015-3`, `22/04`, `20200701`."""
        reader = self.reader
        written = reader.tokens.written(index)
        if not written[:1].isdigit():
            return None
        if not reader.tokens.touches(index) or not reader.word(index - 1)[-1:].isalnum():
            chain = written.split(".")
            if len(chain) == 3:
                return _with_end(index + 1, _from_parts(chain))
        if not written.isdecimal():
            return None
        if len(written) == 8:
            return _with_end(index + 1, _compact(written))
        if len(written) > 4:
            return None
        joint = reader.word(index + 1)
        if joint not in ("/", "-", "–", ".") or not self._touch(index + 1):
            return None
        second = reader.tokens.written(index + 2)
        if second.isdecimal() and reader.word(index + 3) == joint:
            # 2020/23/Sep
            year, month = self.year(index), self.month(index + 4)
            day = self.day_number(index + 2) or (index, int(second[:4]), False)
            if year is not None and month is not None and 1 <= day[1] <= 31:
                return month[0], Moment(year=year[1], month=month[1], day=day[1])
        if not second.isdecimal() or len(second) > 4:
            return self._digits_and_month(index, joint)
        if (
            joint == "-" and reader.word(index - 1) in ("/", "-") and reader.tokens.touches(index)
        ) and (reader.word(index - 2)[-1:].isalnum()):
            return None
        third = reader.tokens.written(index + 4)
        if reader.word(index + 3) == joint and self._touch(index + 3) and third.isdecimal():
            if reader.word(index + 5) in ("/", "-") and reader.tokens.touches(index + 5):
                return None
            if (
                reader.tokens.touches(index + 5)
                and reader.word(index + 5)[:1].isalpha()
                and reader.word(index + 5) != "t"
            ):
                return None
            return _with_end(index + 5, _from_parts([written, second, third]))
        if joint == "/" or len(written) == 4 or len(second) == 4:
            if reader.word(index + 3) == "/" or (joint == "–" and len(second) == 4):
                return None
            return self._two_parts(index, written, second, joint)
        return None

    def _touch(self, index: int) -> bool:
        return self.reader.tokens.touches(index) and self.reader.tokens.touches(index + 1)

    def _digits_and_month(self, index: int, joint: str) -> Atom | None:
        """`2020/23/Sep`, `2020-Sep-23`: digits with a month's name."""
        reader = self.reader
        year = self.year(index)
        month = self.month(index + 2)
        if year is None or month is None:
            return None
        day_at = month[0] + 1
        day = self.day_number(day_at) if reader.word(month[0]) == joint else None
        if day is not None:
            return day[0], Moment(year=year[1], month=month[1], day=day[1])
        return month[0], Moment(year=year[1], month=month[1])

    def _two_parts(self, index: int, one: str, two: str, joint: str) -> Atom | None:
        """`2015-3`, `12-2015`, `22/04`."""
        last = index + 3
        if (
            self.reader.tokens.touches(last)
            and self.reader.word(last) == "."
            and self.reader.tokens.touches(last + 1)
        ):
            return None
        if len(one) == 4 and len(two) <= 2:
            if 1 <= int(two) <= 12 and FIRST_YEAR <= int(one) <= LAST_YEAR and joint != "–":
                # 1997-98 and 2003-04 are two years; 2015-3 and 2015-03 with a later month are not
                if len(two) == 2 and int(two) == int(one[2:]) + 1 and joint != "/":
                    return None
                return last, Moment(year=int(one), month=int(two))
            return None
        if len(two) == 4 and len(one) <= 2:
            if 1 <= int(one) <= 12 and FIRST_YEAR <= int(two) <= LAST_YEAR:
                return last, Moment(year=int(two), month=int(one))
            return None
        if joint != "/" or len(one) > 2 or len(two) > 2:
            return None
        return _with_end(last, _month_and_day(int(one), int(two)))

    def _weekday_date(self, index: int) -> Atom | None:
        """`Friday, July 21, 2017`, `Monday the 24th`, `Tue 13th`, `Tuesday`."""
        reader = self.reader
        weekday = self.weekday(index)
        if weekday is None:
            return None
        last, number = weekday
        at = reader.skipped(last, ",", "-", "(")
        at = reader.skipped(at, "the")
        if reader.is_joined(at):
            rest = self._month_first(at) or self._in_digits(at) or self.day_first(at)
            if rest is not None and rest[1].day is not None:
                merged = rest[1].merged(Moment(weekday=number))
                end = rest[0] + (reader.word(last) == "(" and reader.word(rest[0]) == ")")
                if merged is not None and merged.weekday == number:
                    return end, merged
            dotted = self._dotted_day(at)
            if dotted is not None:
                return dotted[0], Moment(weekday=number, month=dotted[1], day=dotted[2])
            day = self.day_number(at)
            if day is not None and (day[2] or (at == last and self._ends_after(day[0]))):
                told = True if reader.word(at - 1) == "the" else None
                return day[0], Moment(weekday=number, day=day[1], told=told)
        if reader.word(index) in reader.words.unsure_weekdays and not self._is_weekday_here(index):
            return None
        return last, Moment(weekday=number)

    def _dotted_day(self, index: int) -> tuple[int, int, int] | None:
        """`7.6` after a weekday: month and day."""
        month, dot, day = self.reader.tokens.written(index).partition(".")
        if (
            not dot
            or not month.isdecimal()
            or not day.isdecimal()
            or len(day) > 2
            or len(month) > 2
        ):
            return None
        found = _month_and_day(int(month), int(day))
        return (index + 1, found.month or 0, found.day or 0) if found else None

    def _ends_after(self, index: int) -> bool:
        word = self.reader.word(index)
        return not word or not (word[0].isalnum() or word in (":", "-", "%"))

    def weekday(self, index: int) -> tuple[int, int] | None:
        """A weekday's name, with the full stop of an abbreviation."""
        reader = self.reader
        number = reader.words.weekdays.get(reader.word(index))
        if number is None:
            return None
        last = index + 1
        if (
            len(reader.word(index)) <= 5
            and reader.word(last) == "."
            and reader.tokens.touches(last)
        ) and (reader.word(last + 1) == "," or reader.word(last + 1) in reader.words.months):
            last += 1
        return last, number

    def _is_weekday_here(self, index: int) -> bool:
        reader = self.reader
        before = reader.word(index - 1)
        if before in ("on", "last", "next", "this", "every", "past", "until", "by"):
            return True
        return before == "," or (
            reader.tokens.written(index).isupper() is False
            and reader.tokens.is_capitalised(index)
            and before not in ("the", "a", "our", "'s", "and")
        )

    def _century(self, index: int) -> Atom | None:
        """`the 20th century`, `19th-century`, `5th century BC`."""
        reader = self.reader
        numeral = reader.numeral(index)
        if numeral is None or numeral.form is not Form.ORDINAL or not 1 <= numeral.value <= 30:
            return None
        at = reader.skipped(numeral.last, "-")
        if reader.word(at) not in ("century", "centuries", "c"):
            return None
        last = at + 1
        era = reader.words.eras.get(reader.word(last)) if reader.is_joined(last) else None
        century = int(numeral.value)
        if era is not None:
            last += 1
        if era == "BC":
            return last, Moment(century=-century)
        return last, Moment(century=century)

    def _decade(self, index: int) -> Atom | None:
        """`1990s`, `'90s`, `the sixties`, `nineteen-eighties`."""
        reader = self.reader
        word = reader.word(index)
        if word in reader.words.decades:
            if reader.word(index - 1) not in (
                "the",
                "early",
                "mid",
                "late",
                "-",
                "roaring",
                "swinging",
            ):
                return None
            if reader.word(index - 1) == "-" and reader.word(index - 2) not in (
                "mid",
                "nineteen",
                "eighteen",
            ):
                return None
            return index + 1, Moment(
                decade=reader.words.decades[word] + 1900 if word != "noughties" else 2000
            )
        if word in ("nineteen", "eighteen") and reader.words.decades.get(
            reader.word(reader.skipped(index + 1, "-"))
        ):
            at = reader.skipped(index + 1, "-")
            return at + 1, Moment(
                decade=(1900 if word == "nineteen" else 1800)
                + reader.words.decades[reader.word(at)]
            )
        at = index + (word in ("'", "‘", "’"))
        written = reader.tokens.written(at)
        if not written.isdecimal() or written[-1] != "0" or len(written) not in (2, 4):
            return None
        last = at + 1
        if reader.word(last) == "'" and reader.tokens.touches(last):
            last += 1
        if reader.word(last) not in ("s", "'s") or not reader.tokens.touches(last):
            return None
        number = int(written)
        if len(written) == 2:
            if at == index and reader.word(index - 1) not in ("the", "early", "mid", "late", "-"):
                return None
            if reader.word(index - 1) in ("his", "her", "their", "my"):
                return None
            return last + 1, Moment(decade=number + (1900 if number > 20 else 2000))
        return (last + 1, Moment(decade=number)) if FIRST_YEAR <= number <= LAST_YEAR else None

    def quarter(self, index: int) -> Atom | None:
        """`Q3 2019`, `2019-Q1`, `the first half of 2019`, `the third quarter of last year`."""
        reader = self.reader
        word = reader.word(index)
        if word in ("q", "h") and reader.tokens.touches(index + 1):
            number = reader.tokens.written(index + 1)
            if number in ("1", "2", "3", "4") and (word == "q" or int(number) < 3):
                year = self.year_after(index + 2)
                last, known = year or (index + 2, None)
                if word == "h" and known is None:
                    return None
                if word == "q":
                    return last, Moment(quarter=int(number), year=known)
                return last, Moment(half=int(number), year=known)
        year = self.year(index)
        if year is not None:
            at = reader.skipped(year[0], "-", "'s")
            if reader.word(at) in ("q", "h") and reader.tokens.touches(at + 1):
                inner = self.quarter(at)
                if inner is not None and inner[1].year is None:
                    merged = inner[1].merged(Moment(year=year[1]))
                    return (inner[0], merged) if merged else None
            if reader.word(year[0]) == "'s":
                inner = self.quarter(at)
                merged = (
                    inner[1].merged(Moment(year=year[1]))
                    if inner and inner[1].year is None
                    else None
                )
                return (inner[0], merged) if inner and merged else None
        numeral = reader.numeral(index)
        if numeral is None or numeral.form is not Form.ORDINAL:
            return None
        at = reader.skipped(numeral.last, "-", "fiscal", "calendar")
        unit = reader.word(at)
        if unit not in ("quarter", "half") or not 1 <= numeral.value <= (
            4 if unit == "quarter" else 2
        ):
            return None
        number_ = int(numeral.value)
        part = Moment(quarter=number_) if unit == "quarter" else Moment(half=number_)
        last = at + 1
        of = reader.skipped(last, "of", "in", ",")
        of = reader.skipped(of, "the")
        year = self.year(of) if reader.is_joined(of) else None
        if year is not None:
            return year[0], part.merged(Moment(year=year[1])) or part
        relative = reader.words.directions.get(reader.word(of))
        if relative is not None and reader.word(of + 1) == "year":
            return of + 2, part.merged(Moment(shift=(relative, "year"))) or part
        return (last, part) if unit == "quarter" else None

    def _week(self, index: int) -> Atom | None:
        """`week 31`, `the first week of 2015`, `the third month of 2021`."""
        reader = self.reader
        if reader.word(index) == "week" and reader.is_joined(index + 1):
            written = reader.tokens.written(index + 1)
            if written.isdecimal() and len(written) <= 2 and 1 <= int(written) <= 53:
                year = self.year_after(index + 2)
                last, known = year or (index + 2, None)
                return last, Moment(week=int(written), year=known)
        if reader.word(index) == "week":
            return self._week_of(index)
        numeral = reader.numeral(index)
        is_last = reader.word(index) in ("last", "final")
        if not is_last and (numeral is None or numeral.form is not Form.ORDINAL):
            return None
        at = index + 1 if is_last else numeral.last if numeral else index
        number = -1 if is_last else int(numeral.value) if numeral else 0
        unit = reader.words.units.get(reader.word(at))
        weekday = self.weekday(at)
        last = at + 1
        if reader.word(last) not in ("of", "in"):
            return None
        of = reader.skipped(last + 1, "the")
        inside = self._month_first(of)
        year = self.year(of)
        moment = inside[1] if inside else Moment(year=year[1]) if year else None
        end = inside[0] if inside else year[0] if year else 0
        if moment is None and reader.word(of) in reader.words.directions:
            unit_after = reader.words.units.get(reader.word(of + 1))
            if unit_after in ("month", "year"):
                moment, end = (
                    Moment(shift=(reader.words.directions[reader.word(of)], unit_after)),
                    of + 2,
                )
        if moment is None or moment.day is not None:
            return None
        if weekday is not None:
            merged = moment.merged(Moment(nth=number, weekday=weekday[1]))
        elif unit == "week":
            merged = moment.merged(Moment(nth=number, week=0))
        elif unit == "month" and moment.month is None and 1 <= number <= 12:
            merged = moment.merged(Moment(month=number))
        elif unit == "day" and moment.month is not None and 1 <= number <= 31:
            merged = moment.merged(Moment(day=number))
        elif unit == "day":
            merged = moment.merged(Moment(nth=number, day=0))
        else:
            return None
        return (end, merged) if merged else None

    def _week_of(self, index: int) -> Atom | None:
        """`week of April 10th`, `week commencing February 4`."""
        reader = self.reader
        if reader.word(index + 1) not in ("of", "commencing", "starting", "beginning", "ending"):
            return None
        at = reader.skipped(index + 2, "on", "the")
        found = self._month_first(at) or self._in_digits(at) or self.day_first(at)
        if found is None or found[1].day is None:
            return None
        return found[0], replace(found[1], week=0)

    def _weekend(self, index: int) -> Atom | None:
        """`the weekend`, `weekend of Thanksgiving`."""
        reader = self.reader
        if reader.word(index) != "weekend":
            return None
        if reader.word(index + 1) == "of":
            feast = self._holiday(reader.skipped(index + 2, "the"))
            if feast is not None:
                return feast[0], replace(feast[1], weekend=True)
        if reader.word(index - 1) == "the":
            return index + 1, Moment(weekend=True, direction=0)
        return None

    def _lone_day(self, index: int) -> Atom | None:
        """`on the 18th`, `on 29th`, `on the 17`, `on 5.12`."""
        reader = self.reader
        before = reader.word(index - 1)
        has_article = before == "the"
        if (reader.word(index - 2) if has_article else before) != "on":
            return None
        day = self.day_number(index)
        if day is None:
            dotted = None if has_article else self._dotted_day(index)
            if dotted is None or not self._ends_after(dotted[0]):
                return None
            return dotted[0], Moment(month=dotted[1], day=dotted[2])
        if not day[2] and not has_article:
            return None
        after = reader.word(day[0])
        is_free = self._ends_after(day[0]) or after in ("at", "between", "and", "from", "in", "to")
        return (day[0], Moment(day=day[1])) if is_free else None

    def _season(self, index: int) -> Atom | None:
        """`summer 2012`, `the winter of 1941`, `winter`."""
        reader = self.reader
        season = reader.words.seasons.get(reader.word(index))
        if season is None:
            return None
        last = index + 1
        year = self.year_after(last) if reader.word(last) != "," else None
        if year is not None:
            return year[0], Moment(season=season, year=year[1])
        if reader.word(index) in reader.words.unsure_seasons:
            before = reader.word(index - 1)
            if before not in (
                "in",
                "last",
                "this",
                "next",
                "every",
                "each",
                "since",
                "until",
                "by",
                "early",
                "late",
            ):
                return None
            if reader.word(index) == "fall" and before in ("in", "by", "early", "late", "this"):
                return None
        return last, Moment(season=season)

    def _holiday(self, index: int) -> Atom | None:
        """`Christmas Eve`, `Thanksgiving 2023`."""
        reader = self.reader
        found = reader.words.holidays.starting(reader.tokens, index)
        if found is None:
            return None
        if (
            reader.word(index)
            in (
                "eid",
                "holi",
                "may",
                "flag",
                "election",
            )
            and not reader.tokens.is_capitalised(index)
            and reader.word(index) != "eid"
        ):
            return None
        last, rule = found
        year = self.year_after(last) if reader.word(last) != "," else None
        moment = Moment(holiday=rule)
        if year is not None:
            last, moment = year[0], Moment(holiday=rule, year=year[1])
        if reader.word(last) == "weekend" and reader.is_joined(last):
            return last + 1, replace(moment, weekend=True)
        return last, moment

    def _era(self, index: int) -> Atom | None:
        """`44 BC`, `AD 79`, `1200 BCE`."""
        reader = self.reader
        if reader.word(index) in ("ad", "a.d.") and reader.is_joined(index + 1):
            numeral = reader.numeral(index + 1)
            if (numeral is not None and numeral.literal and 0 < numeral.value <= LAST_YEAR) and (
                reader.tokens.written(index).isupper()
            ):
                return numeral.last, Moment(year=int(numeral.value))
        numeral = reader.numeral(index)
        if numeral is None or not numeral.in_digits or numeral.form is not Form.CARDINAL:
            return None
        era = (
            reader.words.eras.get(reader.word(numeral.last))
            if reader.is_joined(numeral.last)
            else None
        )
        if era is None or not reader.tokens.written(numeral.last).isupper():
            return None
        year = int(numeral.value)
        return numeral.last + 1, Moment(year=1 - year if era == "BC" else year)

    def _apostrophe_year(self, index: int) -> Atom | None:
        """`'05`, after a space and before no letter."""
        reader = self.reader
        if reader.word(index) not in ("'", "‘", "’") or reader.tokens.touches(index):
            return None
        if not reader.tokens.touches(index + 1):
            return None
        found = self._short_year(index)
        if found is None or (
            reader.tokens.touches(found[0]) and reader.word(found[0])[0].isalnum()
        ):
            return None
        return found[0], Moment(year=found[1])

    def _named_year(self, index: int) -> Atom | None:
        """`the year 2008`, `fiscal year 2008`, `fiscal 2019`, `FY2018`."""
        reader = self.reader
        word = reader.word(index)
        fiscal = {
            "fiscal": "FY",
            "financial": "FY",
            "calendar": "",
            "school": "SY",
            "academic": "SY",
        }.get(word)
        at = index
        if fiscal is not None:
            at += 1
        if reader.word(at) == "year" and at >= index:
            year = self.year(at + 1) if reader.is_joined(at + 1) else None
            short = reader.tokens.written(at + 1)
            if year is None and short.isdecimal() and 1 < len(short) < 4:
                year = at + 2, int(short)
            if year is not None:
                return year[0], Moment(year=year[1], fiscal=fiscal or None)
            return (at + 1, Moment(fiscal=fiscal)) if fiscal == "FY" and at > index else None
        if fiscal == "FY":
            year = self.year(at)
            return (year[0], Moment(year=year[1], fiscal="FY")) if year else None
        if word in ("fy", "sy", "cy") and reader.tokens.touches(index + 1):
            written = reader.tokens.written(index + 1)
            if written.isdecimal() and len(written) in (2, 4):
                number = int(written) + (2000 if len(written) == 2 else 0)
                return index + 2, Moment(year=number, fiscal=word.upper() if word != "cy" else None)
        return None


_BEFORE_MONTH = frozenset(
    [
        "in",
        "since",
        "until",
        "till",
        "by",
        "of",
        "during",
        "before",
        "after",
        "last",
        "next",
        "this",
        "early",
        "late",
        "mid",
        "through",
        "from",
        "every",
        "each",
        "for",
        "late-may",
    ]
)


def _with_end(last: int, moment: Moment | None) -> Atom | None:
    return None if moment is None else (last, moment)


def _compact(written: str) -> Moment | None:
    year, month, day = int(written[:4]), int(written[4:6]), int(written[6:])
    if 1900 <= year <= 2100 and 1 <= month <= 12 and 1 <= day <= 31:
        return Moment(year=year, month=month, day=day)
    return None


def _month_and_day(one: int, two: int) -> Moment | None:
    """Month first where both orders are possible."""
    if 1 <= one <= 12 and 1 <= two <= 31:
        return Moment(month=one, day=two)
    if 1 <= two <= 12 and 1 <= one <= 31:
        return Moment(month=two, day=one)
    return None


def _from_parts(parts: list[str]) -> Moment | None:
    """Three numbers: the year is the one of four digits, else the last."""
    if not all(part.isdecimal() and len(part) <= 4 for part in parts):
        return None
    lengths = [len(part) for part in parts]
    numbers = [int(part) for part in parts]
    if lengths[0] == 4:
        year, rest = numbers[0], numbers[1:]
        if not FIRST_YEAR <= year <= LAST_YEAR:
            return None
        if not (1 <= rest[0] <= 12 and 1 <= rest[1] <= 31):
            rest.reverse()
        if 1 <= rest[0] <= 12 and 1 <= rest[1] <= 31:
            return Moment(year=year, month=rest[0], day=rest[1])
        return None
    if lengths[2] == 4:
        found = _month_and_day(numbers[0], numbers[1])
        if found is None or not FIRST_YEAR <= numbers[2] <= LAST_YEAR:
            return None
        return Moment(year=numbers[2], month=found.month, day=found.day)
    if lengths[2] == 2 and max(lengths) == 2:
        found = _month_and_day(numbers[0], numbers[1])
        if found is None:
            return None
        year = numbers[2] + (2000 if numbers[2] < 40 else 1900)
        return Moment(
            year=year, month=found.month, day=found.day, two_digit_year=numbers[2] < 40 or None
        )
    return None
