"""How a wish about a claim becomes a decision that is kept, and when it does not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from workbench.errors import RuleError, StoreError, UnknownError
from workbench.model import (
    Action,
    ClaimId,
    Decision,
    EventId,
    Evidence,
    EvidenceId,
    Rating,
    Standing,
    Verdict,
    visible_line,
)
from workbench.review.desk import storable
from workbench.review.keeping import keep
from workbench.review.rules import check_decision, rating_named
from workbench.store import Change, conflict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model import ArticleId, VerdictScale
    from workbench.review.desk import Desk
    from workbench.store import Store

Becoming: TypeAlias = Callable[[Decision], Decision]
"""What the decision about a claim becomes."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What an editor wants to happen to one claim."""

    claim_id: ClaimId
    action: Action
    becoming: Becoming
    seen_version: int | None = None
    """The version the editor looked at; None for whatever it is now."""

    event_id: EventId | None = None
    """Given by whoever may try again: the second time changes nothing."""


def decide(desk: Desk, article: ArticleId, wishes: Sequence[Wish]) -> list[Standing]:
    """Keep all of `wishes` as one batch, or none; the standings that follow, one a wish.

    A wish that changes nothing leaves no event, unless it bears an id of its own.

    Raises:
        ConflictError: somebody decided on a claim since the editor looked.
        RuleError: a verdict lacks what its rating asks for, or the claim was dropped.
    """
    with desk.store.writing():
        standings: dict[ClaimId, Standing] = {}
        changes: list[Change] = []
        for wish in wishes:
            kept = _kept_before(desk, wish)
            before = desk.store.standings.one(wish.claim_id)
            if kept is not None:
                standings[wish.claim_id] = kept
                continue
            if wish.seen_version is not None and wish.seen_version != before.version:
                raise conflict(before)
            refuse_dropped(desk.store, wish.claim_id)
            after = wish.becoming(before.decision)
            check_decision(after, desk.scale)
            standings[wish.claim_id] = before
            if after == before.decision and wish.event_id is None and _is_mine(desk, before):
                continue
            event_id = wish.event_id or EventId(desk.ids())
            changes.append(Change(event_id, wish.claim_id, wish.action, after, before.version))
        if changes:
            for standing in keep(desk, article, changes):
                standings[standing.claim_id] = standing
    return [standings[wish.claim_id] for wish in wishes]


def refuse_dropped(store: Store, claim: ClaimId) -> None:
    """A claim that was dropped is not decided on until it is brought back."""
    if store.forms.is_dropped(claim):
        reason = store.forms.one(claim).reason
        msg = "That claim was dropped" + (f": {reason}." if reason else ".")
        raise RuleError(msg, hint="Bring it back with `workbench claim restore` first.")


def marking(
    scale: VerdictScale,
    rating: str,
    *,
    note: str | None,
    correction: str | None,
    reason: str | None,
    best_before: str | None = None,
) -> Becoming:
    """Give a verdict; what is None stays as it is."""
    entry = rating_named(rating, scale)

    def marked(before: Decision) -> Decision:
        given = before.verdict
        kept = given if given and given.rating == entry.name else Verdict(entry.name)
        return replace(
            before,
            verdict=Verdict(
                entry.name,
                kept.reason if reason is None else storable(reason),
                kept.best_before if best_before is None else checked_day(best_before),
            ),
            note=before.note if note is None else storable(note),
            correction=before.correction if correction is None else storable(correction),
        )

    return marked


def holding_until(day: str) -> Becoming:
    """Say until when the verdict holds; empty for ever."""

    def held(before: Decision) -> Decision:
        return replace(before, verdict=before.verdict and replace(before.verdict, best_before=day))

    return held


def checked_day(day: str) -> str:
    """`day` as an ISO date; empty stays empty.

    Raises:
        RuleError: it is no date.
    """
    if not day:
        return ""
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError as error:
        msg = f"{visible_line(day)} is no date."
        raise RuleError(msg, hint="Write it like 2027-01-31.") from error


def confirming(scale: VerdictScale, reason: str | None = None) -> Becoming:
    return marking(scale, Rating.CONFIRMED, note=None, correction=None, reason=reason)


def clearing(before: Decision) -> Decision:
    """Take the verdict back; the note, the correction and the evidence stay."""
    return replace(before, verdict=None)


def noting(text: str) -> Becoming:
    return lambda before: replace(before, note=storable(text))


def correcting(text: str) -> Becoming:
    return lambda before: replace(before, correction=storable(text))


def accepting(evidence: Evidence) -> Becoming:
    """Rest on `evidence`; words accepted before under another stance change their stance."""

    def accepted(before: Decision) -> Decision:
        kept = list(before.evidence)
        for place, earlier in enumerate(kept):
            if (earlier.source_id, earlier.anchor) == (evidence.source_id, evidence.anchor):
                kept[place] = replace(earlier, stance=evidence.stance)
                return replace(before, evidence=tuple(kept))
        return replace(before, evidence=(*kept, evidence))

    return accepted


def withdrawing(evidence: EvidenceId) -> Becoming:
    def withdrawn(before: Decision) -> Decision:
        left = tuple(item for item in before.evidence if item.id != evidence)
        if len(left) == len(before.evidence):
            msg = "The claim does not rest on that evidence."
            raise UnknownError(msg, hint="Look at the claim again: it may be withdrawn already.")
        return replace(before, evidence=left)

    return withdrawn


def resting_on(
    evidence: Sequence[Evidence], verdict: Verdict | None, new_id: Callable[[], str]
) -> Becoming:
    """Take over the verdict of another claim and the words it rests on, each under an id of its own."""

    def rested(before: Decision) -> Decision:
        after = replace(before, verdict=verdict)
        for item in evidence:
            after = accepting(replace(item, id=EvidenceId(new_id())))(after)
        return after

    return rested


def _is_mine(desk: Desk, standing: Standing) -> bool:
    return standing.editor in ("", desk.editor_name)


def _kept_before(desk: Desk, wish: Wish) -> Standing | None:
    """The standing this very wish led to, where it was kept the first time."""
    if wish.event_id is None:
        return None
    event = desk.store.events.one(wish.event_id)
    if event is None:
        return None
    if event.claim_id != wish.claim_id or event.after is None:
        msg = "That event id belongs to another decision."
        raise StoreError(msg, hint="Give each decision an id of its own.")
    return Standing(wish.claim_id, event.version, event.after, event.editor, event.at)
