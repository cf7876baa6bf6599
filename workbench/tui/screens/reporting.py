"""The dialog that writes a report: which format, and where."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from workbench.errors import WorkbenchError
from workbench.reports import FORMATS, report_of, write_report
from workbench.tui.screens.prompt import LEAVE_KEY

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from workbench.model import ArticleSummary
    from workbench.tui.app import WorkbenchApp

MAX_STEM = 40


class ReportDialog(ModalScreen[None]):
    """Lists the formats; Enter writes the report."""

    app: WorkbenchApp
    BINDINGS: ClassVar[list[BindingType]] = [LEAVE_KEY]
    DEFAULT_CSS = """
    ReportDialog {
        align: center middle;
        #report {
            width: 64;
            max-width: 96%;
            height: auto;
            max-height: 90%;
            background: $surface;
            border: round $accent;
            border-title-color: $accent;
            padding: 0 1;
        }
        OptionList { height: auto; border: none; background: $surface; padding: 0; }
        OptionList:focus { border: none; }
        Input { border: none; height: 1; padding: 0; background: $panel; }
        Input:focus { border: none; }
        .label { color: $quiet; height: auto; margin-top: 1; }
    }
    """

    def __init__(self, article: ArticleSummary) -> None:
        super().__init__()
        self._article = article

    def compose(self) -> ComposeResult:
        box = Vertical(id="report")
        box.border_title = "Write a report"
        with box:
            yield OptionList(
                *(
                    Option(Content(f"{format_.label}  ({format_.suffix})"), id=name)
                    for name, format_ in FORMATS.items()
                )
            )
            yield Static("File", classes="label")
            yield Input(id="target")
            yield Static(
                Content("↑↓ choose a format, Enter writes, Tab edits the name, Esc leaves."),
                classes="label",
            )

    def on_mount(self) -> None:
        self.query_one(OptionList).focus()

    @on(OptionList.OptionHighlighted)
    def _name_file(self, event: OptionList.OptionHighlighted) -> None:
        suffix = FORMATS[str(event.option_id)].suffix
        target = self.query_one("#target", Input)
        before = Path(target.value) if target.value else self._stem()
        target.value = str(before.with_suffix(suffix))

    @on(OptionList.OptionSelected)
    @on(Input.Submitted)
    def _write(self) -> None:
        options = self.query_one(OptionList)
        if options.highlighted is None:
            return
        name = options.get_option_at_index(options.highlighted).id
        target = self.query_one("#target", Input).value.strip()
        if name and target:
            self._write_report(name, Path(target).expanduser())

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _write_report(self, format_name: str, target: Path) -> None:
        try:
            with self.app.open_workbench() as bench:
                report = report_of(bench, self._article.id)
            write_report(report, format_name, target)
        except WorkbenchError as error:
            self.app.call_from_thread(self.app.say_error, error)
        else:
            self.app.call_from_thread(self.app.say, f"The report is in {target}.")
            self.app.call_from_thread(self.dismiss)

    def action_leave(self) -> None:
        self.dismiss()

    def _stem(self) -> Path:
        words = re.findall(r"[^\W_]+", self._article.title.casefold())
        stem = "-".join(words)[:MAX_STEM].strip("-") or f"article-{self._article.number}"
        return self.app.path.absolute().parent / stem
