"""Whether a cited page bears out the statement that cites it: how well the two kinds are told apart."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.gold_rows import candidates, gold_files, gold_rows, whole_claim, write_predictions
from benchmarks.numbers import is_contradicted
from workbench.evidence import rank
from workbench.splitting import sentence_spans

if TYPE_CHECKING:
    from collections.abc import Sequence

DEFAULT_DATA = Path("../shared")


def support(claim: str, source: str) -> float:
    """The score of the best match: higher where the source says more of what the claim says."""
    passages = [span.of(source) for span in sentence_spans(source)]
    matches = rank(whole_claim(claim), claim, candidates(passages), limit=1)
    return matches[0].score if matches else 0.0


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; with --predictions also write what was said of each citation."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    parser.add_argument("--predictions", type=Path, help="file for the predictions")
    options = parser.parse_args(arguments)
    files = gold_files(options.data, "citations", "*.jsonl*")
    if not files:
        print(f"citations: skipped, no gold citations in {options.data}")
        return 0
    rows = [row for file in files for row in gold_rows(file)]
    said = [
        (support(row["claim"], row["source"]), is_contradicted(row["claim"], row["source"]))
        for row in rows
    ]
    write_predictions(
        options.predictions,
        (
            {"id": row["id"], "support": score, "mismatch": flag}
            for row, (score, flag) in zip(rows, said, strict=True)
        ),
    )
    verdicts = [row["verdict"] for row in rows]
    good = [
        score for verdict, (score, _) in zip(verdicts, said, strict=True) if verdict == "Supported"
    ]
    bad = [
        score
        for verdict, (score, _) in zip(verdicts, said, strict=True)
        if verdict == "Not supported"
    ]
    flags = [
        flag for verdict, (_, flag) in zip(verdicts, said, strict=True) if verdict == "Supported"
    ]
    print(f"citations {len(rows)}, supported {len(good)}, not supported {len(bad)}")
    if good and bad:
        wins = sum((one > other) + 0.5 * (one == other) for one in good for other in bad)
        print(f"area under the curve, supported against not: {wins / (len(good) * len(bad)):.3f}")
    if flags:
        print(f"mismatch said of a supported one: {sum(flags) / len(flags):.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
