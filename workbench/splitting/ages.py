"""Which numbers are ages: `aged 14`, `nine-month-old`, `Sam, 42,`, `when she was six`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.splitting.nouns import Nouns
    from workbench.splitting.numbers import Numeral
    from workbench.splitting.reading import Reading

OLDEST_PERSON = 125
_YEARS = "years"
_TEENS = 13
_DECADES = frozenset([_TEENS, *range(20, 100, 10)])
_HEDGES = frozenset(["about", "around", "nearly", "almost", "just", "only", "over", "under"])
_EDGES = frozenset(["early", "mid", "late"])
_POSSESSORS = frozenset(["my", "your", "his", "her", "our", "their"])
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
    if tokens.word(at) in ("yr", "yrs") and tokens.word(after) == ".":
        after += 1
    while tokens.word(after) == "-":
        after += 1
    if tokens.word(after) in ("old", "olds"):
        return numeral.first, after + 1, unit
    if tokens.word(at + 1) == "of" and tokens.word(at + 2) == "age":
        return numeral.first, at + 3, unit
    return None


def decade_of_life(reading: Reading, index: int) -> tuple[int, int, tuple[int, int]] | None:
    """`her thirties`, `his late 50s`, `their teens`: first token, end, youngest and oldest."""
    tokens = reading.tokens
    word, last = tokens.word(index), index + 1
    if word.isdecimal():
        last += tokens.word(last) in ("'", "’") and tokens.touches(last)
        if len(word) != 2 or tokens.word(last) not in ("s", "'s") or not tokens.touches(last):
            return None
        youngest, last = int(word), last + 1
    else:
        known = reading.lexicon.section("calendar", "decades").get(word)
        youngest = _TEENS if word == "teens" else known if isinstance(known, int) else 0
    if youngest not in _DECADES:
        return None
    first = index - (tokens.word(index - 1) == "-")
    first -= tokens.word(first - 1) in _EDGES
    if tokens.word(first - 1) not in _POSSESSORS or not tokens.follows(index):
        return None
    return first - 1, last, (youngest, youngest // 10 * 10 + 9)


def decades_of_life(reading: Reading) -> dict[int, tuple[int, int, tuple[int, int]]]:
    """Every decade of a life in a text, by its first token."""
    return {
        at: decade
        for at, word in enumerate(reading.tokens.lowers)
        if word in _POSSESSORS
        for further in (1, 2, 3)
        if (decade := decade_of_life(reading, at + further)) and decade[0] == at
    }


def _is_years(reading: Reading, numeral: Numeral) -> bool:
    return (
        isinstance(numeral.value, int)
        and 0 < numeral.value < OLDEST_PERSON
        and (numeral.literal or not numeral.in_digits)
    )


def _announced(reading: Reading, numeral: Numeral) -> tuple[int, int, str] | None:
    """`aged 14`, `at age seventeen`, `at the age of four months`, `when she was six`."""
    tokens = reading.tokens
    first, last = numeral.first, numeral.last
    before, further = tokens.word(first - 1), tokens.word(first - 2)
    unit = _UNITS.get(tokens.word(last)) if tokens.follows(last) else None
    if says_age(reading, first):
        if unit is not None:
            return first, last + 1, unit
        is_range = tokens.word(last) in ("to", "-", "–") and last + 1 in reading.numeral_at
        return (first, last, _YEARS) if _is_years(reading, numeral) and not is_range else None
    if unit is not None or not _is_years(reading, numeral) or not _ends_clause(reading, last):
        return None
    if before in ("turned", "turns", "turning"):
        return first, last, _YEARS
    if before == "just":
        before, further = further, tokens.word(first - 3)
    is_person = further in ("he", "she", "i", "who") or tokens.word(last) == "when"
    return (first, last, _YEARS) if before in _WAS and is_person else None


def says_age(reading: Reading, index: int) -> bool:
    """Does `aged`, `age` or `age of` stand before a token?"""
    tokens = reading.tokens
    if tokens.word(index - 1) in _HEDGES:
        index -= 1
    before = tokens.word(index - 1)
    is_of_age = before == "of" and tokens.word(index - 2) in ("age", "ages")
    is_between = before == "between" and tokens.word(index - 2) in ("aged", "ages")
    return before in ("aged", "age", "ages") or is_of_age or is_between


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
        "last",
        "this",
        "next",
        "yesterday",
        "today",
    ]
)


def _ends_clause(reading: Reading, index: int) -> bool:
    """Does a clause end at the token, so that the number counts nothing?"""
    tokens = reading.tokens
    word = tokens.word(index)
    return not tokens.follows(index) or not word[:1].isalnum() or word in _CLAUSE_STARTS


_AFTER_APPOSED = frozenset([",", ";", ".", ")", "and", "from", "of", "who", "was"])
_YOUNGEST, _ELDEST = 10, 105
"""Between these, a number in brackets after a name is an age, and seldom a minute or a note."""


def _apposed(reading: Reading, nouns: Nouns, numeral: Numeral) -> tuple[int, int, str] | None:
    """`Thomas Sam, 42, and his wife`, `The mayor, 52, was`: set off after a name or a person."""
    tokens = reading.tokens
    first, last = numeral.first, numeral.last
    if not numeral.literal or not _is_years(reading, numeral) or not tokens.follows(first):
        return None
    opened, closed = tokens.word(first - 1), tokens.word(last)
    if opened == "," and (closed in _AFTER_APPOSED or not tokens.follows(last)):
        if tokens.touches(first) or tokens.word(first - 2)[:1].isdigit():
            return None
        if nouns.is_name(first - 2) and not _is_month(reading, first - 2):
            return first, last, _YEARS
        is_one = nouns.tag(first - 2) == "NN" and nouns.relation(first - 2).startswith("nsubj")
        is_between = closed == "," and _YOUNGEST < numeral.value < _ELDEST
        return (first, last, _YEARS) if is_one and is_between else None
    if opened == "(" and closed == ")" and _YOUNGEST < numeral.value < _ELDEST:
        is_full_name = nouns.is_name(first - 2) and nouns.is_name(first - 3)
        return (first, last, _YEARS) if is_full_name else None
    return None


def _is_month(reading: Reading, index: int) -> bool:
    months = reading.lexicon.section("calendar", "months")
    return reading.tokens.word(index) in months
