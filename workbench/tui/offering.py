"""Which passages and earlier checks are at hand for which claim, and which claim they are looked for next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from workbench.tui.recalled import MOST_TOLD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from workbench.model import ClaimId, Match
    from workbench.review import Workbench
    from workbench.review.recalling import Recalled
    from workbench.tui.lane import Lane

REST_SECONDS = 0.012
"""Behind a key, for its painting, before passages are looked for ahead."""

REMEMBERED = 60
"""Claims whose passages are kept at hand."""


@dataclass
class Offered(Message):
    """Passages and earlier checks were looked for."""

    claim_id: ClaimId
    matches: tuple[Match, ...]
    recalled: tuple[Recalled, ...] = ()


class Offers:
    """The passages found so far; one question at a time goes to the lane, the last one asked."""

    def __init__(self, lane: Lane, post: Callable[[Message], object]) -> None:
        self._lane = lane
        self._post = post
        self._matches: dict[ClaimId, tuple[Match, ...]] = {}
        self._recalled: dict[ClaimId, tuple[Recalled, ...]] = {}
        self._recalled_now: set[ClaimId] = set()
        """Claims for which nothing was decided since the memory was asked."""

    def of(self, claim: ClaimId) -> tuple[Match, ...] | None:
        """What is offered for `claim`, best first; None where it was not looked for yet."""
        return self._matches.get(claim)

    def recalled(self, claim: ClaimId) -> tuple[Recalled, ...]:
        """Earlier checks like `claim`; what was found last, until the memory was asked again."""
        return self._recalled.get(claim, ())

    def take(self, message: Offered) -> None:
        self._matches[message.claim_id] = message.matches
        self._recalled[message.claim_id] = message.recalled
        self._recalled_now.add(message.claim_id)
        for kept in (self._matches, self._recalled):
            if len(kept) > REMEMBERED:
                # what was looked for first is the farthest away as a rule
                del kept[next(iter(kept))]

    def forget(self) -> None:
        """There are new sources: everything is to be looked for again."""
        self._matches.clear()

    def forget_recalled(self) -> None:
        """Something was decided, which the memory knows by now."""
        self._recalled_now.clear()

    def look(self, claims: Iterable[ClaimId]) -> bool:
        """Look for what the first of `claims` lacks; False where none lacks anything."""
        for claim in claims:
            if claim not in self._matches or claim not in self._recalled_now:
                self._ask(claim)
                return True
        return False

    def _ask(self, claim: ClaimId) -> None:
        known = self._matches.get(claim)

        def look(bench: Workbench) -> None:
            matches = known if known is not None else tuple(bench.matches(claim))
            self._post(Offered(claim, matches, tuple(bench.memory.recall(claim, limit=MOST_TOLD))))

        self._lane.ask(look)
