"""Which numbers without a unit count something, and which only name it: `killing 107`, `Apollo 11`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.splitting.nouns import looks_plural
from workbench.splitting.numbers import Form

if TYPE_CHECKING:
    from workbench.splitting.lexicon import Lexicon
    from workbench.splitting.nouns import Nouns
    from workbench.splitting.numbers import Numeral

_HYPHENS = frozenset("-‑–")
_FIRST_YEAR, _LAST_YEAR = 1500, 2100
_CLOSERS = frozenset(".)]:-–")


@lru_cache(maxsize=8)
def quantity_words(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """The quantity words of a lexicon, by what they decide."""
    return {
        key: frozenset(str(word) for word in listed)
        for key, listed in lexicon.table("quantities").items()
        if isinstance(listed, list)
    }


@dataclass(frozen=True, slots=True)
class BareNumbers:
    """Judges a number by the words beside it."""

    nouns: Nouns
    words: dict[str, frozenset[str]]

    def listed(self, index: int, name: str) -> bool:
        """Is the token one of the words listed under a name?"""
        return self.nouns.reading.tokens.word(index) in self.words.get(name, ())

    def is_label(self, numeral: Numeral, *, has_noun: bool = False) -> bool:
        """Is the number the name of something: `Apollo 11`, `Article 50`, `page 3`?"""
        tokens = self.nouns.reading.tokens
        before = numeral.first - 1
        word = tokens.word(before)
        if not tokens.follows(numeral.first):
            return False
        if word in self.nouns.reading.lexicon.words("labels"):
            return True
        if word == "." and self.listed(before - 1, "label_stops"):
            return True
        if word in _HYPHENS and tokens.touches(before) and tokens.is_capitalised(before - 1):
            return True
        if not numeral.literal or has_noun:
            return False
        return self.nouns.is_name(before)

    def names_place(self, numeral: Numeral, noun: int, end: int) -> bool:
        """Is it a house number, or the year of a name: `12 Mill Lane`, `2012 Olympics`?"""
        tokens = self.nouns.reading.tokens
        last = tokens.word(end - 1)
        is_plural = looks_plural(last) or last in self.nouns.reading.lexicon.words("plurals")
        if numeral.literal and self._looks_like_year(numeral):
            return tokens.is_capitalised(noun) or not is_plural
        if not numeral.literal or not tokens.is_capitalised(noun):
            return False
        return tokens.is_capitalised(end - 1) and not is_plural and numeral.value != 1

    def stands_alone(self, numeral: Numeral) -> bool:
        """May a number without a noun be a count? `killing 107 or more`, `groups of three`."""
        tokens = self.nouns.reading.tokens
        first, last = numeral.first, numeral.last
        before, after = tokens.word(first - 1), tokens.word(last)
        is_pronoun = after == "of" and not numeral.in_digits and numeral.form is Form.CARDINAL
        if after == "'s" or (is_pronoun and numeral.value < 13):
            return False
        is_chained = (before[-1:].isdigit() and tokens.follows(first)) or (
            after[:1].isdigit() and tokens.follows(last)
        )
        if numeral.literal and is_chained:
            return False
        if numeral.literal and tokens.follows(last) and tokens.is_capitalised(last):
            return False
        if self.is_label(numeral) or (numeral.value in (0, 1) and not numeral.in_digits):
            return False
        if numeral.in_digits and not self._is_free(numeral):
            return False
        # the number of a list item or of a page
        if (numeral.literal and tokens.begins_line(first)) and (
            after in _CLOSERS or tokens.begins_line(last)
        ):
            return False
        if before in ("(", "[") and after in (")", "]"):
            return False
        if numeral.literal and self._looks_like_year(numeral):
            return self.listed(first - 1, "count_before")
        if self.listed(first - 1, "pointing"):
            # `the two` points back at people already counted, `the 747` is an aircraft
            return before == "all" or self.nouns.tag(last) in ("VBN", "JJ")
        return not is_code(tokens.written(first))

    def _is_free(self, numeral: Numeral) -> bool:
        """Do no letters, slashes or colons touch the digits?"""
        tokens = self.nouns.reading.tokens
        before, after = tokens.word(numeral.first - 1), tokens.word(numeral.last)
        if tokens.touches(numeral.last) and (after[:1].isalpha() or after in ("/", ":", "_", "°")):
            return False
        if after in _HYPHENS and tokens.touches(numeral.last):
            return not tokens.touches(numeral.last + 1)
        if before in _HYPHENS and tokens.touches(numeral.first):
            return not tokens.touches(numeral.first - 1)
        return not (tokens.touches(numeral.first) and before in ("/", ":", "'", "‘"))

    def _looks_like_year(self, numeral: Numeral) -> bool:
        written = self.nouns.reading.tokens.written(numeral.first)
        is_plain = isinstance(numeral.value, int) and written.isdecimal()
        return is_plain and _FIRST_YEAR <= numeral.value <= _LAST_YEAR


def is_code(written: str) -> bool:
    """Is it a chain such as an address or a version, or digits with a leading zero?"""
    has_zero = len(written) > 1 and written[0] == "0" and written[1] not in ".,"
    return written.count(".") > 1 or has_zero
