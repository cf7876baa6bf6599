"""Where a key takes the editor: from a claim to the next one, the next assertion or the next open one."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from workbench.tui.ordering import row_at
from workbench.tui.sheet import NOWHERE, OPEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from workbench.tui.sheet import Sheet


def stepped(rows: Sequence[int], place: int, by: int) -> int:
    """`by` rows from `place`, as far as there are any; `place` itself need not be among them."""
    if not rows:
        return NOWHERE
    row, is_listed = row_at(rows, place)
    target = row + by - (0 if is_listed or by <= 0 else 1)
    return rows[min(max(target, 0), len(rows) - 1)]


def next_open(sheet: Sheet, rows: Sequence[int], place: int, by: int) -> int:
    """The open claim next to `place` in that direction, going round at the end; `NOWHERE` without one."""
    marks = sheet.marks
    for row in _round(rows, place, by):
        if marks[rows[row]] == OPEN:
            return rows[row]
    return NOWHERE


def next_that(is_meant: Callable[[int], bool], rows: Sequence[int], place: int, by: int) -> int:
    """The meant one next to `place` in that direction, going round at the end; `NOWHERE` without one."""
    order = (rows[row] for row in _round(rows, place, by))
    return next((other for other in order if other != place and is_meant(other)), NOWHERE)


def next_assertion(sheet: Sheet, rows: Sequence[int], place: int, by: int) -> int:
    """The assertion next to `place` in that direction; `place` without one."""
    at, is_listed = row_at(rows, place)
    row = at + is_listed if by > 0 else at - 1
    while 0 <= row < len(rows):
        if sheet.is_assertion(rows[row]):
            return rows[row]
        row += by
    return place


def _round(rows: Sequence[int], place: int, by: int) -> Iterator[int]:
    """All rows from the one next to `place` in that direction on, going round at the end."""
    at, is_listed = row_at(rows, place)
    if by > 0:
        start = at + is_listed
        return chain(range(start, len(rows)), range(start))
    return chain(range(at - 1, -1, -1), range(len(rows) - 1, at - 1, -1))
