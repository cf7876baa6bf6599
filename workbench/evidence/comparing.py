"""Decides whether two stated numbers agree: exactly, rounded, in another unit, or not."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from workbench.evidence.stated import Sort
from workbench.evidence.words import stem
from workbench.model import Agreement, Approximation

if TYPE_CHECKING:
    from workbench.evidence.stated import Stated

ABOUT = 0.1
"""`about 60` holds for 54 to 66."""

UPWARD = 0.25
"""`more than 60` holds for up to 75: beyond, a writer would have said more."""

DOWNWARD = 0.15
"""`nearly 60` holds from 51."""

CONVERSION = 0.02
"""What is lost in turning miles into kilometres and writing the result short."""

CONVERTED_SLACK = 0.1
_NEARNESS = 1e-9
_CALENDAR = frozenset((Sort.DAY, Sort.YEAR, Sort.WEEKDAY))
_SIBLINGS = frozenset(map(stem, ("siblings", "brothers", "sisters")))
_PARTS = frozenset((Sort.SHARE, Sort.PERCENT))


def are_comparable(wanted: Stated, seen: Stated) -> bool:
    """True if the two could be the same thing said twice, so that different values disagree."""
    if wanted.sort in _CALENDAR and seen.sort in _CALENDAR:
        return _shared_calendar(wanted, seen)
    if wanted.sort is Sort.MONEY and seen.sort is Sort.MONEY:
        return wanted.unit == seen.unit
    if {wanted.sort, seen.sort} == _PARTS:
        return True
    return wanted.sort is seen.sort


def agreement(wanted: Stated, seen: Stated) -> Agreement | None:
    """How `seen` bears out `wanted`, or None if it does not."""
    if not are_comparable(wanted, seen):
        return None
    if wanted.sort in _CALENDAR:
        return _calendar_agreement(wanted, seen)
    if wanted.sort is Sort.CLOCK:
        return _clock_agreement(wanted, seen)
    if _are_kin(wanted, seen):
        return Agreement.CONVERTED
    worth = [
        100.0 if one.sort is Sort.SHARE and wanted.sort is not seen.sort else 1.0
        for one in (wanted, seen)
    ]
    low, high, slack = wanted.low * worth[0], wanted.high * worth[0], wanted.slack * worth[0]
    seen_low, seen_high, seen_slack = (
        value * worth[1] for value in (seen.low, seen.high, seen.slack)
    )
    is_converted = wanted.sort is not seen.sort or wanted.unit != seen.unit
    if _near(low, seen_low) and _near(high, seen_high):
        return Agreement.CONVERTED if is_converted else Agreement.EXACT
    if is_converted:
        # half a unit of `one year` is six months, and six months are no year
        slack = max(CONVERSION * abs(low), min(slack, CONVERTED_SLACK * abs(low)))
        seen_slack = min(seen_slack, CONVERTED_SLACK * abs(seen_low))
    floor, ceiling = _widened(low, high, slack, wanted.hedge)
    # `29,551` against `about 30,000`: the source may be the vaguer of the two, but not much
    seen_floor, seen_ceiling = _widened(seen_low, seen_high, seen_slack, seen.hedge, part=0.5)
    holds = floor <= seen_low and seen_high <= ceiling
    is_held = seen_floor <= low and high <= seen_ceiling
    if holds or is_held:
        return Agreement.CONVERTED if is_converted else Agreement.ROUNDED
    return None


def _are_kin(wanted: Stated, seen: Stated) -> bool:
    """True for `seven siblings` and `one of eight children`."""
    return (
        wanted.sort is Sort.COUNT
        and seen.low == wanted.low + 1
        and bool(_SIBLINGS.intersection(wanted.things))
        and not _SIBLINGS.intersection(seen.things)
    )


def _widened(
    low: float, high: float, slack: float, hedge: Approximation | None, *, part: float = 1.0
) -> tuple[float, float]:
    """The range that a number holds for; of what its hedge allows, only `part`."""
    low, high = min(low, high), max(low, high)
    floor, ceiling = low - slack, high + slack
    match hedge:
        case Approximation.ABOUT:
            floor = min(floor, low - part * ABOUT * abs(low))
            ceiling = max(ceiling, high + part * ABOUT * abs(high))
        case Approximation.AT_LEAST | Approximation.OVER:
            ceiling = max(ceiling, high + part * UPWARD * abs(high))
        case Approximation.UNDER:
            floor = min(floor, low - part * DOWNWARD * abs(low))
        case None:
            pass
    return floor, ceiling


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= _NEARNESS * max(1.0, abs(one), abs(other))


def _shared_calendar(wanted: Stated, seen: Stated) -> bool:
    if wanted.sort is Sort.WEEKDAY or seen.sort is Sort.WEEKDAY:
        return wanted.sort is seen.sort or None not in (weekday(wanted), weekday(seen))
    if wanted.sort is Sort.YEAR or seen.sort is Sort.YEAR:
        return _year(wanted) is not None and _year(seen) is not None
    return True


def _calendar_agreement(wanted: Stated, seen: Stated) -> Agreement | None:
    if wanted.sort is Sort.WEEKDAY or seen.sort is Sort.WEEKDAY:
        if weekday(wanted) != weekday(seen):
            return None
        return Agreement.EXACT if wanted.sort is seen.sort else Agreement.CONVERTED
    if wanted.sort is Sort.YEAR:
        year = _year(seen)
        if year is None or not wanted.low <= year[0] <= year[1] <= wanted.high:
            return None
        return (
            Agreement.EXACT
            if wanted.low == wanted.high or year == (wanted.low, wanted.high)
            else Agreement.ROUNDED
        )
    if seen.sort is Sort.YEAR:
        # the source is vaguer: it neither bears out the day nor speaks against it
        return (
            Agreement.ROUNDED if seen.low <= wanted.year <= seen.high and not wanted.day else None
        )
    fields = ((wanted.year, seen.year), (wanted.month, seen.month), (wanted.day, seen.day))
    if any(ours and theirs and ours != theirs for ours, theirs in fields):
        return None
    if None not in (ours := weekday(wanted), theirs := weekday(seen)) and ours != theirs:
        return None
    return Agreement.ROUNDED if wanted.day and not seen.day else Agreement.EXACT


def speaks_against(wanted: Stated, seen: Stated) -> bool:
    """True if `seen`, were it about the same thing, would make `wanted` wrong."""
    if agreement(wanted, seen) is not None or not are_comparable(wanted, seen):
        return False
    if wanted.sort is Sort.DAY and seen.sort is Sort.YEAR:
        return bool(wanted.year) and not seen.low <= wanted.year <= seen.high
    if wanted.sort in {Sort.YEAR, Sort.DAY} and seen.sort in {Sort.YEAR, Sort.DAY}:
        ours, theirs = _year(wanted), _year(seen)
        if ours and theirs:
            # a part of a period is no other period
            if wanted.sort is Sort.YEAR and theirs[0] <= ours[1] and ours[0] <= theirs[1]:
                return False
            if wanted.hedge is Approximation.UNDER:
                return theirs[0] > ours[1]
            if wanted.hedge is Approximation.OVER:
                return theirs[1] < ours[0]
    return True


def weekday(one: Stated) -> int | None:
    """0 for Monday: the weekday that is stated, else the one of a full date."""
    if one.sort is Sort.WEEKDAY:
        return int(one.low)
    if one.weekday is not None:
        return one.weekday
    try:
        return date(one.year, one.month, one.day).weekday()
    except ValueError:
        return None


def _year(one: Stated) -> tuple[float, float] | None:
    if one.sort is Sort.YEAR:
        return one.low, one.high
    return (one.year, one.year) if one.year else None


def _clock_agreement(wanted: Stated, seen: Stated) -> Agreement | None:
    if wanted.low == seen.low:
        return Agreement.EXACT
    # `7` may be in the morning or in the evening
    is_open = not wanted.half_day or not seen.half_day
    return Agreement.EXACT if is_open and wanted.low % 720 == seen.low % 720 else None
