"""The history of an article in words: who did what, to which claim, and when."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.errors import UnknownError
from workbench.model import Action, SourceKind, Span, visible_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.model import ArticleId, EventId, ReviewEvent, SourceId, VerdictScale
    from workbench.review import Workbench

MOST_LINES = 1_000
"""Newest events that are listed."""

MOST_OF_CLAIM = 44

DEEDS: dict[Action, str] = {
    Action.ADD_ARTICLE: "added the article",
    Action.SPLIT: "split it into claims",
    Action.LINK_SOURCE: "linked a source",
    Action.SOURCE_KIND: "said what a source is:",
    Action.CHECK_SOURCE: "looked again at",
    Action.ARCHIVE_SOURCE: "had archived",
    Action.MARK: "gave a verdict on",
    Action.CLEAR: "took the verdict back from",
    Action.NOTE: "wrote a note on",
    Action.CORRECT: "corrected",
    Action.ACCEPT: "accepted evidence for",
    Action.WITHDRAW: "withdrew evidence from",
    Action.KEEP_EVIDENCE: "let the evidence stand for",
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
"""What an action is called, before what it is about."""


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
    text = bench.document(article).text
    titles = {source.id: source.title for source in bench.sources(article)}
    return [
        HistoryLine(
            event.id,
            event.at,
            event.editor,
            _deed(
                event,
                claims[event.claim_id] if event.claim_id else _about(event, text, titles),
                bench.scale,
            ),
            event.batch is not None and event.editor == bench.editor and event.id not in undone,
        )
        for event in reversed(events)
    ]


def _claim_words(bench: Workbench, event: ReviewEvent) -> str:
    try:
        claim = bench.claim(event.article_id, event.claim_id or "")
    except UnknownError:
        return ""
    return f"{claim.number} {_quoted(claim.text)}"


def _quoted(text: str) -> str:
    words = " ".join(text.split())
    shown = f"{words[:MOST_OF_CLAIM].rstrip()}…" if len(words) > MOST_OF_CLAIM else words
    return shown if shown.startswith("“") else f"“{shown}”"


def _about(event: ReviewEvent, text: str, titles: Mapping[SourceId, str]) -> str:
    """The sentence or the source that an event without a claim is about."""
    told = _told(event.detail)
    if "sentence" in told:
        return _quoted(Span(*told["sentence"]).of(text))
    if event.action is Action.LINK_SOURCE:
        return str(told.get("title", ""))
    title = titles.get(told.get("source", ""), "")
    if event.action is Action.SOURCE_KIND:
        return f"{title} → {SourceKind(told['kind']).label if told['kind'] else 'kind not said'}"
    return f"{title} → {told['outcome']}" if "outcome" in told else title


def _deed(event: ReviewEvent, about: str, scale: VerdictScale) -> str:
    parts = [DEEDS[event.action], about]
    before, after = event.before, event.after
    if after is not None and (before is None or before.verdict != after.verdict):
        entry = scale.entry(after.verdict.rating) if after.verdict else None
        parts.append(f"→ {entry.symbol} {entry.label}" if entry else "→ open")
    if event.form_after is not None and event.form_after.reason:
        parts.append(f"({event.form_after.reason})")
    return visible_line(" ".join(part for part in parts if part))


def _told(detail: str) -> dict[str, Any]:  # JSON of a shape per action
    try:
        told = json.loads(detail)
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}
