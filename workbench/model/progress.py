"""How much of an article is accounted for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.model.ids import ArticleId


@dataclass(frozen=True, slots=True)
class Progress:
    """Counts over the claims of one article."""

    claims: int = 0
    by_rating: dict[str, int] = field(default_factory=dict)
    """Rating name to count, only for ratings that occur."""

    @property
    def assessed(self) -> int:
        return sum(self.by_rating.values())

    @property
    def open(self) -> int:
        return self.claims - self.assessed

    @property
    def share(self) -> float:
        """Of the claims that have a verdict, 0 to 1; 1 for an article without claims."""
        return self.assessed / self.claims if self.claims else 1.0


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """An article as the desk lists it."""

    id: ArticleId
    number: int
    """Its place in the desk's list, from 1; what an editor types."""

    title: str
    origin: str
    sha256: str
    added_at: str
    """ISO 8601, UTC."""

    changed_at: str
    """Of the last event, ISO 8601, UTC."""

    progress: Progress
    source_count: int = 0
    language: str = "en"
    encoding: str = "utf-8"
    encoding_guessed: bool = False


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of the text is accounted for, in characters that are not white space."""

    characters: int
    claimed: int
    """Inside some claim."""

    assessed: int
    """Inside a claim with a verdict."""

    nothing_to_check: int = 0
    """Outside every claim, in a sentence that an editor marked so."""

    @property
    def share(self) -> float:
        """Of the claimed characters that are assessed, 0 to 1."""
        return self.assessed / self.claimed if self.claimed else 1.0
