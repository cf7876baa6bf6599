"""Reads gold files and writes predictions: one JSON object a line, gzipped or not."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Any

from workbench.evidence import Candidate
from workbench.model import Claim, ClaimKind, Passage, PassageId, SourceId, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path


# the values are whatever the file holds
def gold_rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a gold file."""
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    return [json.loads(line) for line in text.split("\n") if line.strip()]


def gold_files(data: Path, folder: str, pattern: str) -> list[Path]:
    """The gold files under `data`, which may be the file itself, its folder, or a folder above it."""
    if data.is_file():
        return [data]
    for place in (data, data / folder, data / "evidence" / folder):
        files = sorted(place.glob(pattern))
        if files:
            return files
    return []


def write_predictions(path: Path | None, rows: Iterable[Mapping[str, object]]) -> None:
    """Write `rows` to `path`, where one is given."""
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def candidates(passages: Sequence[str], *, source: int = 1) -> list[Candidate]:
    """`passages` as the store hands them over, one right behind the other."""
    found: list[Candidate] = []
    start = 0
    for place, text in enumerate(passages):
        span = Span(start, start + len(text))
        passage = Passage(PassageId(str(place)), SourceId(str(source)), span, text)
        found.append(Candidate(passage, source, f"source {source}"))
        start = span.end + 1
    return found


def whole_claim(text: str) -> Claim:
    """A claim whose words are all of `text`."""
    return Claim(Span(0, len(text)), ClaimKind.EVENT, "benchmark")
