"""Claim memory: how often the earlier claim a statement repeats is found, and called so rightly."""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

from scripts.checked_claims import filled_store, rows
from workbench.evidence.memory.ranking import shipped_model
from workbench.review.recalling import compared

RANKED = 20


def average_precision(ranked: list[str], relevant: set[str], *, at: int = 5) -> float:
    """Mean of the precision at each hit among the first `at`, over the hits there could be."""
    hits, total = 0, 0.0
    for place, claim in enumerate(ranked[:at], start=1):
        if claim in relevant:
            hits += 1
            total += hits / place
    return total / min(at, len(relevant))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--claims", type=Path)
    parser.add_argument("--queries", type=Path)
    parser.add_argument("--predictions", type=Path)
    options = parser.parse_args()
    folder = options.data / "evidence/memory"
    claims = options.claims or folder / "claims.jsonl.gz"
    queries_path = options.queries or folder / "dev.jsonl"
    if not claims.exists() or not queries_path.exists():
        print(f"memory: skipped, there is no {claims} or {queries_path}")
        return
    queries = rows(queries_path)
    predictions = []
    precision_sum = 0.0
    right = said = 0
    match = shipped_model().match
    with tempfile.TemporaryDirectory() as place:
        store = filled_store(claims, Path(place))
        for query in queries:
            relevant = set(query["relevant"])
            found = compared(store, query["text"])
            ranked = [claim.id for claim, _ in found]
            precision_sum += average_precision(ranked, relevant)
            known = bool(found) and found[0][1].probability >= match
            away = compared(store, query["text"], without=relevant)
            said += known + (bool(away) and away[0][1].probability >= match)
            right += known and ranked[0] in relevant
            predictions.append({"id": query["id"], "ranked": ranked[:RANKED], "known": known})
        store.close()
    print(
        f"memory: {len(queries)} queries · MAP@5 {precision_sum / len(queries):.4f} · at {match:.3f}: "
        f"precision {right / max(said, 1):.3f} recall {right / len(queries):.3f} "
        "(each query with its claim there and away)"
    )
    if options.predictions:
        options.predictions.parent.mkdir(parents=True, exist_ok=True)
        options.predictions.write_text(
            "".join(json.dumps(row) + "\n" for row in predictions), encoding="utf-8"
        )


if __name__ == "__main__":
    main()
