"""The application: who edits which database, and the ways between the screens."""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import SystemCommand
from textual.binding import Binding

from workbench.config import Settings, editor_name
from workbench.errors import ConfigError
from workbench.model import visible
from workbench.review import Workbench, utc_now
from workbench.tui.copying import fallback, hand_over
from workbench.tui.errands import Errands
from workbench.tui.keys import APP_KEYS
from workbench.tui.looks import ANSI, DEFAULT_THEME, THEMES
from workbench.tui.orderly import OrderlyApp
from workbench.tui.said import Message, Said
from workbench.tui.thrift import give_back_memory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path, PurePath

    from textual.binding import BindingType
    from textual.screen import Screen

    from workbench.errors import WorkbenchError
    from workbench.model import ArticleSummary, ClaimId, Document, EventId

THEME_PREFIX = "workbench-"


class WorkbenchApp(OrderlyApp, inherit_bindings=False):
    """The desk, or one article of it."""

    TITLE = "workbench"
    BINDINGS: ClassVar[list[BindingType]] = [
        *APP_KEYS,
        Binding("ctrl+c", "help_quit", show=False, system=True, id="app.how-to-quit"),
    ]
    # all at once: a screen that brought its own would have everything read again
    CSS_PATH: ClassVar[list[str | PurePath]] = [
        "styles/app.tcss",
        "styles/checking.tcss",
        "styles/desk.tcss",
    ]

    def __init__(
        self,
        path: Path,
        *,
        settings: Settings | None = None,
        editor: str | None = None,
        article: ArticleSummary | None = None,
        document: Document | None = None,
        first: ClaimId | None = None,
        holds_collector: bool = False,
    ) -> None:
        """Args:
        document: of `article`, where it was read already.
        first: the claim of `article` to begin at; None is the first open one.
        holds_collector: the garbage collector was stopped for the start, and goes on after it.
        """
        # without colours the terminal's own are kept, which Textual must know from the start
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.path = path
        self.settings = settings or Settings()
        self.editor = editor_name(self.settings) if editor is None else editor
        self._article = article
        self._document = document
        self._first = first
        self._holds_collector = holds_collector
        self.errands = Errands(self)
        self._said = Said()
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = self._first_theme()
        if self.settings.keys:
            # checking the keymap loads what a start without one does not need
            from workbench.tui.keymap import keymap_of

            self.set_keymap(keymap_of(self.settings.keys))

    def get_default_screen(self) -> Screen[None]:
        """The first screen; pushing it over an empty one would paint twice."""
        if self._article is None:
            return self._desk()
        # the screen holds it only as long as it needs to
        document, self._document = self._document, None
        return self._checking(self._article, document, self._first)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing can be ended while nothing goes on."""
        return None if action == "end_errand" and not len(self.errands) else True

    def action_end_errand(self) -> None:
        self.errands.end_last()

    def on_unmount(self) -> None:
        self.errands.end_all()

    def settle_memory(self) -> None:
        """All that was loaded stays: the garbage collector need not look through it at every turn."""
        if self._holds_collector:
            give_back_memory()
            gc.freeze()
            gc.enable()

    def open_workbench(self, *, create: bool = False) -> Workbench:
        """A workbench of its own, for one thread."""
        return Workbench.open(self.path, editor=self.editor, settings=self.settings, create=create)

    def check_article(self, article: ArticleSummary) -> None:
        self.push_screen(self._checking(article))

    def leave_article(self) -> None:
        """Back to the desk, which may not have been shown yet."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
        else:
            # Textual never takes its first screen away
            self.push_screen(self._desk())

    def offer_report(self, article: ArticleSummary) -> None:
        from workbench.tui.screens.reporting import ReportDialog

        self.push_screen(ReportDialog(article))

    def show_overview(self, article: ArticleSummary) -> None:
        from workbench.tui.screens.overview import OverviewScreen

        self.push_screen(OverviewScreen(article))

    def show_history(
        self, article: ArticleSummary, take_back: Callable[[EventId | None], None]
    ) -> None:
        from workbench.tui.screens.history import HistoryScreen

        self.push_screen(HistoryScreen(article), take_back)

    def say(self, text: str) -> None:
        """A word in passing."""
        self._keep_said(text)
        self.notify(visible(text), markup=False, timeout=4)

    def say_error(self, error: WorkbenchError) -> None:
        """What went wrong, and what to do."""
        self._keep_said(str(error), is_error=True)
        self.notify(
            visible(error.hint),
            title=visible(error.message),
            severity="error",
            markup=False,
            timeout=8,
        )

    def _keep_said(self, text: str, *, is_error: bool = False) -> None:
        self._said.add(Message(utc_now().astimezone(), visible(text), is_error))

    @work(thread=True, exit_on_error=False)
    def copy(self, text: str, what: str) -> None:
        """Put `text` into the clipboard, by the terminal and by a program where there is one."""
        self.call_from_thread(self.copy_to_clipboard, text)
        command = fallback()
        if command is not None:
            hand_over(text, command)
        self.call_from_thread(self.say, f"Copied: {what}.")

    def action_messages(self) -> None:
        from workbench.tui.screens.messages import MessagesScreen

        self.push_screen(MessagesScreen(self._said))

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

    # each screen is loaded when it is first shown

    def _desk(self) -> Screen[None]:
        from workbench.tui.screens.desk import DeskScreen

        return DeskScreen()

    def _checking(
        self,
        article: ArticleSummary,
        document: Document | None = None,
        first: ClaimId | None = None,
    ) -> Screen[None]:
        from workbench.tui.screens.checking import CheckingScreen

        return CheckingScreen(article, document, first)

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
