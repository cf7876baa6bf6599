from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.splitting.marks import paragraph_spans, quoted_spans


def quoted(text: str) -> list[str]:
    return [quote.span.of(text) for quote in quoted_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said, "We go." Then he left.', ['"We go."']),
        ("She wrote “we stay” and slept.", ["“we stay”"]),
        ("»Wir gehen«, sagte er. „Ja“, sagte sie.", ["»Wir gehen«", "„Ja“"]),
        ("« Oui », dit-il. ”Ja”, sa han.", ["« Oui »", "”Ja”"]),
        ("「はい」と言った。", ["「はい」"]),
        ("He wrote ``so it is'' at last.", ["``so it is''"]),
        ("‘It rained all day,’ she said.", ["‘It rained all day,’"]),
        ("They call it the 'old road' here.", ["'old road'"]),
    ],
)
def test_every_style_of_marks_is_paired(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It's the workers' hall of the '90s, and that's all.",
        "He stands 5'10\" and she 5'4\".",
        "Rock 'n' roll and 'em all.",
        "No marks here at all.",
    ],
)
def test_apostrophes_and_inches_quote_nothing(text: str) -> None:
    assert quoted(text) == []


def test_only_the_outermost_quote_counts() -> None:
    assert quoted("“He told me ‘go now’ and I went.”") == ["“He told me ‘go now’ and I went.”"]
    assert quoted('"She said "no" to it" today') == ['"She said "no" to it"']
    assert quoted("'Is it \"true\"?' he asked.") == ["'Is it \"true\"?'"]


def test_a_quote_runs_on_into_a_paragraph_that_begins_with_a_mark() -> None:
    text = '"The dam held.\n\n"The road did not," she said.'
    assert quoted(text) == ['"The dam held.\n\n"The road did not,"']


def test_a_quote_runs_on_into_a_paragraph_that_only_closes_one() -> None:
    text = 'She said, "The dam held.\n\nThe road did not." Then she left.'
    assert quoted(text) == ['"The dam held.\n\nThe road did not."']


def test_a_quote_left_open_ends_with_its_paragraph() -> None:
    text = 'She said, "The dam held.\n\nIn 2008 it was built.'
    (quote,) = quoted_spans(text)
    assert quote.span.of(text) == '"The dam held'
    assert not quote.is_closed


def test_a_lost_mark_does_not_swallow_the_next_quote() -> None:
    text = '"The dam held. He added "the road did not" too.'
    assert quoted(text) == ['"The dam held', '"the road did not"']


def test_a_mark_on_the_wrong_side_of_the_space_still_opens() -> None:
    assert quoted('She said," We will go". Then she went.') == ['" We will go"']


def test_a_closing_quote_in_the_form_of_an_opening_one_closes() -> None:
    assert quoted("“We are sorry for it.“ However, they left.") == ["“We are sorry for it.“"]


def test_the_plural_possessive_does_not_end_a_quote() -> None:
    assert quoted("It was 'a workers' matter' to him.") == ["'a workers' matter'"]


def test_lines_are_paragraphs_where_nothing_is_blank() -> None:
    text = "one\ntwo"
    assert [span.of(text) for span in paragraph_spans(text)] == ["one", "two"]
    text = "one\ntwo\n\nthree"
    assert [span.of(text) for span in paragraph_spans(text)] == ["one\ntwo", "three"]


@given(st.text(alphabet="ab .,\n\"'“”‘’«»s", max_size=80))
def test_quotes_are_in_order_and_apart(text: str) -> None:
    end = 0
    for quote in quoted_spans(text):
        assert end <= quote.span.start <= quote.inner.start < quote.inner.end <= quote.span.end
        assert quote.inner == quote.inner.trimmed(text)
        end = quote.span.end


@pytest.mark.parametrize("unit", [' "a', "'a ", 'x" ', '"open\n\n', "“‘"])
def test_ten_thousand_open_marks_take_no_time(unit: str) -> None:
    text = unit * 10_000
    began = time.perf_counter()
    quoted_spans(text)
    assert time.perf_counter() - began < 1.0
