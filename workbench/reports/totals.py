"""How the claims of a report are counted: by kind, by rating, and what is open."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.model import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.model import ScaleEntry
    from workbench.reports.report import Report, ReportedClaim


@dataclass(frozen=True, slots=True)
class Totals:
    """Counts over some claims."""

    name: str
    """Of the kind; empty for all claims."""

    label: str
    by_rating: tuple[tuple[ScaleEntry, int], ...]
    """Every rating that can occur, in the order of the scale, zeros included."""

    open: int
    never_looked_at: int
    claims: int

    def counts_of(self, entries: Iterable[ScaleEntry]) -> list[int]:
        """The counts for `entries`, in their order."""
        counts = {entry.name: count for entry, count in self.by_rating}
        return [counts[entry.name] for entry in entries]


def totals_of(report: Report) -> Totals:
    """Counts over all claims."""
    return _totals(report, "", "All", report.claims)


def totals_by_kind(report: Report) -> tuple[Totals, ...]:
    """Counts a kind, for the kinds that occur."""
    counted = [
        _totals(report, name, kind.label, [claim for claim in report.claims if claim.kind is name])
        for name, kind in KINDS.items()
    ]
    return tuple(totals for totals in counted if totals.claims)


def given_ratings(totals: Totals) -> list[ScaleEntry]:
    """The ratings that occur: the columns of a table for people."""
    return [entry for entry, count in totals.by_rating if count]


def _totals(report: Report, name: str, label: str, claims: Iterable[ReportedClaim]) -> Totals:
    counted = list(claims)
    by_name = Counter(claim.rating.name for claim in counted if claim.rating)
    return Totals(
        name=name,
        label=label,
        by_rating=tuple((entry, by_name[entry.name]) for entry in _ratings(report)),
        open=sum(claim.rating is None for claim in counted),
        never_looked_at=sum(claim.looked_at is None for claim in counted),
        claims=len(counted),
    )


def _ratings(report: Report) -> list[ScaleEntry]:
    """The scale's ratings, then those that claims still bear from another scale."""
    entries = {entry.name: entry for entry in report.scale.entries}
    for claim in report.claims:
        if claim.rating:
            entries.setdefault(claim.rating.name, claim.rating)
    return list(entries.values())
