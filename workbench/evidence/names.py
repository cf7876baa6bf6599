"""Decides whether a passage names who and what a claim names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from workbench.evidence.words import words_of
from workbench.model import Agreement, Finding, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

MISSPELT = 84
"""Names at least so alike, in per cent, and not the same, are one name misspelt."""

_NAME = re.compile(r"[A-Z][\w’'.-]*\w(?:\s+(?:(?:of|de|van|von|al|bin|the)\s+)?[A-Z][\w’'-]*\w)*")


def names_in(text: str, numbers: Sequence[Span]) -> list[str]:
    """The names in `text`, each once; `numbers` are the dates and amounts in it."""
    names: list[str] = []
    for match in _NAME.finditer(text):
        span = Span(match.start(), match.end())
        words = words_of(match.group())
        starts_sentence = not span.start or text[: span.start].rstrip()[-1:] in ".?!“\"'‘"
        if (
            any(span.overlaps(number) for number in numbers)
            or not any(word.counts for word in words)
            # the first word of a sentence has its capital from there
            or (starts_sentence and len(words) == 1)
        ):
            continue
        names.append(match.group())
    return list(dict.fromkeys(names))


def name_finding(name: str, passage: str) -> Finding:
    """How `name` stands in `passage`: there, misspelt, or not there."""
    stems = [word.stem for word in words_of(name) if word.counts]
    words = words_of(passage)
    there = [word for word in words if word.stem in stems]
    held = {word.stem for word in there}
    # titles may be missing, the last part of a name may not
    if stems[-1] in held and 2 * len(held) >= len(set(stems)):
        span = Span(there[0].start, there[-1].end)
        if len(span) > 2 * len(name):
            span = next(word.span for word in there if word.stem == stems[-1])
        return Finding(name, Agreement.EXACT, span.of(passage), span)
    last = name.rsplit(maxsplit=1)[-1]
    for word in words:
        seen = word.span.of(passage)
        if (
            word.is_name
            and word.stem != stems[-1]
            and min(len(seen), len(last)) > 4
            and fuzz.ratio(last, seen) >= MISSPELT
        ):
            return Finding(name, Agreement.MISMATCH, seen, word.span)
    return Finding(name, Agreement.NOT_FOUND)
