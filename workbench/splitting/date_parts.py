"""Which words are a year, a month, a weekday or the day of a month."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.splitting.moments import Moment
from workbench.splitting.numbers import Form

if TYPE_CHECKING:
    from workbench.splitting.calendar_words import TimeReader

Atom = tuple[int, Moment]
"""Where it ends, and what it says."""

FIRST_YEAR, LAST_YEAR = 1000, 2199
APOSTROPHES = frozenset("'‘’")
_TURN = 40
"""Two digits below this are years of our century."""

_PRICED = frozenset(["$", "€", "£"])


@dataclass(frozen=True, slots=True)
class DateParts:
    """Reads parts of dates from a place in the tokens."""

    reader: TimeReader

    def year(self, index: int) -> tuple[int, int] | None:
        """A year in four digits, or in words: `nineteen eighty six`, `two thousand and twenty`."""
        reader = self.reader
        numeral = reader.numeral(index)
        if numeral is None or numeral.form is not Form.CARDINAL:
            return None
        if numeral.in_digits:
            written = reader.tokens.written(index)
            if len(written) != 4 or not written.isdecimal() or not numeral.literal:
                return None
            is_year = FIRST_YEAR <= int(written) <= LAST_YEAR
            return (index + 1, int(written)) if is_year else None
        if 1900 <= numeral.value <= 2100 and numeral.last - index > 1:
            return numeral.last, int(numeral.value)
        after = numeral.last
        if numeral.value not in range(10, 22) or not reader.is_joined(after):
            return None
        low = reader.numeral(after)
        if low is None or low.in_digits or not 10 <= low.value <= 99:
            return None
        return low.last, int(numeral.value) * 100 + int(low.value)

    def year_after(self, index: int) -> tuple[int, int] | None:
        """`, 2017`, ` of 2017`, ` 2017`, `, '17` or ` of 87` after a day or a month."""
        reader = self.reader
        at = reader.skipped(index, ",", "of", "in", "/", "-")
        at = reader.skipped(at, "the") if reader.word(at + 1) == "year" else at
        at = reader.skipped(at, "year")
        if not reader.is_joined(at):
            return None
        if reader.word(at) in APOSTROPHES and reader.tokens.touches(at + 1):
            return self.short_year(at)
        found = self.year(at)
        if found is not None and reader.word(found[0]) in ("%", ":"):
            return None
        written = reader.tokens.written(at)
        if found is None and reader.word(index) == "of" and len(written) == 2:
            is_late = written.isdecimal() and int(written) > 31
            return (at + 1, 1900 + int(written)) if is_late else None
        return found

    def short_year(self, index: int) -> tuple[int, int] | None:
        """`'97`, from its apostrophe."""
        written = self.reader.tokens.written(index + 1)
        if len(written) != 2 or not written.isdecimal():
            return None
        number = int(written)
        return index + 2, (2000 if number < _TURN else 1900) + number

    def day_number(self, index: int) -> tuple[int, int, bool] | None:
        """A day of the month: where it ends, the day, was it an ordinal."""
        reader = self.reader
        numeral = reader.numeral(index)
        if numeral is None or numeral.value not in range(1, 32):
            return None
        last, day = numeral.last, int(numeral.value)
        if numeral.form is Form.ORDINAL:
            return last, day, True
        if numeral.form is not Form.CARDINAL or numeral.has_article:
            return None
        if not numeral.in_digits:
            return last, day, False
        if not numeral.literal or len(reader.tokens.written(index)) > 2:
            return None
        after = reader.word(last)
        if (after in ("%", ":", "/") and reader.tokens.touches(last)) and (
            reader.word(last + 1) not in reader.words.months
        ):
            return None
        before = reader.word(index - 1)
        is_cut = before == "." and reader.tokens.touches(index)
        return None if is_cut or before in _PRICED else (last, day, False)

    def month(self, index: int) -> tuple[int, int] | None:
        """A month's name, with the full stop of an abbreviation."""
        reader = self.reader
        month = reader.words.months.get(reader.word(index))
        if month is None:
            return None
        last = index + 1
        if len(reader.word(index)) <= 4 and self._has_stop(last):
            after = reader.word(last + 1)
            if after[:1].isdigit() or after in (",", "-", "–") or after in reader.words.months:
                last += 1
        return last, month

    def weekday(self, index: int) -> tuple[int, int] | None:
        """A weekday's name, with the full stop of an abbreviation."""
        reader = self.reader
        number = reader.words.weekdays.get(reader.word(index))
        if number is None:
            return None
        last = index + 1
        if len(reader.word(index)) <= 5 and self._has_stop(last):
            after = reader.word(last + 1)
            if after == "," or after in reader.words.months:
                last += 1
        return last, number

    def _has_stop(self, index: int) -> bool:
        return self.reader.word(index) == "." and self.reader.tokens.touches(index)

    def dotted_day(self, index: int) -> Atom | None:
        """`7.6` where it is known to be a date: month and day."""
        month, dot, day = self.reader.tokens.written(index).partition(".")
        if not dot or not (month.isdecimal() and day.isdecimal()):
            return None
        if len(day) > 2 or len(month) > 2:
            return None
        found = month_and_day(int(month), int(day))
        return None if found is None else (index + 1, found)

    def ends_after(self, index: int) -> bool:
        """Does nothing follow that the number before could count?"""
        word = self.reader.word(index)
        return not word or not (word[0].isalnum() or word in (":", "-", "%"))


def month_and_day(one: int, two: int) -> Moment | None:
    """Month first where both orders are possible."""
    if 1 <= one <= 12 and 1 <= two <= 31:
        return Moment(month=one, day=two)
    if 1 <= two <= 12 and 1 <= one <= 31:
        return Moment(month=two, day=one)
    return None
