"""How decisions are kept: the events, the standings, and what the memory knows, in one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.errors import RuleError
from workbench.model import BatchId, CheckedClaim
from workbench.review import parts
from workbench.store import Change

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workbench.model import ArticleId, ClaimId, Standing
    from workbench.review.desk import Desk
    from workbench.store import SentenceChange, Store


def keep(
    desk: Desk, article: ArticleId, changes: Sequence[Change | SentenceChange]
) -> list[Standing]:
    """Append `changes` as one batch, and remember the verdicts they lead to.

    Raises:
        ConflictError: somebody decided on one of the claims since the version the editor saw.
        RuleError: two claims would say the same.
    """
    store = desk.store
    with store.writing():
        standings = store.events.decide(
            article, changes, desk.editor(), batch=BatchId(desk.ids()), at=desk.now()
        )
        for change in changes:
            if isinstance(change, Change) and change.form and not change.form.is_dropped:
                _refuse_twin(store, article, change.claim_id)
        remember_decided(store, [standing.claim_id for standing in standings])
    return standings


def _refuse_twin(store: Store, article: ArticleId, claim: ClaimId) -> None:
    twin = store.forms.twin(article, claim)
    if twin is not None:
        msg = f"Claim {twin} is of the same kind and has the same words."
        raise RuleError(msg, hint="Decide on that claim, or choose other words or another kind.")


def remember_decided(store: Store, claims: Iterable[ClaimId]) -> None:
    """Make the memory know `claims` as they stand now: what has no verdict any more is forgotten."""
    gone: list[str] = []
    changed: list[CheckedClaim] = []
    for claim in claims:
        due = store.decided.one(claim)
        kept = store.memory.one(claim)
        if due is not None and due != kept:
            changed.append(due)
        elif due is None and kept is not None:
            gone.append(claim)
    with store.writing():
        store.memory.remove(gone)
        if changed:
            parts.remember(store, changed)


def remember_anew(store: Store) -> None:
    """Make the memory of this desk's decisions again, and its index; imported checks stay."""
    with store.writing():
        store.memory.count_anew()
        store.memory.remove([checked.id for checked in store.memory.of_desk()])
        parts.remember(store, store.decided.all())
