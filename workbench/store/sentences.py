"""Which sentences editors found to claim nothing: the fold of the events that said so."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from workbench.errors import StoreError
from workbench.model import ArticleId, NothingToCheck, ReviewEvent, Span, canonical_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.store.connection import Connection


class Sentences:
    """The table `nothing_to_check`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, article: ArticleId) -> list[NothingToCheck]:
        """In text order."""
        return [
            NothingToCheck(Span(start, end), editor, at)
            for start, end, editor, at in self._connection.rows(
                "SELECT span_start, span_end, editor, at FROM nothing_to_check"
                " WHERE article_id = ? ORDER BY span_start, span_end",
                (article,),
            )
        ]

    def is_marked(self, article: ArticleId, span: Span) -> bool:
        return bool(
            self._connection.rows(
                "SELECT 1 FROM nothing_to_check"
                " WHERE article_id = ? AND span_start = ? AND span_end = ?",
                (article, span.start, span.end),
            )
        )

    def put(self, article: ArticleId, span: Span, mark: NothingToCheck | None) -> None:
        """Keep `mark` on the sentence, or take it away."""
        self._connection.run(
            "DELETE FROM nothing_to_check WHERE article_id = ? AND span_start = ? AND span_end = ?",
            (article, span.start, span.end),
        )
        if mark is not None:
            self._connection.run(
                "INSERT INTO nothing_to_check (article_id, span_start, span_end, editor, at)"
                " VALUES (?, ?, ?, ?, ?)",
                (article, span.start, span.end, mark.editor, mark.at),
            )

    def fold(self, article: ArticleId, marks: Iterable[NothingToCheck]) -> None:
        """Keep `marks`, which the events of `article` lead to."""
        self._connection.run("DELETE FROM nothing_to_check WHERE article_id = ?", (article,))
        for mark in marks:
            self.put(article, mark.span, mark)


def sentence_detail(span: Span, *, is_marked: bool) -> str:
    """What an event about a sentence says: which one, and whether it claims nothing from now on."""
    return canonical_json({"sentence": [span.start, span.end], "nothing": is_marked})


def sentence_in(event: ReviewEvent) -> tuple[Span, bool] | None:
    """The sentence `event` is about, and whether it claims nothing since; None for other events."""
    if event.claim_id is not None or event.batch is None:
        return None
    try:
        # what json.loads returns has no narrower type
        fields = json.loads(event.detail)
        start, end = fields["sentence"]
        return Span(start, end), bool(fields["nothing"])
    except (ValueError, KeyError, TypeError) as error:
        msg = f"Event {event.seq} of an article cannot be read back."
        raise StoreError(msg, hint="Run `workbench doctor`.") from error


def folded_sentences(events: Iterable[ReviewEvent]) -> list[NothingToCheck]:
    """The marks that `events` of one article, in order, lead to, in text order."""
    marks: dict[Span, NothingToCheck] = {}
    for event in events:
        said = sentence_in(event)
        if said is None:
            continue
        span, is_marked = said
        marks.pop(span, None)
        if is_marked:
            marks[span] = NothingToCheck(span, event.editor, event.at)
    return [marks[span] for span in sorted(marks)]
