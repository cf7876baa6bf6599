"""Every version of a source is kept, with how it came, and the newest text is offered."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from tests.store.builders import ARTICLE, AT, SOURCE, SOURCE_TEXT, tamper
from workbench.errors import StoreError, UnknownError
from workbench.model import (
    Archived,
    Document,
    Hop,
    Passage,
    PassageId,
    SourceId,
    SourceKind,
    Span,
)

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.store import Store

LATER = "2026-02-03T04:05:06.000Z"
NEWER = Document("In May the plant took on 180 workers.", "A notice, corrected", "notice.txt")
HOPS = (
    Hop("http://desk.example/a", "192.0.2.7", 301, "Moved", (("Location", "/b"),)),
    Hop("http://desk.example/b", "192.0.2.7", 200, "OK", (("ETag", '"7"'), ("X-Odd", "\xff"))),
)


def add_newer(store: Store, document: Document = NEWER) -> int:
    content = document.text.encode()
    with store.writing() as insert:
        version = store.snapshots.add(
            SOURCE,
            document,
            content,
            at=LATER,
            reader="workbench 9",
            raw=gzip.compress(content),
            hops=HOPS,
        )
        passage = Passage(
            PassageId(f"n{version}"), SOURCE, Span(0, len(document.text)), document.text
        )
        store.sources.add_passages(insert, [passage], version=version)
        store.sources.offer_from(SOURCE, version)
    return version


def test_a_new_version_replaces_nothing(store: Store) -> None:
    [first] = store.snapshots.of(SOURCE)
    assert add_newer(store) == 2
    kept, newer = store.snapshots.of(SOURCE)
    assert kept == first
    assert (newer.version, newer.at, newer.title) == (2, LATER, NEWER.title)
    assert (newer.hops, newer.url, newer.reader) == (HOPS, "http://desk.example/b", "workbench 9")
    assert store.snapshots.newest(SOURCE) == newer
    assert store.snapshots.document(SOURCE, 1).text == SOURCE_TEXT
    assert store.snapshots.document(SOURCE, 2) == store.sources.document(SOURCE) == NEWER
    assert store.snapshots.content(first) == store.snapshots.as_sent(first) == SOURCE_TEXT.encode()
    assert store.snapshots.content(newer) == store.sources.content(SOURCE) == NEWER.text.encode()
    assert gzip.decompress(store.snapshots.as_sent(newer) or b"") == NEWER.text.encode()


def test_passages_are_offered_from_the_newest_text_only(store: Store) -> None:
    add_newer(store)
    assert [passage.id for passage in store.sources.passages(SOURCE)] == ["n2"]
    [found] = store.sources.holding(ARTICLE, ["workers", "nobody"], limit=9)
    assert (found.passage.id, found.source_title) == ("n2", NEWER.title)
    # evidence of before still finds the passage it was accepted from
    assert store.sources.passage(PassageId("p1")).text in SOURCE_TEXT
    with store.writing():
        store.sources.offer_from(SOURCE, 1)
    assert [passage.id for passage in store.sources.passages(SOURCE)] == ["p1", "p2"]


def test_a_source_is_what_its_newest_version_says(store: Store) -> None:
    add_newer(store)
    [source] = store.sources.of(ARTICLE)
    assert (source.version, source.title, source.passage_count) == (2, NEWER.title, 1)
    assert source.text_sha256 == NEWER.sha256
    assert (source.kind, source.kind_label) == (None, "kind not said")
    for version in store.snapshots.of(SOURCE):
        assert store.sources.with_bytes(ARTICLE, version.sha256) == source


def test_a_text_that_came_back_is_the_one_of_before(store: Store) -> None:
    add_newer(store)
    [first, _] = store.snapshots.of(SOURCE)
    assert store.snapshots.first_with_text(SOURCE, first.text_sha256) == 1
    assert store.snapshots.first_with_text(SOURCE, NEWER.sha256) == 2
    assert store.snapshots.first_with_text(SOURCE, "0") is None
    assert store.snapshots.text(first.text_sha256) == SOURCE_TEXT


def test_a_kind_is_kept_and_taken_back(store: Store) -> None:
    for kind in (SourceKind.PRIMARY, SourceKind.AUTHOR, None):
        with store.writing():
            store.sources.set_kind(SOURCE, kind)
        assert store.sources.one(SOURCE).kind is kind


def test_every_archive_of_a_version_is_kept(store: Store) -> None:
    archived = [Archived(SOURCE, 1, f"https://archive.example/{at}", at) for at in (AT, LATER)]
    with store.writing():
        for one in archived:
            store.snapshots.add_archived(one)
    assert store.snapshots.archived(SOURCE) == archived


def test_rebuilding_finds_the_version_to_offer_from(store: Store) -> None:
    add_newer(store)
    with store.writing():
        store.sources.offer_from(SOURCE, 1)
        store.sources.set_kind(SOURCE, SourceKind.PRIMARY)
    store.rebuild()
    assert [passage.id for passage in store.sources.passages(SOURCE)] == ["n2"]
    assert store.sources.one(SOURCE).kind is None
    assert [problem for problem in store.examine() if problem.check == "sources"] == []


def test_what_is_not_there_or_damaged_is_a_sentence(store: Store, path: Path) -> None:
    for ask in (store.snapshots.newest, lambda source: store.snapshots.document(source, 1)):
        with pytest.raises(UnknownError, match="There is no source zz"):
            ask(SourceId("zz"))
    tamper(path, "DROP TRIGGER snapshots_never_change", "UPDATE snapshots SET hops = '[1]'")
    with pytest.raises(StoreError, match="cannot be read back"):
        store.snapshots.newest(SOURCE)
