"""What a detail says, as a value that can be compared."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

Number: TypeAlias = int | float
_NUMBERS = (int, float)
JsonValue: TypeAlias = "dict[str, object] | str"


class Approximation(StrEnum):
    """A hedge before a number, folded to its direction."""

    ABOUT = "about"
    AT_LEAST = "at least"
    OVER = "over"
    UNDER = "under"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count, measure, ratio, share, score or age: `180 workers`, `about 60 people`, `1-0`."""

    numbers: tuple[Number, ...]
    """One number; two for a range or a score, in the order of the text."""

    unit: str = ""
    """Plural, with its close adjectives: `Korean forced laborers`; `%` and `percentage points`
    for shares; empty where nothing is counted."""

    approximation: Approximation | None = None

    def to_json(self) -> JsonValue:
        value: dict[str, object] = {"number": _plain(self.numbers)}
        if self.unit:
            value["unit"] = self.unit
        if self.approximation:
            value["approx"] = str(self.approximation)
        return value


@dataclass(frozen=True, slots=True)
class Money:
    """An amount of money: `$500 million` is 500000000 USD."""

    numbers: tuple[Number, ...]
    currency: str
    """ISO 4217 code where one is certain, else the words of the text."""

    approximation: Approximation | None = None

    def to_json(self) -> JsonValue:
        value: dict[str, object] = {"number": _plain(self.numbers), "currency": self.currency}
        if self.approximation:
            value["approx"] = str(self.approximation)
        return value


@dataclass(frozen=True, slots=True)
class Period:
    """A date, time, interval or duration in EDTF or ISO 8601: `1942`, `1910/1945`, `P72H`."""

    edtf: str

    def to_json(self) -> JsonValue:
        return self.edtf


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A place in an order: `third meeting` is 3; `last` is -1."""

    ordinal: int

    def to_json(self) -> JsonValue:
        return {"ordinal": self.ordinal}


Value: TypeAlias = Quantity | Money | Period | Ordinal


def _plain(numbers: tuple[Number, ...]) -> object:
    return numbers[0] if len(numbers) == 1 else list(numbers)


def value_from_json(kind: str, value: object) -> Value | None:
    """The value that `to_json` wrote for a claim of `kind`, or None.

    Raises:
        ValueError: `value` has not the form `to_json` writes.
    """
    if value is None:
        return None
    if isinstance(value, str):
        return Period(value)
    if not isinstance(value, dict):
        msg = f"no value: {value!r}"
        raise ValueError(msg)
    if "ordinal" in value:
        return Ordinal(int(value["ordinal"]))
    stated = value.get("number")
    numbers = tuple(stated) if isinstance(stated, list) else (stated,)
    for number in numbers:
        if not isinstance(number, _NUMBERS):
            msg = f"no value: {value!r}"
            raise ValueError(msg)
    approximation = Approximation(value["approx"]) if "approx" in value else None
    if kind == "money":
        return Money(numbers, str(value.get("currency", "")), approximation)
    return Quantity(numbers, str(value.get("unit", "")), approximation)
