"""What every detail detector needs of a text: its tokens, the numbers in it and the hedges around."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.model import Approximation
from workbench.splitting.numbers import Grammar, Numeral, number_words, numerals
from workbench.splitting.tokens import Tokens, tokens_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workbench.splitting.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases of several tokens, found by their first or last token."""

    by_token: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
    """Longest phrase first, each with what it stands for."""

    def starting(self, tokens: Tokens, index: int) -> tuple[int, str] | None:
        """Where the longest phrase that begins at `index` ends, and what it stands for."""
        for phrase, meaning in self.by_token.get(tokens.word(index), ()):
            if all(
                tokens.word(index + at) == word and (at == 0 or tokens.follows(index + at))
                for at, word in enumerate(phrase)
            ):
                return index + len(phrase), meaning
        return None

    def ending(self, tokens: Tokens, index: int) -> tuple[int, str] | None:
        """Where the longest phrase that ends before `index` begins, and what it stands for."""
        for phrase, meaning in self.by_token.get(tokens.word(index - 1), ()):
            first = index - len(phrase)
            if first >= 0 and all(
                tokens.word(first + at) == word and (at == 0 or tokens.follows(first + at))
                for at, word in enumerate(phrase)
            ):
                return first, meaning
        return None


def phrases(entries: Mapping[str, str], *, by_last: bool = False) -> Phrases:
    """The look-up of phrases, each mapped to what it stands for."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, meaning in entries.items():
        words = tuple(tokens_of_phrase(phrase))
        found.setdefault(words[-1 if by_last else 0], []).append((words, meaning))
    for group in found.values():
        group.sort(key=lambda entry: -len(entry[0]))
    return Phrases(found)


def tokens_of_phrase(phrase: str) -> Sequence[str]:
    """The tokens of a phrase of a word list."""
    return tokens_of.__wrapped__(phrase).lowers


@dataclass(frozen=True, slots=True)
class Hedges:
    """The hedges of a language."""

    before: Phrases
    after: Phrases
    degrees: frozenset[str]


@lru_cache(maxsize=8)
def hedges_of(lexicon: Lexicon) -> Hedges:
    """The hedges of a lexicon."""

    def entries(key: str) -> dict[str, str]:
        section = lexicon.section("hedges", key)
        return {
            str(phrase): direction
            for direction, listed in section.items()
            if isinstance(listed, list)
            for phrase in listed
        }

    degrees = lexicon.section("hedges", "degrees")
    return Hedges(
        before=phrases(entries("before"), by_last=True),
        after=phrases(entries("after")),
        degrees=frozenset(word for word, use in degrees.items() if use == "degree"),
    )


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with its tokens and numbers."""

    tokens: Tokens
    lexicon: Lexicon
    numerals: Sequence[Numeral]
    numeral_at: Mapping[int, Numeral]
    """By first token."""

    @property
    def grammar(self) -> Grammar:
        return Grammar.over(self.tokens, number_words(self.lexicon))

    def hedged_before(self, index: int) -> tuple[int, Approximation | None]:
        """Where the hedges before `index` begin, and their direction."""
        tokens, hedges = self.tokens, hedges_of(self.lexicon)
        first, direction = index, None
        while first > 0 and tokens.follows(first):
            found = hedges.before.ending(tokens, first)
            if found is None:
                break
            if (
                found[1] == "about"
                and tokens.word(found[0]) in _NOT_AFTER_DETERMINER
                and (tokens.word(found[0] - 1) in ("the", "of the", "that", "this"))
            ):
                break
            first = found[0]
            direction = direction or Approximation(found[1])
            if tokens.word(first - 1) in hedges.degrees and tokens.follows(first):
                first -= 1
                if tokens.word(first) == "little" and tokens.word(first - 1) == "a":
                    first -= 1
        return first, direction

    def hedged_after(self, index: int) -> tuple[int, Approximation | None]:
        """Where the hedge that begins at `index` ends, and its direction."""
        if not self.tokens.follows(index):
            return index, None
        found = hedges_of(self.lexicon).after.starting(self.tokens, index)
        if found is None:
            return index, None
        return found[0], Approximation(found[1])


_NOT_AFTER_DETERMINER = frozenset(["some"])


@lru_cache(maxsize=1)
def reading_of(text: str, lexicon: Lexicon) -> Reading:
    """The reading of a text; the last answer is kept, as every detector asks for it."""
    tokens = tokens_of(text)
    found = numerals(tokens, lexicon)
    return Reading(tokens, lexicon, found, {numeral.first: numeral for numeral in found})
