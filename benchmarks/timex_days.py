"""Which days our times mean, as one stretch or as the nearest before and after now, with their TIMEX."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from workbench.splitting.almanac import day_of, feast_day, nth_weekday

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from workbench.splitting.moments import Moment


_UNSURE = 30
"""Two digits from here on may be years of either century."""


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of whole days, the last one excluded, with its TIMEX."""

    timex: str
    start: date
    end: date


def days_of(moment: Moment, now: datetime) -> list[Days]:
    """The days a moment can mean: one, or the nearest before and after now."""
    today = now.date()
    if moment.week == 0 and moment.day is not None:
        return [_week_with(day) for day in days_of(replace(moment, week=None), now)]
    if moment.weekend and moment.holiday:
        return [_weekend_with(day.start) for day in days_of(replace(moment, weekend=None), now)]
    if moment.nth is not None:
        return _nth(moment, now)
    if moment.holiday is not None:
        return _feasts(moment, today)
    if moment.day is not None:
        return _dated(moment, today)
    if moment.weekday is not None:
        return _weekdays(moment, today)
    if moment.weekend:
        return [_weekend_with(today + timedelta(7 * (moment.direction or 0)))]
    if moment.century is not None:
        first = (moment.century - 1) * 100
        return [_span(date(first, 1, 1), date(first + 100, 1, 1), "P100Y")] if first > 0 else []
    if moment.decade is not None:
        if moment.decade < 1000:
            return []
        return [_span(date(moment.decade, 1, 1), date(moment.decade + 10, 1, 1), "P10Y")]
    if moment.quarter is not None or moment.half is not None:
        return quarters(moment, today)
    if moment.season is not None or moment.fiscal:
        return []
    if moment.week is not None:
        year = moment.year or today.year
        monday = date.fromisocalendar(year, moment.week, 1)
        return [Days(f"{year}-W{moment.week:02d}", monday, monday + timedelta(7))]
    if moment.month is not None:
        return _months(moment, today)
    if moment.year is not None:
        if not 1 <= moment.year <= 9998:
            return []
        return [Days(f"{moment.year:04d}", date(moment.year, 1, 1), date(moment.year + 1, 1, 1))]
    if moment.shift is not None:
        return _shifted(moment, today)
    return []


def _span(start: date, end: date, period: str) -> Days:
    return Days(f"({start},{end},{period})", start, end)


def _week_with(day: Days) -> Days:
    monday = day.start - timedelta(day.start.isoweekday() - 1)
    return Days(day.timex, monday, monday + timedelta(7))


def _weekend_with(day: date) -> Days:
    saturday = day - timedelta(day.isoweekday() - 6)
    year, week, _ = saturday.isocalendar()
    return Days(f"{year}-W{week:02d}-WE", saturday, saturday + timedelta(2))


def one_day(day: date, timex: str = "") -> Days:
    return Days(timex or str(day), day, day + timedelta(1))


def _beside(
    today: date, candidates: Iterable[date | None], timex: str, *, today_is_past: bool
) -> list[Days]:
    """The nearest candidate before now and the nearest after."""
    known = sorted(day for day in candidates if day is not None)
    before = [day for day in known if day < today or (today_is_past and day == today)]
    after = [day for day in known if day > today or (not today_is_past and day == today)]
    return [one_day(day, timex) for day in [*before[-1:], *after[:1]]]


