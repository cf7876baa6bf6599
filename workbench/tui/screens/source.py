"""A source in full, opened at the passage, with a search in it and the keys that accept the passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

from workbench.model import Span, Stance
from workbench.tui.asking import Field, ask
from workbench.tui.keys import SOURCE_KEYS
from workbench.tui.widgets.article import ArticlePane
from workbench.tui.widgets.bars import KeyLine, TitleLine

if TYPE_CHECKING:
    from typing import ClassVar

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from workbench.tui.app import WorkbenchApp
    from workbench.tui.loading import SourceTextRead


class SourcePane(ArticlePane):
    """Shows a text that has no claims."""

    WITHOUT_CLAIMS = 0


class SourceScreen(Screen["Stance | None"]):
    """Shows one source; what it returns is the stance its passage is accepted with, or None."""

    app: WorkbenchApp
    BINDINGS: ClassVar[list[BindingType]] = SOURCE_KEYS
    AUTO_FOCUS = "#article"
    DEFAULT_CSS = """
    SourceScreen ArticlePane { height: 1fr; }
    """

    def __init__(self, source: SourceTextRead, address: str) -> None:
        super().__init__()
        self._source = source
        self._address = address
        self._folded = ""
        self._sought = ""
        self._at = source.passage
        """What is highlighted: the passage, then what was found."""

    def compose(self) -> ComposeResult:
        yield TitleLine(self._source.title, id="status")
        yield SourcePane(id="article", classes="pane")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        pane = self._pane
        pane.border_title = "Source"
        pane.show_text(self._source.text)
        # where the lines are is known once the pane has its size
        self.call_after_refresh(self.action_passage)

    @property
    def _pane(self) -> ArticlePane:
        return self.query_one("#article", ArticlePane)

    @property
    def at(self) -> Span:
        return self._at

    def action_passage(self) -> None:
        """Back to the passage."""
        self._show(self._source.passage)

    def action_accept(self, stance: str) -> None:
        self.dismiss(Stance(stance))

    def action_scroll(self, by: int) -> None:
        self._pane.scroll_relative(y=by, animate=False)

    def action_leave(self) -> None:
        self.dismiss(None)

    def action_browse(self) -> None:
        if self._address.lower().startswith(("http://", "https://")):
            self.app.open_url(self._address)
        else:
            self.app.say(f"It is no page but a file: {self._address or 'pasted words'}.")

    def action_find(self) -> None:
        def find(text: str) -> None:
            self._sought = text.casefold()
            self._find(self._source.passage.start, 1, says_none=False)

        ask(
            self,
            "Find in the source",
            Field("words", "Words", self._sought),
            hint="n finds the next one, N the one before.",
            on_typed=find,
            then=lambda typed: self._find(self._at.start, 0) if typed["words"] else None,
            otherwise=self.action_passage,
        )

    def action_find_next(self, by: int) -> None:
        if self._sought:
            self._find(self._at.start, by)
        else:
            self.action_find()

    def _find(self, start: int, by: int, *, says_none: bool = True) -> None:
        """Go to the words sought: behind `start`, before it, or at it; round at the ends."""
        words = self._sought
        if not words:
            return
        if not self._folded:
            # folding may change how long a text is; lower case of one character at a time does not
            self._folded = "".join(_folded(character) for character in self._source.text)
        text = self._folded
        if by < 0:
            at = text.rfind(words, 0, start + len(words) - 1)
            at = text.rfind(words) if at < 0 else at
        else:
            at = text.find(words, start + by)
            at = text.find(words) if at < 0 else at
        if at >= 0:
            count = text.count(words)
            self.query_one(TitleLine).show_remark(f"{count:,} found" if count > 1 else "1 found")
            self._show(Span(at, at + len(words)))
        else:
            self.query_one(TitleLine).show_remark("not found")
            if says_none:
                self.app.say("Those words are not in the source.")

    def _show(self, span: Span) -> None:
        self._at = span
        self._pane.choose(span)


def _folded(character: str) -> str:
    folded = character.casefold()
    return folded if len(folded) == 1 else character
