"""Which numbers are measures: a number with its unit, of length, weight, share, age or heat."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.splitting.lexicon import Lexicon
from workbench.splitting.reading import Phrases, phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.model.values import Number
    from workbench.splitting.reading import Reading
    from workbench.splitting.tokens import Tokens

_AREA, _VOLUME = "area", "volume"


@dataclass(frozen=True, slots=True)
class Measure:
    """A number with its unit: tokens from `first` up to, not including, `last`."""

    first: int
    last: int
    numbers: tuple[Number, ...]
    unit: str
    """In the singular: `square meter`, `mile per hour`, `percent`."""

    dimension: str
    """The table of the unit: `length`, `share`, `temperature` …"""


@dataclass(frozen=True, slots=True)
class Units:
    """Unit words and symbols of a language."""

    symbols: dict[str, str]
    """As written; a symbol is looked up before any word."""

    words: Phrases
    dimensions: dict[str, str]
    prefixes: dict[str, str]
    """`square` and `cubic` words, to their dimension."""


@lru_cache(maxsize=8)
def units_of(lexicon: Lexicon) -> Units:
    """The units of a lexicon."""
    symbols: dict[str, str] = {}
    words: dict[str, str] = {}
    dimensions: dict[str, str] = {}
    shared = Lexicon("any").table("units")
    for dimension, section in lexicon.table("units").items():
        if not isinstance(section, dict):
            continue
        if dimension == "age":
            continue
        for unit, forms in section.items():
            dimensions[unit] = dimension
            for form in forms:
                words |= {spelling: str(unit) for spelling in _spellings(form)}
    for section in shared.values():
        if isinstance(section, dict):
            for unit, forms in section.items():
                dimensions.setdefault(unit, _dimension(shared, unit))
                symbols.update(dict.fromkeys(forms, unit))
    _add_si(lexicon, symbols, words, dimensions)
    return Units(symbols, phrases(words), dimensions, dict(_PREFIXES))


def _add_si(
    lexicon: Lexicon, symbols: dict[str, str], words: dict[str, str], dimensions: dict[str, str]
) -> None:
    """Every prefix of the International System before every unit, where nothing else is listed."""
    prefixes = {"": "", **lexicon.section("si", "prefixes")}
    read = lexicon.section("si", "read").get("symbols", ())
    known = frozenset(read) if isinstance(read, list) else frozenset()
    spellings = lexicon.section("si", "spellings")
    for base, dimension in lexicon.section("si", "dimensions").items():
        symbol = lexicon.section("si", "symbols").get(base, "")
        listed = spellings.get(base, ())
        for prefix, letter in prefixes.items():
            unit = f"{prefix}{base}"
            dimensions.setdefault(unit, str(dimension))
            if f"{letter}{symbol}" in known:
                symbols.setdefault(f"{letter}{symbol}", unit)
            for form in listed if isinstance(listed, list) else ():
                # a bare `mole` or `gray` is listed where it is a unit alone
                for spelling in _spellings(f"{prefix}{form}") if prefix else ():
                    words.setdefault(spelling, unit)


_PREFIXES = {"square": _AREA, "sq": _AREA, "sq.": _AREA, "cubic": _VOLUME, "cu": _VOLUME}


def _dimension(table: object, unit: str) -> str:
    if isinstance(table, dict):
        for dimension, section in table.items():
            if unit in section:
                return str(dimension)
    return ""


def _spellings(form: str) -> list[str]:
    """A unit word and its plural."""
    if form.startswith("degree "):
        return [form, form.replace("degree", "degrees", 1)]
    if not form[-1].isalpha() or form.endswith("s") or len(form) < 2:
        return [form]
    return [form, f"{form}s"]


def unit_at(reading: Reading, index: int) -> tuple[int, str, str] | None:
    """The unit that begins at `index`: where it ends, its name and its dimension."""
    tokens, units = reading.tokens, units_of(reading.lexicon)
    prefix = units.prefixes.get(tokens.word(index))
    if prefix is not None and tokens.follows(index + 1):
        after = index + 1 + (tokens.word(index + 1) in (".", "-"))
        is_inch = tokens.word(after) == "in" and tokens.word(index) in ("sq", "sq.", "cu")
        base = (after + 1, "inch", "length") if is_inch else _plain_unit(reading, after)
        if base is not None and base[2] == "length":
            power = "square" if prefix == _AREA else "cubic"
            return base[0], f"{power} {base[1]}", prefix
    found = _plain_unit(reading, index)
    if found is None:
        return None
    last, unit, dimension = found
    if dimension == "length":
        raised = last + (tokens.word(last) == "^" and tokens.touches(last))
        power = tokens.word(raised)
        goes_on = tokens.touches(raised + 1) and tokens.word(raised + 1)[0].isalnum()
        if tokens.touches(raised) and power in ("2", "3", "²", "³") and not goes_on:
            is_area = power in ("2", "²")
            name = f"{'square' if is_area else 'cubic'} {unit}"
            return raised + 1, name, _AREA if is_area else _VOLUME
    return _rate(reading, last, unit, dimension)


def _plain_unit(reading: Reading, index: int) -> tuple[int, str, str] | None:
    tokens, units = reading.tokens, units_of(reading.lexicon)
    written = tokens.written(index)
    symbol = units.symbols.get(written)
    found = units.words.starting(tokens, index)
    if symbol is not None and (found is None or found[0] == index + 1):
        return index + 1, symbol, units.dimensions[symbol]
    if found is None:
        return None
    if len(written) == 1 and written.isalpha():
        # `90F` is heat, `Boeing 777F` and `vitamin 3 c` are not
        is_name = index > 1 and tokens.follows(index - 1) and tokens.is_capitalised(index - 2)
        if is_name or not tokens.touches(index):
            return None
    return found[0], found[1], units.dimensions[found[1]]


_SPANS_OF_TIME = {
    "hour": "hour",
    "hours": "hour",
    "h": "hour",
    "hr": "hour",
    "minute": "minute",
    "min": "minute",
    "second": "second",
    "sec": "second",
    "s": "second",
    "millisecond": "millisecond",
    "ms": "millisecond",
    "day": "day",
    "year": "year",
}


def _rate(reading: Reading, last: int, unit: str, dimension: str) -> tuple[int, str, str]:
    """`miles an hour`, `km/h`, `meters per second`."""
    tokens = reading.tokens
    joint = tokens.word(last)
    if joint == "/" and tokens.touches(last) and tokens.touches(last + 1):
        below = unit_at(reading, last + 1)
        if below is not None and below[2] not in ("share", "temperature", "speed", "rate"):
            return below[0], f"{unit} per {below[1]}", "rate"
    if dimension != "length":
        return last, unit, dimension
    span = _SPANS_OF_TIME.get(tokens.word(last + 1))
    if span is None or joint not in ("per", "/", "a", "an") or not tokens.follows(last):
        return last, unit, dimension
    if joint in ("a", "an") and span not in ("hour", "second", "minute"):
        return last, unit, dimension
    return last + 2, f"{unit} per {span}", "speed"


def measure_at(
    reading: Reading, index: int, numbers: tuple[Number, ...], first: int
) -> Measure | None:
    """The measure whose number ends before `index`, hyphen or bracket between number and unit."""
    tokens = reading.tokens
    if not tokens.follows(index):
        return None
    at = index
    if tokens.word(at) in ("-", "[", "‑", "(") and tokens.follows(at + 1):
        at += 1
        if not tokens.touches(at) and tokens.is_capitalised(at):
            return None
    found = unit_at(reading, at)
    if found is None:
        return None
    last, unit, dimension = found
    if tokens.word(last) and tokens.touches(last) and tokens.word(last)[0].isdigit():
        return None
    closing = {"[": "]", "(": ")"}.get(tokens.word(at - 1)) if at > index else None
    if closing is not None:
        if tokens.word(last) != closing:
            return None
        last += 1
    if tokens.word(last) == "-" and tokens.touches(last) and tokens.word(last + 1)[:1].isdigit():
        return None
    if (dimension == "temperature" and tokens.word(last - 1) in ("f", "c") and last == at + 1) and (
        not _is_near(tokens, first, reading.lexicon.words("heat"))
    ):
        return None
    if unit == "degree" and not _is_near(tokens, first, reading.lexicon.words("turns")):
        dimension = "temperature"
    if dimension in ("length", "weight") and len(numbers) == 1:
        last, numbers = _compound(reading, last, unit, numbers)
    return Measure(first, last, numbers, unit, dimension)


_NEAR = 8


def _is_near(tokens: Tokens, index: int, words: frozenset[str]) -> bool:
    """Does one of `words` stand within a few tokens?"""
    around = range(max(0, index - _NEAR), min(len(tokens), index + _NEAR))
    return any(tokens.lowers[at] in words for at in around)


_PARTS = {("foot", "inch"): 12, ("pound", "ounce"): 16, ("stone", "pound"): 14}


def _compound(
    reading: Reading, last: int, unit: str, numbers: tuple[Number, ...]
) -> tuple[int, tuple[Number, ...]]:
    """`5 ft 2 in`: the smaller unit counts as a part of the larger."""
    tokens = reading.tokens
    at = last + (tokens.word(last) in ("and", ",", "-"))
    numeral = reading.numeral_at.get(at)
    if numeral is None or not tokens.follows(at):
        return last, numbers
    after = numeral.last + (tokens.word(numeral.last) == "-")
    smaller = (after + 1, "inch", "") if tokens.word(after) == "in" else unit_at(reading, after)
    if smaller is None:
        return last, numbers
    parts = _PARTS.get((unit, smaller[1]))
    if parts is None or not 0 < numeral.value < parts:
        return last, numbers
    return smaller[0], (numbers[0] + numeral.value / parts,)


def lone_units(reading: Reading) -> Iterator[tuple[int, int, str, str]]:
    """Unit words that no number stands before: first token, end, unit, dimension."""
    tokens = reading.tokens
    starters = units_of(reading.lexicon).words.by_token
    after = 0
    for index, word in enumerate(tokens.lowers):
        if index < after or (word not in starters and word not in _PREFIXES):
            continue
        found = unit_at(reading, index)
        if found is None or (len(word) < 3 and word != "%"):
            continue
        yield index, *found
        after = found[0]


def plural(unit: str) -> str:
    """A unit as a value names it: plural, but `percent` and symbols as they are."""
    if unit in ("percent", "horsepower", "hertz", "per mille") or unit.endswith("s"):
        return unit
    head, per, rest = unit.partition(" per ")
    if per:
        return f"{plural(head)} per {rest}"
    if head.endswith("foot"):
        return f"{head.removesuffix('foot')}feet"
    if head.endswith(("ch", "sh", "x")):
        return f"{head}es"
    return f"{head}s" if head[-1:].isalpha() and len(head) > 1 else head
