"""What a number in a text states: its sort, the values it allows, and what it counts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.model import Approximation, Span


class Sort(StrEnum):
    """Numbers of different sorts never agree: percent, percentage points and multiples are three."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    POINTS = "percentage points"
    TIMES = "times"
    SHARE = "share"
    ORDINAL = "ordinal"
    YEAR = "year"
    DAY = "day"
    WEEKDAY = "weekday"
    CLOCK = "clock time"
    DURATION = "duration"
    LENGTH = "length"
    AREA = "area"
    MASS = "mass"
    VOLUME = "volume"
    SPEED = "speed"
    TEMPERATURE = "temperature"


@dataclass(frozen=True, slots=True)
class Stated:
    """A number, amount, date or time as a text states it."""

    span: Span
    sort: Sort
    low: float
    """In the sort's base unit: metres, days, minutes after midnight, dollars for dollars."""

    high: float
    """The same as `low`, but for ranges and decades."""

    slack: float = 0.0
    """Half a unit of the last stated digit, in the base unit."""

    hedge: Approximation | None = None
    unit: str = ""
    """As it compares: a currency, or the unit as written; two units of one sort convert."""

    things: tuple[str, ...] = ()
    """Stems of the words right after it: what it counts, and what is said of that."""

    month: int = 0
    """Of a day; 0 where the text names none."""

    day: int = 0
    year: int = 0
    weekday: int | None = None
    """0 for Monday, where the text gives one with the day."""

    half_day: str = ""
    """`am` or `pm` of a clock time, where the text says so; 24-hour times say it themselves."""
