"""The article with every claim highlighted in place, painted line by line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from textual import events, on, work
from textual.message import Message

from workbench.tui.looks import looks_of, symbol_of
from workbench.tui.painting import runs, shown, strip_of
from workbench.tui.sheet import NOWHERE, OPEN
from workbench.tui.widgets.lineview import LineView
from workbench.tui.wrapping import Lines, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.style import Style
    from textual.strip import Strip

    from workbench.tui.sheet import Sheet

MARGIN = 4
"""Cells left of the words: a bar for the current claim, two symbols, and one for a claim that begins the line."""

MAX_MEASURE = 96
"""Cells of the longest line: longer ones are hard to read."""

AT_ONCE = 200_000
"""Characters wrapped before the next paint; the rest of a longer article is wrapped in a thread."""

CACHED_LINES = 2_000
CONTEXT_LINES = 3
"""Lines kept in view above and below the current claim."""

_CURRENT = 64
_PLAIN = 255


class ArticlePane(LineView, can_focus=True):
    """Shows `text` and the marks of a sheet; never holds a second copy of either."""

    @dataclass
    class Picked(Message):
        """A claim was clicked."""

        place: int

    @dataclass
    class Wrapped(Message, bubble=False):
        """All lines of the article are known."""

        lines: Lines
        width: int

    def __init__(self, *, id: str, classes: str = "") -> None:
        super().__init__(id=id, classes=classes)
        self._text = ""
        self._sheet: Sheet | None = None
        self._lines = Lines()
        self._wrapped_width = 0
        self._is_whole = False
        self._current = NOWHERE
        self._cache: dict[int, Strip] = {}
        self._styles_by_code: dict[int, Style] = {}

    def show_text(self, text: str) -> None:
        """Show `text` without claims; they may follow."""
        self._text = text
        self._sheet = None
        self._current = NOWHERE
        self._wrapped_width = 0
        self._wrap()

    def show_sheet(self, sheet: Sheet, text: str) -> None:
        """Highlight the claims of `sheet` in the text shown, which `text` is equal to."""
        self._text = text
        self._sheet = sheet
        self._cache.clear()
        self.refresh()

    def go_to(self, place: int) -> None:
        """Make the claim at `place` the current one, and bring it into view."""
        before, self._current = self._current, place
        self.repaint([before, place])
        self._scroll_to_current()

    def repaint(self, places: Iterable[int]) -> None:
        """Paint the lines of these claims again, and no others."""
        if self._sheet is None:
            return
        for place in places:
            if not 0 <= place < len(self._sheet):
                continue
            first = self._lines.at(self._sheet.starts[place])
            last = self._lines.at(max(self._sheet.starts[place], self._sheet.ends[place] - 1))
            for line in range(first, last + 1):
                self._cache.pop(line, None)
            self.refresh_lines(first, last - first + 1)

    @property
    def offset_in_view(self) -> int:
        """The first character shown."""
        line = min(self.scroll_offset.y, len(self._lines) - 1)
        return self._lines.starts[line] if line >= 0 else 0

    def render_line(self, y: int) -> Strip:
        if self._text and self._wrapped_width != self._measure:
            # the first paint comes before the news of the size
            self._wrap()
        line = y + self.scroll_offset.y
        strip = self._cache.get(line)
        if strip is None:
            if len(self._cache) > CACHED_LINES:
                self._cache.clear()
            strip = self._cache[line] = self._painted(line)
        return strip

    def notify_style_update(self) -> None:
        self._cache.clear()
        self._styles_by_code.clear()
        super().notify_style_update()

    def on_resize(self) -> None:
        if self._text and self._wrapped_width != self._measure:
            self._wrap()
        elif self._current != NOWHERE:
            self._cache.clear()
            self._scroll_to_current()

    @on(events.Click)
    def _pick(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None or self._sheet is None:
            return
        character = self._character_at(offset.x - MARGIN, offset.y + self.scroll_offset.y)
        place = self._sheet.innermost(character) if character >= 0 else NOWHERE
        if place != NOWHERE:
            self.post_message(self.Picked(place))

    @on(Wrapped)
    def _take_lines(self, message: Wrapped) -> None:
        if message.width == self._measure:
            self._show_lines(message.lines, is_whole=True)

    @property
    def _measure(self) -> int:
        return min(MAX_MEASURE, self.scrollable_content_region.width - MARGIN)

    def _wrap(self) -> None:
        width = self._measure
        if width <= 0:
            return
        top = self.offset_in_view if self._wrapped_width else 0
        self._wrapped_width = width
        if len(self._text) <= AT_ONCE:
            self._show_lines(wrapped(self._text, width), is_whole=True)
        else:
            head = self._text.find("\n", AT_ONCE)
            end = AT_ONCE if head < 0 else head
            if not top:
                self._show_lines(wrapped(self._text, width, end=end), is_whole=False)
            self.call_after_refresh(self._wrap_whole, self._text, width)
        if self._current == NOWHERE and top:
            self.scroll_to(y=self._lines.at(top), animate=False)

    @work(thread=True, exclusive=True, group="wrapping")
    def _wrap_whole(self, text: str, width: int) -> None:
        self.post_message(self.Wrapped(wrapped(text, width), width))

    def _show_lines(self, lines: Lines, *, is_whole: bool) -> None:
        self._lines = lines
        self._is_whole = is_whole
        self._cache.clear()
        self.set_line_count(len(lines))
        self.refresh()
        self._scroll_to_current()

    def _scroll_to_current(self) -> None:
        if self._sheet is None or not 0 <= self._current < len(self._sheet) or not len(self._lines):
            return
        first = self._lines.at(self._sheet.starts[self._current])
        last = self._lines.at(self._sheet.ends[self._current] - 1)
        # reading goes on below, so the claim comes to rest in the upper third
        self.show_line(last, context=CONTEXT_LINES)
        self.show_line(first, context=CONTEXT_LINES)

    def _character_at(self, column: int, line: int) -> int:
        """The offset of the character in that cell, or -1 beside the words."""
        if column < 0 or not 0 <= line < len(self._lines):
            return -1
        start, end = self._lines.starts[line], self._lines.ends[line]
        cells = 0
        for offset in range(start, end):
            cells += cell_len(shown(self._text[offset]))
            if column < cells:
                return offset
        return -1

    def _painted(self, line: int) -> Strip:
        width = self.scrollable_content_region.width
        looks = looks_of(self)
        plain = self._style(_PLAIN)
        if line >= len(self._lines):
            return strip_of([], width, self.ground)
        start, end = self._lines.starts[line], self._lines.ends[line]
        words = shown(self._text[start:end])
        if self._sheet is None:
            return strip_of([Segment(" " * MARGIN), Segment(words, plain)], width, self.ground)
        codes = [_PLAIN] * len(words)
        lead, margin = " ", []
        lead_code = _PLAIN
        is_current = False
        for place in self._sheet.touching(start, max(end, start + 1)):
            mark = self._sheet.marks[place]
            code = mark * 2 + (not self._sheet.is_assertion(place))
            here = self._sheet.starts[place] - start
            first, last = max(here, 0), min(self._sheet.ends[place] - start, len(words))
            codes[first:last] = [code] * (last - first)
            is_current |= place == self._current
            if here < 0:
                continue
            symbol = symbol_of(mark, self._sheet.scale)
            is_assertion = self._sheet.is_assertion(place)
            if is_assertion:
                margin.append((symbol, mark))
            if mark != OPEN:
                if here == 0:
                    # an assertion that begins the line has its symbol in the margin already
                    if not is_assertion:
                        lead, lead_code = symbol, code
                elif words[here - 1] == " ":
                    words = f"{words[: here - 1]}{symbol}{words[here:]}"
                    codes[here - 1] = code
        if is_current:
            first = max(0, self._sheet.starts[self._current] - start)
            last = min(self._sheet.ends[self._current] - start, len(words))
            codes[first:last] = [code + _CURRENT for code in codes[first:last]]
        bar = "▎" if is_current else " "
        segments = [Segment(bar, looks["accent"])]
        for place in range(2):
            symbol, mark = margin[place] if place < len(margin) else (" ", OPEN)
            segments.append(Segment(symbol, looks.verdict(mark)))
        segments.append(Segment(lead, self._style(lead_code)))
        segments += runs(words, codes, self._style)
        return strip_of(segments, width, self.ground)

    def _style(self, code: int) -> Style:
        style = self._styles_by_code.get(code)
        if style is None:
            style = self._styles_by_code[code] = self._made_style(code)
        return style

    def _made_style(self, code: int) -> Style:
        looks = looks_of(self)
        if code == _PLAIN:
            return looks["quiet"]
        mark, is_detail = divmod(code % _CURRENT, 2)
        if mark == OPEN and not is_detail:
            style = looks["plain"]
        else:
            style = looks.verdict(mark, fill=bool(is_detail))
        return style + looks["current"] if code >= _CURRENT else style
