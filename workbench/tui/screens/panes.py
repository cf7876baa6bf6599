"""Three panes between two bars: what a checking screen is made of, and how its panes take their room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.screen import Screen

from workbench.model import DEFAULT_SCALE
from workbench.tui.folding import Folding
from workbench.tui.widgets.article import ArticlePane
from workbench.tui.widgets.bars import KeyLine, StatusLine, VerdictBar
from workbench.tui.widgets.claims import ClaimList
from workbench.tui.widgets.detail import DetailPane

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

TITLES = {"article": "Article", "claims": "Claims", "detail": "Claim"}


class PanesScreen(Screen[None]):
    """Shows the panes; what is in them comes with `ReadingScreen`."""

    AUTO_FOCUS = "#article"

    def __init__(self) -> None:
        super().__init__()
        self._folding = Folding(self)

    def compose(self) -> ComposeResult:
        yield StatusLine(id="status")
        with Horizontal(id="panes"):
            yield ArticlePane(id="article", classes="pane")
            with Vertical(id="side"):
                yield ClaimList(id="claims", classes="pane")
                yield DetailPane(id="detail", classes="pane")
        yield VerdictBar(DEFAULT_SCALE, id="verdicts")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        # before the first layout, which would be the wrong one
        self._folding.fold(*self.app.size)
        for name, title in TITLES.items():
            self.query_one(f"#{name}").border_title = title

    @property
    def article_pane(self) -> ArticlePane:
        return self.query_one("#article", ArticlePane)

    @property
    def claim_list(self) -> ClaimList:
        return self.query_one("#claims", ClaimList)

    @property
    def detail_pane(self) -> DetailPane:
        return self.query_one("#detail", DetailPane)

    @property
    def status_line(self) -> StatusLine:
        return self.query_one("#status", StatusLine)

    def action_pane(self, by: int) -> None:
        self._folding.go(by)

    def action_full_screen(self) -> None:
        self._folding.toggle_full()

    def action_widen(self, by: int) -> None:
        self._folding.widen(by)

    def action_heighten(self, by: int) -> None:
        self._folding.heighten(by)

    def leave_full_screen(self) -> bool:
        """Show the other panes again; whether one was alone."""
        return self._folding.leave_full()

    def on_resize(self, event: events.Resize) -> None:
        self._folding.fold(event.size.width, event.size.height)

    def on_descendant_focus(self) -> None:
        self._folding.show_focused()
