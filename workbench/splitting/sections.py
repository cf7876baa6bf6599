"""Which stretches of a text list sources and links instead of saying something."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from workbench.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEADING = re.compile(
    r"^[ \t#=*]*(?:sources?|references|related (?:news|articles|stories|links)|external links?|"
    r"further reading|see also|bibliography|notes and references|footnotes)[ \t:=*]*$",
    re.IGNORECASE | re.MULTILINE,
)
_BLOCK = re.compile(r"\S[^\n]*(?:\n[ \t]*\S[^\n]*)*")
_ENTRY_WORDS = 45


def listed_sources(text: str) -> list[Span]:
    """The source lists of `text`, headings included: each runs to the next block that is prose."""
    sections: list[Span] = []
    for heading in _HEADING.finditer(text):
        if sections and heading.start() < sections[-1].end:
            continue
        end = heading.end()
        for block in _BLOCK.finditer(text, heading.end()):
            if not _is_list(block.group()):
                break
            end = block.end()
        if end > heading.end():
            sections.append(Span(heading.start(), end))
    return sections


def lies_in(span: Span, sections: Sequence[Span]) -> bool:
    """Whether one of the sections, in order and apart, holds `span`."""
    place = bisect_right(sections, span.start, key=lambda section: section.start) - 1
    return place >= 0 and span in sections[place]


def _is_list(block: str) -> bool:
    """Whether every line of a block is short, or has the dash, bullet or address of an entry."""
    return all(
        len(line.split()) <= _ENTRY_WORDS
        and (
            re.search(r"^\s*(?:[-*•–]|\[?\d+[.\])])\s|[—–]\s|\bhttps?://|\bwww\.|\d{4}\W*$", line)
            is not None
        )
        for line in block.splitlines()
    )
