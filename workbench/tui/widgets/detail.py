"""Everything about the current claim, and the passages offered for it, painted line by line."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual import events, on
from textual.message import Message
from textual.strip import Strip

from workbench.tui.looks import looks_of
from workbench.tui.painting import runs, shown, strip_of
from workbench.tui.paragraph import NO_MATCH, Paragraph
from workbench.tui.telling import paragraphs
from workbench.tui.widgets.lineview import LineView
from workbench.tui.wrapping import wrapped

if TYPE_CHECKING:
    from workbench.tui.telling import ClaimDetail

GUTTER = 1
MORE = "▾"
"""Stands in the last cell while there is more below."""


@dataclass(frozen=True, slots=True)
class _Line:
    paragraph: Paragraph
    start: int
    end: int
    is_first: bool


class DetailPane(LineView, can_focus=True):
    """Shows one `ClaimDetail`."""

    DEFAULT_CSS = """
    DetailPane { scrollbar-size-vertical: 0; }
    """

    @dataclass
    class PassagePicked(Message):
        """An offered passage was clicked."""

        number: int

    def __init__(self, *, id: str, classes: str = "") -> None:
        super().__init__(id=id, classes=classes)
        self._detail: ClaimDetail | None = None
        self._paragraphs: list[Paragraph] = []
        self._lines: list[_Line] = []
        self._width = 0

    def show(self, detail: ClaimDetail | None) -> None:
        """Show `detail`; the view stays where it is as long as the claim is the same."""
        before, self._detail = self._detail, detail
        told = paragraphs(detail) if detail else []
        if told != self._paragraphs:
            self._paragraphs = told
            self._lay_out()
        if detail is None or before is None or detail.claim.id != before.claim.id:
            self.scroll_to(y=0, animate=False)
        elif detail.selected != before.selected:
            self._scroll_to_selected()

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        number = y + self.scroll_offset.y
        if number >= len(self._lines):
            return strip_of([], width, self.ground)
        line = self._lines[number]
        paragraph = line.paragraph
        words = shown(paragraph.text[line.start : line.end])
        names = [paragraph.style] * len(words)
        for start, end, name in paragraph.runs:
            first, last = max(start, line.start), min(end, line.end)
            if first < last:
                names[first - line.start : last - line.start] = [name] * (last - first)
        lead = paragraph.lead if line.is_first else paragraph.lead_below
        lead_cells = f"{' ' * GUTTER}{lead:<{paragraph.indent}}"
        names = [paragraph.lead_style] * len(lead_cells) + names
        segments = runs(lead_cells + words, names, looks_of(self).__getitem__)
        strip = strip_of(segments, width, self.ground)
        if self._hides_more and y == self.scrollable_content_region.height - 1:
            # a scrollbar would be painted again with every claim
            more = Segment(MORE, self.ground + looks_of(self)["accent"])
            strip = Strip([*strip.crop(0, width - 1), more], width)
        return strip

    @property
    def _hides_more(self) -> bool:
        bottom = self.scroll_offset.y + self.scrollable_content_region.height
        return bottom < len(self._lines)

    def on_resize(self) -> None:
        if self._width != self.scrollable_content_region.width:
            self._lay_out()
            self.refresh()

    @on(events.Click)
    def _pick(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None:
            return
        number = offset.y + self.scroll_offset.y
        if number < len(self._lines) and self._lines[number].paragraph.match != NO_MATCH:
            self.post_message(self.PassagePicked(self._lines[number].paragraph.match))

    def _lay_out(self) -> None:
        self._width = self.scrollable_content_region.width
        hid_more = self._hides_more
        before, self._lines = self._lines, []
        for paragraph in self._paragraphs:
            room = max(8, self._width - GUTTER - paragraph.indent - 1)
            lines = wrapped(paragraph.text, room)
            for place, (start, end) in enumerate(zip(lines.starts, lines.ends, strict=True)):
                self._lines.append(_Line(paragraph, start, end, is_first=place == 0))
        self.set_line_count(len(self._lines))
        # most lines of two claims are alike, and painting is what takes the time
        for number, (old, new) in enumerate(zip_longest(before, self._lines)):
            if old != new:
                self.refresh_line(number)
        if hid_more != self._hides_more:
            self.refresh_line(self.scroll_offset.y + self.scrollable_content_region.height - 1)

    def _scroll_to_selected(self) -> None:
        detail = self._detail
        numbers = [
            number
            for number, line in enumerate(self._lines)
            if detail and line.paragraph.match == detail.selected
        ]
        if numbers:
            self.show_line(numbers[-1])
            self.show_line(numbers[0])
