"""The claims of an article: as split, written once in bulk; as editors left them, read fast in text order."""

from __future__ import annotations

import gc
import hashlib
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.errors import UnknownError
from workbench.model import (
    ArticleId,
    Claim,
    ClaimId,
    ClaimKind,
    KeptClaim,
    Level,
    canonical_json,
    visible_line,
)
from workbench.store.columns import CLAIM_COLUMNS, claim_row, claims_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.store.connection import Connection, Insert, Row

_OWN = ("id", "article_id", "number", "parent_id")
_COLUMNS = (*_OWN, *CLAIM_COLUMNS)
_SELECT = f"SELECT {', '.join(_COLUMNS)} FROM claims"  # noqa: S608 - names of columns are ours
_START, _END, _KIND = (
    len(_OWN) + CLAIM_COLUMNS.index(name) for name in ("span_start", "span_end", "kind")
)
_ASSERTIONS = {str(kind) for kind in ClaimKind if kind.level is Level.ASSERTION}
_CHANGED = (
    "SELECT f.claim_id, f.article_id, c.number, f.parent_id, f.is_dropped, f.reason,"  # noqa: S608 - ours
    f" {', '.join(f'f.{name}' for name in CLAIM_COLUMNS)}"
    " FROM forms f JOIN claims c ON c.id = f.claim_id"
)

