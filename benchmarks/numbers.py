"""Whether a statement holds a number that its source contradicts: precision and recall a file."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.gold_rows import gold_files, gold_rows, write_predictions
from workbench.evidence import contradicted_numbers
from workbench.splitting import sentence_spans

if TYPE_CHECKING:
    from collections.abc import Sequence

DEFAULT_DATA = Path("../shared")


def is_contradicted(claim: str, source: str) -> bool:
    """True if a number of `claim` is contradicted by `source` as a whole."""
    passages = [span.of(source) for span in sentence_spans(source)]
    return bool(contradicted_numbers(claim, passages))


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a line a file; with --predictions also write what was said of each pair."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    parser.add_argument("--predictions", type=Path, help="file for the predictions of all files")
    options = parser.parse_args(arguments)
    files = gold_files(options.data, "numbers", "*.jsonl*")
    if not files:
        print(f"numbers: skipped, no gold pairs in {options.data}")
        return 0
    said: list[tuple[str, str, bool, bool]] = []
    for file in files:
        for row in gold_rows(file):
            flag = is_contradicted(row["claim"], row["source"])
            said.append((file.name.split(".")[0], row["id"], bool(row["mismatch"]), flag))
    write_predictions(options.predictions, ({"id": one[1], "mismatch": one[3]} for one in said))
    print(f"{'file':28} {'pairs':>5} {'precision':>9} {'recall':>7}")
    for name in dict.fromkeys(one[0] for one in said):
        print(_line(name, [one[2:] for one in said if one[0] == name]))
    summaries = [one[2:] for one in said if one[0].startswith("summedits")]
    if summaries:
        print(_line("summedits together", summaries))
    return 0


def _line(name: str, pairs: list[tuple[bool, bool]]) -> str:
    both = sum(truth and flag for truth, flag in pairs)
    flagged = sum(flag for _, flag in pairs)
    true = sum(truth for truth, _ in pairs)
    precision = both / flagged if flagged else 0.0
    recall = both / true if true else 0.0
    return f"{name:28} {len(pairs):5} {precision:9.3f} {recall:7.3f}"


if __name__ == "__main__":
    raise SystemExit(main())
