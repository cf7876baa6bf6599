"""Which of the three panes a terminal has room for, and how much each gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.widget import Widget

PANES = ("article", "claims", "detail")
WIDTH_FOR_THREE, HEIGHT_FOR_THREE = 100, 22
WIDTH_FOR_TWO = 72
MIN_SHARE, MAX_SHARE = 25, 75


class Folding:
    """Shows three panes, two or one; what has the focus is always among them."""

    def __init__(self, screen: Screen[None]) -> None:
        self._screen = screen
        self._room = 3
        self._is_full = False
        self._shown_beside = "detail"
        """Which of the two right panes is shown where there is room for two in all."""

        self._article_share = 56
        self._list_share = 42

    def fold(self, width: int, height: int) -> None:
        """Fit the panes into a terminal of that size."""
        if width >= WIDTH_FOR_THREE and height >= HEIGHT_FOR_THREE:
            self._room = 3
        else:
            self._room = 2 if width >= WIDTH_FOR_TWO else 1
        self._apply()

    def go(self, by: int) -> None:
        """Give the focus to the pane that comes next."""
        place = PANES.index(self._focused_name)
        name = PANES[(place + by) % len(PANES)]
        if name != "article":
            self._shown_beside = name
        # a pane that is not shown cannot take the focus
        self._apply(focus=name)
        self._pane(name).focus(scroll_visible=False)

    def show_focused(self) -> None:
        name = self._focused_name
        if name != "article":
            self._shown_beside = name
        self._apply(focus=name)

    def toggle_full(self) -> None:
        self._is_full = not self._is_full
        self._apply()

    def leave_full(self) -> bool:
        """Show the other panes again; whether one was alone."""
        was_full, self._is_full = self._is_full, False
        self._apply()
        return was_full

    def widen(self, by: int) -> None:
        self._article_share = min(max(self._article_share + by, MIN_SHARE), MAX_SHARE)
        self._apply()

    def heighten(self, by: int) -> None:
        self._list_share = min(max(self._list_share + by, MIN_SHARE), MAX_SHARE)
        self._apply()

    @property
    def _focused_name(self) -> str:
        focused = self._screen.focused
        return focused.id if focused and focused.id in PANES else "article"

    def _pane(self, name: str) -> Widget:
        return self._screen.query_one(f"#{name}")

    def _apply(self, *, focus: str = "") -> None:
        focused = focus or self._focused_name
        room = 1 if self._is_full else self._room
        seen = {focused}
        if room == 3:
            seen = set(PANES)
        elif room == 2:
            seen = {"article", self._shown_beside}
        for name in PANES:
            self._pane(name).display = name in seen
        side = self._pane("side")
        side.display = bool(seen & {"claims", "detail"})
        article = self._pane("article")
        article.styles.width = f"{self._article_share}%" if side.display else "100%"
        self._pane("claims").styles.height = f"{self._list_share}%" if room == 3 else "100%"
