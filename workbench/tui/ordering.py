"""In which order claims are gone through: as they stand in the text, or what is worth checking first."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from workbench.tui.sheet import NOWHERE

if TYPE_CHECKING:
    from collections.abc import Callable


class Ranked(Sequence[int]):
    """Places of claims by priority, the highest first; equal ones in text order."""

    def __init__(self, places: Sequence[int], priority_of: Callable[[int], float]) -> None:
        self._places = array("i", sorted(places, key=lambda place: (-priority_of(place), place)))
        self._rows = array("i", [NOWHERE]) * (max(places, default=NOWHERE) + 1)
        for row, place in enumerate(self._places):
            self._rows[place] = row

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, row: int) -> int: ...

    @overload
    def __getitem__(self, row: slice) -> Sequence[int]: ...

    def __getitem__(self, row: int | slice) -> int | Sequence[int]:
        return self._places[row]

    def row_of(self, place: int) -> int:
        return self._rows[place] if 0 <= place < len(self._rows) else NOWHERE


def row_at(rows: Sequence[int], place: int) -> tuple[int, bool]:
    """The row of `place`, and whether it is listed; where it is not, the row it would come before."""
    if isinstance(rows, Ranked):
        row = rows.row_of(place)
        return max(row, 0), row != NOWHERE
    row = bisect_left(rows, place)
    return row, row < len(rows) and rows[row] == place
