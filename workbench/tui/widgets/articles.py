"""The articles on the desk, two lines each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events, on
from textual.message import Message

from workbench.tui.painting import fitted, shown, strip_of
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

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "articles--title",
        "articles--quiet",
        "articles--gauge",
        "articles--chosen",
        "articles--bar",
    }
    DEFAULT_CSS = """
    ArticleList {
        .articles--title { color: $foreground; text-style: bold; }
        .articles--quiet { color: $quiet; }
        .articles--gauge { color: $success; }
        .articles--bar { color: $accent; }
        .articles--chosen { background: $row; }
        &:ansi .articles--chosen { background: ansi_default; text-style: reverse; }
        &:nocolor .articles--chosen { text-style: reverse; }
    }
    """

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
        self.show_line(chosen * LINES_EACH + 1, context=1)

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        row, line = divmod(y + self.scroll_offset.y, LINES_EACH)
        if row >= len(self._articles) or line == LINES_EACH - 1:
            return strip_of([], width, self.rich_style)
        article = self._articles[row]
        is_chosen = row == self._chosen
        bar = Segment("▎" if is_chosen else " ", self.get_component_rich_style("articles--bar"))
        segments = self._title(article, width) if line == 0 else self._facts(article, width)
        ground = self.rich_style
        if is_chosen:
            chosen = self.get_component_rich_style("articles--chosen", partial=True)
            ground += chosen
            segments = [
                Segment(segment.text, (segment.style or self.rich_style) + chosen)
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
            Segment(f"{article.number:>3} ", self.get_component_rich_style("articles--quiet")),
            Segment(
                fitted(shown(article.title), max(4, room)) + " ",
                self.get_component_rich_style("articles--title"),
            ),
            Segment(bar, self.get_component_rich_style("articles--gauge")),
            Segment(figures, self.get_component_rich_style("articles--quiet")),
        ]

    def _facts(self, article: ArticleSummary, width: int) -> list[Segment]:
        sources = "1 source" if article.source_count == 1 else f"{article.source_count} sources"
        facts = [sources, f"last change {when(article.changed_at)}"]
        if article.encoding_guessed:
            facts.append(f"encoding guessed: {article.encoding}")
        facts.append(article.origin or "from standard input")
        words = fitted("    " + shown(" · ".join(facts)), max(1, width - MARGIN))
        return [Segment(words, self.get_component_rich_style("articles--quiet"))]
