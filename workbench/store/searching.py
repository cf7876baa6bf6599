"""The full-text query that a list of words becomes."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_WORDS = 64
"""FTS5 refuses deeper expressions, and the rarest words come first anyway."""

_TOKEN = re.compile(r"[^\W_]+")


def query_text(words: Iterable[str]) -> str:
    """An FTS5 query that finds what holds any of `words`; empty where no word has a letter or digit.

    Only letters and digits get through, in quotation marks: quotes, NUL, `NEAR(`, `*` and the empty
    string all mean something to FTS5, or stop it. A word of several parts, such as `4,523,000`, must
    stand in one piece.
    """
    phrases: dict[str, None] = {}
    for word in words:
        tokens = _TOKEN.findall(unicodedata.normalize("NFC", word))
        if tokens:
            phrases.setdefault(f'"{" ".join(tokens)}"')
        if len(phrases) == MAX_WORDS:
            break
    return " OR ".join(phrases)
