"""What our times resolve to in the specification's TIMEX: one value, or one before and one after now."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from benchmarks.timex_clocks import clock, clock_values, instants, part_of_day, part_value, stamp
from benchmarks.timex_days import days_of, quarters
from benchmarks.timex_spans import SECONDS, durations, iso, ranges
from workbench.splitting.moments import Moment, TimeExpression, TimeKind, iso_duration

if TYPE_CHECKING:
    from benchmarks.timex_days import Days

UNRESOLVED = "not resolved"
_BOUND_MODS = {
    "before": ("before", "end"),
    "by": ("before", "end"),
    "until": ("before", "end"),
    "till": ("before", "end"),
    "after": ("after", "start"),
    "since": ("since", "start"),
}


def values_of(
    expression: TimeExpression, lead: str, now: datetime, *, hedge: str = ""
) -> tuple[str, ...]:
    """The values of a time, seen from `now`, with the preposition that counts as part of it."""
    values = _values(expression, lead, now)
    if not hedge:
        return values
    if hedge == "approx":
        return tuple(
            value.replace("type=time ", "type=timerange ") + " Mod=approx" for value in values
        )
    return tuple(f"{value} Mod={hedge}" for value in values)


def _values(expression: TimeExpression, lead: str, now: datetime) -> tuple[str, ...]:
    if expression.kind is TimeKind.REPEATED:
        return (f"timex={_repeated(expression)} type=set value={UNRESOLVED}",)
    if expression.kind is TimeKind.DURATION:
        return durations(expression, lead, now)
    if expression.start is None:
        return ()
    if expression.end is not None:
        return ranges(expression, now)
    return _points(expression.start, lead or expression.relation, now)


def _points(moment: Moment, bound: str, now: datetime) -> tuple[str, ...]:
    mod = _BOUND_MODS.get(bound)
    if moment.shift == (0, "second"):
        return (f"timex=PRESENT_REF type=datetime value={now:%Y-%m-%d %H:%M:%S}",)
    if moment.hour is not None and not moment.has_date:
        return _bounded(clock_values(moment), mod)
    if moment.daypart is not None and not moment.has_date:
        return _bounded((part_value(moment),), mod)
    days = days_of(moment, now)
    if not days:
        return _unresolved(moment, now)
    if moment.hour is not None:
        return _bounded(instants(moment, days), mod)
    if moment.daypart is not None:
        return tuple(part_of_day(moment, day) for day in days)
    if moment.edge in ("late", "later") and moment.shift and moment.shift[1] == "day":
        stamp = f"{days[0].timex}T23:59:59"
        return (f"timex={stamp} type=datetime value={days[0].start} 23:59:59",)
    if _is_day(moment):
        if mod:
            return tuple(_day_bound(day, mod) for day in days)
        return tuple(f"timex={day.timex} type=date value={day.start}" for day in days)
    if mod:
        return tuple(_period_bound(day, mod) for day in days)
    if moment.edge:
        return tuple(_edged(moment, day, now) for day in days)
    return tuple(
        f"timex={day.timex} type=daterange start={day.start} end={day.end}" for day in days
    )


def _is_day(moment: Moment) -> bool:
    if moment.weekend or moment.week is not None:
        return False
    if moment.day or moment.weekday or moment.holiday:
        return True
    return moment.shift is not None and moment.shift[1] == "day"


def _bounded(values: tuple[str, ...], mod: tuple[str, str] | None) -> tuple[str, ...]:
    """Clock times with `before` or `after`: one end only."""
    if mod is None:
        return values
    return tuple(_one_end(value, mod) for value in values)


def _one_end(value: str, mod: tuple[str, str]) -> str:
    timex, _, rest = value.partition(" type=")
    kind, _, stated = rest.partition(" ")
    stated = stated.removeprefix("value=").removeprefix("start=").partition(" end=")[0]
    return f"{timex} type={kind.removesuffix('range')}range {mod[1]}={stated} Mod={mod[0]}"


def _day_bound(day: Days, mod: tuple[str, str]) -> str:
    return f"timex={day.timex} type=daterange {mod[1]}={day.start} Mod={mod[0]}"


def _period_bound(day: Days, mod: tuple[str, str]) -> str:
    edge = day.end if mod[0] == "after" else day.start
    return f"timex={day.timex} type=daterange {mod[1]}={edge} Mod={mod[0]}"


def _edged(moment: Moment, day: Days, now: datetime) -> str:
    """The first, middle or last part of a period."""
    edge = moment.edge or "late"
    is_now = day.start <= now.date() < day.end and edge in ("earlier", "later", "rest")
    start, end = _part_of(day, edge)
    if is_now and edge in ("later", "rest"):
        start = now.date()
    elif is_now and (day.end - day.start).days > _LONGEST_MONTH:
        end = now.date()
    mod = {"early": "start", "earlier": "start", "mid": "mid"}.get(edge, "end")
    suffix = "" if is_now else f" Mod={mod}"
    return f"timex={day.timex} type=daterange start={start} end={end}{suffix}"


_LONGEST_MONTH = 31


def _part_of(day: Days, edge: str) -> tuple[date, date]:
    """Early, mid or late in a week, month, year or longer."""
    whole = (day.end - day.start).days
    edge = {"earlier": "early", "later": "late", "rest": "late"}.get(edge, edge)
    if 28 <= whole <= _LONGEST_MONTH:
        first, last = {"early": (0, 15), "mid": (9, 20), "late": (15, whole)}[edge]
        return day.start + timedelta(first), day.start + timedelta(last)
    if 365 <= whole <= 366:
        may, september = day.start.replace(month=5), day.start.replace(month=9)
        return {
            "early": (day.start, may),
            "mid": (may, september),
            "late": (day.start.replace(month=7), day.end),
        }[edge]
    half, third = timedelta(whole // 2), timedelta(whole // 3)
    return {
        "early": (day.start, day.start + half),
        "mid": (day.start + third, day.end - third),
        "late": (day.start + half, day.end),
    }[edge]


def _unresolved(moment: Moment, now: datetime) -> tuple[str, ...]:
    """Seasons, fiscal years and days that no calendar has."""
    year = moment.year
    unit = (moment.shift or (0, ""))[1]
    if moment.shift is not None and unit == "year":
        year = now.year + int(moment.shift[0])
    if moment.direction is not None and year is None:
        year = now.year + moment.direction
    if moment.season is not None:
        timex = f"{year}-{moment.season}" if year is not None else moment.season
        return (f"timex={timex} type=daterange value={UNRESOLVED}",)
    if moment.fiscal:
        known = f"{year}" if year is not None else "XXXX"
        return (f"timex={moment.fiscal}{known} type=daterange value={UNRESOLVED}",)
    if moment.quarter is not None:
        quarter = replace(moment, year=now.year)
        found = quarters(quarter, now.date())
        return tuple(
            f"timex={day.timex} type=daterange start={day.start} end={day.end}" for day in found
        )
    if moment.day is not None and moment.month is not None:
        known = f"{year:04d}" if year is not None else "XXXX"
        timex = f"{known}-{moment.month:02d}-{moment.day:02d}"
        return (f"timex={timex} type=date value={UNRESOLVED}",)
    if moment.shift is not None and unit in ("hour", "minute", "second"):
        step = timedelta(seconds=SECONDS[unit]) * moment.shift[0]
        start, end = sorted((now, now + step))
        period = iso_duration(((abs(moment.shift[0]) or 1, unit),))
        timex = f"({start:%Y-%m-%dT%H:%M:%S},{end:%Y-%m-%dT%H:%M:%S},{period})"
        return (f"timex={timex} type=datetimerange start={stamp(start)} end={stamp(end)}",)
    return ()


def _repeated(expression: TimeExpression) -> str:
    moment = expression.start
    if expression.relation.startswith("P"):
        if moment is not None and moment.hour is not None:
            return clock(moment.hour, moment)
        return expression.relation
    if moment is None:
        return iso(expression.duration)
    if moment.hour is not None and moment.weekday is None:
        return clock(moment.hour, moment)
    hour = clock(moment.hour, moment) if moment.hour is not None else ""
    part = f"T{moment.daypart}" if moment.daypart else ""
    if moment.weekday is not None:
        return f"XXXX-WXX-{moment.weekday}{hour}{part}"
    if moment.weekend is not None:
        return "XXXX-WXX-WE"
    if moment.month is not None:
        return f"XXXX-{moment.month:02d}"
    return part or iso_duration(expression.duration)
