"""Which words are a length of time: `72 hours`, `a year and a half`, `decades`, `10 to 15 minutes`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.splitting.numbers import Form

if TYPE_CHECKING:
    from workbench.model.values import Number
    from workbench.splitting.calendar_words import TimeReader
    from workbench.splitting.numbers import Numeral

Parts = tuple[tuple["Number", str], ...]
A_FEW = 3
"""What `a few minutes` is taken to be where a number is needed."""


@dataclass(frozen=True, slots=True)
class Length:
    """A duration: tokens from `first` up to, not including, `last`."""

    first: int
    last: int
    parts: Parts
    """Empty where nothing is counted: `decades`."""

    upper: Parts = ()
    """The upper end of a range."""

    is_measure: bool = False
    """It stands as an adjective: `12-year`, `20 minute`."""


@dataclass(frozen=True, slots=True)
class Durations:
    """Reads lengths of time from a place in the tokens."""

    reader: TimeReader

    def length(self, index: int) -> Length | None:
        """The duration that begins at `index`."""
        word = self.reader.word(index)
        if self.reader.is_one(index, "bare_units"):
            return self._bare(index)
        if word in ("half", "quarter"):
            return self._half(index)
        if word in ("all", "whole", "entire"):
            return self._whole(index)
        if word in ("a", "an", "one", "another", "each", "per"):
            return self._single(index) or self.counted(index)
        if self.reader.is_one(index, "few"):
            return self._few(index)
        return self.counted(index)

    def unit(self, index: int) -> tuple[int, str] | None:
        """A unit of time, after adjectives such as `consecutive` or `working`."""
        reader = self.reader
        at = index
        while reader.is_one(at, "qualities") and reader.is_joined(at):
            at += 1
        unit = reader.words.units.get(reader.word(at))
        if unit is None or not reader.is_joined(at):
            return None
        if (
            reader.word(at) in ("sec", "min", "hr", "hrs", "secs", "mins")
            and reader.word(at + 1) == "."
        ) and (
            reader.tokens.touches(at + 1)
            and reader.is_joined(at + 2)
            and reader.word(at + 2)[:1].islower()
            and not reader.tokens.is_capitalised(at + 2)
        ):
            return at + 2, unit
        return at + 1, unit

    def _bare(self, index: int) -> Length | None:
        """`decades`, `months and even years`, `hours long`."""
        reader = self.reader
        if reader.is_one(index - 1, "not_bare_before"):
            return None
        is_framed = reader.is_one(index - 1, "bare_before") or (
            reader.is_joined(index + 1) and reader.is_one(index + 1, "bare_after")
        )
        if not is_framed and not reader.is_one(index, "long_units"):
            return None
        first, last = index, index + 1
        if reader.word(index - 1) == "of" and reader.word(index - 2) == "matter":
            first = index - 2 - (reader.word(index - 3) == "a")
        if reader.word(last) in ("and", "or", ",", "if"):
            at = reader.skipped(last + 1, "even", "not", "sometimes", "possibly")
            if reader.is_one(at, "bare_units"):
                last = at + 1
        return Length(first, last, ())

    def _whole(self, index: int) -> Length | None:
        """`all day`, `the whole week`."""
        reader = self.reader
        unit = reader.words.units.get(reader.word(index + 1))
        if unit is None or not reader.is_joined(index + 1) or reader.word(index + 1).endswith("s"):
            return None
        if unit in ("hour", "minute", "second", "season", "generation"):
            return None
        if reader.word(index) != "all" and reader.word(index - 1) not in ("the", "a", "an"):
            return None
        return Length(index, index + 2, ((1, unit),))

    def _half(self, index: int) -> Length | None:
        """`half an hour`, `half a century`, `half-hour`."""
        reader = self.reader
        at = reader.skipped(index + 1, "-", "of")
        at = reader.skipped(at, "a", "an")
        unit = reader.words.units.get(reader.word(at))
        if unit is None or not reader.is_joined(at) or unit in ("second", "quarter", "season"):
            return None
        if unit in ("year", "day", "week", "month") and at == index + 1:
            return None
        if reader.word(at) in ("years", "days", "hours"):
            return None
        share = 0.5 if reader.word(index) == "half" else 0.25
        return Length(index, at + 1, ((share, unit),), is_measure=reader.word(index + 1) == "-")

    def _single(self, index: int) -> Length | None:
        """`a week`, `an hour and a half`, `another year`."""
        reader = self.reader
        at = index + 1
        while reader.is_one(at, "qualities") and reader.is_joined(at):
            at += 1
        word = reader.word(at)
        unit = reader.words.units.get(word)
        if (
            unit is None
            or not reader.is_joined(at)
            or reader.is_one(at, "bare_units")
            or unit in ("quarter", "season")
        ):
            return None
        if word in ("second", "min", "sec") and reader.word(index) != "one":
            return None
        if reader.word(index) in ("each", "per"):
            return None
        last, parts = self._more(index, at + 1, ((1, unit),))
        return Length(index, last, parts)

    def _few(self, index: int) -> Length | None:
        """`a few minutes`, `several weeks`, `a couple of days`."""
        reader = self.reader
        at = index + 1
        if reader.word(at) == "of":
            at += 1
        found = self.unit(at)
        if found is None or not reader.word(found[0] - 1).endswith(("s", "ia")):
            return None
        first = index - (reader.word(index - 1) == "a")
        number = 2 if reader.word(index) == "couple" else A_FEW
        return Length(first, found[0], ((number, found[1]),))

    def counted(self, index: int) -> Length | None:
        """`72 hours`, `two to three weeks`, `one and a half hours`, `2h`."""
        reader = self.reader
        numeral = reader.numeral(index)
        if numeral is None or numeral.form is Form.ORDINAL:
            return None
        ranged = self._upper(numeral)
        at = ranged.last if ranged else numeral.last
        if reader.tokens.touches(at) and (ranged or numeral).in_digits:
            letter = reader.words.unit_letters.get(reader.word(at))
            if letter is not None and not reader.tokens.touches(at + 1):
                return self._measured(numeral, ranged, at + 1, letter)
            if letter is not None and reader.word(at + 1) in (".", ",", "?", ")", "!", ";"):
                return self._measured(numeral, ranged, at + 1, letter)
        hyphen = reader.skipped(at, "-", "‑", "–")
        if reader.word(at) == "of" and numeral.form in (Form.VAGUE, Form.SHARE):
            hyphen = at + 1
            hyphen = (
                reader.skipped(hyphen, "a", "an", "the") if numeral.form is Form.SHARE else hyphen
            )
        found = self.unit(hyphen)
        if found is None:
            return None
        last, unit = found
        word = reader.word(last - 1)
        if unit == "second" and word == "second" and hyphen == at and numeral.value != 1:
            return None
        if unit in ("quarter", "season", "night") and numeral.form is Form.SHARE:
            return None
        return self._measured(
            numeral,
            ranged,
            last,
            unit,
            is_measure=hyphen > at or reader.is_one(last - 1, "singular_units"),
        )

    def counted_end(self, index: int) -> int | None:
        """Where the number or the range of numbers ends that begins at a token."""
        if self.reader.word(index) == "several":
            return index + 1
        numeral = self.reader.numeral(index)
        if numeral is None or numeral.form not in (Form.CARDINAL, Form.VAGUE):
            return None
        return (self._upper(numeral) or numeral).last

    def _upper(self, numeral: Numeral) -> Numeral | None:
        """The upper end of `two to three`, `10-15`."""
        reader = self.reader
        joint = reader.word(numeral.last)
        is_between = joint == "and" and reader.word(numeral.first - 1) == "between"
        if joint not in ("to", "-", "–", "or", "—") and not is_between:
            return None
        if not reader.is_joined(numeral.last):
            return None
        upper = reader.numeral(numeral.last + 1)
        if upper is None or upper.form is Form.ORDINAL or not numeral.value < upper.value:
            return None
        return upper if reader.is_joined(upper.first) else None

    def _measured(
        self,
        numeral: Numeral,
        upper: Numeral | None,
        last: int,
        unit: str,
        *,
        is_measure: bool = False,
    ) -> Length:
        parts: Parts = ((numeral.value, unit),)
        if upper is not None:
            return Length(numeral.first, last, parts, ((upper.value, unit),), is_measure)
        last, parts = self._more(numeral.first, last, parts)
        return Length(numeral.first, last, parts, is_measure=is_measure)

    def _more(self, first: int, last: int, parts: Parts) -> tuple[int, Parts]:
        """`and a half`, `and 30 minutes`, `, 2 weeks and 2 days`."""
        reader = self.reader
        while reader.is_joined(last):
            at = reader.skipped(last, ",")
            at = reader.skipped(at, "and")
            if (
                at > last
                and reader.word(at) in ("a", "one")
                and reader.word(at + 1) in ("half", "quarter")
            ) and reader.word(at + 2) not in ("of", "past", "to", "hour", "hours"):
                number, unit = parts[-1]
                share = 0.5 if reader.word(at + 1) == "half" else 0.25
                return at + 2, (*parts[:-1], (number + share, unit))
            numeral = reader.numeral(at)
            if numeral is None or numeral.form is not Form.CARDINAL or not reader.is_joined(at):
                break
            found = self.unit(reader.skipped(numeral.last, "-"))
            if found is None or not _is_smaller(found[1], parts[-1][1]):
                break
            has_and = reader.word(at - 1) == "and"
            if at > last and not has_and and reader.word(found[0]) not in ("and", ","):
                # `30 minutes, 90 seconds` are two
                break
            is_counted = reader.word(first - 1) in reader.words.directions
            if is_counted and reader.word(found[0]) in reader.words.hangs:
                # `the last 3 months and 2 days ago` are two times
                break
            last, parts = found[0], (*parts, (numeral.value, found[1]))
        return last, parts


_SIZES = ("millisecond", "second", "minute", "hour", "day", "week", "month", "year")


def _is_smaller(unit: str, than: str) -> bool:
    return unit in _SIZES and than in _SIZES and _SIZES.index(unit) < _SIZES.index(than)
