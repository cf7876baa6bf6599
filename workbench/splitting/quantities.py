"""Which numbers count or measure something, with what they count: the quantity claims."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.model import Approximation, Claim, ClaimKind, Quantity
from workbench.splitting.ages import age_at
from workbench.splitting.measures import measure_at, plural
from workbench.splitting.money import amounts
from workbench.splitting.nouns import Nouns, plural_of
from workbench.splitting.numbers import Form, is_in_code, is_pronoun
from workbench.splitting.reading import reading_of
from workbench.splitting.times import time_expressions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.model.values import Number
    from workbench.splitting.context import Context
    from workbench.splitting.numbers import Numeral
    from workbench.splitting.reading import Reading

_DASHES = frozenset("-–—−‑")
_EN_DASHES = frozenset("–—−")
_HIGHEST_SCORE = 250
_LABELS = "labels"


@dataclass(frozen=True, slots=True)
class _Count:
    """A number on its way to a claim: tokens, value, unit."""

    first: int
    last: int
    numbers: tuple[Number, ...]
    unit: str
    rule: str
    approximation: Approximation | None = None


def detect(context: Context) -> list[Claim]:
    """The claims about quantities."""
    reading = reading_of(context.text, context.lexicon)
    taken: list[tuple[int, int]] = sorted(
        [(amount.first, amount.last) for amount in amounts(context.text, context.lexicon)]
        + [(time.first, time.last) for time in time_expressions(context.text, context.lexicon)]
    )
    counter = _Counter(context, reading, Nouns(context, reading))
    claims = []
    for count in counter.counts(taken):
        first, before = reading.hedged_before(count.first)
        last, after = (
            reading.hedged_after(count.last) if count.last > count.first else (count.last, None)
        )
        claims.append(
            Claim(
                reading.tokens.span(first, last),
                ClaimKind.QUANTITY,
                count.rule,
                Quantity(count.numbers, count.unit, before or after or count.approximation),
            )
        )
    return claims


@dataclass(frozen=True, slots=True)
class _Counter:
    context: Context
    reading: Reading
    nouns: Nouns

    def counts(self, taken: list[tuple[int, int]]) -> Iterator[_Count]:
        """The quantities in text order, outside the tokens that money and times hold."""
        tokens = self.reading.tokens
        after = 0
        place = 0
        words = self.reading.lexicon.section("numbers", "multiples")
        numerals = iter(self.reading.numerals)
        upcoming = [
            *((numeral.first, numeral) for numeral in numerals),
            *(
                (at, None)
                for at, word in enumerate(tokens.lowers)
                if word in words or word.endswith("fold")
            ),
        ]
        upcoming.sort(key=lambda entry: entry[0])
        for index, numeral in upcoming:
            while place < len(taken) and taken[place][1] <= index:
                place += 1
            if index < after or (place < len(taken) and taken[place][0] <= index):
                continue
            limit = taken[place][0] if place < len(taken) else len(tokens)
            count = self._multiple(index) if numeral is None else self._count(numeral)
            if count is None:
                continue
            if count.last > limit:
                if numeral is None or numeral.last > limit:
                    continue
                count = replace(count, last=max(limit, numeral.last))
            yield count
            after = count.last

    def _count(self, numeral: Numeral) -> _Count | None:
        """What a number says, tried from the most to the least certain."""
        if is_pronoun(self.reading.tokens, numeral) or is_in_code(self.reading.tokens, numeral):
            return None
        if numeral.form is Form.ORDINAL:
            return None
        return (
            self._score(numeral)
            or self._age(numeral)
            or self._ratio(numeral)
            or self._measured(numeral)
            or self._counted(numeral)
        )

    def _range(self, numeral: Numeral) -> tuple[int, tuple[Number, ...]] | None:
        """`ten to 32`, `40-50`, `two or three`: where the upper end ends, both numbers."""
        tokens = self.reading.tokens
        joint, at = tokens.word(numeral.last), numeral.last + 1
        upper = self.reading.numeral_at.get(at)
        if upper is None or not tokens.follows(at) or not tokens.follows(numeral.last):
            return None
        if upper.form not in (Form.CARDINAL, Form.VAGUE) or numeral.form is not Form.CARDINAL:
            return None
        low, high = numeral.value, upper.value
        if not upper.literal and numeral.literal and low < high:
            scale = self.reading.grammar.words.scales.get(tokens.word(upper.last - 1))
            if scale is not None and low * scale <= high:
                low = low * scale
        if joint in _DASHES or joint in ("to", "or"):
            if joint == "to" and not (low < high and self._is_range(numeral)):
                return None
            if joint == "or" and not low < high <= 20 * max(low, 1):
                return None
            return upper.last, (low, high)
        if joint == "and" and tokens.word(numeral.first - 1) == "between":
            return upper.last, (low, high)
        return None

    def _is_range(self, numeral: Numeral) -> bool:
        """`from 9 to 10` says two numbers unless something ranges from one to the other."""
        tokens = self.reading.tokens
        if tokens.word(numeral.first - 1) != "from":
            return True
        return any(
            tokens.word(numeral.first - back)[:4] in ("rang", "vary", "vari", "aged", "anyw")
            for back in (2, 3)
        )

    def _score(self, numeral: Numeral) -> _Count | None:
        """`1 – 0`, `3-2`: two small whole numbers around a dash that count nothing after them."""
        tokens = self.reading.tokens
        at = numeral.last + 1
        away = self.reading.numeral_at.get(at)
        if away is None or not (numeral.literal and away.literal):
            return None
        joint = tokens.word(numeral.last)
        if joint not in _DASHES or not tokens.follows(at) or not tokens.follows(numeral.last):
            return None
        numbers = (numeral.value, away.value)
        if not all(isinstance(number, int) and number < _HIGHEST_SCORE for number in numbers):
            return None
        if tokens.word(numeral.first - 1) in _DASHES and tokens.touches(numeral.first):
            return None
        if (tokens.word(away.last) in _DASHES and tokens.touches(away.last)) and (
            tokens.word(away.last + 1)[:1].isdigit()
        ):
            return None
        if measure_at(self.reading, away.last, numbers, numeral.first):
            return None
        noun = self.nouns.end(away.last)
        if noun > away.last and numbers[0] < numbers[1] and not self.nouns.is_name(away.last):
            return None
        return _Count(numeral.first, away.last, numbers, "score", "quantity.score")

    def _age(self, numeral: Numeral) -> _Count | None:
        found = age_at(self.reading, self.nouns, numeral)
        if found is None:
            return None
        first, last, unit = found
        return _Count(first, last, (numeral.value,), unit, "quantity.age")

    def _ratio(self, numeral: Numeral) -> _Count | None:
        """`one in five voters`, `two out of three`, `3:1`."""
        tokens = self.reading.tokens
        at = numeral.last
        joint = tokens.word(at)
        if joint == ":" and numeral.literal and tokens.touches(at) and tokens.touches(at + 1):
            other = self.reading.numeral_at.get(at + 1)
            if (other is not None and other.literal and tokens.word(numeral.first - 1) != ":") and (
                tokens.word(other.last) in ("ratio", "margin", "odds")
                or tokens.word(numeral.first - 1) in ("of", "by")
            ):
                return _Count(
                    numeral.first,
                    other.last,
                    (numeral.value, other.value),
                    "ratio",
                    "quantity.ratio",
                )
            return None
        if joint not in ("in", "to") or not numeral.value or numeral.form is not Form.CARDINAL:
            return None
        after = at + 1 + (tokens.word(at + 1) in ("every", "each"))
        below = self.reading.numeral_at.get(after)
        if below is None or not tokens.follows(after) or below.form is not Form.CARDINAL:
            return None
        if joint == "to":
            if below.value != 1 or tokens.word(numeral.first - 1) == "from":
                return None
            return _Count(numeral.first, below.last, (numeral.value, 1), "ratio", "quantity.ratio")
        if (
            not 0 < numeral.value < below.value
            or numeral.value > 20
            or (below.literal and below.value > 1000)
        ):
            return None
        end = self.nouns.end(below.last)
        return _Count(
            numeral.first,
            max(end, below.last),
            (numeral.value / below.value,),
            self._unit(below.last, end),
            "quantity.ratio",
        )

    def _measured(self, numeral: Numeral) -> _Count | None:
        """`800 km`, `58% of the vote`, `a 15 meter high wall`, `three times`."""
        tokens = self.reading.tokens
        ranged = self._range(numeral)
        last, numbers = ranged or (numeral.last, (numeral.value,))
        if ranged is None and numeral.form is Form.CARDINAL:
            last, numbers = self._repeated_unit(numeral, last, numbers)
        measure = measure_at(self.reading, last, numbers, numeral.first)
        if measure is None:
            return None
        unit = plural(measure.unit)
        end = measure.last
        if measure.dimension == "share":
            end = max(end, self.nouns.of_end(end))
            return _Count(numeral.first, end, measure.numbers, unit, "quantity.share")
        if tokens.word(end).removeprefix("-") in _EXTENTS and tokens.follows(end):
            end += 1
        elif tokens.word(end) == "-" and tokens.word(end + 1) in _EXTENTS:
            end += 2
        elif tokens.word(end) == "of" and measure.dimension in ("weight", "volume", "area"):
            end = max(end, self.nouns.of_end(end))
        return _Count(numeral.first, end, measure.numbers, unit, "quantity.measure")

    def _repeated_unit(
        self, numeral: Numeral, last: int, numbers: tuple[Number, ...]
    ) -> tuple[int, tuple[Number, ...]]:
        """`5 km to 7 km`, `10% to 12%`, `3 by 5 meters`: on to the second number."""
        tokens = self.reading.tokens
        unit = measure_at(self.reading, last, numbers, numeral.first)
        if (
            unit is None
            or tokens.word(unit.last) not in ("to", "-", "–", "—")
            or not self._is_range(numeral)
        ):
            return last, numbers
        upper = self.reading.numeral_at.get(unit.last + 1)
        if upper is None or not tokens.follows(unit.last + 1) or not numeral.value < upper.value:
            return last, numbers
        again = measure_at(self.reading, upper.last, (upper.value,), upper.first)
        if again is None or again.unit != unit.unit:
            return last, numbers
        return upper.last, (numeral.value, upper.value)

    def _counted(self, numeral: Numeral) -> _Count | None:
        """`180 workers`, `hundreds of colorful scenes`, `a quarter of citizens`, `200 more`, `12`."""
        tokens = self.reading.tokens
        ranged = self._range(numeral)
        last, numbers = ranged or (numeral.last, (numeral.value,))
        rule = "quantity.count"
        approximation = Approximation.AT_LEAST if numeral.form is Form.VAGUE else None
        hyphen = self._modifier(last)
        if hyphen is not None:
            return _Count(numeral.first, hyphen[0], numbers, hyphen[1], "quantity.modifier")
        if numeral.form in (Form.SHARE, Form.VAGUE) or tokens.word(last - 1) in ("dozen", "score"):
            end = self.nouns.of_end(last)
            if end > last:
                return _Count(
                    numeral.first, end, numbers, self._unit(last + 1, end), rule, approximation
                )
            if numeral.form is Form.SHARE and not self._is_certain_share(numeral):
                return None
        after = last
        if tokens.word(last) in (
            "more",
            "other",
            "further",
            "fewer",
            "additional",
        ) and tokens.follows(last):
            after = last + 1
        end = self.nouns.end(after, of_one=numeral.value == 1)
        if end > after and not self._is_label(numeral, has_noun=True):
            if numeral.value == 1 and not self._is_one(numeral, after):
                return None
            return _Count(numeral.first, end, numbers, self._unit(after, end), rule, approximation)
        if not self._stands_alone(numeral):
            return None
        if tokens.word(last) in ("more", "others") and tokens.follows(last):
            last += 1
        return _Count(numeral.first, last, numbers, "", "quantity.number", approximation)

    def _is_certain_share(self, numeral: Numeral) -> bool:
        """`half the votes` and `two-thirds` are shares; `half` in `half-hearted` is none."""
        tokens = self.reading.tokens
        word = tokens.word(numeral.last)
        if tokens.word(numeral.first - 1) in (
            "first",
            "second",
            "other",
            "better",
            "the",
            "back",
            "third",
            "last",
        ):
            return False
        if word == "-" or (
            numeral.last - numeral.first == 1 and tokens.word(numeral.first) == "quarter"
        ):
            return False
        if numeral.has_article and word not in (
            "more",
            "less",
            "higher",
            "lower",
            "fewer",
            "million",
            ".",
        ):
            return False
        return not (
            numeral.in_digits
            and numeral.last - numeral.first == 3
            and tokens.word(numeral.first + 1) == "/"
            and numeral.value >= 1
        )

    def _modifier(self, index: int) -> tuple[int, str] | None:
        """`six - member team`, `three-nation alliance`: the hyphen and its noun, no more."""
        tokens = self.reading.tokens
        if (
            tokens.word(index) not in ("-", "‑")
            or not tokens.follows(index)
            or not tokens.follows(index + 1)
        ):
            return None
        noun = tokens.word(index + 1)
        if (
            tokens.touches(index) != tokens.touches(index + 1)
            or not noun[:1].isalpha()
            or len(noun) < 3
        ):
            return None
        if tokens.is_capitalised(index + 1) or noun in self.reading.lexicon.words("closed"):
            return None
        return index + 2, plural_of(noun)

    def _unit(self, index: int, end: int) -> str:
        """The counted words, in the plural."""
        if end <= index:
            return ""
        determiners = self.reading.lexicon.words("determiners")
        while index < end - 1 and self.reading.tokens.word(index) in determiners:
            index += 1
        span = self.reading.tokens.span(index, end)
        return plural_of(" ".join(self.context.text[span.start : span.end].split()))

    def _is_one(self, numeral: Numeral, after: int) -> bool:
        """Is `one` a count here, not the `one` of `one day` or `one side`?"""
        tokens = self.reading.tokens
        if numeral.in_digits or numeral.last - numeral.first > 1:
            return True
        return tokens.word(after) not in self.reading.lexicon.words("one_idioms")

    def _is_label(self, numeral: Numeral, *, has_noun: bool = False) -> bool:
        """Is the number the name of something: `Apollo 11`, `Article 50`, `page 3`, `2016`?"""
        tokens = self.reading.tokens
        before = numeral.first - 1
        word = tokens.word(before)
        if not tokens.follows(numeral.first):
            return False
        if word in self.reading.lexicon.words(_LABELS):
            return True
        if word == "." and tokens.word(before - 1) in (
            "no",
            "nos",
            "art",
            "sec",
            "vol",
            "pp",
            "p",
            "ch",
        ):
            return True
        if word in ("-", "‑", "–") and tokens.touches(before) and tokens.is_capitalised(before - 1):
            return True
        if not numeral.literal:
            return False
        if has_noun and (
            not self.nouns.tag(numeral.first) or self.nouns.relation(numeral.first) == "nummod"
        ):
            return (
                self.nouns.is_name(before)
                and self.nouns.tag(before) != ""
                and tokens.word(before - 1)
                not in (
                    "in",
                    "at",
                    "from",
                    ",",
                    "of",
                    "on",
                    "near",
                    "for",
                    "",
                )
                and self.nouns.relation(numeral.first) != "nummod"
            )
        return self.nouns.is_name(before)

    def _stands_alone(self, numeral: Numeral) -> bool:
        """May a number without a noun be a count? `killing 107 or more`, `groups of three`."""
        tokens = self.reading.tokens
        first, last = numeral.first, numeral.last
        if self._is_label(numeral):
            return False
        if numeral.value in (0, 1) and not numeral.in_digits:
            return False
        before, after = tokens.word(first - 1), tokens.word(last)
        # the number of a list, or of a page
        if (numeral.literal and not tokens.follows(first)) and (
            after in (".", ")", "]", ":", "-", "–") or not tokens.follows(last)
        ):
            return False
        if before in ("(", "[") and after in (")", "]"):
            return False
        if numeral.in_digits and (tokens.touches(last) and after[:1].isalpha()):
            return False
        if (
            numeral.in_digits
            and (before in ("/", ":") or after in ("/", ":"))
            and tokens.touches(first)
        ):
            return False
        if (
            numeral.literal
            and isinstance(numeral.value, int)
            and 1500 <= numeral.value <= 2100
            and "," not in tokens.written(first)
        ):
            return (
                before in ("of", "killed", "than", "nearly", "about", "over", "least", "some", "to")
                and after not in (")",)
                and before != "of"
            )
        if literal_code(tokens.written(first)):
            return False
        # `the two` points back at people already counted
        return numeral.in_digits or before not in ("the", "these", "those", "that", "this")

    def _multiple(self, index: int) -> _Count | None:
        """`twice`, `threefold`, `doubled`."""
        tokens = self.reading.tokens
        word = tokens.word(index)
        if word.endswith("fold"):
            return self._fold(index, word)
        value = self.reading.lexicon.section("numbers", "multiples")[word]
        if not isinstance(value, int | float):
            return None
        if word == "once":
            return None
        if word in ("twice", "thrice"):
            return _Count(index, index + 1, (value,), "times", "quantity.multiple")
        if word in ("double", "triple", "treble", "quadruple", "quintuple"):
            if tokens.word(index + 1) not in ("the", "that", "its", "their", "what", "his", "her"):
                return None
            if tokens.word(index + 2) not in _AMOUNTS and tokens.word(index + 1) not in (
                "that",
                "what",
            ):
                return None
            return _Count(index, index + 1, (value,), "times", "quantity.multiple")
        if tokens.word(index + 1) in (
            "to",
            "from",
            "in",
            "since",
            "over",
            ".",
            ",",
            "between",
            "during",
            "by",
        ):
            return _Count(index, index + 1, (value,), "times", "quantity.multiple")
        return None

    def _fold(self, index: int, word: str) -> _Count | None:
        words = self.reading.grammar.words
        stem = word.removesuffix("fold")
        if not stem:
            at = index - 1 - (tokens_hyphen := self.reading.tokens.word(index - 1) == "-")
            del tokens_hyphen, at
            return None
        value = words.units.get(stem) or words.tens.get(stem) or words.scales.get(stem)
        if value is None and stem not in ("many", "multi"):
            return None
        if value is None:
            return None
        return _Count(index, index + 1, (value,), "fold", "quantity.multiple")


_EXTENTS = frozenset(["high", "tall", "long", "wide", "deep", "thick", "away", "tall"])
_AMOUNTS = frozenset(
    [
        "number",
        "amount",
        "rate",
        "size",
        "price",
        "cost",
        "level",
        "figure",
        "total",
        "average",
        "share",
        "value",
        "length",
    ]
)


def literal_code(written: str) -> bool:
    """Is it a chain such as an address or a version, or digits with a leading zero?"""
    return written.count(".") > 1 or (len(written) > 1 and written[0] == "0" and written[1] != ".")
