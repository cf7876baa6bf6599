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
    holidays: Phrases


@lru_cache(maxsize=8)
def calendar_words(lexicon: Lexicon) -> CalendarWords:
    """The calendar of a lexicon."""

    def texts(key: str) -> dict[str, str]:
        return {word: str(value) for word, value in lexicon.section("calendar", key).items()}

    def numbers(key: str) -> dict[str, int]:
        section = lexicon.section("calendar", key)
        return {word: value for word, value in section.items() if isinstance(value, int)}

    return CalendarWords(
        months=numbers("months"),
        unsure_months=frozenset(numbers("unsure_months")),
        weekdays=numbers("weekdays"),
        unsure_weekdays=frozenset(numbers("unsure_weekdays")),
        units=texts("units"),
        unit_letters=texts("unit_letters"),
        dayparts=texts("dayparts"),
        clock_words=texts("clock_words"),
        seasons=texts("seasons"),
        unsure_seasons=frozenset(texts("unsure_seasons")),
        decades=numbers("decades"),
        days=numbers("days"),
        directions=numbers("directions"),
        edges=texts("edges"),
        eras=texts("eras"),
        zones=numbers("zones"),
        frequencies=texts("frequencies"),
        holidays=phrases(texts("holidays")),
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

    def numeral(self, index: int) -> Numeral | None:
        """The number that begins at a token of the same line as the one before."""
        return self.reading.numeral_at.get(index)

    def skipped(self, index: int, *words: str) -> int:
        """The place after one of `words`, or `index` itself."""
        if self.word(index) in words and self.tokens.follows(index):
            return index + 1
        return index

    def is_joined(self, index: int) -> bool:
        """Does the token stand on the same line as the one before?"""
        return self.tokens.follows(index)
