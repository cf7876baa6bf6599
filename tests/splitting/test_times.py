from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from tests.splitting.views import plain_context
from workbench.model import Document
from workbench.splitting.almanac import day_of, easter, feast_day, nth_weekday
from workbench.splitting.context import Context
from workbench.splitting.lexicon import lexicon_of
from workbench.splitting.times import detect, time_expressions

THURSDAY = date(2021, 9, 16)


def values(sentence: str, published: date | None = THURSDAY) -> list[tuple[str, object]]:
    """Words and value of each time, in an article of a day."""
    document = Document(sentence, "A test", published=published)
    context = Context(document, [], [], lexicon_of("en"))
    return [
        (claim.span.of(sentence), claim.value.to_json() if claim.value else None)
        for claim in detect(context)
    ]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("on Tuesday", "2021-09-14"),
        ("yesterday", "2021-09-15"),
        ("tomorrow at 10am", "2021-09-17T10:00"),
        ("last week", "2021-W36"),
        ("next month", "2021-10"),
        ("this year", "2021"),
        ("last May", "2021-05"),
        ("next May", "2022-05"),
        ("last Tuesday", "2021-09-14"),
        ("next Monday", "2021-09-20"),
        ("last summer", "2021-22"),
        ("last Christmas", "2020-12-25"),
        ("next Easter", "2022-04-17"),
        ("last weekend", "2021-09-11"),
        ("two years ago", "2019"),
        ("three weeks ago", "2021-W34"),
        ("a month ago", "2021-08"),
        ("on June 28", "2021-06-28"),
        ("on December 30", "2021-12-30"),
        ("late last year", "2020"),
        ("March 11 this year", "2021-03-11"),
        ("two days after May 30, 1999", "1999-06-01"),
        ("the first Monday of May 2019", "2019-05-06"),
        ("the week of April 10, 2019", "2019-04-08/2019-04-14"),
        ("on Thanksgiving 2019", "2019-11-28"),
        ("on Black Friday 2019", "2019-11-29"),
        ("Labor Day 2020", "2020-09-07"),
        ("Memorial Day 2020", "2020-05-25"),
        ("last decade", "201X"),
    ],
)
def test_a_time_is_seen_from_the_day_of_the_article(words: str, value: str) -> None:
    assert [found for _, found in values(f"It was {words}.")] == [value]


@pytest.mark.parametrize(
    "words", ["Tuesday", "last week", "two years ago", "on June 28", "next month", "last May"]
)
def test_without_a_day_a_relative_time_stays_open(words: str) -> None:
    assert [found for _, found in values(f"It was {words}.", None)] == [None]


def test_a_line_that_is_only_a_date_is_the_day_of_the_article() -> None:
    text = "Fire at mill\n\nFriday, July 21, 2017\n\nThe mill burned yesterday.\n"
    assert values(text, None)[-1] == ("yesterday", "2017-07-20")


def test_a_time_of_the_story_is_not_seen_from_the_article() -> None:
    assert values("It shut at 2:30 the next day.") == [("2:30 the next day", "T02:30")]
    assert values("He left the year before.") == [("the year before", None)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("We met 23.04.2022 at 14:55.", [("23.04.2022 at 14:55", "2022-04-23T14:55")]),
        (
            "Dated 2020/23/Sep or 21-Jul-2017.",
            [("2020/23/Sep", "2020-09-23"), ("21-Jul-2017", "2017-07-21")],
        ),
        ("It was Jan/31/2018.", [("Jan/31/2018", "2018-01-31")]),
        ("Logged 2016-09-28T13:30.", [("2016-09-28T13:30", "2016-09-28T13:30")]),
        ("Code 133-03-03-2020 and 192.168.1.2.", []),
        (
            "At half past eight in the evening he ate.",
            [("half past eight in the evening", "T20:30")],
        ),
        (
            "From 5 to 6pm on 9/11/2001.",
            [("5 to 6pm on 9/11/2001", "2001-09-11T17:00/2001-09-11T18:00")],
        ),
        (
            "It opens at 12 noon, 3 p . m . and 0730 hours.",
            [("12 noon", "T12:00"), ("3 p . m .", "T15:00"), ("0730 hours", "T07:30")],
        ),
        ("It ran from 18 to 19 June 2020.", [("18 to 19 June 2020", "2020-06-18/2020-06-19")]),
        ("He served 1939-45.", [("1939-45", "1939/1945")]),
        ("In Q3 2019 and 2020-Q1.", [("Q3 2019", "2019-35"), ("2020-Q1", "2020-33")]),
        ("In '05 and the year 71.", [("'05", "2005"), ("the year 71", "0071")]),
        (
            "In week 31 2019, AD 79 or 1200 BCE.",
            [("week 31 2019", "2019-W31"), ("AD 79", "0079"), ("1200 BCE", "-1199")],
        ),
        ("Between the 17th and 18th centuries.", [("the 17th and 18th centuries", "16XX/17XX")]),
        (
            "A late 7th- or early 8th-century hall.",
            [("late 7th- or early 8th-century", "06XX/07XX")],
        ),
        ("Over 10-15 minutes or 2h it fell.", [("10-15 minutes", "PT10M/PT15M"), ("2h", "PT2H")]),
        ("Born in nineteen eighty six.", [("nineteen eighty six", "1986")]),
        ("He is never late now, daily or before lunch.", []),
        ("The next minute, one day, at that time.", [("The next minute", None)]),
    ],
)
def test_times_are_read_however_they_are_put(
    sentence: str, expected: list[tuple[str, object]]
) -> None:
    assert values(sentence, None) == expected


def test_feasts_fall_on_their_days() -> None:
    assert [easter(year) for year in (1961, 2000, 2024)] == [
        date(1961, 4, 2),
        date(2000, 4, 23),
        date(2024, 3, 31),
    ]
    assert feast_day("?", 2020) is None
    assert feast_day("12-25", 10_000) is None
    assert nth_weekday(2021, 2, 1, 5) is None
    assert day_of(2019, 2, 29) is None


def test_times_do_not_overlap() -> None:
    text = "From May to June 2019, on Friday at 5pm, ten days before Easter, in the 1960s." * 20
    found = time_expressions(text, lexicon_of("en"))
    assert all(one.last <= other.first for one, other in pairwise(found))


def test_a_text_in_another_language_has_dates_in_digits() -> None:
    context = plain_context("Am 21.07.2017 kamen 300 Menschen.", language="xx")
    assert [claim.span.of(context.text) for claim in detect(context)] == ["21.07.2017"]
