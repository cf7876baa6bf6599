"""What our times resolve to in the specification's TIMEX: one value, or one before and one after now."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from workbench.splitting.almanac import day_of, feast_day, nth_weekday
from workbench.splitting.moments import Moment, TimeExpression, TimeKind, iso_duration

if TYPE_CHECKING:
    from collections.abc import Iterable

_UNRESOLVED = "not resolved"
_PART_HOURS = {
    "MO": (8, 12),
    "AF": (12, 16),
    "EV": (16, 20),
    "NI": (20, 24),
    "DT": (8, 18),
    "MEL": (11, 13),
    "MEB": (8, 12),
    "MED": (16, 20),
    "DAWN": (4, 8),
    "DUSK": (18, 20),
}
_SECONDS = {
    "millisecond": 0.001,
    "second": 1,
    "minute": 60,
    "hour": 3600,
    "day": 86400,
    "night": 86400,
    "weekday": 86400,
    "week": 604800,
    "fortnight": 1209600,
    "weekend": 172800,
    "month": 2592000,
    "quarter": 7776000,
    "year": 31536000,
    "decade": 315360000,
    "century": 3153600000,
}
_BOUND_MODS = {
    "before": ("before", "end"),
    "by": ("before", "end"),
    "until": ("before", "end"),
    "till": ("before", "end"),
    "after": ("after", "start"),
    "since": ("since", "start"),
}


@dataclass(frozen=True, slots=True)
class _Days:
    """A stretch of whole days, the last one excluded, with its TIMEX."""

    timex: str
    start: date
    end: date


def values_of(expression: TimeExpression, lead: str, now: datetime) -> tuple[str, ...]:
    """The values of a time, seen from `now`, with the preposition that counts as part of it."""
    if expression.kind is TimeKind.REPEATED:
        return (f"timex={_repeated(expression)} type=set value={_UNRESOLVED}",)
    if expression.kind is TimeKind.DURATION:
        return _durations(expression, lead, now)
    if expression.start is None:
        return ()
    if expression.end is not None:
        return _ranges(expression, now)
    return _points(expression.start, lead or expression.relation, now)


# --- points


def _points(moment: Moment, bound: str, now: datetime) -> tuple[str, ...]:
    mod = _BOUND_MODS.get(bound)
    if moment.shift == (0, "second"):
        return (f"timex=PRESENT_REF type=datetime value={now:%Y-%m-%d %H:%M:%S}",)
    if moment.hour is not None and not moment.has_date:
        return _bounded(_clock_values(moment), mod)
    if moment.daypart is not None and not moment.has_date:
        return _bounded((_part_value(moment),), mod)
    days = _days(moment, now)
    if not days:
        return _unresolved(moment, now)
    if moment.hour is not None:
        return _bounded(_instants(moment, days), mod)
    if moment.daypart is not None:
        return tuple(_part_of_day(moment, day) for day in days)
    if moment.edge == "late" and moment.shift and moment.shift[1] == "day":
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


def _day_bound(day: _Days, mod: tuple[str, str]) -> str:
    return f"timex={day.timex} type=daterange {mod[1]}={day.start} Mod={mod[0]}"


def _period_bound(day: _Days, mod: tuple[str, str]) -> str:
    edge = day.end if mod[0] == "after" else day.start
    return f"timex={day.timex} type=daterange {mod[1]}={edge} Mod={mod[0]}"


def _edged(moment: Moment, day: _Days, now: datetime) -> str:
    """The first, middle or last part of a period."""
    whole = (day.end - day.start).days
    half = timedelta(whole // 2)
    is_now = day.start <= now.date() < day.end and moment.shift is not None
    match moment.edge:
        case "early":
            mod, start = "start", day.start
            end = now.date() if is_now and whole > 7 else day.start + half
        case "mid":
            quarter = timedelta(whole // 3)
            mod, start, end = "mid", day.start + quarter, day.end - quarter
        case _:
            mod, start, end = "end", now.date() if is_now else day.start + half, day.end
    if whole in (28, 29, 30, 31) and not is_now:
        cut = {"early": (1, 16), "mid": (10, 21), "late": (16, 0)}[moment.edge or "late"]
        start = day.start + timedelta(cut[0] - 1)
        end = day.end if cut[1] == 0 else day.start + timedelta(cut[1] - 1)
    if is_now:
        return f"timex={day.timex} type=daterange start={start} end={end}"
    return f"timex={day.timex} type=daterange start={start} end={end} Mod={mod}"


# --- days


def _days(moment: Moment, now: datetime) -> list[_Days]:
    """The days a moment can mean: one, or the nearest before and after now."""
    today = now.date()
    if moment.week == 0 and moment.day is not None:
        return [_week_with(day) for day in _days(replace(moment, week=None), now)]
    if moment.weekend and moment.holiday:
        return [_weekend_with(day.start) for day in _days(replace(moment, weekend=None), now)]
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
        return _quarters(moment, today)
    if moment.season is not None or moment.fiscal:
        return []
    if moment.week is not None:
        year = moment.year or today.year
        monday = date.fromisocalendar(year, moment.week, 1)
        return [_Days(f"{year}-W{moment.week:02d}", monday, monday + timedelta(7))]
    if moment.month is not None:
        return _months(moment, today)
    if moment.year is not None:
        if not 1 <= moment.year <= 9998:
            return []
        return [_Days(f"{moment.year:04d}", date(moment.year, 1, 1), date(moment.year + 1, 1, 1))]
    if moment.shift is not None:
        return _shifted(moment, today)
    return []


def _span(start: date, end: date, period: str) -> _Days:
    return _Days(f"({start},{end},{period})", start, end)


def _week_with(day: _Days) -> _Days:
    monday = day.start - timedelta(day.start.isoweekday() - 1)
    return _Days(day.timex, monday, monday + timedelta(7))


def _weekend_with(day: date) -> _Days:
    saturday = day - timedelta(day.isoweekday() - 6)
    year, week, _ = saturday.isocalendar()
    return _Days(f"{year}-W{week:02d}-WE", saturday, saturday + timedelta(2))


def _one(day: date, timex: str = "") -> _Days:
    return _Days(timex or str(day), day, day + timedelta(1))


def _beside(
    today: date, candidates: Iterable[date | None], timex: str, *, today_is_past: bool
) -> list[_Days]:
    """The nearest candidate before now and the nearest after."""
    known = sorted(day for day in candidates if day is not None)
    before = [day for day in known if day < today or (today_is_past and day == today)]
    after = [day for day in known if day > today or (not today_is_past and day == today)]
    return [_one(day, timex) for day in [*before[-1:], *after[:1]]]


def _dated(moment: Moment, today: date) -> list[_Days]:
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
        return [_one(exact)] if exact else []
    if month is not None:
        if moment.direction is not None:
            exact = day_of(today.year, month, day)
            return [_one(exact, f"XXXX-{month:02d}-{day:02d}")] if exact else []
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


def _weekday_and_day(moment: Moment, today: date) -> list[_Days]:
    """`Tue 13th`: a month in which the day falls on the weekday."""
    months = [_month_from(today, step) for step in range(-40, 41)]
    candidates = [
        day
        for year, month in months
        if (day := day_of(year, month, moment.day or 1)) and day.isoweekday() == moment.weekday
    ]
    this_month = [day for day in candidates if (day.year, day.month) == (today.year, today.month)]
    if today in candidates:
        return [_one(today)]
    if moment.told and this_month:
        return [_one(this_month[0])]
    return _beside(today, candidates, f"XXXX-WXX-{moment.weekday}", today_is_past=False)


def _weekdays(moment: Moment, today: date) -> list[_Days]:
    weekday = moment.weekday or 1
    monday = today - timedelta(today.isoweekday() - 1)
    if moment.shift is not None and moment.shift[1] == "week":
        return [_one(monday + timedelta(7 * int(moment.shift[0]) + weekday - 1))]
    if moment.direction is not None:
        if moment.told:
            back = (today.isoweekday() - weekday - 1) % 7 + 1
            return [_one(today - timedelta(back))]
        return [_one(monday + timedelta(7 * moment.direction + weekday - 1))]
    before = today - timedelta((today.isoweekday() - weekday - 1) % 7 + 1)
    timex = f"XXXX-WXX-{weekday}"
    return [_one(before, timex), _one(before + timedelta(7), timex)]


def _feasts(moment: Moment, today: date) -> list[_Days]:
    rule = moment.holiday or "?"
    if moment.year is not None:
        day = feast_day(rule, moment.year)
        return [_one(day)] if day else []
    years = range(today.year - 2, today.year + 3)
    days = [day for year in years if (day := feast_day(rule, year))]
    if not days:
        return []
    if moment.direction is not None:
        past = [day for day in days if day < today]
        future = [day for day in days if day >= today]
        day = past[-1] if moment.direction < 0 else future[0]
        return [_one(day)]
    fixed = f"XXXX-{rule}" if "#" not in rule and "easter" not in rule else ""
    if not fixed and "#" in rule and "+" not in rule:
        month, _, rest = rule.partition(" ")
        weekday, _, nth = rest.partition("#")
        fixed = f"XXXX-{int(month):02d}-WXX-{weekday}-{nth}"
    this_year = feast_day(rule, today.year) or days[0]
    timex = fixed or f"XXXX-{this_year:%m-%d}"
    return _beside(today, days, timex, today_is_past=True)


def _months(moment: Moment, today: date) -> list[_Days]:
    month = moment.month or 1
    year = moment.year
    if moment.shift is not None and moment.shift[1] == "year":
        year = today.year + int(moment.shift[0])
    if moment.direction is not None:
        year = today.year + moment.direction
    if year is not None:
        return [_month(year, month)]
    timex = f"XXXX-{month:02d}"
    first = today.year if month <= today.month else today.year - 1
    return [replace(_month(year, month), timex=timex) for year in (first, first + 1)]


def _month(year: int, month: int) -> _Days:
    start = date(year, month, 1)
    return _Days(f"{year:04d}-{month:02d}", start, start + timedelta(monthrange(year, month)[1]))


def _quarters(moment: Moment, today: date) -> list[_Days]:
    months = 3 if moment.quarter is not None else 6
    place = (moment.quarter or moment.half or 1) - 1
    year = moment.year
    if moment.shift is not None and moment.shift[1] == "year":
        year = today.year + int(moment.shift[0])
    known = year if year is not None else today.year
    start = date(known, place * months + 1, 1)
    end = _month(known, place * months + months).end
    if year is None:
        return []
    return [_span(start, end, f"P{months}M")]


def _shifted(moment: Moment, today: date) -> list[_Days]:
    number, unit = int((moment.shift or (0, ""))[0]), (moment.shift or (0, ""))[1]
    if unit in ("day", "night"):
        return [_one(today + timedelta(number))]
    if unit == "week":
        monday = today - timedelta(today.isoweekday() - 1) + timedelta(7 * number)
        year, week, _ = monday.isocalendar()
        return [_Days(f"{year}-W{week:02d}", monday, monday + timedelta(7))]
    if unit == "month":
        return [_month(*_month_from(today, number))]
    if unit == "year" and moment.fiscal is None:
        year = today.year + number
        return [_Days(f"{year:04d}", date(year, 1, 1), date(year + 1, 1, 1))]
    if unit == "quarter":
        quarter = (today.year * 12 + today.month - 1) // 3 + number
        year, place = divmod(quarter, 4)
        return [_span(date(year, place * 3 + 1, 1), _month(year, place * 3 + 3).end, "P3M")]
    if unit == "decade":
        first = (today.year // 10 + number) * 10
        return [_span(date(first, 1, 1), date(first + 10, 1, 1), "P10Y")]
    if unit == "century":
        first = (today.year // 100 + number) * 100
        return [_span(date(first, 1, 1), date(first + 100, 1, 1), "P100Y")]
    return []


def _nth(moment: Moment, now: datetime) -> list[_Days]:
    """`the first week of 2015`, `first Monday of next month`."""
    outer = replace(moment, nth=None, weekday=None, week=None, day=None)
    nth = moment.nth or 1
    found = []
    for days in _days(outer, now):
        if moment.weekday is not None:
            if days.start.day == 1 and (days.end - days.start).days < 32:
                day = nth_weekday(days.start.year, days.start.month, moment.weekday, nth)
                timex = f"XXXX-{days.start.month:02d}-WXX-{moment.weekday}-#{nth}"
                found += [_one(day, timex)] if day else []
        elif moment.week is not None:
            found.append(_nth_week(days, nth))
        elif moment.day is not None:
            day = days.start + timedelta(nth - 1) if nth > 0 else days.end - timedelta(1)
            found.append(_one(day))
    return found


def _nth_week(days: _Days, nth: int) -> _Days:
    """The week of a month or year, counted from the one that holds its first Thursday."""
    thursday = days.start + timedelta((4 - days.start.isoweekday()) % 7)
    monday = thursday - timedelta(3) + timedelta(7 * (nth - 1))
    if nth < 0:
        last = days.end - timedelta(1)
        thursday = last - timedelta((last.isoweekday() - 4) % 7)
        monday = thursday - timedelta(3)
    number = f"W{nth:02d}" if nth > 0 else f"W{monday.isocalendar().week:02d}"
    return _Days(f"{days.timex}-{number}", monday, monday + timedelta(7))


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
        return (f"timex={timex} type=daterange value={_UNRESOLVED}",)
    if moment.fiscal:
        known = f"{year}" if year is not None else "XXXX"
        return (f"timex={moment.fiscal}{known} type=daterange value={_UNRESOLVED}",)
    if moment.quarter is not None:
        quarter = replace(moment, year=now.year)
        found = _quarters(quarter, now.date())
        return tuple(
            f"timex={day.timex} type=daterange start={day.start} end={day.end}" for day in found
        )
    if moment.day is not None and moment.month is not None:
        known = f"{year:04d}" if year is not None else "XXXX"
        timex = f"{known}-{moment.month:02d}-{moment.day:02d}"
        return (f"timex={timex} type=date value={_UNRESOLVED}",)
    if moment.shift is not None and unit in ("hour", "minute", "second"):
        step = timedelta(seconds=_SECONDS[unit]) * moment.shift[0]
        start, end = sorted((now, now + step))
        period = iso_duration(((abs(moment.shift[0]) or 1, unit),))
        timex = f"({start:%Y-%m-%dT%H:%M:%S},{end:%Y-%m-%dT%H:%M:%S},{period})"
        return (f"timex={timex} type=datetimerange start={_stamp(start)} end={_stamp(end)}",)
    return ()


# --- clocks


def _stamp(when: datetime) -> str:
    return f"{when:%Y-%m-%d %H:%M:%S}"


def _clock(hour: int, moment: Moment) -> str:
    """`T06`, `T06:45`, `T08:00:31`."""
    minute = "" if moment.minute is None else f":{moment.minute:02d}"
    second = "" if moment.second is None else f":{moment.second:02d}"
    return f"T{hour:02d}{minute}{second}"


def _hours(moment: Moment) -> list[int]:
    """The hour, and twelve later where neither a.m. nor p.m. is sure."""
    hour = moment.hour or 0
    return [hour] if moment.is_24h else sorted({hour % 12, hour % 12 + 12})


def _time(hour: int, moment: Moment) -> str:
    return f"{hour:02d}:{moment.minute or 0:02d}:{moment.second or 0:02d}"


def _clock_values(moment: Moment) -> tuple[str, ...]:
    return tuple(
        f"timex={_clock(hour, moment)} type=time value={_time(hour, moment)}"
        for hour in _hours(moment)
    )


def _part_bounds(moment: Moment) -> tuple[int, int, str]:
    start, end = _PART_HOURS.get(moment.daypart or "MO", (8, 12))
    match moment.edge:
        case "early":
            return start, (start + end) // 2, "start"
        case "late":
            return (start + end) // 2, end, "end"
        case _:
            return start, end, ""


def _part_value(moment: Moment) -> str:
    start, end, mod = _part_bounds(moment)
    name = {"NI": "NI", "DAWN": "DA", "DUSK": "NI"}.get(moment.daypart or "", moment.daypart)
    last = "23:59:59" if end == 24 else f"{end:02d}:00:00"
    suffix = f" Mod={mod}" if mod else ""
    return f"timex=T{name} type=timerange start={start:02d}:00:00 end={last}{suffix}"


def _part_of_day(moment: Moment, day: _Days) -> str:
    start, end, mod = _part_bounds(moment)
    last = "23:59:59" if end == 24 else f"{end:02d}:00:00"
    suffix = f" Mod={mod}" if mod else ""
    timex = f"{day.timex}T{moment.daypart}"
    return (
        f"timex={timex} type=datetimerange start={day.start} {start:02d}:00:00 "
        f"end={day.start} {last}{suffix}"
    )


def _instants(moment: Moment, days: list[_Days]) -> tuple[str, ...]:
    return tuple(
        f"timex={day.timex}{_clock(hour, moment)} type=datetime "
        f"value={day.start} {_time(hour, moment)}"
        for hour in _hours(moment)
        for day in days
    )


# --- ranges


def _ranges(expression: TimeExpression, now: datetime) -> tuple[str, ...]:
    start, end = expression.start, expression.end
    if start is None or end is None:
        return ()
    if expression.kind is TimeKind.CLOCK:
        return _clock_ranges(start, end)
    if start.has_clock or end.has_clock:
        return _instant_ranges(start, end, now)
    return _day_ranges(start, end, now)


def _clock_ranges(start: Moment, end: Moment) -> tuple[str, ...]:
    pairs = zip(_hours(start), _hours(end), strict=False)
    found = []
    for first, last in pairs:
        period = _between(first, start, last, end)
        timex = f"({_clock(first, start)},{_clock(last, end)},{period})"
        found.append(
            f"timex={timex} type=timerange start={_time(first, start)} end={_time(last, end)}"
        )
    return tuple(found)


def _between(first: int, start: Moment, last: int, end: Moment) -> str:
    minutes = (last - first) * 60 + (end.minute or 0) - (start.minute or 0)
    return _period(minutes % (24 * 60))


def _period(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest else "")


def _instant_ranges(start: Moment, end: Moment, now: datetime) -> tuple[str, ...]:
    firsts, lasts = _days_or_now(start, now), _days_or_now(end, now)
    found = []
    for first_hour, last_hour in zip(_hours(start), _hours(end), strict=False):
        for one, other in zip(firsts, lasts, strict=False):
            begun = _at(one.start, first_hour, start)
            ended = _at(other.start, last_hour, end)
            minutes = int((ended - begun).total_seconds() // 60)
            timex = (
                f"({one.timex}{_clock(first_hour, start)},{other.timex}{_clock(last_hour, end)},"
                f"{_period(minutes)})"
            )
            found.append(
                f"timex={timex} type=datetimerange start={_stamp(begun)} end={_stamp(ended)}"
            )
    return tuple(found)


def _days_or_now(moment: Moment, now: datetime) -> list[_Days]:
    return _days(moment, now) or [_one(now.date())]


def _at(day: date, hour: int, moment: Moment) -> datetime:
    whole = datetime(day.year, day.month, day.day, hour % 24, moment.minute or 0)
    return whole + timedelta(hour // 24)


def _day_ranges(start: Moment, end: Moment, now: datetime) -> tuple[str, ...]:
    firsts, lasts = _days(start, now), _days(end, now)
    if start.shift == (0, "second"):
        firsts = [_one(now.date(), "PRESENT_REF")]
    if end.shift == (0, "second"):
        lasts = [_one(now.date())]
    if len(firsts) != len(lasts):
        if not firsts or not lasts:
            return ()
        firsts, lasts = firsts[-1:], lasts[-1:]
    in_order = [(one, other) for one, other in zip(firsts, lasts, strict=True)]
    if len(in_order) == 2 and in_order[0][0].start > in_order[0][1].start:
        in_order = [(firsts[0], lasts[1])]
    found = []
    months = [start.month is not None and start.day is None, end.month is not None]
    is_fixed = start.year is not None or end.year is not None
    pairs = in_order if not all(months) or is_fixed else _coming(in_order, now)
    for one, other in pairs:
        first = _first_day(one, start)
        last = _first_day(other, end)
        period = _length(start, end, one.start, other.start)
        found.append(
            f"timex=({first},{last},{period}) type=daterange start={one.start} end={other.start}"
        )
    return tuple(found)


def _coming(pairs: list[tuple[_Days, _Days]], now: datetime) -> list[tuple[_Days, _Days]]:
    """Months alone mean those of this year."""
    return [pair for pair in pairs if pair[0].start.year == now.year][:1] or pairs[-1:]


def _first_day(days: _Days, moment: Moment) -> str:
    if "XXXX" in days.timex:
        return days.timex if moment.day is not None else f"{days.timex}-01"
    return str(days.start)


def _length(start: Moment, end: Moment, first: date, last: date) -> str:
    if start.day is None and end.day is None and start.weekday is None and not end.shift:
        months = (last.year - first.year) * 12 + last.month - first.month
        if start.month is None and end.month is None and months % 12 == 0:
            return f"P{months // 12}Y"
        return f"P{months}M"
    return f"P{(last - first).days}D"


# --- durations


def _durations(expression: TimeExpression, lead: str, now: datetime) -> tuple[str, ...]:
    parts = expression.duration
    if not parts:
        return ()
    relation = expression.relation
    if relation in ("last", "past", "previous"):
        return _stretch(expression, now, -1)
    if relation in ("next", "coming", "following", "upcoming"):
        return _stretch(expression, now, 1)
    if expression.anchor is not None:
        return _from_anchor(expression, now)
    if relation in ("ago", "earlier"):
        return _moved(parts, -1, now)
    if relation == "later" or lead == "in":
        return _moved(parts, 1, now)
    if lead == "within":
        end = _plus(now, parts, 1)
        return (_interval(now, end, iso_duration(parts), is_days=not _is_clocked(parts)),)
    seconds = sum(number * _SECONDS.get(unit, 0) for number, unit in parts)
    return (f"timex={_iso(parts)} type=duration value={seconds:.15g}",)


def _iso(parts: tuple[tuple[float, str], ...]) -> str:
    if parts[0][1] == "weekend":
        return f"P{parts[0][0]}WE"
    return iso_duration(parts)


def _is_clocked(parts: tuple[tuple[float, str], ...]) -> bool:
    return any(unit in ("hour", "minute", "second", "millisecond") for _, unit in parts)


def _plus(when: datetime, parts: tuple[tuple[float, str], ...], sign: int) -> datetime:
    for number, unit in parts:
        step = sign * number
        if unit in ("month", "quarter", "year", "decade", "century"):
            months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
            year, month = divmod(when.year * 12 + when.month - 1 + int(step * months), 12)
            day = min(when.day, monthrange(year, month + 1)[1])
            when = when.replace(year=year, month=month + 1, day=day)
        else:
            when += timedelta(seconds=step * _SECONDS.get(unit, 0))
    return when


def _moved(parts: tuple[tuple[float, str], ...], sign: int, now: datetime) -> tuple[str, ...]:
    try:
        when = _plus(now, parts, sign)
    except (ValueError, OverflowError):
        return ()
    if _is_clocked(parts):
        return (f"timex={when:%Y-%m-%dT%H:%M:%S} type=datetime value={_stamp(when)}",)
    return (f"timex={when.date()} type=date value={when.date()}",)


def _stretch(expression: TimeExpression, now: datetime, sign: int) -> tuple[str, ...]:
    """`next five days`, `last 3 weeks of this year`."""
    parts = expression.duration
    period = iso_duration(parts)
    if expression.anchor is not None:
        whole = _days(expression.anchor, now)
        if not whole:
            return ()
        edge = datetime.combine(whole[0].end, datetime.min.time())
        if parts[0][1] == "week":
            edge -= timedelta(whole[0].end.isoweekday() - 1)
        begun = _plus(edge, parts, -1)
        return (_interval(begun, edge, period, is_days=True),)
    try:
        if _is_clocked(parts):
            start, end = sorted((now, _plus(now, parts, sign)))
            return (_interval(start, end, period, is_days=False),)
        if parts[0][1] == "quarter":
            this = (now.year * 12 + now.month - 1) // 3
            first = this + 1 if sign > 0 else this - int(parts[0][0])
            begun = datetime(first // 4, first % 4 * 3 + 1, 1)
            return (_interval(begun, _plus(begun, parts, 1), period, is_days=True),)
        start = now + timedelta(1) if sign > 0 else _plus(now, parts, -1)
        end = _plus(start, parts, 1) if sign > 0 else now
    except (ValueError, OverflowError):
        return ()
    return (_interval(start, end, period, is_days=True),)


def _interval(start: datetime, end: datetime, period: str, *, is_days: bool) -> str:
    if is_days:
        first, last = start.date(), end.date()
        return f"timex=({first},{last},{period}) type=daterange start={first} end={last}"
    timex = f"({start:%Y-%m-%dT%H:%M:%S},{end:%Y-%m-%dT%H:%M:%S},{period})"
    return f"timex={timex} type=datetimerange start={_stamp(start)} end={_stamp(end)}"


def _from_anchor(expression: TimeExpression, now: datetime) -> tuple[str, ...]:
    anchor = expression.anchor
    if anchor is None:
        return ()
    sign = -1 if expression.relation == "before" else 1
    found = []
    for day in _days(anchor, now)[-1:]:
        moved = _plus(datetime.combine(day.start, datetime.min.time()), expression.duration, sign)
        found.append(f"timex={moved.date()} type=date value={moved.date()}")
    return tuple(found)


# --- sets


def _repeated(expression: TimeExpression) -> str:
    moment = expression.start
    if expression.relation.startswith("P"):
        if moment is not None and moment.hour is not None:
            return _clock(moment.hour, moment)
        return expression.relation
    if moment is None:
        return _iso(expression.duration)
    if moment.hour is not None and moment.weekday is None:
        return _clock(moment.hour, moment)
    clock = _clock(moment.hour, moment) if moment.hour is not None else ""
    part = f"T{moment.daypart}" if moment.daypart else ""
    if moment.weekday is not None:
        return f"XXXX-WXX-{moment.weekday}{clock}{part}"
    if moment.weekend is not None:
        return "XXXX-WXX-WE"
    if moment.month is not None:
        return f"XXXX-{moment.month:02d}"
    return part or iso_duration(expression.duration)
