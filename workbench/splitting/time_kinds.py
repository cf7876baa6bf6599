"""What sort of time a moment is, and what the two ends of a range share."""

from __future__ import annotations

from dataclasses import replace

from workbench.splitting.moments import Moment, TimeKind
from workbench.splitting.time_points import names_day

_NO_CLOCK = {
    "hour": None,
    "minute": None,
    "second": None,
    "is_24h": None,
    "daypart": None,
    "zone": None,
}


def is_bare_year(moment: Moment) -> bool:
    """Is it a year and nothing else?"""
    return moment.year is not None and moment == Moment(year=moment.year)


def is_claim(moment: Moment) -> bool:
    """`now` and meals say when, but nothing that could be wrong."""
    if moment.shift == (0, "second"):
        return False
    return not ((moment.daypart or "").startswith("ME") and not moment.has_date)


def kind_of(moment: Moment) -> TimeKind:
    """The sort of time a moment is."""
    if moment.hour is not None or moment.daypart is not None:
        return TimeKind.INSTANT if moment.has_date else TimeKind.CLOCK
    if moment.nth is not None and moment.day is not None:
        return TimeKind.DATE
    if moment.week is not None:
        return TimeKind.PERIOD
    if moment.day or moment.weekday:
        return TimeKind.DATE
    if moment.holiday:
        return TimeKind.PERIOD if moment.weekend else TimeKind.DATE
    if moment.shift is not None:
        unit = moment.shift[1]
        if unit in ("second", "minute", "hour"):
            return TimeKind.INSTANT
        return TimeKind.DATE if unit == "day" else TimeKind.PERIOD
    return TimeKind.PERIOD


def rule_of(moment: Moment) -> str:
    """The name of the rule that reads such a moment."""
    if moment.shift is not None or moment.direction is not None:
        return "time.relative"
    if moment.hour is not None and not moment.has_date:
        return "time.clock"
    return "time.date"


def kind_of_range(start: Moment, end: Moment) -> TimeKind:
    if not start.has_date and not end.has_date:
        return TimeKind.CLOCK
    return TimeKind.INSTANT if start.has_clock or end.has_clock else TimeKind.PERIOD


def is_comparable(start: Moment, end: Moment) -> bool:
    """May the two be the ends of one range?"""
    if start.has_date and end.has_date:
        return True
    if start.has_clock and (end.has_clock or end.has_date):
        return end.has_clock or names_day(end)
    is_now = start.shift == (0, "second")
    return start.has_date and (end.shift is not None or (is_now and end.has_clock))


def shared(start: Moment, end: Moment) -> tuple[Moment, Moment]:
    """Both ends, with what only one says and both mean: the year, the day, a.m. or p.m."""
    is_open = start.year is None and start.shift is None and start.direction is None
    is_partial = start.month or start.day or start.season or start.quarter
    if is_open and is_partial and end.year is not None:
        year = end.year
        if start.month and end.month and (start.month, start.day or 0) > (end.month, end.day or 31):
            year -= 1
        start = replace(start, year=year)
    if start.has_clock and end.has_clock:
        if not start.has_date and end.has_date:
            start = start.merged(replace(end, **_NO_CLOCK)) or start
        elif start.has_date and not end.has_date:
            end = end.merged(replace(start, **_NO_CLOCK)) or end
        start, end = _same_half(start, end)
    return start, end


def _same_half(start: Moment, end: Moment) -> tuple[Moment, Moment]:
    """`5 to 6pm` are both after noon, `11 to 1pm` are not."""
    first, last = start.hour, end.hour
    if first is None or last is None or start.is_24h is end.is_24h:
        return start, end
    if end.is_24h:
        if first + 12 <= last:
            first += 12
        return replace(start, hour=first, is_24h=True), end
    if last < 12 and last <= first:
        last += 12
    return start, replace(end, hour=last, is_24h=True)
