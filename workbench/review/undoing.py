"""Which decisions an editor can take back or do again, and how: by events that make up for others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.errors import ConflictError, RuleError, UnknownError
from workbench.model import Action, ArticleId, EventId, ReviewEvent, Standing
from workbench.review.keeping import keep
from workbench.store import Change, SentenceChange, conflict, sentence_in

if TYPE_CHECKING:
    from workbench.review.desk import Desk


def undo(desk: Desk, article: ArticleId, of: EventId | None = None) -> list[Standing]:
    """Take back the last thing this editor did to claims of `article`, as one batch.

    Args:
        of: Takes back the batch of that event instead, however long ago; what was an undo is done again.

    Raises:
        RuleError: there is nothing to take back.
        ConflictError: something else was decided on one of the claims since.
        UnknownError: `article` has no such event.
    """
    if of is None:
        return _made_up_for(desk, article, Action.UNDO)
    with desk.store.writing():
        batch = _batch_of(desk, article, of)
        was_undo = batch[0].action is Action.UNDO
        action = Action.REDO if was_undo else Action.UNDO
        changes = [_counter(desk, article, event, action) for event in reversed(batch)]
        return keep(desk, article, changes)


def redo(desk: Desk, article: ArticleId) -> list[Standing]:
    """Take back the last undo; gone once something new was decided.

    Raises:
        RuleError: there is nothing to do again.
        ConflictError: somebody else decided on one of the claims since.
    """
    return _made_up_for(desk, article, Action.REDO)


def _made_up_for(desk: Desk, article: ArticleId, action: Action) -> list[Standing]:
    events = desk.store.events
    with desk.store.writing():
        editor = desk.editor()
        if action is Action.UNDO:
            batch = events.last_done(article, editor.id)
        else:
            batch = events.last_undone(article, editor.id)
        if not batch:
            msg = f"There is nothing to {action}."
            raise RuleError(msg, hint="Each editor takes back only what they did themselves.")
        changes = [_counter(desk, article, event, action) for event in reversed(batch)]
        return keep(desk, article, changes)


def _batch_of(desk: Desk, article: ArticleId, id_: EventId) -> list[ReviewEvent]:
    event = desk.store.events.one(id_)
    if event is None or event.article_id != article:
        msg = "That is not in the history of the article."
        raise UnknownError(msg, hint="Look at the history again.")
    if event.batch is None:
        msg = "Articles and sources that came in are not taken back."
        raise RuleError(msg, hint="Only what was decided about claims is.")
    if event.editor != desk.editor_name:
        msg = f"{event.editor} did that."
        raise RuleError(msg, hint="Each editor takes back only what they did themselves.")
    if desk.store.events.is_undone(id_):
        msg = "That was taken back already."
        raise RuleError(msg, hint="Look at the history again.")
    return desk.store.events.batch(event.batch)


def _counter(
    desk: Desk, article: ArticleId, event: ReviewEvent, action: Action
) -> Change | SentenceChange:
    """What makes up for `event`."""
    event_id = EventId(desk.ids())
    store = desk.store
    sentence = sentence_in(event)
    if sentence is not None:
        span, is_marked = sentence
        if store.sentences.is_marked(article, span) != is_marked:
            msg = "Somebody else changed what is said of that sentence since."
            raise ConflictError(msg, hint="Look at it again, then decide.")
        return SentenceChange(event_id, action, span, not is_marked, event.id)
    if event.claim_id is None or event.before is None:
        msg = "only decisions about claims and sentences are in a batch"
        raise AssertionError(msg)
    now = store.standings.one(event.claim_id)
    moved_on = now.decision != event.after or (
        event.form_after is not None and store.forms.one(event.claim_id) != event.form_after
    )
    if moved_on or store.events.others_since(event, desk.editor().id):
        raise conflict(now)
    return Change(
        event_id, event.claim_id, action, event.before, now.version, event.id, event.form_before
    )
