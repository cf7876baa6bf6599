"""What the desk remembers: earlier checked claims like a statement."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.evidence.memory import (
    EarlierClaim,
    Frequencies,
    Recollection,
    recollections,
    shipped_model,
    stems,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from workbench.model import CheckedClaim, Evidence
    from workbench.store import Store

RECALLED = 100
"""Earlier claims the store hands over for one statement, to be compared feature by feature."""


@dataclass(frozen=True, slots=True)
class Recalled:
    """An earlier checked claim offered for a statement; never applied by itself."""

    checked: CheckedClaim
    probability: float
    """That it is the same claim, 0 to 1."""

    is_match: bool
    """Sure enough to say "checked before"; below that, or past its date, it is a suggestion."""

    is_expired: bool = False
    """Past the day it was good until."""

    evidence: tuple[Evidence, ...] = ()
    """What the earlier decision rests on, for a claim of this desk."""


def remember(store: Store, claims: Iterable[CheckedClaim]) -> int:
    """Keep `claims` in the memory; how many. One with a known id is replaced."""
    with store.writing():
        return store.memory.add(
            (claim, stems(f"{claim.headline}\n{claim.text}")) for claim in claims
        )


def compared(
    store: Store, statement: str, *, without: Collection[str] = ()
) -> list[tuple[CheckedClaim, Recollection]]:
    """Every candidate for `statement`, best first, also those too unlike to be shown.

    Args:
        without: Ids of checked claims to pass over, such as the statement's own.
    """
    candidates = candidates_for(store, statement, without=without)
    if not candidates:
        return []
    earlier, frequencies = comparison(store, statement, candidates)
    checked = dict(candidates)
    return [
        (checked[item.claim.key], item) for item in recollections(statement, earlier, frequencies)
    ]


def candidates_for(
    store: Store, statement: str, *, without: Collection[str] = ()
) -> list[tuple[int, CheckedClaim]]:
    """Keys and claims that share the most telling words with `statement`."""
    candidates = store.memory.candidates(stems(statement), limit=RECALLED + len(without))
    return [(key, claim) for key, claim in candidates if claim.id not in without][:RECALLED]


def comparison(
    store: Store, statement: str, candidates: Sequence[tuple[int, CheckedClaim]]
) -> tuple[list[EarlierClaim], Frequencies]:
    """What the features of `candidates` are computed from."""
    earlier = [EarlierClaim(key, claim.text, claim.headline) for key, claim in candidates]
    claims, words = store.memory.totals()
    frequencies = Frequencies(
        store.memory.counts(_all_stems(statement, earlier)), claims, words / claims
    )
    return earlier, frequencies


def recalled(
    store: Store, statement: str, *, limit: int, without: Collection[str] = (), today: str = ""
) -> list[Recalled]:
    """The earlier claims worth showing for `statement`, best first.

    Args:
        today: ISO 8601 day; a check whose best-before lies before it is no match any more.
    """
    found: list[Recalled] = []
    for checked, item in compared(store, statement, without=without):
        if item.probability >= shipped_model().suggest:
            is_expired = checked.is_expired(today)
            is_match = item.is_match and not is_expired
            found.append(Recalled(checked, item.probability, is_match, is_expired))
    return [replace(item, evidence=_evidence(store, item.checked)) for item in found[:limit]]


def _evidence(store: Store, checked: CheckedClaim) -> tuple[Evidence, ...]:
    if checked.claim_id is None:
        return ()
    return store.standings.one(checked.claim_id).decision.evidence


def _all_stems(statement: str, earlier: Sequence[EarlierClaim]) -> list[str]:
    texts = [statement, *(text for claim in earlier for text in (claim.headline, claim.text))]
    return sorted({stem for text in texts for stem in stems(text)})
