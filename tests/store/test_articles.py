"""Articles come back exactly as they were kept."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.builders import ARTICLE, AT, TEXT, mark
from workbench.errors import UnknownError
from workbench.model import ArticleId, Document, Place, Span

if TYPE_CHECKING:
    from workbench.store import Store

storable = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
spans = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda pair: Span(*sorted(pair)))
documents = st.builds(
    Document,
    text=storable,
    title=storable,
    origin=storable,
    encoding_guessed=st.booleans(),
    published=st.none() | st.dates(date(1, 1, 1)),
    headings=st.lists(spans, max_size=3).map(tuple),
    places=st.lists(st.builds(Place, spans, storable), max_size=3).map(tuple),
)


@given(documents)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_document_comes_back_as_it_was(empty_store: Store, document: Document) -> None:
    """NUL, line separators and quotation marks included."""
    kept: Document | None = None
    with pytest.raises(ZeroDivisionError), empty_store.writing():
        empty_store.articles.add(ArticleId("a"), document, bytes_sha256="", at=AT)
        kept = empty_store.articles.document(ArticleId("a"))
        raise ZeroDivisionError
    assert kept == document


def test_numbers_go_up(empty_store: Store) -> None:
    with empty_store.writing():
        for text in ("one", "two", "three"):
            empty_store.articles.add(ArticleId(text), Document(text, text), bytes_sha256="", at=AT)
    assert empty_store.articles.names() == [
        ("one", 1, "one"),
        ("two", 2, "two"),
        ("three", 3, "three"),
    ]


def test_a_summary_counts_what_was_found(store: Store) -> None:
    mark(store, 1, "confirmed", event="x1")
    mark(store, 2, "wrong", event="x2", at="2026-01-03T00:00:00.000Z")
    mark(store, 3, None, event="x3", at="2026-01-04T00:00:00.000Z")
    [summary] = store.articles.summaries()
    assert summary == store.articles.summary(ARTICLE)
    assert summary.progress.by_rating == {"confirmed": 1, "wrong": 1}
    assert (summary.progress.claims, summary.progress.open) == (4, 2)
    assert (summary.source_count, summary.added_at) == (1, AT)
    assert summary.changed_at == "2026-01-04T00:00:00.000Z"


def test_a_text_is_found_by_its_digest(store: Store) -> None:
    assert store.articles.with_text(Document(TEXT, "").sha256) == ARTICLE
    assert store.articles.with_text("0") is None


def test_an_unknown_article_is_a_sentence(store: Store) -> None:
    for ask in (store.articles.document, store.articles.summary):
        with pytest.raises(UnknownError, match="There is no article zz"):
            ask(ArticleId("zz"))
