"""What a relative or open time means on the calendar, seen from the day of the article."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from workbench.splitting.moments import Moment, TimeKind, edtf_of, iso_duration

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model.values import Number
    from workbench.splitting.moments import TimeExpression
    from workbench.splitting.tokens import Tokens

_SAME_YEAR = 240
"""Days: `November 20` in an article of May is to come, `December 20` in one of January is past."""

DATELINE_DEPTH = 1_500
"""Characters from the top within which a line that is only a date is the date of the article."""


def dateline(expressions: Sequence[TimeExpression], tokens: Tokens) -> date | None:
    """The date of the article: the first full date that has a line to itself near the top."""
    for expression in expressions:
        start = tokens.starts[expression.first]
        if start > DATELINE_DEPTH:
            return None
        moment = expression.start
        if (
            moment is None
            or expression.end is not None
            or not (moment.year and moment.month and moment.day)
        ):
            continue
        end = tokens.ends[expression.last - 1]
        text = tokens.text
        line_start = text.rfind("\n", 0, start) + 1
        line_end = text.find("\n", end)
        rest = text[line_start:start] + text[end : line_end if line_end >= 0 else len(text)]
        if not rest.strip(" \t.,—–-") or (moment.weekday and not text[line_start:start].strip()):
            found = day_of(moment.year, moment.month, moment.day)
            if found is not None:
                return found
    return None


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such one."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def next_weekday(expression: TimeExpression, reference: date | None) -> str:
    """The day that a weekday alone stands for where its clause looks ahead; empty for other times."""
    moment = expression.start
    if reference is None or moment is None or expression.end is not None:
        return ""
    if replace(moment, weekday=None) != Moment() or moment.weekday is None:
        return ""
    return str(reference + timedelta((moment.weekday - reference.isoweekday()) % 7))


def period_of(expression: TimeExpression, reference: date | None) -> str:
    """The value of a time in EDTF or ISO 8601; empty where it stays open."""
    if expression.kind is TimeKind.LOOSE:
        return ""
    if expression.kind is TimeKind.REPEATED:
        parts = expression.duration
        return iso_duration(parts) if parts and parts[0][0] != 1 else ""
    if expression.kind is TimeKind.DURATION:
        if expression.relation == "ago":
            return ago(expression.duration, reference)
        if expression.anchor is not None:
            return _anchored(expression, reference)
        low, high = iso_duration(expression.duration), iso_duration(expression.upper)
        return f"{low}/{high}" if high else low
    start = expression.start
    if start is None:
        return ""
    if expression.end is None:
        return _single(start, reference)
    begun = resolved(_untold(start), None if start.told else reference)
    end = expression.end
    ended = _after(begun, resolved(_untold(end), None if end.told else reference), end)
    if begun.year and ended.year and start.year is None and _is_before(ended, begun):
        begun = replace(begun, year=ended.year)
    first, last = edtf_of(begun), edtf_of(ended, is_end=True)
    return f"{first}/{last}" if first and last else first


def _is_before(one: Moment, other: Moment) -> bool:
    return (one.year, one.month or 1, one.day or 1) < (other.year, other.month or 1, other.day or 1)


def _after(begun: Moment, ended: Moment, said: Moment) -> Moment:
    """The end of a range; a weekday as its end is the next one after the start."""
    first, last = _as_date(begun), _as_date(ended)
    if first is None or last is None or said.weekday is None or said.day is not None:
        return ended
    if last >= first:
        return ended
    return _on(last + timedelta(7 * ((first - last).days // 7 + 1)), ended)


def _single(moment: Moment, reference: date | None) -> str:
    """One point or stretch; a week is written from Monday to Sunday."""
    if moment.week == 0:
        day = _as_date(resolved(replace(moment, week=None), reference))
        if day is None:
            return ""
        monday = day - timedelta(day.isoweekday() - 1)
        return f"{monday}/{monday + timedelta(6)}"
    return edtf_of(resolved(_untold(moment), None if moment.told else reference))


def _untold(moment: Moment) -> Moment:
    """Without what is counted from a time of the story: `2:30 the next day` is 2:30."""
    if not moment.told or moment.shift is None:
        return moment
    return replace(moment, shift=None, daypart=None)


def ago(parts: tuple[tuple[Number, str], ...], reference: date | None) -> str:
    """The day, month or year that lies so long before the reference."""
    if reference is None or not parts or len(parts) > 1:
        return ""
    number, unit = parts[0]
    if number != int(number):
        return ""
    shifted = _shift(reference, -int(number), unit)
    return edtf_of(shifted) if shifted else ""


def _anchored(expression: TimeExpression, reference: date | None) -> str:
    """`2 weeks before May 13 1999` as a date; else the length itself."""
    anchor = resolved(expression.anchor, reference) if expression.anchor else None
    day = (
        day_of(anchor.year, anchor.month, anchor.day)
        if anchor and anchor.year and anchor.month and anchor.day
        else None
    )
    if day is None or len(expression.duration) != 1:
        return iso_duration(expression.duration)
    number, unit = expression.duration[0]
    if number != int(number) or unit in ("hour", "minute", "second"):
        return iso_duration(expression.duration)
    sign = -1 if expression.relation == "before" else 1
    shifted = _shift(day, sign * int(number), unit, is_exact=True)
    return edtf_of(shifted) if shifted else ""


def resolved(moment: Moment, reference: date | None) -> Moment:
    """The moment with the year, month and day that the reference gives it."""
    if moment.holiday is not None and moment.year is not None:
        return _feast(moment, moment.year) or moment
    if (moment.nth is not None and moment.shift is not None and reference is not None) and (
        not moment.told
    ):
        moment = (
            _shifted(replace(moment, weekday=None), reference).merged(
                Moment(weekday=moment.weekday)
            )
            or moment
        )
    if moment.nth is not None and moment.weekday and moment.month and moment.year:
        day = nth_weekday(moment.year, moment.month, moment.weekday, moment.nth)
        return _on(day, replace(moment, nth=None)) if day else moment
    if (
        reference is None
        or moment.year is not None
        or moment.century is not None
        or moment.decade is not None
    ):
        return moment
    if moment.shift is not None:
        return _shifted(moment, reference)
    if moment.direction is not None:
        return _directed(moment, reference)
    if moment.month is not None:
        return replace(moment, year=nearest_year(moment.month, moment.day or 15, reference))
    if moment.holiday is not None:
        return min(
            (feast for year in (-1, 0, 1) if (feast := _feast(moment, reference.year + year))),
            key=lambda feast: abs((_as_date(feast) or reference) - reference),
            default=moment,
        )
    if moment.weekday is not None and moment.nth is None and moment.day is None:
        # news look back: the weekday alone is the last one, the day of the article included
        return _on(reference - timedelta((reference.isoweekday() - moment.weekday) % 7), moment)
    return moment


def _as_date(moment: Moment) -> date | None:
    if moment.year is None or moment.month is None or moment.day is None:
        return None
    return day_of(moment.year, moment.month, moment.day)


def nearest_year(month: int, day: int, reference: date) -> int:
    """The year of a day without one: that of the article, unless the turn of the year is nearer."""
    same = day_of(reference.year, month, day)
    if same is not None and abs((same - reference).days) <= _SAME_YEAR:
        return reference.year
    candidates = [
        (abs((found - reference).days), year)
        for year in (reference.year - 1, reference.year, reference.year + 1)
        if (found := day_of(year, month, day)) is not None
    ]
    return min(candidates)[1] if candidates else reference.year


def _on(day: date, moment: Moment) -> Moment:
    return replace(
        moment,
        year=day.year,
        month=day.month,
        day=day.day,
        shift=None,
        direction=None,
        weekday=None,
    )


def _shift(reference: date, number: int, unit: str, *, is_exact: bool = False) -> Moment | None:
    """The day, week, month or year so many units away."""
    try:
        if unit in ("day", "night", "weekday"):
            return _on(reference + timedelta(number), Moment())
        if unit in ("week", "fortnight"):
            day = reference + timedelta(number * (7 if unit == "week" else 14))
            return (
                _on(day, Moment())
                if is_exact
                else Moment(year=day.isocalendar().year, week=day.isocalendar().week)
            )
        if unit == "month":
            months = reference.year * 12 + reference.month - 1 + number
            year, month = divmod(months, 12)
            if is_exact:
                return Moment(year=year, month=month + 1, day=min(reference.day, 28))
            return Moment(year=year, month=month + 1)
        years = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}.get(unit)
        if years is None:
            return None
        year = reference.year + number * years
        if unit == "decade" and number in (-1, 0, 1):
            return Moment(decade=year // 10 * 10)
        if is_exact and unit == "year":
            return Moment(year=year, month=reference.month, day=min(reference.day, 28))
        return Moment(year=year)
    except OverflowError:
        return None


def _shifted(moment: Moment, reference: date) -> Moment:
    """`yesterday`, `last week`, `March 11 this year`."""
    number, unit = moment.shift or (0, "")
    if unit in ("second", "minute", "hour", "weekend", "season", "semester", "quarter"):
        return replace(moment, shift=None)
    found = _shift(reference, int(number), unit)
    if found is None:
        return replace(moment, shift=None)
    if unit == "week" and moment.weekday is not None:
        monday = reference - timedelta(reference.isoweekday() - 1) + timedelta(7 * int(number))
        return _on(monday + timedelta(moment.weekday - 1), moment)
    kept = replace(moment, shift=None, year=found.year, decade=found.decade)
    if moment.holiday is not None and found.year is not None:
        return _feast(moment, found.year) or kept
    if moment.edge is not None and unit == "week":
        return replace(kept, week=found.week)
    return replace(
        kept,
        month=moment.month or found.month,
        day=moment.day or found.day,
        week=found.week,
        weekday=None,
    )


def _directed(moment: Moment, reference: date) -> Moment:
    """`last May`, `next Tuesday`, `this summer`, `last Christmas`."""
    step = moment.direction or 0
    if moment.weekday is not None and moment.month is None:
        monday = reference - timedelta(reference.isoweekday() - 1)
        day = monday + timedelta(moment.weekday - 1)
        if step < 0:
            day = reference - timedelta((reference.isoweekday() - moment.weekday - 1) % 7 + 1)
        elif step > 0:
            if day > reference:
                # of the two Fridays to come, either may be meant
                return replace(moment, direction=None)
            day += timedelta(7)
        return _on(day, moment)
    if moment.month is not None:
        year = reference.year
        if step < 0 and moment.month >= reference.month:
            year -= 1
        elif step > 0 and moment.month <= reference.month:
            year += 1
        return replace(moment, year=year, direction=None)
    if moment.season is not None:
        first_month = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[moment.season]
        year = reference.year
        if step < 0 and first_month + 2 >= reference.month:
            year -= 1
        elif step > 0 and first_month <= reference.month:
            year += 1
        return replace(moment, year=year, direction=None)
    if moment.holiday is not None:
        return _feast_beside(moment, reference, step) or replace(moment, direction=None)
    if moment.weekend:
        saturday = reference - timedelta(reference.isoweekday() - 6) + timedelta(7 * step)
        return Moment(year=saturday.year, month=saturday.month, day=saturday.day)
    return replace(moment, direction=None)


def _feast_beside(moment: Moment, reference: date, step: int) -> Moment | None:
    """The last, this year's or next feast, seen from the reference."""
    if step == 0:
        return _feast(moment, reference.year)
    years = range(reference.year - 1, reference.year + 2)
    feasts = [feast for year in years[::step] if (feast := _feast(moment, year))]
    return next((feast for feast in feasts if _is_beyond(feast, reference, step)), None)


