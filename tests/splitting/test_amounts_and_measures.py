"""Numbers, amounts of money and measures that stand alone, with what they come to."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.splitting.amounts import amounts
from workbench.splitting.currencies import currencies_of
from workbench.splitting.lexicon import lexicon_of
from workbench.splitting.measures import measure_at
from workbench.splitting.numbers import number_spans
from workbench.splitting.places import Origin, orders
from workbench.splitting.reading import reading_of

CORPUS = Path(__file__).parent.parent / "corpus" / "en"
ENGLISH = lexicon_of("en")


def rows(name: str) -> list[list[str]]:
    lines = (CORPUS / name).read_text(encoding="utf-8").splitlines()
    return [line.split(" | ") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(("text", "value"), rows("numbers.txt"))
def test_a_number_is_read_to_its_end(text: str, value: str) -> None:
    [(span, numeral)] = number_spans(text)
    assert span.of(text) == text
    assert numeral.value == pytest.approx(float(value), rel=1e-10)


@pytest.mark.parametrize(("text", "number", "unit"), rows("units.txt"))
def test_a_measure_has_its_unit(text: str, number: str, unit: str) -> None:
    reading = reading_of(text, ENGLISH)
    numeral = reading.numerals[0]
    measure = measure_at(reading, numeral.last, (numeral.value,), numeral.first)
    assert measure is not None
    assert measure.last == len(reading.tokens)
    assert (measure.numbers, measure.unit) == ((float(number),), unit)


@pytest.mark.parametrize(("text", "number", "code"), rows("amounts.txt"))
def test_an_amount_has_its_currency(text: str, number: str, code: str) -> None:
    [amount] = amounts(text, ENGLISH)
    assert (amount.first, amount.last) == (0, len(reading_of(text, ENGLISH).tokens))
    assert (amount.numbers, amount.code) == ((float(number),), code)


@pytest.mark.parametrize("code", sorted(currencies_of(ENGLISH).codes))
def test_every_currency_is_read_by_its_code_and_by_its_name(code: str) -> None:
    name = currencies_of(ENGLISH).codes[code]
    for text in (f"{code} 4,500", f"4,500 {name}", f"{code}4.5m"):
        [amount] = amounts(text, ENGLISH)
        assert currencies_of(ENGLISH).codes[code] == amount.currency


@pytest.mark.parametrize(
    "text",
    [
        "Try 5 times, mad 4 or top 10.",
        "The pen 7 cup 3.",
        "500 won the race.",
        "He lost ten pounds.",
    ],
)
def test_words_that_are_codes_too_are_no_money(text: str) -> None:
    assert amounts(text, ENGLISH) == ()


@pytest.mark.parametrize(
    ("text", "offset", "origin"),
    [
        ("hundredth", 100, Origin.START),
        ("twenty thousandth", 20_000, Origin.START),
        ("one hundred thousandth", 100_000, Origin.START),
        ("one million two thousand two hundred and third", 1_002_203, Origin.START),
        ("two hundred and twenty-second", 222, Origin.START),
        ("1,000th", 1000, Origin.START),
        ("45TH", 45, Origin.START),
        ("fourth from the end", -3, Origin.END),
        ("the third from last", -2, Origin.END),
        ("second-last", -1, Origin.END),
        ("last but three", -3, Origin.END),
    ],
)
def test_a_place_is_counted_from_its_end_of_the_order(
    text: str, offset: int, origin: Origin
) -> None:
    [order] = orders(text, ENGLISH)
    assert (order.first, order.last) == (0, len(reading_of(text, ENGLISH).tokens))
    assert (order.offset, order.origin) == (offset, origin)
