"""Sources at hand: linked by path, address or paste, opened at the passage, and in the browser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual import events, on, work

from workbench.errors import WorkbenchError
from workbench.review import pasted
from workbench.tui.asking import Field, ask
from workbench.tui.loading import SourceTextRead, reading_source
from workbench.tui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.model import Stance

WEB = re.compile(r"https?://", re.IGNORECASE)
FEW_WORDS = 12
"""A paste of one line and so many words at most is a path or an address."""

MOST_OF_TITLE = 80


class LinkingScreen(ReadingScreen):
    """Reads and links sources; the keys that decide come with `CheckingScreen`."""

    def action_link(self) -> None:
        self._ask_for_source("")

    def on_paste(self, event: events.Paste) -> None:
        """Offer to link what is pasted: a path or an address, or words as a source of their own."""
        event.stop()
        pasted = event.text.strip()
        if "\n" not in pasted and len(pasted.split()) <= FEW_WORDS:
            if pasted:
                self._ask_for_source(pasted)
            return

        def link(typed: Mapping[str, str]) -> None:
            self._link_pasted(pasted, typed["title"])

        title = pasted.split("\n", 1)[0].strip()[:MOST_OF_TITLE]
        ask(
            self,
            "Link the pasted words as a source",
            Field("title", "Title", title),
            hint=f"{len(pasted.split()):,} words.",
            complaint=lambda typed: "" if typed["title"].strip() else "A source has a title.",
            then=link,
        )

    def action_read_source(self) -> None:
        """Open the source of the chosen passage where the passage stands."""
        match = self.match
        if match is None:
            self.app.say("No passage is offered for this claim.")
        else:
            self.lane.do(reading_source(match, self.post_message))

    @on(SourceTextRead)
    def _show_source(self, message: SourceTextRead) -> None:
        from workbench.tui.screens.source import SourceScreen

        def accept(stance: Stance | None) -> None:
            if stance is not None:
                self.action_accept(stance)

        self.app.push_screen(SourceScreen(message, self._address()), accept)

    def action_accept(self, stance: str) -> None:
        raise NotImplementedError

    def action_browse(self) -> None:
        """Open the page that the chosen passage is from."""
        address = self._address()
        if self.match is None:
            self.app.say("No passage is offered for this claim.")
        elif WEB.match(address):
            self.app.open_url(address)
            self.app.say(f"Opened {address}.")
        else:
            self.app.say(f"That source is no page but a file: {address or 'pasted words'}.")

    def _address(self) -> str:
        match = self.match
        if match is None:
            return ""
        return next((one.origin for one in self.sources if one.id == match.passage.source_id), "")

    def _ask_for_source(self, reference: str) -> None:
        def link(typed: Mapping[str, str]) -> None:
            if typed["source"]:
                self.app.say(f"Reading {typed['source']} …")
                self._link(typed["source"])

        field = Field("source", "Path or URL", reference, placeholder="notes/report.html")
        ask(self, "Link a source", field, then=link)

    def _link(self, reference: str) -> None:
        # reading in a process of its own is loaded when something is linked
        from workbench.review.errands import Errand

        app = self.app
        errand = Errand(app.path, app.editor, app.settings, reference, self.article.id)
        app.errands.begin(
            errand,
            f"Linking {errand.name}",
            then=lambda done: self._show_linked(done.number, done.title, done.count),
            otherwise=app.say_error,
        )

    @work(thread=True, group="linking", exit_on_error=False)
    def _link_pasted(self, words: str, title: str) -> None:
        in_app = self.app.call_from_thread
        try:
            with self.app.open_workbench() as bench:
                source = bench.link_document(self.article.id, *pasted(words, title))
        except WorkbenchError as error:
            in_app(self.app.say_error, error)
        else:
            in_app(self._show_linked, source.number, source.title, source.passage_count)

    def _show_linked(self, number: int, title: str, passages: int) -> None:
        self.app.say(f"Source {number}: {title}, {passages} passages.")
        self.read_sources()
