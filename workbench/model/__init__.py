"""Frozen values that every layer speaks; the standard library only."""

from __future__ import annotations

from workbench.model.chain import (
    FIRST_DIGEST,
    canonical_json,
    decision_from_json,
    decision_json,
    event_digest,
)
from workbench.model.claims import KINDS, Claim, ClaimKind, KeptClaim, Kind, Level
from workbench.model.events import (
    Action,
    Decision,
    Editor,
    ReviewEvent,
    Standing,
    Workflow,
    folded,
)
from workbench.model.ids import (
    ArticleId,
    BatchId,
    ClaimId,
    EditorId,
    EventId,
    EvidenceId,
    PassageId,
    SourceId,
)
from workbench.model.problems import Problem, Severity
from workbench.model.progress import ArticleSummary, Coverage, Progress
from workbench.model.sources import Agreement, Evidence, Finding, Match, Passage, Source, Stance
from workbench.model.text import Anchor, Document, Place, Span
from workbench.model.values import (
    Approximation,
    Money,
    Ordinal,
    Period,
    Quantity,
    Value,
    value_from_json,
)
from workbench.model.verdicts import (
    DEFAULT_SCALE,
    OPEN_SYMBOL,
    SCALES,
    Need,
    Rating,
    ScaleEntry,
    Verdict,
    VerdictScale,
)
from workbench.model.visible import visible, visible_line

__all__ = [
    "DEFAULT_SCALE",
    "FIRST_DIGEST",
    "KINDS",
    "OPEN_SYMBOL",
    "SCALES",
    "Action",
    "Agreement",
    "Anchor",
    "Approximation",
    "ArticleId",
    "ArticleSummary",
    "BatchId",
    "Claim",
    "ClaimId",
    "ClaimKind",
    "Coverage",
    "Decision",
    "Document",
    "Editor",
    "EditorId",
    "EventId",
    "Evidence",
    "EvidenceId",
    "Finding",
    "KeptClaim",
    "Kind",
    "Level",
    "Match",
    "Money",
    "Need",
    "Ordinal",
    "Passage",
    "PassageId",
    "Period",
    "Place",
    "Problem",
    "Progress",
    "Quantity",
    "Rating",
    "ReviewEvent",
    "ScaleEntry",
    "Severity",
    "Source",
    "SourceId",
    "Span",
    "Stance",
    "Standing",
    "Value",
    "Verdict",
    "VerdictScale",
    "Workflow",
    "canonical_json",
    "decision_from_json",
    "decision_json",
    "event_digest",
    "folded",
    "value_from_json",
    "visible",
    "visible_line",
]
