from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.evidence.comparing import agreement, speaks_against, weekday
from workbench.evidence.numbers import stated_in
from workbench.evidence.stated import Sort, Stated
from workbench.model import Agreement, Approximation

EXACT, ROUNDED, CONVERTED = Agreement.EXACT, Agreement.ROUNDED, Agreement.CONVERTED


def only(text: str) -> Stated:
    (one,) = stated_in(text)
    return one


@pytest.mark.parametrize(
    ("text", "sort", "low", "high", "unit"),
    [
        ("$500 million", Sort.MONEY, 5e8, 5e8, "USD"),
        ("US$ 15,000", Sort.MONEY, 15_000, 15_000, "USD"),
        ("3.5m euros", Sort.MONEY, 3.5e6, 3.5e6, "EUR"),
        ("£1.2bn", Sort.MONEY, 1.2e9, 1.2e9, "GBP"),
        ("a million dollars", Sort.MONEY, 1e6, 1e6, "USD"),
        ("$1-2 million", Sort.MONEY, 1e6, 2e6, "USD"),
        ("4 percent", Sort.PERCENT, 4, 4, ""),
        ("4.5%", Sort.PERCENT, 4.5, 4.5, ""),
        ("2 percentage points", Sort.POINTS, 2, 2, ""),
        ("tenfold", Sort.TIMES, 10, 10, ""),
        ("3 times", Sort.TIMES, 3, 3, ""),
        ("10x", Sort.TIMES, 10, 10, ""),
        ("one in five voters", Sort.SHARE, 0.2, 0.2, ""),
        ("half the seats", Sort.SHARE, 0.5, 0.5, ""),
        ("180 workers", Sort.COUNT, 180, 180, ""),
        ("twenty-six episodes", Sort.COUNT, 26, 26, ""),
        ("two hundred and fifty thousand people", Sort.COUNT, 250_000, 250_000, ""),
        ("50K views", Sort.COUNT, 50_000, 50_000, ""),
        ("60-70 people", Sort.COUNT, 60, 70, ""),
        ("between 60 and 70 people", Sort.COUNT, 60, 70, ""),
        ("won 1-0", Sort.COUNT, 1, 0, ""),
        ("third meeting", Sort.ORDINAL, 3, 3, ""),
        ("41st president", Sort.ORDINAL, 41, 41, ""),
        ("twenty-first of them", Sort.ORDINAL, 21, 21, ""),
        ("#2 on the list", Sort.ORDINAL, 2, 2, ""),
        ("the final album", Sort.ORDINAL, -1, -1, ""),
        ("in 1942", Sort.YEAR, 1942, 1942, ""),
        ("1910–1945", Sort.YEAR, 1910, 1945, ""),
        ("the 1930s", Sort.YEAR, 1930, 1939, "decade"),
        ("the 17th and 18th centuries", Sort.YEAR, 1600, 1800, "century"),
        ("late 7th or early 8th century", Sort.YEAR, 600, 800, "century"),
        ("Thursday", Sort.WEEKDAY, 3, 3, ""),
        ("7 pm", Sort.CLOCK, 1140, 1140, ""),
        ("19:00", Sort.CLOCK, 1140, 1140, ""),
        ("noon", Sort.CLOCK, 720, 720, ""),
        ("two weeks", Sort.DURATION, 14, 14, "week"),
        ("5 km", Sort.LENGTH, 5000, 5000, "km"),
        ("12kg", Sort.MASS, 12, 12, "kg"),
        ("300 square feet", Sort.AREA, 27.8709, 27.8709, "sqft"),
        ("25°C", Sort.TEMPERATURE, 25, 25, "C"),
        ("77 degrees Fahrenheit", Sort.TEMPERATURE, 25, 25, "F"),
    ],
)
def test_a_number_is_read_with_its_sort_and_unit(
    text: str, sort: Sort, low: float, high: float, unit: str
) -> None:
    one = only(text)
    assert (one.sort, one.unit) == (sort, unit)
    assert [one.low, one.high] == pytest.approx([low, high])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("January 13, 2026", (2026, 1, 13, None)),
        ("Tuesday, January 13, 2026", (2026, 1, 13, 1)),
        ("13 January 2026", (2026, 1, 13, None)),
        ("Jan. 13", (0, 1, 13, None)),
        ("26th of June", (0, 6, 26, None)),
        ("2026-01-13", (2026, 1, 13, None)),
        ("May 2024", (2024, 5, 0, None)),
        ("in November", (0, 11, 0, None)),
    ],
)
def test_a_date_is_read_in_its_parts(text: str, day: tuple[int, int, int, int | None]) -> None:
    one = only(text)
    assert one.sort is Sort.DAY
    assert (one.year, one.month, one.day, one.weekday) == day


