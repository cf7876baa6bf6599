"""What looking at a source again tells: unchanged, changed, a passage gone, or not there any more."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import FetchError, ReaderError, StoreError, UnknownError
from workbench.model import (
    WHOLE_PAGE,
    Action,
    Anchoring,
    AnchorState,
    CheckOutcome,
    EventId,
    EvidenceId,
    SourceCheck,
    SourceId,
    Span,
    Validators,
    canonical_json,
)
from workbench.review import parts
from workbench.review.intake import Reading, is_address, keep_passages, keep_snapshot, keepable
from workbench.review.standing_evidence import anchored_evidence, prepare

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.model import Document, Evidence, ReviewEvent, Snapshot, Source
    from workbench.review.desk import Desk


@dataclass(frozen=True, slots=True)
class _Look:
    """What is at a source's path or address now."""

    reading: Reading | None = None
    """None where it is the same as before, or could not be read."""

    failure: str = ""
    """Why it could not be read."""


def check_source(desk: Desk, source: SourceId, *, reading: Reading | None = None) -> SourceCheck:
    """Look at `source` again, keep what is new as another version, and tell what became of the evidence.

    Args:
        reading: What is there now, where somebody has looked already.

    Raises:
        UnknownError: it has neither path nor address to look at.
    """
    kept = desk.store.sources.one(source)
    if not kept.origin:
        msg = f"Source {kept.number}, {kept.title}, came without a path or an address."
        raise UnknownError(msg, hint="There is nothing to look at again.")
    look = _Look(reading) if reading else _look(desk, kept, desk.store.snapshots.newest(source))
    stretches: list[tuple[Span, str]] = []
    if look.reading is not None:
        # all that takes its time comes before the lock
        stretches = parts.passages(look.reading.document)
        prepare(_evidence_on(desk, kept), look.reading.document)
    with desk.store.writing() as insert:
        before = desk.store.sources.one(source)
        at = desk.now()
        if look.reading is not None and _digest(look.reading) != before.sha256:
            document = look.reading.document
            known = desk.store.snapshots.first_with_text(source, document.sha256)
            version = keep_snapshot(desk, source, look.reading, at=at)
            if known is None:
                keep_passages(desk, insert, source, document, stretches, version=version)
            desk.store.sources.offer_from(source, known or version)
        check = _told(desk, before, look, at=at)
        desk.store.events.record(
            EventId(desk.ids()),
            kept.article_id,
            Action.CHECK_SOURCE,
            desk.editor(),
            at=at,
            detail=_detail(check),
        )
    return check


def check_of(event: ReviewEvent) -> SourceCheck:
    """The check that an event tells of.

    Raises:
        StoreError: it cannot be read back.
    """
    try:
        told = json.loads(event.detail)
        anchorings = tuple(
            (
                EvidenceId(item["id"]),
                Anchoring(
                    AnchorState(item["state"]),
                    Span(*item["span"]) if item["span"] else None,
                    item["words"],
                    item["score"],
                ),
            )
            for item in told["evidence"]
        )
        return SourceCheck(
            SourceId(told["source"]),
            CheckOutcome(told["outcome"]),
            event.at,
            event.editor,
            told["version"],
            told["reason"],
            anchorings,
        )
    except (ValueError, KeyError, TypeError) as error:
        msg = "What a look at a source told cannot be read back."
        raise StoreError(msg, hint="Run `workbench doctor`, and go back to a backup.") from error


def _look(desk: Desk, source: Source, newest: Snapshot) -> _Look:
    whole_page = newest.media_type == WHOLE_PAGE
    try:
        if is_address(source.origin):
            page = parts.fetch(source.origin, seen=_validators(newest))
            if page.is_unchanged or hashlib.sha256(page.data).hexdigest() == newest.sha256:
                return _Look()

            def read_page(encoding: str | None) -> Document:
                return parts.read_fetched(
                    page, origin=source.origin, encoding=encoding, whole_page=whole_page
                )

            return _Look(Reading(page.data, _read_as_before(read_page, source), page))
        path = _path(desk, source.origin)
        data, document = parts.read_path(path, encoding=None, whole_page=whole_page)
        if hashlib.sha256(data).hexdigest() == newest.sha256:
            return _Look()

        def read_file(encoding: str | None) -> Document:
            if encoding is None:
                return document
            return parts.read(data, name=path.name, encoding=encoding, whole_page=whole_page)

        again = _read_as_before(read_file, source)
        return _Look(Reading(data, replace(again, origin=source.origin)))
    except (FetchError, ReaderError) as error:
        return _Look(failure=error.message)


def _read_as_before(read: Callable[[str | None], Document], source: Source) -> Document:
    """The document as it tells its encoding, else in the one that the version before was read with."""
    document = read(None)
    if document.encoding_guessed and document.encoding != source.encoding:
        with suppress(ReaderError):
            document = read(source.encoding)
    return keepable(document)


def _path(desk: Desk, origin: str) -> Path:
    """Where the file is: the path as it was given, or seen from the database."""
    path = Path(origin)
    beside = desk.store.path.absolute().parent / path
    return beside if not path.exists() and beside.exists() else path


def _validators(newest: Snapshot) -> Validators | None:
    """What lets the server say that the page is still the newest version kept."""
    if not newest.hops:
        return None
    headers = {name.lower(): value for name, value in reversed(newest.hops[-1].headers)}
    return Validators(newest.url, headers.get("etag", ""), headers.get("last-modified", ""))


def _digest(reading: Reading) -> str:
    return hashlib.sha256(reading.data).hexdigest()


def _told(desk: Desk, before: Source, look: _Look, *, at: str) -> SourceCheck:
    now = desk.store.sources.one(before.id)
    where = anchored_evidence(desk.store, _evidence_on(desk, now), {now.id: now})
    if look.failure:
        outcome = CheckOutcome.DEAD
    elif any(anchoring.is_stale for anchoring in where.values()):
        outcome = CheckOutcome.PASSAGE_GONE
    elif now.text_sha256 != before.text_sha256:
        outcome = CheckOutcome.CHANGED
    else:
        outcome = CheckOutcome.UNCHANGED
    return SourceCheck(
        now.id, outcome, at, desk.editor_name, now.version, look.failure, tuple(where.items())
    )


def _evidence_on(desk: Desk, source: Source) -> list[Evidence]:
    """The evidence in force that was taken from `source`."""
    return [
        item
        for standing in desk.store.standings.of(source.article_id).values()
        for item in standing.decision.evidence
        if item.source_id == source.id
    ]


def _detail(check: SourceCheck) -> str:
    return canonical_json(
        {
            "source": check.source_id,
            "outcome": str(check.outcome),
            "version": check.version,
            "reason": check.reason,
            "evidence": [
                {
                    "id": evidence,
                    "state": str(anchoring.state),
                    "span": anchoring.span and [anchoring.span.start, anchoring.span.end],
                    "words": anchoring.words,
                    "score": anchoring.score,
                }
                for evidence, anchoring in check.anchorings
            ],
        }
    )
