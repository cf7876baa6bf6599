"""Which words of an article may be a claim: whole ones, without space at their ends."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from workbench.errors import RuleError, UnknownError
from workbench.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator


def checked_words(text: str, span: Span) -> None:
    """Refuse a span that is no words of `text`.

    Raises:
        RuleError: it is empty, begins or ends with space or inside a word, or reaches beyond the text.
    """
    if span.end > len(text) or not span.of(text).strip():
        msg = "There are no words at that place."
        raise RuleError(msg, hint="Choose words of the article.")
    if span.trimmed(text) != span:
        msg = "A claim begins and ends with a word."
        raise RuleError(msg, hint="Leave the space at its ends out.")
    refuse_inside_word(text, span.start)
    refuse_inside_word(text, span.end)


def refuse_inside_word(text: str, offset: int) -> None:
    """Refuse an edge of a claim in the middle of a word: `0 workers` is not in `180 workers`.

    Raises:
        RuleError: `offset` is inside a word.
    """
    if is_inside_word(text, offset):
        msg = "A claim does not begin or end inside a word."
        raise RuleError(msg, hint="Choose the whole word.")


def words_meant(
    text: str, words: str, *, place: int | None = None, around: Span | None = None
) -> Span:
    """Where `words` stand in `text`, whatever white space is between them.

    Args:
        place: Which occurrence is meant, from 1, where there are several.
        around: Only occurrences that hold this span or lie in it.

    Raises:
        UnknownError: they stand nowhere, or at several places.
    """
    found = [
        span
        for span in _occurrences(text, words)
        if around is None or span in around or around in span
    ]
    if not found:
        msg = "Those words do not stand there."
        raise UnknownError(
            msg, hint="Copy whole words from the article, as they are written there."
        )
    if place is None and len(found) > 1:
        msg = f"Those words stand at {len(found)} places."
        raise UnknownError(msg, hint="Say which with --place, from 1, or name more words.")
    if place is not None and not 1 <= place <= len(found):
        msg = f"Those words stand at {len(found)} {'place' if len(found) == 1 else 'places'} only."
        raise UnknownError(msg, hint="Say which with --place, from 1.")
    return found[(place or 1) - 1]


def _occurrences(text: str, words: str) -> Iterator[Span]:
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    if pattern:
        for match in re.finditer(pattern, text):
            if not any(is_inside_word(text, edge) for edge in match.span()):
                yield Span(*match.span())


def is_inside_word(text: str, offset: int) -> bool:
    return 0 < offset < len(text) and all(map(_joins, text[offset - 1 : offset + 1]))


def _joins(character: str) -> bool:
    # scripts without capitals, such as Chinese, are written without spaces too
    return character.isalnum() and unicodedata.category(character) != "Lo"
