"""What happened to an article behind the screen's back, read in the lane when the database changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from workbench.model import Action, Standing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from workbench.model import ArticleId
    from workbench.review import Workbench
    from workbench.tui.lane import Lane

POLL_SECONDS = 0.1
"""With the terminal in front: a look costs microseconds, and others' marks show at once."""

IDLE_POLL_SECONDS = 0.5

_ABOUT_SOURCES = frozenset((Action.LINK_SOURCE, Action.SOURCE_KIND, Action.CHECK_SOURCE))


@dataclass
class Changed(Message):
    """Others decided, linked sources, or looked at them again."""

    standings: Sequence[Standing]
    editors: frozenset[str]
    has_new_sources: bool
    has_edits: bool = False
    """Whether other claims are in force."""


class Watch:
    """Looks for events behind the last one seen."""

    def __init__(self, article: ArticleId, lane: Lane, post: Callable[[Message], object]) -> None:
        self._article = article
        self._lane = lane
        self._post = post
        self._token: int | None = None
        self._seen = 0
        self._is_looking = False

    def look(self) -> None:
        """Ask the lane to look, unless it has not come to the last look yet."""
        if not self._is_looking:
            self._is_looking = True
            self._lane.do(self._look)

    def start(self, bench: Workbench) -> None:
        """Everything that happened so far will be on the screen; called in the lane, before it is read."""
        self._token = bench.change_token()
        self._seen = bench.event_count(self._article)

    def _look(self, bench: Workbench) -> None:
        self._is_looking = False
        token = bench.change_token()
        if token == self._token:
            return
        self._token = token
        events = bench.events(self._article, after=self._seen)
        if not events:
            return
        self._seen = events[-1].seq
        standings = {
            event.claim_id: Standing(
                event.claim_id, event.version, event.after, event.editor, event.at
            )
            for event in events
            if event.claim_id is not None and event.after is not None
        }
        self._post(
            Changed(
                list(standings.values()),
                frozenset(event.editor for event in events),
                any(event.action in _ABOUT_SOURCES for event in events),
                any(event.changes_claims for event in events),
            )
        )
