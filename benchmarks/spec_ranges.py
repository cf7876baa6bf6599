"""Our hedges and ranges of numbers in the form of the recogniser's specification."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.spec_details import ENGLISH, Found
from workbench.model import Approximation
from workbench.splitting.numbers import Form, is_in_code
from workbench.splitting.reading import reading_of

if TYPE_CHECKING:
    from workbench.splitting.numbers import Numeral
    from workbench.splitting.reading import Reading

_JOINTS = frozenset(["to", "-", "~", "through", "till", "until", "and", "–"])
_CLOSED = frozenset(["up", "at", "no", "not", "as", "maximum"])
"""First words of hedges that take the number in: `up to 700`, `at most`, `no more than`."""


def number_ranges(text: str, reference: str) -> list[Found]:
    """Numbers with a bound before or after them, and numbers from one to another."""
    del reference
    reading = reading_of(text, ENGLISH)
    found: list[Found] = []
    after = 0
    for numeral in reading.numerals:
        if numeral.first < after or is_in_code(reading.tokens, numeral):
            continue
        read = _pair(reading, numeral) or _bounded(reading, numeral)
        if read is not None:
            first, last, value = read
            span = reading.tokens.span(first, last)
            found.append(Found(span.start, span.end, (value,)))
            after = last
    return found


def _written(numeral: Numeral) -> str:
    return f"{numeral.value:.15g}"


def _pair(reading: Reading, numeral: Numeral) -> tuple[int, int, str] | None:
    """`between 20 and 30`, `from 200 to 3000`, `20 through 100`."""
    tokens = reading.tokens
    joint = tokens.word(numeral.last)
    at = numeral.last + 1 + (tokens.word(numeral.last + 1) == "the")
    upper = reading.numeral_at.get(at)
    if joint not in _JOINTS or upper is None or numeral.value >= upper.value:
        return None
    first = numeral.first - (tokens.word(numeral.first - 1) == "the")
    opener = tokens.word(first - 1)
    if opener in ("between", "from"):
        first -= 1
    elif joint == "and" or numeral.form is Form.ORDINAL:
        return None
    return first, upper.last, f"[{_written(numeral)},{_written(upper)})"


def _bounded(reading: Reading, numeral: Numeral) -> tuple[int, int, str] | None:
    """`more than 100`, `up to 700`, `500 or more`, `< 20`."""
    number = _written(numeral)
    last, after = reading.hedged_after(numeral.last)
    if after is not None and after is not Approximation.ABOUT:
        value = f"[{number},)" if after is Approximation.AT_LEAST else f"(,{number}]"
        return numeral.first, last, value
    first, before = reading.hedged_before(numeral.first)
    opener = reading.tokens.word(first)
    match before:
        case Approximation.OVER:
            return first, numeral.last, f"({number},)"
        case Approximation.AT_LEAST:
            return first, numeral.last, f"[{number},)"
        case Approximation.UNDER if opener in _CLOSED:
            return first, numeral.last, f"(,{number}]"
        case Approximation.UNDER:
            return first, numeral.last, f"(,{number})"
        case _:
            return None
