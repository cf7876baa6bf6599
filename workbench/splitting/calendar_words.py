"""Which words of a language name days, months, hours and lengths of time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.splitting.reading import Phrases, phrases

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.splitting.lexicon import Lexicon
    from workbench.splitting.numbers import Numeral
    from workbench.splitting.reading import Reading
    from workbench.splitting.tokens import Tokens

_OTHER_STARTERS = (
    "centuries millennia week weekend year day now right every each eve once twice thrice half quarter few several couple "
    "some a an one another q h fiscal financial calendar school academic fy sy cy ad a.d. ' ‘ recent "
    "all whole entire injury stoppage extra added final first life lifetime lifetimes career high semi bi"
)
_ARTICLE_NOUNS = frozenset(
    ["week", "weekend", "weekends", "weekdays", "day", "night", "year", "whole", "entire"]
)


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """The calendar of a language, as the grammar of times looks words up."""

    months: Mapping[str, int]
    unsure_months: frozenset[str]
    weekdays: Mapping[str, int]
    unsure_weekdays: frozenset[str]
    units: Mapping[str, str]
    unit_letters: Mapping[str, str]
    dayparts: Mapping[str, str]
    clock_words: Mapping[str, str]
    seasons: Mapping[str, str]
    unsure_seasons: frozenset[str]
    decades: Mapping[str, int]
    days: Mapping[str, int]
    directions: Mapping[str, int]
    edges: Mapping[str, str]
    eras: Mapping[str, str]
    zones: Mapping[str, int]
    frequencies: Mapping[str, str]
    hangs: Mapping[str, str]
    """How a length hangs on the time that follows: `before`, `after`, `ago`."""

    holidays: Phrases
    company: Mapping[str, frozenset[str]]
    """Words that stand beside times, by the name of what they decide."""

    starters: frozenset[str]
    """Words that may begin a time, besides numbers."""

    article_nouns: frozenset[str] = _ARTICLE_NOUNS


@lru_cache(maxsize=8)
def calendar_words(lexicon: Lexicon) -> CalendarWords:
    """The calendar of a lexicon."""

    def texts(key: str, *, file: str = "calendar") -> dict[str, str]:
        return {word: str(value) for word, value in lexicon.section(file, key).items()}

    def numbers(key: str) -> dict[str, int]:
        section = lexicon.section("calendar", key)
        return {word: value for word, value in section.items() if isinstance(value, int)}

    company = {
        key: frozenset(str(word) for word in listed)
        for key, listed in lexicon.table("time_words").items()
        if isinstance(listed, list)
    }
    months, weekdays, units = numbers("months"), numbers("weekdays"), texts("units")
    dayparts, clock_words, seasons = texts("dayparts"), texts("clock_words"), texts("seasons")
    decades, days, directions = numbers("decades"), numbers("days"), numbers("directions")
    edges, frequencies = texts("edges"), texts("frequencies")
    holidays = phrases(texts("holidays"))
    starters = frozenset(
        [
            *months,
            *weekdays,
            *(f"{weekday}s" for weekday in weekdays),
            *dayparts,
            *clock_words,
            *seasons,
            *decades,
            *days,
            *directions,
            *edges,
            *frequencies,
            *holidays.by_token,
            *(unit for unit in units if unit.endswith("s")),
            *_OTHER_STARTERS.split(),
        ]
    )
    return CalendarWords(
        months=months,
        unsure_months=frozenset(numbers("unsure_months")),
        weekdays=weekdays,
        unsure_weekdays=frozenset(numbers("unsure_weekdays")),
        units=units,
        unit_letters=texts("unit_letters"),
        dayparts=dayparts,
        clock_words=clock_words,
        seasons=seasons,
        unsure_seasons=frozenset(texts("unsure_seasons")),
        decades=decades,
        days=days,
        directions=directions,
        edges=edges,
        eras=texts("eras"),
        zones=numbers("zones"),
        frequencies=frequencies,
        hangs=texts("hangs", file="time_words"),
        holidays=holidays,
        company=company,
        starters=starters,
    )


@dataclass(frozen=True, slots=True)
class TimeReader:
    """A reading with its calendar words, and small steps over tokens."""

    reading: Reading
    words: CalendarWords

    @property
    def tokens(self) -> Tokens:
        return self.reading.tokens

    def word(self, index: int) -> str:
        return self.reading.tokens.word(index)

    def is_one(self, index: int, company: str) -> bool:
        """Is the token one of the words listed under a name?"""
        listed = self.words.company.get(company)
        return listed is not None and self.reading.tokens.word(index) in listed

    def numeral(self, index: int) -> Numeral | None:
        """The number that begins at a token."""
        return self.reading.numeral_at.get(index)

    def skipped(self, index: int, *words: str) -> int:
        """The place after one of `words`, or `index` itself."""
        if self.word(index) in words and self.tokens.follows(index):
            return index + 1
        return index

    def is_joined(self, index: int) -> bool:
        """Does the token stand on the same line as the one before?"""
        return self.tokens.follows(index)
