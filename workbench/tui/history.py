"""The history of an article in words: who did what, to which claim, and when."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.errors import UnknownError
from workbench.model import Action, visible_line

if TYPE_CHECKING:
    from workbench.model import ArticleId, EventId, ReviewEvent, VerdictScale
    from workbench.review import Workbench

MOST_LINES = 1_000
"""Newest events that are listed."""

MOST_OF_CLAIM = 44

DEEDS: dict[Action, str] = {
    Action.ADD_ARTICLE: "added the article",
    Action.SPLIT: "split it into claims",
    Action.LINK_SOURCE: "linked a source",
    Action.MARK: "gave a verdict on",
    Action.CLEAR: "took the verdict back from",
    Action.NOTE: "wrote a note on",
    Action.CORRECT: "corrected",
    Action.ACCEPT: "accepted evidence for",
    Action.WITHDRAW: "withdrew evidence from",
    Action.ADD_CLAIM: "added",
    Action.DROP_CLAIM: "dropped",
    Action.RESTORE_CLAIM: "brought back",
    Action.SPLIT_CLAIM: "cut in two",
    Action.MERGE_CLAIMS: "merged",
    Action.WIDEN: "widened",
    Action.NARROW: "narrowed",
    Action.CHANGE_KIND: "changed the kind of",
    Action.NOTHING_TO_CHECK: "found nothing to check in",
    Action.SOMETHING_TO_CHECK: "found something to check in",
    Action.UNDO: "took back on",
    Action.REDO: "did again on",
}
"""What an action is called; others go by their names."""


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One event, as it is listed."""

    id: EventId
    at: str
    editor: str
    deed: str
    can_be_undone: bool
    """By the editor who looks: it is theirs, in force, and about a claim."""


def history_lines(bench: Workbench, article: ArticleId) -> list[HistoryLine]:
    """The newest events of `article`, the newest first."""
    events = bench.events(article, after=max(0, bench.event_count(article) - MOST_LINES))
    undone = {event.undoes for event in events}
    claims: dict[str, str] = {}
    for event in events:
        if event.claim_id is not None and event.claim_id not in claims:
            claims[event.claim_id] = _claim_words(bench, event)
    return [
        HistoryLine(
            event.id,
            event.at,
            event.editor,
            _deed(event, claims.get(event.claim_id or "", ""), bench.scale),
            event.batch is not None and event.editor == bench.editor and event.id not in undone,
        )
        for event in reversed(events)
    ]


def _claim_words(bench: Workbench, event: ReviewEvent) -> str:
    try:
        claim = bench.claim(event.article_id, event.claim_id or "")
    except UnknownError:
        return ""
    words = " ".join(claim.text.split())
    shown = f"{words[:MOST_OF_CLAIM].rstrip()}…" if len(words) > MOST_OF_CLAIM else words
    return f"{claim.number} {shown}" if shown.startswith("“") else f"{claim.number} “{shown}”"


def _deed(event: ReviewEvent, claim: str, scale: VerdictScale) -> str:
    deed = DEEDS.get(event.action, str(event.action).replace("-", " "))
    parts = [deed, claim]
    before, after = event.before, event.after
    if after is not None and (before is None or before.verdict != after.verdict):
        entry = scale.entry(after.verdict.rating) if after.verdict else None
        parts.append(f"→ {entry.symbol} {entry.label}" if entry else "→ open")
    if event.form_after is not None and event.form_after.reason:
        parts.append(f"({event.form_after.reason})")
    if event.action is Action.LINK_SOURCE:
        parts.append(_title(event.detail))
    return visible_line(" ".join(part for part in parts if part))


def _title(detail: str) -> str:
    try:
        return str(json.loads(detail)["title"])
    except (ValueError, KeyError, TypeError):
        return ""
