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


class Prompt(ModalScreen["Mapping[str, str] | None"]):
    """Asks for the fields; the answer maps their names to what was typed, or is None."""

    BINDINGS: ClassVar[list[BindingType]] = [LEAVE_KEY]
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
                    shown(field.value),
                    placeholder=field.placeholder or ("" if len(self._fields) > 1 else field.label),
                    id=f"field-{field.name}",
                    select_on_focus=False,
                    suggester=Completing(field.complete) if field.complete else None,
                )
            yield Static(id="complaint", markup=False)
            keys = "Enter keeps it, Esc leaves."
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
        typed = {
            field.name: self.query_one(f"#field-{field.name}", Input).value.strip()
            for field in self._fields
        }
        complaint = self._complaint(typed)
        if complaint:
            said = self.query_one("#complaint", Static)
            said.update(Content(complaint))
            said.display = True
        else:
            self.dismiss(typed)

    def action_leave(self) -> None:
        self.dismiss(None)
