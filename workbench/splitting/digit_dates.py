"""Which digits are a date: `2017-07-21`, `21/07/2017`, `23.04.2022`, `22/04`, `20200701`, `2015-3`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.splitting.date_parts import FIRST_YEAR, LAST_YEAR, month_and_day
from workbench.splitting.moments import Moment

if TYPE_CHECKING:
    from workbench.splitting.calendar_words import TimeReader
    from workbench.splitting.date_parts import Atom, DateParts

_JOINTS = frozenset("/-–.")
_TURN = 40


@dataclass(frozen=True, slots=True)
class DigitDates:
    """Reads dates in digits from a place in the tokens."""

    reader: TimeReader
    parts: DateParts

    def date(self, index: int) -> Atom | None:
        """The date in digits that begins at `index`."""
        reader = self.reader
        written = reader.tokens.written(index)
        if not written[:1].isdigit():
            return None
        if written.count(".") == 2:
            is_cut = reader.tokens.touches(index) and reader.word(index - 1)[-1:].isalnum()
            return None if is_cut else _ending(index + 1, _from_parts(written.split(".")))
        if not written.isdecimal():
            return None
        if len(written) == 8:
            return _ending(index + 1, _compact(written))
        if len(written) > 4 or reader.word(index + 1) not in _JOINTS:
            return None
        return self._joined(index, written) if self._touch(index + 1) else None

    def _touch(self, index: int) -> bool:
        return self.reader.tokens.touches(index) and self.reader.tokens.touches(index + 1)

    def _joined(self, index: int, written: str) -> Atom | None:
        """Two or three numbers around `/` or `-`, one of them perhaps a month's name."""
        reader = self.reader
        joint, second = reader.word(index + 1), reader.tokens.written(index + 2)
        if not second.isdecimal():
            return self._with_name(index, joint)
        has_third = reader.word(index + 3) == joint and self._touch(index + 3)
        if has_third and len(second) <= 2:
            # 2020/23/Sep
            year, month = self.parts.year(index), self.parts.month(index + 4)
            if year is not None and month is not None and 1 <= int(second) <= 31:
                return month[0], Moment(year=year[1], month=month[1], day=int(second))
        if len(second) > 4 or (joint == "-" and self._follows_number(index)):
            return None
        third = reader.tokens.written(index + 4)
        if has_third and third.isdecimal():
            if self._goes_on(index + 5, joint):
                return None
            return _ending(index + 5, _from_parts([written, second, third]))
        if joint == "/" or len(written) == 4 or len(second) == 4:
            if reader.word(index + 3) == "/" or (joint == "–" and len(second) == 4):
                return None
            return self._two(index, written, second)
        return None

    def _follows_number(self, index: int) -> bool:
        """Is it the tail of a longer code: `133-03-03-2020`?"""
        reader = self.reader
        is_dashed = reader.word(index - 1) in ("/", "-") and reader.tokens.touches(index)
        return is_dashed and reader.word(index - 2)[-1:].isalnum()

    def _goes_on(self, index: int, joint: str) -> bool:
        """Do more digits or letters touch the date?"""
        reader = self.reader
        word = reader.word(index)
        if not reader.tokens.touches(index):
            return False
        return word in ("/", joint) or (word[0].isalpha() and word != "t")

    def _with_name(self, index: int, joint: str) -> Atom | None:
        """`2020-Sep-23`: digits with a month's name."""
        year, month = self.parts.year(index), self.parts.month(index + 2)
        if year is None or month is None:
            return None
        at = month[0] + 1
        day = self.parts.day_number(at) if self.reader.word(month[0]) == joint else None
        if day is not None:
            return day[0], Moment(year=year[1], month=month[1], day=day[1])
        return month[0], Moment(year=year[1], month=month[1])

    def _two(self, index: int, one: str, two: str) -> Atom | None:
        """`2015-3`, `12-2015`, `22/04`."""
        tokens, last = self.reader.tokens, index + 3
        joint = tokens.word(index + 1)
        if tokens.word(last) == "." and tokens.touches(last) and tokens.touches(last + 1):
            return None
        if len(one) == 4:
            is_month = len(two) <= 2 and 1 <= int(two) <= 12 and joint != "–"
            # 1997-98 and 2003-04 are two years; 2015-3 is not
            is_next_year = len(two) == 2 and int(two) == int(one[2:]) + 1 and joint != "/"
            if not is_month or is_next_year or not FIRST_YEAR <= int(one) <= LAST_YEAR:
                return None
            return last, Moment(year=int(one), month=int(two))
        if len(two) == 4:
            is_month = len(one) <= 2 and 1 <= int(one) <= 12
            is_date = is_month and FIRST_YEAR <= int(two) <= LAST_YEAR
            return (last, Moment(year=int(two), month=int(one))) if is_date else None
        if joint != "/" or len(one) > 2 or len(two) > 2:
            return None
        return _ending(last, month_and_day(int(one), int(two)))


def _ending(last: int, moment: Moment | None) -> Atom | None:
    return None if moment is None else (last, moment)


def _compact(written: str) -> Moment | None:
    year, month, day = int(written[:4]), int(written[4:6]), int(written[6:])
    if 1900 <= year <= 2100 and 1 <= month <= 12 and 1 <= day <= 31:
        return Moment(year=year, month=month, day=day)
    return None


def _from_parts(parts: list[str]) -> Moment | None:
    """Three numbers: the year is the one of four digits, else the last."""
    if not all(part.isdecimal() and len(part) <= 4 for part in parts):
        return None
    lengths, numbers = [len(part) for part in parts], [int(part) for part in parts]
    if lengths[0] == 4:
        year, one, two = numbers
        if not (1 <= one <= 12 and 1 <= two <= 31):
            one, two = two, one
        is_day = 1 <= one <= 12 and 1 <= two <= 31 and FIRST_YEAR <= year <= LAST_YEAR
        return Moment(year=year, month=one, day=two) if is_day else None
    found = month_and_day(numbers[0], numbers[1])
    if found is None:
        return None
    year = numbers[2]
    if lengths[2] == 4:
        is_known = FIRST_YEAR <= year <= LAST_YEAR
        return Moment(year=year, month=found.month, day=found.day) if is_known else None
    if max(lengths) > 2 or lengths[2] != 2:
        return None
    is_short = year < _TURN
    year += 2000 if is_short else 1900
    return Moment(year=year, month=found.month, day=found.day, two_digit_year=is_short or None)
