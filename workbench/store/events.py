"""What editors did: appended, chained by digest, and folded in the same transaction."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.errors import ConflictError, StoreError
from workbench.model import (
    FIRST_DIGEST,
    Action,
    ArticleId,
    BatchId,
    ClaimId,
    Decision,
    Editor,
    EditorId,
    EventId,
    Form,
    NothingToCheck,
    ReviewEvent,
    Span,
    Standing,
    decision_from_json,
    decision_json,
    event_digest,
    form_from_json,
    form_json,
)
from workbench.store.forms import Forms
from workbench.store.sentences import Sentences, sentence_detail
from workbench.store.standings import Standings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.store.connection import Connection, Row

_COLUMNS = (
    "id, article_id, seq, action, editor, at, claim_id, version, decision_before, decision_after,"
    " batch, undoes, detail, previous_digest, digest, form_before, form_after"
)
_SELECT = f"SELECT {_COLUMNS} FROM events"  # noqa: S608 - names of columns are ours


@dataclass(frozen=True, slots=True)
class Change:
    """What an editor wants to become of one claim."""

    event_id: EventId
    claim_id: ClaimId
    action: Action
    after: Decision
    seen_version: int
    """The version of the claim the editor decided on."""

    undoes: EventId | None = None
    form: Form | None = None
    """What the claim is taken for from now on; None leaves it what it is."""


@dataclass(frozen=True, slots=True)
class SentenceChange:
    """That an editor found a sentence to claim nothing, or takes that back."""

    event_id: EventId
    action: Action
    span: Span
    is_marked: bool
    undoes: EventId | None = None


class Events:
    """The table `events`. Nothing here changes or deletes one, and the database refuses to."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._standings = Standings(connection)
        self._forms = Forms(connection)
        self._sentences = Sentences(connection)

    def of(self, article: ArticleId, *, after: int = 0) -> list[ReviewEvent]:
        """The events of `article` behind number `after`, in order."""
        rows = self._connection.rows(
            f"{_SELECT} WHERE article_id = ? AND seq > ? ORDER BY seq", (article, after)
        )
        return [event_of(row) for row in rows]

    def one(self, event: EventId) -> ReviewEvent | None:
        rows = self._connection.rows(f"{_SELECT} WHERE id = ?", (event,))
        return event_of(rows[0]) if rows else None

    def count(self, article: ArticleId) -> int:
        """How many events `article` has, which is the number of the last."""
        return self._end(article)[0]

    def head(self, article: ArticleId) -> str:
        """The digest of the last event of `article`."""
        return self._end(article)[1]

    def record(
        self,
        event_id: EventId,
        article: ArticleId,
        action: Action,
        editor: Editor,
        *,
        at: str,
        detail: str,
    ) -> None:
        """Append what was done to the article as a whole."""
        seq, digest = self._end(article)
        event = ReviewEvent(
            event_id,
            article,
            seq + 1,
            action,
            editor.name,
            at,
            detail=detail,
            previous_digest=digest,
        )
        self._append(event, editor.id)

    def decide(
        self,
        article: ArticleId,
        changes: Sequence[Change | SentenceChange],
        editor: Editor,
        *,
        batch: BatchId,
        at: str,
    ) -> list[Standing]:
        """Append one event a change, and fold each; the standings of the claims among them.

        Raises:
            ConflictError: somebody decided on one of the claims since the version the editor saw.
        """
        seq, digest = self._end(article)
        standings = []
        touched: list[Span] = []
        for change in changes:
            seq += 1
            event = ReviewEvent(
                change.event_id,
                article,
                seq,
                change.action,
                editor.name,
                at,
                batch=batch,
                undoes=change.undoes,
                previous_digest=digest,
            )
            if isinstance(change, SentenceChange):
                event = self._say(event, change)
            else:
                event = self._change(event, change, touched)
                standings.append(
                    Standing(change.claim_id, event.version, change.after, editor.name, at)
                )
                self._standings.put(article, standings[-1])
            digest = self._append(event, editor.id)
        if touched:
            self._forms.settle(article, touched)
        return standings

    def _say(self, event: ReviewEvent, change: SentenceChange) -> ReviewEvent:
        mark = NothingToCheck(change.span, event.editor, event.at) if change.is_marked else None
        self._sentences.put(event.article_id, change.span, mark)
        return replace(event, detail=sentence_detail(change.span, is_marked=change.is_marked))

    def _change(self, event: ReviewEvent, change: Change, touched: list[Span]) -> ReviewEvent:
        before = self._standings.one(change.claim_id)
        if before.version != change.seen_version:
            raise conflict(before)
        event = replace(
            event,
            claim_id=change.claim_id,
            version=before.version + 1,
            before=before.decision,
            after=change.after,
        )
        if change.form is None:
            return event
        form = self._forms.one(change.claim_id)
        touched += [form.claim.span, change.form.claim.span]
        self._forms.put(event.article_id, change.claim_id, change.form)
        return replace(event, form_before=form, form_after=change.form)

    def last_done(self, article: ArticleId, editor: EditorId) -> list[ReviewEvent]:
        """The last batch of decisions of `editor` that is in force: what undo takes back.

        A batch done again counts as the last one done, so the batches in force are a stack.
        """
        return self._last_batch("e.action <> 'undo'", article, editor)

    def last_undone(self, article: ArticleId, editor: EditorId) -> list[ReviewEvent]:
        """The last undo of `editor` that nothing new was done after: what redo takes back."""
        return self._last_batch(
            """
            e.action = 'undo' AND e.seq > COALESCE((
                SELECT d.seq FROM events d
                WHERE d.article_id = e.article_id AND d.editor_id = e.editor_id
                AND d.batch IS NOT NULL AND d.action NOT IN ('undo', 'redo')
                ORDER BY d.seq DESC LIMIT 1
            ), 0)
            """,
            article,
            editor,
        )

    def batch(self, batch: BatchId) -> list[ReviewEvent]:
        """The events of one key press, in order."""
        rows = self._connection.rows(f"{_SELECT} WHERE batch = ? ORDER BY seq", (batch,))
        return [event_of(row) for row in rows]

    def is_undone(self, event: EventId) -> bool:
        return bool(
            self._connection.rows("SELECT 1 FROM events WHERE undoes = ? LIMIT 1", (event,))
        )

    def others_since(self, event: ReviewEvent, editor: EditorId) -> bool:
        """Whether somebody else's decision on the claim, made after `event`, is in force."""
        return bool(
            self._connection.rows(
                """
                SELECT 1 FROM events e
                WHERE e.claim_id = ? AND e.version > ? AND e.editor_id <> ? AND e.action <> 'undo'
                AND NOT EXISTS (SELECT 1 FROM events u WHERE u.undoes = e.id) LIMIT 1
                """,
                (event.claim_id, event.version, editor),
            )
        )

    def _last_batch(
        self, condition: str, article: ArticleId, editor: EditorId
    ) -> list[ReviewEvent]:
        rows = self._connection.rows(
            f"""
            SELECT e.batch FROM events e
            WHERE e.article_id = ? AND e.editor_id = ? AND e.batch IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM events u WHERE u.undoes = e.id) AND {condition}
            ORDER BY e.seq DESC LIMIT 1
            """,  # noqa: S608 - conditions are ours
            (article, editor),
        )
        return self.batch(rows[0][0]) if rows else []

    def _end(self, article: ArticleId) -> tuple[int, str]:
        rows = self._connection.rows(
            "SELECT seq, digest FROM events WHERE article_id = ? ORDER BY seq DESC LIMIT 1",
            (article,),
        )
        return (rows[0][0], rows[0][1]) if rows else (0, FIRST_DIGEST)

    def _append(self, event: ReviewEvent, editor: EditorId) -> str:
        chained = replace(event, digest=event_digest(event))
        self._connection.run(
            f"INSERT INTO events ({_COLUMNS}, editor_id) VALUES ({', '.join('?' * 18)})",  # noqa: S608 - ours
            (
                chained.id,
                chained.article_id,
                chained.seq,
                str(chained.action),
                chained.editor,
                chained.at,
                chained.claim_id,
                chained.version,
                chained.before and decision_json(chained.before),
                chained.after and decision_json(chained.after),
                chained.batch,
                chained.undoes,
                chained.detail,
                chained.previous_digest,
                chained.digest,
                chained.form_before and form_json(chained.form_before),
                chained.form_after and form_json(chained.form_after),
                editor,
            ),
        )
        return chained.digest


def event_of(row: Row) -> ReviewEvent:
    """The event in a row of the columns above."""
    id_, article, seq, action, editor, at, claim, version, *rest = row
    before, after, batch, undoes, detail, previous_digest, digest, form_before, form_after = rest
    try:
        return ReviewEvent(
            id_,
            article,
            seq,
            Action(action),
            editor,
            at,
            claim,
            version,
            None if before is None else decision_from_json(before),
            None if after is None else decision_from_json(after),
            batch,
            undoes,
            detail,
            previous_digest,
            digest,
            None if form_before is None else form_from_json(form_before),
            None if form_after is None else form_from_json(form_after),
        )
    except ValueError as error:
        msg = f"Event {seq} of an article cannot be read back."
        raise StoreError(msg, hint="Run `workbench doctor`.") from error


def conflict(standing: Standing) -> ConflictError:
    """Who decided what and when, so that the editor can look again."""
    what = standing.rating or "no verdict"
    msg = f"{standing.editor or 'Nobody'} changed this claim at {standing.changed_at or 'no time'}: now {what}."
    return ConflictError(msg, hint="Look at it again, then decide.")
