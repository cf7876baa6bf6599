"""How a time is put together from its words, and how it is written in EDTF and ISO 8601."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.model.values import Number


class TimeKind(StrEnum):
    """What sort of time an expression is."""

    DATE = "date"
    """A day."""

    PERIOD = "period"
    """A stretch of the calendar: a month, a year, a decade, from one date to another."""

    CLOCK = "clock"
    """A time of day, or a stretch of the day."""

    INSTANT = "instant"
    """A time of day on a day."""

    DURATION = "duration"
    REPEATED = "repeated"
    LOOSE = "loose"
    """A time of no calendar: `the 20th minute`, `their lifetimes`."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A point or stretch of time, as far as its words fix it; None is what they leave open."""

    year: int | None = None
    """Negative before Christ: -43 is 44 BC, as in EDTF."""

    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """1 for Monday."""

    nth: int | None = None
    """Which one of a weekday, week or day in a month or year; -1 is the last."""

    week: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: str | None = None
    decade: int | None = None
    """Its first year, or 0 to 90 where the century is left open."""

    century: int | None = None
    """20 for the 20th."""

    holiday: str | None = None
    """Its rule in the calendar."""

    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    is_24h: bool | None = None
    """The hour is certain: it was said as a.m., p.m. or above twelve."""

    daypart: str | None = None
    shift: tuple[Number, str] | None = None
    """So many units from the reference, as in `last week`, `yesterday`."""

    direction: int | None = None
    """-1, 0 or 1 for the `last`, `this` or `next` of its kind."""

    edge: str | None = None
    """`early`, `mid` or `late` in it."""

    weekend: bool | None = None
    told: bool | None = None
    """Seen from a time of the story, not from the day of the article: `the year before`."""

    fiscal: str | None = None
    two_digit_year: bool | None = None
    zone: int | None = None
    """Minutes east of Greenwich."""

    def merged(self, other: Moment) -> Moment | None:
        """Both at once, or None where they say the same thing twice."""
        changes = {}
        for field in _FIELDS:
            theirs = getattr(other, field)
            if theirs is None:
                continue
            if getattr(self, field) is not None:
                return None
            changes[field] = theirs
        return replace(self, **changes)

    @property
    def has_clock(self) -> bool:
        return self.hour is not None or self.daypart is not None

    @property
    def has_date(self) -> bool:
        return any(
            part is not None
            for part in (
                self.year,
                self.month,
                self.day,
                self.weekday,
                self.week,
                self.quarter,
                self.half,
                self.season,
                self.decade,
                self.century,
                self.holiday,
                self.shift,
                self.weekend,
                self.fiscal,
            )
        )


_FIELDS = tuple(field.name for field in fields(Moment))


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time in the text: tokens from `first` up to, not including, `last`."""

    first: int
    last: int
    kind: TimeKind
    rule: str
    start: Moment | None = None
    end: Moment | None = None
    """The other end of a range."""

    duration: tuple[tuple[Number, str], ...] = ()
    """Amounts of units, longest unit first as said."""

    upper: tuple[tuple[Number, str], ...] = ()
    """The longer end of `two to three weeks`."""

    relation: str = ""
    """How a duration hangs on its anchor: `ago`, `later`, `before`, `after`, `from`, `within`."""

    anchor: Moment | None = None
    lead: str = ""
    """The preposition before it, outside the claim."""

    lead_first: int = -1
    """Its token, or -1."""

    core: int = -1
    """Where it begins without `the` and hedges."""

    is_claim: bool = True
    """False for what says when but nothing that could be wrong: `now`, `daily`."""


_LETTERS = {
    "millisecond": ("T", 0.001, "S"),
    "second": ("T", 1, "S"),
    "minute": ("T", 1, "M"),
    "hour": ("T", 1, "H"),
    "day": ("", 1, "D"),
    "night": ("", 1, "D"),
    "weekday": ("", 1, "D"),
    "week": ("", 1, "W"),
    "workweek": ("", 1, "W"),
    "fortnight": ("", 2, "W"),
    "month": ("", 1, "M"),
    "quarter": ("", 3, "M"),
    "semester": ("", 6, "M"),
    "year": ("", 1, "Y"),
    "decade": ("", 10, "Y"),
    "century": ("", 100, "Y"),
    "millennium": ("", 1000, "Y"),
}
_ORDER = "YMWD"


def iso_duration(parts: tuple[tuple[Number, str], ...]) -> str:
    """`P2W`, `PT1H30M`; empty where a unit has no fixed length, as seasons have not."""
    calendar: dict[str, Number] = {}
    clock: dict[str, Number] = {}
    for number, unit in parts:
        if unit not in _LETTERS:
            return ""
        on_clock, factor, letter = _LETTERS[unit]
        into = clock if on_clock else calendar
        into[letter] = into.get(letter, 0) + number * factor
    days = "".join(f"{calendar[letter]:.15g}{letter}" for letter in _ORDER if letter in calendar)
    hours = "".join(f"{clock[letter]:.15g}{letter}" for letter in "HMS" if letter in clock)
    return f"P{days}" + (f"T{hours}" if hours else "") if days or hours else ""


_SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}


def edtf_of(moment: Moment, *, is_end: bool = False) -> str:
    """The moment in EDTF; empty where its words leave the year or the hour open."""
    clock = clock_of(moment, is_end=is_end)
    if not moment.has_date:
        return clock
    date = _date(moment)
    return f"{date}{clock}" if date and clock and moment.day else date


def clock_of(moment: Moment, *, is_end: bool = False) -> str:
    """`T22:30`; midnight is the end of a day where a range ends in it."""
    if moment.hour is None:
        return ""
    if is_end and moment.hour == 0 and not moment.minute:
        return "T24:00"
    seconds = f":{moment.second:02d}" if moment.second is not None else ""
    return f"T{moment.hour:02d}:{moment.minute or 0:02d}{seconds}"


def _date(moment: Moment) -> str:
    if moment.nth is not None:
        return ""
    if moment.century is not None:
        before_christ = moment.century < 0
        return f"{'-' if before_christ else ''}{abs(moment.century) - 1:02d}XX"
    if moment.decade is not None:
        return f"{moment.decade // 10}X" if moment.decade >= 1000 else ""
    if moment.year is None:
        return ""
    year = f"{moment.year:04d}" if moment.year >= 0 else f"-{-moment.year:04d}"
    if moment.month is not None:
        month = f"{year}-{moment.month:02d}"
        return f"{month}-{moment.day:02d}" if moment.day is not None else month
    if moment.season is not None:
        return f"{year}-{_SEASONS[moment.season]}"
    if moment.quarter is not None:
        return f"{year}-{32 + moment.quarter}"
    if moment.half is not None:
        return f"{year}-{39 + moment.half}"
    if moment.week is not None:
        return f"{year}-W{moment.week:02d}"
    return year
