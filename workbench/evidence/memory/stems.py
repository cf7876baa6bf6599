"""Which words of a statement count when an earlier claim like it is looked for."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib import resources

_WORD = re.compile(r"\w+")
_LINK = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/)\S+")
_JOINED = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Where a hashtag such as `BuildBackBetter` joins two words."""

_ENDINGS = ("ing", "edly", "ed", "es", "s", "ly")
_LEAST_STEM = 3


def plain(text: str) -> str:
    """`text` without links, and with joined words apart."""
    # most texts hold no link, and looking for one takes as long as everything else
    unlinked = _LINK.sub(" ", text) if "/" in text or "www." in text else text
    return _JOINED.sub(" ", unlinked)


def stems(text: str) -> list[str]:
    """The stems of the telling words of `text`, in its order, with repetitions."""
    return list(filter(None, map(_stem, _WORD.findall(plain(text)))))


@lru_cache(maxsize=1 << 17)
def _stem(word: str) -> str:
    folded = unicodedata.normalize("NFKD", word.lower())
    if not folded.isascii():
        folded = "".join(char for char in folded if not unicodedata.combining(char))
    if folded in stop_words() or len(folded) < 2:
        return ""
    for ending in _ENDINGS:
        if folded.endswith(ending) and len(folded) - len(ending) >= _LEAST_STEM:
            return folded[: -len(ending)].removesuffix("e")
    return folded.removesuffix("e") if len(folded) > _LEAST_STEM else folded


@cache
def stop_words() -> frozenset[str]:
    """Words too common to tell two claims apart; `not` too: a denial is about the same claim."""
    content = (resources.files(__package__) / "stop_words.txt").read_text(encoding="utf-8")
    return frozenset(content.split())
