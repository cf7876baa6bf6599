"""How a text is split to look at: read and split as for the desk, explained, and nothing is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.review import intake, parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.model import Claim, Document


def trial_split(
    reference: str,
    *,
    encoding: str | None = None,
    stdin: bytes | None = None,
    model: str | None = None,
) -> tuple[Document, list[Claim]]:
    """The document that a path, a URL or `-` (the bytes in `stdin`) stands for, and its claims."""
    _, document = intake.content_of(reference, encoding=encoding, stdin=stdin)
    return document, parts.split(document, model=model)


def trial_explanation(document: Document, *, model: str | None = None) -> Iterator[str]:
    """Lines that show how `document` was split: each sentence, its parse, its clauses and its claims."""
    return parts.explanation(document, model=model)
