"""A view of many lines of which only the visible ones are ever made."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.widget import Widget

from workbench.tui.looks import ground_of

if TYPE_CHECKING:
    from rich.style import Style


class LineView(ScrollView, can_focus=True, inherit_bindings=False):
    """A `ScrollView` whose arrow keys belong to the screen, and whose height changes without a layout."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "pageup,ctrl+u",
            "page_up",
            "Page up",
            show=False,
            id="view.page-up",
            tooltip="Scroll the pane up by a page; the current claim stays.",
        ),
        Binding(
            "pagedown,ctrl+d",
            "page_down",
            "Page down",
            show=False,
            id="view.page-down",
            tooltip="Scroll the pane down by a page; the current claim stays.",
        ),
    ]
    DEFAULT_CSS = """
    LineView {
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
    }
    """

    _ground: Style | None = None

    @property
    def ground(self) -> Style:
        """What the lines are painted on."""
        if self._ground is None:
            self._ground = ground_of(self)
        return self._ground

    def notify_style_update(self) -> None:
        self._ground = None
        super().notify_style_update()

    def set_line_count(self, count: int) -> None:
        """Say how many lines there are; which of them to paint again is for the caller to say."""
        size = Size(self.scrollable_content_region.width, max(1, count))
        # assigning `virtual_size` would lay out the whole screen again
        self.set_reactive(Widget.virtual_size, size)
        self.vertical_scrollbar.window_virtual_size = size.height
        self.vertical_scrollbar.window_size = self.scrollable_content_region.height
        self.scroll_y = self.scroll_target_y = self.validate_scroll_y(self.scroll_y)

    def show_line(self, line: int, *, context: int = 0, share: int = 3) -> None:
        """Bring `line` into view: where it is not, to a `share`-th of the height."""
        height = self.scrollable_content_region.height
        if height <= 0:
            return
        context = min(context, max(0, (height - 1) // 3))
        top = round(self.scroll_y)
        if not top + context <= line < top + height - context:
            self.scroll_to(y=max(0, line - max(context, height // share)), animate=False)
