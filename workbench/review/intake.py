"""How articles and sources come to the desk: read, split or cut, and kept in one transaction."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from workbench import __version__
from workbench.errors import ReaderError, RuleError
from workbench.model import (
    WHOLE_PAGE,
    Action,
    ArticleId,
    ArticleSummary,
    ClaimId,
    Document,
    EventId,
    Passage,
    PassageId,
    Source,
    SourceId,
    canonical_json,
)
from workbench.review import parts
from workbench.review.clock import moment
from workbench.review.copies import refuse_copy
from workbench.review.desk import Desk, storable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from workbench.model import Fetched, Span
    from workbench.store import Store
    from workbench.store.connection import Insert

STANDARD_INPUT = "-"
_URL = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AddedArticle:
    """An article after it was added."""

    article: ArticleSummary
    is_new: bool
    """False where the same text was on the desk already: then nothing changed."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Bytes, the document read from them, and how they came."""

    data: bytes
    document: Document
    page: Fetched | None = None
    """What its server sent; None for a file."""

    def asked_at(self, now: str) -> str:
        """When it was asked for: `now` for a file."""
        return moment(self.page.at) if self.page else now


def content_of(
    reference: str,
    *,
    encoding: str | None = None,
    whole_page: bool = False,
    stdin: bytes | None = None,
) -> tuple[bytes, Document]:
    """The bytes and the document that a path, a URL or `-` stands for."""
    if reference == STANDARD_INPUT:
        content = stdin or b""
        return content, parts.read(
            content, name="standard input", encoding=encoding, whole_page=whole_page
        )
    reading = reading_of(reference, encoding=encoding, whole_page=whole_page)
    return reading.data, reading.document


def pasted(words: str, title: str) -> tuple[bytes, Document]:
    """Words that come from nowhere but an editor, as a plain text of that title."""
    content = words.encode("utf-8", "replace")
    document = parts.read(content, name="pasted.txt", encoding="utf-8", whole_page=False)
    return content, replace(document, title=title, origin="")


def reading_of(reference: str, *, encoding: str | None = None, whole_page: bool = False) -> Reading:
    """What is at a path or a URL now."""
    if is_address(reference):
        page, document = parts.read_url(reference, encoding=encoding, whole_page=whole_page)
        return Reading(page.data, document, page)
    return Reading(*parts.read_path(Path(reference), encoding=encoding, whole_page=whole_page))


def is_address(reference: str) -> bool:
    """Whether it means a page and not a file."""
    return _URL.match(reference) is not None


def add_article(
    desk: Desk,
    data: bytes,
    document: Document,
    *,
    model: str | None,
    told: Callable[[float], object] | None = None,
) -> AddedArticle:
    """Keep `document` and its claims; a text that is on the desk already stays as it is."""
    kept = keepable(document)
    store = desk.store
    known = store.articles.with_text(kept.sha256)
    if known is not None:
        return AddedArticle(store.articles.summary(known), is_new=False)
    # splitting takes its time, so it comes before the lock
    claims = parts.split(kept, model=model, told=told)
    with store.writing() as insert:
        known = store.articles.with_text(kept.sha256)
        if known is not None:
            return AddedArticle(store.articles.summary(known), is_new=False)
        article = ArticleId(desk.ids())
        at = desk.now()
        editor = desk.editor()
        bytes_sha256 = hashlib.sha256(data).hexdigest()
        store.articles.add(article, kept, bytes_sha256=bytes_sha256, at=at)
        store.claims.add(insert, article, claims, [ClaimId(desk.ids()) for _ in claims])
        for action, detail in (
            (
                Action.ADD_ARTICLE,
                {
                    "title": kept.title,
                    "origin": kept.origin,
                    "sha256": kept.sha256,
                    "bytes_sha256": bytes_sha256,
                },
            ),
            (
                Action.SPLIT,
                {"claims": len(claims), "model": model, "sha256": store.claims.digest(article)},
            ),
        ):
            store.events.record(
                EventId(desk.ids()), article, action, editor, at=at, detail=canonical_json(detail)
            )
    return AddedArticle(store.articles.summary(article), is_new=True)


