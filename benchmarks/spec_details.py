"""Our numbers, places, shares, money and measures in the form of the recogniser's specification."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.splitting.ages import age_with_unit
from workbench.splitting.amounts import amounts
from workbench.splitting.lexicon import lexicon_of
from workbench.splitting.measures import lone_units, measure_at
from workbench.splitting.money import lone_currencies
from workbench.splitting.numbers import Form, is_in_code, is_pronoun, number_spans
from workbench.splitting.places import Origin, orders
from workbench.splitting.reading import reading_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.splitting.amounts import Amount
    from workbench.splitting.measures import Measure
    from workbench.splitting.reading import Reading
    from workbench.splitting.tokens import Tokens

ENGLISH = lexicon_of("en")


@dataclass(frozen=True, slots=True)
class Found:
    """A span with what it was resolved to, one string a reading."""

    start: int
    end: int
    values: tuple[str, ...]

    def to_json(self, text: str) -> dict[str, object]:
        return {
            "start": self.start,
            "end": self.end,
            "text": text[self.start : self.end],
            "values": list(self.values),
        }


def expected(case: dict[str, object]) -> list[Found]:
    """What the specification wants of a case."""
    results = case["Results"]
    found = []
    for result in results if isinstance(results, list) else ():
        if "Start" not in result:
            start = str(case["Input"]).lower().find(str(result["Text"]).lower())
            end = start + len(str(result["Text"]))
        else:
            start, end = int(result["Start"]), int(result["End"]) + 1
        found.append(Found(start, end, _values(result)))
    return found


_TOLD = ("timex", "type", "value", "start", "end", "Mod")


def _values(result: dict[str, object]) -> tuple[str, ...]:
    resolution = result.get("Resolution")
    if not isinstance(resolution, dict):
        return ()
    values = resolution.get("values")
    if isinstance(values, list):
        return tuple(
            " ".join(f"{key}={value[key]}" for key in _TOLD if key in value) for value in values
        )
    if "offset" in resolution:
        return (str(resolution["offset"]), str(resolution.get("relativeTo", "")))
    value = str(resolution.get("value", "")).removesuffix("%")
    unit = resolution.get("unit")
    return (value,) if unit is None else (value, str(unit).lower())


def _written(number: float) -> str:
    return f"{number:.15g}"


def numbers(text: str, reference: str) -> list[Found]:
    """Numbers that stand alone; a chain of numbers is taken apart."""
    del reference
    tokens = reading_of(text, ENGLISH).tokens
    found = []
    spans = number_spans(text)
    for span, numeral in spans:
        if numeral.form in (Form.ORDINAL, Form.VAGUE) or is_pronoun(tokens, numeral):
            continue
        if numeral.in_digits and _touches_letters(tokens, numeral.first, numeral.last):
            continue
        found.append(Found(span.start, span.end, (_written(numeral.value),)))
    found += _chained(tokens)
    return sorted(found, key=lambda one: one.start)


def _touches_letters(tokens: Tokens, first: int, last: int) -> bool:
    after = tokens.word(last)
    before = tokens.word(first - 1)
    return (tokens.touches(last) and after[:1].isalpha()) or (
        tokens.touches(first) and before[-1:].isalpha()
    )


def _chained(tokens: Tokens) -> Iterable[Found]:
    """The links of `192.168.1.2`."""
    for index, word in enumerate(tokens.lowers):
        if word.count(".") < 2 or not word[0].isdigit():
            continue
        start = tokens.starts[index]
        for link in word.split("."):
            yield Found(start, start + len(link), (_written(int(link)),))
            start += len(link) + 1


_ORIGINS = {Origin.START: "start", Origin.END: "end", Origin.HERE: "current"}


def ordinals(text: str, reference: str) -> list[Found]:
    """Places in an order."""
    del reference
    tokens = reading_of(text, ENGLISH).tokens
    found = []
    for order in orders(text, ENGLISH):
        span = tokens.span(order.first, order.last)
        found.append(Found(span.start, span.end, (str(order.offset), _ORIGINS[order.origin])))
    taken = {one.end for one in found}
    reading = reading_of(text, ENGLISH)
    for numeral in reading.numerals:
        # the `third` of `forty two and a third` counts as a place there
        last = numeral.last - 1
        place = reading.grammar.words.ordinals.get(tokens.word(last))
        if (
            numeral.form is not Form.ORDINAL
            and place
            and place < 100
            and tokens.word(last - 1) == "a"
        ):
            span = tokens.span(last, last + 1)
            if span.end not in taken:
                found.append(Found(span.start, span.end, (str(place), "start")))
    return sorted(found, key=lambda one: one.start)


def _measures(text: str) -> list[tuple[Reading, Measure]]:
    """Every measure of a text, the second end of a range too."""
    reading = reading_of(text, ENGLISH)
    found = []
    after = 0
    for numeral in reading.numerals:
        if numeral.first < after or numeral.form in (Form.ORDINAL, Form.VAGUE):
            continue
        if is_in_code(reading.tokens, numeral):
            continue
        measure = measure_at(reading, numeral.last, (numeral.value,), numeral.first)
        if measure is not None:
            found.append((reading, measure))
            after = measure.last
    return found


def percents(text: str, reference: str) -> list[Found]:
    """Percentages."""
    del reference
    found = []
    for reading, measure in _measures(text):
        if measure.unit == "percent":
            span = reading.tokens.span(measure.first, measure.last)
            found.append(Found(span.start, span.end, (_written(measure.numbers[0]),)))
    taken = {one.end for one in found}
    reading = reading_of(text, ENGLISH)
    for first, last, unit, dimension in lone_units(reading):
        span = reading.tokens.span(first, last)
        if unit != "percent" or dimension != "share" or span.end in taken:
            continue
        # `percent of 10` is how one asks for a share
        numeral = reading.numeral_at.get(last + 1) if reading.tokens.word(last) == "of" else None
        if numeral is None:
            found.append(Found(span.start, span.end, ("null",)))
        else:
            end = reading.tokens.ends[numeral.last - 1]
            found.append(Found(span.start, end, (_written(numeral.value),)))
    return sorted(found, key=lambda one: one.start)


_ORDINARY = frozenset(
    [
        "foot",
        "yard",
        "inch",
        "cup",
        "stone",
        "bar",
        "bit",
        "knot",
        "grain",
        "carat",
        "barrel",
        "pound",
        "ton",
        "quart",
        "fathom",
    ]
)
"""Units whose names are everyday words, which say nothing without a number."""


def _with_lone(text: str, found: list[Found], dimensions: frozenset[str]) -> list[Found]:
    """With the units that no number stands before."""
    reading = reading_of(text, ENGLISH)
    for first, last, unit, dimension in lone_units(reading):
        span = reading.tokens.span(first, last)
        if (unit in _ORDINARY and last == first + 1) or dimension not in dimensions:
            continue
        if not any(one.start < span.end and span.start < one.end for one in found):
            found.append(Found(span.start, span.end, ("None", unit.lower())))
    return sorted(found, key=lambda one: one.start)


def temperatures(text: str, reference: str) -> list[Found]:
    """Degrees of heat; plain degrees count where the model looks for nothing else."""
    del reference
    found = []
    for reading, measure in _measures(text):
        if measure.dimension == "temperature":
            span = reading.tokens.span(measure.first, measure.last)
            values = (_written(measure.numbers[0]), measure.unit.lower())
            found.append(Found(span.start, span.end, values))
    return _with_lone(text, found, frozenset(["temperature"]))


_NO_DIMENSION = frozenset(["share", "multiple", "temperature", "age"])


def dimensions(text: str, reference: str) -> list[Found]:
    """Lengths, areas, weights and the like."""
    del reference
    found = []
    known = set()
    for reading, measure in _measures(text):
        known.add(measure.dimension)
        if measure.dimension in _NO_DIMENSION:
            continue
        span = reading.tokens.span(measure.first, measure.last)
        # the specification calls a tonne a ton, and only a `metric ton` metric
        is_tonne = reading.tokens.word(measure.last - 1).startswith("tonne")
        unit = "ton" if is_tonne else measure.unit.lower()
        found.append(Found(span.start, span.end, (_written(measure.numbers[0]), unit)))
    sure = frozenset(["length", "area", "volume", "weight", "information", "speed"])
    return _with_lone(text, found, sure)


def ages(text: str, reference: str) -> list[Found]:
    """Ages with their unit."""
    del reference
    reading = reading_of(text, ENGLISH)
    found = []
    for numeral in reading.numerals:
        age = age_with_unit(reading, numeral)
        if age is not None:
            span = reading.tokens.span(age[0], age[1])
            unit = age[2].removesuffix("s")
            found.append(Found(span.start, span.end, (_written(numeral.value), unit)))
    return found


_JOINTS = frozenset(["-", "–", "—", "to", "and", "or"])


def _ends(text: str, amount: Amount) -> Iterable[tuple[int, int, float]]:
    """Of a range, each end that has a currency beside it, as the specification takes them."""
    reading = reading_of(text, ENGLISH)
    inside = [one for one in reading.numerals if amount.first <= one.first < amount.last]
    if len(amount.numbers) < 2 or len(inside) < 2:
        yield amount.first, amount.last, amount.numbers[-1]
        return
    upper = inside[1].first
    joint = next(
        at for at in range(upper - 1, amount.first, -1) if reading.tokens.word(at) in _JOINTS
    )
    if amount.rule == "money.currency-amount":
        yield amount.first, joint, amount.numbers[0]
    if amount.rule != "money.currency-amount" or upper > joint + 1:
        yield joint + 1, amount.last, amount.numbers[-1]


def currencies(text: str, reference: str) -> list[Found]:
    """Amounts of money; hundredths alone are counted in their own unit."""
    del reference
    tokens = reading_of(text, ENGLISH).tokens
    found = []
    for amount in amounts(text, ENGLISH):
        unit, factor = amount.currency, 1
        if amount.is_minor:
            factor = 100
            unit = {"¢": "cent", "p": "pence"}.get(
                tokens.word(amount.last - 1), tokens.word(amount.last - 1).removesuffix("s")
            )
        for first, last, number in _ends(text, amount):
            span = tokens.span(first, last)
            found.append(Found(span.start, span.end, (_written(number * factor), unit.lower())))
    lone = [
        Found(span.start, span.end, ("None", name.lower()))
        for span, name in lone_currencies(text, ENGLISH)
    ]
    return sorted(found + lone, key=lambda one: one.start)


__all__ = ["ENGLISH", "Found", "expected"]