AT_A_TIME = 250
"""Rows that are held while claims are read one by one."""


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

    def add_by_hand(self, article: ArticleId, claim: Claim, id_: ClaimId) -> None:
        """Keep a claim that an editor adds, under the next number; it is in force from its event on."""
        values = claim_row(claim)
        self._connection.run(
            f"""
            INSERT INTO claims (id, article_id, number, parent_id, {", ".join(CLAIM_COLUMNS)})
            SELECT ?, ?, COALESCE(MAX(number), 0) + 1, NULL, {", ".join("?" * len(values))}
            FROM claims WHERE article_id = ?
            """,  # noqa: S608 - names of columns are ours
            (id_, article, *values, article),
        )
        self._connection.run(
            f"""
            INSERT INTO forms
                (claim_id, article_id, is_dropped, reason, {", ".join(CLAIM_COLUMNS)})
            VALUES (?, ?, 1, '', {", ".join("?" * len(values))})
            """,  # noqa: S608 - names of columns are ours
            (id_, article, *values),
        )

    def of(self, article: ArticleId, text: str) -> list[KeptClaim]:
        """The claims in force of `article`, whose text is `text`, in text order."""
        rows = self._connection.rows(f"{_SELECT} WHERE article_id = ? ORDER BY number", (article,))
        changed = self._connection.rows(f"{_CHANGED} WHERE f.article_id = ?", (article,))
        if changed:
            rows = _in_force(rows, changed)
        with _without_collecting():
            return _kept(rows, text)

    def dropped(self, article: ArticleId, text: str) -> list[KeptClaim]:
        """The claims of `article` that an editor took for none, by number."""
        rows = self._connection.rows(
            f"{_CHANGED} WHERE f.article_id = ? AND f.is_dropped AND f.reason <> ''"
            " ORDER BY c.number",
            (article,),
        )
        return [_changed(row, text) for row in rows]

    def each(self, article: ArticleId, text: str) -> Iterator[KeptClaim]:
        """The claims that `of` returns, one after the other: a few rows are held at a time."""
        changed = self._connection.rows(
            "SELECT 1 FROM forms WHERE article_id = ? LIMIT 1", (article,)
        )
        if changed:
            # they may stand anywhere in the text now
            yield from self.of(article, text)
            return
        last = 0
        while rows := self._connection.rows(
            f"{_SELECT} WHERE article_id = ? AND number > ? ORDER BY number LIMIT ?",
            (article, last, AT_A_TIME),
        ):
            yield from _kept(rows, text)
            last = rows[-1][2]

    def one(self, claim: ClaimId, text: str) -> KeptClaim:
        """The claim as it is now, be it in force or dropped."""
        for row in self._connection.rows(f"{_CHANGED} WHERE f.claim_id = ?", (claim,)):
            return _changed(row, text)
        rows = self._connection.rows(f"{_SELECT} WHERE id = ?", (claim,))
        if not rows:
            raise unknown_claim(claim)
        return _kept(rows, text)[0]

    def article_of(self, claim: ClaimId) -> ArticleId:
        rows = self._connection.rows("SELECT article_id FROM claims WHERE id = ?", (claim,))
        if not rows:
            raise unknown_claim(claim)
        return ArticleId(rows[0][0])

    def numbered(self, article: ArticleId, number: int) -> ClaimId | None:
        rows = self._connection.rows(
            "SELECT id FROM claims WHERE article_id = ? AND number = ?", (article, number)
        )
        return ClaimId(rows[0][0]) if rows else None

    def number_of(self, claim: ClaimId) -> int:
        rows = self._connection.rows("SELECT number FROM claims WHERE id = ?", (claim,))
        if not rows:
            raise unknown_claim(claim)
        return int(rows[0][0])

    def last_number(self, article: ArticleId) -> int:
        """The highest number of a claim of `article`; 0 without any."""
        [(number,)] = self._connection.rows(
            "SELECT COALESCE(MAX(number), 0) FROM claims WHERE article_id = ?", (article,)
        )
        return int(number)

    def details_of(self, claim: ClaimId) -> list[ClaimId]:
        """The details in force that `claim` carries, by number."""
        rows = self._connection.rows(
            """
            SELECT c.number, c.id FROM claims c WHERE c.parent_id = ?
            AND NOT EXISTS (SELECT 1 FROM forms f WHERE f.claim_id = c.id)
            UNION ALL
            SELECT c.number, c.id FROM forms f JOIN claims c ON c.id = f.claim_id
            WHERE f.parent_id = ? AND NOT f.is_dropped
            ORDER BY 1
            """,
            (claim, claim),
        )
        return [ClaimId(id_) for _, id_ in rows]

    def added(self, article: ArticleId, *, after: int) -> dict[ClaimId, Claim]:
        """The claims of `article` with a number above `after`, as they were added."""
        rows = self._connection.rows(
            f"{_SELECT} WHERE article_id = ? AND number > ? ORDER BY number", (article, after)
        )
        width = len(_OWN)
        claims = claims_of([row[width:] for row in rows])
        return {ClaimId(row[0]): claim for row, claim in zip(rows, claims, strict=True)}

    def digest(self, article: ArticleId, *, count: int | None = None) -> str:
        """Hex SHA-256 over the first `count` claims as split; the event of the split holds the same."""
        digest = hashlib.sha256()
        limit = -1 if count is None else count
        for row in self._connection.rows(
            f"{_SELECT} WHERE article_id = ? ORDER BY number LIMIT ?", (article, limit)
        ):
            digest.update(canonical_json(row).encode() + b"\n")
        return digest.hexdigest()


def _in_force(rows: Sequence[Row], changed: Sequence[Row]) -> list[Row]:
    """`rows` as split with those in `changed` as they are now, in text order, without dropped ones."""
    now = {row[0]: row for row in changed}
    kept: list[Row] = []
    for row in rows:
        form = now.get(row[0])
        if form is None:
            kept.append(row)
        elif not form[4]:
            kept.append((*form[:4], *form[6:]))
    kept.sort(key=lambda row: (row[_START], -row[_END], row[_KIND] not in _ASSERTIONS, row[2]))
    return kept


def _changed(row: Row, text: str) -> KeptClaim:
    """The claim in a row of `_CHANGED`."""
    [kept] = _kept([(*row[:4], *row[6:])], text)
    return replace(kept, is_dropped=bool(row[4]), drop_reason=row[5])


def _kept(rows: Sequence[Row], text: str) -> list[KeptClaim]:
    width = len(_OWN)
    claims = claims_of([row[width:] for row in rows])
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


def unknown_claim(claim: ClaimId) -> UnknownError:
    msg = f"There is no claim {visible_line(claim)}."
    return UnknownError(msg, hint="`workbench claims ARTICLE` lists them.")
