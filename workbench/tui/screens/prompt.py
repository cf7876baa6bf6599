"""A line or two to type, below everything else; every key goes into it until Enter or Escape."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.suggester import Suggester
from textual.widgets import Input, Static

from workbench.tui.painting import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.app import ComposeResult

    from workbench.tui.asking import Field


class Completing(Suggester):
    """Shows how what is typed may go on."""

    def __init__(self, complete: Callable[[str], str | None]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._complete = complete

    async def get_suggestion(self, value: str) -> str | None:
        return self._complete(value)


LEAVE_KEY: BindingType = Binding(
    "escape", "leave", "Leave", show=True, id="dialog.leave", tooltip="Change nothing."
)


WRITE_KEY: BindingType = Binding(
    "f2", "write", "Write", id="dialog.write", tooltip="Write it in the program that EDITOR names."
)


LINE_END = " ¶ "


class Prompt(ModalScreen["Mapping[str, str] | None"]):
    """Asks for the fields; the answer maps their names to what was typed, or is None."""

    BINDINGS: ClassVar[list[BindingType]] = [LEAVE_KEY, WRITE_KEY]
    DEFAULT_CSS = """
    Prompt {
        align: center bottom;
        background: $background 0%;
        #prompt {
            height: auto;
            background: $panel;
            border: round $accent;
            border-title-color: $accent;
            padding: 0 1;
        }
        Input { border: none; height: 1; padding: 0; background: $surface; margin: 0 0 0 0; }
        Input:focus { border: none; }
        .label { color: $quiet; height: 1; }
        #complaint { color: $error; height: auto; display: none; }
        #hint { color: $quiet; height: auto; }
    }
    """

    def __init__(
        self,
        title: str,
        *fields: Field,
        hint: str = "",
        complaint: Callable[[Mapping[str, str]], str] = lambda _: "",
        on_typed: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__()
        self._title = title
        self._fields = fields
        self._hint = hint
        self._complaint = complaint
        self._on_typed = on_typed

    def compose(self) -> ComposeResult:
        box = Vertical(id="prompt")
        box.border_title = Content(shown(self._title))
        with box:
            for field in self._fields:
                if len(self._fields) > 1:
                    yield Static(Content(field.label), classes="label")
                yield Input(
                    shown(_on_one_line(field.value)),
                    placeholder=field.placeholder or ("" if len(self._fields) > 1 else field.label),
                    id=f"field-{field.name}",
                    select_on_focus=False,
                    suggester=Completing(field.complete) if field.complete else None,
                )
            yield Static(id="complaint", markup=False)
            keys = "Enter keeps it, Esc leaves."
            if any(field.is_prose for field in self._fields):
                keys = "F2 opens your editor. " + keys
            if len(self._fields) > 1:
                keys = "Tab goes to the other line. " + keys
            yield Static(Content(f"{self._hint} {keys}".strip()), id="hint")

    def on_mount(self) -> None:
        self.query(Input).first().focus()

    @on(Input.Changed)
    def _say_typed(self, event: Input.Changed) -> None:
        if self._on_typed is not None:
            self._on_typed(event.value)

    @on(Input.Submitted)
    def _keep(self) -> None:
        self._keep_typed(self._typed())

    def _typed(self) -> dict[str, str]:
        return {
            field.name: _lines_again(self.query_one(f"#field-{field.name}", Input).value.strip())
            for field in self._fields
        }

    def _keep_typed(self, typed: dict[str, str]) -> None:
        complaint = self._complaint(typed)
        if complaint:
            self._complain(complaint)
        else:
            self.dismiss(typed)

    def action_write(self) -> None:
        """Write the line in the editor's own program, and keep what comes back."""
        # most prompts are answered in place
        from textual.app import SuspendNotSupported

        from workbench.tui.writing import WritingError, program, written

        prose = [field for field in self._fields if field.is_prose]
        at = self.focused.id if self.focused else None
        field = next((one for one in prose if at == f"field-{one.name}"), None)
        if field is None:
            return
        typed = self._typed()
        try:
            command = program()
            with self.app.suspend():
                typed[field.name] = written(typed[field.name], command)
        except WritingError as error:
            self._complain(str(error))
        except SuspendNotSupported:
            self._complain("This terminal cannot be lent to another program.")
        else:
            self._keep_typed(typed)

    def _complain(self, complaint: str) -> None:
        said = self.query_one("#complaint", Static)
        said.update(Content(shown(complaint)))
        said.display = True

    def action_leave(self) -> None:
        self.dismiss(None)


def _on_one_line(text: str) -> str:
    """`text` with a sign for each line end, which a line to type in cannot hold."""
    return text.replace("\n", LINE_END)


def _lines_again(text: str) -> str:
    return text.replace(LINE_END, "\n")
