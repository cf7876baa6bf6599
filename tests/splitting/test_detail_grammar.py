"""Claims about details that need a parse, or that one sentence of the corpus cannot show."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import pytest

from tests.splitting.views import plain_context
from workbench.model import Document
from workbench.splitting import money, quantities, ranks, times
from workbench.splitting.lexicon import lexicon_of
from workbench.splitting.measures import lone_units, plural
from workbench.splitting.money import lone_currencies
from workbench.splitting.places import Origin, orders
from workbench.splitting.reading import reading_of
from workbench.splitting.splitter import context_of

if TYPE_CHECKING:
    from workbench.splitting.context import Context

ENGLISH = lexicon_of("en")


@lru_cache(maxsize=64)
def parsed(sentence: str) -> Context:
    return context_of(Document(sentence, "A test"))


def words(sentence: str, kind: str) -> list[str]:
    """The words of the details of a kind, with the parse."""
    detect = {"quantity": quantities, "money": money, "rank": ranks, "time": times}[kind].detect
    return [claim.span.of(sentence) for claim in detect(parsed(sentence))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They saved 900 asylum seekers off the coast.", ["900 asylum seekers"]),
        (
            "The show has 28 old maps and other prints from the town.",
            ["28 old maps and other prints"],
        ),
        ("About half of those surveyed had skipped a meal.", ["About half of those surveyed"]),
        (
            "Two-thirds of the city's 900 residents moved.",
            ["Two-thirds of the city's 900 residents"],
        ),
        ("The storm killed 107 and wounded 238 on Friday.", ["107", "238"]),
        ("The mayor, 52, was re-elected twice.", ["52", "twice"]),
        ("Volunteers aged 18 to 55 may join.", ["18 to 55"]),
        ("Pages range from ten to 32 sheets.", ["ten to 32 sheets"]),
        ("Output rose from 9 to 12 boats.", ["9", "12 boats"]),
        ("He lives at 12 Mill Lane and saw the 2012 Olympics.", []),
        ("Only 4 out of 10 patients answered.", ["4 out of 10 patients"]),
        ("The dam holds 35 billion cubic metres of water.", ["35 billion cubic metres of water"]),
        ("Prices rose from 5 km to 7 km a day.", ["5 km", "7 km"]),
        ("A ratio of 3:1 is needed, or two to one.", ["3:1", "two to one"]),
        ("The board backed a 5,000-strong crowd.", ["5,000-strong"]),
        ("Double the number came; the price tripled.", ["Double", "tripled"]),
        ("The plan falls under two headings.", ["two headings"]),
        ("Some 200 more left; others stayed.", ["Some 200 more"]),
    ],
)
def test_a_quantity_takes_what_it_counts(sentence: str, expected: list[str]) -> None:
    assert words(sentence, "quantity") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("She was the first woman to lead the bank.", ["first woman to lead the bank"]),
        ("It is the only thing that gave her rest.", ["only thing that gave her rest"]),
        (
            "It was the lowest turnout in any election since 1918.",
            ["lowest turnout in any election since 1918"],
        ),
        ("He scored his 100th goal in the 87th minute.", ["100th goal"]),
        (
            "It is among the world's oldest surviving wooden buildings.",
            ["among the world's oldest surviving wooden buildings"],
        ),
        ("It is one of the most important festivals.", ["one of the most important festivals"]),
        ("He was first sent home, and then did his best.", []),
        ("The First World War ended; first aid came.", []),
        ("She came third, and ranked 12th.", ["third", "12th"]),
        (
            "A record-breaking crowd saw a record 45,756 boats.",
            ["record-breaking crowd", "record 45,756 boats"],
        ),
        ("She lost the second-to-last race.", ["second-to-last race"]),
        ("The band signed a record deal and a final agreement.", []),
    ],
)
def test_a_rank_runs_to_the_end_of_what_is_ranked(sentence: str, expected: list[str]) -> None:
    assert words(sentence, "rank") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "It rained ten days before the start of the market.",
            ["ten days before the start of the market"],
        ),
        ("Four hours after the last man was let in, it shut.", ["Four hours"]),
        ("It fell in the 28th minute of the game.", ["the 28th minute of the game"]),
        ("The 2018 Harvest Cup began in 2018.", ["2018"]),
        ("Emissions must fall below 2010 levels.", ["2010"]),
        (
            "She worked throughout her life, and early in her career.",
            ["her life", "early in her career"],
        ),
    ],
)
def test_a_time_takes_what_it_hangs_on(sentence: str, expected: list[str]) -> None:
    assert words(sentence, "time") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It cost NZ $ 26 million, A$5 and C$ 3.", ["NZ $ 26 million", "A$5", "C$ 3"]),
        ("They lost 75 USD million, 30 MUSD or MAUD 60.", ["75 USD million", "30 MUSD", "MAUD 60"]),
        (
            "It costs 3 dollars 50 cents or 15 dollars and 50.",
            ["3 dollars 50 cents", "15 dollars and 50"],
        ),
        ("Pay $50 CAD, Rs. 500 or 100元.", ["$50 CAD", "Rs. 500", "100元"]),
        (
            "Between $5 and $7 million went; from $5 to $7 is two.",
            ["Between $5 and $7 million", "$5", "$7"],
        ),
        ("ALL 5 plans of 2018 won 20 marks.", []),
        (
            "Hundreds of dollars and millions of euros went.",
            ["Hundreds of dollars", "millions of euros"],
        ),
    ],
)
def test_money_is_known_by_sign_code_or_name(sentence: str, expected: list[str]) -> None:
    found = words(sentence, "money")
    assert [one.removeprefix("Between ") for one in found] == [
        one.removeprefix("Between ") for one in expected
    ]


def test_places_are_counted_from_the_start_the_end_and_here() -> None:
    found = orders("The third, the last but one, and the next.", ENGLISH)
    assert [(order.offset, order.origin) for order in found] == [
        (3, Origin.START),
        (-1, Origin.END),
        (1, Origin.HERE),
    ]


def test_units_and_currencies_are_known_without_a_number() -> None:
    reading = reading_of("square metres, degrees celsius and miles per hour", ENGLISH)
    assert [unit for _, _, unit, _ in lone_units(reading)] == [
        "square meter",
        "C",
        "mile per hour",
    ]
    found = lone_currencies("The dollar fell against the Swiss franc, by 5 yen.", ENGLISH)
    assert [name for _, name in found] == ["dollar", "Swiss franc"]


@pytest.mark.parametrize(
    ("unit", "many"),
    [
        ("square foot", "square feet"),
        ("inch", "inches"),
        ("mile per hour", "miles per hour"),
        ("percent", "percent"),
        ("hertz", "hertz"),
        ("meter", "meters"),
    ],
)
def test_a_unit_has_a_plural(unit: str, many: str) -> None:
    assert plural(unit) == many


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It is 5 ft 2 in tall.", ["5 ft 2 in tall"]),
        ("Turn left 45 degrees.", ["45 degrees"]),
        ("It holds 20 [kg] or 24703m2.", ["20 [kg]", "24703m2"]),
        ("The oven was at 90F, beside the Boeing 777F.", ["90F"]),
        ("It ran 188 miles an hour, then 50 km/h.", ["188 miles an hour", "50 km/h"]),
    ],
)
def test_measures_are_read_without_a_parse(sentence: str, expected: list[str]) -> None:
    context = plain_context(sentence)
    assert [claim.span.of(sentence) for claim in quantities.detect(context)] == expected


def test_a_language_without_words_has_money_and_digits() -> None:
    context = plain_context("Es kostet 350 € und 12 km.", language="xx")
    assert [claim.span.of(context.text) for claim in money.detect(context)] == ["350 €"]
    assert [claim.span.of(context.text) for claim in quantities.detect(context)] == ["12 km"]
    assert ranks.detect(context) == []
