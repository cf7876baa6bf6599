"""What the pictures of a check show: stretches of a bar by rating, and how busy each stretch of time was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from workbench.reports.wording import OPEN_LABEL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.reports.totals import Totals

OPEN_NAME = "open"
"""What stands for the rating's name where there is no verdict."""

PULSE_BINS = 24
"""Stretches of time in the picture of the work."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One stretch of a bar, in hundredths of it."""

    rating: str
    label: str
    count: int
    start: float
    width: float


def bars_of(totals: Totals) -> tuple[Bar, ...]:
    """The ratings that occur, in the order of the scale, then what is open; together the whole bar."""
    counts = [(entry.name, entry.label, count) for entry, count in totals.by_rating]
    bars = []
    reached = 0
    for name, label, count in (*counts, (OPEN_NAME, OPEN_LABEL, totals.open)):
        if count:
            start = round(reached * 100 / totals.claims, 3)
            bars.append(Bar(name, label, count, start, round(count * 100 / totals.claims, 3)))
            reached += count
    return tuple(bars)


def pulse(moments: Sequence[str], bins: int = PULSE_BINS) -> tuple[int, ...]:
    """How many of `moments` (ISO 8601) fall into each of `bins` equal stretches, from the first to the last.

    Empty where there are fewer than two moments, or all are the same.
    """
    times = [datetime.fromisoformat(moment).timestamp() for moment in moments]
    first, last = min(times, default=0.0), max(times, default=0.0)
    if first == last:
        return ()
    counts = [0] * bins
    for time in times:
        counts[min(int((time - first) / (last - first) * bins), bins - 1)] += 1
    return tuple(counts)
