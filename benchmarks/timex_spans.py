"""What our ranges and lengths of time resolve to in TIMEX."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, timedelta

from benchmarks.timex_clocks import clock, hours, stamp, time_of
from benchmarks.timex_days import Days, days_of, one_day
from workbench.splitting.moments import Moment, TimeExpression, TimeKind, iso_duration

SECONDS = {
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


def ranges(expression: TimeExpression, now: datetime) -> tuple[str, ...]:
    start, end = expression.start, expression.end
    if start is None or end is None:
        return ()
    if expression.kind is TimeKind.CLOCK:
        return _clock_ranges(start, end)
    if start.has_clock or end.has_clock:
        return _instant_ranges(start, end, now)
    return _day_ranges(start, end, now)


def _clock_ranges(start: Moment, end: Moment) -> tuple[str, ...]:
    pairs = zip(hours(start), hours(end), strict=False)
    found = []
    for first, last in pairs:
        period = _between(first, start, last, end)
        timex = f"({clock(first, start)},{clock(last, end)},{period})"
        found.append(
            f"timex={timex} type=timerange start={time_of(first, start)} end={time_of(last, end)}"
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
    for first_hour, last_hour in zip(hours(start), hours(end), strict=False):
        for one, other in zip(firsts, lasts, strict=False):
            begun = _at(one.start, first_hour, start)
            ended = _at(other.start, last_hour, end)
            minutes = int((ended - begun).total_seconds() // 60)
            timex = (
                f"({one.timex}{clock(first_hour, start)},{other.timex}{clock(last_hour, end)},"
                f"{_period(minutes)})"
            )
            found.append(
                f"timex={timex} type=datetimerange start={stamp(begun)} end={stamp(ended)}"
            )
    return tuple(found)


def _days_or_now(moment: Moment, now: datetime) -> list[Days]:
    return days_of(moment, now) or [one_day(now.date())]


def _at(day: date, hour: int, moment: Moment) -> datetime:
    whole = datetime(day.year, day.month, day.day, hour % 24, moment.minute or 0)
    return whole + timedelta(hour // 24)


def _day_ranges(start: Moment, end: Moment, now: datetime) -> tuple[str, ...]:
    firsts, lasts = days_of(start, now), days_of(end, now)
    if start.shift == (0, "second"):
        firsts = [one_day(now.date(), "PRESENT_REF")]
    if end.shift == (0, "second"):
        lasts = [one_day(now.date())]
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


def _coming(pairs: list[tuple[Days, Days]], now: datetime) -> list[tuple[Days, Days]]:
    """Months alone mean those of this year."""
    return [pair for pair in pairs if pair[0].start.year == now.year][:1] or pairs[-1:]


def _first_day(days: Days, moment: Moment) -> str:
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


def durations(expression: TimeExpression, lead: str, now: datetime) -> tuple[str, ...]:
    parts = expression.duration
    if not parts:
        return ()
    relation = expression.relation
    if relation in ("last", "past", "previous"):
        return _stretch(expression, now, -1)
    if relation in ("next", "coming", "following", "upcoming"):
        return _stretch(expression, now, 1)
    if relation == "first" and expression.anchor is not None:
        return _opening(expression, now)
    if expression.anchor is not None:
        return _from_anchor(expression, now)
    if relation in ("ago", "earlier"):
        return _moved(parts, -1, now)
    if relation == "later" or lead == "in":
        return _moved(parts, 1, now)
    if lead == "within":
        end = _plus(now, parts, 1)
        return (_interval(now, end, iso_duration(parts), is_days=not _is_clocked(parts)),)
    seconds = sum(number * SECONDS.get(unit, 0) for number, unit in parts)
    return (f"timex={iso(parts)} type=duration value={seconds:.15g}",)


def iso(parts: tuple[tuple[float, str], ...]) -> str:
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
            when += timedelta(seconds=step * SECONDS.get(unit, 0))
    return when


def _moved(parts: tuple[tuple[float, str], ...], sign: int, now: datetime) -> tuple[str, ...]:
    try:
        when = _plus(now, parts, sign)
    except (ValueError, OverflowError):
        return ()
    if _is_clocked(parts):
        return (f"timex={when:%Y-%m-%dT%H:%M:%S} type=datetime value={stamp(when)}",)
    return (f"timex={when.date()} type=date value={when.date()}",)


def _stretch(expression: TimeExpression, now: datetime, sign: int) -> tuple[str, ...]:
    """`next five days`, `last 3 weeks of this year`."""
    parts = expression.duration
    period = iso_duration(parts)
    if expression.anchor is not None:
        whole = days_of(expression.anchor, now)
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


def _opening(expression: TimeExpression, now: datetime) -> tuple[str, ...]:
    """`first 2 weeks of 2021`; weeks begin with the one that holds the first Thursday."""
    found = []
    for whole in days_of(expression.anchor, now) if expression.anchor else []:
        begun = datetime.combine(whole.start, datetime.min.time())
        if expression.duration[0][1] == "week":
            begun += timedelta((4 - begun.isoweekday()) % 7 - 3)
        ended = _plus(begun, expression.duration, 1)
        found.append(_interval(begun, ended, iso_duration(expression.duration), is_days=True))
    return tuple(found)


def _interval(start: datetime, end: datetime, period: str, *, is_days: bool) -> str:
    if is_days:
        first, last = start.date(), end.date()
        return f"timex=({first},{last},{period}) type=daterange start={first} end={last}"
    timex = f"({start:%Y-%m-%dT%H:%M:%S},{end:%Y-%m-%dT%H:%M:%S},{period})"
    return f"timex={timex} type=datetimerange start={stamp(start)} end={stamp(end)}"


def _from_anchor(expression: TimeExpression, now: datetime) -> tuple[str, ...]:
    anchor = expression.anchor
    if anchor is None:
        return ()
    sign = -1 if expression.relation == "before" else 1
    found = []
    for day in days_of(anchor, now)[-1:]:
        moved = _plus(datetime.combine(day.start, datetime.min.time()), expression.duration, sign)
        found.append(f"timex={moved.date()} type=date value={moved.date()}")
    return tuple(found)
