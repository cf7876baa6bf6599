"""All keys of a screen, made from its bindings, with a search."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from workbench.tui.keys import GROUPS
from workbench.tui.screens.prompt import LEAVE_KEY

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.screen import Screen

KEY_CELLS = 10
LABEL_CELLS = 23


class HelpScreen(ModalScreen[None]):
    """Lists the keys of `screen`; what is typed leaves those that fit."""

    BINDINGS: ClassVar[list[BindingType]] = [LEAVE_KEY]
    DEFAULT_CSS = """
    HelpScreen {
        align: center middle;
        #help {
            width: 104;
            max-width: 96%;
            height: 90%;
            background: $surface;
            border: round $primary;
            border-title-color: $primary;
            padding: 0 1;
        }
        Input { border: none; height: 1; padding: 0; margin-bottom: 1; background: $panel; }
        Input:focus { border: none; }
        #list { height: 1fr; }
        #list Static { height: auto; }
    }
    """

    def __init__(self, screen: Screen[object]) -> None:
        super().__init__()
        self._lines = help_lines(screen)

    def compose(self) -> ComposeResult:
        box = Vertical(id="help")
        box.border_title = "Keys"
        with box:
            yield Input(placeholder="Search the keys; Esc leaves")
            with VerticalScroll(id="list", can_focus=False):
                yield Static(id="lines")

    def on_mount(self) -> None:
        self._show("")

    @on(Input.Changed)
    def _search(self, event: Input.Changed) -> None:
        self._show(event.value)

    @on(Input.Submitted)
    def action_leave(self) -> None:
        self.dismiss()

    def key_down(self) -> None:
        self.query_one("#list").scroll_down(animate=False)

    def key_up(self) -> None:
        self.query_one("#list").scroll_up(animate=False)

    def key_pagedown(self) -> None:
        self.query_one("#list").scroll_page_down(animate=False)

    def key_pageup(self) -> None:
        self.query_one("#list").scroll_page_up(animate=False)

    def _show(self, query: str) -> None:
        wanted = query.casefold().split()
        parts: list[Content] = []
        for group, lines in self._lines.items():
            fitting = [
                line
                for line in lines
                if all(word in f"{group} {line.plain}".casefold() for word in wanted)
            ]
            if fitting:
                parts += [Content(""), Content.styled(group, "bold $primary"), *fitting]
        content = Content("\n").join(parts[1:] or [Content("No key fits.")])
        self.query_one("#lines", Static).update(content)


def help_lines(screen: Screen[object]) -> dict[str, list[Content]]:
    """The keys of `screen` by group: key, label, what it does, and whether it is off now."""
    keys: dict[str, list[str]] = {}
    bindings = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        if binding.id is None or not binding.description:
            continue
        keys.setdefault(binding.id, []).append(screen.app.get_key_display(binding))
        bindings[binding.id] = active
    lines: dict[str, list[Content]] = {title: [] for title in GROUPS.values()}
    for id_, active in bindings.items():
        title = GROUPS.get(id_.split(".")[0])
        if title is None:
            continue
        off = "" if active.enabled else "  (not now)"
        lines[title].append(
            Content.assemble(
                (f"{' '.join(keys[id_]):<{KEY_CELLS}}", "bold $accent"),
                f"{active.binding.description:<{LABEL_CELLS}}",
                (f"{active.binding.tooltip}{off}", "$quiet"),
            )
        )
    return {title: group for title, group in lines.items() if group}
