"""Where each claim stands: the fold of its events, kept so that a screen need not fold them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.errors import StoreError
from workbench.model import (
    ArticleId,
    ClaimId,
    Decision,
    Standing,
    decision_from_json,
    decision_json,
)

if TYPE_CHECKING:
    from workbench.store.connection import Connection

_SELECT = "SELECT claim_id, version, decision, editor, changed_at FROM standings"


class Standings:
    """The table `standings`: written with each event, and again by `rebuild`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, article: ArticleId) -> dict[ClaimId, Standing]:
        """The standings of the claims that somebody touched."""
        rows = self._connection.rows(f"{_SELECT} WHERE article_id = ?", (article,))
        return {
            claim: Standing(claim, version, _decision(decision), editor, at)
            for claim, version, decision, editor, at in rows
        }

    def one(self, claim: ClaimId) -> Standing:
        """Version 0 for a claim nobody touched."""
        rows = self._connection.rows(f"{_SELECT} WHERE claim_id = ?", (claim,))
        if not rows:
            return Standing(claim)
        _, version, decision, editor, at = rows[0]
        return Standing(claim, version, _decision(decision), editor, at)

    def put(self, article: ArticleId, standing: Standing) -> None:
        self._connection.run(
            """
            INSERT INTO standings
                (claim_id, article_id, version, rating, decision, editor, changed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (claim_id) DO UPDATE SET
                version = excluded.version,
                rating = excluded.rating,
                decision = excluded.decision,
                editor = excluded.editor,
                changed_at = excluded.changed_at
            """,
            (
                standing.claim_id,
                article,
                standing.version,
                standing.rating,
                decision_json(standing.decision),
                standing.editor,
                standing.changed_at,
            ),
        )

    def forget_all(self) -> None:
        """Before they are folded again from the events."""
        self._connection.run("DELETE FROM standings")


@lru_cache(maxsize=4096)
def _decision(text: str) -> Decision:
    """Most claims of an article share a few decisions, such as a plain `confirmed`."""
    try:
        return decision_from_json(text)
    except ValueError as error:
        msg = "The standing of a claim cannot be read back."
        raise StoreError(msg, hint="Run `workbench doctor --rebuild`.") from error
