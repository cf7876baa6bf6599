"""Ways through an article: to claims of a kind, of high priority or gone stale, by label, and several steps at once."""

from __future__ import annotations

from itertools import islice, product
from typing import TYPE_CHECKING

from textual.actions import parse

from workbench.tui.loading import StaleRead, reading_stale
from workbench.tui.moving import next_that
from workbench.tui.ordering import Ranked
from workbench.tui.screens.reading import ReadingScreen
from workbench.tui.sheet import NOWHERE, OPEN

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events

from textual import on

LETTERS = "asdfghjklqwertyuiopzxcvbnm"
"""Of labels: those that lie best under the hand first."""

HIGH_PRIORITY = 0.6
MOST_STEPS = 999


class GoingScreen(ReadingScreen):
    """Reads a label or a count key by key, before any other key means anything."""

    _labels: dict[str, int] | None = None
    """Places by label, while they are shown."""

    _typed = ""
    _count: str | None = None
    """Digits so far, while a count is typed."""

    _is_ranked = False

    def in_order(self, places: Sequence[int]) -> Sequence[int]:
        if self.sheet is None or not self._is_ranked:
            return places
        return Ranked(places, self.sheet.claims.priority)

    def action_order(self) -> None:
        """Go through the claims as they stand in the text, or those worth checking first."""
        self._is_ranked = not self._is_ranked
        self._select()
        self.app.say(
            "What is worth checking most comes first."
            if self._is_ranked
            else "Claims come as they stand in the text."
        )

    def action_next_of_kind(self, by: int) -> None:
        if self.sheet is None or self.current == NOWHERE:
            return
        claims = self.sheet.claims
        kind = claims.kind(self.current)
        self._go_or_say(lambda place: claims.kind(place) is kind, by, f"There is no other {kind}.")

    def action_next_urgent(self, by: int) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        self._go_or_say(
            lambda place: (
                sheet.marks[place] == OPEN and sheet.claims.priority(place) >= HIGH_PRIORITY
            ),
            by,
            "No open claim of high priority is left.",
        )

    def action_next_stale(self, by: int) -> None:
        if self.sheet is not None:
            self.lane.do(reading_stale(self.article.id, by, self.post_message))

    @on(StaleRead)
    def _go_to_stale(self, message: StaleRead) -> None:
        if self.sheet is None:
            return
        stale = {self.sheet.place_of(claim) for claim in message.claims}
        self._go_or_say(
            stale.__contains__, message.by, "No evidence has changed in its source since."
        )

    def action_jump(self) -> None:
        """Show labels; the next two letters say which claim."""
        places = sorted({*self.article_pane.places_in_view(), *self.claim_list.places_in_view()})
        labels = ("".join(pair) for pair in product(LETTERS, repeat=2))
        self._labels = dict(zip(labels, islice(places, len(LETTERS) ** 2), strict=False))
        self._typed = ""
        self._show_labels()

    def action_count(self) -> None:
        """The digits that follow say how often the key behind them acts."""
        self._count = ""
        self.say_so("how often? digits, then a key")

    async def on_key(self, event: events.Key) -> None:
        if self._labels is not None:
            self._take_letter(event)
        elif self._count is not None:
            await self._take_digit(event)

    def _take_letter(self, event: events.Key) -> None:
        labels, self._typed = self._labels or {}, self._typed + (event.character or "")
        fitting = {label: at for label, at in labels.items() if label.startswith(self._typed)}
        if self._typed in fitting:
            self.go_to(fitting[self._typed])
            fitting = {}
        elif event.character is None:
            fitting = {}
        if fitting or event.key == "escape" or self._typed in labels:
            event.stop()
        # any other key ends it, and does what it always does
        self._labels = fitting or None
        self._show_labels()

    def _show_labels(self) -> None:
        shown = {place: label for label, place in (self._labels or {}).items()}
        self.article_pane.show_labels(shown)
        self.claim_list.show_labels(shown)
        self.say_so("two letters lead to a claim" if shown else "")

    async def _take_digit(self, event: events.Key) -> None:
        count = self._count or ""
        if event.character and event.character.isdecimal():
            self._count = (count + event.character)[:3]
            self.say_so(f"{self._count} times")
            event.stop()
            return
        self._count = None
        self.say_so("")
        active = self.active_bindings.get(event.key)
        if not count or active is None or not active.enabled:
            if event.key == "escape":
                event.stop()
            return
        event.stop()
        await self._repeat(active.binding.action, min(int(count), MOST_STEPS))

    async def _repeat(self, action: str, count: int) -> None:
        """Do `action` so many times, or until it leads elsewhere."""
        _, name, parameters = parse(action)
        match name, parameters:
            case "move", (int(by),):
                self.action_move(count * by)
                return
        for _ in range(count):
            if self.app.screen is not self:
                return
            await self.run_action(action)

    def _go_or_say(self, is_meant: Callable[[int], bool], by: int, otherwise: str) -> None:
        place = next_that(is_meant, self.rows, self.current, by)
        if place == NOWHERE:
            self.app.say(otherwise)
        else:
            self.go_to(place)
