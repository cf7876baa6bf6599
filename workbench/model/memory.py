"""A claim that was checked before, here or elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.model.ids import ClaimId


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """An earlier decision, as the memory keeps it."""

    id: str
    """Stable: a claim's id, or one made from where an imported check came from."""

    text: str
    """The claim as a sentence that stands alone."""

    rating: str
    """The verdict's words: of our scale, or the publisher's own."""

    headline: str = ""
    """Of the article or the check."""

    speaker: str = ""
    checked_at: str = ""
    """ISO 8601 date or time; empty where unknown."""

    best_before: str = ""
    """ISO 8601 date after which the check wants looking at again; empty for never."""

    publisher: str = ""
    url: str = ""
    note: str = ""
    editor: str = ""
    """Who decided last, for a claim of this desk."""

    claim_id: ClaimId | None = None
    """Of the claim on this desk; None for an imported check."""

    def is_expired(self, today: str) -> bool:
        """Whether it is past the day it was good until."""
        return bool(self.best_before) and self.best_before < today
