"""Moments are written in UTC, so that they sort as text."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from workbench.review import moment, steady_clock, utc_now


def test_a_moment_is_written_in_utc_with_milliseconds() -> None:
    seoul = timezone(timedelta(hours=9))
    assert moment(datetime(2026, 1, 2, 3, 4, 5, 678_901, seoul)) == "2026-01-01T18:04:05.678Z"


def test_now_knows_its_zone() -> None:
    assert utc_now().tzinfo is UTC


def test_a_steady_clock_ticks_when_it_is_read() -> None:
    start = datetime(2026, 1, 2, tzinfo=UTC)
    clock = steady_clock(start, step=timedelta(minutes=1))
    assert [clock(), clock()] == [start, start + timedelta(minutes=1)]
