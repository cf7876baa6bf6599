"""The pictures of a check: bars that add up, and a pulse that counts every decision once."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reports.samples import SAMPLE
from workbench.reports.html_page import write
from workbench.reports.pictures import bars_of, pulse
from workbench.reports.totals import totals_by_kind, totals_of

MOMENTS = ("2026-01-02T03:04:00.000Z", "2026-01-02T03:04:01.000Z", "2026-01-02T03:14:00.000Z")


def test_the_stretches_of_a_bar_follow_each_other_and_fill_it() -> None:
    bars = bars_of(totals_of(SAMPLE))
    assert bars[0].start == 0
    for before, after in itertools.pairwise(bars):
        assert after.start == pytest.approx(before.start + before.width, abs=0.01)
    assert sum(bar.width for bar in bars) == pytest.approx(100, abs=0.01)
    assert sum(bar.count for bar in bars) == len(SAMPLE.claims)
    assert bars[-1].rating == "open"


def test_the_pulse_puts_each_moment_into_its_stretch() -> None:
    assert pulse(MOMENTS, 4) == (2, 0, 0, 1)


@pytest.mark.parametrize("moments", [(), MOMENTS[:1], MOMENTS[:1] * 3])
def test_without_a_stretch_of_time_there_is_no_pulse(moments: tuple[str, ...]) -> None:
    assert pulse(moments) == ()


@given(
    st.lists(st.datetimes().map(lambda time: f"{time.isoformat()}+00:00"), min_size=2),
    st.integers(1, 50),
)
def test_every_decision_is_counted_once(moments: list[str], bins: int) -> None:
    beats = pulse(moments, bins)
    assert sum(beats) in {0, len(moments)}
    assert len(beats) in {0, bins}


def test_the_page_shows_a_bar_for_each_kind_and_the_work_over_time() -> None:
    page = write(replace(SAMPLE, moments=MOMENTS))
    kinds = len(totals_by_kind(SAMPLE))
    assert page.count('<svg class="strip"') == kinds + 2
    assert page.count('<svg class="pulse"') == 1
    assert "3 decisions, from 2026-01-02 03:04 UTC to 2026-01-02 03:14 UTC" in page
    assert '<svg class="pulse"' not in write(replace(SAMPLE, moments=MOMENTS[:1]))
