"""The messages of this session, the newest first: what flashed by can be read again."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from workbench.tui.screens.prompt import LEAVE_KEY

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from workbench.tui.said import Message, Said


class MessagesScreen(ModalScreen[None]):
    """Lists what was said; the arrow keys scroll."""

    BINDINGS: ClassVar[list[BindingType]] = [LEAVE_KEY]
    DEFAULT_CSS = """
    MessagesScreen {
        align: center middle;
        #messages {
            width: 92;
            max-width: 96%;
            height: auto;
            max-height: 90%;
            background: $surface;
            border: round $primary;
            border-title-color: $primary;
            padding: 0 1;
        }
        VerticalScroll { height: auto; max-height: 100%; }
        Static { height: auto; }
    }
    """

    def __init__(self, said: Said) -> None:
        super().__init__()
        self._said = said

    def compose(self) -> ComposeResult:
        box = Vertical(id="messages")
        box.border_title = "Messages"
        with box, VerticalScroll():
            lines = [message_line(message) for message in self._said]
            yield Static(Content("\n").join(lines or [Content("Nothing was said yet.")]))

    def action_leave(self) -> None:
        self.dismiss()


def message_line(message: Message) -> Content:
    """`14:03  The report is in nara.html.`, with a sign before what went wrong."""
    sign = ("✗ ", "$error") if message.is_error else ("  ", "$quiet")
    return Content.assemble((f"{message.at:%H:%M}  ", "$quiet"), sign, message.text)
