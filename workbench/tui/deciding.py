"""Decisions as the screen makes them: shown at once, kept in order behind it, taken back where they fail."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from textual.message import Message

from workbench.errors import WorkbenchError
from workbench.model import (
    Anchor,
    ClaimId,
    Evidence,
    EvidenceId,
    Stance,
    Standing,
    Verdict,
)
from workbench.review import has_needed, moment, utc_now
from workbench.tui.sheet import NOWHERE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from workbench.model import Decision, Match, ScaleEntry
    from workbench.review import Workbench
    from workbench.tui.lane import Lane
    from workbench.tui.sheet import Sheet

    Becoming: TypeAlias = Callable[[Decision], Decision]
    Keep: TypeAlias = Callable[[Workbench, ClaimId, int], Standing]

UNSAVED = EvidenceId("")
"""Of evidence that is shown before it is kept."""


@dataclass
class Kept(Message):
    """A decision is in the database: where its claims stand now."""

    standings: Sequence[Standing]
    leads_there: bool = False
    """The editor could not be shown beforehand which claims it is about."""


@dataclass
class Refused(Message):
    """A decision could not be kept: why, and where its claims really stand."""

    error: WorkbenchError
    standings: Sequence[Standing] = ()


@dataclass(frozen=True, slots=True)
class _Step:
    """What one key press changed: the claims and their decisions before and after."""

    before: tuple[tuple[ClaimId, Decision], ...]
    after: tuple[tuple[ClaimId, Decision], ...]


class Decisions:
    """Shows each decision at once, and hands it to the lane with the version of the claim the editor saw."""

    def __init__(
        self, sheet: Sheet, lane: Lane, post: Callable[[Message], object], *, editor: str
    ) -> None:
        self._sheet = sheet
        self._lane = lane
        self._post = post
        self._editor = editor
        self._waiting: Counter[ClaimId] = Counter()
        self._done: list[_Step] = []
        self._undone: list[_Step] = []
        self._own_versions: dict[ClaimId, int] = {}
        """Written and read by the lane's thread only."""

    @property
    def waiting(self) -> int:
        """Decisions that are shown but not kept yet."""
        return self._waiting.total()

    def decide(self, place: int, becoming: Becoming, keep: Keep) -> None:
        """Show what the claim becomes, and keep it. `keep` runs in the lane with the version seen."""
        before = self._sheet.standing(place)
        claim = before.claim_id
        after = becoming(before.decision)
        if after == before.decision and before.editor in {"", self._editor}:
            # the database keeps no event of this either, so there is nothing to take back
            return
        seen = self.version_seen(place)
        self._do([(claim, after)])

        def run(bench: Workbench) -> None:
            try:
                standing = keep(bench, claim, seen())
            except WorkbenchError as error:
                self._refuse(error, [bench.standing(claim)])
            else:
                self._own_versions[claim] = standing.version
                self._post(Kept([standing]))

        self._lane.do(run)

    def version_seen(self, place: int, *, behind: bool = False) -> Callable[[], int]:
        """The version of the claim the editor sees, for the lane to ask when its turn comes.

        Args:
            behind: the claim was put on hold for the very step that asks.
        """
        before = self._sheet.standing(place)
        claim = before.claim_id
        if self._waiting[claim] <= int(behind):
            return lambda: before.version
        # what was decided just before is the version this editor saw
        return lambda: self._own_versions.get(claim, before.version)

    def hold(self, places: Sequence[int]) -> list[ClaimId]:
        """The claims at `places`, which wait from now on for what the lane makes of them."""
        claims = [self._sheet.standing(place).claim_id for place in places]
        self._waiting.update(claims)
        return claims

    def know(self, standings: Sequence[Standing]) -> None:
        """What the lane kept: whatever is decided behind it is decided on these versions."""
        self._own_versions |= {standing.claim_id: standing.version for standing in standings}

    def move_to(self, sheet: Sheet, released: Sequence[ClaimId]) -> None:
        """Go on with a sheet that was read anew, on which decisions under way must be shown again."""
        self._waiting.subtract(released)
        for claim in [claim for claim, count in self._waiting.items() if count > 0]:
            if self._sheet.place_of(claim) != NOWHERE:
                sheet.put(self._sheet.standing(self._sheet.place_of(claim)))
        self._sheet = sheet
        self.forget_steps()

    def release(self, claims: Sequence[ClaimId]) -> None:
        """Nothing came of what `claims` waited for."""
        self._waiting.subtract(claims)
        self.forget_steps()

    def decide_several(
        self,
        becoming: Sequence[tuple[int, Becoming]],
        keep: Callable[[Workbench], Sequence[Standing]],
    ) -> None:
        """Show what several claims become, and keep it as one batch."""
        standings = [(self._sheet.standing(place), change) for place, change in becoming]
        self._do([(before.claim_id, change(before.decision)) for before, change in standings])
        self._keep_all([before.claim_id for before, _ in standings], keep)

    def undo(self, keep: Callable[[Workbench], Sequence[Standing]]) -> list[int]:
        """Take back the last step, at once where it was made here; the places of its claims."""
        return self._take_back(self._done, self._undone, keep)

    def redo(self, keep: Callable[[Workbench], Sequence[Standing]]) -> list[int]:
        """Do again what was taken back last; the places of its claims."""
        return self._take_back(self._undone, self._done, keep)

    def ask_store(self, keep: Callable[[Workbench], Sequence[Standing]]) -> None:
        """Decide what only the database can tell the outcome of."""

        def run(bench: Workbench) -> None:
            try:
                standings = keep(bench)
            except WorkbenchError as error:
                self._post(Refused(error))
                return
            self.know(standings)
            self._post(Kept(standings, leads_there=True))

        self._lane.do(run)

    def settle(self, standing: Standing) -> int:
        """A decision made here came back from the lane; the claim's place."""
        self._waiting[standing.claim_id] -= 1
        return self.learn(standing)

    def learn(self, standing: Standing) -> int:
        """Show what the database says about a claim, unless a decision made here is still on its way."""
        claim = standing.claim_id
        if self._waiting[claim] > 0:
            return self._sheet.place_of(claim)
        del self._waiting[claim]
        return self._sheet.put(standing)

    def _do(self, decisions: Sequence[tuple[ClaimId, Decision]]) -> None:
        before = tuple(
            (claim, self._sheet.standing(self._sheet.place_of(claim)).decision)
            for claim, _ in decisions
        )
        self._done.append(_Step(before, tuple(decisions)))
        self._undone.clear()
        self._show(decisions)

    def _show(self, decisions: Sequence[tuple[ClaimId, Decision]]) -> None:
        at = moment(utc_now())
        for claim, decision in decisions:
            shown = self._sheet.standing(self._sheet.place_of(claim))
            self._waiting[claim] += 1
            self._sheet.put(Standing(claim, shown.version + 1, decision, self._editor, at))

    def _take_back(
        self,
        done: list[_Step],
        undone: list[_Step],
        keep: Callable[[Workbench], Sequence[Standing]],
    ) -> list[int]:
        if not done:
            # what was done before this screen was opened
            self.ask_store(keep)
            return []
        step = done.pop()
        undone.append(_Step(step.after, step.before))
        self._show(step.before)
        claims = [claim for claim, _ in step.before]
        self._keep_all(claims, keep)
        return [self._sheet.place_of(claim) for claim in claims]

    def _keep_all(
        self, claims: Sequence[ClaimId], keep: Callable[[Workbench], Sequence[Standing]]
    ) -> None:
        def run(bench: Workbench) -> None:
            try:
                kept = keep(bench)
            except WorkbenchError as error:
                self._refuse(error, [bench.standing(claim) for claim in claims])
                return
            # a claim may have needed no event of its own
            found = {standing.claim_id: standing for standing in kept}
            standings = [
                found.pop(claim) if claim in found else bench.standing(claim) for claim in claims
            ]
            for standing in (*standings, *found.values()):
                self._own_versions[standing.claim_id] = standing.version
            self._post(Kept(standings))
            if found:
                self._post(Kept(list(found.values()), leads_there=True))

        self._lane.do(run)

    def _refuse(self, error: WorkbenchError, actual: Sequence[Standing]) -> None:
        self._own_versions |= {standing.claim_id: standing.version for standing in actual}
        self._post(Refused(error, actual))

    def forget_steps(self) -> None:
        """Something made here was refused: undo and redo ask the database from now on."""
        self._done.clear()
        self._undone.clear()


