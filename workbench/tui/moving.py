"""Where a key takes the editor: from a claim to the next one, the next assertion or the next open one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from workbench.tui.sheet import NOWHERE, OPEN

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from workbench.tui.sheet import Sheet


def stepped(rows: Sequence[int], place: int, by: int) -> int:
    """`by` rows from `place`, as far as there are any; `place` itself need not be among them."""
    if not rows:
        return NOWHERE
    row = bisect_left(rows, place)
    is_listed = row < len(rows) and rows[row] == place
    target = row + by - (0 if is_listed or by <= 0 else 1)
    return rows[min(max(target, 0), len(rows) - 1)]


def next_open(sheet: Sheet, rows: Sequence[int], place: int, by: int) -> int:
    """The open claim next to `place` in that direction, going round at the end; `NOWHERE` without one."""
    marks = sheet.marks
    if by > 0:
        start = bisect_right(rows, place)
        order = [range(start, len(rows)), range(start)]
    else:
        start = bisect_left(rows, place)
        order = [range(start - 1, -1, -1), range(len(rows) - 1, start - 1, -1)]
    for part in order:
        for row in part:
            if marks[rows[row]] == OPEN:
                return rows[row]
    return NOWHERE


def next_that(is_meant: Callable[[int], bool], rows: Sequence[int], place: int, by: int) -> int:
    """The meant one next to `place` in that direction, going round at the end; `NOWHERE` without one."""
    if by > 0:
        start = bisect_right(rows, place)
        order = [*range(start, len(rows)), *range(start)]
    else:
        start = bisect_left(rows, place)
        order = [*range(start - 1, -1, -1), *range(len(rows) - 1, start - 1, -1)]
    return next((rows[row] for row in order if rows[row] != place and is_meant(rows[row])), NOWHERE)


def next_assertion(sheet: Sheet, rows: Sequence[int], place: int, by: int) -> int:
    """The assertion next to `place` in that direction; `place` without one."""
    row = bisect_right(rows, place) if by > 0 else bisect_left(rows, place) - 1
    while 0 <= row < len(rows):
        if sheet.is_assertion(rows[row]):
            return rows[row]
        row += by
    return place
