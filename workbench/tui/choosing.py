"""Which words of the article an editor has chosen, and how each key moves where they begin and end."""

from __future__ import annotations

import re

from workbench.model import Span

WORD = re.compile(r"[$€£¥]?\w+(?:[.,:/'’‑–-]\w+)*[%°]?")
BACK = 400
"""Characters looked through for the word before; no word is longer."""


def word_from(text: str, offset: int) -> Span | None:
    """The first word that begins at `offset` or later."""
    found = WORD.search(text, offset)
    return Span(*found.span()) if found else None


def word_before(text: str, offset: int) -> Span | None:
    """The last word that ends at `offset` or earlier."""
    start = max(0, offset - BACK)
    last = None
    for found in WORD.finditer(text, start, offset):
        last = found
    return Span(*last.span()) if last else None


def words_between(text: str, one: int, other: int) -> Span | None:
    """The whole words from the character at `one` to that at `other`, in whatever order."""
    start, end = sorted((one, other))
    first = _around(text, start) or word_from(text, start)
    last = _around(text, end) or word_before(text, end + 1)
    if first is None or last is None or last.end <= first.start:
        return None
    return Span(first.start, last.end)


def moved(text: str, chosen: Span, by: int) -> Span:
    """The one word behind the chosen words, or before them; the same where there is none."""
    found = word_from(text, chosen.end) if by > 0 else word_before(text, chosen.start)
    return found or chosen


def with_end_moved(text: str, chosen: Span, by: int) -> Span:
    """The chosen words with one more at their end, or one less; one word always stays."""
    if by > 0:
        found = word_from(text, chosen.end)
        return Span(chosen.start, found.end) if found else chosen
    last = word_before(text, chosen.end)
    found = word_before(text, last.start) if last else None
    return Span(chosen.start, found.end) if found and found.start >= chosen.start else chosen


def with_start_moved(text: str, chosen: Span, by: int) -> Span:
    """The chosen words with one less at their beginning, or one more; one word always stays."""
    if by < 0:
        found = word_before(text, chosen.start)
        return Span(found.start, chosen.end) if found else chosen
    first = word_from(text, chosen.start)
    found = word_from(text, first.end) if first else None
    return Span(found.start, chosen.end) if found and found.end <= chosen.end else chosen


def _around(text: str, offset: int) -> Span | None:
    """The word with the character at `offset`."""
    for found in WORD.finditer(text, max(0, offset - BACK), min(len(text), offset + BACK)):
        if found.start() <= offset < found.end():
            return Span(*found.span())
    return None
