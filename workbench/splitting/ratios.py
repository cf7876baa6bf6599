"""Which numbers compare: scores, ratios, multiples: `1-0`, `one in five voters`, `threefold`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.splitting.measures import measure_at
from workbench.splitting.numbers import Form

if TYPE_CHECKING:
    from workbench.model.values import Number
    from workbench.splitting.bare_numbers import BareNumbers
    from workbench.splitting.numbers import Numeral
    from workbench.splitting.reading import Reading

_DASHES = frozenset("-–—−‑")
_HIGHEST_SCORE = 250
_MOST_OF = 20
"""`one in five`: what stands first is small."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A comparison: tokens, values, unit; `noun` is where a counted noun may follow."""

    first: int
    last: int
    numbers: tuple[Number, ...]
    unit: str
    rule: str
    has_noun: bool = False


@dataclass(frozen=True, slots=True)
class Ratios:
    """Reads comparisons that begin with a number or a word such as `twice`."""

    reading: Reading
    bare: BareNumbers

    def score(self, numeral: Numeral) -> Comparison | None:
        """`1 – 0`, `3-2`: two small whole numbers around a dash that count nothing after them."""
        tokens = self.reading.tokens
        at = numeral.last + 1
        away = self.reading.numeral_at.get(at)
        if away is None or not (numeral.literal and away.literal):
            return None
        if tokens.word(numeral.last) not in _DASHES or not tokens.follows(at):
            return None
        if not tokens.follows(numeral.last):
            return None
        numbers = (numeral.value, away.value)
        if not all(isinstance(number, int) and number < _HIGHEST_SCORE for number in numbers):
            return None
        if self._is_chained(numeral.first, away.last):
            return None
        if measure_at(self.reading, away.last, numbers, numeral.first):
            return None
        noun = self.bare.nouns.end(away.last)
        is_range = numbers[0] < numbers[1] and not self.bare.nouns.is_name(away.last)
        if noun > away.last and is_range:
            return None
        return Comparison(numeral.first, away.last, numbers, "score", "quantity.score")

    def _is_chained(self, first: int, last: int) -> bool:
        """Is it a part of `1-222-2222`?"""
        tokens = self.reading.tokens
        if tokens.word(first - 1) in _DASHES and tokens.touches(first):
            return True
        follows = tokens.word(last) in _DASHES and tokens.touches(last)
        return follows and tokens.word(last + 1)[:1].isdigit()

    def ratio(self, numeral: Numeral) -> Comparison | None:
        """`one in five voters`, `two to one`, `a ratio of 3:1`."""
        joint = self.reading.tokens.word(numeral.last)
        if joint == ":":
            return self._colon(numeral)
        if joint not in ("in", "to") or not numeral.value or numeral.form is not Form.CARDINAL:
            return None
        tokens = self.reading.tokens
        after = numeral.last + 1
        after += tokens.word(after) in ("every", "each")
        below = self.reading.numeral_at.get(after)
        if below is None or not tokens.follows(after) or below.form is not Form.CARDINAL:
            return None
        if joint == "to":
            if self._is_tally(numeral, below):
                pair = (numeral.value, below.value)
                return Comparison(numeral.first, below.last, pair, "score", "quantity.score")
            if below.value != 1 or tokens.word(numeral.first - 1) == "from" or numeral.value < 2:
                return None
            pair = (numeral.value, below.value)
            return Comparison(numeral.first, below.last, pair, "ratio", "quantity.ratio")
        is_year = below.literal and below.value > 1000 and below.value % 100
        if not 0 < numeral.value < below.value or numeral.value > _MOST_OF or is_year:
            return None
        share = (numeral.value / below.value,)
        return Comparison(numeral.first, below.last, share, "", "quantity.ratio", has_noun=True)

    def _is_tally(self, numeral: Numeral, below: Numeral) -> bool:
        """`passed 217 to 213`: from more to less, with nothing counted."""
        tokens = self.reading.tokens
        if not (numeral.literal and below.literal) or tokens.word(numeral.first - 1) == "from":
            return False
        whole = isinstance(numeral.value, int) and isinstance(below.value, int)
        if not whole or not numeral.value > below.value or numeral.value >= 1000:
            return False
        return self.bare.nouns.end(below.last) == below.last

    def _colon(self, numeral: Numeral) -> Comparison | None:
        tokens = self.reading.tokens
        at = numeral.last
        other = self.reading.numeral_at.get(at + 1)
        if other is None or not (numeral.literal and other.literal):
            return None
        if not tokens.touches(at) or not tokens.touches(at + 1):
            return None
        pair = (numeral.value, other.value)
        if self._is_result(numeral, other):
            return Comparison(numeral.first, other.last, pair, "score", "quantity.score")
        if not (
            self.bare.listed(other.last, "ratio_after")
            or self.bare.listed(numeral.first - 1, "ratio_before")
        ):
            return None
        return Comparison(numeral.first, other.last, pair, "ratio", "quantity.ratio")

    def _is_result(self, numeral: Numeral, other: Numeral) -> bool:
        """`won 3:2`: no hour has minutes of one digit, and no verse follows a verb."""
        tokens = self.reading.tokens
        is_short = len(tokens.word(other.first)) == 1 and len(tokens.word(numeral.first)) < 3
        return is_short and self.bare.listed(numeral.first - 1, "resulting")

    def multiple(self, index: int) -> Comparison | None:
        """`twice`, `threefold`, `doubled to`, `triple the number`."""
        tokens = self.reading.tokens
        word = tokens.word(index)
        if word.endswith("fold"):
            return self._fold(index, word)
        value = self.reading.lexicon.section("numbers", "multiples").get(word)
        if not isinstance(value, int | float) or word == "once":
            return None
        found = Comparison(index, index + 1, (value,), "times", "quantity.multiple")
        if word in ("twice", "thrice"):
            return found
        if word.endswith(("d", "ing")):
            ends = not tokens.follows(index + 1) or tokens.word(index + 1) in (".", ",", ";")
            return found if ends or self.bare.listed(index + 1, "changed_after") else None
        is_amount = self.bare.listed(index + 2, "amounts") or self.bare.listed(index + 3, "amounts")
        return (
            found
            if tokens.word(index + 1) in ("the", "that", "its", "their") and is_amount
            else None
        )

    def _fold(self, index: int, word: str) -> Comparison | None:
        """`threefold`; `a thousand fold` is a number with the unit fold."""
        words = self.reading.grammar.words
        stem = word.removesuffix("fold")
        value = words.units.get(stem) or words.tens.get(stem) or words.scales.get(stem)
        if value is None:
            return None
        return Comparison(index, index + 1, (value,), "fold", "quantity.multiple")
