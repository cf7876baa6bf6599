"""Which language a text is written in, by its commonest small words or by its writing."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.splitting.lexicon import SHARED, Lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

READ_CHARACTERS = 20_000
"""Characters from the beginning that are looked at."""

LEAST_WORDS = 6
"""Fewer small words than this say nothing, and the text stays what it was called."""

LEAST_LEAD = 1.3
"""How many times more small words another language must have than the one that was named."""

LEAST_MORE = 4
"""And how many more, so that a short text is not taken for another language by two words."""

_WORD = re.compile(r"[^\W\d_]+")


def recognised_language(text: str, *, named: str = "en") -> str:
    """The language code of `text`; `named` where the text is too short or does not tell."""
    beginning = text[:READ_CHARACTERS]
    script = _script(beginning)
    if script:
        return script
    counts = Counter(_WORD.findall(beginning.lower()))
    hits = {
        language: sum(counts[word] for word in words) for language, words in _profiles().items()
    }
    # ties go to the first in alphabetical order, so that the answer is always the same
    best = max(sorted(hits), key=lambda language: hits[language])
    rival = hits.get(named, 0)
    if hits[best] < LEAST_WORDS or hits[best] < max(LEAST_LEAD * rival, rival + LEAST_MORE):
        return named
    return best


@lru_cache(maxsize=1)
def _profiles() -> Mapping[str, frozenset[str]]:
    section = Lexicon(SHARED).section("profiles", "words")
    return {language: frozenset(str(words).split()) for language, words in section.items()}


def _script(text: str) -> str:
    """The language that writing alone tells; Japanese before Chinese, which it borrows from."""
    letters = sum(map(str.isalpha, text))
    if not letters:
        return ""
    for signs, language in Lexicon(SHARED).section("profiles", "scripts").items():
        if len(re.findall(f"[{signs}]", text)) > letters * (0.1 if language == "ja" else 0.3):
            return str(language)
    return ""
