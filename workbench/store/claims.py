"""The claims of an article, as split: written once in bulk, read fast in text order."""

from __future__ import annotations

import gc
import hashlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

from workbench.errors import UnknownError
from workbench.model import ArticleId, Claim, ClaimId, KeptClaim, canonical_json, visible_line
from workbench.store.columns import CLAIM_COLUMNS, claim_row, claims_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from workbench.store.connection import Connection, Insert, Row

_OWN = ("id", "article_id", "number", "parent_id")
_COLUMNS = (*_OWN, *CLAIM_COLUMNS)
_SELECT = f"SELECT {', '.join(_COLUMNS)} FROM claims"  # noqa: S608 - names of columns are ours


class Claims:
    """The table `claims`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self, insert: Insert, article: ArticleId, claims: Sequence[Claim], ids: Sequence[ClaimId]
    ) -> None:
        """Keep `claims`, in text order, under `ids`."""
        insert(
            "claims",
            _COLUMNS,
            (
                (
                    ids[place],
                    article,
                    place + 1,
                    None if claim.parent is None else ids[claim.parent],
                    *claim_row(claim),
                )
                for place, claim in enumerate(claims)
            ),
        )

    def of(self, article: ArticleId, text: str) -> list[KeptClaim]:
        """The claims of `article`, whose text is `text`, by number."""
        rows = self._connection.rows(f"{_SELECT} WHERE article_id = ? ORDER BY number", (article,))
        places: dict[str | None, int] = {row[0]: place for place, row in enumerate(rows)}
        with _without_collecting():
            return _kept(rows, text, places)

    def one(self, claim: ClaimId, text: str) -> KeptClaim:
        rows = self._connection.rows(f"{_SELECT} WHERE id = ?", (claim,))
        if not rows:
            raise _unknown(claim)
        parent = rows[0][3]
        places: dict[str | None, int] = {}
        if parent is not None:
            [(number,)] = self._connection.rows("SELECT number FROM claims WHERE id = ?", (parent,))
            places = {parent: number - 1}
        return _kept(rows, text, places)[0]

    def article_of(self, claim: ClaimId) -> ArticleId:
        rows = self._connection.rows("SELECT article_id FROM claims WHERE id = ?", (claim,))
        if not rows:
            raise _unknown(claim)
        return ArticleId(rows[0][0])

    def numbered(self, article: ArticleId, number: int) -> ClaimId | None:
        rows = self._connection.rows(
            "SELECT id FROM claims WHERE article_id = ? AND number = ?", (article, number)
        )
        return ClaimId(rows[0][0]) if rows else None

    def count(self, article: ArticleId) -> int:
        [(count,)] = self._connection.rows(
            "SELECT COUNT(*) FROM claims WHERE article_id = ?", (article,)
        )
        return int(count)

    def details_of(self, claim: ClaimId) -> list[ClaimId]:
        """The details that `claim` carries, by number."""
        rows = self._connection.rows(
            "SELECT id FROM claims WHERE parent_id = ? ORDER BY number", (claim,)
        )
        return [ClaimId(id_) for (id_,) in rows]

    def digest(self, article: ArticleId) -> str:
        """Hex SHA-256 over the claims as kept; the event of the split holds the same."""
        digest = hashlib.sha256()
        for row in self._connection.rows(
            f"{_SELECT} WHERE article_id = ? ORDER BY number", (article,)
        ):
            digest.update(canonical_json(row).encode() + b"\n")
        return digest.hexdigest()


def _kept(rows: Sequence[Row], text: str, places: Mapping[str | None, int]) -> list[KeptClaim]:
    """The claims in `rows`, each under the parent that `places` has for it."""
    width = len(_OWN)
    claims = claims_of([row[width:] for row in rows], [places.get(row[3]) for row in rows])
    return [
        KeptClaim(row[0], row[1], row[2], claim, text[claim.span.start : claim.span.end], row[3])
        for row, claim in zip(rows, claims, strict=True)
    ]


@contextmanager
def _without_collecting() -> Iterator[None]:
    """No search for cycles while tens of thousands of values without any are made: half the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _unknown(claim: ClaimId) -> UnknownError:
    msg = f"There is no claim {visible_line(claim)}."
    return UnknownError(msg, hint="`workbench claims ARTICLE` lists them.")
