"""Which tokens are a number, and how much it is: digits, words, fractions, ordinals, vague counts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.splitting.lexicon import Lexicon, lexicon_of
from workbench.splitting.tokens import tokens_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.model.text import Span
    from workbench.model.values import Number
    from workbench.splitting.tokens import Tokens

LONGEST_LITERAL = 30
"""Digits of a number; longer runs are account numbers and keys, which count nothing."""


class Form(StrEnum):
    """How a number is put."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    SHARE = "share"
    VAGUE = "vague"
    """`dozens`, `hundreds of thousands`, `a few hundred`: at least that many."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in the text: tokens from `first` up to, not including, `last`."""

    first: int
    last: int
    value: Number
    form: Form = Form.CARDINAL
    in_digits: bool = False
    """It begins with digits."""

    literal: bool = False
    """It is one bare token of digits, as a year or a page number is."""

    has_article: bool = False
    """It begins with `a`, as in `a dozen`."""


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The number words of a language, as the grammar looks them up."""

    units: Mapping[str, Number]
    tens: Mapping[str, Number]
    scales: Mapping[str, Number]
    packs: Mapping[str, Number]
    suffixes: Mapping[str, Number]
    plurals: Mapping[str, Number]
    ordinals: Mapping[str, Number]
    denominators: Mapping[str, Number]
    """Plural ordinals: `fifths`; the singular ones are `ordinals`."""

    shares: Mapping[str, Number]
    signs: Mapping[str, Number]
    few: frozenset[str]
    starters: frozenset[str]


def number_words(lexicon: Lexicon) -> NumberWords:
    """The number words of a lexicon."""
    return _number_words(lexicon)


@lru_cache(maxsize=8)
def _number_words(lexicon: Lexicon) -> NumberWords:
    def section(key: str) -> dict[str, Number]:
        found = lexicon.section("numbers", key)
        return {word: value for word, value in found.items() if isinstance(value, int | float)}

    units, tens, scales = section("units"), section("tens"), section("scales")
    packs, plurals, shares, signs = (
        section("packs"),
        section("plurals"),
        section("shares"),
        section("signs"),
    )
    ordinals = section("ordinals") | section("scale_ordinals")
    few = lexicon.words("few")
    starters = frozenset(
        [*units, *tens, *scales, *packs, *plurals, *ordinals, *shares, *signs, *few, "a", "an"]
    )
    return NumberWords(
        units=units,
        tens=tens,
        scales=scales,
        packs=packs,
        suffixes=section("suffixes"),
        plurals=plurals,
        ordinals=ordinals,
        denominators={f"{word}s": value for word, value in ordinals.items() if value > 2},
        shares=shares,
        signs=signs,
        few=few,
        starters=starters,
    )


def number_spans(text: str, *, language: str = "en") -> list[tuple[Span, Numeral]]:
    """Every number in `text`, signs and sums read as in a calculation."""
    tokens = tokens_of(text)
    found = numerals(tokens, lexicon_of(language), is_mathematical=True)
    return [(tokens.span(numeral.first, numeral.last), numeral) for numeral in found]


def numerals(tokens: Tokens, lexicon: Lexicon, *, is_mathematical: bool = False) -> list[Numeral]:
    """The numbers of a text in order; they do not overlap."""
    grammar = Grammar(tokens, number_words(lexicon), is_mathematical)
    starters = grammar.words.starters
    found: list[Numeral] = []
    after = 0
    for index, word in enumerate(tokens.lowers):
        if index < after or not (word in starters or word[0].isdigit() or word[0] == "."):
            continue
        numeral = grammar.numeral(index)
        if numeral is not None:
            after = numeral.last
            found.append(grammar.signed(numeral))
    return found


def is_pronoun(tokens: Tokens, numeral: Numeral) -> bool:
    """Is it the `one` of `the one`, `no one`, `one another`, `one's`?"""
    first, last = numeral.first, numeral.last
    if last != first + 1 or tokens.word(first) != "one":
        return False
    return tokens.word(last) in _AFTER_PRONOUN or tokens.word(first - 1) in _BEFORE_PRONOUN


def is_in_code(tokens: Tokens, numeral: Numeral) -> bool:
    """Is it a part of a name, address or code: `name4`, `F-16`, `#1`, `www.x1.org`?"""
    first, last = numeral.first, numeral.last
    if not numeral.in_digits:
        return False
    before, after = tokens.word(first - 1), tokens.word(last)
    if tokens.touches(first):
        if before[-1:].isalpha() or before in ("#", "@", "_", "\\", "=", "&", ":"):
            return True
        if before in ("-", "/", ".") and tokens.touches(first - 1):
            further = tokens.word(first - 2)
            return further[-1:].isalnum() and not further.isdecimal()
    return tokens.touches(last) and (
        after == "_" or (after[:1].isalpha() and len(after) > _LONGEST_SYMBOL)
    )


_LONGEST_SYMBOL = 4
_BEFORE_PRONOUN = frozenset(
    [
        "the",
        "this",
        "that",
        "which",
        "each",
        "any",
        "every",
        "no",
        "another",
        "other",
        "some",
        "such",
        "every",
        "last",
        "next",
        "first",
    ]
)
_AFTER_PRONOUN = frozenset(["another", "'s", "self"])

_Step = tuple[int, "Number"]
"""Where reading goes on, and the number read so far."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """Reads one number from a place in the tokens, the longest that makes sense."""

    tokens: Tokens
    words: NumberWords
    is_mathematical: bool = False
    """Read `minus two`, `one over twenty` and bare signs as a calculator would."""

    def numeral(self, index: int) -> Numeral | None:
        """The number that begins at `index`, or None."""
        lower = self.tokens.lowers[index]
        if lower in ("a", "an"):
            return self._after_article(index)
        if lower in self.words.few:
            return self._few(index)
        in_digits = lower[0].isdigit() or lower[0] == "."
        vague = None if in_digits else self._vague(index)
        if vague is not None:
            return vague
        share = self._share(index)
        if share is not None:
            return replace(share, in_digits=in_digits)
        if in_digits and self.tokens.touches(index + 1):
            place = _digit_ordinal(self.tokens, index)
            if place is not None:
                return place
        ordinal = None if in_digits else self._ordinal(index)
        if ordinal is not None:
            return ordinal
        read = self._cardinal(index)
        if read is None:
            return None
        last, value = self._with_fraction(*read)
        return Numeral(
            index, last, value, in_digits=in_digits, literal=in_digits and last == index + 1
        )

    def signed(self, numeral: Numeral) -> Numeral:
        """The number with the minus sign before it."""
        tokens, sign = self.tokens, numeral.first - 1
        word = tokens.word(sign)
        if not tokens.follows(numeral.first) or numeral.form in (Form.ORDINAL, Form.VAGUE):
            return numeral
        if word in ("-", "−"):
            # a hyphen between words or numbers is none
            after_number = tokens.word(sign - 1)[-1:].isdigit()
            is_sign = (
                tokens.touches(numeral.first) and not tokens.touches(sign) and not after_number
            )
        else:
            is_sign = (
                word == "minus" and numeral.in_digits and not tokens.word(sign - 1)[-1:].isdigit()
            )
            is_sign = is_sign or (self.is_mathematical and word in ("minus", "negative"))
        if not is_sign or not numeral.value:
            return numeral
        return replace(numeral, first=sign, value=-numeral.value, literal=False)

    def _hyphen(self, index: int) -> int:
        """The place after an optional hyphen."""
        if self.tokens.word(index) == "-" and self.tokens.follows(index):
            return index + 1
        return index

    def _literal(self, index: int) -> _Step | None:
        value = literal_value(self.tokens.word(index))
        if value is None:
            return None
        last = index + 1
        sign = self.words.signs.get(self.tokens.word(last))
        if sign is not None and self.tokens.follows(last):
            return last + 1, value + sign
        if self.tokens.touches(last):
            suffix = self.words.suffixes.get(self.tokens.written(last))
            if suffix is not None and not self.tokens.touches(last + 1):
                return last + 1, _times(value, suffix)
            power = self._power(last, value)
            if power is not None:
                return power
        return self._mixed(last, value)

    def _power(self, index: int, value: Number) -> _Step | None:
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
        return at + 1, _plain(raised)

    def _mixed(self, index: int, value: Number) -> _Step:
        """`10 1/2`: a whole number and a fraction in digits."""
        tokens = self.tokens
        fraction = self._slashed(index)
        if fraction is not None and tokens.follows(index) and not tokens.touches(index):
            last, part = fraction
            if part < 1 and value == int(value):
                return last, value + part
        return index, value

    def _slashed(self, index: int) -> _Step | None:
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

    def _small(self, index: int) -> _Step | None:
        """A number below one hundred in words: `seven`, `seventy-one`."""
        word = self.tokens.word(index)
        if word in self.words.units:
            return index + 1, self.words.units[word]
        if word not in self.words.tens:
            return None
        value, last = self.words.tens[word], index + 1
        after = self._hyphen(last)
        unit = self.words.units.get(self.tokens.word(after))
        if unit is not None and 0 < unit < 10 and self.tokens.follows(after):
            return after + 1, value + unit
        return last, value

    def _cardinal(self, index: int, *, implied: Number | None = None) -> _Step | None:
        """A whole or decimal number; `implied` stands for a missing count before a scale word."""
        tokens, words = self.tokens, self.words
        total: Number = 0
        current: Number | None = implied
        at = index
        least_scale = float("inf")
        joined_scale: Number = 0
        while True:
            if at > index and not tokens.follows(at):
                break
            step_at = self._hyphen(at) if at > index else at
            word = tokens.word(step_at)
            scale = words.scales.get(word)
            if scale is not None and (current is not None or at == index):
                if current is None:
                    current = 1
                is_round = current < 100 or (
                    isinstance(current, int) and at == index + 1 and tokens.word(index)[0].isdigit()
                )
                if scale == 100 and is_round and least_scale > 100:
                    current = _times(current, 100)
                    at = step_at + 1
                    joined_scale = 100
                    more = self._tail(at, 100)
                    if more is not None:
                        at, rest = more
                        current += rest
                    continue
                if scale < 1000 or scale >= least_scale:
                    break
                total += _times(current, scale)
                least_scale = scale
                joined_scale = scale
                current = None
                at = step_at + 1
                more = self._tail(at, scale)
                if more is not None:
                    at, rest = more
                    total += rest
                    break
                continue
            if words.packs.get(word) is not None and current is not None and word != "score":
                if joined_scale and current >= 100:
                    break
                return step_at + 1, total + _times(current, words.packs[word])
            if current is None and total == 0 and at == index:
                read = self._literal_or_small(at)
                if read is None:
                    break
                at, current = read
                continue
            break
        if at == index or (current is None and not total):
            return None
        value = total + (current or 0)
        return self._decimal(at, value) if tokens.word(at) == "point" else (at, value)

    def _tail(self, index: int, below: Number) -> _Step | None:
        """What follows a scale word and is smaller than it: `and six`, `3 hundred and 21`."""
        tokens, words = self.tokens, self.words
        at = index
        has_and = tokens.word(at) == "and" and tokens.follows(at)
        at = self._hyphen(at + has_and)
        if not tokens.follows(at):
            return None
        word = tokens.word(at)
        in_digits = word[:1].isdigit()
        if in_digits and (tokens.word(index - 1) not in ("hundred", "thousand") or "." in word):
            return None
        if not in_digits and word not in words.units and word not in words.tens:
            return None
        read = self._literal_or_small(at) if below == 100 else self._cardinal(at)
        if read is None:
            return None
        last, value = read
        after = tokens.word(self._hyphen(last))
        if after == "hundred" or read[1] <= 0:
            return None
        if has_and and (after in words.shares or after in words.denominators):
            return None
        if after in words.packs and after != "score" and tokens.follows(last):
            return last + 1, _times(value, words.packs[after])
        if value >= below and tokens.word(last - 1) not in words.packs:
            return None
        return read

    def _literal_or_small(self, index: int) -> _Step | None:
        return self._literal(index) or self._small(index)

    def _decimal(self, index: int, whole: Number) -> _Step:
        """`point zero three`."""
        digits = ""
        at = index + 1
        tens = self._small(at) if self.tokens.word(at) in self.words.tens else None
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

    def _with_fraction(self, last: int, value: Number) -> _Step:
        """`and a half`, `and three quarters`, before or after the scale: `five and a half million`."""
        tokens, words = self.tokens, self.words
        if tokens.word(last) != "and" or not tokens.follows(last):
            return last, value
        part = self._part(last + 1)
        if part is None:
            return last, value
        at, share = part
        if not 0 < share < 1:
            return last, value
        scale = words.scales.get(tokens.word(at))
        if scale is not None and tokens.follows(at):
            if tokens.word(last - 1) in words.scales:
                return at + 1, _plain(value + share * scale)
            return at + 1, _plain((value + share) * scale)
        own = words.scales.get(tokens.word(last - 1), 1)
        return at, _plain(value + share * own)

    def _part(self, index: int) -> _Step | None:
        """A fraction below one: `a half`, `three quarters`, `a third`."""
        tokens, words = self.tokens, self.words
        at, above = index, 1.0
        if tokens.word(at) in ("a", "an"):
            at += 1
        else:
            small = self._small(at)
            if small is not None:
                at, above = small[0], float(small[1])
        at = self._hyphen(at)
        if not tokens.follows(at):
            return None
        word = tokens.word(at)
        if word in words.shares:
            return at + 1, above * words.shares[word]
        below = words.denominators.get(word) or (
            words.ordinals.get(word) if at > index and word not in ("first", "second") else None
        )
        return (at + 1, above / below) if below else None

    def _denominator(self, index: int) -> tuple[int, Number, bool] | None:
        """`fifths`, `twenty-firsts`, `one hundred and fifth`: place, number, is it plural."""
        tokens, words = self.tokens, self.words
        word = tokens.word(index)
        if word in words.denominators:
            return index + 1, words.denominators[word], True
        if word in words.ordinals:
            return index + 1, words.ordinals[word], False
        if word in words.tens:
            at = self._hyphen(index + 1)
            unit = tokens.word(at)
            single = unit.removesuffix("s")
            if tokens.follows(at) and words.ordinals.get(single, 99) < 10:
                return at + 1, words.tens[word] + words.ordinals[single], single != unit
        ordinal = self._ordinal(index)
        return (ordinal.last, ordinal.value, False) if ordinal else None

    def _share(self, index: int) -> Numeral | None:
        """`half`, `two-thirds`, `3/4`, `one twenty-fifth`, `half a million`, `½`."""
        tokens, words = self.tokens, self.words
        word = tokens.word(index)
        if word in words.signs:
            return Numeral(index, *self._scaled(index + 1, words.signs[word]), Form.SHARE)
        if word[:1].isdigit():
            slashed = self._slashed(index)
            if slashed is not None:
                return Numeral(index, slashed[0], slashed[1], Form.SHARE)
            if tokens.word(index + 1) not in ("out", "over", "in"):
                return None
        if word in words.shares:
            if word.endswith("s"):
                return None
            return Numeral(index, *self._scaled(index + 1, words.shares[word]), Form.SHARE)
        above = self._cardinal(index)
        if above is None:
            return None
        at, count = above
        if tokens.word(at - 1) in words.scales and self._is_longer_ordinal(index, at):
            return None
        below_at = self._hyphen(at)
        if not tokens.follows(below_at):
            return None
        part = tokens.word(below_at)
        stolen = words.tens.get(tokens.word(at - 1), 0)
        if stolen and count > stolen and 2 < words.denominators.get(part, 0) < 10:
            share = (count - stolen) / (stolen + words.denominators[part])
            return Numeral(index, below_at + 1, _plain(share), Form.SHARE)
        if part in words.shares and (count == 1 or part.endswith("s")):
            share = _plain(count * words.shares[part])
            return Numeral(index, *self._scaled(below_at + 1, share), Form.SHARE)
        if part in ("out", "over") or (part == "in" and self.is_mathematical and count < 20):
            return self._quotient(index, below_at, count)
        if part in ("second", "seconds", "first", "firsts"):
            return None
        below = self._denominator(below_at)
        if below is None or not below[1]:
            return None
        last, number, is_plural = below
        if not is_plural and count != 1:
            return None
        return Numeral(index, last, _plain(count / number), Form.SHARE)

    def _quotient(self, index: int, at: int, count: Number) -> Numeral | None:
        """`one out of three`; `one over twenty` only where the text is read as mathematics."""
        tokens, is_free = self.tokens, False
        if tokens.word(at) == "out" and tokens.word(at + 1) == "of":
            at += 2
        elif tokens.word(at) in ("over", "in") and self.is_mathematical:
            is_free = tokens.word(at) == "over"
            at += 1
        else:
            return None
        below = self._cardinal(at) if tokens.follows(at) else None
        if below is None and tokens.word(at) in ("every", "each"):
            below = self._cardinal(at + 1)
        if below is None or not below[1] or not count > 0 or (count >= below[1] and not is_free):
            return None
        last, number = below
        if tokens.word(last) in self.words.plurals:
            last, number = last + 1, number * self.words.plurals[tokens.word(last)]
        return Numeral(index, last, _plain(count / number), Form.SHARE)

    def _is_longer_ordinal(self, index: int, at: int) -> bool:
        """Is `one hundred fifth` one ordinal, not a share of one hundred?"""
        ordinal = self._ordinal(index)
        return ordinal is not None and ordinal.last > at

    def _scaled(self, index: int, share: Number) -> _Step:
        """`half a million`, `quarter million`, `half a dozen`: the share of a scale word."""
        tokens, words = self.tokens, self.words
        at = self._hyphen(index)
        if tokens.word(at) == "of" and tokens.word(at + 1) == "a":
            at += 1
        if tokens.word(at) == "a":
            at += 1
        scale = words.scales.get(tokens.word(at)) or words.packs.get(tokens.word(at))
        if scale is None or not tokens.follows(at) or tokens.word(at) == "score":
            return index, share
        return at + 1, _plain(share * scale)

    def _ordinal(self, index: int) -> Numeral | None:
        """`third`, `twenty-first`, `one hundred and fifth`."""
        tokens, words = self.tokens, self.words
        word = tokens.word(index)
        if word in words.ordinals:
            return Numeral(index, index + 1, words.ordinals[word], Form.ORDINAL)
        at, total, least = index, 0, float("inf")
        while at - index < 24:
            here = self._hyphen(at) if at > index else at
            if at > index and tokens.word(here) == "and" and tokens.follows(here):
                here += 1
            if at > index and not tokens.follows(here):
                return None
            word = tokens.word(here)
            place = words.ordinals.get(word)
            if place is not None and at > index:
                before = tokens.word(at - 1)
                if before in words.tens and not 0 < place < 10:
                    return None
                if before in words.units and place < 100:
                    return None
                if place >= 100:
                    value = _times(total, place)
                    return Numeral(index, here + 1, value, Form.ORDINAL)
                return Numeral(index, here + 1, total + place, Form.ORDINAL)
            read = self._small(here)
            if read is None:
                return None
            at, current = read
            while tokens.follows(at) and (scale := words.scales.get(tokens.word(at))):
                if scale >= 1000 and scale >= least:
                    return None
                current = _times(current, scale)
                least = min(least, scale) if scale >= 1000 else least
                at += 1
                hundreds_tail = self._tail_before_scale(at) if scale == 100 else None
                if hundreds_tail is not None:
                    at, rest = hundreds_tail
                    current += rest
            total += int(current)
        return None

    def _tail_before_scale(self, index: int) -> _Step | None:
        """`and two` in `two hundred and two thousand`, only where a scale word follows."""
        tokens = self.tokens
        at = index + (tokens.word(index) == "and")
        read = self._small(at)
        if read is None or tokens.word(read[0]) not in self.words.scales:
            return None
        return read

    def _vague(self, index: int) -> Numeral | None:
        """`dozens`, `tens of thousands`: twice the smallest, as one of them would be singular."""
        tokens, words = self.tokens, self.words
        value = words.plurals.get(tokens.word(index))
        if value is None or tokens.word(index) == "dozen":
            return None
        at, total = index + 1, _times(2, value)
        while tokens.word(at) == "of" and tokens.word(at + 1) in words.plurals:
            total = _times(total, words.plurals[tokens.word(at + 1)])
            at += 2
        if (tokens.word(index) in ("tens", "scores") and at == index + 1) and (
            tokens.word(at) != "of" or tokens.word(index) == "tens"
        ):
            return None
        return Numeral(index, at, total, Form.VAGUE)

    def _after_article(self, index: int) -> Numeral | None:
        """`a dozen`, `a hundred and six`, `a third`, `a few hundred`, `a trillionth`."""
        tokens, words = self.tokens, self.words
        if not tokens.follows(index + 1):
            return None
        word = tokens.word(index + 1)
        if word in words.few:
            found = self._few(index + 1)
            return replace(found, first=index) if found else None
        if word in words.packs and word != "gross":
            last = index + 2
            if word == "score" and tokens.word(last) != "of":
                return None
            return Numeral(index, last, words.packs[word], has_article=True)
        if word in words.shares:
            last, value = self._scaled(index + 2, words.shares[word])
            return Numeral(index, last, value, Form.SHARE, has_article=True)
        if word in words.scales:
            read = self._cardinal(index + 1)
            if read is None:
                return None
            last, value = self._with_fraction(*read)
            return Numeral(index, last, value, has_article=True)
        return self._ordinal_share(index)

    def _ordinal_share(self, index: int) -> Numeral | None:
        """`a third of`, `a trillionth`; not `a third goal`."""
        tokens, words = self.tokens, self.words
        word = tokens.word(index + 1)
        place = words.ordinals.get(word)
        if place is None or place < 3:
            return None
        is_scale = place >= 100 or (
            self.is_mathematical and not tokens.word(index + 2)[:1].isalnum()
        )
        is_share = tokens.word(index - 1) in ("than", "least", "nearly", "almost", "about")
        if (
            not is_scale
            and not is_share
            and tokens.word(index + 2)
            not in (
                "of",
                "more",
                "less",
                "higher",
                "lower",
                "fewer",
            )
        ):
            return None
        return Numeral(index, index + 2, 1 / place, Form.SHARE, has_article=True)

    def _few(self, index: int) -> Numeral | None:
        """`few hundred`, `several dozen`, `couple of thousand`."""
        tokens, words = self.tokens, self.words
        at = index + 1
        if tokens.word(at) == "of":
            at += 1
        word = tokens.word(at)
        scale = words.scales.get(word) or words.packs.get(word)
        if scale is None or word == "score" or not tokens.follows(at):
            return None
        value = _times(2, scale)
        at += 1
        while (more := words.scales.get(tokens.word(at))) is not None and tokens.follows(at):
            value = _times(value, more)
            at += 1
        return Numeral(index, at, value, Form.VAGUE)


def literal_value(written: str) -> Number | None:
    """The number that a token of digits stands for; None for chains such as addresses."""
    if (
        not written
        or len(written) > LONGEST_LITERAL
        or not (written[0].isdigit() or written[0] == ".")
    ):
        return None
    whole, comma, part = written.rpartition(",")
    if comma and (len(part) != 3 or "." in whole) and "," not in whole and "." not in part:
        # a decimal comma: 1,3 and 1.234,56
        plain = f"{whole.replace('.', '')}.{part}"
    else:
        plain = written.translate(_GROUPING)
    if plain.count(".") > 1:
        groups = plain.split(".")
        if len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:]):
            return int("".join(groups))
        return None
    try:
        return float(plain) if "." in plain else int(plain)
    except ValueError:
        return None


_GROUPING = str.maketrans("", "", ",'’\u00a0\u2009\u202f")


def _digit_ordinal(tokens: Tokens, index: int) -> Numeral | None:
    """`21st` in two touching tokens."""
    written = tokens.word(index)
    if tokens.word(index + 1) not in ("st", "nd", "rd", "th"):
        return None
    value = literal_value(written)
    if value is None or value != int(value):
        return None
    return Numeral(index, index + 2, int(value), Form.ORDINAL, in_digits=True)


def _times(value: Number, scale: Number) -> Number:
    return _plain(value * scale)


def _plain(value: Number) -> Number:
    """An int where nothing is lost; float noise such as 4.1 million's is rounded off."""
    if isinstance(value, int):
        return value
    rounded = float(f"{value:.15g}")
    return int(rounded) if rounded.is_integer() else rounded
