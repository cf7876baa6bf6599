"""What editors made of the claims: the fold of the events that changed one, kept where it differs."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.model import BY_HAND, ArticleId, ClaimId, Extent, Form, Span, carriers
from workbench.store.claims import unknown_claim
from workbench.store.columns import CLAIM_COLUMNS, claim_row, claims_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from workbench.store.connection import Connection, Row

_CLAIM = ", ".join(CLAIM_COLUMNS)
_WIDTH = len(CLAIM_COLUMNS)
_SELECT = (
    "SELECT c.id, c.number, c.parent_id, f.claim_id, f.parent_id, f.is_dropped, f.reason,"  # noqa: S608 - ours
    f" {', '.join(f'{table}.{name}' for table in 'cf' for name in CLAIM_COLUMNS)}"
    " FROM claims c LEFT JOIN forms f ON f.claim_id = c.id"
)
_FIRST = 7
"""Columns before those of the claim as split."""


@dataclass(frozen=True, slots=True)
class _Shaped:
    """A claim as it was split or added, and as it is now."""

    id: ClaimId
    number: int
    split: Form
    split_carrier: ClaimId | None
    form: Form
    carrier: ClaimId | None

    @property
    def extent(self) -> Extent:
        claim = self.form.claim
        by_hand = self.form != self.split or claim.rule == BY_HAND
        return Extent(
            self.id, self.number, claim.span, claim.level, self.split_carrier, is_by_hand=by_hand
        )


class Forms:
    """The table `forms`: a row for each claim that is not as it was split any more, or was added."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def one(self, claim: ClaimId) -> Form:
        """What `claim` is taken for now."""
        return self._shaped(claim).form

    def is_dropped(self, claim: ClaimId) -> bool:
        rows = self._connection.rows("SELECT is_dropped FROM forms WHERE claim_id = ?", (claim,))
        return bool(rows and rows[0][0])

    def of(self, article: ArticleId) -> dict[ClaimId, tuple[Form, ClaimId | None]]:
        """The rows of `article`: what each of its changed claims is now, and what carries it."""
        return {
            shaped.id: (shaped.form, shaped.carrier)
            for shaped in self._read("WHERE f.article_id = ?", (article,))
        }

    def put(self, article: ArticleId, claim: ClaimId, form: Form) -> None:
        """Take `claim` for `form` from now on; `settle` finds afterwards what carries what."""
        self._write(article, self._shaped(claim), form, None)

    def settle(self, article: ArticleId, touched: Iterable[Span]) -> None:
        """Find anew which assertion carries each detail in the stretches that were `touched`.

        An editor changes a few claims among tens of thousands, so only their neighbours are read.
        """
        stretches = _merged(touched)
        starts = [stretch.start for stretch in stretches]
        near = self._in_force(article, Span(stretches[0].start, stretches[-1].end))
        known = {shaped.id: shaped for shaped in near}
        for detail, carrier in carriers(shaped.extent for shaped in near):
            shaped = known[detail]
            span = shaped.form.claim.span
            place = bisect_right(starts, span.end) - 1
            if place >= 0 and any(span.overlaps(one) for one in stretches[: place + 1][-2:]):
                self._write(article, shaped, shaped.form, carrier)

    def twin(self, article: ArticleId, claim: ClaimId) -> int | None:
        """The number of another claim in force of the same kind on the same words."""
        wanted = self.one(claim).claim
        for shaped in self._in_force(article, wanted.span):
            other = shaped.form.claim
            if shaped.id != claim and (other.span, other.kind) == (wanted.span, wanted.kind):
                return shaped.number
        return None

    def within(self, article: ArticleId, span: Span) -> list[ClaimId]:
        """The claims in force that lie in `span`, by number."""
        found = [
            (shaped.number, shaped.id)
            for shaped in self._in_force(article, span)
            if shaped.form.claim.span in span
        ]
        return [claim for _, claim in sorted(found)]

    def folded(
        self, article: ArticleId, forms: Mapping[ClaimId, Form]
    ) -> dict[ClaimId, tuple[Form, ClaimId | None]]:
        """The rows that `forms`, which the events of `article` lead to, make."""
        if not forms:
            return {}
        shapes = {
            shaped.id: replace(shaped, form=forms.get(shaped.id, shaped.split))
            for shaped in self._read("WHERE c.article_id = ?", (article,))
        }
        carried = dict(
            carriers(shaped.extent for shaped in shapes.values() if not shaped.form.is_dropped)
        )
        return {
            claim: (shaped.form, carried.get(claim))
            for claim, shaped in shapes.items()
            if _is_kept(shaped, shaped.form, carried.get(claim))
        }

    def fold(self, article: ArticleId, forms: Mapping[ClaimId, Form]) -> None:
        """Keep the rows that `forms` make, and no others."""
        rows = self.folded(article, forms)
        self._connection.run("DELETE FROM forms WHERE article_id = ?", (article,))
        for claim, (form, carrier) in rows.items():
            self._write(article, self._shaped(claim), form, carrier)

    def _shaped(self, claim: ClaimId) -> _Shaped:
        for shaped in self._read("WHERE c.id = ?", (claim,)):
            return shaped
        raise unknown_claim(claim)

    def _in_force(self, article: ArticleId, hull: Span) -> list[_Shaped]:
        """The claims in force that have a character in `hull`."""
        nearby = "WHERE c.article_id = ? AND c.span_start < ? AND c.span_end > ?"
        found = {
            shaped.id: shaped
            for shaped in (
                *self._read(nearby, (article, hull.end, hull.start)),
                # what lay elsewhere when it was split may have been moved here
                *self._read("WHERE f.article_id = ?", (article,)),
            )
        }
        return [
            shaped
            for shaped in found.values()
            if not shaped.form.is_dropped and shaped.form.claim.span.overlaps(hull)
        ]

    def _read(self, condition: str, values: tuple[object, ...]) -> list[_Shaped]:
        rows = self._connection.rows(f"{_SELECT} {condition}", values)
        splits = claims_of([row[_FIRST : _FIRST + _WIDTH] for row in rows])
        changed = [row for row in rows if row[3] is not None]
        forms = claims_of([row[_FIRST + _WIDTH :] for row in changed])
        now = {
            row[0]: (Form(claim, bool(row[5]), row[6]), row[4])
            for row, claim in zip(changed, forms, strict=True)
        }
        return [
            _Shaped(row[0], row[1], Form(split), row[2], *now.get(row[0], (Form(split), row[2])))
            for row, split in zip(rows, splits, strict=True)
        ]

    def _write(
        self, article: ArticleId, shaped: _Shaped, form: Form, carrier: ClaimId | None
    ) -> None:
        if not _is_kept(shaped, form, carrier):
            self._connection.run("DELETE FROM forms WHERE claim_id = ?", (shaped.id,))
            return
        values: Row = (
            shaped.id,
            article,
            carrier,
            int(form.is_dropped),
            form.reason,
            *claim_row(form.claim),
        )
        self._connection.run(
            f"""
            INSERT INTO forms (claim_id, article_id, parent_id, is_dropped, reason, {_CLAIM})
            VALUES ({", ".join("?" * len(values))})
            ON CONFLICT (claim_id) DO UPDATE SET
                parent_id = excluded.parent_id,
                is_dropped = excluded.is_dropped,
                reason = excluded.reason,
                {", ".join(f"{name} = excluded.{name}" for name in CLAIM_COLUMNS)}
            """,  # noqa: S608 - names of columns are ours
            values,
        )


def _is_kept(shaped: _Shaped, form: Form, carrier: ClaimId | None) -> bool:
    """Whether there is a row for it; one that an editor added has one always, as it is out of order."""
    is_added = shaped.split.claim.rule == BY_HAND
    return is_added or (form, carrier) != (shaped.split, shaped.split_carrier)


def _merged(spans: Iterable[Span]) -> list[Span]:
    """`spans` without overlaps, in order."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
