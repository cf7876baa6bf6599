"""The keys about sources: say what one is, and let evidence stand that changed in one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on, work

from workbench.errors import WorkbenchError
from workbench.model import SOURCE_KINDS, SourceKind
from workbench.tui.grounds import grounds_of
from workbench.tui.loading import ClaimsRead, Failed, GroundsRead, SourcesRead
from workbench.tui.screens.reading import ReadingScreen
from workbench.tui.sheet import NOWHERE

if TYPE_CHECKING:
    from workbench.model import Source, SourceId, Standing
    from workbench.review import Workbench

_NEXT_KIND: dict[SourceKind | None, SourceKind | None] = dict(
    zip([None, *SOURCE_KINDS], [*SOURCE_KINDS, None], strict=True)
)


class SourcingScreen(ReadingScreen):
    """An article whose sources can change."""

    # what was read

    @on(ClaimsRead)
    @on(SourcesRead)
    def _ask_for_grounds(self, message: ClaimsRead | SourcesRead) -> None:
        if message.sources:
            # behind the first paint, which does not need them
            self.call_after_refresh(self.read_grounds)

    # beside the lane: long texts take their time, and no decision or question may wait for them
    @work(thread=True, exclusive=True, group="grounds", exit_on_error=False)
    def read_grounds(self) -> None:
        """Look where the evidence stands now."""
        try:
            with self.app.open_workbench() as bench:
                self.post_message(GroundsRead(grounds_of(bench, self.article.id)))
        except WorkbenchError as error:
            self.post_message(Failed(error))

    @on(GroundsRead)
    def _take_grounds(self, message: GroundsRead) -> None:
        if self.sheet is None:
            return
        before, after = self.sheet.grounds, message.grounds
        self.sheet.grounds = after
        self.sources = list(after.sources.values())
        if before != after:
            changed = (
                self.sheet.place_of(claim)
                for claim, standing in self.sheet.standings.items()
                if before.is_stale(standing) or after.is_stale(standing)
            )
            self.repaint([self.current, *changed])

    # keys

    def action_say_kind(self) -> None:
        """Give the source of the chosen passage, else of the evidence, the next kind."""
        source = self._source_meant()
        if source is None:
            self.app.say("Choose a passage of the source first.")
            return

        def say(bench: Workbench) -> None:
            [kept] = [one for one in bench.sources(self.article.id) if one.id == source]
            said = bench.sourcing.set_kind(source, _NEXT_KIND[kept.kind])
            self.app.call_from_thread(self._learn_kind, said)

        self.lane.do(say)

    def action_keep_evidence(self) -> None:
        """Let what the claim rests on stand, although its source changed."""
        if self.sheet is None or self.current == NOWHERE:
            return
        if not self.sheet.is_stale(self.current):
            self.app.say("All that this claim rests on still stands in its source.")
            return
        claim = self.sheet.claims.id_of(self.current)

        def keep(bench: Workbench) -> list[Standing]:
            return [bench.sourcing.keep_evidence(claim)]

        self.decisions.ask_store(keep)

    def _learn_kind(self, said: Source) -> None:
        if self.sheet is not None:
            sources = {**self.sheet.grounds.sources, said.id: said}
            self.post_message(GroundsRead(replace(self.sheet.grounds, sources=sources)))
        self.app.say(f"Source {said.number}, {said.title}: {said.kind_label}.")

    def _source_meant(self) -> SourceId | None:
        if self.match is not None:
            return self.match.passage.source_id
        if self.sheet is None or self.current == NOWHERE:
            return None
        evidence = self.sheet.standing(self.current).decision.evidence
        return evidence[-1].source_id if evidence else None
