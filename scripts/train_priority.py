"""Train the check-worthiness model from labelled sentences: `python -m scripts.train_priority DATA`."""

from __future__ import annotations

import argparse
import csv
import gzip
import zlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from workbench.splitting.priority import MODEL_FILE, SCALE, features

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

TARGET = Path("workbench/splitting/lexicons/en") / MODEL_FILE
KEPT_FEATURES = 4800
"""The weightiest ones, which fit in 100 kB."""

RIDGE = 2e-5
"""Chosen on the development fifth; the test fifth was never looked at."""

ROUNDS = 300
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Example:
    """A labelled sentence."""

    text: str
    is_checkworthy: bool
    fold: int
    """0 is for testing, 1 for choosing, the others for training."""


def examples(path: Path) -> list[Example]:
    """The sentences of a ClaimBuster file, each in a fold that its number decides."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            Example(
                row["Text"],
                row["class_label"] == "Yes",
                zlib.crc32(row["Sentence_id"].encode()) % FOLDS,
            )
            for row in rows
        ]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Features of sentences, row after row."""

    columns: NDArray[np.int64]
    values: NDArray[np.float64]
    starts: NDArray[np.int64]
    rows: NDArray[np.int64]
    width: int

    def products(self, weights: NDArray[np.float64]) -> NDArray[np.float64]:
        sums: NDArray[np.float64] = np.add.reduceat(
            weights[self.columns] * self.values, self.starts
        )
        return sums


def matrix(texts: Sequence[str], places: Mapping[str, int]) -> Matrix:
    """The known features of `texts`; the last column is on everywhere."""
    columns: list[int] = []
    values: list[float] = []
    starts: list[int] = []
    rows: list[int] = []
    for row, text in enumerate(texts):
        known = [places[name] for name in features(text) if name in places]
        starts.append(len(columns))
        weight = 1 / np.sqrt(len(known)) if known else 0.0
        columns += [*known, len(places)]
        values += [*([weight] * len(known)), 1.0]
        rows += [row] * (len(known) + 1)
    return Matrix(
        np.array(columns), np.array(values), np.array(starts), np.array(rows), len(places) + 1
    )


def trained(
    data: Matrix, labels: NDArray[np.float64], *, ridge: float = RIDGE
) -> NDArray[np.float64]:
    """Weights of a logistic regression, by Adam over all examples at once."""
    weights = np.zeros(data.width)
    momentum, energy = np.zeros(data.width), np.zeros(data.width)
    for step in range(1, ROUNDS + 1):
        chances = 1 / (1 + np.exp(-data.products(weights)))
        errors = (chances - labels) / len(labels)
        slope: NDArray[np.float64] = np.bincount(
            data.columns, weights=errors[data.rows] * data.values, minlength=data.width
        ).astype(np.float64)
        slope[:-1] += ridge * weights[:-1]
        momentum = 0.9 * momentum + 0.1 * slope
        energy = 0.999 * energy + 0.001 * slope**2
        rate = 0.2 * (1 - step / (ROUNDS + 1))
        ahead = momentum / (1 - 0.9**step)
        weights = weights - rate * ahead / (np.sqrt(energy / (1 - 0.999**step)) + 1e-8)
    return weights


def places_of(texts: Sequence[str], *, least: int = 2) -> dict[str, int]:
    """Every feature that occurs at least `least` times, with its column."""
    counts = Counter(name for text in texts for name in features(text))
    return {
        name: place for place, name in enumerate(sorted(n for n, c in counts.items() if c >= least))
    }


def weightiest(texts: Sequence[str], labels: NDArray[np.float64], count: int) -> dict[str, int]:
    """The `count` features that move a full model most."""
    places = places_of(texts)
    data = matrix(texts, places)
    weights = trained(data, labels, ridge=RIDGE / 2)
    frequency = np.bincount(data.columns, minlength=data.width)
    moves = np.abs(weights[:-1]) * np.sqrt(frequency[:-1])
    order = np.argsort(-moves, kind="stable")[:count].tolist()
    names = list(places)
    return {name: place for place, name in enumerate(sorted(names[index] for index in order))}


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="claimbuster-train.tsv.gz")
    parser.add_argument("--output", type=Path, default=TARGET)
    options = parser.parse_args(arguments)
    chosen = [example for example in examples(options.data) if example.fold]
    texts = [example.text for example in chosen]
    labels = np.array([example.is_checkworthy for example in chosen], dtype=np.float64)
    places = weightiest(texts, labels, KEPT_FEATURES)
    weights = trained(matrix(texts, places), labels)
    lines = [f"\t{round(weights[-1] * SCALE)}"]
    lines += [f"{name}\t{round(weights[place] * SCALE)}" for name, place in places.items()]
    options.output.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{options.output}: {options.output.stat().st_size} bytes, {len(places)} features")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
