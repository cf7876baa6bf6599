"""A value is written as JSON and comes back as it was."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model import (
    Approximation,
    Money,
    Ordinal,
    Period,
    Quantity,
    Value,
    value_from_json,
)

numbers = st.lists(
    st.integers() | st.floats(allow_nan=False, allow_infinity=False), min_size=1, max_size=3
).map(tuple)
hedges = st.none() | st.sampled_from(Approximation)
words = st.text(max_size=20)
values: st.SearchStrategy[tuple[str, Value]] = st.one_of(
    st.tuples(st.just("quantity"), st.builds(Quantity, numbers, words, hedges)),
    st.tuples(st.just("money"), st.builds(Money, numbers, words, hedges)),
    st.tuples(st.just("time"), st.builds(Period, words)),
    st.tuples(st.just("rank"), st.builds(Ordinal, st.integers())),
)


@given(values)
def test_a_value_comes_back_from_json(kind_and_value: tuple[str, Value]) -> None:
    kind, value = kind_and_value
    assert value_from_json(kind, json.loads(json.dumps(value.to_json()))) == value


def test_no_value_is_no_value() -> None:
    assert value_from_json("name", None) is None


@pytest.mark.parametrize(
    ("kind", "value", "written"),
    [
        ("quantity", Quantity((180,), "workers"), {"number": 180, "unit": "workers"}),
        ("quantity", Quantity((1, 0)), {"number": [1, 0]}),
        (
            "quantity",
            Quantity((60,), "people", Approximation.ABOUT),
            {"number": 60, "unit": "people", "approx": "about"},
        ),
        ("money", Money((500_000_000,), "USD"), {"number": 500_000_000, "currency": "USD"}),
        (
            "money",
            Money((2.5,), "pounds", Approximation.OVER),
            {"number": 2.5, "currency": "pounds", "approx": "over"},
        ),
        ("time", Period("1910/1945"), "1910/1945"),
        ("rank", Ordinal(-1), {"ordinal": -1}),
    ],
)
def test_values_are_written_in_the_form_of_the_guideline(
    kind: str, value: Value, written: object
) -> None:
    assert value.to_json() == written
    assert value_from_json(kind, written) == value


@pytest.mark.parametrize(
    "written",
    [5, [180], {}, {"number": "180"}, {"number": [1, None]}, {"number": 1, "approx": "x"}],
)
def test_what_is_no_value_is_refused(written: object) -> None:
    with pytest.raises(ValueError, match=r"no value|is not a valid"):
        value_from_json("quantity", written)
