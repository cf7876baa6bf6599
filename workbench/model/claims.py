"""What a claim is: its kinds, and the claim itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.model.ids import ArticleId, ClaimId
    from workbench.model.text import Span
    from workbench.model.values import Value


class Level(StrEnum):
    """Assertions are whole clauses; details are the words in them that can be wrong alone."""

    ASSERTION = "assertion"
    DETAIL = "detail"


class ClaimKind(StrEnum):
    """The kinds of claims. Names are stored and never change; labels may."""

    QUANTITY = "quantity"
    MONEY = "money"
    TIME = "time"
    RANK = "rank"
    NAME = "name"
    QUOTE = "quote"
    ATTRIBUTION = "attribution"
    EVENT = "event"

    @property
    def level(self) -> Level:
        return KINDS[self].level


@dataclass(frozen=True, slots=True)
class Kind:
    """How a kind is shown and explained."""

    label: str
    level: Level
    description: str
    examples: tuple[str, ...]


KINDS: dict[ClaimKind, Kind] = {
    ClaimKind.QUANTITY: Kind(
        "Quantity",
        Level.DETAIL,
        "A count, measure, share, ratio, score or age, with what it counts.",
        ("180 workers", "about 60 people", "one in five voters"),
    ),
    ClaimKind.MONEY: Kind(
        "Money", Level.DETAIL, "An amount of money.", ("$500 million", "US$ 15,000")
    ),
    ClaimKind.TIME: Kind(
        "Time",
        Level.DETAIL,
        "A date, clock time, period or duration.",
        ("Tuesday", "a week ago", "1910–1945"),
    ),
    ClaimKind.RANK: Kind(
        "Rank",
        Level.DETAIL,
        "An ordinal, a superlative, an only, first, last or latest.",
        ("first full summit", "third meeting in less than three months"),
    ),
    ClaimKind.NAME: Kind(
        "Name",
        Level.DETAIL,
        "The first mention of a person, organisation, place, work, law or event, "
        "with the title, office or relation given with it.",
        ("Prime Minister Sanae Takaichi", "Horyu Temple"),
    ),
    ClaimKind.QUOTE: Kind(
        "Quote",
        Level.ASSERTION,
        "Words in quotation marks presented as somebody's words.",
        ("“We will not sign it today,”",),
    ),
    ClaimKind.ATTRIBUTION: Kind(
        "Attribution",
        Level.ASSERTION,
        "A clause that says who said, reported, believes, announced or denied something.",
        ("the ministry said exports had fallen",),
    ),
    ClaimKind.EVENT: Kind(
        "Event",
        Level.ASSERTION,
        "Any other clause that asserts that something happened, is, was or is planned.",
        ("Lee traveled to China a week ago",),
    ),
}


@dataclass(frozen=True, slots=True)
class Claim:
    """The smallest part of an article that a checker would tick off on its own."""

    span: Span
    kind: ClaimKind
    rule: str
    """The name of the rule that found it, such as `money.symbol-amount`; `by hand` for an editor's."""

    value: Value | None = None
    speaker: str | None = None
    """The words that name who speaks, for quotes and attributions."""

    statement: str = ""
    """One sentence that stands alone, for reports and search; empty means the claim's own words."""

    priority: float = 0.0
    """Check-worthiness, 0 to 1. Orders the queue; never drops a claim."""

    parent: int | None = None
    """The place of the assertion that carries this detail, in the list `split` returned; None in a
    kept claim, which names it by its id."""

    @property
    def level(self) -> Level:
        return self.kind.level

    def moved(self, characters: int, places: int) -> Claim:
        """The same claim in a text and a list that have more before it."""
        parent = None if self.parent is None else self.parent + places
        return replace(self, span=self.span.shifted(characters), parent=parent)


@dataclass(frozen=True, slots=True)
class KeptClaim:
    """A claim of an article on the desk."""

    id: ClaimId
    article_id: ArticleId
    number: int
    """Its own for good; what an editor types. The splitter's claims are numbered from 1 in text
    order, and one that an editor adds takes the next number."""

    claim: Claim
    text: str
    """Its exact words."""

    parent_id: ClaimId | None = None
    is_dropped: bool = False
    """Whether an editor took it for no claim."""

    drop_reason: str = ""

    @property
    def span(self) -> Span:
        return self.claim.span

    @property
    def kind(self) -> ClaimKind:
        return self.claim.kind
