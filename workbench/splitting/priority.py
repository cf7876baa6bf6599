"""How worth checking a claim is: a small linear model over its words, which orders and never drops."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING

from workbench.model import Claim, Level

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

MODEL_FILE = "checkworthiness.tsv"
SCALE = 1000
"""Weights are kept as whole thousandths."""

UNKNOWN = 0.5
"""The priority where a language has no model."""

_WORD = re.compile(r"[^\W_]+(?:['’][a-z]+)?|[%$€£?]")
_DIGITS = re.compile(r"\d+")
_CAPITAL = re.compile(r"(?<=[a-z,;] )[A-Z]\w+")


def features(text: str) -> Iterator[str]:
    """What the model sees of a sentence: words, pairs of words, and how many numbers and names."""
    words = [_DIGITS.sub("0", word) for word in _WORD.findall(text.lower().replace("’", "'"))]
    yield from sorted(set(words))
    yield from sorted({f"{one} {two}" for one, two in pairwise(["<", *words, ">"])})
    yield f"#length {min(8, len(words) // 4)}"
    yield f"#numbers {min(3, sum('0' in word for word in words))}"
    yield f"#capitals {min(4, len(_CAPITAL.findall(text)))}"


def priority(text: str, language: str = "en") -> float:
    """The check-worthiness of `text`, from 0 to 1."""
    weights = _weights(language)
    if not weights:
        return UNKNOWN
    known = [weights[name] for name in features(text) if name in weights]
    total = sum(known) / math.sqrt(len(known)) if known else 0.0
    return 1 / (1 + math.exp(-(total + weights[""])))


@lru_cache(maxsize=8)
def _weights(language: str) -> Mapping[str, float]:
    """Weight by feature; that of the empty one is the bias. Empty without a model."""
    folder = files("workbench.splitting") / "lexicons" / (language if language.isalpha() else "any")
    file = folder / MODEL_FILE
    if not file.is_file():
        return {}
    lines = (line.split("\t") for line in file.read_text(encoding="utf-8").splitlines())
    return {name: int(weight) / SCALE for name, weight in lines}


def with_priorities(claims: Sequence[Claim], text: str, language: str) -> list[Claim]:
    """`claims` with their check-worthiness; a detail has that of the assertion that carries it."""
    weighed: list[Claim] = []
    for claim in claims:
        if claim.level is Level.DETAIL and claim.parent is not None and claim.parent < len(weighed):
            value = weighed[claim.parent].priority
        else:
            value = round(priority(claim.span.of(text), language), 4)
        weighed.append(replace(claim, priority=value))
    return weighed
