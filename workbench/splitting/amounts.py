"""Which words are an amount of money: a number with a sign, a code or the name of a currency."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.splitting.counted_money import is_plausible, is_weight
from workbench.splitting.currencies import Currencies, currencies_of
from workbench.splitting.home_currencies import home_code
from workbench.splitting.numbers import Form
from workbench.splitting.reading import reading_of

if TYPE_CHECKING:
    from workbench.model.values import Number
    from workbench.splitting.lexicon import Lexicon
    from workbench.splitting.numbers import Numeral
    from workbench.splitting.reading import Reading

_MILLIONS = {"m": 1_000_000, "k": 1_000, "b": 1_000_000_000}
_LARGE = 1_000_000
_FURTHEST = 15
"""Tokens between an amount and a number that is of the same currency."""

_STOPS = frozenset([".", ";", "and", "but", "while", "the"])
_RATES = frozenset(["a", "per", "each", "in", "last", "this", "by"])
_COMPARING = frozenset(["from", "to", "than", "against", "with", "and", "or"])
_DASHES = frozenset("-–—~")
_WIDEST = 10
"""A range whose upper end is more times the lower says how far something moved, and where to."""
_ENDS = frozenset(".,;:!?)")


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount: tokens from `first` up to, not including, `last`; hedges are outside."""

    first: int
    last: int
    numbers: tuple[Number, ...]
    currency: str
    """The name of the currency in English: `dollar`, `New Zealand dollar`."""

    code: str
    """ISO 4217 where one is certain or understood, else the name."""

    is_minor: bool = False
    """It is counted in cents or pence; the numbers are in the major unit."""

    rule: str = "money.amount"


