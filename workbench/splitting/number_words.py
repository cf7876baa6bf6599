"""What a number is in a text, and which words of a language make one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.model.values import Number
    from workbench.splitting.lexicon import Lexicon

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
    before_share: frozenset[str]
    """Words before `a third` that make it a part: `by a third`."""

    after_share: frozenset[str]
    """Words that may follow such a part; a noun would be the third of its kind."""

    starters: frozenset[str]


def number_words(lexicon: Lexicon) -> NumberWords:
    """The number words of a lexicon."""
    return _number_words(lexicon)


@lru_cache(maxsize=8)
def _number_words(lexicon: Lexicon) -> NumberWords:
    def section(key: str) -> dict[str, Number]:
        found = lexicon.section("numbers", key)
        return {word: value for word, value in found.items() if isinstance(value, int | float)}

    def listed(key: str) -> frozenset[str]:
        found = lexicon.section("numbers", "company").get(key, ())
        return frozenset(map(str, found)) if isinstance(found, list) else frozenset()

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
        before_share=listed("before_share"),
        after_share=listed("after_share"),
        starters=starters,
    )


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


def times(value: Number, scale: Number) -> Number:
    """The product, an int where it is whole."""
    return plain(value * scale)


def plain(value: Number) -> Number:
    """An int where nothing is lost; float noise such as 4.1 million's is rounded off."""
    if isinstance(value, int):
        return value
    rounded = float(f"{value:.15g}")
    return int(rounded) if rounded.is_integer() else rounded
