from __future__ import annotations

import sys

import pytest

from workbench.splitting.lexicon import lexicon_of
from workbench.splitting.numbers import Form, is_in_code, is_pronoun, number_spans, numerals
from workbench.splitting.tokens import tokens_of


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("seventy-one", 71),
        ("two hundred and six", 206),
        ("two hundred and two thousand", 202_000),
        ("4 thousand 3 hundred and 21", 4_321),
        ("1.5 million", 1_500_000),
        ("12,34,567.5", 1_234_567.5),
        ("1\u202f234\u202f567", 1_234_567),
        ("1.234,56", 1_234.56),
        ("2,5", 2.5),
        (".25", 0.25),
        ("-3", -3),
        ("minus 40 degrees", -40),
        ("minus two", -2),
        ("250k", 250_000),
        ("3e4", 30_000),
        ("2^-1", 0.5),
        ("seven point zero five", 7.05),
        ("nine point forty-two", 9.42),
        ("three dozen", 36),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("a hundred and one", 101),
        ("nineteen hundred", 1_900),
        ("322 hundred", 32_200),
        ("6 crore", 60_000_000),
        ("five and a half million", 5_500_000),
        ("two million and a half", 2_500_000),
        ("quarter million", 250_000),
        ("½", 0.5),
        ("1½", 1.5),
        ("10 1/2", 10.5),
        ("3/4", 0.75),
        ("three quarters", 0.75),
        ("two-thirds", 2 / 3),
        ("one twenty-fifth", 0.04),
        ("sixty twenty-fifths", 2.4),
        ("three hundredths", 0.03),
        ("one out of four", 0.25),
        ("two out of every five", 0.4),
        ("a third of", 1 / 3),
        ("one over 20", 0.05),
    ],
)
def test_a_number_is_read_however_it_is_put(written: str, value: float) -> None:
    found = number_spans(f"They said {written}.")
    assert len(found) == 1
    assert found[0][1].value == pytest.approx(value)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("third", 3),
        ("21st", 21),
        ("twenty-first", 21),
        ("one hundred and fifth", 105),
        ("one hundred and twenty-fifth", 125),
        ("two hundredth", 200),
        ("three thousandth", 3_000),
    ],
)
def test_an_ordinal_is_read_however_it_is_put(written: str, value: int) -> None:
    found = number_spans(f"It was the {written} time.")
    assert [(numeral.value, numeral.form) for _, numeral in found] == [(value, Form.ORDINAL)]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("dozens", 24),
        ("hundreds", 200),
        ("tens of thousands", 20_000),
        ("hundreds of thousands", 200_000),
        ("a few hundred", 200),
        ("several thousand", 2_000),
        ("a couple of hundred thousand", 200_000),
        ("scores of", 40),
    ],
)
def test_a_vague_count_is_the_least_it_can_mean(written: str, value: int) -> None:
    found = number_spans(f"There were {written} boats.")
    assert [(numeral.value, numeral.form) for _, numeral in found] == [(value, Form.VAGUE)]


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("between one thousand and two thousand", [1_000, 2_000]),
        ("3 hundred and 2 hundred", [300, 200]),
        ("rooms 22,24,26", [22, 24, 26]),
        ("4 thousand 3 hundred and 0", [4_300, 0]),
        ("wins of 3/2 and 24/7/365", [1.5, 24, 7, 365]),
        ("a third goal", [3]),
        ("the scores were high", []),
        ("12 to 10 out of 10", [12, 10, 10]),
    ],
)
def test_numbers_that_stand_apart_stay_apart(sentence: str, values: list[float]) -> None:
    assert [numeral.value for _, numeral in number_spans(sentence)] == values


def test_one_is_a_pronoun_where_it_counts_nothing() -> None:
    tokens = tokens_of("the one, one another, one vote")
    found = numerals(tokens, lexicon_of("en"))
    assert [is_pronoun(tokens, numeral) for numeral in found] == [True, True, False]


def test_digits_in_names_and_addresses_are_codes() -> None:
    tokens = tokens_of("the F-16, user4 and page_3 but 5 km, x=7")
    found = numerals(tokens, lexicon_of("en"))
    assert [is_in_code(tokens, numeral) for numeral in found] == [True, True, True, False, True]


def test_a_very_long_run_of_digits_is_no_number() -> None:
    assert number_spans("7" * 100_000) == []


@pytest.mark.parametrize(
    "piece",
    ["two hundred and ", "one thousand ", "1,", "1-", "twenty first ", "hundreds of ", "and half "],
)
def test_numbers_without_end_take_steps_in_proportion(piece: str) -> None:
    def steps(times: int) -> int:
        tokens = tokens_of(piece * times)
        calls = 0

        def count(*_: object) -> None:
            nonlocal calls
            calls += 1

        before = sys.getprofile()
        sys.setprofile(count)
        try:
            numerals(tokens, lexicon_of("en"))
        finally:
            sys.setprofile(before)
        return calls

    assert steps(800) < 2.2 * steps(400)


def test_a_language_without_number_words_still_has_digits() -> None:
    found = number_spans("3.500 Menschen und zwei Hunde, ½", language="xx")
    assert [numeral.value for _, numeral in found] == [3.5, 0.5]
