"""Three panes of Textual and nothing else: what any such program costs."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static


class BareApp(App[None]):
    """The floor that the checking screen is measured against."""

    CSS = "Static { border: round $primary; height: 1fr; width: 1fr; }"

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Static("first pane", markup=False)
            with Vertical():
                yield Static("second pane", markup=False)
                yield Static("third pane", markup=False)


if __name__ == "__main__":
    BareApp().run()