def _is_beyond(feast: Moment, reference: date, step: int) -> bool:
    day = _as_date(feast)
    return day is not None and (day - reference).days * step > 0


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the anonymous algorithm."""
    golden, century = year % 19, year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    epact -= (epact // 28) * (1 - (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + epact + 2 - century + century // 4) % 7
    offset = epact - weekday
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))


def feast_day(rule: str, year: int) -> date | None:
    """The day of a feast in a year, by its rule in the calendar."""
    if not 1 <= year <= 9998 or rule == "?":
        return None
    if rule.startswith("easter"):
        return easter(year) + timedelta(int(rule.removeprefix("easter")))
    if "#" not in rule:
        month, _, day = rule.partition("-")
        return day_of(year, int(month), int(day))
    month, _, rest = rule.partition(" ")
    weekday, _, nth = rest.partition("#")
    plus = nth.endswith("+")
    place = int(nth.rstrip("+"))
    if plus:
        # the day after the Thursday, Sunday or Monday that the feast hangs on
        before = nth_weekday(year, int(month), {5: 4, 1: 4, 2: 1}[int(weekday)], place)
        steps = {5: 1, 1: 4, 2: 1}[int(weekday)]
        return before + timedelta(steps) if before else None
    return nth_weekday(year, int(month), int(weekday), place)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The nth Monday (or other weekday) of a month; -1 is the last."""
    if nth < 0:
        following = date(year + month // 12, month % 12 + 1, 1)
        last = following - timedelta(1)
        return last - timedelta((last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return day_of(year, month, 1 + (weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def _feast(moment: Moment, year: int) -> Moment | None:
    if moment.weekend:
        return None
    day = feast_day(moment.holiday or "?", year)
    return None if day is None else replace(_on(day, moment), holiday=None)
