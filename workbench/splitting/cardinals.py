"""How much a whole or decimal number is, in digits, in words or in both: `1.5 million`, `two hundred and six`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.splitting.number_words import LONGEST_LITERAL, literal_value, plain, times

if TYPE_CHECKING:
    from workbench.model.values import Number
    from workbench.splitting.number_words import NumberWords
    from workbench.splitting.tokens import Tokens

Step = tuple[int, "Number"]
"""Where reading goes on, and the number read so far."""

_ANY = float("inf")


@dataclass(frozen=True, slots=True)
class Cardinals:
    """Reads cardinal numbers from a place in the tokens."""

    tokens: Tokens
    words: NumberWords

    def past_hyphen(self, index: int) -> int:
        """The place after an optional hyphen."""
        if self.tokens.word(index) == "-" and self.tokens.follows(index):
            return index + 1
        return index

    def _literal(self, index: int) -> Step | None:
        value = literal_value(self.tokens.word(index))
        if value is None:
            return None
        last = index + 1
        sign = self.words.signs.get(self.tokens.word(last))
        if sign is not None and self.tokens.follows(last):
            return last + 1, value + sign
        if self.tokens.touches(last):
            suffix = self.words.suffixes.get(self.tokens.written(last))
            goes_on = self.tokens.touches(last + 1) and self.tokens.word(last + 1)[0].isalnum()
            if suffix is not None and not goes_on:
                return last + 1, times(value, suffix)
            power = self._power(last, value)
            if power is not None:
                return power
        return self._mixed(last, value)

    def _power(self, index: int, value: Number) -> Step | None:
        """`e10` or `^-1` that touches the digits before it."""
        tokens = self.tokens
        mark, at, sign = tokens.word(index), index + 1, 1
        if mark not in ("e", "^") or not tokens.touches(at):
            return None
        if tokens.word(at) in ("-", "+"):
            sign = -1 if tokens.word(at) == "-" else 1
            at += 1
        exponent = tokens.word(at)
        if not (tokens.touches(at) and exponent.isdecimal() and len(exponent) <= 2):
            return None
        power = sign * int(exponent)
        try:
            raised = value * 10.0**power if mark == "e" else float(value) ** power
        except (OverflowError, ZeroDivisionError):
            return None
        return at + 1, plain(raised)

    def _mixed(self, index: int, value: Number) -> Step:
        """`10 1/2`: a whole number and a fraction in digits."""
        tokens = self.tokens
        fraction = self.slashed(index)
        if fraction is not None and tokens.follows(index) and not tokens.touches(index):
            last, part = fraction
            if part < 1 and value == int(value):
                return last, value + part
        return index, value

    def slashed(self, index: int) -> Step | None:
        """`3/4`, with no other slash or digit around it."""
        tokens = self.tokens
        above, slash, below = (tokens.word(index + at) for at in range(3))
        if slash not in ("/", "⁄") or not (above.isdecimal() and below.isdecimal()):
            return None
        if len(above) > 3 or len(below) > 3 or not int(below):
            return None
        if tokens.word(index + 3) == "/" or tokens.word(index - 1) == "/":
            return None
        return index + 3, int(above) / int(below)

    def small(self, index: int) -> Step | None:
        """A number below one hundred in words: `seven`, `seventy-one`."""
        word = self.tokens.word(index)
        if word in self.words.units:
            return index + 1, self.words.units[word]
        if word not in self.words.tens:
            return None
        value, last = self.words.tens[word], index + 1
        after = self.past_hyphen(last)
        unit = self.words.units.get(self.tokens.word(after))
        if unit is not None and 0 < unit < 10 and self.tokens.follows(after):
            return after + 1, value + unit
        return last, value

    def cardinal(self, index: int, *, below: Number = _ANY) -> Step | None:
        """A whole or decimal number; scale words stay smaller than `below`, and ever smaller."""
        tokens, words = self.tokens, self.words
        total: Number = 0
        at, current = self._count(index)
        while current is not None and tokens.follows(at):
            scale_at = self.past_hyphen(at)
            word = tokens.word(scale_at)
            if word in words.packs and word != "score" and not (total and current >= 100):
                return scale_at + 1, total + times(current, words.packs[word])
            scale = words.scales.get(word)
            if scale is None or scale < 1000 or scale >= below:
                break
            total += times(current, scale)
            below, current = scale, None
            at = scale_at + 1
            more = self._tail(at, scale)
            if more is not None:
                at, rest = more
                total += rest
        if at == index:
            return None
        value = total + (current or 0)
        return self._decimal(at, value) if tokens.word(at) == "point" else (at, value)

    def _count(self, index: int) -> tuple[int, Number | None]:
        """What stands before a scale word from thousand on: `two hundred and six`, `hundred`, `1.5`."""
        tokens, words = self.tokens, self.words
        bare = words.scales.get(tokens.word(index))
        if bare is not None:
            return (index, 1) if bare >= 1000 else self._hundreds(index + 1, 1)
        read = self._literal_or_small(index)
        if read is None:
            return index, None
        at, value = read
        hundred_at = self.past_hyphen(at)
        if words.scales.get(tokens.word(hundred_at)) != 100 or not tokens.follows(at):
            return at, value
        is_plain = tokens.word(index)[0].isdigit() and isinstance(value, int)
        if value >= 100 and not is_plain:
            return at, value
        return self._hundreds(hundred_at + 1, value)

    def _hundreds(self, index: int, count: Number) -> tuple[int, Number]:
        """So many hundreds, with the tens and units after them."""
        more = self._tail(index, 100)
        value = times(count, 100)
        return (index, value) if more is None else (more[0], value + more[1])

    def _tail(self, index: int, below: Number) -> Step | None:
        """What follows a scale word and is smaller than it: `and six`, `3 hundred and 21`."""
        tokens, words = self.tokens, self.words
        has_and = tokens.word(index) == "and" and tokens.follows(index)
        at = self.past_hyphen(index + has_and)
        word = tokens.word(at)
        if not tokens.follows(at) or not (
            word in words.units or word in words.tens or word[0].isdigit()
        ):
            return None
        is_round = tokens.word(index - 1) in ("hundred", "thousand")
        if word[0].isdigit() and (not is_round or "." in word):
            return None
        read = self._literal_or_small(at) if below == 100 else self.cardinal(at, below=below)
        if read is None or read[1] <= 0:
            return None
        last, value = read
        after = tokens.word(self.past_hyphen(last))
        if after == "hundred" or (
            has_and and (after in words.shares or after in words.denominators)
        ):
            return None
        if below > 100 and after in words.scales:
            # `one thousand and two thousand` are two numbers
            return None
        if after in words.packs and after != "score" and tokens.follows(last):
            return last + 1, times(value, words.packs[after])
        if value >= below and tokens.word(last - 1) not in words.packs:
            return None
        return read

    def _literal_or_small(self, index: int) -> Step | None:
        return self._literal(index) or self.small(index)

    def _decimal(self, index: int, whole: Number) -> Step:
        """`point zero three`."""
        digits = ""
        at = index + 1
        tens = self.small(at) if self.tokens.word(at) in self.words.tens else None
        if tens is not None and self.tokens.follows(at):
            return tens[0], float(f"{int(whole)}.{tens[1]}")
        while (
            len(digits) < LONGEST_LITERAL
            and self.tokens.follows(at)
            and (unit := self.words.units.get(self.tokens.word(at))) is not None
            and unit < 10
        ):
            digits += str(unit)
            at += 1
        if not digits:
            return index, whole
        return at, float(f"{int(whole)}.{digits}")
