"""Which words are a stretch of the calendar: centuries, decades, quarters, weeks, seasons, feasts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.splitting.ages import decade_of_life
from workbench.splitting.date_parts import APOSTROPHES, FIRST_YEAR, LAST_YEAR
from workbench.splitting.moments import Moment
from workbench.splitting.numbers import Form

if TYPE_CHECKING:
    from workbench.splitting.calendar_words import TimeReader
    from workbench.splitting.date_parts import Atom, DateParts
    from workbench.splitting.day_dates import DayDates

_YEAR_KINDS = {"fiscal": "FY", "financial": "FY", "calendar": "", "school": "SY", "academic": "SY"}
_YEAR_CODES = {"fy": "FY", "sy": "SY", "cy": ""}
_PARTS = frozenset(["half", "third", "quarter", "decade", "decades", "years", "part"])
_LAST_CENTURY = 30


@dataclass(frozen=True, slots=True)
class Periods:
    """Reads stretches of the calendar from a place in the tokens."""

    reader: TimeReader
    parts: DateParts
    days: DayDates

    def century(self, index: int) -> Atom | None:
        """`the 20th century`, `19th-century`, `5th century BC`."""
        reader = self.reader
        numeral = reader.numeral(index)
        if numeral is None or numeral.form is not Form.ORDINAL:
            return None
        if not 1 <= numeral.value <= _LAST_CENTURY:
            return None
        at = reader.skipped(numeral.last, "-")
        if reader.word(at) not in ("century", "centuries", "c"):
            return None
        era = reader.words.eras.get(reader.word(at + 1)) if reader.is_joined(at + 1) else None
        century = int(numeral.value)
        last = at + 1 + (era is not None)
        return last, Moment(century=-century if era == "BC" else century)

    def decade(self, index: int) -> Atom | None:
        """`1990s`, `'90s`, `the sixties`, `nineteen-eighties`."""
        reader = self.reader
        word = reader.word(index)
        if decade_of_life(reader.reading, index) is not None:
            return None
        if word in reader.words.decades:
            return self._decade_word(index, word)
        if word in ("nineteen", "eighteen"):
            at = reader.skipped(index + 1, "-")
            tens = reader.words.decades.get(reader.word(at))
            century = 1900 if word == "nineteen" else 1800
            return None if tens is None else (at + 1, Moment(decade=century + tens))
        has_apostrophe = word in APOSTROPHES
        at = index + has_apostrophe
        written = reader.tokens.written(at)
        if not written.isdecimal() or written[-1] != "0" or len(written) not in (2, 4):
            return None
        last = at + 1
        last += reader.word(last) in APOSTROPHES and reader.tokens.touches(last)
        if reader.word(last) not in ("s", "'s") or not reader.tokens.touches(last):
            return None
        number = int(written)
        if len(written) == 4:
            is_year = FIRST_YEAR <= number <= LAST_YEAR
            return (last + 1, Moment(decade=number)) if is_year else None
        if not has_apostrophe and not reader.is_one(index - 1, "decade_before"):
            return None
        return last + 1, Moment(decade=number + (1900 if number > 20 else 2000))

    def _decade_word(self, index: int, word: str) -> Atom | None:
        reader = self.reader
        if not reader.is_one(index - 1, "decade_before"):
            return None
        if reader.word(index - 1) == "-" and reader.word(index - 2) != "mid":
            return None
        tens = reader.words.decades[word]
        return index + 1, Moment(decade=2000 if tens == 0 else 1900 + tens)

    def quarter(self, index: int) -> Atom | None:
        """`Q3 2019`, `2019-Q1`, `2019 H2`, `the third quarter of last year`."""
        coded = self._coded_quarter(index)
        if coded is not None:
            is_half = coded[1].half is not None
            return None if is_half and coded[1].year is None else coded
        year = self.parts.year(index)
        if year is not None:
            at = self.reader.skipped(year[0], "-", "'s")
            inner = self._coded_quarter(at) or self._counted_quarter(at)
            if inner is None or inner[1].year is not None or not self.reader.is_joined(at):
                return None
            return inner[0], replace(inner[1], year=year[1])
        counted = self._counted_quarter(index)
        if counted is None:
            return None
        part = counted[1]
        # `the first half` alone is a part of a game
        return None if part.half is not None and _is_open(part) and not part.told else counted

    def _coded_quarter(self, index: int) -> Atom | None:
        """`Q3`, `H2`, with the year after it."""
        reader = self.reader
        word = reader.word(index)
        if word not in ("q", "h") or not reader.tokens.touches(index + 1):
            return None
        number = reader.tokens.written(index + 1)
        if number not in (("1", "2", "3", "4") if word == "q" else ("1", "2")):
            return None
        last, year = self.parts.year_after(index + 2) or (index + 2, None)
        if word == "q":
            return last, Moment(quarter=int(number), year=year)
        return last, Moment(half=int(number), year=year)

    def _counted_quarter(self, index: int) -> Atom | None:
        """`third quarter of 2013`, `first half`."""
        reader = self.reader
        numeral = reader.numeral(index)
        if numeral is None or numeral.form is not Form.ORDINAL:
            return None
        at = reader.skipped(numeral.last, "-", "fiscal", "calendar")
        unit, number = reader.word(at), int(numeral.value)
        if unit == "quarter" and 1 <= number <= 4:
            part = Moment(quarter=number)
        elif unit == "half" and 1 <= number <= 2:
            part = Moment(half=number)
        else:
            return None
        of = reader.skipped(at + 1, "of", "in", ",")
        of = reader.skipped(of, "the")
        year = self.parts.year(of) if reader.is_joined(of) else None
        if year is not None:
            return year[0], replace(part, year=year[1])
        if reader.word(of) == "year" and reader.word(of - 1) == "the":
            return of + 1, replace(part, told=True)
        direction = reader.words.directions.get(reader.word(of))
        if direction is not None and reader.word(of + 1) == "year":
            return of + 2, replace(part, shift=(direction, "year"))
        return at + 1, part

    def part(self, index: int) -> Atom | None:
        """`first half of the 18th century`, `last quarter of the 1990s`, `latter half of 2019`."""
        reader = self.reader
        numeral = reader.numeral(index)
        if numeral is not None and numeral.form is Form.ORDINAL:
            at, number = numeral.last, int(numeral.value)
        elif reader.is_one(index, "part_openers"):
            at, number = index + 1, 0
        else:
            return None
        if reader.word(at) not in _PARTS or reader.word(at + 1) != "of":
            return None
        of = reader.skipped(at + 2, "the")
        whole = self.century(of) or self.decade(of)
        if whole is None or not reader.is_joined(of):
            return None
        century = whole[1].century
        if reader.word(at) == "decade" and century is not None and 1 <= number <= 10:
            return whole[0], Moment(decade=100 * (century - 1) + 10 * (number - 1))
        return whole[0], replace(whole[1], edge="part")

    def week(self, index: int) -> Atom | None:
        """`week 31`, `week of April 10th`, `first week of 2015`, `third month of 2021`."""
        reader = self.reader
        if reader.word(index) == "week":
            return self._week_number(index) or self._week_of(index)
        is_last = reader.word(index) in ("last", "final")
        numeral = reader.numeral(index)
        if is_last:
            at, number = index + 1, -1
        elif numeral is not None and numeral.form is Form.ORDINAL:
            at, number = numeral.last, int(numeral.value)
        else:
            return None
        if reader.word(at + 1) not in ("of", "in"):
            return None
        whole = self._whole(reader.skipped(at + 2, "the"))
        if whole is None or whole[1].day is not None:
            return None
        part = self._nth(at, number, whole[1])
        return None if part is None else (whole[0], part)

    def _whole(self, index: int) -> Atom | None:
        """The month or year of which something is the nth part."""
        reader = self.reader
        inside = self.days.month_first(index)
        if inside is not None:
            return inside
        month = self.parts.month(index)
        if month is not None:
            return month[0], Moment(month=month[1])
        year = self.parts.year(index)
        if year is not None:
            return year[0], Moment(year=year[1])
        if reader.word(index) in ("month", "year") and reader.word(index - 1) == "the":
            return index + 1, Moment(shift=(0, reader.word(index)), told=True)
        direction = reader.words.directions.get(reader.word(index))
        unit = reader.words.units.get(reader.word(index + 1))
        if direction is None or unit not in ("month", "year"):
            return None
        return index + 2, Moment(shift=(direction, unit))

    def _nth(self, at: int, number: int, whole: Moment) -> Moment | None:
        """The nth weekday, week, month or day of a month or year."""
        weekday = self.parts.weekday(at)
        if weekday is not None:
            return whole.merged(Moment(nth=number, weekday=weekday[1]))
        match self.reader.words.units.get(self.reader.word(at)):
            case "week":
                return whole.merged(Moment(nth=number, week=0))
            case "month" if whole.month is None and 1 <= number <= 12:
                return whole.merged(Moment(month=number))
            case "day" if whole.month is not None and 1 <= number <= 31:
                return whole.merged(Moment(day=number))
            case "day":
                return whole.merged(Moment(nth=number, day=0))
            case _:
                return None

    def _week_number(self, index: int) -> Atom | None:
        written = self.reader.tokens.written(index + 1)
        if not self.reader.is_joined(index + 1) or not written.isdecimal() or len(written) > 2:
            return None
        if not 1 <= int(written) <= 53:
            return None
        last, year = self.parts.year_after(index + 2) or (index + 2, None)
        return last, Moment(week=int(written), year=year)

    def _week_of(self, index: int) -> Atom | None:
        """`week of April 10th`, `week commencing February 4`."""
        if not self.reader.is_one(index + 1, "week_openers"):
            return None
        found = self.days.dated(self.reader.skipped(index + 2, "on", "the"))
        if found is None or found[1].day is None:
            return None
        return found[0], replace(found[1], week=0)

    def weekend(self, index: int) -> Atom | None:
        """`the weekend`, `weekend of Thanksgiving`."""
        reader = self.reader
        if reader.word(index) != "weekend":
            return None
        if reader.word(index + 1) == "of":
            feast = self.feast(reader.skipped(index + 2, "the"))
            if feast is not None:
                return feast[0], replace(feast[1], weekend=True)
        is_known = reader.word(index - 1) == "the"
        return (index + 1, Moment(weekend=True, direction=0, told=True)) if is_known else None

    def season(self, index: int) -> Atom | None:
        """`summer 2012`, `the winter of 1941`, `winter`."""
        reader = self.reader
        word = reader.word(index)
        season = reader.words.seasons.get(word)
        if season is None:
            return None
        year = self.parts.year_after(index + 1) if reader.word(index + 1) != "," else None
        if year is not None:
            return year[0], Moment(season=season, year=year[1])
        if word in reader.words.unsure_seasons:
            company = "fall_before" if word == "fall" else "season_before"
            if not reader.is_one(index - 1, company):
                return None
        return index + 1, Moment(season=season)

    def feast(self, index: int) -> Atom | None:
        """`Christmas Eve`, `Thanksgiving 2023`, `Labor Day weekend`."""
        reader = self.reader
        found = reader.words.holidays.starting(reader.tokens, index)
        if found is None:
            return None
        last, rule = found
        moment = Moment(holiday=rule)
        year = self.parts.year_after(last) if reader.word(last) != "," else None
        if year is not None:
            last, moment = year[0], replace(moment, year=year[1])
        elif (
            reader.is_one(index, "large_feasts") and not reader.tokens.is_capitalised(index)
        ) and (reader.word(last - 1) not in ("year's", "years", "eve", "day")):
            return None
        if reader.word(last) == "weekend" and reader.is_joined(last):
            return last + 1, replace(moment, weekend=True)
        return last, moment

    def era(self, index: int) -> Atom | None:
        """`44 BC`, `AD 79`, `1200 BCE`."""
        reader = self.reader
        if reader.word(index) in ("ad", "a.d.") and reader.is_joined(index + 1):
            numeral = reader.numeral(index + 1)
            is_large = reader.tokens.written(index).isupper()
            if (numeral is not None and numeral.literal and is_large) and (
                0 < numeral.value <= LAST_YEAR
            ):
                return numeral.last, Moment(year=int(numeral.value))
        numeral = reader.numeral(index)
        if numeral is None or not numeral.in_digits or numeral.form is not Form.CARDINAL:
            return None
        at = numeral.last
        era = reader.words.eras.get(reader.word(at)) if reader.is_joined(at) else None
        if era is None or not reader.tokens.written(at).isupper():
            return None
        year = int(numeral.value)
        return at + 1, Moment(year=1 - year if era == "BC" else year)

    def named_year(self, index: int) -> Atom | None:
        """`the year 2008`, `year 71`, `fiscal year 2008`, `fiscal 2019`, `FY2018`, `'05`."""
        reader = self.reader
        word = reader.word(index)
        if word in APOSTROPHES:
            return self._short_year(index)
        if word in _YEAR_CODES:
            return self._coded_year(index, _YEAR_CODES[word])
        kind = _YEAR_KINDS.get(word)
        at = index + (kind is not None)
        if reader.word(at) == "year":
            if not reader.is_joined(at + 1):
                return (at + 1, Moment(fiscal=kind)) if kind == "FY" else None
            year = self.parts.year(at + 1)
            short = reader.tokens.written(at + 1)
            if year is None and short.isdecimal() and 1 < len(short) < 4:
                year = at + 2, int(short)
            if year is not None:
                return year[0], Moment(year=year[1], fiscal=kind or None)
            return (at + 1, Moment(fiscal=kind)) if kind == "FY" else None
        year = self.parts.year(at) if kind == "FY" else None
        return None if year is None else (year[0], Moment(year=year[1], fiscal="FY"))

    def _coded_year(self, index: int, kind: str) -> Atom | None:
        """`FY2018`, `sy18`, `CY 2008`."""
        tokens = self.reader.tokens
        written = tokens.written(index + 1)
        if not written.isdecimal() or len(written) not in (2, 4) or not tokens.follows(index + 1):
            return None
        if len(written) == 2 and not tokens.touches(index + 1):
            return None
        year = int(written) + (2000 if len(written) == 2 else 0)
        return index + 2, Moment(year=year, fiscal=kind or None)

    def _short_year(self, index: int) -> Atom | None:
        """`'05`, after a space and before no letter."""
        tokens = self.reader.tokens
        if tokens.touches(index) or not tokens.touches(index + 1):
            return None
        found = self.parts.short_year(index)
        if found is None or (tokens.touches(found[0]) and tokens.word(found[0])[0].isalnum()):
            return None
        return found[0], Moment(year=found[1])


def _is_open(moment: Moment) -> bool:
    return moment.year is None and moment.shift is None
