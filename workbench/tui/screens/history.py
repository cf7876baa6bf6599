"""Who did what to an article, and when; a line of one's own can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from workbench.errors import WorkbenchError
from workbench.model import visible_line
from workbench.reports.wording import moment_words
from workbench.tui.history import HistoryLine, history_lines
from workbench.tui.screens.prompt import LEAVE_KEY

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from workbench.model import ArticleSummary, EventId
    from workbench.tui.app import WorkbenchApp


class HistoryScreen(ModalScreen["EventId | None"]):
    """Lists the newest events first; returns the one to take back, or None."""

    app: WorkbenchApp
    BINDINGS: ClassVar[list[BindingType]] = [
        LEAVE_KEY,
        Binding("j", "step(1)", show=False, id="history.down", tooltip="The line below."),
        Binding("k", "step(-1)", show=False, id="history.up", tooltip="The line above."),
        Binding("u", "take_back", show=False, id="history.undo", tooltip="Take the line back."),
    ]
    DEFAULT_CSS = """
    HistoryScreen {
        align: center middle;
        #history {
            width: 110;
            max-width: 98%;
            height: 90%;
            background: $surface;
            border: round $primary;
            border-title-color: $primary;
            padding: 0 1;
        }
        OptionList { height: 1fr; border: none; background: $surface; padding: 0; }
        OptionList:focus { border: none; }
        #hint { height: auto; color: $quiet; }
    }
    """

    def __init__(self, article: ArticleSummary) -> None:
        super().__init__()
        self._article = article
        self._lines: list[HistoryLine] = []

    def compose(self) -> ComposeResult:
        box = Vertical(id="history")
        box.border_title = Content(f"History of {visible_line(self._article.title)}")
        with box:
            yield OptionList(id="lines", markup=False)
            yield Static(
                Content("Enter or u takes a line of yours (↶) back · Esc leaves"), id="hint"
            )

    def on_mount(self) -> None:
        self._read()

    @property
    def lines(self) -> list[HistoryLine]:
        return self._lines

    @work(thread=True, exit_on_error=False)
    def _read(self) -> None:
        try:
            with self.app.open_workbench() as bench:
                lines = history_lines(bench, self._article.id)
        except WorkbenchError as error:
            self.app.call_from_thread(self.app.say_error, error)
        else:
            self.app.call_from_thread(self._show, lines)

    def _show(self, lines: list[HistoryLine]) -> None:
        self._lines = lines
        listed = self.query_one(OptionList)
        listed.add_options(Option(_content(line), id=line.id) for line in lines)
        listed.highlighted = 0 if lines else None
        listed.focus()

    def action_step(self, by: int) -> None:
        listed = self.query_one(OptionList)
        if by > 0:
            listed.action_cursor_down()
        else:
            listed.action_cursor_up()

    @on(OptionList.OptionSelected)
    def action_take_back(self) -> None:
        event = self.chosen
        if event is not None:
            self.dismiss(event)
        else:
            self.app.say("Only your own decisions that still stand can be taken back.")

    @property
    def chosen(self) -> EventId | None:
        """The event of the highlighted line, if the editor may take it back."""
        at = self.query_one(OptionList).highlighted
        line = None if at is None or not self._lines else self._lines[at]
        return line.id if line and line.can_be_undone else None

    def action_leave(self) -> None:
        self.dismiss(None)


def _content(line: HistoryLine) -> Content:
    sign = "↶ " if line.can_be_undone else "  "
    return Content.assemble(
        (sign, "$accent"),
        (f"{moment_words(line.at)}  ", "$quiet"),
        (f"{visible_line(line.editor)} ", "bold"),
        line.deed,
    )
