"""Which tokens are numbers, and which numbers are only parts of names and codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.splitting.lexicon import Lexicon, lexicon_of
from workbench.splitting.number_grammar import Grammar
from workbench.splitting.number_words import Form, Numeral, number_words
from workbench.splitting.tokens import tokens_of

if TYPE_CHECKING:
    from workbench.model.text import Span
    from workbench.splitting.tokens import Tokens

__all__ = [
    "Form",
    "Grammar",
    "Numeral",
    "is_in_code",
    "is_pronoun",
    "number_spans",
    "number_words",
    "numerals",
]

_LONGEST_SYMBOL = 4
"""Letters that may touch digits and still be a unit: `5kmph`."""

_BEFORE_PRONOUN = frozenset(
    [
        "the",
        "this",
        "that",
        "which",
        "each",
        "any",
        "every",
        "no",
        "another",
        "other",
        "some",
        "such",
        "last",
        "next",
        "first",
    ]
)
_AFTER_PRONOUN = frozenset(["another", "'s", "self"])


def number_spans(text: str, *, language: str = "en") -> list[tuple[Span, Numeral]]:
    """Every number in `text`, signs and sums read as in a calculation."""
    tokens = tokens_of(text)
    found = numerals(tokens, lexicon_of(language), is_mathematical=True)
    return [(tokens.span(numeral.first, numeral.last), numeral) for numeral in found]


def numerals(tokens: Tokens, lexicon: Lexicon, *, is_mathematical: bool = False) -> list[Numeral]:
    """The numbers of a text in order; they do not overlap."""
    grammar = Grammar.over(tokens, number_words(lexicon), is_mathematical=is_mathematical)
    starters = grammar.words.starters
    found: list[Numeral] = []
    after = 0
    for index, word in enumerate(tokens.lowers):
        if index < after or not (word in starters or word[0].isdigit() or word[0] == "."):
            continue
        numeral = grammar.numeral(index)
        if numeral is not None:
            after = numeral.last
            found.append(grammar.signed(numeral))
    return found


def is_pronoun(tokens: Tokens, numeral: Numeral) -> bool:
    """Is it the `one` of `the one`, `no one`, `one another`, `one's`?"""
    first, last = numeral.first, numeral.last
    if last != first + 1 or tokens.word(first) != "one":
        return False
    return tokens.word(last) in _AFTER_PRONOUN or tokens.word(first - 1) in _BEFORE_PRONOUN


def is_in_code(tokens: Tokens, numeral: Numeral) -> bool:
    """Is it a part of a name, address or code: `name4`, `F-16`, `#1`, `www.x1.org`?"""
    first, last = numeral.first, numeral.last
    if not numeral.in_digits:
        return False
    before, after = tokens.word(first - 1), tokens.word(last)
    if tokens.touches(first):
        if before[-1:].isalpha() or before in ("#", "@", "_", "\\", "=", "&", ":"):
            return True
        if before in ("-", "/", ".") and tokens.touches(first - 1):
            further = tokens.word(first - 2)
            return further[-1:].isalnum() and not further.isdecimal()
    return tokens.touches(last) and (
        after == "_" or (after[:1].isalpha() and len(after) > _LONGEST_SYMBOL)
    )
