"""Who a verdict and an accepted passage are signed by, as told by the events of an article."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.model import Action
from workbench.reports.report import Signature

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.model import ClaimId, EventId, Evidence, EvidenceId, ReviewEvent, Stance


@dataclass(slots=True)
class Signatures:
    """Found once for all claims of an article; the last editor of a claim need not be its judge."""

    verdicts: dict[ClaimId, Signature] = field(default_factory=dict)
    forms: dict[ClaimId, Signature] = field(default_factory=dict)
    """Who last changed what a claim is."""

    _accepted: dict[tuple[EvidenceId, Stance], Signature] = field(default_factory=dict)

    def of(self, evidence: Evidence) -> Signature | None:
        """Who accepted `evidence` with the stance it has."""
        return self._accepted.get((evidence.id, evidence.stance))

    @classmethod
    def in_events(cls, events: Iterable[ReviewEvent]) -> Signatures:
        """The signatures that stand after `events`, which come in order."""
        found = cls()
        before: dict[EventId, Signature | None] = {}
        for event in events:
            if event.claim_id is None or event.after is None:
                continue
            signed = Signature(event.editor, event.at)
            if event.form_after is not None:
                found.forms[event.claim_id] = signed
            before[event.id] = found.verdicts.get(event.claim_id)
            for evidence in event.after.evidence:
                found._accepted.setdefault((evidence.id, evidence.stance), signed)
            if event.after.verdict is None:
                found.verdicts.pop(event.claim_id, None)
            elif event.undoes is not None and _changes_verdict(event):
                # what is taken back gives the verdict to whoever had given it
                found.verdicts[event.claim_id] = before.get(event.undoes) or signed
            elif event.action is Action.MARK or _changes_verdict(event):
                found.verdicts[event.claim_id] = signed
        return found


def _changes_verdict(event: ReviewEvent) -> bool:
    return (event.before and event.before.verdict) != (event.after and event.after.verdict)
