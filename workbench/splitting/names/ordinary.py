"""Whether a word is one that the language writes small."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

ORDINARY_FILE = "ordinary_words.txt"
_SHORTEST_BASE = 3
_ENDINGS = (
    ("s", ("",)),
    ("es", ("",)),
    ("ies", ("y",)),
    ("ied", ("y",)),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
    ("ly", ("",)),
    ("er", ("", "e")),
    ("est", ("", "e")),
    ("ness", ("",)),
    ("less", ("",)),
)
"""Regular endings, and what the base has in their place."""


def bases(word: str) -> Iterator[str]:
    """What `word`, in small letters, can be a regular form of."""
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_BASE:
            stem = word[: -len(ending)]
            for letters in instead:
                yield stem + letters
            if ending in {"ed", "ing", "er"} and stem[-1] == stem[-2]:
                yield stem[:-1]


def is_ordinary(word: str, words: AbstractSet[str]) -> bool:
    """Whether `word`, however it is written here, is one of `words` or a regular form of one."""
    small = word.lower()
    return small in words or any(
        base in words or any(root in words for root in bases(base)) for base in bases(small)
    )