def lacks(entry: ScaleEntry, decision: Decision) -> bool:
    """Whether `decision` has not yet what the rating asks for, so that the editor must be asked."""
    return not has_needed(marked(entry.name)(decision), entry.need)


def marked(
    rating: str,
    *,
    reason: str | None = None,
    correction: str | None = None,
    note: str | None = None,
) -> Becoming:
    """The decision after a verdict; what is None stays."""

    def becoming(before: Decision) -> Decision:
        given = before.verdict
        kept = given if given and given.rating == rating else Verdict(rating)
        return replace(
            before,
            verdict=replace(kept, reason=kept.reason if reason is None else reason),
            correction=before.correction if correction is None else correction,
            note=before.note if note is None else note,
        )

    return becoming


def resting_on(match: Match, stance: Stance) -> Becoming:
    """The decision after a passage was accepted."""
    passage = match.passage
    evidence = Evidence(
        UNSAVED,
        passage.source_id,
        stance,
        Anchor(passage.span, passage.text),
        "",
        match.source_title,
        passage.place,
    )

    def becoming(before: Decision) -> Decision:
        others = tuple(item for item in before.evidence if item.anchor != evidence.anchor)
        return replace(before, evidence=(*others, evidence))

    return becoming


def cleared(before: Decision) -> Decision:
    """The decision without its verdict."""
    return replace(before, verdict=None)


def noted(text: str) -> Becoming:
    """The decision with another note."""
    return lambda before: replace(before, note=text)


def corrected(text: str) -> Becoming:
    """The decision with another correction."""
    return lambda before: replace(before, correction=text)


def taken_over(before: Decision, whole: Decision) -> Decision:
    """A detail's decision after its assertion was confirmed: the same verdict, on the same words."""
    anchors = {item.anchor for item in whole.evidence}
    others = tuple(item for item in before.evidence if item.anchor not in anchors)
    return replace(before, verdict=whole.verdict, evidence=(*others, *whole.evidence))
