"""Claims come back exactly as they were split, however many there are."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.builders import ARTICLE, CLAIMS, TEXT, add_article, claim
from workbench.errors import StoreError, UnknownError
from workbench.model import (
    Approximation,
    ArticleId,
    Claim,
    ClaimId,
    ClaimKind,
    Document,
    Money,
    Ordinal,
    Period,
    Quantity,
    Span,
    Value,
)

if TYPE_CHECKING:
    from workbench.store import Store

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
numbers = st.lists(
    st.integers(-(10**30), 10**30) | st.floats(allow_nan=False, allow_infinity=False),
    min_size=1,
    max_size=2,
).map(tuple)
hedges = st.none() | st.sampled_from(Approximation)
values: dict[ClaimKind, st.SearchStrategy[Value | None]] = {
    ClaimKind.QUANTITY: st.builds(Quantity, numbers, words, hedges),
    ClaimKind.MONEY: st.builds(Money, numbers, words, hedges),
    ClaimKind.TIME: st.builds(Period, words),
    ClaimKind.RANK: st.builds(Ordinal, st.integers(-1, 10**9)),
    ClaimKind.NAME: st.none(),
}
claims = st.sampled_from(sorted(values)).flatmap(
    lambda kind: st.builds(
        Claim,
        span=st.just(Span(4, 9)),
        kind=st.just(kind),
        rule=words,
        value=st.none() | values[kind],
        speaker=st.none() | words,
        statement=words,
        priority=st.floats(0, 1),
        parent=st.just(0),
    )
)


@given(st.lists(claims, max_size=8))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_claims_come_back_as_they_were(empty_store: Store, details: list[Claim]) -> None:
    split = [Claim(Span(0, 30), ClaimKind.EVENT, "event.plain"), *details]
    kept: list[Claim] = []
    ids = [claim(place) for place in range(len(split))]
    with pytest.raises(ZeroDivisionError), empty_store.writing() as insert:
        empty_store.articles.add(ARTICLE, Document(TEXT, ""), bytes_sha256="", at="")
        empty_store.claims.add(insert, ARTICLE, split, ids)
        kept = [one.claim for one in empty_store.claims.of(ARTICLE, TEXT)]
        raise ZeroDivisionError
    assert kept == [replace(one, parent=None) for one in split]


def test_claims_come_in_text_order_with_words_and_parents(store: Store) -> None:
    kept = store.claims.of(ARTICLE, TEXT)
    assert [one.claim for one in kept] == [replace(one, parent=None) for one in CLAIMS]
    assert [(one.id, one.number, one.text, one.parent_id) for one in kept] == [
        ("c1", 1, "The plant hired 180 workers in May.", None),
        ("c2", 2, "180 workers", "c1"),
        ("c3", 3, "May", "c1"),
        ("c4", 4, "It paid them well.", None),
    ]


def test_claims_read_one_by_one_are_the_same(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.store.claims.AT_A_TIME", 1)
    one_by_one = list(store.claims.each(ARTICLE, TEXT))
    at_once = store.claims.of(ARTICLE, TEXT)
    assert len(at_once) > 1
    assert one_by_one == at_once


def test_one_claim_is_the_same_as_among_all(store: Store) -> None:
    for kept in store.claims.of(ARTICLE, TEXT):
        assert store.claims.one(kept.id, TEXT) == kept
        assert store.claims.numbered(ARTICLE, kept.number) == kept.id
        assert store.claims.article_of(kept.id) == ARTICLE
    assert store.claims.details_of(claim(1)) == ["c2", "c3"]
    assert store.claims.last_number(ARTICLE) == 4


def test_a_detail_may_come_before_its_assertion(empty_store: Store) -> None:
    """Both may cover the same words, and then either comes first."""
    split = [
        Claim(Span(0, 9), ClaimKind.NAME, "name.person", parent=1),
        Claim(Span(0, 9), ClaimKind.EVENT, "event.plain"),
    ]
    add_article(empty_store, claims=split)
    kept = empty_store.claims.of(ARTICLE, TEXT)
    assert [(one.kind, one.parent_id) for one in kept] == [("name", "c2"), ("event", None)]


def test_an_unknown_claim_is_a_sentence(store: Store) -> None:
    with pytest.raises(UnknownError, match="There is no claim zz"):
        store.claims.one(ClaimId("zz"), TEXT)
    with pytest.raises(UnknownError, match="There is no claim zz"):
        store.claims.article_of(ClaimId("zz"))
    assert store.claims.numbered(ARTICLE, 99) is None
    assert store.claims.of(ArticleId("zz"), "") == []


def test_a_claim_that_cannot_be_read_back_is_a_sentence(store: Store) -> None:
    for damage in ("value = '{'", "kind = 'rumour'", """value = '{"number": "many"}'"""):
        with pytest.raises(StoreError, match="cannot be read back") as failure, store.writing():
            store.claims._connection.run(f"UPDATE claims SET {damage} WHERE id = 'c2'")
            store.claims.of(ARTICLE, TEXT)
        assert "doctor" in failure.value.hint


def test_fifty_thousand_claims_are_kept_and_loaded_at_once(empty_store: Store) -> None:
    """The checking screen opens articles of 10 MB. Three times the time it takes on two cores."""
    count = 50_000
    split = [
        Claim(Span(place, place + 1), ClaimKind.QUANTITY, "q", Quantity((place,), "workers"))
        for place in range(count)
    ]
    text = "x" * (count + 1)
    started = time.process_time()
    add_article(empty_store, text, split)
    kept_after = time.process_time() - started
    started = time.process_time()
    kept = empty_store.claims.of(ARTICLE, text)
    loaded_after = time.process_time() - started
    assert (len(kept), kept[-1].number) == (count, count)
    assert kept_after < 3
    assert loaded_after < 1.5
