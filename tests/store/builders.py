"""Articles, sources and marks as the tests of the store need them, with ids that can be read."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from workbench.model import (
    Action,
    Anchor,
    ArticleId,
    BatchId,
    Claim,
    ClaimId,
    ClaimKind,
    Decision,
    Document,
    EditorId,
    EventId,
    Evidence,
    EvidenceId,
    Passage,
    PassageId,
    Quantity,
    SourceId,
    Span,
    Stance,
    Standing,
    Verdict,
    canonical_json,
)
from workbench.store import Change, Store
from workbench.store.driver import sqlite3

if TYPE_CHECKING:
    from pathlib import Path

AT = "2026-01-02T03:04:05.000Z"
ARTICLE = ArticleId("a1")
SOURCE = SourceId("s1")
TEXT = "The plant hired 180 workers in May. It paid them well."
CLAIMS = [
    Claim(Span(0, 35), ClaimKind.EVENT, "event.plain", statement="The plant hired workers."),
    Claim(
        Span(16, 27), ClaimKind.QUANTITY, "quantity.count", Quantity((180,), "workers"), parent=0
    ),
    Claim(Span(31, 34), ClaimKind.TIME, "time.month", priority=0.5, parent=0),
    Claim(Span(36, 54), ClaimKind.EVENT, "event.plain", speaker="It"),
]
SOURCE_TEXT = "In May the plant took on 108 workers.\nNobody was dismissed."
PASSAGES = [Span(0, 37), Span(38, 59)]


def claim(number: int) -> ClaimId:
    return ClaimId(f"c{number}")


def add_article(store: Store, text: str = TEXT, claims: list[Claim] | None = None) -> None:
    kept = CLAIMS if claims is None else claims
    with store.writing() as insert:
        editor = store.editors.ensure("Ann", id_=EditorId("e1"), at=AT)
        store.articles.add(ARTICLE, Document(text, "The plant"), bytes_sha256="00", at=AT)
        store.claims.add(insert, ARTICLE, kept, [claim(place + 1) for place in range(len(kept))])
        detail = canonical_json({"sha256": store.claims.digest(ARTICLE)})
        for id_, action in (("added", Action.ADD_ARTICLE), ("split", Action.SPLIT)):
            store.events.record(EventId(id_), ARTICLE, action, editor, at=AT, detail=detail)


def add_source(store: Store, text: str = SOURCE_TEXT, spans: list[Span] | None = None) -> None:
    passages = [
        Passage(PassageId(f"p{place + 1}"), SOURCE, span, span.of(text), f"line {place + 1}")
        for place, span in enumerate(PASSAGES if spans is None else spans)
    ]
    content = text.encode()
    document = Document(text, "A notice", origin="notice.txt")
    with store.writing() as insert:
        store.sources.add(SOURCE, ARTICLE, document, bytes_sha256=document.sha256, at=AT)
        store.snapshots.add(SOURCE, document, content, at=AT, reader="workbench")
        store.sources.add_passages(insert, passages)


def evidence() -> Evidence:
    """The words `108 workers` of the source, accepted."""
    return Evidence(
        EvidenceId("ev1"),
        SOURCE,
        Stance.REFUTES,
        Anchor.at(Span(25, 36), SOURCE_TEXT),
        Document(SOURCE_TEXT, "").sha256,
        "A notice",
        "line 1",
    )


def mark(
    store: Store,
    number: int,
    rating: str | None,
    *,
    event: str,
    editor: str = "Ann",
    version: int | None = None,
    at: str = AT,
    accepted: tuple[Evidence, ...] = (),
) -> Standing:
    """Append one decision on the claim of that number, and remember it."""
    with store.writing():
        seen = store.standings.one(claim(number)).version if version is None else version
        after = Decision(Verdict(rating) if rating else None, evidence=accepted)
        [standing] = store.events.decide(
            ARTICLE,
            [Change(EventId(event), claim(number), Action.MARK, after, seen)],
            store.editors.ensure(editor, id_=EditorId(f"id of {editor}"), at=at),
            batch=BatchId(f"batch of {event}"),
            at=at,
        )
        store.memory.remove([claim(number)])
        decided = store.decided.one(claim(number))
        if decided is not None:
            store.memory.add([(decided, decided.text.lower().split())])
    return standing


def tamper(path: Path, *statements: str) -> None:
    """Change the file behind the store's back."""
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def flip(path: Path, words: bytes, replacement: bytes) -> None:
    """Change bytes on the disk, as a failing disk does."""
    assert len(words) == len(replacement)
    content = path.read_bytes()
    assert content.count(words) >= 1
    path.write_bytes(content.replace(words, replacement))
