"""Claims found in the gold articles: twelve the rules may learn from, six put aside by a fixed rule."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.claim_scores import Record, Tally, table
from workbench.model import Document
from workbench.splitting import split

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model import Claim

DEFAULT_DATA = Path("../shared/claims/gold")


def is_put_aside(place: int) -> bool:
    """Whether the article at `place` of the names in alphabetical order is one of the six."""
    return place % 3 == 2


def record(text: str, claim: Claim) -> Record:
    """A claim in the form of the gold files."""
    line: Record = {
        "start": claim.span.start,
        "end": claim.span.end,
        "quote": claim.span.of(text),
        "kind": str(claim.kind),
    }
    if claim.value is not None:
        line["value"] = claim.value.to_json()
    if claim.speaker:
        line["speaker"] = claim.speaker
    return line


def gold_records(path: Path) -> list[Record]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the score table; with --predictions also write what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    parser.add_argument("--predictions", type=Path, help="folder for NAME.jsonl files")
    parser.add_argument("--model", help="another spaCy pipeline trained on Universal Dependencies")
    options = parser.parse_args(arguments)
    folder = options.data if options.data.name == "gold" else options.data / "claims" / "gold"
    golds = sorted((folder if folder.is_dir() else options.data).glob("*.jsonl"))
    if not golds:
        print(f"claims: skipped, no gold articles in {options.data}")
        return 0
    tallies = {"the twelve": Tally(), "the six put aside": Tally(), "all": Tally()}
    for place, path in enumerate(golds):
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        claims = split(Document(text, title=path.stem), model=options.model)
        found = [record(text, claim) for claim in claims]
        gold = gold_records(path)
        tallies["the six put aside" if is_put_aside(place) else "the twelve"].add(text, gold, found)
        tallies["all"].add(text, gold, found)
        if options.predictions:
            options.predictions.mkdir(parents=True, exist_ok=True)
            lines = (json.dumps(line, ensure_ascii=False) + "\n" for line in found)
            (options.predictions / path.name).write_text("".join(lines), encoding="utf-8")
    print(table(tallies))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