def _dated(moment: Moment, today: date) -> list[Days]:
    day = moment.day or 1
    year, month = moment.year, moment.month
    if moment.shift is not None and year is None:
        if moment.shift[1] == "year":
            year = today.year + int(moment.shift[0])
        elif moment.shift[1] == "month" and month is None:
            place = today.year * 12 + today.month - 1 + int(moment.shift[0])
            year, month = divmod(place, 12)
            month += 1
    if year is not None and month is not None:
        if moment.two_digit_year is None and moment.year is not None and year < 1000:
            return []
        exact = day_of(year, month, day)
        if exact and moment.two_digit_year and year % 100 >= _UNSURE:
            earlier = day_of(year - 100, month, day)
            timex = f"XX{year % 100}-{month:02d}-{day:02d}"
            return [one_day(either, timex) for either in (earlier, exact) if either]
        return [one_day(exact)] if exact else []
    if month is not None:
        if moment.direction is not None:
            exact = day_of(today.year, month, day)
            return [one_day(exact, f"XXXX-{month:02d}-{day:02d}")] if exact else []
        timex = f"XXXX-{month:02d}-{day:02d}"
        years = range(today.year - 8, today.year + 9)
        return _beside(
            today, (day_of(year, month, day) for year in years), timex, today_is_past=True
        )
    if moment.weekday is not None:
        return _weekday_and_day(moment, today)
    months = [_month_from(today, step) for step in range(-14, 15)]
    candidates = [day_of(year, month, day) for year, month in months]
    return _beside(today, candidates, f"XXXX-XX-{day:02d}", today_is_past=False)


def _month_from(today: date, step: int) -> tuple[int, int]:
    year, month = divmod(today.year * 12 + today.month - 1 + step, 12)
    return year, month + 1


def _weekday_and_day(moment: Moment, today: date) -> list[Days]:
    """`Tue 13th`: a month in which the day falls on the weekday."""
    months = [_month_from(today, step) for step in range(-40, 41)]
    candidates = [
        day
        for year, month in months
        if (day := day_of(year, month, moment.day or 1)) and day.isoweekday() == moment.weekday
    ]
    this_month = [day for day in candidates if (day.year, day.month) == (today.year, today.month)]
    if today in candidates:
        return [one_day(today)]
    if moment.told and this_month:
        return [one_day(this_month[0])]
    return _beside(today, candidates, f"XXXX-WXX-{moment.weekday}", today_is_past=False)


def _weekdays(moment: Moment, today: date) -> list[Days]:
    weekday = moment.weekday or 1
    monday = today - timedelta(today.isoweekday() - 1)
    if moment.shift is not None and moment.shift[1] == "week":
        return [one_day(monday + timedelta(7 * int(moment.shift[0]) + weekday - 1))]
    if moment.direction is not None:
        if moment.told:
            back = (today.isoweekday() - weekday - 1) % 7 + 1
            return [one_day(today - timedelta(back))]
        return [one_day(monday + timedelta(7 * moment.direction + weekday - 1))]
    before = today - timedelta((today.isoweekday() - weekday - 1) % 7 + 1)
    timex = f"XXXX-WXX-{weekday}"
    return [one_day(before, timex), one_day(before + timedelta(7), timex)]


def _feasts(moment: Moment, today: date) -> list[Days]:
    rule = moment.holiday or "?"
    if moment.year is not None:
        day = feast_day(rule, moment.year)
        return [one_day(day)] if day else []
    years = range(today.year - 2, today.year + 3)
    days = [day for year in years if (day := feast_day(rule, year))]
    if not days:
        return []
    if moment.direction is not None:
        past = [day for day in days if day < today]
        future = [day for day in days if day >= today]
        day = past[-1] if moment.direction < 0 else future[0]
        return [one_day(day)]
    fixed = f"XXXX-{rule}" if "#" not in rule and "easter" not in rule else ""
    if not fixed and "#" in rule and "+" not in rule:
        month, _, rest = rule.partition(" ")
        weekday, _, nth = rest.partition("#")
        fixed = f"XXXX-{int(month):02d}-WXX-{weekday}-{nth}"
    this_year = feast_day(rule, today.year) or days[0]
    timex = fixed or f"XXXX-{this_year:%m-%d}"
    return _beside(today, days, timex, today_is_past=True)


