"""How documents and claims are written as columns, and read back."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from workbench.errors import StoreError
from workbench.model import (
    Claim,
    ClaimKind,
    Document,
    Place,
    Span,
    canonical_json,
    value_from_json,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.store.connection import Row

DOCUMENT_COLUMNS = (
    "title",
    "origin",
    "media_type",
    "encoding",
    "encoding_guessed",
    "published",
    "language",
    "text",
    "headings",
    "places",
)
CLAIM_COLUMNS = (
    "span_start",
    "span_end",
    "kind",
    "rule",
    "value",
    "speaker",
    "statement",
    "priority",
)
_VALUE = CLAIM_COLUMNS.index("value")
_KINDS = {str(kind): kind for kind in ClaimKind}
_DAMAGED_HINT = "Run `workbench doctor`, and go back to a backup if it cannot mend it."


def document_row(document: Document) -> Row:
    """The values of `DOCUMENT_COLUMNS`."""
    return (
        document.title,
        document.origin,
        document.media_type,
        document.encoding,
        int(document.encoding_guessed),
        document.published and document.published.isoformat(),
        document.language,
        document.text,
        canonical_json([[span.start, span.end] for span in document.headings]),
        canonical_json([[p.span.start, p.span.end, p.label] for p in document.places]),
    )


def document_of(row: Row) -> Document:
    """The document that `document_row` wrote."""
    title, origin, media_type, encoding, guessed, published, language, text, *marks = row
    headings, places = (_read_json(mark, "a document") for mark in marks)
    return Document(
        text=text,
        title=title,
        origin=origin,
        media_type=media_type,
        encoding=encoding,
        encoding_guessed=bool(guessed),
        published=date.fromisoformat(published) if published else None,
        headings=tuple(Span(start, end) for start, end in headings),
        places=tuple(Place(Span(start, end), label) for start, end, label in places),
        language=language,
    )


def claim_row(claim: Claim) -> Row:
    """The values of `CLAIM_COLUMNS`."""
    return (
        claim.span.start,
        claim.span.end,
        str(claim.kind),
        claim.rule,
        None if claim.value is None else canonical_json(claim.value.to_json()),
        claim.speaker,
        claim.statement,
        float(claim.priority),
    )


def claims_of(rows: Sequence[Row]) -> list[Claim]:
    """The claims that `claim_row` wrote; what carries each is a column of its own."""
    # one document read at once takes a third of the time of fifty thousand small ones
    values = _read_json(f"[{','.join(row[_VALUE] or 'null' for row in rows)}]", "a claim")
    try:
        return [
            Claim(
                Span(start, end),
                _KINDS[kind],
                rule,
                value_from_json(kind, value),
                speaker,
                statement,
                priority,
            )
            for (start, end, kind, rule, _, speaker, statement, priority), value in zip(
                rows, values, strict=True
            )
        ]
    except (ValueError, TypeError, KeyError) as error:
        msg = "A claim cannot be read back."
        raise StoreError(msg, hint=_DAMAGED_HINT) from error


# JSON has no narrower type
def _read_json(text: str, owner: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        msg = f"What is kept about {owner} cannot be read back."
        raise StoreError(msg, hint=_DAMAGED_HINT) from error
