"""Which decisions an editor can take back or do again, and how: by events that make up for others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.errors import RuleError
from workbench.model import Action, ArticleId, EventId, Standing
from workbench.review.keeping import keep
from workbench.store import Change, conflict

if TYPE_CHECKING:
    from workbench.review.desk import Desk


def undo(desk: Desk, article: ArticleId) -> list[Standing]:
    """Take back the last thing this editor did to claims of `article`, as one batch.

    Raises:
        RuleError: there is nothing to take back.
        ConflictError: somebody else decided on one of the claims since.
    """
    return _made_up_for(desk, article, Action.UNDO)


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
        changes = []
        for event in reversed(batch):
            if event.claim_id is None or event.before is None:
                msg = "only decisions about claims are in a batch"
                raise AssertionError(msg)
            now = desk.store.standings.one(event.claim_id)
            if now.decision != event.after or events.others_since(event, editor.id):
                raise conflict(now)
            changes.append(
                Change(
                    EventId(desk.ids()),
                    event.claim_id,
                    action,
                    event.before,
                    now.version,
                    event.id,
                )
            )
        return keep(desk, article, changes)
