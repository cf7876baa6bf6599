"""Sources are kept with their bytes, and their passages are found by their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.store.builders import ARTICLE, PASSAGES, SOURCE, SOURCE_TEXT, add_article, add_source
from workbench.errors import UnknownError
from workbench.model import ArticleId, Document, Passage, PassageId, SourceId, Span
from workbench.store.driver import sqlite3

if TYPE_CHECKING:
    from workbench.store import Store


def found(store: Store, *words: str, limit: int = 9) -> list[str]:
    return [one.passage.id for one in store.sources.holding(ARTICLE, words, limit=limit)]


def test_a_source_comes_back_with_its_bytes(store: Store) -> None:
    [source] = store.sources.of(ARTICLE)
    assert source == store.sources.one(SOURCE)
    assert (source.number, source.title, source.passage_count) == (1, "A notice", 2)
    assert store.sources.with_bytes(ARTICLE, source.sha256) == source
    assert store.sources.with_bytes(ARTICLE, "0") is None
    assert store.sources.content(SOURCE) == SOURCE_TEXT.encode()
    assert store.sources.document(SOURCE) == Document(SOURCE_TEXT, "A notice", "notice.txt")


def test_passages_come_in_text_order(store: Store) -> None:
    passages = store.sources.passages(SOURCE)
    assert [passage.span for passage in passages] == PASSAGES
    assert [passage.text for passage in passages] == SOURCE_TEXT.split("\n")
    assert store.sources.passage(passages[1].id) == passages[1]


@pytest.mark.parametrize(
    ("words", "passages"),
    [
        (["plant"], ["p1"]),
        (["PLANTS"], ["p1"]),
        (["dismissing"], ["p2"]),
        (["workers", "nobody"], ["p2", "p1"]),
        (["gardens"], []),
        (["10"], []),
        ([], []),
    ],
)
def test_passages_are_found_by_the_stem_of_a_word(
    store: Store, words: list[str], passages: list[str]
) -> None:
    assert sorted(found(store, *words)) == sorted(passages)


def test_the_likeliest_passage_comes_first(empty_store: Store) -> None:
    add_article(empty_store)
    text = "a plant\na plant with workers\nworkers\nnothing"
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    add_source(empty_store, text, spans)
    assert found(empty_store, "plant", "workers")[0] == "p2"
    assert len(found(empty_store, "plant", "workers", limit=1)) == 1


def test_accents_do_not_hide_a_word(empty_store: Store) -> None:
    add_article(empty_store)
    add_source(empty_store, "Le père de Zoë", [Span(0, 14)])
    assert found(empty_store, "pere") == found(empty_store, "Zoe\u0308") == ["p1"]


def test_a_number_in_parts_is_found_in_one_piece(empty_store: Store) -> None:
    add_article(empty_store)
    text = "It cost 4,523,000 won. In 523 of 4 cases."
    add_source(empty_store, text, [Span(0, 22), Span(23, 41)])
    assert found(empty_store, "4,523,000") == ["p1"]


def test_only_the_sources_of_the_article_are_searched(store: Store) -> None:
    assert store.sources.holding(ArticleId("zz"), ["plant"], limit=9) == []


def test_a_passage_with_a_nul_is_kept_and_found(empty_store: Store) -> None:
    add_article(empty_store)
    text = "plant\x00 workers\x1b[2J"
    add_source(empty_store, text, [Span(0, len(text))])
    assert empty_store.sources.passages(SOURCE)[0].text == text
    assert found(empty_store, "plant") == ["p1"]


def test_the_index_holds_exactly_the_passages(store: Store) -> None:
    second = Document("The garden.", "Another")
    passage = Passage(PassageId("q1"), SourceId("s2"), Span(0, 11), "The garden.")
    with store.writing() as insert:
        store.sources.add(SourceId("s2"), ARTICLE, second, bytes_sha256="2", at="")
        store.snapshots.add(SourceId("s2"), second, b"x", at="", reader="")
        store.sources.add_passages(insert, [passage])
        store.sources._connection.run(
            "INSERT INTO passages_search (passages_search, rank) VALUES ('integrity-check', 1)"
        )
    assert found(store, "garden") == ["q1"]
    assert found(store, "the") == ["q1", "p1"]


def test_a_source_without_passages_is_kept(empty_store: Store) -> None:
    add_article(empty_store)
    add_source(empty_store, "", [])
    assert empty_store.sources.one(SOURCE).passage_count == 0


def test_a_source_without_its_article_is_refused(store: Store) -> None:
    document = Document("x", "x")
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"), store.writing():
        store.sources.add(SourceId("s9"), ArticleId("zz"), document, bytes_sha256="9", at="")


def test_unknown_sources_and_passages_are_sentences(store: Store) -> None:
    for ask in (store.sources.one, store.sources.document, store.sources.content):
        with pytest.raises(UnknownError, match="There is no source zz"):
            ask(SourceId("zz"))
    with pytest.raises(UnknownError, match="There is no passage zz"):
        store.sources.passage(PassageId("zz"))
