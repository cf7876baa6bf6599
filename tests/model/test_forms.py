"""What editors made of a claim is the last form; details are carried by the smallest assertion around them."""

from __future__ import annotations

import pytest

from workbench.model import (
    Action,
    ArticleId,
    Claim,
    ClaimId,
    ClaimKind,
    EventId,
    Extent,
    Form,
    Level,
    Money,
    Ordinal,
    Period,
    Quantity,
    ReviewEvent,
    Span,
    Value,
    carriers,
    folded_form,
    form_from_json,
    form_json,
)


def event(form: Form | None) -> ReviewEvent:
    return ReviewEvent(EventId("x"), ArticleId("a"), 1, Action.NARROW, "Ann", "", form_after=form)


def assertion(number: int, start: int, end: int, *, by_hand: bool = False) -> Extent:
    return Extent(
        ClaimId(f"a{number}"), number, Span(start, end), Level.ASSERTION, is_by_hand=by_hand
    )


def detail(parent: str | None = None, *, by_hand: bool = False) -> Extent:
    carrier = ClaimId(parent) if parent else None
    return Extent(ClaimId("d"), 9, Span(10, 20), Level.DETAIL, carrier, is_by_hand=by_hand)


def carrier(*extents: Extent) -> ClaimId | None:
    [(id_, found)] = carriers(extents)
    assert id_ == "d"
    return found


@pytest.mark.parametrize(
    "value",
    [None, Quantity((1, 2.5), "goals"), Money((5,), "EUR"), Period("1910/1945"), Ordinal(-1)],
)
def test_a_form_comes_back_as_it_was_written(value: Value | None) -> None:
    kind = ClaimKind.MONEY if isinstance(value, Money) else ClaimKind.QUANTITY
    form = Form(
        Claim(Span(3, 9), kind, "by hand", value, "Ida", "It cost much.", 0.25),
        is_dropped=True,
        reason="said “twice”",
    )
    assert form_from_json(form_json(form)) == form


@pytest.mark.parametrize("text", ["", "[]", "null", "{}", '{"span":[9,3]}', '{"span":[0]}'])
def test_what_is_no_form_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"no form|Expecting|no span|unpack"):
        form_from_json(text)


def test_the_last_form_is_what_a_claim_is() -> None:
    first, last = (Form(Claim(Span(0, end), ClaimKind.EVENT, "by hand")) for end in (5, 9))
    assert folded_form([event(first), event(last), event(None)]) == last
    assert folded_form([event(None)]) is None


def test_the_splitters_word_stands_where_nobody_changed_anything() -> None:
    assert carrier(assertion(1, 0, 30), assertion(2, 5, 25), detail("a1")) == "a1"
    assert carrier(assertion(1, 0, 30), detail()) is None


def test_an_assertion_by_hand_takes_what_it_lies_closer_around() -> None:
    by_hand = assertion(2, 5, 25, by_hand=True)
    assert carrier(assertion(1, 0, 30), by_hand, detail("a1")) == "a2"
    assert carrier(assertion(1, 8, 22), by_hand, detail("a1")) == "a1"
    assert carrier(by_hand, detail()) == "a2"


def test_a_detail_looks_for_another_when_its_assertion_leaves_it() -> None:
    left = assertion(1, 0, 15, by_hand=True)
    assert carrier(left, assertion(2, 0, 40), assertion(3, 9, 30), detail("a1")) == "a3"
    assert carrier(left, detail("a1")) is None
    assert carrier(assertion(2, 0, 40), detail("gone")) == "a2"


def test_a_detail_by_hand_is_carried_by_the_smallest_assertion() -> None:
    around = (assertion(1, 0, 40), assertion(2, 10, 20), assertion(3, 20, 40))
    assert carrier(*around, detail("a1", by_hand=True)) == "a2"
