"""How words that are not ours become cells: controls made visible, one style a run, one strip a line."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.strip import Strip

from workbench.model import visible_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rich.style import Style

Look = TypeVar("Look")

ELLIPSIS = "…"


def shown(words: str) -> str:
    """`words` on one line, character for character: tabs are spaces, controls are pictures."""
    return visible_line(words.replace("\t", " ").replace("\n", " "))


def runs(words: str, looks: Sequence[Look], style_of: Callable[[Look], Style]) -> list[Segment]:
    """`words` as segments, a new one wherever `looks`, one a character, change."""
    segments: list[Segment] = []
    start = 0
    for look, run in groupby(looks):
        end = start + sum(1 for _ in run)
        segments.append(Segment(words[start:end], style_of(look)))
        start = end
    return segments


def strip_of(segments: list[Segment], width: int, ground: Style) -> Strip:
    """`segments` on `ground`, cut or filled up to exactly `width` cells."""
    used = sum(cell_len(segment.text) for segment in segments)
    painted = [Segment(text, ground + style if style else ground) for text, style, _ in segments]
    if used > width:
        return Strip(painted, used).crop(0, width)
    if used < width:
        painted.append(Segment(" " * (width - used), ground))
    return Strip(painted, width)


def fitted(words: str, width: int) -> str:
    """`words` in exactly `width` cells, with an ellipsis where they were cut."""
    # no character is narrower than half of its neighbours' share of a long text
    words = words[: 4 * width + 4]
    if cell_len(words) <= width:
        return set_cell_size(words, width)
    return set_cell_size(set_cell_size(words, max(0, width - 1)).rstrip() + ELLIPSIS, width)
