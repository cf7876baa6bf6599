"""Which passages of a linked source bear on a claim: hits among the first, and how long it takes."""

from __future__ import annotations

import argparse
import statistics
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from benchmarks.gold_rows import candidates, gold_files, gold_rows, whole_claim, write_predictions
from workbench.evidence import rank
from workbench.model import Document
from workbench.review import Workbench

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model import ClaimId

DEFAULT_DATA = Path("../shared")
PLACES = 10
SENTENCES = 120
SOURCES = 50
ASKED = 20


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; with --predictions also write what was ranked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    parser.add_argument("--predictions", type=Path, help="file for the ranked sentence numbers")
    options = parser.parse_args(arguments)
    files = gold_files(options.data, "passages", "*.jsonl*")
    if not files:
        print(f"passages: skipped, no gold passages in {options.data}")
        return 0
    rows = [row for file in files for row in gold_rows(file)]
    ranked = [_ranked(row) for row in rows]
    write_predictions(
        options.predictions,
        ({"id": row["id"], "ranked": places} for row, places in zip(rows, ranked, strict=True)),
    )
    print(f"claims {len(rows)}")
    for name, share in _shares(rows, ranked).items():
        print(f"{name:10} {share:.4f}")
    for line in _times(rows):
        print(line)
    return 0


# a row is whatever the file holds
def _ranked(row: dict[str, Any]) -> list[int]:
    matches = rank(
        whole_claim(row["claim"]), row["claim"], candidates(row["sentences"]), limit=PLACES
    )
    return [int(match.passage.id) for match in matches]


def _shares(rows: list[dict[str, Any]], ranked: list[list[int]]) -> dict[str, float]:
    counts: Counter[str] = Counter()
    for row, places in zip(rows, ranked, strict=True):
        sets = [set(numbers) for numbers in row["supporting"]]
        supporting = set().union(*sets)
        for count in (1, 3, PLACES):
            first = set(places[:count])
            counts[f"hit@{count}"] += bool(supporting & first)
            counts[f"full@{count}"] += any(numbers <= first for numbers in sets)
    return {name: count / len(rows) for name, count in sorted(counts.items())}


def _times(rows: list[dict[str, Any]]) -> list[str]:
    """Milliseconds for one claim, through the workbench and its database: the first time and again."""
    long = [row for row in rows if len(row["sentences"]) >= SENTENCES]
    if not long:
        return []
    article = "\n\n".join(row["claim"] for row in long[:ASKED])
    texts = [" ".join(row["sentences"][:SENTENCES]) for row in long]
    lines = []
    for count in (1, SOURCES):
        with (
            TemporaryDirectory() as folder,
            Workbench.open(Path(folder) / "claims.db", create=True) as bench,
        ):
            added = bench.add_article(article.encode(), Document(article, "claims")).article
            for number in range(count):
                # each with words of its own, so that no two are the same source
                text = f"Source number {number}. {texts[number % len(texts)]}"
                bench.link_document(added.id, text.encode(), Document(text, f"source {number}"))
            claims = [kept.id for kept in bench.claims(added.id)][: 2 * ASKED]
            first, again = ([_milliseconds(bench, claim) for claim in claims] for _ in range(2))
        lines.append(
            f"one claim, {count} source(s) of {SENTENCES} sentences: median {statistics.median(first):.1f} ms, "
            f"asked again {statistics.median(again):.1f} ms, the very first {first[0]:.1f} ms"
        )
    return lines


def _milliseconds(bench: Workbench, claim: ClaimId) -> float:
    began = time.perf_counter()
    bench.matches(claim)
    return 1000 * (time.perf_counter() - began)


if __name__ == "__main__":
    raise SystemExit(main())