def link_source(desk: Desk, article: ArticleId, article_text: str, reading: Reading) -> Source:
    """Keep what was read as a source of `article`, with its passages; the same bytes are one source.

    Raises:
        RuleError: it is the article itself, a copy of it, or a linked page of which more or less is
            to be read now.
    """
    kept = keepable(reading.document)
    store = desk.store
    bytes_sha256 = hashlib.sha256(reading.data).hexdigest()
    known = store.sources.with_bytes(article, bytes_sha256)
    if known is not None:
        _refuse_other_extent(known, kept)
        return known
    refuse_copy(store, article, article_text, kept)
    stretches = parts.passages(kept)
    with store.writing() as insert:
        known = store.sources.with_bytes(article, bytes_sha256)
        if known is not None:
            _refuse_other_extent(known, kept)
            return known
        source = SourceId(desk.ids())
        at = desk.now()
        store.sources.add(source, article, kept, bytes_sha256=bytes_sha256, at=at)
        keep_snapshot(desk, source, replace(reading, document=kept), at=at)
        keep_passages(desk, insert, source, kept, stretches, version=1)
        detail = {
            "source": source,
            "title": kept.title,
            "origin": kept.origin,
            "sha256": kept.sha256,
            "bytes_sha256": bytes_sha256,
        }
        store.events.record(
            EventId(desk.ids()),
            article,
            Action.LINK_SOURCE,
            desk.editor(),
            at=at,
            detail=canonical_json(detail),
        )
    return store.sources.one(source)


def linked_page(store: Store, article: ArticleId, reading: Reading) -> Source | None:
    """The source of `article` with the address, and the extent, of what was read, but other bytes."""
    if reading.page is None:
        return None
    if store.sources.with_bytes(article, hashlib.sha256(reading.data).hexdigest()):
        return None
    document = reading.document
    for source in store.sources.of(article):
        is_whole = source.media_type == WHOLE_PAGE
        if source.origin == document.origin and is_whole == (document.media_type == WHOLE_PAGE):
            return source
    return None


def keep_snapshot(desk: Desk, source: SourceId, reading: Reading, *, at: str) -> int:
    """Keep what was read as a new version of `source`; its number."""
    page = reading.page
    return desk.store.snapshots.add(
        source,
        reading.document,
        reading.data,
        at=reading.asked_at(at),
        reader=f"workbench {__version__}",
        raw=page.raw if page else None,
        hops=page.hops if page else (),
    )


def keep_passages(
    desk: Desk,
    insert: Insert,
    source: SourceId,
    document: Document,
    stretches: Sequence[tuple[Span, str]],
    *,
    version: int,
) -> None:
    """Offer `stretches` of `document`, the text of that version of `source`."""
    passages = [
        Passage(PassageId(desk.ids()), source, span, span.of(document.text), place)
        for span, place in stretches
    ]
    desk.store.sources.add_passages(insert, passages, version=version)


def _refuse_other_extent(known: Source, kept: Document) -> None:
    if (known.media_type == WHOLE_PAGE) != (kept.media_type == WHOLE_PAGE):
        extent = "the whole page" if known.media_type == WHOLE_PAGE else "its main text"
        msg = f"That page is source {known.number} already, of which {extent} was read."
        raise RuleError(msg, hint="Save the words you miss to a file and link that.")


def keepable(document: Document) -> Document:
    """`document` as it may be kept.

    Raises:
        ReaderError: it holds half a character.
    """
    try:
        document.text.encode()
    except UnicodeEncodeError as error:
        msg = f"{storable(document.title)} holds half a character, a lone surrogate."
        raise ReaderError(msg, hint="Save it as UTF-8 and try again.") from error
    return replace(document, title=storable(document.title), origin=storable(document.origin))
