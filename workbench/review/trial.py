"""How a text is split to look at: read and split as for the desk, and nothing is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.review import intake, parts

if TYPE_CHECKING:
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
