"""Values, moments and progress in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.reports.samples import SAMPLE
from workbench.model import Approximation, Coverage, Money, Ordinal, Period, Quantity, Value
from workbench.reports.wording import coverage_words, moment_words, progress_words, value_words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        (Quantity((60,), "people", Approximation.ABOUT), "about 60 people"),
        (Quantity((1, 0)), "1–0"),
        (Quantity((12.5,), "%"), "12.5 %"),
        (Money((500_000_000,), "USD"), "500,000,000 USD"),
        (Period("1910/1945"), "1910/1945"),
        (Ordinal(3), "number 3"),
        (Ordinal(-1), "last"),
    ],
)
def test_a_value_is_put_into_words(value: Value | None, words: str) -> None:
    assert value_words(value) == words


def test_a_moment_is_told_to_the_minute() -> None:
    assert moment_words("2026-01-02T03:04:05.000Z") == "2026-01-02 03:04 UTC"
    assert moment_words("") == ""


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ((), "no claim"),
        ((2, 3, 4), "3 of 3 claims have a verdict."),
        ((5,), "0 of 1 claim have a verdict. 1 is open and was never looked at."),
        ((2, 1), "1 of 2 claims has a verdict. 1 is open."),
        ((2, 1, 5), "1 of 3 claims has a verdict. 2 are open, 1 of them never looked at."),
    ],
)
def test_progress_never_hides_what_nobody_looked_at(numbers: tuple[int, ...], words: str) -> None:
    claims = tuple(SAMPLE.claims[number - 1] for number in numbers)
    assert words in progress_words(replace(SAMPLE, claims=claims))


def test_all_is_only_said_when_nothing_is_left() -> None:
    nearly = replace(SAMPLE, coverage=Coverage(1000, 999, 0))
    assert coverage_words(nearly).startswith("99 %")
    assert coverage_words(replace(SAMPLE, coverage=Coverage(0, 0, 0))).startswith("100 %")
