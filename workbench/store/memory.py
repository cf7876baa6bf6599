"""The claims checked before, and which of them share rare words with a statement."""

from __future__ import annotations

import math
from collections import Counter
from heapq import nlargest
from itertools import chain, islice
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

from workbench.model import CheckedClaim, ClaimId

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from workbench.store.connection import Connection, Insert

POSTINGS_BUDGET = 60_000
"""Postings read for one statement, rarest words first. More finds no more: at a million claims the
right one is among the first hundred as often with twice as many."""

LENGTHS_LOOKED_UP = 500
"""Candidates by shared weight whose lengths are then weighed in."""

_COLUMNS = (
    "id",
    "text",
    "rating",
    "headline",
    "speaker",
    "checked_at",
    "best_before",
    "publisher",
    "url",
    "note",
    "editor",
    "claim_id",
)
_COLUMN_LIST = ", ".join(_COLUMNS)
_CHUNK = 5_000
_MOST_VALUES = 500
"""Values in one statement, well below the limit of either database."""


_Value = TypeVar("_Value")


class Memory:
    """The table `memory_claims`, its stems and how often each occurs."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, claims: Iterable[tuple[CheckedClaim, Sequence[str]]], insert: Insert) -> int:
        """Keep claims with the stems of their words; how many. A claim with a known id is replaced.

        Runs inside `write`.
        """
        counts: Counter[str] = Counter()
        total = words = 0
        waiting = iter(claims)
        while chunk := list(islice(waiting, _CHUNK)):
            self.remove([claim.id for claim, _ in chunk])
            [[last]] = self._connection.rows("SELECT COALESCE(MAX(key), 0) FROM memory_claims")
            insert(
                "memory_claims",
                ("key", "length", "stems", *_COLUMNS),
                (
                    (key, len(stems), " ".join(stems), *_values(claim))
                    for key, (claim, stems) in enumerate(chunk, start=last + 1)
                ),
            )
            self._connection.run(
                "INSERT INTO memory_search (rowid, stems)"
                " SELECT key, stems FROM memory_claims WHERE key > ?",
                (last,),
            )
            for _, stems in chunk:
                counts.update(set(stems))
                words += len(stems)
            total += len(chunk)
        self._count(counts, total, words)
        return total

    def remove(self, ids: Sequence[str]) -> None:
        """Forget claims; ids the memory does not know are passed over. Runs inside `write`."""
        counts: Counter[str] = Counter()
        total = words = 0
        for some in _chunks(ids):
            for key, stems in self._connection.rows(
                f"SELECT key, stems FROM memory_claims WHERE id IN ({_places(some)})",  # noqa: S608 - only ? marks
                some,
            ):
                self._connection.run(
                    "INSERT INTO memory_search (memory_search, rowid, stems)"
                    " VALUES ('delete', ?, ?)",
                    (key, stems),
                )
                self._connection.run("DELETE FROM memory_claims WHERE key = ?", (key,))
                counts.subtract(set(stems.split()))
                words -= len(stems.split())
                total -= 1
        if total:
            self._count(counts, total, words)

    def candidates(self, stems: Sequence[str], *, limit: int) -> list[tuple[int, CheckedClaim]]:
        """Keys and claims that share the most telling stems, best first."""
        claims, _ = self.totals()
        if not claims:
            return []
        weight: dict[int, float] = {}
        read = 0
        known = self.counts(sorted(set(stems)))
        for count, stem in sorted((count, stem) for stem, count in known.items()):
            # the rarest word is read whatever it costs, or a statement of common words finds nothing
            if read and read + count > POSTINGS_BUDGET:
                break
            read += count
            idf = math.log(1 + (claims - count + 0.5) / (count + 0.5))
            for (key,) in self._connection.rows(
                "SELECT rowid FROM memory_search WHERE memory_search MATCH ?", (f'"{stem}"',)
            ):
                weight[key] = weight.get(key, 0.0) + idf
        return self._best(weight, limit)

    def counts(self, stems: Sequence[str]) -> dict[str, int]:
        """In how many claims each of `stems` occurs; those that occur in none are left out."""
        found: dict[str, int] = {}
        for some in _chunks(stems):
            found.update(
                self._connection.rows(
                    f"SELECT stem, claims FROM memory_stems WHERE stem IN ({_places(some)})"  # noqa: S608 - only ? marks
                    " AND claims > 0",
                    some,
                )
            )
        return found

    def totals(self) -> tuple[int, int]:
        """How many claims there are, and how many stems in all of them."""
        [[claims, stems]] = self._connection.rows("SELECT claims, stems FROM memory_totals")
        return claims, stems

    def one(self, id_: str) -> CheckedClaim | None:
        found = self._connection.rows(
            f"SELECT {_COLUMN_LIST} FROM memory_claims WHERE id = ?",  # noqa: S608 - names of columns are ours
            (id_,),
        )
        return _claim(found[0]) if found else None

    def is_counted_right(self) -> bool:
        """Whether the counts are those of the claims' stems."""
        counts, totals = self._counted_anew()
        kept: dict[str, int] = dict(
            self._connection.rows("SELECT stem, claims FROM memory_stems WHERE claims <> 0")
        )
        return kept == counts and self.totals() == totals

    def count_anew(self) -> None:
        """Make index and counts again from the claims' stems. Runs inside `write`."""
        counts, (claims, words) = self._counted_anew()
        self._connection.run("DELETE FROM memory_stems")
        self._connection.run("UPDATE memory_totals SET claims = 0, stems = 0")
        self._count(counts, claims, words)
        self._connection.run("INSERT INTO memory_search (memory_search) VALUES ('rebuild')")

    def _counted_anew(self) -> tuple[Counter[str], tuple[int, int]]:
        counts: Counter[str] = Counter()
        claims = words = 0
        for (stems,) in self._connection.rows("SELECT stems FROM memory_claims"):
            found = stems.split()
            counts.update(set(found))
            claims += 1
            words += len(found)
        return counts, (claims, words)

    def of_desk(self) -> list[CheckedClaim]:
        """Those that were decided here, in no order that tells anything."""
        return self._chosen("WHERE claim_id IS NOT NULL ORDER BY key")

    def newest(self, limit: int) -> list[CheckedClaim]:
        """By when they were checked, the newest first."""
        return self._chosen("ORDER BY checked_at DESC, key DESC LIMIT ?", limit)

    def _chosen(self, which: str, *values: object) -> list[CheckedClaim]:
        rows = self._connection.rows(
            f"SELECT {_COLUMN_LIST} FROM memory_claims {which}",  # noqa: S608 - ours
            values,
        )
        return [_claim(row) for row in rows]

    def _best(self, weight: dict[int, float], limit: int) -> list[tuple[int, CheckedClaim]]:
        heaviest = nlargest(LENGTHS_LOOKED_UP, weight, key=lambda key: (weight[key], -key))
        claims, stems = self.totals()
        mean = max(stems / claims, 1.0)
        lengths: dict[int, int] = {}
        for some in _chunks(heaviest):
            lengths.update(
                self._connection.rows(
                    f"SELECT key, length FROM memory_claims WHERE key IN ({_places(some)})",  # noqa: S608 - only ? marks
                    some,
                )
            )
        # BM25's weight for a word that occurs once
        score = {key: weight[key] * 2.2 / (1.3 + 0.9 * lengths[key] / mean) for key in heaviest}
        best = sorted(heaviest, key=lambda key: (-score[key], key))[:limit]
        rows = {}
        for some in _chunks(best):
            for key, *values in self._connection.rows(
                f"SELECT key, {_COLUMN_LIST} FROM memory_claims WHERE key IN ({_places(some)})",  # noqa: S608 - only ? marks
                some,
            ):
                rows[key] = _claim(values)
        return [(key, rows[key]) for key in best]

    def _count(self, counts: Counter[str], claims: int, words: int) -> None:
        for some in _chunks(sorted(counts.items())):
            self._connection.run(
                f"INSERT INTO memory_stems (stem, claims) VALUES {', '.join(['(?, ?)'] * len(some))}"  # noqa: S608 - only ? marks
                " ON CONFLICT (stem) DO UPDATE SET claims = memory_stems.claims + excluded.claims",
                list(chain.from_iterable(some)),
            )
        self._connection.run(
            "UPDATE memory_totals SET claims = claims + ?, stems = stems + ?", (claims, words)
        )


_values: Callable[[CheckedClaim], tuple[object, ...]] = attrgetter(*_COLUMNS)


def _claim(values: Sequence[str]) -> CheckedClaim:
    fields = dict(zip(_COLUMNS, values, strict=True))
    claim_id = fields.pop("claim_id")
    return CheckedClaim(**fields, claim_id=ClaimId(claim_id) if claim_id else None)


def _places(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _chunks(values: Sequence[_Value]) -> Iterator[list[_Value]]:
    for start in range(0, len(values), _MOST_VALUES):
        yield list(values[start : start + _MOST_VALUES])
