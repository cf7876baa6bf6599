"""Finds amounts: a number in digits or words, with its scale, its unit and its hedge."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.evidence.stated import Sort, Stated
from workbench.evidence.units import (
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    GROUPS,
    SCALES,
    SMALL_NUMBERS,
    SQUARED,
    UNITS,
    VAGUE,
)
from workbench.evidence.words import words_of
from workbench.model import Approximation, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

THINGS = 4
"""Words after a number that may say what it counts."""

ROUND_SHARE = 0.05
"""A number that ends in zeros may be rounded by this share of its value, and no more."""

HEDGE_REACH = 24
"""Characters before a number in which its hedge stands."""

_SIGN = "|".join(re.escape(sign) for sign in sorted(CURRENCY_SIGNS, key=len, reverse=True))
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SMALL = "|".join(sorted(SMALL_NUMBERS, key=len, reverse=True))
_BIG = "hundred|thousand|millions?|billions?|trillions?"
_SPELT = (
    rf"(?:{_SMALL})(?:[\s-]+(?:and\s+)?(?:{_SMALL}|{_BIG})\b)*"
    rf"|(?<=\ba\s)(?:{_BIG}|dozen)|{'|'.join(VAGUE)}"
)
_NUMBER = re.compile(
    rf"(?<![\w.,/])(?P<sign>(?:{_SIGN})\s?)?(?P<minus>[-−](?=\d))?"
    rf"(?:(?P<digits>{_DIGITS})(?P<glued>[A-Za-z]{{1,4}}|°\s?[CF])?(?![\w]|[.,]\d|['’]s\b)|\b(?P<spelt>{_SPELT})\b)"
    r"(?:[\s-]+(?P<scale>hundred|thousand|millions?|billions?|trillions?|crore|lakh|dozen|mn|bn|tn)\b)?",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"[\s-]*(?P<percent>%|per\s?cent\b|pct\b)(?P<points>[\s-]*points?\b)?"
    r"|\s*(?P<only_points>percentage[\s-]points?|pp\b)"
    r"|[\s-]*(?P<degrees>°\s?(?P<letter>[CF])\b|degrees?\b(?:\s+(?P<degree>Celsius|Fahrenheit))?)"
    r"|\s*(?P<times>times\b(?!\s+(?:in|during|since|before|he|she|they))|-?fold\b)"
    r"|[\s-]+(?:square|sq\.?)[\s-]+(?P<side>[a-z]+)\b|\s*(?P<squared>k?m)[2²](?!\w)"
    r"|[\s-]+(?:US\s+|American\s+)?(?P<unit>[a-z]+)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*[-–—]\s*|\s+(?:to|and)\s+")
_HEDGES = (
    (r"no more than|at most|up to", Approximation.UNDER),
    (r"at least|no (?:fewer|less) than|a minimum of", Approximation.AT_LEAST),
    (r"more than|over|above|greater than|upwards of|exceeding|>", Approximation.OVER),
    (r"(?:less|fewer) than|under|below|nearly|almost|<", Approximation.UNDER),
    (
        r"about|around|roughly|approximately|some|circa|ca\.|approx\.?|estimated|close to|~",
        Approximation.ABOUT,
    ),
)
_HEDGE_BEFORE = tuple(
    (re.compile(rf"(?:{words})\s*$", re.IGNORECASE), hedge) for words, hedge in _HEDGES
)
_LABEL_BEFORE = re.compile(
    r"\b(?:No|number|chapter|part|section|phase|group|type|level|page|room|step|version|figure|table|size"
    r"|stage|round|option)\.?\s*$",
    re.IGNORECASE,
)
_ONE_THING = re.compile(
    r"\s(?!of\b|day\b|thing\b|another\b|time\b|point\b|side\b|more\b|hand\b|who\b|that\b)[a-z]{3,}"
)
_CLAUSE_END = re.compile(r"[.;:!?()\n]|, ")
_DISCRETE = frozenset((Sort.COUNT, Sort.ORDINAL, Sort.TIMES))


@dataclass(frozen=True, slots=True)
class _Unit:
    sort: Sort
    end: int
    worth: float = 1.0
    zero: float = 0.0
    """Where the unit's scale begins, in the base unit's: 32 for Fahrenheit."""

    name: str = ""


def amounts(text: str) -> Iterator[Stated]:
    """The amounts of `text`, in order; two that make a range or a score are one."""
    waiting: Stated | None = None
    for match in _NUMBER.finditer(text):
        one = _amount(text, match)
        if one is None:
            continue
        joined = waiting and _range(text, waiting, one)
        if joined:
            waiting = joined
            continue
        if waiting:
            yield waiting
        waiting = one
    if waiting:
        yield waiting


def hedge_before(text: str, start: int) -> Approximation | None:
    """The hedge that ends right before `start`."""
    before = text[max(0, start - HEDGE_REACH) : start]
    return next((hedge for pattern, hedge in _HEDGE_BEFORE if pattern.search(before)), None)


def things_behind(text: str, end: int) -> tuple[str, ...]:
    """Stems of what a number before `end` may count, up to the end of its clause."""
    rest = text[end : end + 60]
    stop = _CLAUSE_END.search(rest)
    words = words_of(rest[: stop.start()] if stop else rest)
    return tuple(word.stem for word in words[:THINGS] if word.counts)


def _amount(text: str, match: re.Match[str]) -> Stated | None:
    value, step = _spelt(match["spelt"]) if match["spelt"] else _digits(match["digits"])
    if match["minus"]:
        value = -value
    glued = match["glued"] or ""
    sign = (match["sign"] or "").strip()
    scale = 1.0
    if glued.lower() in SCALES and (sign or glued.lower() != "m" or _is_money(text, match.end())):
        scale = SCALES[glued.lower()]
        glued = ""
    if match["scale"]:
        word = match["scale"].lower().removesuffix("s")
        scale *= SCALES.get(word) or GROUPS[word]
    unit = _unit(text, match, sign, glued)
    if unit is None or (
        unit.sort is Sort.COUNT
        and (
            _LABEL_BEFORE.search(text[max(0, match.start() - 10) : match.start()])
            or _is_list_number(text, match)
        )
    ):
        return None
    if (
        match["spelt"]
        and value * scale == 1
        and unit.sort is Sort.COUNT
        # `one` alone is a pronoun more often than a number
        and not _ONE_THING.match(text, match.end())
    ):
        return None
    slack = _slack(value, step, scale, unit.sort) * unit.worth
    low = (value * scale - unit.zero) * unit.worth
    span = Span(match.start(), unit.end)
    return Stated(
        span,
        unit.sort,
        low,
        low,
        slack,
        hedge_before(text, span.start),
        unit.name,
        things_behind(text, span.end),
    )


def _is_list_number(text: str, match: re.Match[str]) -> bool:
    line = text.rfind("\n", 0, match.start()) + 1
    return not text[line : match.start()].strip(" (") and text[match.end() : match.end() + 2] in {
        ") ",
        ". ",
    }


def _unit(text: str, match: re.Match[str], sign: str, glued: str) -> _Unit | None:
    end = match.end()
    if sign:
        return _Unit(Sort.MONEY, end, name=CURRENCY_SIGNS.get(sign) or CURRENCY_SIGNS[sign.upper()])
    if glued:
        return _glued_unit(glued, end)
    behind = _BEHIND.match(text, end)
    if behind is None:
        return _Unit(Sort.COUNT, end)
    stop = behind.end()
    if behind["percent"]:
        return _Unit(Sort.POINTS if behind["points"] else Sort.PERCENT, stop)
    if behind["only_points"]:
        return _Unit(Sort.POINTS, stop)
    if behind["times"]:
        return _Unit(Sort.TIMES, stop)
    if behind["degrees"]:
        if not (behind["letter"] or behind["degree"]):
            return _Unit(Sort.COUNT, end)
        return _temperature((behind["letter"] or behind["degree"])[0].upper(), stop)
    side = (behind["side"] or behind["squared"] or "").lower()
    word = SQUARED.get(side, "") if side else (behind["unit"] or "").lower()
    if word in CURRENCY_WORDS and not (word == "pounds" and text.startswith(" of", stop)):
        return _Unit(Sort.MONEY, stop, name=CURRENCY_WORDS[word])
    if word in UNITS:
        sort, worth, name = UNITS[word]
        return _Unit(sort, stop, worth, name=name)
    return _Unit(Sort.COUNT, end)


def _glued_unit(glued: str, end: int) -> _Unit | None:
    lower = glued.lower()
    if lower in {"st", "nd", "rd", "th"}:
        return _Unit(Sort.ORDINAL, end)
    if lower == "x":
        return _Unit(Sort.TIMES, end)
    if glued.startswith("°"):
        return _temperature(glued[-1].upper(), end)
    # `5G` and `3D` are names, `5g` is a weight
    if lower in UNITS and not (len(glued) == 1 and glued.isupper()):
        sort, worth, name = UNITS[lower]
        return _Unit(sort, end, worth, name=name)
    if glued in CURRENCY_SIGNS:
        return _Unit(Sort.MONEY, end, name=CURRENCY_SIGNS[glued])
    return None


def _temperature(letter: str, end: int) -> _Unit:
    if letter == "F":
        return _Unit(Sort.TEMPERATURE, end, 1 / 1.8, 32.0, "F")
    return _Unit(Sort.TEMPERATURE, end, name="C")


def _is_money(text: str, end: int) -> bool:
    behind = _BEHIND.match(text, end)
    return behind is not None and (behind["unit"] or "").lower() in CURRENCY_WORDS


def _range(text: str, first: Stated, second: Stated) -> Stated | None:
    between = text[first.span.end : second.span.start]
    joint = _BETWEEN.fullmatch(between)
    if joint is None:
        return None
    word = between.strip()
    if word == "and" and not text[: first.span.start].rstrip().lower().endswith("between"):
        return None
    if first.sort is Sort.MONEY and second.sort is Sort.COUNT:
        second = replace(second, sort=Sort.MONEY, unit=first.unit)
    if first.sort is second.sort and (not first.unit or first.unit == second.unit):
        low = first.low
        if first.sort is Sort.MONEY and second.high >= 1000 * first.low > 0:
            # `$1-2 million`: the scale is said once
            low *= 10.0 ** (3 * (len(f"{second.high:.0f}") // 3))
    elif first.sort is Sort.COUNT and not first.unit:
        unit_worth = UNITS[second.unit][1] if second.unit in UNITS else 1.0
        low = first.low * unit_worth
    else:
        return None
    if word == "to" and low > second.high:
        return None
    return replace(second, span=Span(first.span.start, second.span.end), low=low, hedge=first.hedge)


def _digits(digits: str) -> tuple[float, float]:
    """The value, and the unit of its last digit."""
    plain = digits.replace(",", "")
    decimals = len(plain.partition(".")[2])
    return float(plain), 10.0**-decimals


def _slack(value: float, step: float, scale: float, sort: Sort) -> float:
    if step != 1.0 or scale > 1.0:
        return 0.5 * step * scale
    zeros = len(f"{value:.0f}") - len(f"{value:.0f}".rstrip("0"))
    if abs(value) >= 1000 and zeros >= 2:
        return min(0.5 * 10.0**zeros, ROUND_SHARE * abs(value))
    return 0.0 if sort in _DISCRETE else 0.5


def _spelt(words: str) -> tuple[float, float]:
    total = part = 0.0
    for spelt in re.split(r"[\s-]+", words.lower()):
        if spelt in VAGUE and not part:
            return VAGUE[spelt], 8 * VAGUE[spelt]
        word = spelt.removesuffix("s") if spelt.removesuffix("s") in SCALES else spelt
        if word in SMALL_NUMBERS:
            part += SMALL_NUMBERS[word]
        elif word == "hundred":
            part = (part or 1) * 100
        elif word in SCALES:
            total += (part or 1) * SCALES[word]
            part = 0.0
        elif word in GROUPS:
            part = (part or 1) * GROUPS[word]
    return total + part, 1.0
