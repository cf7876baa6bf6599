"""Edits of claims as the screen makes them: done in the lane, behind the decisions before them, and read anew."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from textual.message import Message

from workbench.errors import WorkbenchError
from workbench.tui.loading import sheet_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from workbench.model import ArticleId, ClaimId, NothingToCheck, Standing
    from workbench.review import Workbench
    from workbench.tui.deciding import Decisions
    from workbench.tui.lane import Lane
    from workbench.tui.sheet import Sheet

    Edit: TypeAlias = Callable[[Workbench, Sequence[int]], Sequence[Standing]]
    """Takes the versions of the claims that the editor saw."""

    EditOne: TypeAlias = Callable[[Workbench, ClaimId, int], Sequence[Standing]]


@dataclass
class Edited(Message):
    """The claims of the article are others now."""

    sheet: Sheet
    nothing_to_check: Sequence[NothingToCheck]
    claim_id: ClaimId | None = None
    """What the edit was about, to be shown."""

    claims: Sequence[ClaimId] = ()
    """Those that waited for it."""


@dataclass
class EditRefused(Message):
    """An edit could not be kept."""

    error: WorkbenchError
    claims: Sequence[ClaimId]
    """Those that waited for it."""

    standings: Sequence[Standing]
    """Where they stand."""


class Edits:
    """Hands edits to the lane; what comes of them is read there as a whole."""

    def __init__(
        self,
        article: ArticleId,
        decisions: Decisions,
        lane: Lane,
        post: Callable[[Message], object],
    ) -> None:
        self._article = article
        self._decisions = decisions
        self._lane = lane
        self._post = post

    def make(self, places: Sequence[int], edit: Edit) -> None:
        """Edit the claims at `places`; decisions on them meanwhile are about what comes of it."""
        # what is undone next is this, which only the database can take back
        self._decisions.forget_steps()
        claims = self._decisions.hold(places)
        seen = [self._decisions.version_seen(place, behind=True) for place in places]

        def run(bench: Workbench) -> None:
            try:
                standings = edit(bench, [version() for version in seen])
            except WorkbenchError as error:
                stand = [bench.standing(claim) for claim in claims]
                self._decisions.know(stand)
                self._post(EditRefused(error, claims, stand))
                return
            self._decisions.know(standings)
            about = standings[0].claim_id if standings else None
            self._post(self._read(bench, about, claims))

        self._lane.do(run)

    def read_again(self) -> None:
        """Somebody else edited claims."""
        self._lane.do(lambda bench: self._post(self._read(bench, None, ())))

    def noticing(
        self, take_back: Callable[[Workbench], Sequence[Standing]]
    ) -> Callable[[Workbench], Sequence[Standing]]:
        """`take_back`, and the claims read again where what was taken back was an edit of them."""

        def run(bench: Workbench) -> Sequence[Standing]:
            before = bench.event_count(self._article)
            standings = take_back(bench)
            events = bench.events(self._article, after=before)
            if any(event.changes_claims for event in events):
                about = standings[0].claim_id if standings else None
                self._post(self._read(bench, about, ()))
            return standings

        return run

    def _read(self, bench: Workbench, about: ClaimId | None, claims: Sequence[ClaimId]) -> Edited:
        sheet = sheet_of(bench, self._article)
        return Edited(sheet, bench.nothing_to_check(self._article), about, claims)
