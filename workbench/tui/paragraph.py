"""What the detail pane is made of: paragraphs with marked runs, no cells and no colours."""

from __future__ import annotations

from dataclasses import dataclass

NO_MATCH = -1
LABEL_CELLS = 11
"""Left of what is labelled."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that are wrapped together, with a lead left of their first line."""

    text: str
    style: str = "plain"
    runs: tuple[tuple[int, int, str], ...] = ()
    """Start, end and style of marked characters of `text`."""

    lead: str = ""
    lead_below: str = ""
    lead_style: str = "quiet"
    indent: int = 0
    match: int = NO_MATCH
    """The place of the match these words belong to."""