@pytest.mark.parametrize(
    "text",
    [
        "5G networks",
        "one of them",
        "in his 30's",
        "1) The first",
        "Chapter 7",
        "A4",
        "last year",
        "81.2.3.4",
    ],
)
def test_what_looks_like_a_number_and_counts_nothing_is_left_out(text: str) -> None:
    assert [one for one in stated_in(text) if one.sort is not Sort.ORDINAL] == []


@pytest.mark.parametrize(
    ("wanted", "seen", "found"),
    [
        ("180 workers", "180 men", EXACT),
        ("180 workers", "one hundred and eighty men", EXACT),
        ("180 workers", "108 workers", None),
        ("50 ships", "1500 ships", None),
        ("4,523,000 people", "4523000 people", EXACT),
        ("$4 million", "$4.4 million", ROUNDED),
        ("$4 million", "$4.6 million", None),
        ("$4.40 million", "$4.4 million", EXACT),
        ("4%", "4.3 percent", ROUNDED),
        ("4%", "4 percentage points", None),
        ("4%", "4 times", None),
        ("$5", "€5", None),
        ("30,000 words", "29,551 words", ROUNDED),
        ("30,000 words", "26,000 words", None),
        ("29,551 words", "about 30,000 words", ROUNDED),
        ("about 60 people", "63 people", ROUNDED),
        ("about 60 people", "70 people", None),
        ("more than 60 people", "63 people", ROUNDED),
        ("more than 60 people", "57 people", None),
        ("nearly 60 people", "57 people", ROUNDED),
        ("nearly 60 people", "63 people", None),
        ("60 to 70 people", "65 people", ROUNDED),
        ("5 miles", "8 km", CONVERTED),
        ("5 miles", "5 km", None),
        ("two weeks", "14 days", CONVERTED),
        ("six months", "one year", None),
        ("sixty euros", "more than fifty euros", None),
        ("half the voters", "50 percent of the voters", CONVERTED),
        ("half the voters", "15 percent of the voters", None),
        ("third meeting", "3rd meeting", EXACT),
        ("debut novel", "second novel", None),
        ("seven siblings", "one of eight children", CONVERTED),
        ("7 pm", "19:00", EXACT),
        ("7 pm", "7:00", EXACT),
        ("7 pm", "8 pm", None),
        ("1942", "January 3, 1942", EXACT),
        ("the 1930s", "1934", ROUNDED),
        ("January 13", "January 13, 2026", EXACT),
        ("January 13, 2026", "in January 2026", ROUNDED),
        ("January 13, 2026", "January 14, 2026", None),
        ("Tuesday", "January 13, 2026", CONVERTED),
        ("Thursday, January 14", "Wednesday, January 14", None),
        ("Thursday, January 14", "January 14, 2026", None),
        ("Wednesday, January 14", "January 14, 2026", EXACT),
    ],
)
def test_two_numbers_agree_as_parsed_values(
    wanted: str, seen: str, found: Agreement | None
) -> None:
    assert agreement(stated_in(wanted)[0], stated_in(seen)[-1]) is found


@pytest.mark.parametrize(
    ("wanted", "seen", "against"),
    [
        ("1942", "1924", True),
        ("1930", "the 20th century", False),
        ("before 1531", "1500", False),
        ("before 1531", "1600", True),
        ("after 1921", "1922", False),
        ("after 1921", "1920", True),
        ("January 13, 2026", "2026", False),
        ("January 13, 2026", "2025", True),
        ("January 13", "2025", False),
        ("180 workers", "$180", False),
        ("Thursday", "1967", False),
    ],
)
def test_only_another_value_of_the_same_sort_speaks_against(
    wanted: str, seen: str, against: bool
) -> None:
    assert speaks_against(only(wanted), only(seen)) is against


def test_hedges_are_read_before_a_number() -> None:
    assert only("at least 60 people").hedge is Approximation.AT_LEAST
    assert only("up to 60 people").hedge is Approximation.UNDER
    assert only("roughly 60 people").hedge is Approximation.ABOUT
    assert only("over 60 people").hedge is Approximation.OVER
    assert only("60 people").hedge is None


def test_a_full_date_knows_its_weekday() -> None:
    assert weekday(only("January 13, 2026")) == 1
    assert weekday(only("January 13")) is None
    assert weekday(only("February 30, 2026")) is None


@given(st.text(alphabet="0123456789,.-–$% amillionthrdofJ€:", max_size=40))
def test_any_text_is_read_and_no_two_numbers_overlap(text: str) -> None:
    found = stated_in(text)
    assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(found))
    for one in found:
        for other in found:
            agreement(one, other)
            speaks_against(one, other)
