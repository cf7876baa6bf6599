"""The application: who edits which database, and the ways between the screens."""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING, ClassVar

from textual.app import SystemCommand
from textual.binding import Binding

from workbench.config import Settings, editor_name
from workbench.errors import ConfigError
from workbench.model import visible
from workbench.review import Workbench
from workbench.tui.keys import APP_KEYS
from workbench.tui.looks import ANSI, DEFAULT_THEME, THEMES
from workbench.tui.orderly import OrderlyApp
from workbench.tui.screens.checking import CheckingScreen
from workbench.tui.screens.desk import DeskScreen

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from textual.binding import BindingType
    from textual.screen import Screen

    from workbench.errors import WorkbenchError
    from workbench.model import ArticleSummary

THEME_PREFIX = "workbench-"


class WorkbenchApp(OrderlyApp, inherit_bindings=False):
    """The desk, or one article of it."""

    TITLE = "workbench"
    BINDINGS: ClassVar[list[BindingType]] = [
        *APP_KEYS,
        Binding("ctrl+c", "help_quit", show=False, system=True, id="app.how-to-quit"),
    ]
    CSS_PATH = "styles/app.tcss"

    def __init__(
        self,
        path: Path,
        *,
        settings: Settings | None = None,
        editor: str | None = None,
        article: ArticleSummary | None = None,
        holds_collector: bool = False,
    ) -> None:
        """Args:
        holds_collector: the garbage collector was stopped for the start, and goes on after it.
        """
        # without colours the terminal's own are kept, which Textual must know from the start
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.path = path
        self.settings = settings or Settings()
        self.editor = editor_name(self.settings) if editor is None else editor
        self._article = article
        self._holds_collector = holds_collector
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = self._first_theme()

    def on_mount(self) -> None:
        if self._article is None:
            self.push_screen(DeskScreen())
        else:
            self.push_screen(CheckingScreen(self._article))

    def settle_memory(self) -> None:
        """All that was loaded stays: the garbage collector need not look through it at every turn."""
        if self._holds_collector:
            gc.freeze()
            gc.enable()

    def open_workbench(self, *, create: bool = False) -> Workbench:
        """A workbench of its own, for one thread."""
        return Workbench.open(self.path, editor=self.editor, settings=self.settings, create=create)

    def check_article(self, article: ArticleSummary) -> None:
        self.push_screen(CheckingScreen(article))

    def leave_article(self) -> None:
        """Back to the desk, or out where there is none."""
        if any(isinstance(screen, DeskScreen) for screen in self.screen_stack):
            self.pop_screen()
        elif self._article is not None:
            self._article = None
            self.switch_screen(DeskScreen())

    def offer_report(self, article: ArticleSummary) -> None:
        from workbench.tui.screens.reporting import ReportDialog

        self.push_screen(ReportDialog(article))

    def say(self, text: str) -> None:
        """A word in passing."""
        self.notify(visible(text), markup=False, timeout=4)

    def say_error(self, error: WorkbenchError) -> None:
        """What went wrong, and what to do."""
        self.notify(
            visible(error.hint),
            title=visible(error.message),
            severity="error",
            markup=False,
            timeout=8,
        )

    def action_help(self) -> None:
        from workbench.tui.screens.help import HelpScreen

        self.push_screen(HelpScreen(self.screen))

    def action_next_theme(self) -> None:
        names = list(THEMES)
        place = names.index(self.theme) if self.theme in names else -1
        self.theme = names[(place + 1) % len(names)]

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every action of the screen, from its bindings."""
        seen: set[str] = set()
        for active in screen.active_bindings.values():
            binding = active.binding
            if binding.id is None or not binding.tooltip or binding.action in seen:
                continue
            seen.add(binding.action)
            if not active.enabled:
                continue
            key = self.get_key_display(binding)
            yield SystemCommand(
                f"{binding.description} ({key})",
                binding.tooltip,
                lambda action=binding.action, node=active.node: self.call_later(
                    self.run_action, action, node
                ),
            )
        for name in THEMES:
            yield SystemCommand(
                f"Theme {name.removeprefix(THEME_PREFIX)}",
                "Change the colours.",
                lambda name=name: setattr(self, "theme", name),
            )

    def _first_theme(self) -> str:
        wanted = self.settings.theme
        if not wanted:
            return ANSI.name if self.no_color else DEFAULT_THEME
        name = wanted if wanted in THEMES else f"{THEME_PREFIX}{wanted}"
        if name not in THEMES:
            known = ", ".join(theme.removeprefix(THEME_PREFIX) for theme in THEMES)
            msg = f"There is no theme {visible(wanted)}."
            raise ConfigError(msg, hint=f"Choose one of: {known}.")
        return name
