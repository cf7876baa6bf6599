"""Where a long document is cut, so that it is read part by part and needs little memory."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.splitting.language import recognised_language
from workbench.splitting.marks import quoted_spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.model import Document, Span

LONGEST_PART = 100_000
"""Characters that are read at once: thirty thousand words, more than an article has."""

_GAPS = (
    re.compile(r"\n[ \t]*\n\s*"),
    re.compile(r"\n\s*"),
    re.compile(r"[.!?…][”\"’)]*\s+(?=[A-Z“\"‘])"),
)
"""Where a text may be cut, the best first: between paragraphs, lines, sentences."""

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a document that is read by itself."""

    document: Document
    start: int
    """Where it begins in the whole document."""


def parts(document: Document, *, longest: int = LONGEST_PART) -> Iterator[Part]:
    """The parts of `document` in order; one that is short enough is its only part."""
    text = document.text
    if len(text) <= longest:
        yield Part(document, 0)
        return
    language = recognised_language(text, named=document.language)
    quotes = [quoted.span for quoted in quoted_spans(text)]
    start = 0
    while start < len(text):
        end = _end(text, start, longest, quotes)
        headings = tuple(
            heading.shifted(-start)
            for heading in document.headings
            if start <= heading.start and heading.end <= end
        )
        part = replace(
            document, text=text[start:end], headings=headings, places=(), language=language
        )
        yield Part(part, start)
        start = end


def _end(text: str, start: int, longest: int, quotes: Sequence[Span]) -> int:
    """Where the part that begins at `start` ends: at the last good gap in its second half."""
    high = start + longest
    if high >= len(text):
        return len(text)
    for gap in _GAPS:
        ends = [found.end() for found in gap.finditer(text, start + longest // 2, high)]
        for end in reversed(ends):
            if not _is_quoted(end, quotes):
                return end
    space = text.rfind(" ", start + longest // 2, high)
    if space >= 0:
        return space + 1
    following = _SPACE.search(text, high)
    return following.end() if following else len(text)


def _is_quoted(offset: int, quotes: Sequence[Span]) -> bool:
    place = bisect_right(quotes, offset, key=lambda span: span.start) - 1
    return place >= 0 and quotes[place].start < offset < quotes[place].end
