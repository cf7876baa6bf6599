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
    Need,
    Stance,
    Standing,
    Verdict,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from workbench.model import Decision, Match, ScaleEntry
    from workbench.review import Workbench
    from workbench.tui.lane import Lane
    from workbench.tui.sheet import Sheet

    Keep: TypeAlias = Callable[[Workbench, ClaimId, int], Standing]

UNSAVED = EvidenceId("")
"""Of evidence that is shown before it is kept."""


@dataclass
class Kept(Message):
    """A decision is in the database: where its claims stand now."""

    standings: Sequence[Standing]
    was_taken_back: bool = False
    """By undo or redo: the editor is led there."""


@dataclass
class Refused(Message):
    """A decision could not be kept: why, and where its claim really stands."""

    error: WorkbenchError
    standing: Standing | None = None


class Decisions:
    """Hands decisions to the lane, each with the version of the claim the editor saw."""

    def __init__(self, sheet: Sheet, lane: Lane, post: Callable[[Message], object]) -> None:
        self._sheet = sheet
        self._lane = lane
        self._post = post
        self._waiting: Counter[ClaimId] = Counter()
        self._own_versions: dict[ClaimId, int] = {}
        """Written and read by the lane's thread only."""

    @property
    def waiting(self) -> int:
        """Decisions that are shown but not kept yet."""
        return self._waiting.total()

    def decide(
        self,
        place: int,
        becoming: Callable[[Decision], Decision],
        keep: Keep,
        *,
        editor: str,
        at: str,
    ) -> None:
        """Show what the claim becomes, and keep it. `keep` runs in the lane with the version seen."""
        before = self._sheet.standing(place)
        claim = before.claim_id
        is_first = not self._waiting[claim]
        self._waiting[claim] += 1
        self._sheet.put(
            replace(
                before,
                version=before.version + 1,
                decision=becoming(before.decision),
                editor=editor,
                changed_at=at,
            )
        )
        seen = before.version

        def run(bench: Workbench) -> None:
            # what was decided just before is the version this editor saw
            version = seen if is_first else self._own_versions.get(claim, seen)
            try:
                standing = keep(bench, claim, version)
            except WorkbenchError as error:
                actual = bench.standing(claim)
                self._own_versions[claim] = actual.version
                self._post(Refused(error, actual))
            else:
                self._own_versions[claim] = standing.version
                self._post(Kept([standing]))

        self._lane.do(run)

    def decide_several(
        self,
        becoming: Sequence[tuple[int, Callable[[Decision], Decision]]],
        keep: Callable[[Workbench], Sequence[Standing]],
        *,
        editor: str,
        at: str,
    ) -> None:
        """Show what several claims become, and keep it as one batch."""
        claims = []
        for place, change in becoming:
            before = self._sheet.standing(place)
            claims.append(before.claim_id)
            self._waiting[before.claim_id] += 1
            decision = change(before.decision)
            self._sheet.put(
                replace(
                    before,
                    version=before.version + 1,
                    decision=decision,
                    editor=editor,
                    changed_at=at,
                )
            )

        def run(bench: Workbench) -> None:
            try:
                keep(bench)
            except WorkbenchError as error:
                self._post(Refused(error))
            # a claim may have needed no event of its own: all are read back
            standings = [bench.standing(claim) for claim in claims]
            self._own_versions |= {standing.claim_id: standing.version for standing in standings}
            self._post(Kept(standings))

        self._lane.do(run)

    def take_back(self, keep: Callable[[Workbench], Sequence[Standing]]) -> None:
        """Undo or redo: what it leads to is known only once it is kept."""

        def run(bench: Workbench) -> None:
            try:
                standings = keep(bench)
            except WorkbenchError as error:
                self._post(Refused(error))
                return
            for standing in standings:
                self._own_versions[standing.claim_id] = standing.version
            self._post(Kept(standings, was_taken_back=True))

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


def lacks(entry: ScaleEntry, decision: Decision) -> bool:
    """Whether `decision` has not yet what the rating asks for, so that the editor must be asked."""
    match entry.need:
        case Need.EVIDENCE_OR_REASON:
            backing = any(item.stance is not Stance.REFUTES for item in decision.evidence)
            reason = decision.verdict.reason if decision.verdict else ""
            return not (backing or reason)
        case Need.CORRECTION:
            return not decision.correction.strip()
        case Need.CORRECTION_OR_NOTE:
            return not (decision.correction.strip() or decision.note.strip())
        case Need.NOTHING:
            return False


def marked(
    rating: str,
    *,
    reason: str | None = None,
    correction: str | None = None,
    note: str | None = None,
) -> Callable[[Decision], Decision]:
    """The decision after a verdict; what is None stays."""

    def becoming(before: Decision) -> Decision:
        kept = before.verdict.reason if before.verdict and before.verdict.rating == rating else ""
        return replace(
            before,
            verdict=Verdict(rating, kept if reason is None else reason),
            correction=before.correction if correction is None else correction,
            note=before.note if note is None else note,
        )

    return becoming


def resting_on(match: Match, stance: Stance) -> Callable[[Decision], Decision]:
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


def noted(text: str) -> Callable[[Decision], Decision]:
    """The decision with another note."""
    return lambda before: replace(before, note=text)


def corrected(text: str) -> Callable[[Decision], Decision]:
    """The decision with another correction."""
    return lambda before: replace(before, correction=text)


def taken_over(before: Decision, whole: Decision) -> Decision:
    """A detail's decision after its assertion was confirmed: the same verdict, on the same words."""
    anchors = {item.anchor for item in whole.evidence}
    others = tuple(item for item in before.evidence if item.anchor not in anchors)
    return replace(before, verdict=whole.verdict, evidence=(*others, *whole.evidence))
