"""Claim memory at size: build, insert, look-up times and MAP with synthetic claims mixed in.

Side by side in one run with `bm25s` and `rank_bm25`, where they are installed. Synthetic claims are
recombined words of the data set's own claims, so that rare and common words occur as in real ones.
On a busy machine the seconds of the processor say more than those of the clock: both are shown.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.memory import average_precision
from scripts.checked_claims import rows
from workbench.evidence.memory import stems
from workbench.model import CheckedClaim
from workbench.review.recalling import compared, remember
from workbench.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

SIZES = (10_000, 100_000, 1_000_000)
SEED = 20_261_124
INSERTS = 200
MOST_FOR_RANK_BM25 = 100_000
"""rank_bm25 keeps a dictionary a claim in memory and scans them all for each query."""


def synthetic_claims(real: Sequence[CheckedClaim], count: int) -> Iterator[CheckedClaim]:
    """`real`, then claims made of their words up to `count`."""
    chance = random.Random(SEED)
    yield from real[:count]
    texts = [claim.text.split() for claim in real]
    headlines = [claim.headline.split() for claim in real]
    for number in range(len(real), count):
        first, second, third = chance.choice(texts), chance.choice(texts), chance.choice(headlines)
        begin = chance.randint(0, 4)
        words = [
            *first[: chance.randint(3, 9)],
            *second[begin : begin + chance.randint(3, 9)],
            f"Name{chance.randint(0, count // 5)}",
        ]
        yield CheckedClaim(f"made-{number}", " ".join(words), "", " ".join(third[-4:]))


def percentile(times: Sequence[float], share: float) -> float:
    """In milliseconds, of times in seconds."""
    return sorted(times)[min(len(times) - 1, int(share * len(times)))] * 1000


@dataclass(slots=True)
class Watch:
    """What each timed stretch took."""

    clock: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)

    @contextmanager
    def timing(self) -> Iterator[None]:
        clock, processor = time.perf_counter(), time.process_time()
        yield
        self.clock.append(time.perf_counter() - clock)
        self.processor.append(time.process_time() - processor)


def timed_queries(
    search: Callable[[str], list[str]], queries: Sequence[dict[str, object]]
) -> tuple[Watch, float]:
    """The times of each query, and MAP@5."""
    watch, total = Watch(), 0.0
    for query in queries:
        with watch.timing():
            ranked = search(str(query["text"]))
        relevant = query["relevant"]
        assert isinstance(relevant, list)
        total += average_precision(ranked, set(relevant))
    return watch, total / len(queries)


HEADER = (
    f"{'memory':10}{'claims':>10}{'build s':>9}{'cpu':>7}{'p50 ms':>9}{'cpu':>7}{'p95 ms':>9}{'cpu':>7}"
    f"{'MAP@5':>8}"
)


def shown(name: str, size: int, build: Watch, queries: Watch, quality: float) -> str:
    half, most = (
        f"{percentile(queries.clock, share):>9.1f}{percentile(queries.processor, share):>7.1f}"
        for share in (0.5, 0.95)
    )
    return (
        f"{name:10}{size:>10,}{build.clock[0]:>9.1f}{build.processor[0]:>7.1f}{half}{most}"
        f"{quality:>8.3f}"
    )


def measure_workbench(
    claims: Sequence[CheckedClaim], queries: Sequence[dict[str, object]], folder: Path
) -> None:
    path = folder / f"{len(claims)}.db"
    store = Store.open(path, create=True, now="2026-01-01T00:00:00Z")
    build = Watch()
    with build.timing():
        remember(store, claims)

    def search(statement: str) -> list[str]:
        return [claim.id for claim, _ in compared(store, statement)]

    times, quality = timed_queries(search, queries)
    print(shown("workbench", len(claims), build, times, quality))
    inserts = Watch()
    for number in range(INSERTS):
        with inserts.timing():
            remember(store, [CheckedClaim(f"new-{number}", claims[number].text, "")])
    print(
        f"{'':22}insert p50 {percentile(inserts.clock, 0.5):.2f} ms, p95 "
        f"{percentile(inserts.clock, 0.95):.2f} ms · {path.stat().st_size / 1e6:.0f} MB"
    )
    store.close()


def measure_bm25s(claims: Sequence[CheckedClaim], queries: Sequence[dict[str, object]]) -> None:
    try:
        import bm25s
    except ImportError:
        print("bm25s: skipped, it is not installed")
        return
    build = Watch()
    with build.timing():
        index = bm25s.BM25()
        index.index([stems(f"{c.headline}\n{c.text}") for c in claims], show_progress=False)

    def search(statement: str) -> list[str]:
        found, _ = index.retrieve([stems(statement)], k=5, show_progress=False)
        return [claims[number].id for number in found[0]]

    print(shown("bm25s", len(claims), build, *timed_queries(search, queries)))


def measure_rank_bm25(claims: Sequence[CheckedClaim], queries: Sequence[dict[str, object]]) -> None:
    if len(claims) > MOST_FOR_RANK_BM25:
        print(f"rank_bm25: skipped at {len(claims):,} claims, it scans them all for each query")
        return
    try:
        from rank_bm25 import BM25Okapi
    except ImportError:
        print("rank_bm25: skipped, it is not installed")
        return
    build = Watch()
    with build.timing():
        index = BM25Okapi([stems(f"{c.headline}\n{c.text}") for c in claims])

    def search(statement: str) -> list[str]:
        scores = index.get_scores(stems(statement))
        return [claims[number].id for number in scores.argsort()[::-1][:5]]

    print(shown("rank_bm25", len(claims), build, *timed_queries(search, queries[:50])))


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    options = parser.parse_args(arguments)
    folder = options.data / "evidence/memory"
    if not folder.exists():
        print(f"memory at size: skipped, there is no {folder}")
        return 0
    real = [
        CheckedClaim(row["id"], row["claim"], "", row["title"])
        for row in rows(folder / "claims.jsonl.gz")
    ]
    queries = rows(folder / "dev.jsonl")
    print(HEADER)
    with tempfile.TemporaryDirectory() as place:
        for size in options.sizes:
            claims = list(synthetic_claims(real, size))
            measure_workbench(claims, queries, Path(place))
            measure_bm25s(claims, queries)
            measure_rank_bm25(claims, queries)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
