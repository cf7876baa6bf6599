"""Spans are half-open ranges that never leave their text."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model import Anchor, Document, Place, Span
from workbench.model.text import ANCHOR_CONTEXT

spans = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda ends: Span(*sorted(ends)))
texts = st.text(max_size=60)


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (4, 3), (-5, -2)])
def test_a_range_that_runs_backwards_is_no_span(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no span"):
        Span(start, end)


@given(spans, spans)
def test_a_span_holds_exactly_the_places_between_its_ends(one: Span, other: Span) -> None:
    places, others = set(range(one.start, one.end)), set(range(other.start, other.end))
    assert len(one) == len(places)
    if one and other:
        assert one.overlaps(other) is bool(places & others)
        assert (other in one) is (others <= places)


@given(spans, spans)
def test_overlapping_goes_both_ways(one: Span, other: Span) -> None:
    assert one.overlaps(other) is other.overlaps(one)


def test_spans_that_touch_do_not_overlap() -> None:
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(3, 3) in Span(0, 3)
    assert Span(2, 4) not in Span(0, 3)


@given(texts, spans)
def test_the_words_of_a_span_are_a_slice(text: str, span: Span) -> None:
    assert span.of(text) == text[span.start : span.end]


@given(spans, st.integers(0, 30))
def test_a_shifted_span_is_as_long(span: Span, by: int) -> None:
    assert span.shifted(by) == Span(span.start + by, span.end + by)
    assert span.shifted(by).shifted(-by) == span


def test_a_span_is_not_shifted_out_of_the_text() -> None:
    with pytest.raises(ValueError, match="no span"):
        Span(1, 4).shifted(-2)


@given(texts, st.data())
def test_trimming_takes_off_white_space_and_nothing_else(text: str, data: st.DataObject) -> None:
    ends = st.integers(0, len(text))
    span = Span(*sorted(data.draw(st.tuples(ends, ends))))
    trimmed = span.trimmed(text)
    assert trimmed in span
    assert trimmed.of(text) == span.of(text).strip()
    assert trimmed.trimmed(text) == trimmed


@given(st.lists(spans))
def test_spans_sort_by_start_then_end(unsorted: list[Span]) -> None:
    assert sorted(unsorted) == sorted(unsorted, key=lambda span: (span.start, span.end))


@given(texts)
def test_any_text_has_a_digest(text: str) -> None:
    """Half characters too: a document may be made of them before anyone refuses it."""
    document = Document(text, "Any")
    assert document.sha256 == hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def test_a_place_holds_until_the_next_one_begins() -> None:
    document = Document(
        "x" * 30,
        "Places",
        places=(Place(Span(5, 10), "page 1"), Place(Span(10, 12), "page 2")),
    )
    labels = {offset: document.place_of(offset) for offset in (0, 4, 5, 9, 10, 29)}
    assert labels == {0: "", 4: "", 5: "page 1", 9: "page 1", 10: "page 2", 29: "page 2"}
    assert Document("x", "None").place_of(0) == ""


@given(texts, st.data())
def test_an_anchor_stands_between_its_prefix_and_suffix(text: str, data: st.DataObject) -> None:
    ends = st.integers(0, len(text))
    span = Span(*sorted(data.draw(st.tuples(ends, ends))))
    anchor = Anchor.at(span, text)
    around = anchor.prefix + anchor.exact + anchor.suffix
    assert text[span.start - len(anchor.prefix) :].startswith(around)
    assert max(len(anchor.prefix), len(anchor.suffix)) <= ANCHOR_CONTEXT
    assert anchor == Anchor(span, anchor.exact)
