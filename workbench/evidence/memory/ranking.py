"""Which earlier claims are like a statement, and how sure that is."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from workbench.evidence.memory.features import (
    FEATURES,
    EarlierClaim,
    Frequencies,
    feature_rows,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

RESCORED = 100
"""Candidates that are compared feature by feature; the right one is beyond them in 2 % of cases."""

LONE_LEAD = 5.0
"""The lead of a candidate without a rival, in units of the ranking's score."""


@dataclass(frozen=True, slots=True)
class Recollection:
    """An earlier claim offered for a statement."""

    claim: EarlierClaim
    probability: float
    """That it is the same claim, 0 to 1, calibrated on pairs with the true claim there and away."""

    is_match: bool
    """Sure enough to say "checked before"; below that it is a suggestion."""


@dataclass(frozen=True, slots=True)
class MemoryModel:
    """The shipped re-ranker: a listwise linear ranking, and a logistic calibration of its best."""

    means: tuple[float, ...]
    deviations: tuple[float, ...]
    weights: tuple[float, ...]
    calibration: tuple[float, ...]
    """Weights of the standardised features, of the score, of its lead, and the constant."""

    suggest: float
    """Least probability to be shown."""

    match: float
    """Least probability to be called the same claim."""

    def standardised(self, row: Sequence[float]) -> list[float]:
        return [
            (value - mean) / deviation
            for value, mean, deviation in zip(row, self.means, self.deviations, strict=True)
        ]

    def score(self, standardised: Sequence[float]) -> float:
        return math.fsum(w * x for w, x in zip(self.weights, standardised, strict=True))

    def probability(self, standardised: Sequence[float], score: float, lead: float) -> float:
        terms = [*standardised, score, lead, 1.0]
        logit = math.fsum(w * x for w, x in zip(self.calibration, terms, strict=True))
        return 1 / (1 + math.exp(-max(-60.0, min(60.0, logit))))


@cache
def shipped_model() -> MemoryModel:
    """The model that comes with the package."""
    content = (resources.files(__package__) / "model.json").read_text(encoding="utf-8")
    return model_from_json(content)


def model_from_json(content: str) -> MemoryModel:
    """The model that `scripts/train_memory.py` wrote.

    Raises:
        ValueError: it was trained on other features.
    """
    fields = json.loads(content)
    if tuple(fields["features"]) != FEATURES:
        msg = "the memory model was trained on other features: train it again"
        raise ValueError(msg)
    return MemoryModel(
        means=tuple(fields["means"]),
        deviations=tuple(fields["deviations"]),
        weights=tuple(fields["weights"]),
        calibration=tuple(fields["calibration"]),
        suggest=fields["suggest"],
        match=fields["match"],
    )


def recollections(
    statement: str,
    candidates: Sequence[EarlierClaim],
    frequencies: Frequencies,
    *,
    model: MemoryModel | None = None,
) -> list[Recollection]:
    """`candidates`, the one most like `statement` first; the best first `RESCORED` are looked at."""
    model = model or shipped_model()
    looked_at = candidates[:RESCORED]
    rows = [model.standardised(row) for row in feature_rows(statement, looked_at, frequencies)]
    scores = [model.score(row) for row in rows]
    order = sorted(range(len(rows)), key=lambda index: (-scores[index], index))
    ranked = []
    for place, index in enumerate(order):
        rival = (
            scores[order[1 if place == 0 else 0]] if len(order) > 1 else scores[index] - LONE_LEAD
        )
        lead = scores[index] - rival
        probability = model.probability(rows[index], scores[index], lead)
        ranked.append(Recollection(looked_at[index], probability, probability >= model.match))
    return ranked
