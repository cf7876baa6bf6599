"""Decides a document's title, and the day it bears where that is certain."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from workbench.readers.blocks import collapsed

if TYPE_CHECKING:
    from collections.abc import Iterable

TITLE_LENGTH = 120
DATELINE_LINES = 6
"""A date line stands within the first lines of a text, or not at all."""

DATELINE_REACH = 60
"""A dateline's date begins within this many characters of its paragraph."""

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = r"(?P<month>Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WRITTEN = (
    re.compile(rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}\b"),
    re.compile(rf"{_DAY}\s+{_MONTH},?\s+{_YEAR}\b"),
    re.compile(r"(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)"),
)
_DATE_LINE = re.compile(
    r"(?:(?:published|posted|updated|date|dated|issued)\s*(?:on|:)?\s*)?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?",
    re.IGNORECASE,
)
_DATELINE_PLACE = re.compile(r"(?:[A-Z][\w.'’-]*,?\s+){1,4}\(?")
_DATELINE_END = re.compile(r"\)?\s*(?:\([A-Za-z /]+\)\s*)?[—–:-]")


def title_of(*candidates: str, name: str) -> str:
    """The first candidate with words in it, cut to a line; the name of the file without one."""
    for candidate in candidates:
        words = collapsed(candidate)
        if words:
            return _cut(words)
    return _cut(name)


def first_line(text: str) -> str:
    """The first line of `text` with words in it."""
    return next((line for line in text.splitlines() if line.strip()), "")


def stated_date(words: str) -> date | None:
    """The day that `words` begin with (`January 12, 2026`, `2026-01-12T09:00Z`), or None."""
    for written in _WRITTEN:
        match = written.match(words)
        if match:
            return _day(match)
    return None


def published_on(text: str) -> date | None:
    """The day a text bears in a line of its own near its top, or in its dateline, or None."""
    lines = [line.strip() for line in text[:4000].splitlines() if line.strip()]
    for line in lines[:DATELINE_LINES]:
        label = _DATE_LINE.match(line)
        start = label.end() if label else 0
        match = _first_match(line, start)
        if match and not line[match.end() :].strip(" ."):
            return _day(match)
        dateline = next((match for written in _WRITTEN if (match := written.search(line))), None)
        if (
            dateline
            and dateline.start() < DATELINE_REACH
            and _DATELINE_PLACE.fullmatch(line, 0, dateline.start())
            and _DATELINE_END.match(line, dateline.end())
        ):
            return _day(dateline)
    return None


def first_date(values: Iterable[str | None]) -> date | None:
    """The first of some machine-readable dates that is one."""
    return next((day for value in values if value and (day := stated_date(value.strip()))), None)


def _first_match(line: str, start: int) -> re.Match[str] | None:
    return next((match for written in _WRITTEN if (match := written.match(line, start))), None)


def _day(match: re.Match[str]) -> date | None:
    month = match["month"].lower()
    number = (
        int(month)
        if month.isdigit()
        else 1 + next(at for at, name in enumerate(_MONTHS) if name.startswith(month[:3]))
    )
    try:
        return date(int(match["year"]), number, int(match["day"]))
    except ValueError:
        return None


def _cut(words: str) -> str:
    if len(words) <= TITLE_LENGTH:
        return words
    return words[: TITLE_LENGTH - 1].rsplit(" ", 1)[0] + "…"