@lru_cache(maxsize=1)
def amounts(text: str, lexicon: Lexicon) -> tuple[Amount, ...]:
    """The amounts of money in `text`, in order."""
    reading = reading_of(text, lexicon)
    known = currencies_of(lexicon)
    finder = _Finder(reading, known)
    found: list[Amount] = []
    after = 0
    for numeral in reading.numerals:
        if numeral.first < after or numeral.form is Form.ORDINAL:
            continue
        amount = finder.amount(numeral, after)
        if amount is None and found:
            amount = finder.understood(numeral, found[-1])
        if amount is not None:
            if amount.currency in (amount.code, "rupee"):
                code = home_code(text, lexicon, amount.currency)
                amount = replace(amount, code=code or amount.code)
            found.append(amount)
            after = amount.last
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Finder:
    """Looks for a currency on both sides of a number."""

    reading: Reading
    currencies: Currencies

    def amount(self, numeral: Numeral, floor: int) -> Amount | None:
        """The amount that a number is, or None; tokens before `floor` are taken."""
        before = self._before(numeral.first, floor)
        if before is not None:
            return self._prefixed(numeral, *before)
        return self._suffixed(numeral, floor)

    def understood(self, numeral: Numeral, earlier: Amount) -> Amount | None:
        """The `2.4 billion` of `3 billion kroner, down from 2.4 billion`."""
        tokens = self.reading.tokens
        between = range(earlier.last, numeral.first)
        is_scaled = (
            self.reading.grammar.words.scales.get(tokens.word(numeral.last - 1), 0) >= _LARGE
        )
        if numeral.form is not Form.CARDINAL or not is_scaled or len(between) > _FURTHEST:
            return None
        if tokens.word(numeral.first - 1) not in _COMPARING or numeral.last - numeral.first < 2:
            return None
        stops = any(tokens.word(at) in _STOPS or not tokens.follows(at) for at in between[:-1])
        after = tokens.word(numeral.last)
        is_alone = not tokens.follows(numeral.last) or not after[:1].isalnum() or after in _RATES
        if stops or not is_alone:
            return None
        return Amount(numeral.first, numeral.last, (numeral.value,), earlier.currency, earlier.code)

    def _code(self, currency: str) -> str:
        return self.currencies.code_of.get(currency, currency)

    def _before(self, index: int, floor: int) -> tuple[int, str, int] | None:
        """The currency before a number: its first token, its name, its scale."""
        tokens, known = self.reading.tokens, self.currencies
        at = index - 1
        if at < floor or not tokens.follows(index):
            return None
        sign = known.signs.get(tokens.word(at))
        if sign is not None and sign != "cent":
            first = at
            letters = tokens.word(at - 1)
            # a spaced letter before a dollar sign is a country only where it cannot be a word
            if (
                sign == "dollar"
                and letters in known.dollars
                and at - 1 >= floor
                and tokens.follows(at)
            ):
                is_country = (
                    tokens.touches(at)
                    or letters not in ("a", "s", "j", "n", "l", "g", "b", "z", "r", "u")
                    or (tokens.written(at - 1).isupper() and letters != "a")
                )
                if is_country:
                    return at - 1, known.dollars[letters], 1
            code = tokens.written(at - 1)
            code = code.upper() if tokens.touches(at) and len(code) == 3 else code
            if code in known.codes and at - 1 >= floor and tokens.follows(at):
                return at - 1, known.codes[code], 1
            return first, sign, 1
        written = tokens.written(at)
        is_small = not tokens.touches(index) and self.reading.numeral_at[index].value < 100
        if written in known.words and is_small:
            return None
        if (
            written.upper() in known.codes
            and (written.isupper() or not written.islower() or len(written) == 3)
            and (written.isupper() or tokens.touches(index) or written in known.small_codes)
        ):
            return at, known.codes[written.upper()], 1
        if written[:1] in "Mk" and written[1:] in known.codes:
            return at, known.codes[written[1:]], 1_000_000 if written[0] == "M" else 1_000
        if tokens.word(at) in known.prefixes:
            return at, known.prefixes[tokens.word(at)], 1
        if tokens.word(at) == "." and tokens.word(at - 1) == "rs":
            return at - 1, "rupee", 1
        if (
            tokens.word(at) in ("dollar", "euro", "pound", "rupee")
            and self.reading.numeral_at[index].in_digits
        ) and tokens.word(at - 1) not in ("a", "the", "each", "every", "per", "us"):
            return at, tokens.word(at), 1
        return None

    def _prefixed(self, numeral: Numeral, first: int, currency: str, scale: int) -> Amount:
        """`$500 million`, `€5–7 billion`, `GBP 350`."""
        tokens = self.reading.tokens
        last, value = self._with_letter(numeral)
        first, value = self._signed(first, value)
        numbers: tuple[Number, ...] = (value * scale,)
        second = self._range(last, currency)
        if second is not None:
            is_bare = numeral.literal and last == numeral.last
            last, upper, magnitude = second
            if is_bare and magnitude > 1:
                value = _exact(value * magnitude)
            numbers = (value * scale, upper * scale)
        tail = self._code_after(last, currency)
        if tail is not None:
            last, currency = tail
        minor = self._cents(last, is_worded=tokens.word(last) == "and")
        if minor is not None and len(numbers) == 1 and minor[1] < 100:
            return Amount(
                first,
                minor[0],
                (_exact(numbers[0] + minor[1] / 100),),
                currency,
                self._code(currency),
            )
        return Amount(
            first, last, numbers, currency, self._code(currency), rule="money.currency-amount"
        )

    def _signed(self, first: int, value: Number) -> tuple[int, Number]:
        """`-$5`, `minus £3m`: with the sign before the currency."""
        tokens, sign = self.reading.tokens, first - 1
        word = tokens.word(sign)
        if word == "minus" and tokens.follows(first):
            return sign, -value
        is_sign = word in ("-", "−") and tokens.touches(first) and not tokens.touches(sign)
        is_sign = is_sign and not tokens.word(sign - 1)[-1:].isdigit()
        return (sign, -value) if is_sign else (first, value)

    def _with_letter(self, numeral: Numeral) -> tuple[int, Number]:
        """The end and value of `75m`, where the letter is known to be no metre."""
        tokens, last = self.reading.tokens, numeral.last
        if not tokens.touches(last) or tokens.word(last) not in _MILLIONS:
            return last, numeral.value
        return last + 1, _exact(numeral.value * _MILLIONS[tokens.word(last)])

    def _code_after(self, last: int, currency: str) -> tuple[int, str] | None:
        """`$50 USD`, `$5 million Canadian`: the currency said again, more exactly."""
        tokens, known = self.reading.tokens, self.currencies
        if not tokens.follows(last):
            return None
        written = tokens.written(last)
        if written in known.codes and currency in ("dollar", "pound"):
            return last + 1, known.codes[written]
        named = known.names.starting(tokens, last)
        if named is not None and currency == "dollar" and "dollar" in named[1]:
            return named
        return None

    def _range(self, index: int, currency: str) -> tuple[int, Number, Number] | None:
        """`–7 billion`, `to $7 billion`: where the upper end ends, its number, its scale word."""
        tokens = self.reading.tokens
        joint = tokens.word(index)
        if joint not in _DASHES and joint not in ("to", "and", "or"):
            return None
        if joint == "and" and not self._is_between(index):
            return None
        if not tokens.follows(index):
            return None
        upper = self.reading.numeral_at.get(index + 1)
        if upper is None:
            upper = self._again(index + 1, currency)
        elif joint in ("to", "or", "and") and upper.literal:
            return None
        if upper is not None and joint == "to" and self._is_change(index, upper):
            return None
        if upper is None or upper.form is Form.ORDINAL or not tokens.follows(upper.first):
            return None
        last, value = self._with_letter(upper)
        scale = _MILLIONS[tokens.word(last - 1)] if last > upper.last else 1
        if not upper.literal:
            word = tokens.word(upper.last - 1)
            scales = self.reading.grammar.words
            scale = int(scales.scales.get(word) or scales.suffixes.get(word) or 1)
        return last, value, scale

    def _again(self, index: int, currency: str) -> Numeral | None:
        """The number after the same currency said again: `$80` and `US$2bn` after a dash."""
        for at in (index + 1, index + 2):
            numeral = self.reading.numeral_at.get(at)
            before = self._before(at, index) if numeral is not None else None
            if before is not None and before[:2] == (index, currency):
                return numeral
        return None

    def _is_between(self, index: int) -> bool:
        """Is there a `between` a few tokens before?"""
        tokens = self.reading.tokens
        return any(tokens.word(at) == "between" for at in range(max(0, index - 6), index))

    def _is_change(self, index: int, upper: Numeral) -> bool:
        """`from $5 to $7` and `lost $1 to $84` are two amounts, `$5 to $7` is a range."""
        tokens = self.reading.tokens
        window = range(max(0, index - 6), index)
        if any(tokens.word(at) == "from" for at in window):
            return True
        lower = next((one for at in window if (one := self.reading.numeral_at.get(at))), upper)
        return abs(lower.value) * _WIDEST < upper.value and upper.literal

    def _suffixed(self, numeral: Numeral, floor: int) -> Amount | None:
        """`361 million pounds`, `34 cents`, `115USD`, `30 MUSD`."""
        tokens, known = self.reading.tokens, self.currencies
        index = numeral.last
        if not tokens.follows(index):
            return None
        at = index + (tokens.word(index) in ("-", "‑", "of") and tokens.follows(index + 1))
        if tokens.word(index) == "of" and numeral.form not in (Form.VAGUE, Form.SHARE):
            return None
        first, numbers = self._lower_end(numeral, floor)
        minor = known.minor.starting(tokens, at)
        if minor is not None and (tokens.word(at) != "p" or tokens.touches(at)):
            if tokens.word(at) in ("p", "sen", "fen") and not numeral.in_digits:
                return None
            hundredth = tuple(_exact(number / 100) for number in numbers)
            return Amount(
                first,
                minor[0],
                hundredth,
                minor[1],
                self._code(minor[1]),
                is_minor=True,
                rule="money.minor",
            )
        named = known.names.starting(tokens, at)
        scale = 1
        if named is None:
            sign = known.signs.get(tokens.word(at))
            written = tokens.written(at)
            code = (
                written
                if written in known.codes
                else written.upper()
                if tokens.touches(at) or written in known.small_codes
                else ""
            )
            if sign == "cent":
                hundredth = tuple(_exact(number / 100) for number in numbers)
                return Amount(
                    first, at + 1, hundredth, "dollar", "USD", is_minor=True, rule="money.minor"
                )
            if sign is not None and not (
                tokens.touches(at + 1) and tokens.word(at + 1)[:1].isdigit()
            ):
                named = at + 1, sign
            elif code in known.codes and (code != "ALL" or tokens.touches(at)):
                named = at + 1, known.codes[code]
            elif written[:1] in ("M", "k") and written[1:] in known.codes:
                named, scale = (
                    (at + 1, known.codes[written[1:]]),
                    1_000_000 if written[0] == "M" else 1_000,
                )
        if named is None or (named[1] == "pound" and is_weight(tokens, numeral, named[0])):
            return None
        last, currency = named
        if currency in (
            "won",
            "South Korean won",
            "mark",
            "Japanese yen",
        ) and not is_plausible(tokens, numeral, at):
            return None
        later = self.reading.grammar.words.scales.get(tokens.word(last))
        if later is not None and tokens.follows(last) and tokens.written(at) in known.codes:
            scale, last = int(later), last + 1
        if scale != 1:
            numbers = tuple(_exact(number * scale) for number in numbers)
        cents = self._cents(last)
        if cents is not None and len(numbers) == 1 and 0 < cents[1] < 100:
            last, numbers = cents[0], (_exact(numbers[0] + cents[1] / 100),)
        return Amount(
            first, last, numbers, currency, self._code(currency), rule="money.amount-currency"
        )

    def _lower_end(self, numeral: Numeral, floor: int) -> tuple[int, tuple[Number, ...]]:
        """The lower end of a range before its upper end: `5 to 7 million euros`."""
        tokens = self.reading.tokens
        joint = tokens.word(numeral.first - 1)
        if not (joint in _DASHES or joint in ("to", "or", "and")) or (
            not tokens.follows(numeral.first)
        ):
            return numeral.first, (numeral.value,)
        lower = next(
            (
                found
                for at in range(numeral.first - 2, max(-1, numeral.first - 6), -1)
                if (found := self.reading.numeral_at.get(at)) and found.last == numeral.first - 1
            ),
            None,
        )
        if lower is None or lower.first < floor or lower.form is Form.ORDINAL:
            return numeral.first, (numeral.value,)
        if joint == "and" and tokens.word(lower.first - 1) != "between":
            return numeral.first, (numeral.value,)
        value = lower.value
        if lower.literal and not numeral.literal and value < numeral.value:
            scale = self.reading.grammar.words.scales.get(tokens.word(numeral.last - 1), 1)
            value = _exact(value * scale)
        return lower.first, (value, numeral.value)

    def _cents(self, index: int, *, is_worded: bool = True) -> tuple[int, Number] | None:
        """`50 cents` after dollars, or the bare `50` of `15 dollars and 50`."""
        tokens = self.reading.tokens
        at = index + (tokens.word(index) == "and")
        numeral = self.reading.numeral_at.get(at)
        if numeral is None or not tokens.follows(at) or not tokens.follows(index):
            return None
        if numeral.form is not Form.CARDINAL or not 0 < numeral.value < 100:
            return None
        named = self.currencies.minor.starting(tokens, numeral.last)
        if named is not None and tokens.follows(numeral.last):
            return named[0], numeral.value
        after = tokens.word(numeral.last)
        ends = not tokens.follows(numeral.last) or after == "and" or after in _ENDS
        return (numeral.last, numeral.value) if ends and is_worded and numeral.value > 0 else None


def _exact(value: Number) -> Number:
    """Without the noise that binary fractions leave."""
    if isinstance(value, int):
        return value
    rounded = float(f"{value:.15g}")
    return int(rounded) if rounded.is_integer() else rounded
