"""Cuts text into words that can be compared: which words count, and which are the same word."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from workbench.evidence.units import SMALL_NUMBERS
from workbench.model import Span

CACHED_TEXTS = 30_000
"""Passages kept cut up: the same ones are ranked for every claim of an article."""

_WORD = re.compile(r"\d+(?:[.,:]\d+)*[a-z]*|[^\W_]+(?:['’.](?=[^\W_])[^\W_]+)*", re.IGNORECASE)

_STOP_WORDS = """
a about above after again all also although always am among an and another any are around as at
be became because become been before being below between both but by can could did do does doing
done down during each either else even ever every few for from further get got had has have
having he her here hers herself him himself his how however i if in including into is it its
itself just least less like made make many may me might more most much must my myself near
neither no nor now of off often on once only onto or other our ours out over own per quite
rather s said same says she should since so some such t than that the their theirs them
themselves then there these they this those though through thus to too toward under until up
upon us very was we well were what when where whether which while who whom whose why will with
within without would yet you your yours
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())


class Word(NamedTuple):
    """A word and where it stands. A tuple, as a source has thousands, made anew for the first claim."""

    stem: str
    start: int
    end: int
    is_name: bool
    """Written with a capital letter, or all in capitals."""

    counts: bool
    """Says something about what the text is about."""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@lru_cache(maxsize=CACHED_TEXTS)
def words_of(text: str) -> tuple[Word, ...]:
    """Every word of `text`, in order."""
    words: list[Word] = []
    for match in _WORD.finditer(text):
        written = match.group()
        stemmed = stem(written)
        words.append(
            Word(
                stemmed,
                match.start(),
                match.end(),
                written[0].isupper(),
                stemmed not in STOP_WORDS,
            )
        )
    return tuple(words)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """What the forms of a word have in common: `workers` and `worker`, `three` and `3`.

    Stop words stay as they are, so that they can be told.
    """
    folded = word.lower().replace("’", "'")
    if not folded.isascii():
        folded = "".join(
            letter
            for letter in unicodedata.normalize("NFKD", folded)
            if not unicodedata.combining(letter)
        )
    folded = (
        folded.removesuffix("'s").replace("'", "").replace(".", "" if folded[0].isalpha() else ".")
    )
    if folded in SMALL_NUMBERS:
        return str(SMALL_NUMBERS[folded])
    if folded in STOP_WORDS or not folded.isascii() or not folded.isalpha() or len(folded) <= 3:
        return folded.replace(",", "") if folded[:1].isdigit() else folded
    return _without_ending(folded)


_ENDINGS = (
    ("ization", "ize"),
    ("isation", "ize"),
    ("ational", "ate"),
    ("fulness", "ful"),
    ("iveness", "ive"),
    ("ations", "ate"),
    ("ation", "ate"),
    ("ments", ""),
    ("ment", ""),
    ("ness", ""),
    ("ions", ""),
    ("ion", ""),
    ("ings", ""),
    ("ing", ""),
    ("edly", ""),
    ("ied", "y"),
    ("ies", "y"),
    ("ed", ""),
    ("ers", "er"),
    ("ors", "or"),
    ("ally", "al"),
    ("ly", ""),
    ("sses", "ss"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("xes", "x"),
    ("ss", "ss"),
    ("us", "us"),
    ("is", "is"),
    ("s", ""),
)
_VOWEL = re.compile(r"[aeiouy]")
_DOUBLED = re.compile(r"([bdfgmnprt])\1$")


def _without_ending(word: str) -> str:
    for ending, instead in _ENDINGS:
        if word.endswith(ending):
            start = word[: -len(ending)]
            if len(start) + len(instead) >= 3 and _VOWEL.search(start):
                word = start + instead
                if not instead:
                    word = _DOUBLED.sub(r"\1", word)
            break
    if len(word) > 4:
        word = word.removesuffix("e")
    return word[:-1] + "i" if len(word) > 3 and word.endswith("y") else word
