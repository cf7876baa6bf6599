"""Which passages are at hand for which claim, and which claim they are looked for next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from workbench.model import ClaimId, Match
    from workbench.review import Workbench
    from workbench.tui.lane import Lane

REST_SECONDS = 0.012
"""Behind a key, for its painting, before passages are looked for ahead."""

REMEMBERED = 60
"""Claims whose passages are kept at hand."""


@dataclass
class Offered(Message):
    """Passages were looked for."""

    claim_id: ClaimId
    matches: tuple[Match, ...]


class Offers:
    """The passages found so far; one question at a time goes to the lane, the last one asked."""

    def __init__(self, lane: Lane, post: Callable[[Message], object]) -> None:
        self._lane = lane
        self._post = post
        self._matches: dict[ClaimId, tuple[Match, ...]] = {}

    def of(self, claim: ClaimId) -> tuple[Match, ...] | None:
        """What is offered for `claim`, best first; None where it was not looked for yet."""
        return self._matches.get(claim)

    def take(self, message: Offered) -> None:
        self._matches[message.claim_id] = message.matches
        if len(self._matches) > REMEMBERED:
            # what was looked for first is the farthest away as a rule
            del self._matches[next(iter(self._matches))]

    def forget(self) -> None:
        """There are new sources: everything is to be looked for again."""
        self._matches.clear()

    def look(self, claims: Iterable[ClaimId]) -> bool:
        """Look for the passages of the first of `claims` that lacks them; False where none does."""
        for claim in claims:
            if claim not in self._matches:
                self._ask(claim)
                return True
        return False

    def _ask(self, claim: ClaimId) -> None:
        def look(bench: Workbench) -> None:
            self._post(Offered(claim, tuple(bench.matches(claim))))

        self._lane.ask(look)
