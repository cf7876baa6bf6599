"""What time it is, and how a moment is written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TypeAlias

Clock: TypeAlias = Callable[[], datetime]
"""Tells the time, with its zone."""


def utc_now() -> datetime:
    return datetime.now(UTC)


def moment(at: datetime) -> str:
    """ISO 8601 in UTC with milliseconds, so that moments sort as text."""
    written = at.astimezone(UTC).isoformat(timespec="milliseconds")
    return written.replace("+00:00", "Z")


def steady_clock(start: datetime, *, step: timedelta = timedelta(seconds=1)) -> Clock:
    """A clock that moves on by `step` each time it is read: the same times on every run."""
    ticks = iter(range(1 << 62))
    return lambda: start + next(ticks) * step
