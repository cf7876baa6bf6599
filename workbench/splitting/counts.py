"""How a count goes on after what it counts: `27 per 100,000 residents`, `31 votes to 14`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.splitting.numbers import Form

if TYPE_CHECKING:
    from workbench.model import Approximation
    from workbench.model.values import Number
    from workbench.splitting.bare_numbers import BareNumbers
    from workbench.splitting.nouns import Nouns

_ROUND = frozenset([100, 1_000, 10_000, 100_000, 1_000_000])
_RATED = frozenset(["quantity.count", "quantity.number"])


@dataclass(frozen=True, slots=True)
class Count:
    """A number on its way to a claim: tokens, value, unit."""

    first: int
    last: int
    numbers: tuple[Number, ...]
    unit: str
    rule: str
    approximation: Approximation | None = None


def rated(count: Count, nouns: Nouns, held: frozenset[int]) -> Count:
    """`27 per 100,000 residents`: with the round number it is counted on."""
    tokens = nouns.reading.tokens
    below = nouns.reading.numeral_at.get(count.last + 1)
    if tokens.word(count.last) not in ("per", "in") or below is None or count.last in held:
        return count
    is_round = below.value in _ROUND and below.form is Form.CARDINAL
    if not is_round or not tokens.follows(count.last) or count.rule not in _RATED:
        return count
    end = max(below.last, nouns.end(below.last))
    if tokens.word(count.last) == "in" and end == below.last:
        return count
    per = " ".join(tokens.span(count.last, end).of(nouns.context.text).split())
    return replace(count, last=end, unit=f"{count.unit} {per}".strip())


def tallied(count: Count, nouns: Nouns, bare: BareNumbers) -> Count:
    """`31 votes to 14`: on to the fewer votes."""
    tokens = nouns.reading.tokens
    other = nouns.reading.numeral_at.get(count.last + 1)
    if count.rule != "quantity.count" or tokens.word(count.last) not in ("to", "-", "–"):
        return count
    if other is None or not bare.listed(count.last - 1, "tallied"):
        return count
    is_second = other.form is Form.CARDINAL and other.value < count.numbers[-1]
    if not is_second or tokens.word(count.first - 1) == "from":
        return count
    if nouns.end(other.last) > other.last:
        return count
    return replace(count, last=other.last, numbers=(*count.numbers, other.value))
