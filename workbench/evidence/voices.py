"""Decides whose words a passage of a transcript is, and whether they are the ones a quotation names."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.evidence.words import words_of
from workbench.model import Agreement, Finding

if TYPE_CHECKING:
    from workbench.model import Match

_LABEL = re.compile(
    r"^(?:[-–—>]\s*)?(?P<name>[A-Z][^\n:,(\[]{0,40})(?:[,(\[][^\n:]{0,60})?:(?=\s)", re.MULTILINE
)
"""`MINATO:`, `HARUKA MINATO, spokeswoman:` or `Question:` at the start of a line."""

LONGEST_LABEL = 5
"""Words of a label; more is a sentence that ends with a colon."""

FEWEST_LABELS = 3
"""A text with fewer labels is no transcript."""


def voice_at(text: str, offset: int) -> str:
    """The label of the turn that holds character `offset`; empty where `text` is no transcript."""
    labels = [
        match for match in _LABEL.finditer(text) if len(match["name"].split()) <= LONGEST_LABEL
    ]
    names = [match["name"].strip() for match in labels]
    # in a conversation somebody speaks again
    if len(labels) < FEWEST_LABELS or len({name.casefold() for name in names}) == len(names):
        return ""
    place = bisect_right([match.start() for match in labels], offset)
    return names[place - 1] if place else ""


def with_voice(match: Match, speaker: str, source_text: str) -> Match:
    """`match` of a quotation with a finding that tells whether `speaker` says it in the source.

    A speaker without a name, such as `she` or `the ministry`, is not judged.
    """
    named = {word.stem for word in words_of(speaker) if word.is_name}
    voice = voice_at(source_text, match.passage.span.start) if named and match.changes else ""
    if not voice:
        return match
    same = named & {word.stem for word in words_of(voice.title())}
    finding = Finding(f"said by {speaker}", Agreement.EXACT if same else Agreement.MISMATCH, voice)
    return replace(match, findings=(*match.findings, finding))
