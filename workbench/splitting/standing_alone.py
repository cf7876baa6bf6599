"""Which statement a detail gets: the smallest fact of its sentence that holds its words."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.model import Claim
    from workbench.splitting.assertions import Reading


class Stated:
    """Details that get their statements while the sentences are read, one after the other."""

    def __init__(self, details: Iterable[Claim]) -> None:
        self._waiting = sorted(details, key=lambda claim: claim.span)
        self._place = 0
        self._statements: dict[str, str] = {}
        self.details: list[Claim] = []

    def take(self, reading: Reading) -> None:
        """State the details that begin before the end of `reading`; sentences come in order."""
        parse = reading.tree.parse
        while self._place < len(self._waiting):
            claim = self._waiting[self._place]
            if claim.span.start >= reading.span.end:
                return
            self._place += 1
            words = range(
                bisect_left(parse.start, claim.span.start), bisect_left(parse.start, claim.span.end)
            )
            inside = claim.span.start >= reading.span.start and len(words) > 0
            statement = reading.statements.smallest(reading.clauses, words) if inside else ""
            # the details of a clause share its statement, and one string of it
            statement = self._statements.setdefault(statement, statement)
            self.details.append(replace(claim, statement=statement))

    def all(self) -> list[Claim]:
        """Every detail, the last ones without a statement if no sentence held them."""
        return [*self.details, *self._waiting[self._place :]]
