"""What our times of day and parts of the day resolve to in TIMEX."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from benchmarks.timex_days import Days
    from workbench.splitting.moments import Moment

_PART_HOURS = {
    "MO": (8, 12),
    "AF": (12, 16),
    "EV": (16, 20),
    "NI": (20, 24),
    "NT": (0, 8),
    "DT": (8, 18),
    "MEL": (11, 13),
    "MEB": (8, 12),
    "MED": (16, 20),
    "DAWN": (4, 8),
    "DUSK": (18, 20),
}


def stamp(when: datetime) -> str:
    return f"{when:%Y-%m-%d %H:%M:%S}"


def clock(hour: int, moment: Moment) -> str:
    """`T06`, `T06:45`, `T08:00:31`."""
    minute = "" if moment.minute is None else f":{moment.minute:02d}"
    second = "" if moment.second is None else f":{moment.second:02d}"
    return f"T{hour:02d}{minute}{second}"


def hours(moment: Moment) -> list[int]:
    """The hour, and twelve later where neither a.m. nor p.m. is sure."""
    hour = moment.hour or 0
    return [hour] if moment.is_24h else sorted({hour % 12, hour % 12 + 12})


def time_of(hour: int, moment: Moment) -> str:
    return f"{hour:02d}:{moment.minute or 0:02d}:{moment.second or 0:02d}"


def clock_values(moment: Moment) -> tuple[str, ...]:
    return tuple(
        f"timex={clock(hour, moment)} type=time value={time_of(hour, moment)}"
        for hour in hours(moment)
    )


def _part_bounds(moment: Moment) -> tuple[int, int, str]:
    start, end = _PART_HOURS.get(moment.daypart or "MO", (8, 12))
    match moment.edge:
        case "early" | "earlier":
            return start, (start + end) // 2, "start"
        case "late" | "later":
            return (start + end) // 2, end, "end"
        case _:
            return start, end, ""


def part_value(moment: Moment) -> str:
    start, end, mod = _part_bounds(moment)
    name = {"NI": "NI", "DAWN": "DA", "DUSK": "NI"}.get(moment.daypart or "", moment.daypart)
    last = "23:59:59" if end == 24 else f"{end:02d}:00:00"
    suffix = f" Mod={mod}" if mod else ""
    return f"timex=T{name} type=timerange start={start:02d}:00:00 end={last}{suffix}"


def part_of_day(moment: Moment, day: Days) -> str:
    start, end, mod = _part_bounds(moment)
    last = "23:59:59" if end == 24 else f"{end:02d}:00:00"
    suffix = f" Mod={mod}" if mod else ""
    timex = f"{day.timex}T{moment.daypart}"
    return (
        f"timex={timex} type=datetimerange start={day.start} {start:02d}:00:00 "
        f"end={day.start} {last}{suffix}"
    )


def instants(moment: Moment, days: list[Days]) -> tuple[str, ...]:
    return tuple(
        f"timex={day.timex}{clock(hour, moment)} type=datetime "
        f"value={day.start} {time_of(hour, moment)}"
        for hour in hours(moment)
        for day in days
    )
