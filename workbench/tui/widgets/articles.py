"""The articles on the desk, two lines each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from textual import events, on
from textual.message import Message

from workbench.model import DEFAULT_SCALE, OPEN_SYMBOL
from workbench.tui.looks import looks_of
from workbench.tui.painting import fitted, shown, strip_of
from workbench.tui.sheet import OPEN
from workbench.tui.telling import when
from workbench.tui.widgets.bars import gauge
from workbench.tui.widgets.lineview import LineView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.strip import Strip

    from workbench.model import ArticleSummary

LINES_EACH = 3
MARGIN = 2


class ArticleList(LineView, can_focus=True):
    """Shows the articles; one of them is chosen."""

    @dataclass
    class Picked(Message):
        """An article was clicked; a second click opens it."""

        row: int
        is_double: bool

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._articles: Sequence[ArticleSummary] = ()
        self._chosen = 0

    def show(self, articles: Sequence[ArticleSummary], chosen: int) -> None:
        """List `articles`, with the one at `chosen` marked."""
        self._articles = articles
        self._chosen = chosen
        self.set_line_count(len(articles) * LINES_EACH)
        self.refresh()
        self.show_line(chosen * LINES_EACH + 1, context=1)

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        row, line = divmod(y + self.scroll_offset.y, LINES_EACH)
        if row >= len(self._articles) or line == LINES_EACH - 1:
            return strip_of([], width, self.ground)
        looks = looks_of(self)
        article = self._articles[row]
        is_chosen = row == self._chosen
        bar = Segment("▎" if is_chosen else " ", looks["accent"])
        segments = self._title(article, width) if line == 0 else self._facts(article, width)
        ground = self.ground
        if is_chosen:
            chosen = looks["row"]
            ground += chosen
            segments = [
                Segment(segment.text, (segment.style or looks_of(self)["plain"]) + chosen)
                for segment in segments
            ]
        return strip_of([bar, *segments], width, ground)

    @on(events.Click)
    def _pick(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is not None:
            row = (offset.y + self.scroll_offset.y) // LINES_EACH
            if row < len(self._articles):
                self.post_message(self.Picked(row, event.chain > 1))

    def _title(self, article: ArticleSummary, width: int) -> list[Segment]:
        progress = article.progress
        figures = f" {progress.assessed}/{progress.claims} claims "
        bar = gauge(progress.share if progress.claims else 0.0)
        room = width - cell_len(bar + figures) - 7
        return [
            Segment(f"{article.number:>3} ", looks_of(self)["quiet"]),
            Segment(
                fitted(shown(article.title), max(4, room)) + " ",
                looks_of(self)["strong"],
            ),
            Segment(bar, looks_of(self)["gauge"]),
            Segment(figures, looks_of(self)["quiet"]),
        ]

    def _facts(self, article: ArticleSummary, width: int) -> list[Segment]:
        looks = looks_of(self)
        segments = [Segment(" " * 4)]
        used = 4
        for mark, entry in enumerate(DEFAULT_SCALE.entries, 1):
            count = article.progress.by_rating.get(entry.name, 0)
            if count:
                words = f"{entry.symbol} {count}  "
                segments.append(Segment(words, looks.verdict(mark)))
                used += len(words)
        if article.progress.open:
            words = f"{OPEN_SYMBOL} {article.progress.open}  "
            segments.append(Segment(words, looks.verdict(OPEN)))
            used += len(words)
        sources = "1 source" if article.source_count == 1 else f"{article.source_count} sources"
        facts = [sources, f"last change {when(article.changed_at)}"]
        if article.encoding_guessed:
            facts.append(f"encoding guessed: {article.encoding}")
        facts.append(article.origin or "from standard input")
        words = fitted(shown(" · ".join(facts)), max(1, width - MARGIN - used))
        return [*segments, Segment(words, looks["quiet"])]
