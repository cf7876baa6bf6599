"""The checking screen's way with earlier checks: one key takes one over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.tui.loading import reading_sources
from workbench.tui.recalled import takeable
from workbench.tui.screens.reading import ReadingScreen
from workbench.tui.sheet import NOWHERE

if TYPE_CHECKING:
    from workbench.model import Standing
    from workbench.review import Workbench


class RecallingScreen(ReadingScreen):
    """Takes earlier checks over."""

    def action_take_over(self) -> None:
        """Take the first earlier check over that still holds, with its sources and evidence."""
        if self.sheet is None or self.current == NOWHERE:
            return
        claim = self.sheet.claims[self.current].id
        earlier = takeable(self.offers.recalled(claim))
        if earlier is None:
            self.app.say("No like claim was checked before, or its check is past its date.")
            return
        seen = self.decisions.version_seen(self.current)
        read_sources = reading_sources(self.article.id, self.post_message)

        def take(bench: Workbench) -> list[Standing]:
            standing = bench.memory.take(claim, earlier.checked.id, seen_version=seen())
            read_sources(bench)
            return [standing]

        # only the database knows what comes of it, so undo asks it too
        self.decisions.forget_steps()
        self.decisions.ask_store(take)
