"""Which numbers are ages: `aged 14`, `nine-month-old`, `Sam, 42,`, `when she was six`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.splitting.nouns import Nouns
    from workbench.splitting.numbers import Numeral
    from workbench.splitting.reading import Reading

OLDEST_PERSON = 125
_YEARS = "years"
_UNITS = {
    "year": "years",
    "years": "years",
    "yr": "years",
    "yrs": "years",
    "yo": "years",
    "y.o.": "years",
    "month": "months",
    "months": "months",
    "week": "weeks",
    "weeks": "weeks",
    "day": "days",
    "days": "days",
    "decade": "decades",
    "decades": "decades",
}
_PEOPLE = frozenset(["he", "she", "i", "they", "who", "we", "you", "it"])
_WAS = frozenset(
    [
        "was",
        "is",
        "were",
        "are",
        "am",
        "turned",
        "turns",
        "turning",
        "be",
        "being",
        "been",
        "became",
    ]
)


def age_at(reading: Reading, nouns: Nouns, numeral: Numeral) -> tuple[int, int, str] | None:
    """The age that a number is: first token, end, unit."""
    return (
        age_with_unit(reading, numeral)
        or _announced(reading, numeral)
        or _apposed(reading, nouns, numeral)
    )


def age_with_unit(reading: Reading, numeral: Numeral) -> tuple[int, int, str] | None:
    """`29 years old`, `nine-month-old`, `6 weeks of age`, `87 yo`."""
    tokens = reading.tokens
    at = numeral.last
    if not tokens.follows(at):
        return None
    at += tokens.word(at) == "-"
    unit = _UNITS.get(tokens.word(at))
    if unit is None:
        return None
    if tokens.word(at) in ("yo", "y.o."):
        return numeral.first, at + 1, unit
    after = at + 1
    while tokens.word(after) == "-":
        after += 1
    if tokens.word(after) in ("old", "olds"):
        return numeral.first, after + 1, unit
    if tokens.word(at + 1) == "of" and tokens.word(at + 2) == "age":
        return numeral.first, at + 3, unit
    return None


def _is_years(reading: Reading, numeral: Numeral) -> bool:
    return (
        isinstance(numeral.value, int)
        and 0 < numeral.value < OLDEST_PERSON
        and (numeral.literal or not numeral.in_digits)
    )


def _announced(reading: Reading, numeral: Numeral) -> tuple[int, int, str] | None:
    """`aged 14`, `at age seventeen`, `at the age of four months`, `when she was six`."""
    tokens = reading.tokens
    first = numeral.first
    before = tokens.word(first - 1)
    says_age = before in ("aged", "age", "ages") or (
        before == "of" and tokens.word(first - 2) in ("age", "ages")
    )
    unit = _UNITS.get(tokens.word(numeral.last)) if tokens.follows(numeral.last) else None
    if says_age:
        if unit is not None:
            return first, numeral.last + 1, unit
        return (first, numeral.last, _YEARS) if _is_years(reading, numeral) else None
    if unit is not None or not _is_years(reading, numeral):
        return None
    if before in ("turned", "turns", "turning") and _ends_clause(reading, numeral.last):
        return first, numeral.last, _YEARS
    if (before in _WAS and tokens.word(first - 2) in _PEOPLE - {"it", "they", "we", "you"}) and (
        _ends_clause(reading, numeral.last) and numeral.value > 0
    ):
        return first, numeral.last, _YEARS
    if (
        before == "just" and tokens.word(first - 2) in _WAS and tokens.word(first - 3) in _PEOPLE
    ) and (_ends_clause(reading, numeral.last)):
        return first, numeral.last, _YEARS
    return None


_CLAUSE_STARTS = frozenset(
    [
        "when",
        "while",
        "and",
        "but",
        "so",
        "at",
        "in",
        "on",
        "if",
        "as",
        "by",
        "or",
        "before",
        "after",
        "who",
        "that",
    ]
)


def _ends_clause(reading: Reading, index: int) -> bool:
    """Does a clause end at the token, so that the number counts nothing?"""
    tokens = reading.tokens
    word = tokens.word(index)
    return not tokens.follows(index) or not word[:1].isalnum() or word in _CLAUSE_STARTS


def _apposed(reading: Reading, nouns: Nouns, numeral: Numeral) -> tuple[int, int, str] | None:
    """`Thomas Sam, 42, and his wife`: between commas after a name or a person."""
    tokens = reading.tokens
    first, last = numeral.first, numeral.last
    if not numeral.literal or not _is_years(reading, numeral) or not tokens.follows(first):
        return None
    opened, closed = tokens.word(first - 1), tokens.word(last)
    if opened == "," and (
        closed in (",", ";", ".", ")")
        or closed in ("and", "from", "of", "who", "was")
        or not tokens.follows(last)
    ):
        if tokens.touches(first) or tokens.word(first - 2)[:1].isdigit():
            return None
        if nouns.is_name(first - 2) and not _is_month(reading, first - 2):
            return first, last, _YEARS
    if (opened == "(" and closed == ")" and 10 < numeral.value < 105) and (
        nouns.is_name(first - 2) and nouns.is_name(first - 3)
    ):
        return first, last, _YEARS
    return None


def _is_month(reading: Reading, index: int) -> bool:
    months = reading.lexicon.section("calendar", "months")
    return reading.tokens.word(index) in months
