"""Which decisions of the desk are worth remembering, and as which checked claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.errors import StoreError
from workbench.model import CheckedClaim, ClaimId, ClaimKind, Level, decision_from_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.store.connection import Connection, Row

_STATING = tuple(kind.value for kind in ClaimKind if kind.level is Level.ASSERTION)
_TELLING = (ClaimKind.QUANTITY.value, ClaimKind.MONEY.value, ClaimKind.RANK.value)
"""Details that say something checkable again once they are stated as a sentence. A name or a date
says it in its assertion, which is remembered."""

_KINDS = (*_STATING, *_TELLING)
_SELECT = f"""
    SELECT s.claim_id,
        CASE WHEN COALESCE(f.statement, c.statement) <> '' THEN COALESCE(f.statement, c.statement)
            ELSE substr(
                a.text,
                COALESCE(f.span_start, c.span_start) + 1,
                COALESCE(f.span_end - f.span_start, c.span_end - c.span_start)
            ) END,
        s.rating, a.title,
        COALESCE(CASE WHEN f.claim_id IS NULL THEN c.speaker ELSE f.speaker END, ''),
        s.changed_at, s.editor, s.decision
    FROM standings s JOIN claims c ON c.id = s.claim_id JOIN articles a ON a.id = s.article_id
        LEFT JOIN forms f ON f.claim_id = c.id
    WHERE s.rating IS NOT NULL AND COALESCE(f.is_dropped, 0) = 0
    AND (COALESCE(f.kind, c.kind) IN ({", ".join("?" * len(_STATING))})
        OR (COALESCE(f.kind, c.kind) IN ({", ".join("?" * len(_TELLING))})
            AND COALESCE(f.statement, c.statement) <> ''))
"""  # noqa: S608 - only ? marks


class Decided:
    """The verdicts that stand on the desk, as the memory keeps them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keeps(self, kind: ClaimKind) -> bool:
        """Whether verdicts on such claims are remembered."""
        return kind.value in _KINDS

    def one(self, claim: ClaimId) -> CheckedClaim | None:
        """What is to be remembered of `claim`; None without a verdict, and for bare names and dates."""
        rows = self._connection.rows(f"{_SELECT} AND s.claim_id = ?", (*_KINDS, claim))
        return _checked(rows[0]) if rows else None

    def all(self) -> Iterator[CheckedClaim]:
        """Everything that is to be remembered, in the order of articles and claims."""
        rows = self._connection.rows(f"{_SELECT} ORDER BY a.number, c.number", _KINDS)
        return map(_checked, rows)


def _checked(row: Row) -> CheckedClaim:
    claim, text, rating, title, speaker, at, editor, decision_text = row
    try:
        decision = decision_from_json(decision_text)
    except ValueError as error:
        msg = "The standing of a claim cannot be read back."
        raise StoreError(msg, hint="Run `workbench doctor --rebuild`.") from error
    return CheckedClaim(
        id=claim,
        text=text,
        rating=rating,
        headline=title,
        speaker=speaker,
        checked_at=at,
        best_before=decision.verdict.best_before if decision.verdict else "",
        note=decision.note,
        editor=editor,
        claim_id=ClaimId(claim),
    )
