"""Check-worthiness: average precision and F1 of the shipped model on sentences it was not trained on."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from scripts.train_priority import Example, examples, matrix, places_of, trained
from workbench.splitting.priority import priority

if TYPE_CHECKING:
    from collections.abc import Sequence

DEFAULT_DATA = Path("../shared")


def average_precision(labels: Sequence[bool], scores: Sequence[float]) -> float:
    """The mean precision at each check-worthy sentence, the highest scores first."""
    order = sorted(range(len(scores)), key=lambda place: -scores[place])
    found, total = 0, 0.0
    for rank, place in enumerate(order, start=1):
        if labels[place]:
            found += 1
            total += found / rank
    return total / found if found else 0.0


def f1(labels: Sequence[bool], scores: Sequence[float], threshold: float) -> float:
    found = sum(label and score >= threshold for label, score in zip(labels, scores, strict=True))
    named = sum(score >= threshold for score in scores)
    return 2 * found / (named + sum(labels)) if named else 0.0


def full_scores(training: Sequence[Example], tested: Sequence[Example]) -> list[float]:
    """The scores of a linear model with every feature, whatever its size."""
    texts = [example.text for example in training]
    places = places_of(texts)
    labels = np.array([example.is_checkworthy for example in training], dtype=np.float64)
    weights = trained(matrix(texts, places), labels, ridge=1e-5)
    scores: list[float] = matrix([e.text for e in tested], places).products(weights).tolist()
    return scores


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    parser.add_argument("--predictions", type=Path, help="file for the scores, one a line")
    parser.add_argument("--best", action="store_true", help="train the full model, too (a minute)")
    options = parser.parse_args(arguments)
    path = options.data
    if path.is_dir():
        path = path / "checkworthiness" / "claimbuster-train.tsv.gz"
    if not path.is_file():
        print(f"checkworthiness: skipped, no sentences in {options.data}")
        return 0
    everything = examples(path)
    tested = [example for example in everything if example.fold == 0]
    labels = [example.is_checkworthy for example in tested]
    scores = [priority(example.text) for example in tested]
    if options.predictions:
        options.predictions.write_text("".join(f"{score:.4f}\n" for score in scores))
    print(f"{len(tested)} sentences kept for testing, {sum(labels)} check-worthy")
    print(
        f"shipped model: average precision {average_precision(labels, scores):.3f}, "
        f"F1 at 0.5 {f1(labels, scores, 0.5):.3f}, at 0.35 {f1(labels, scores, 0.35):.3f}"
    )
    if options.best:
        training = [example for example in everything if example.fold]
        best = average_precision(labels, full_scores(training, tested))
        print(f"full linear model: average precision {best:.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
