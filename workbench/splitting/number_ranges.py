"""Which two numbers are the ends of one range: `ten to 32`, `two or three`, `between 10% and 12%`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.splitting.measures import measure_at
from workbench.splitting.numbers import Form, is_in_code

if TYPE_CHECKING:
    from workbench.model.values import Number
    from workbench.splitting.bare_numbers import BareNumbers
    from workbench.splitting.numbers import Numeral
    from workbench.splitting.reading import Reading

_DASHES = frozenset("-–—−‑")
_HIGHEST_OR = 20
"""`two or three` is a range, `two or 3,000` is a slip of the grammar."""


@dataclass(frozen=True, slots=True)
class NumberRanges:
    """Reads on from a number to the other end of its range."""

    reading: Reading
    bare: BareNumbers
    held: frozenset[int]
    """Tokens of money and times."""

    def upper(self, numeral: Numeral) -> tuple[int, tuple[Number, ...]] | None:
        """`ten to 32`, `40-50`, `two or three`: where the upper end ends, both numbers."""
        tokens = self.reading.tokens
        joint, at = tokens.word(numeral.last), numeral.last + 1
        upper = self.reading.numeral_at.get(at)
        if upper is None or not tokens.follows(at) or not tokens.follows(numeral.last):
            return None
        if at in self.held or is_in_code(tokens, upper):
            return None
        if upper.form not in (Form.CARDINAL, Form.VAGUE) or numeral.form is not Form.CARDINAL:
            return None
        low, high = numeral.value, upper.value
        if not upper.literal and numeral.literal and low < high:
            scale = self.reading.grammar.words.scales.get(tokens.word(upper.last - 1))
            if scale is not None and low * scale <= high:
                low *= scale
        if joint in _DASHES:
            before = tokens.word(numeral.first - 1)
            is_phone = low >= 100 and (before == ")" or before[-1:].isdigit())
            return (upper.last, (low, high)) if low < high and not is_phone else None
        if joint == "to" and low > high and tokens.word(numeral.first - 1) != "from":
            # 50.4 to 49.6 percent is how a vote went
            measure = measure_at(self.reading, upper.last, (high,), upper.first)
            is_vote = measure is not None and measure.unit == "percent"
            return (upper.last, (low, high)) if is_vote and numeral.literal else None
        is_between = joint == "and" and tokens.word(numeral.first - 1) == "between"
        is_range = joint == "to" and low < high and self.is_range(numeral)
        is_choice = joint == "or" and low < high <= _HIGHEST_OR * max(low, 1)
        return (upper.last, (low, high)) if is_between or is_range or is_choice else None

    def is_range(self, numeral: Numeral) -> bool:
        """`from 9 to 10` says two numbers unless something ranges from one to the other."""
        if self.reading.tokens.word(numeral.first - 1) != "from":
            return True
        return any(self.bare.listed(numeral.first - back, "ranging") for back in (2, 3))

    def repeated(
        self, numeral: Numeral, last: int, numbers: tuple[Number, ...]
    ) -> tuple[int, tuple[Number, ...]]:
        """`5 km to 7 km`, `between 10% and 12%`: on to the second number."""
        tokens = self.reading.tokens
        lower = measure_at(self.reading, last, numbers, numeral.first)
        is_between = tokens.word(numeral.first - 1) == "between"
        if lower is None or tokens.word(lower.last) not in (
            ("and",) if is_between else ("to", "-", "–", "—")
        ):
            return last, numbers
        if not self.is_range(numeral):
            return last, numbers
        upper = self.reading.numeral_at.get(lower.last + 1)
        if upper is None or not tokens.follows(upper.first) or not numeral.value < upper.value:
            return last, numbers
        again = measure_at(self.reading, upper.last, (upper.value,), upper.first)
        if again is None or again.unit != lower.unit:
            return last, numbers
        return upper.last, (numeral.value, upper.value)