def _months(moment: Moment, today: date) -> list[Days]:
    month = moment.month or 1
    year = moment.year
    if moment.shift is not None and moment.shift[1] == "year":
        year = today.year + int(moment.shift[0])
    if moment.direction is not None:
        year = today.year + moment.direction
    if year is not None:
        return [month_of(year, month)]
    timex = f"XXXX-{month:02d}"
    first = today.year if month <= today.month else today.year - 1
    return [replace(month_of(year, month), timex=timex) for year in (first, first + 1)]


def month_of(year: int, month: int) -> Days:
    start = date(year, month, 1)
    return Days(f"{year:04d}-{month:02d}", start, start + timedelta(monthrange(year, month)[1]))


def quarters(moment: Moment, today: date) -> list[Days]:
    months = 3 if moment.quarter is not None else 6
    place = (moment.quarter or moment.half or 1) - 1
    year = moment.year
    if moment.shift is not None and moment.shift[1] == "year":
        year = today.year + int(moment.shift[0])
    known = year if year is not None else today.year
    start = date(known, place * months + 1, 1)
    end = month_of(known, place * months + months).end
    if year is None:
        return []
    return [_span(start, end, f"P{months}M")]


def _shifted(moment: Moment, today: date) -> list[Days]:
    number, unit = int((moment.shift or (0, ""))[0]), (moment.shift or (0, ""))[1]
    if unit in ("day", "night"):
        return [one_day(today + timedelta(number))]
    if unit == "week":
        monday = today - timedelta(today.isoweekday() - 1) + timedelta(7 * number)
        year, week, _ = monday.isocalendar()
        return [Days(f"{year}-W{week:02d}", monday, monday + timedelta(7))]
    if unit == "month":
        return [month_of(*_month_from(today, number))]
    if unit == "year" and moment.fiscal is None:
        year = today.year + number
        return [Days(f"{year:04d}", date(year, 1, 1), date(year + 1, 1, 1))]
    if unit == "quarter":
        quarter = (today.year * 12 + today.month - 1) // 3 + number
        year, place = divmod(quarter, 4)
        return [_span(date(year, place * 3 + 1, 1), month_of(year, place * 3 + 3).end, "P3M")]
    if unit == "decade":
        first = (today.year // 10 + number) * 10
        return [_span(date(first, 1, 1), date(first + 10, 1, 1), "P10Y")]
    if unit == "century":
        first = (today.year // 100 + number) * 100
        return [_span(date(first, 1, 1), date(first + 100, 1, 1), "P100Y")]
    return []


def _nth(moment: Moment, now: datetime) -> list[Days]:
    """`the first week of 2015`, `first Monday of next month`."""
    outer = replace(moment, nth=None, weekday=None, week=None, day=None)
    nth = moment.nth or 1
    found = []
    for days in days_of(outer, now):
        if moment.weekday is not None:
            if days.start.day == 1 and (days.end - days.start).days < 32:
                day = nth_weekday(days.start.year, days.start.month, moment.weekday, nth)
                timex = f"XXXX-{days.start.month:02d}-WXX-{moment.weekday}-#{nth}"
                found += [one_day(day, timex)] if day else []
        elif moment.week is not None:
            found.append(_nth_week(days, nth))
        elif moment.day is not None:
            day = days.start + timedelta(nth - 1) if nth > 0 else days.end - timedelta(1)
            found.append(one_day(day))
    return found


def _nth_week(days: Days, nth: int) -> Days:
    """The week of a month or year, counted from the one that holds its first Thursday."""
    thursday = days.start + timedelta((4 - days.start.isoweekday()) % 7)
    monday = thursday - timedelta(3) + timedelta(7 * (nth - 1))
    if nth < 0:
        last = days.end - timedelta(1)
        thursday = last - timedelta((last.isoweekday() - 4) % 7)
        monday = thursday - timedelta(3)
    number = f"W{nth:02d}" if nth > 0 else f"W{monday.isocalendar().week:02d}"
    return Days(f"{days.timex}-{number}", monday, monday + timedelta(7))
