"""Which numbers count or measure something, with what they count: the quantity claims."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.model import Approximation, Claim, ClaimKind, Quantity
from workbench.splitting.ages import age_at, decades_of_life, says_age
from workbench.splitting.amounts import amounts
from workbench.splitting.bare_numbers import BareNumbers, quantity_words
from workbench.splitting.counts import Count, rated, tallied
from workbench.splitting.measures import measure_at, plural
from workbench.splitting.nouns import POINTING, Nouns, plural_of
from workbench.splitting.number_ranges import NumberRanges
from workbench.splitting.numbers import Form, Numeral, is_in_code, is_pronoun
from workbench.splitting.ratios import Ratios
from workbench.splitting.reading import reading_of
from workbench.splitting.times import time_expressions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.model.values import Number
    from workbench.splitting.context import Context
    from workbench.splitting.ratios import Comparison
    from workbench.splitting.reading import Reading

_HYPHENS = frozenset("-‑–")
_FEW = 10
_RAREST = 100
"""`every hundredth letter` is still a share."""


def detect(context: Context) -> list[Claim]:
    """The claims about quantities."""
    reading = reading_of(context.text, context.lexicon)
    taken = sorted(
        [(amount.first, amount.last) for amount in amounts(context.text, context.lexicon)]
        + [
            (time.first, time.last)
            for time in time_expressions(context.text, context.lexicon)
            if time.is_claim
        ]
    )
    nouns = Nouns(context, reading)
    bare = BareNumbers(nouns, quantity_words(context.lexicon))
    held = frozenset(at for first, last in taken for at in range(first, last))
    counter = _Counter(
        context,
        reading,
        nouns,
        bare,
        Ratios(reading, bare),
        NumberRanges(reading, bare, held),
        held,
        decades_of_life(reading),
    )
    claims = []
    for count in counter.counts(taken):
        first, before = reading.hedged_before(count.first)
        if count.rule == "quantity.multiple" or counter.is_few(count, first):
            first, before = count.first, None
        last, after = reading.hedged_after(count.last)
        value = Quantity(count.numbers, count.unit, before or after or count.approximation)
        claims.append(
            Claim(reading.tokens.span(first, last), ClaimKind.QUANTITY, count.rule, value)
        )
    return claims


@dataclass(frozen=True, slots=True)
class _Counter:
    context: Context
    reading: Reading
    nouns: Nouns
    bare: BareNumbers
    ratios: Ratios
    ranges: NumberRanges
    held: frozenset[int]
    """Tokens of money and times."""

    decades: dict[int, tuple[int, int, tuple[int, int]]]
    """Decades of a life by their first token."""

    def counts(self, taken: list[tuple[int, int]]) -> Iterator[Count]:
        """The quantities in text order, outside the tokens that money and times hold."""
        after = place = 0
        end = len(self.reading.tokens)
        for index, numeral in self._beginnings():
            while place < len(taken) and taken[place][1] <= index:
                place += 1
            limit = taken[place][0] if place < len(taken) else end
            if index < after or limit <= index:
                continue
            if index in self.decades:
                first, last, years = self.decades[index]
                count: Count | None = Count(first, last, years, "years", "quantity.age")
            elif numeral is None:
                count = self._multiple(index)
            else:
                count = self._count(numeral)
            if count is None:
                continue
            count = tallied(rated(count, self.nouns, self.held), self.nouns, self.bare)
            if count.last > limit:
                least = index + 1 if numeral is None else numeral.last
                if least > limit:
                    continue
                noun_cut = count.rule == "quantity.count"
                count = replace(count, last=limit, unit="" if noun_cut else count.unit)
            yield count
            after = count.last

    def is_few(self, count: Count, first: int) -> bool:
        """`under two headings`: before a small number in words, it is a preposition."""
        if count.rule != "quantity.count" or count.numbers[-1] > _FEW:
            return False
        tokens = self.reading.tokens
        is_word = not tokens.word(count.first)[0].isdigit()
        is_one = count.numbers[-1] == 1
        return is_word and (is_one or self.bare.listed(first, "hedges_or_prepositions"))

    def _beginnings(self) -> list[tuple[int, Numeral | None]]:
        """Where quantities may begin: numbers, and words such as `twice`."""
        multiples = self.reading.lexicon.section("numbers", "multiples")
        found: list[tuple[int, Numeral | None]] = [
            (numeral.first, numeral) for numeral in self.reading.numerals
        ]
        known = len(found)
        found.extend((at, None) for at in self.decades)
        for at, word in enumerate(self.reading.tokens.lowers):
            if word in multiples or (word.endswith("fold") and len(word) > 4):
                found.append((at, None))
        if len(found) > known:
            found.sort(key=lambda entry: entry[0])
        return found

    def _multiple(self, index: int) -> Count | None:
        return self._compared(self.ratios.multiple(index))

    def _compared(self, found: Comparison | None) -> Count | None:
        if found is None:
            return None
        if not found.has_noun:
            return Count(found.first, found.last, found.numbers, found.unit, found.rule)
        end = self.nouns.end(found.last)
        unit = self._unit(found.last, end)
        return Count(found.first, max(end, found.last), found.numbers, unit, found.rule)

    def _count(self, numeral: Numeral) -> Count | None:
        """What a number says, tried from the most to the least particular."""
        tokens = self.reading.tokens
        if is_pronoun(tokens, numeral) or is_in_code(tokens, numeral):
            return None
        if numeral.form is Form.ORDINAL:
            return self._every(numeral)
        if says_age(self.reading, numeral.first):
            ranged = self.ranges.upper(numeral)
            if ranged is not None:
                return Count(numeral.first, *ranged, "years", "quantity.age")
        age = age_at(self.reading, self.nouns, numeral)
        if age is not None:
            return Count(age[0], age[1], (numeral.value,), age[2], "quantity.age")
        return (
            self._compared(self.ratios.score(numeral))
            or self._compared(self.ratios.ratio(numeral))
            or self._measured(numeral)
            or self._counted(numeral)
        )

    def _every(self, numeral: Numeral) -> Count | None:
        """`every fifth voter`: one in five."""
        first = numeral.first - 1
        end = self.nouns.headed_end(numeral.first, numeral.last)
        is_share = numeral.last < end and 1 < numeral.value <= _RAREST
        if self.reading.tokens.word(first) != "every" or not is_share:
            return None
        unit = self._unit(numeral.last, end)
        return Count(first, end, (1 / numeral.value,), unit, "quantity.ratio")

    # --- measures

    def _measured(self, numeral: Numeral) -> Count | None:
        """`800 km`, `58% of the vote`, `a 15 meter high wall`, `three times`."""
        tokens = self.reading.tokens
        ranged = self.ranges.upper(numeral)
        last, numbers = ranged or (numeral.last, (numeral.value,))
        if ranged is None and numeral.form is Form.CARDINAL:
            last, numbers = self.ranges.repeated(numeral, last, numbers)
        if numeral.form is Form.SHARE and tokens.word(last) in ("a", "an", "of"):
            # half a percentage point, a quarter of a mile
            article = last + (tokens.word(last) == "of")
            last = article + 1 if tokens.word(article) in ("a", "an") else last
        measure = measure_at(self.reading, last, numbers, numeral.first)
        if measure is None:
            return None
        unit, end = plural(measure.unit), measure.last
        if measure.dimension == "share":
            end = max(end, self.nouns.of_end(end))
            return Count(numeral.first, end, measure.numbers, unit, "quantity.share")
        if measure.dimension == "multiple":
            return Count(numeral.first, end, measure.numbers, unit, "quantity.multiple")
        hyphen = tokens.word(end) in _HYPHENS
        if self.bare.listed(end + hyphen, "extents") and tokens.follows(end):
            end += 1 + hyphen
        elif tokens.word(end) == "of" and self._is_stuff(measure.dimension, end + 1):
            end = max(end, self.nouns.of_end(end))
        return Count(numeral.first, end, measure.numbers, unit, "quantity.measure")

    def _is_stuff(self, dimension: str, index: int) -> bool:
        """Is what follows `of` measured: `38 cm of snow`, not `within 20 km of the border`?"""
        tokens = self.reading.tokens
        if dimension != "length":
            return dimension in ("weight", "volume", "area")
        is_definite = tokens.word(index) in self.reading.lexicon.words("closed")
        return not (is_definite or tokens.is_capitalised(index))

    # --- counts

    def _counted(self, numeral: Numeral) -> Count | None:
        """`180 workers`, `hundreds of colorful scenes`, `a quarter of citizens`, `200 more`, `12`."""
        ranged = self.ranges.upper(numeral)
        last, numbers = ranged or (numeral.last, (numeral.value,))
        approximation = Approximation.AT_LEAST if numeral.form is Form.VAGUE else None
        modifier = None if numeral.form is Form.SHARE else self._modifier(last)
        if modifier is not None:
            return Count(numeral.first, modifier[0], numbers, modifier[1], "quantity.modifier")
        if numeral.form in (Form.SHARE, Form.VAGUE) or self._is_pack(last):
            end = self.nouns.of_end(last)
            if end > last:
                unit = self._unit(last + 1, end)
                return Count(numeral.first, end, numbers, unit, "quantity.count", approximation)
            if numeral.form is Form.SHARE and not self._is_share(numeral):
                return None
            if numeral.form is Form.SHARE and self.bare.listed(last, "share_of"):
                end = max(last, self.nouns.end(last + 1, of_one=True))
                unit = self._unit(last + 1, end)
                return Count(numeral.first, end, numbers, unit, "quantity.count", approximation)
        return self._with_noun(numeral, last, numbers, approximation) or self._alone(
            numeral, last, numbers, approximation
        )

    def _is_pack(self, last: int) -> bool:
        return self.reading.tokens.word(last - 1) in self.reading.grammar.words.packs

    def _with_noun(
        self,
        numeral: Numeral,
        last: int,
        numbers: tuple[Number, ...],
        approximation: Approximation | None,
    ) -> Count | None:
        if self.reading.tokens.word(numeral.first - 1) == "magnitude":
            return None
        after, hedge = self.reading.hedged_after(last)
        if self.bare.listed(after, "more") and self.reading.tokens.follows(after):
            after += 1
        head = numeral.last - 1 if after == last else numeral.first
        is_one = numeral.value == 1
        end = (
            self.nouns.headed_end(head, after, of_one=is_one)
            if after == last
            else self.nouns.end(after)
        )
        if is_one and end == after:
            end = self.nouns.end(after, of_one=True)
        if end > after and numbers[-1] != 1:
            end = self.nouns.to_plural(after, end)
        if end <= after or self.bare.is_label(numeral, has_noun=True):
            return None
        if self.bare.names_place(numeral, after, end):
            return None
        if is_one and not self._is_one(numeral, after):
            return None
        unit = self._unit(after, end)
        return Count(numeral.first, end, numbers, unit, "quantity.count", hedge or approximation)

    def _alone(
        self,
        numeral: Numeral,
        last: int,
        numbers: tuple[Number, ...],
        approximation: Approximation | None,
    ) -> Count | None:
        if not self.bare.stands_alone(numeral):
            return None
        if self.reading.tokens.word(numeral.first - 1) == "magnitude":
            return Count(numeral.first - 1, last, numbers, "magnitude", "quantity.measure")
        if self.bare.listed(last, "more") and self.reading.tokens.follows(last):
            last += 1
        if self.bare.listed(last + 1, "share_of") or self.reading.tokens.is_capitalised(last + 1):
            end = self.nouns.of_end(last)
            if end > last:
                unit = self._unit(last + 1, end)
                return Count(numeral.first, end, numbers, unit, "quantity.count", approximation)
        return Count(numeral.first, last, numbers, "", "quantity.number", approximation)

    def _is_share(self, numeral: Numeral) -> bool:
        """`half the votes` and `two-thirds` are shares; `half` in `half-hearted` is none."""
        tokens = self.reading.tokens
        first, last = numeral.first, numeral.last
        if self.bare.listed(first - 1, "not_share_before") or tokens.word(last) in _HYPHENS:
            return False
        is_slashed = tokens.word(first + 1) == "/"
        if is_slashed and (numeral.value >= 1 or tokens.word(last) in ("/", "-")):
            return False
        is_bare = last - first == 1 or numeral.has_article
        if not is_bare:
            return True
        ends = not tokens.follows(last) or not tokens.word(last)[0].isalnum()
        is_half = numeral.value == 0.5 and not numeral.has_article
        is_change = self.bare.listed(first - 1, "share_before")
        closes = ends or tokens.word(last) in self.reading.lexicon.words("closed")
        return self.bare.listed(last, "share_after") or (ends and is_half) or (closes and is_change)

    def _modifier(self, index: int) -> tuple[int, str] | None:
        """`six - member team`, `three-nation alliance`: the hyphen and its noun, no more."""
        tokens = self.reading.tokens
        if tokens.word(index) not in _HYPHENS or not tokens.follows(index):
            return None
        noun = tokens.word(index + 1)
        if not tokens.follows(index + 1) or not noun[:1].isalpha() or len(noun) < 3:
            return None
        if tokens.touches(index) != tokens.touches(index + 1):
            return None
        if tokens.is_capitalised(index + 1) or noun in self.reading.lexicon.words("closed"):
            return None
        return index + 2, "people" if noun == "strong" else plural_of(noun)

    def _unit(self, index: int, end: int) -> str:
        """The counted words, in the plural."""
        determiners = self.reading.lexicon.words("determiners")
        owners = [at for at in range(index, end - 1) if self.reading.tokens.word(at) == "'s"]
        index = owners[-1] + 1 if owners else index
        while index < end - 1:
            counted = self.reading.numeral_at.get(index)
            if counted is not None and counted.last < end:
                index = counted.last
            elif self.reading.tokens.word(index) in determiners:
                index += 1
            else:
                break
        if end <= index or self.reading.tokens.word(index) in POINTING:
            return ""
        span = self.reading.tokens.span(index, end)
        return plural_of(" ".join(span.of(self.context.text).split()))

    def _is_one(self, numeral: Numeral, after: int) -> bool:
        """Is `one` a count here, not the `one` of `one day` or `one side`?"""
        tokens = self.reading.tokens
        if numeral.in_digits or numeral.last - numeral.first > 1:
            return True
        return tokens.word(after) not in self.reading.lexicon.words("one_idioms")
