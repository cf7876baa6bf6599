"""Which words are a date of the calendar, tried from the most to the least particular."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.splitting.date_parts import DateParts
from workbench.splitting.day_dates import DayDates
from workbench.splitting.digit_dates import DigitDates
from workbench.splitting.periods import Periods

if TYPE_CHECKING:
    from workbench.splitting.calendar_words import TimeReader
    from workbench.splitting.date_parts import Atom


@dataclass(frozen=True, slots=True)
class Dates:
    """Reads dates from a place in the tokens."""

    parts: DateParts
    days: DayDates
    periods: Periods

    @classmethod
    def over(cls, reader: TimeReader) -> Dates:
        parts = DateParts(reader)
        days = DayDates(reader, parts, DigitDates(reader, parts))
        return cls(parts, days, Periods(reader, parts, days))

    def date(self, index: int) -> Atom | None:
        """The longest date that begins at `index`; a bare year is left to the caller."""
        days, periods = self.days, self.periods
        if days.reader.word(index) in days.reader.words.months:
            # `May Day` is no day of May without a number
            feast, dated = periods.feast(index), days.dated(index)
            if feast is not None and (dated is None or feast[0] > dated[0]):
                return feast
        return (
            days.weekday_date(index)
            or days.dated(index)
            or periods.part(index)
            or periods.century(index)
            or periods.decade(index)
            or periods.quarter(index)
            or periods.week(index)
            or periods.season(index)
            or periods.feast(index)
            or periods.era(index)
            or periods.named_year(index)
            or periods.weekend(index)
            or days.lone_day(index)
        )
