"""Everything about the current claim, and the passages offered for it, painted line by line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.message import Message

from workbench.tui.looks import VERDICT_CLASSES, verdict_css
from workbench.tui.painting import runs, shown, strip_of
from workbench.tui.telling import NO_MATCH, Paragraph, paragraphs
from workbench.tui.widgets.lineview import LineView
from workbench.tui.wrapping import wrapped

if TYPE_CHECKING:
    from rich.style import Style
    from textual.strip import Strip

    from workbench.tui.telling import ClaimDetail

GUTTER = 1


@dataclass(frozen=True, slots=True)
class _Line:
    paragraph: Paragraph
    start: int
    end: int
    is_first: bool


class DetailPane(LineView, can_focus=True):
    """Shows one `ClaimDetail`."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "detail--plain",
        "detail--label",
        "detail--heading",
        "detail--strong",
        "detail--quiet",
        "detail--match",
        "detail--agrees",
        "detail--clash",
        "detail--selected",
        *VERDICT_CLASSES,
    }
    DEFAULT_CSS = (
        verdict_css("DetailPane")
        + """
    DetailPane {
        .detail--plain { color: $foreground; }
        .detail--label { color: $quiet; }
        .detail--heading { color: $primary; text-style: bold; }
        .detail--strong { color: $foreground; text-style: bold; }
        .detail--quiet { color: $quiet; }
        .detail--match { color: $foreground; text-style: bold underline; }
        .detail--agrees { color: $verdict-1; text-style: bold; }
        .detail--clash { color: $verdict-3; text-style: bold reverse; }
        .detail--selected { color: $accent; text-style: bold; }
    }
    """
    )

    @dataclass
    class PassagePicked(Message):
        """An offered passage was clicked."""

        number: int

    def __init__(self, *, id: str, classes: str = "") -> None:
        super().__init__(id=id, classes=classes)
        self._detail: ClaimDetail | None = None
        self._lines: list[_Line] = []
        self._width = 0

    def show(self, detail: ClaimDetail | None) -> None:
        """Show `detail`; the view stays where it is as long as the claim is the same."""
        is_same = bool(detail and self._detail and detail.claim.id == self._detail.claim.id)
        moved = bool(
            is_same and detail and self._detail and detail.selected != self._detail.selected
        )
        self._detail = detail
        self._lay_out()
        if not is_same:
            self.scroll_to(y=0, animate=False)
        elif moved:
            self._scroll_to_selected()

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        number = y + self.scroll_offset.y
        if number >= len(self._lines):
            return strip_of([], width, self.rich_style)
        line = self._lines[number]
        paragraph = line.paragraph
        words = shown(paragraph.text[line.start : line.end])
        names = [paragraph.style] * len(words)
        for start, end, name in paragraph.runs:
            first, last = max(start, line.start), min(end, line.end)
            if first < last:
                names[first - line.start : last - line.start] = [name] * (last - first)
        codes = [self._codes.setdefault(name, len(self._codes)) for name in names]
        by_code = {code: name for name, code in self._codes.items()}
        lead = paragraph.lead if line.is_first else paragraph.lead_below
        lead_cells = f"{' ' * GUTTER}{lead:<{paragraph.indent}}"
        lead_code = self._codes.setdefault(paragraph.lead_style, len(self._codes))
        by_code[lead_code] = paragraph.lead_style
        segments = runs(
            lead_cells + words,
            [lead_code] * len(lead_cells) + codes,
            lambda code: self._style(by_code[code]),
        )
        return strip_of(segments, width, self.rich_style)

    def on_resize(self) -> None:
        if self._width != self.scrollable_content_region.width:
            self._lay_out()

    @on(events.Click)
    def _pick(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None:
            return
        number = offset.y + self.scroll_offset.y
        if number < len(self._lines) and self._lines[number].paragraph.match != NO_MATCH:
            self.post_message(self.PassagePicked(self._lines[number].paragraph.match))

    _codes: ClassVar[dict[str, int]] = {}

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(name)

    def _lay_out(self) -> None:
        self._width = self.scrollable_content_region.width
        self._lines = []
        for paragraph in paragraphs(self._detail) if self._detail else ():
            room = max(8, self._width - GUTTER - paragraph.indent - 1)
            lines = wrapped(paragraph.text, room)
            for place, (start, end) in enumerate(zip(lines.starts, lines.ends, strict=True)):
                self._lines.append(_Line(paragraph, start, end, is_first=place == 0))
        self.set_line_count(len(self._lines))

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
