"""What editors made of the claims that the splitter found, and which assertion carries each detail then."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.model.claims import Claim, Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from workbench.model.events import ReviewEvent
    from workbench.model.ids import ClaimId
    from workbench.model.text import Span

BY_HAND = "by hand"
"""The rule of a claim whose words or kind an editor chose."""


@dataclass(frozen=True, slots=True)
class Form:
    """What a claim is taken for at one moment: its words and kind, or that it is none."""

    claim: Claim
    """Without a parent: which assertion carries it follows from the spans."""

    is_dropped: bool = False
    reason: str = ""
    """Why it was dropped; empty for one that was never there, such as an addition taken back."""


@dataclass(frozen=True, slots=True)
class NothingToCheck:
    """A sentence that an editor looked at and found to claim nothing."""

    span: Span
    editor: str
    at: str
    """ISO 8601, UTC."""


@dataclass(frozen=True, slots=True)
class Extent:
    """As much of a claim as tells which assertion carries which detail."""

    id: ClaimId
    number: int
    span: Span
    level: Level
    split_parent: ClaimId | None = None
    """The assertion that carried it when it was split."""

    is_by_hand: bool = False
    """Whether an editor added it or changed it since."""


def folded_form(events: Iterable[ReviewEvent]) -> Form | None:
    """The form that `events` of one claim, in order, lead to; None where no editor changed it."""
    form: Form | None = None
    for event in events:
        form = event.form_after or form
    return form


def carriers(extents: Iterable[Extent]) -> Iterator[tuple[ClaimId, ClaimId | None]]:
    """Each detail among `extents`, all of them claims in force, with the assertion that carries it.

    Where no editor changed anything, the splitter's word stands; else it is the smallest assertion
    around the detail.
    """
    ordered = sorted(extents, key=_text_order)
    known = {extent.id: extent for extent in ordered}
    open_assertions: list[Extent] = []
    for extent in ordered:
        open_assertions = [other for other in open_assertions if other.span.end > extent.span.start]
        if extent.level is Level.ASSERTION:
            open_assertions.append(extent)
            continue
        around = [other for other in open_assertions if extent.span in other.span]
        split_parent = known.get(extent.split_parent) if extent.split_parent else None
        yield extent.id, _carrier(extent, around, split_parent)


def _carrier(
    detail: Extent, around: Sequence[Extent], split_parent: Extent | None
) -> ClaimId | None:
    if not detail.is_by_hand:
        if detail.split_parent is None:
            around = [other for other in around if other.is_by_hand]
        elif split_parent is not None and not split_parent.is_by_hand:
            around = [split_parent, *(other for other in around if other.is_by_hand)]
    best = min(around, key=lambda other: (len(other.span), _text_order(other)), default=None)
    return None if best is None else best.id


def _text_order(extent: Extent) -> tuple[int, int, bool, int]:
    return extent.span.start, -extent.span.end, extent.level is Level.DETAIL, extent.number
