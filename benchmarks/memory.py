"""Claim memory: how often the earlier claim a statement repeats is found, and called so rightly.

SciFact is measured in two halves, every second query: nothing of it was trained on.
"""

from __future__ import annotations

import argparse
import math
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.gold_rows import write_predictions
from scripts.checked_claims import filled_store, rows
from workbench.evidence.memory.ranking import shipped_model
from workbench.review.recalling import compared

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

DEFAULT_DATA = Path("../shared")
RANKED = 20
GAINS_AT = 10
SETS = (("claims.jsonl.gz", "dev.jsonl", 1), ("scifact-claims.jsonl.gz", "scifact-train.jsonl", 2))
"""Claims, queries, and in how many parts the queries are measured."""


def average_precision(ranked: list[str], relevant: set[str], *, at: int = 5) -> float:
    """Mean of the precision at each hit among the first `at`, over the hits there could be."""
    hits, total = 0, 0.0
    for place, claim in enumerate(ranked[:at], start=1):
        if claim in relevant:
            hits += 1
            total += hits / place
    return total / min(at, len(relevant))


def discounted_gain(ranked: list[str], relevant: set[str], *, at: int = GAINS_AT) -> float:
    """nDCG: the hits among the first `at`, each worth less the lower it stands, over the best order."""
    gain = sum(
        1 / math.log2(place + 1)
        for place, claim in enumerate(ranked[:at], start=1)
        if claim in relevant
    )
    return gain / sum(1 / math.log2(place + 1) for place in range(1, min(at, len(relevant)) + 1))


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a line for each set of queries; with --predictions also write what was ranked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    parser.add_argument("--claims", type=Path, help="claims to search, with --queries")
    parser.add_argument("--queries", type=Path)
    parser.add_argument("--predictions", type=Path, help="file for the ranked claims of all sets")
    options = parser.parse_args(arguments)
    if bool(options.claims) != bool(options.queries):
        parser.error("name --claims and --queries together")
    folder = options.data / "evidence/memory"
    sets = (
        [(options.claims, options.queries, 1)]
        if options.claims
        else [(folder / claims, folder / queries, parts) for claims, queries, parts in SETS]
    )
    predictions: list[dict[str, Any]] = []  # as the scorer reads them
    for claims, queries, parts in sets:
        if not claims.exists() or not queries.exists():
            print(f"memory: skipped, there is no {claims} or {queries}")
            continue
        predictions += _measured(claims, queries, parts)
    write_predictions(options.predictions, predictions)
    return 0


def _measured(claims: Path, queries_file: Path, parts: int) -> Iterator[dict[str, Any]]:
    queries = rows(queries_file)
    with tempfile.TemporaryDirectory() as place:
        store = filled_store(claims, Path(place))
        for part in range(parts):
            name = queries_file.name.split(".")[0] + (f", half {part + 1}" if parts > 1 else "")
            chosen = queries[part::parts]
            precision = gain = 0.0
            right = said = 0
            match = shipped_model().match
            for query in chosen:
                relevant = set(query["relevant"])
                found = compared(store, query["text"])
                ranked = [claim.id for claim, _ in found]
                precision += average_precision(ranked, relevant)
                gain += discounted_gain(ranked, relevant)
                known = bool(found) and found[0][1].probability >= match
                away = compared(store, query["text"], without=relevant)
                said += known + (bool(away) and away[0][1].probability >= match)
                right += known and ranked[0] in relevant
                yield {"id": query["id"], "ranked": ranked[:RANKED], "known": known}
            count = len(chosen)
            print(
                f"{name}: {count} queries · MAP@5 {precision / count:.4f} · nDCG@{GAINS_AT} "
                f"{gain / count:.4f} · at {match:.3f}: precision {right / max(said, 1):.3f} "
                f"recall {right / count:.3f} (each query with its claim there and away)"
            )
        store.close()


if __name__ == "__main__":
    raise SystemExit(main())
