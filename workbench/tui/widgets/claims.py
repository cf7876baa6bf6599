"""The list of claims, nested, one row painted when it is seen."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual import events, on
from textual.message import Message

from workbench.model import KINDS
from workbench.tui.grounds import STALE_SIGN
from workbench.tui.looks import looks_of, symbol_of
from workbench.tui.ordering import row_at
from workbench.tui.painting import fitted, shown, strip_of
from workbench.tui.sheet import NOWHERE, OPEN
from workbench.tui.widgets.lineview import LineView

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from rich.style import Style
    from textual.strip import Strip

    from workbench.tui.sheet import Sheet

KIND_CELLS = 12
NOTHING_FITS = " No claim fits; Esc shows all."
WIDTH_FOR_KINDS = 46
"""Narrower lists leave the kinds out."""


class ClaimList(LineView, can_focus=True):
    """Shows the places a selection left, in their order."""

    @dataclass
    class Picked(Message):
        """A row was clicked."""

        place: int

    def __init__(self, *, id: str, classes: str = "") -> None:
        super().__init__(id=id, classes=classes)
        self._sheet: Sheet | None = None
        self._rows: Sequence[int] = array("i")
        self._current = NOWHERE
        self._labels: Mapping[int, str] = {}

    def show_labels(self, labels: Mapping[int, str]) -> None:
        """Show labels in place of the numbers of these claims."""
        self._labels = labels
        self.refresh()

    def places_in_view(self) -> list[int]:
        top = self.scroll_offset.y
        return list(self._rows[top : top + self.scrollable_content_region.height])

    def show_sheet(self, sheet: Sheet, rows: Sequence[int]) -> None:
        """List the claims of `sheet` at `rows`, in their order."""
        self._sheet = sheet
        self._rows = rows
        self.set_line_count(len(rows))
        self.refresh()
        self._scroll_to_current()

    def go_to(self, place: int) -> None:
        """Make the claim at `place` the current one, and bring its row into view."""
        before, self._current = self._current, place
        self.repaint([before, place])
        self._scroll_to_current()

    def repaint(self, places: Iterable[int]) -> None:
        """Paint the rows of these claims again, and no others."""
        for place in places:
            row = self._row_of(place)
            if row != NOWHERE:
                self.refresh_line(row)

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        row = y + self.scroll_offset.y
        if self._sheet is not None and not self._rows and not row:
            words = Segment(NOTHING_FITS, looks_of(self)["quiet"])
            return strip_of([words], width, self.ground)
        if self._sheet is None or row >= len(self._rows):
            return strip_of([], width, self.ground)
        return self._painted(self._sheet, self._rows[row], width)

    def on_resize(self) -> None:
        self._scroll_to_current()

    @on(events.Click)
    def _pick(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is not None:
            row = offset.y + self.scroll_offset.y
            if row < len(self._rows):
                self.post_message(self.Picked(self._rows[row]))

    def _row_of(self, place: int) -> int:
        row, is_listed = row_at(self._rows, place)
        return row if is_listed else NOWHERE

    def _scroll_to_current(self) -> None:
        row = self._row_of(self._current)
        if row != NOWHERE:
            self.show_line(row, context=1)

    def _number(
        self, place: int, number: int, width: int, quiet: Style, amber: Style
    ) -> Iterator[Segment]:
        label = self._labels.get(place)
        if label is not None:
            yield Segment(f"{label:>{width}} ", looks_of(self)["label"])
        elif self._sheet is not None and self._sheet.is_stale(place):
            yield Segment(f"{number:>{width}}{STALE_SIGN}", amber)
        else:
            yield Segment(f"{number:>{width}} ", quiet)

    def _painted(self, sheet: Sheet, place: int, width: int) -> Strip:
        claim = sheet.claims[place]
        mark = sheet.marks[place]
        is_current = place == self._current
        looks = looks_of(self)
        ground = looks["current" if self.has_focus else "row"] if is_current else None

        def styled(style: Style) -> Style:
            if ground is None:
                return style
            # reversed words of several colours would be a row of patches
            return ground if ground.reverse else style + ground

        quiet = styled(looks["quiet"])
        number_width = len(str(sheet.claims.highest_number))
        indent = 2 * min(sheet.depths[place], 4)
        kind = KIND_CELLS if width >= WIDTH_FOR_KINDS else 0
        room = max(4, width - number_width - 5 - indent - kind)
        words = looks["strong" if sheet.is_assertion(place) else "plain"]
        if mark != OPEN:
            words = looks.verdict(mark)
        segments = [
            Segment("▎" if is_current else " ", styled(looks["accent"])),
            *self._number(place, claim.number, number_width, quiet, styled(looks["accent"])),
            Segment(f"{' ' * indent}{symbol_of(mark, sheet.scale)} ", styled(looks.verdict(mark))),
            Segment(fitted(shown(claim.text[: 4 * room]), room), styled(words)),
        ]
        if kind:
            segments.append(Segment(f" {KINDS[claim.kind].label:<{kind - 1}}", quiet))
        return strip_of(segments, width, styled(self.ground))
