"""What editors did, and the standing of a claim that follows from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.model.forms import Form
    from workbench.model.ids import ArticleId, BatchId, ClaimId, EditorId, EventId
    from workbench.model.sources import Evidence
    from workbench.model.verdicts import Verdict


class Action(StrEnum):
    """What an event records. Names are stored and never change."""

    ADD_ARTICLE = "add-article"
    SPLIT = "split"
    LINK_SOURCE = "link-source"
    SOURCE_KIND = "source-kind"
    CHECK_SOURCE = "check-source"
    ARCHIVE_SOURCE = "archive-source"
    MARK = "mark"
    CLEAR = "clear"
    NOTE = "note"
    CORRECT = "correct"
    ACCEPT = "accept"
    WITHDRAW = "withdraw"
    KEEP_EVIDENCE = "keep-evidence"
    ADD_CLAIM = "add-claim"
    DROP_CLAIM = "drop-claim"
    RESTORE_CLAIM = "restore-claim"
    SPLIT_CLAIM = "split-claim"
    MERGE_CLAIMS = "merge-claims"
    WIDEN = "widen"
    NARROW = "narrow"
    CHANGE_KIND = "change-kind"
    NOTHING_TO_CHECK = "nothing-to-check"
    SOMETHING_TO_CHECK = "something-to-check"
    UNDO = "undo"
    REDO = "redo"


class Workflow(StrEnum):
    """How far the work on a claim is; kept apart from what was found."""

    OPEN = "open"
    ASSESSED = "assessed"


@dataclass(frozen=True, slots=True)
class Editor:
    """Somebody who decides."""

    id: EditorId
    name: str


@dataclass(frozen=True, slots=True)
class Decision:
    """Everything editors decided about a claim at one moment."""

    verdict: Verdict | None = None
    note: str = ""
    correction: str = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a claim stands: the fold of its events."""

    claim_id: ClaimId
    version: int = 0
    """How many events of this claim were folded; a writer says which one it saw."""

    decision: Decision = field(default_factory=Decision)
    editor: str = ""
    """Name of the last editor; empty before anybody looked."""

    changed_at: str = ""
    """ISO 8601, UTC; empty before anybody looked."""

    @property
    def rating(self) -> str | None:
        return self.decision.verdict.rating if self.decision.verdict else None

    @property
    def workflow(self) -> Workflow:
        return Workflow.OPEN if self.decision.verdict is None else Workflow.ASSESSED


@dataclass(frozen=True, slots=True)
class ReviewEvent:
    """One thing an editor did. Never changed once it is kept."""

    id: EventId
    article_id: ArticleId
    seq: int
    """1 for the first event of the article, without a gap."""

    action: Action
    editor: str
    at: str
    """ISO 8601, UTC."""

    claim_id: ClaimId | None = None
    version: int = 0
    """Of the claim after this event; 0 for events of the article."""

    before: Decision | None = None
    after: Decision | None = None
    batch: BatchId | None = None
    """Events of one key press share it, and are undone together."""

    undoes: EventId | None = None
    detail: str = ""
    """What an article's or a sentence's event was about, or where a decision was taken over from, as JSON."""

    previous_digest: str = ""
    digest: str = ""
    """Hex SHA-256 over this event and `previous_digest`."""

    form_before: Form | None = None
    """What the claim was taken for, where this event changed it."""

    form_after: Form | None = None

    @property
    def changes_claims(self) -> bool:
        """Whether other claims are in force since, or a sentence is said to hold none."""
        return self.form_after is not None or (self.batch is not None and self.claim_id is None)


def folded(claim_id: ClaimId, events: list[ReviewEvent]) -> Standing:
    """The standing that `events` of one claim, in order, lead to."""
    standing = Standing(claim_id)
    for event in events:
        if event.after is not None:
            standing = Standing(claim_id, event.version, event.after, event.editor, event.at)
    return standing
