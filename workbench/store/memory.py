"""The claims checked before, and which of them share rare words with a statement."""

from __future__ import annotations

import math
from collections import Counter
from contextlib import ExitStack, contextmanager
from heapq import nlargest, nsmallest
from itertools import chain, islice
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

from workbench.model import CheckedClaim, ClaimId

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from workbench.store.connection import Connection

POSTINGS_BUDGET = 60_000
"""Postings read for one statement, rarest words first: what there is time for at a million claims."""

WEIGHED = 1_000
"""Candidates by rare words that are then weighed by all their words, also those too common to be
looked for. At a million claims the right one is then among the first hundred in 94 of 100 cases; of
500 it was in 94, but from 40,000 postings only in 90."""

K1 = 1.2
B = 0.75
"""The usual constants of BM25 (Robertson and Zaragoza, 2009)."""

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
_BULK_CACHE = -65_536
"""As SQLite counts it: 64 MiB."""

_BULK_INDEX = {"hashsize": 1 << 26, "automerge": 0}
_USUAL_INDEX = {"hashsize": 1 << 20, "automerge": 4}
"""FTS5's own: bytes it gathers before it writes them, parts of the index it joins at once."""

_MOST_VALUES = 500
"""Values in one statement, well below the limit of either database."""


_Value = TypeVar("_Value")


class Memory:
    """The table `memory_claims`, its stems and how often each occurs."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, claims: Iterable[tuple[CheckedClaim, Sequence[str]]]) -> int:
        """Keep claims with the stems of their words; how many. Of two with one id the later stays.

        Runs inside `write`.
        """
        counts: Counter[str] = Counter()
        total = words = 0
        waiting = iter(claims)
        with ExitStack() as many:
            while chunk := list(islice(waiting, _CHUNK)):
                if len(chunk) == _CHUNK and not total:
                    many.enter_context(self._gathering())
                chunk = list({claim.id: (claim, stems) for claim, stems in chunk}.values())
                self._add_new(chunk)
                for _, stems in chunk:
                    counts.update(set(stems))
                    words += len(stems)
                total += len(chunk)
            self._count(counts, total, words)
        return total

    def _add_new(self, chunk: Sequence[tuple[CheckedClaim, Sequence[str]]]) -> None:
        self.remove([claim.id for claim, _ in chunk])
        [[last]] = self._connection.rows("SELECT COALESCE(MAX(key), 0) FROM memory_claims")
        columns = ("key", "length", "stems", *_COLUMNS)
        self._connection.run_many(
            f"INSERT INTO memory_claims ({', '.join(columns)}) VALUES ({_places(columns)})",  # noqa: S608 - our own names
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

    @contextmanager
    def _gathering(self) -> Iterator[None]:
        """Let SQLite gather more before it writes, while many claims are added."""
        [[cache]] = self._connection.rows("PRAGMA cache_size")
        self._connection.run(f"PRAGMA cache_size = {_BULK_CACHE}")
        try:
            self._configure_index(_BULK_INDEX)
            yield
            self._configure_index(_USUAL_INDEX)
        finally:
            # the index's settings are in the database, and go back with it where this failed
            self._connection.run(f"PRAGMA cache_size = {cache}")

    def _configure_index(self, settings: Mapping[str, int]) -> None:
        for setting in settings.items():
            self._connection.run(
                "INSERT INTO memory_search (memory_search, rank) VALUES (?, ?)", setting
            )

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
        idf: dict[str, float] = {}
        weight: dict[int, float] = {}
        read = 0
        known = self.counts(sorted(set(stems)))
        for count, stem in sorted((count, stem) for stem, count in known.items()):
            idf[stem] = math.log(1 + (claims - count + 0.5) / (count + 0.5))
            # the rarest word is read whatever it costs, or a statement of common words finds nothing
            if read and read + count > POSTINGS_BUDGET:
                continue
            read += count
            for (key,) in self._connection.rows(
                "SELECT rowid FROM memory_search WHERE memory_search MATCH ?", (f'"{stem}"',)
            ):
                weight[key] = weight.get(key, 0.0) + idf[stem]
        return self._claims(self._best(_heaviest(weight), idf, limit))

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

    def some(self, ids: Sequence[str]) -> list[CheckedClaim]:
        """Those of `ids` that the memory knows, in no order that tells anything."""
        return [
            claim
            for chosen in _chunks(ids)
            for claim in self._chosen(f"WHERE id IN ({_places(chosen)})", *chosen)
        ]

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

    def _best(self, keys: Sequence[int], idf: Mapping[str, float], limit: int) -> list[int]:
        """The best of `keys` by BM25 over all words of a statement."""
        claims, words = self.totals()
        scores: list[tuple[float, int]] = []
        for some in _chunks(keys):
            for key, length, stems in self._connection.rows(
                f"SELECT key, length, stems FROM memory_claims WHERE key IN ({_places(some)})",  # noqa: S608 - only ? marks
                some,
            ):
                held = stems.split()
                norm = K1 * (1 - B + B * length * claims / words)
                counts = [(idf[stem], held.count(stem)) for stem in idf.keys() & set(held)]
                # exact, since the order of a set differs from run to run
                score = math.fsum(
                    weight * count * (K1 + 1) / (count + norm) for weight, count in counts
                )
                scores.append((-score, key))
        return [key for _, key in nsmallest(limit, scores)]

    def _claims(self, keys: Sequence[int]) -> list[tuple[int, CheckedClaim]]:
        claims: dict[int, CheckedClaim] = {}
        for some in _chunks(keys):
            for key, *values in self._connection.rows(
                f"SELECT key, {_COLUMN_LIST} FROM memory_claims WHERE key IN ({_places(some)})",  # noqa: S608 - only ? marks
                some,
            ):
                claims[key] = _claim(values)
        return [(key, claims[key]) for key in keys]

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


def _heaviest(weight: Mapping[int, float]) -> list[int]:
    """The `WEIGHED` keys that weigh most; of equals, those that were kept first."""
    if len(weight) <= WEIGHED:
        return list(weight)
    least = nlargest(WEIGHED, weight.values())[-1]
    heavier = [key for key, sum_ in weight.items() if sum_ > least]
    equals = sorted(key for key, sum_ in weight.items() if sum_ == least)
    return heavier + equals[: WEIGHED - len(heavier)]


def _places(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _chunks(values: Sequence[_Value]) -> Iterator[list[_Value]]:
    for start in range(0, len(values), _MOST_VALUES):
        yield list(values[start : start + _MOST_VALUES])
