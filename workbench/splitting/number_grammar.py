"""Which tokens are one number: shares, places, vague counts and what hangs on them, over the cardinals."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.splitting.cardinals import Cardinals
from workbench.splitting.number_words import Form, Numeral, literal_value, plain, times

if TYPE_CHECKING:
    from workbench.model.values import Number
    from workbench.splitting.cardinals import Step
    from workbench.splitting.number_words import NumberWords
    from workbench.splitting.tokens import Tokens


_MEASURED = frozenset(["percent", "per", "degree", "degrees"])
"""After these, `minus five` is below zero; `minus five pieces` lacks five."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """Reads one number from a place in the tokens, the longest that makes sense."""

    cardinals: Cardinals
    is_mathematical: bool = False
    """Read `minus two`, `one over twenty` and bare signs as a calculator would."""

    @classmethod
    def over(cls, tokens: Tokens, words: NumberWords, *, is_mathematical: bool = False) -> Grammar:
        return cls(Cardinals(tokens, words), is_mathematical)

    @property
    def tokens(self) -> Tokens:
        return self.cardinals.tokens

    @property
    def words(self) -> NumberWords:
        return self.cardinals.words

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
        read = self.cardinals.cardinal(index)
        if read is None:
            return None
        last, value = self._with_fraction(*read)
        if self.is_mathematical and in_digits and self._is_lone_k(last):
            return Numeral(index, last + 1, times(value, 1000), in_digits=True)
        return Numeral(
            index, last, value, in_digits=in_digits, literal=in_digits and last == index + 1
        )

    def _is_lone_k(self, index: int) -> bool:
        """`10 k` and nothing more."""
        return self.tokens.word(index) == "k" and not self.tokens.follows(index + 1)

    def signed(self, numeral: Numeral) -> Numeral:
        """The number with the minus sign before it."""
        tokens, sign = self.tokens, numeral.first - 1
        word = tokens.word(sign)
        if not tokens.follows(numeral.first) or numeral.form in (Form.ORDINAL, Form.VAGUE):
            return numeral
        if word in ("-", "−"):
            # a hyphen between words or numbers is none
            after_number = tokens.word(sign - 1)[-1:].isdigit() and tokens.follows(sign)
            is_sign = (
                tokens.touches(numeral.first) and not tokens.touches(sign) and not after_number
            ) or (self.is_mathematical and sign == 0)
        else:
            is_measured = numeral.in_digits or tokens.word(numeral.last) in _MEASURED
            is_sign = word == "minus" and is_measured and not tokens.word(sign - 1)[-1:].isdigit()
            is_sign = is_sign or (self.is_mathematical and word in ("minus", "negative"))
        if not is_sign or not numeral.value:
            return numeral
        return replace(numeral, first=sign, value=-numeral.value, literal=False)

    def _with_fraction(self, last: int, value: Number) -> Step:
        """`and a half`, `and three quarters`, before or after the scale: `five and a half million`."""
        tokens, words = self.tokens, self.words
        if tokens.word(last) != "and" or not tokens.follows(last):
            return last, value
        part = self._part(last + 1)
        if part is None:
            return last, value
        at, share = part
        scale = words.scales.get(tokens.word(at))
        if scale is not None and tokens.follows(at):
            if tokens.word(last - 1) in words.scales:
                return at + 1, plain(value + share * scale)
            return at + 1, plain((value + share) * scale)
        own = words.scales.get(tokens.word(last - 1), 1)
        own = own if own >= 1000 else 1
        return at, plain(value + share * own)

    def _part(self, index: int) -> Step | None:
        """A fraction below one: `a half`, `three quarters`, `a third`."""
        tokens, words = self.tokens, self.words
        at, above = index, 1.0
        slashed = self.cardinals.slashed(index)
        if slashed is not None and tokens.follows(index):
            return slashed
        if tokens.word(at) in ("a", "an"):
            at += 1
        else:
            small = self.cardinals.small(at)
            if small is not None:
                at, above = small[0], float(small[1])
        at = self.cardinals.past_hyphen(at)
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
            at = self.cardinals.past_hyphen(index + 1)
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
            slashed = self.cardinals.slashed(index)
            if slashed is not None:
                return Numeral(index, slashed[0], slashed[1], Form.SHARE)
            if tokens.word(index + 1) not in ("out", "over", "in"):
                return None
        if word in words.shares:
            if word.endswith("s"):
                return None
            return Numeral(index, *self._scaled(index + 1, words.shares[word]), Form.SHARE)
        above = self.cardinals.cardinal(index)
        if above is None:
            return None
        at, count = above
        if tokens.word(at - 1) in words.scales and self._is_longer_ordinal(index, at):
            return None
        below_at = self.cardinals.past_hyphen(at)
        if not tokens.follows(below_at):
            return None
        part = tokens.word(below_at)
        stolen = words.tens.get(tokens.word(at - 1), 0)
        if stolen and count > stolen and 2 < words.denominators.get(part, 0) < 10:
            share = (count - stolen) / (stolen + words.denominators[part])
            return Numeral(index, below_at + 1, plain(share), Form.SHARE)
        if part in words.shares and (count == 1 or part.endswith("s")):
            share = plain(count * words.shares[part])
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
        return Numeral(index, last, plain(count / number), Form.SHARE)

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
        below = self.cardinals.cardinal(at) if tokens.follows(at) else None
        if below is None and tokens.word(at) in ("every", "each"):
            below = self.cardinals.cardinal(at + 1)
        if below is None or not below[1] or not count > 0 or (count >= below[1] and not is_free):
            return None
        last, number = below
        if tokens.word(last) in self.words.plurals:
            last, number = last + 1, number * self.words.plurals[tokens.word(last)]
        return Numeral(index, last, plain(count / number), Form.SHARE)

    def _is_longer_ordinal(self, index: int, at: int) -> bool:
        """Is `one hundred fifth` one ordinal, not a share of one hundred?"""
        ordinal = self._ordinal(index)
        return ordinal is not None and ordinal.last > at

    def _scaled(self, index: int, share: Number) -> Step:
        """`half a million`, `quarter million`, `half a dozen`: the share of a scale word."""
        tokens, words = self.tokens, self.words
        at = self.cardinals.past_hyphen(index)
        if tokens.word(at) == "of" and tokens.word(at + 1) == "a":
            at += 1
        if tokens.word(at) == "a":
            at += 1
        scale = words.scales.get(tokens.word(at)) or words.packs.get(tokens.word(at))
        if scale is None or not tokens.follows(at) or tokens.word(at) == "score":
            return index, share
        return at + 1, plain(share * scale)

    def _ordinal(self, index: int) -> Numeral | None:
        """`third`, `twenty-first`, `one hundred and fifth`, `two hundredth`."""
        tokens, words = self.tokens, self.words
        place = words.ordinals.get(tokens.word(index))
        if place is not None:
            return Numeral(index, index + 1, place, Form.ORDINAL)
        read = self.cardinals.cardinal(index)
        if read is None:
            return None
        at, count = read
        before = tokens.word(at - 1)
        has_and = tokens.word(at) == "and" and tokens.follows(at)
        last = self.cardinals.past_hyphen(at + has_and)
        place = words.ordinals.get(tokens.word(last))
        if place is None or not tokens.follows(last):
            return None
        if before in words.tens and 0 < place < 10 and not has_and:
            return self._placed(index, last, count + place)
        if before in words.scales and place < words.scales[before]:
            return self._placed(index, last, count + place)
        if place >= 100 and not has_and:
            return self._placed(index, last, times(count, place))
        return None

    def _placed(self, index: int, last: int, value: Number) -> Numeral:
        return Numeral(index, last + 1, value, Form.ORDINAL)

    def _vague(self, index: int) -> Numeral | None:
        """`dozens`, `tens of thousands`: twice the smallest, as one of them would be singular."""
        tokens, words = self.tokens, self.words
        value = words.plurals.get(tokens.word(index))
        if value is None or tokens.word(index) == "dozen":
            return None
        at, total = index + 1, times(2, value)
        if tokens.word(at) == "of" and tokens.word(at + 1) in words.plurals:
            total = times(total, words.plurals[tokens.word(at + 1)])
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
            read = self.cardinals.cardinal(index + 1)
            if read is None:
                return None
            share = self._share(index + 1)
            if share is not None and share.form is Form.SHARE and share.last > read[0]:
                return replace(share, first=index, has_article=True)
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
        after = tokens.word(index + 2)
        is_share = tokens.word(index - 1) in words.before_share and (
            not tokens.follows(index + 2) or after in words.after_share
        )
        is_share = is_share or after in ("were", "are", "have")
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
        value = times(2, scale)
        at += 1
        more = words.scales.get(tokens.word(at))
        if more is not None and more > scale and tokens.follows(at):
            return Numeral(index, at + 1, times(value, more), Form.VAGUE)
        return Numeral(index, at, value, Form.VAGUE)


def _digit_ordinal(tokens: Tokens, index: int) -> Numeral | None:
    """`21st` in two touching tokens."""
    written = tokens.word(index)
    if tokens.word(index + 1) not in ("st", "nd", "rd", "th"):
        return None
    value = literal_value(written)
    if value is None or value != int(value):
        return None
    return Numeral(index, index + 2, int(value), Form.ORDINAL, in_digits=True)
