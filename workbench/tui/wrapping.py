"""Where the lines of a text break at a given width: offsets only, no copy of the words."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate

from rich.cells import get_character_cell_size

_NOT_NARROW = re.compile(
    "[^\x09\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0377\u0400-\u0482\u1e00-\u1eff"
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u2199\u2500-\u25fc]"
)
"""Anything that may not be exactly one cell wide; the rest needs no measuring."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a text, each a half-open range of its characters."""

    starts: array[int] = field(default_factory=lambda: array("i"))
    ends: array[int] = field(default_factory=lambda: array("i"))
    """Without the white space a line was broken at."""

    def __len__(self) -> int:
        return len(self.starts)

    def at(self, offset: int) -> int:
        """The number of the line that holds character `offset`."""
        return max(0, bisect_right(self.starts, offset) - 1)


def wrapped(text: str, width: int, *, start: int = 0, end: int | None = None) -> Lines:
    """The lines of `text[start:end]` that fit into `width` cells, broken at spaces where there are any."""
    lines = Lines()
    stop = len(text) if end is None else end
    width = max(width, 2)
    while start <= stop:
        line_end = text.find("\n", start, stop)
        line_end = stop if line_end < 0 else line_end
        if line_end - start <= width and text.isascii():
            lines.starts.append(start)
            lines.ends.append(line_end)
        elif _NOT_NARROW.search(text, start, line_end):
            _break_measured(text, start, line_end, width, lines)
        else:
            _break_narrow(text, start, line_end, width, lines)
        start = line_end + 1
    return lines


def cell_width(character: str) -> int:
    """The most cells `character` can take as the screens show it."""
    # a control is shown as a picture of it, and U+FE0F makes the sign before it wide
    is_shown = character < "\xa0" or character == "\ufe0f"
    return 1 if is_shown else get_character_cell_size(character)


def _break_narrow(text: str, start: int, end: int, width: int, lines: Lines) -> None:
    add_start, add_end, last_space = lines.starts.append, lines.ends.append, text.rfind
    while end - start > width:
        space = last_space(" ", start, start + width + 1)
        add_start(start)
        if space <= start:
            start += width
            add_end(start)
        else:
            add_end(space)
            start = space + 1
    add_start(start)
    add_end(end)


def _break_measured(text: str, start: int, end: int, width: int, lines: Lines) -> None:
    """Like `_break_narrow`, for text with wide, combining or unknown characters."""
    cells = list(accumulate(map(cell_width, text[start:end]), initial=0))
    first = 0
    length = end - start
    while cells[length] - cells[first] > width:
        fitting = bisect_right(cells, cells[first] + width) - 1
        space = text.rfind(" ", start + first, start + fitting + 1) - start
        lines.starts.append(start + first)
        if space <= first:
            first = max(fitting, first + 1)
            lines.ends.append(start + first)
        else:
            lines.ends.append(start + space)
            first = space + 1
    lines.starts.append(start + first)
    lines.ends.append(end)
