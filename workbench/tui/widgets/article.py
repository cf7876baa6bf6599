"""The article with every claim highlighted in place, painted line by line."""

from __future__ import annotations

from bisect import bisect_left
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
    from collections.abc import Iterable, Mapping, Sequence

    from rich.style import Style
    from textual.strip import Strip

    from workbench.model import Span
    from workbench.tui.sheet import Sheet

MARGIN = 4
"""Cells left of the words: a bar for the current claim, two symbols, and one for a claim that begins the line."""

MAX_MEASURE = 96
"""Cells of the longest line: longer ones are hard to read."""

AT_ONCE = 200_000
"""Characters wrapped before the next paint; the rest of a longer article is wrapped in a thread."""

CACHED_LINES = 150
CONTEXT_LINES = 3
"""Lines kept in view above and below the current claim."""

NOTHING_SYMBOL = "⊘"
"""In the margin of a sentence with nothing to check."""

_CURRENT = 64
_PLAIN = 255
_CHOSEN = 256
_LABEL = 1024


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

    @dataclass
    class Dragged(Message):
        """The mouse went from one character to another with its button down."""

        one: int
        other: int

    WITHOUT_CLAIMS = _PLAIN
    """How words look while there are no claims among them."""

    # words are chosen by characters, which Textual's own selection does not know
    ALLOW_SELECT = False

    def __init__(self, *, id: str, classes: str = "") -> None:
        super().__init__(id=id, classes=classes)
        self._text = ""
        self._chosen: Span | None = None
        self._nothing: list[int] = []
        """Where the sentences begin that were found to claim nothing."""

        self._labels: Mapping[int, str] = {}
        self._drag_from = -1
        self._was_dragged = False
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

    def show_sheet(self, sheet: Sheet) -> None:
        """Highlight the claims of `sheet` in the text shown."""
        self._sheet = sheet
        self._cache.clear()
        self.refresh()

    def go_to(self, place: int) -> None:
        """Make the claim at `place` the current one, and bring it into view."""
        before, self._current = self._current, place
        self.repaint([before, place])
        self._scroll_to_current()

    @property
    def text(self) -> str:
        return self._text

    def choose(self, chosen: Span | None) -> None:
        """Show which words are chosen, and bring them into view."""
        before, self._chosen = self._chosen, chosen
        for span in (before, chosen):
            if span is not None:
                self._repaint_lines(span.start, span.end)
        if chosen is not None:
            self.show_line(self._lines.at(chosen.start), context=1)
            self.show_line(self._lines.at(chosen.end - 1), context=1)

    def show_nothing(self, sentences: Sequence[Span]) -> None:
        """Mark the sentences that were found to claim nothing."""
        starts = [span.start for span in sentences]
        if starts != self._nothing:
            self._nothing = starts
            self._cache.clear()
            self.refresh()

    def show_labels(self, labels: Mapping[int, str]) -> None:
        """Show a label at the first letters of each of these claims."""
        self._labels = labels
        self._cache.clear()
        self.refresh()

    def places_in_view(self) -> list[int]:
        """The claims that begin in what is shown."""
        if self._sheet is None or not len(self._lines):
            return []
        top = min(self.scroll_offset.y, len(self._lines) - 1)
        bottom = min(top + self.scrollable_content_region.height, len(self._lines)) - 1
        start, end = self._lines.starts[top], self._lines.ends[max(top, bottom)]
        return [
            place
            for place in self._sheet.touching(start, max(end, start + 1))
            if start <= self._sheet.starts[place] < end
        ]

    def repaint(self, places: Iterable[int]) -> None:
        """Paint the lines of these claims again, and no others."""
        if self._sheet is None:
            return
        for place in places:
            if not 0 <= place < len(self._sheet):
                continue
            self._repaint_lines(self._sheet.starts[place], self._sheet.ends[place])

    def _repaint_lines(self, start: int, end: int) -> None:
        first = self._lines.at(start)
        last = self._lines.at(max(start, end - 1))
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
        was_dragged, self._was_dragged = self._was_dragged, False
        if self._sheet is None or was_dragged:
            return
        character = self._character_under(event)
        place = self._sheet.innermost(character) if character >= 0 else NOWHERE
        if place != NOWHERE:
            self.post_message(self.Picked(place))

    @on(events.MouseDown)
    def _begin_drag(self, event: events.MouseDown) -> None:
        self._drag_from = self._character_under(event)
        self._was_dragged = False

    @on(events.MouseMove)
    def _drag(self, event: events.MouseMove) -> None:
        character = self._character_under(event)
        if not event.button:
            self._drag_from = -1
        elif min(character, self._drag_from) >= 0 and character != self._drag_from:
            self._was_dragged = True
            self.post_message(self.Dragged(self._drag_from, character))

    @on(events.MouseUp)
    def _end_drag(self) -> None:
        self._drag_from = -1

    def _character_under(self, event: events.MouseEvent) -> int:
        offset = event.get_content_offset(self)
        if offset is None:
            return -1
        return self._character_at(offset.x - MARGIN, offset.y + self.scroll_offset.y)

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
        codes = [_PLAIN if self._sheet else self.WITHOUT_CLAIMS] * len(words)
        if self._sheet is None:
            self._show_chosen(codes, start, end)
            segments = [Segment(" " * MARGIN, plain), *runs(words, codes, self._style)]
            return strip_of(segments, width, self.ground)
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
        if bisect_left(self._nothing, start) < bisect_left(self._nothing, end):
            margin.insert(0, (NOTHING_SYMBOL, OPEN))
        self._show_chosen(codes, start, end)
        if self._labels:
            words = self._labelled(words, codes, start, end)
        bar = "▎" if is_current else " "
        segments = [Segment(bar, looks["accent"])]
        for place in range(2):
            symbol, mark = margin[place] if place < len(margin) else (" ", OPEN)
            segments.append(Segment(symbol, looks.verdict(mark)))
        segments.append(Segment(lead, self._style(lead_code)))
        segments += runs(words, codes, self._style)
        return strip_of(segments, width, self.ground)

    def _show_chosen(self, codes: list[int], start: int, end: int) -> None:
        """Mark the chosen words among the characters `start..end`."""
        if self._chosen is not None and self._chosen.start < end and start < self._chosen.end:
            first, last = max(0, self._chosen.start - start), self._chosen.end - start
            codes[first:last] = [code | _CHOSEN for code in codes[first:last]]

    def _labelled(self, words: str, codes: list[int], start: int, end: int) -> str:
        """`words` with the labels of the claims that begin in them over their first letters."""
        free = 0
        for place in self._sheet.touching(start, max(end, start + 1)) if self._sheet else ():
            label = self._labels.get(place)
            here = max(self._sheet.starts[place] - start, free) if self._sheet else 0
            if label is None or self._sheet is None or self._sheet.starts[place] < start:
                continue
            if here + len(label) > len(words):
                continue
            free = here + len(label)
            words = f"{words[:here]}{label}{words[free:]}"
            codes[here:free] = [_LABEL] * len(label)
        return words

    def _style(self, code: int) -> Style:
        style = self._styles_by_code.get(code)
        if style is None:
            style = self._styles_by_code[code] = self._made_style(code)
        return style

    def _made_style(self, code: int) -> Style:
        looks = looks_of(self)
        if code == _LABEL:
            return looks["label"]
        if code & _CHOSEN:
            return self._made_style(code ^ _CHOSEN) + looks["chosen"]
        if code == _PLAIN:
            return looks["quiet"]
        mark, is_detail = divmod(code % _CURRENT, 2)
        if mark == OPEN and not is_detail:
            style = looks["plain"]
        else:
            style = looks.verdict(mark, fill=bool(is_detail))
        return style + looks["current"] if code >= _CURRENT else style
