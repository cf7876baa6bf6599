"""Which key goes where when keys come faster than screens change: each waits for the one before it."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import App
from textual.message import Message
from textual.screen import ModalScreen

if TYPE_CHECKING:
    from textual.timer import Timer

PASSES = 2
"""Times a token follows a key through the widgets: behind the key itself, and behind what it set off."""

LOST_TOKEN_SECONDS = 0.1
"""A widget that was removed meanwhile loses its token; keys go on after this time."""

DIALOG_POLL_SECONDS = 0.01


class _KeyPassed(Message):
    """Follows a key on its way; everything the key did comes before it."""


class OrderlyApp(App[None], inherit_bindings=False):
    """An app that hands on a key only when the key before it has done all it does.

    Textual sends a key to the widget that has the focus at that moment, while the key before it may still
    be opening a dialog: what is typed fast, or by a program, would be lost or taken for a command.
    """

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._typed: deque[events.Key] = deque()
        self._is_key_under_way = False
        self._passes = 0
        self._lost_token: Timer | None = None

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key) and not event.is_forwarded:
            self._typed.append(event)
            if not self._is_key_under_way:
                await self._hand_on()
        else:
            await super().on_event(event)

    async def _hand_on(self) -> None:
        if not self._typed:
            self._is_key_under_way = False
            return
        self._is_key_under_way = True
        if self._is_dialog_opening():
            self.set_timer(DIALOG_POLL_SECONDS, self._hand_on)
            return
        await super().on_event(self._typed.popleft())
        self._passes = PASSES
        self._lost_token = self.set_timer(LOST_TOKEN_SECONDS, self._go_on)
        self._send_token()

    def _is_dialog_opening(self) -> bool:
        """A dialog is ready for keys once something in it has the focus."""
        screen = self.screen
        return isinstance(screen, ModalScreen) and screen.focused is None and not screen.is_mounted

    def _send_token(self) -> None:
        (self.focused or self.screen).post_message(_KeyPassed())

    @on(_KeyPassed)
    async def _follow(self) -> None:
        self._passes -= 1
        if self._passes > 0:
            self._send_token()
        elif not self._passes:
            await self._go_on()

    async def _go_on(self) -> None:
        if self._lost_token is not None:
            self._lost_token.stop()
            self._lost_token = None
        self._passes = 0
        await self._hand_on()
