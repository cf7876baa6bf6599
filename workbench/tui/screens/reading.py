"""An article in three panes: loading it, moving through its claims, and keeping up with others."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content

from workbench.errors import WorkbenchError
from workbench.tui.asking import Field, ask
from workbench.tui.deciding import Decisions
from workbench.tui.filtering import completion, selection_of
from workbench.tui.lane import Lane
from workbench.tui.loading import (
    ClaimsRead,
    Failed,
    SourcesRead,
    TextRead,
    reading_claims,
    reading_sources,
    reading_text,
)
from workbench.tui.moving import next_assertion, next_open, stepped
from workbench.tui.offering import REST_SECONDS, Offered, Offers
from workbench.tui.painting import shown
from workbench.tui.screens.panes import PanesScreen
from workbench.tui.selecting import selected
from workbench.tui.sheet import NOWHERE, OPEN
from workbench.tui.telling import ClaimDetail
from workbench.tui.watching import IDLE_POLL_SECONDS, POLL_SECONDS, Changed, Watch
from workbench.tui.widgets.article import ArticlePane
from workbench.tui.widgets.bars import Account
from workbench.tui.widgets.claims import ClaimList
from workbench.tui.widgets.detail import DetailPane

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workbench.model import ArticleSummary, ClaimId, Document, Match, Source
    from workbench.tui.app import WorkbenchApp
    from workbench.tui.sheet import Sheet

FILTER_HINT = "Words, or kind: verdict: by: has: speaker: priority> @saved; → completes."


class ReadingScreen(PanesScreen):
    """Shows one article, its claims and the current one; the keys that decide come with `CheckingScreen`."""

    app: WorkbenchApp

    def __init__(
        self,
        article: ArticleSummary,
        document: Document | None = None,
        first: ClaimId | None = None,
    ) -> None:
        """Args:
        document: of `article`, where it was read already.
        first: the claim to begin at; None is the first open one.
        """
        super().__init__()
        self._first = first
        self.article = article
        self._document = document
        self.sheet: Sheet | None = None
        self.current = NOWHERE
        self.rows: Sequence[int] = array("i")
        self.sources: list[Source] = []
        self.chosen = 0
        """Which offered passage the keys act on."""

        self._query = ""
        self._remark = ""
        self._is_painted = False
        self._could_do = (False, False)
        """Whether a passage is offered, and whether details hang on the claim: some keys need one."""

    def on_mount(self) -> None:
        self.lane = Lane(self.app.open_workbench, lambda error: self.post_message(Failed(error)))
        self.offers = Offers(self.lane, self.post_message)
        self.watch_events = Watch(self.article.id, self.lane, self.post_message)
        if self._document is None:
            self.lane.do(reading_text(self.article.id, self.post_message))
            self.lane.start()
        else:
            self._show_text(TextRead(self._document))
            self._document = None
            # opening the database again must not hold up the first paint
            self.call_after_refresh(self.lane.start)
        self._show_account()
        self._ahead = self.set_interval(REST_SECONDS, self._look_ahead, pause=True)
        self._poll = self.set_interval(POLL_SECONDS, self.watch_events.look)
        self._idle_poll = self.set_interval(IDLE_POLL_SECONDS, self.watch_events.look, pause=True)

    def on_unmount(self) -> None:
        self.lane.close()

    # loading

    @on(TextRead)
    def _show_text(self, message: TextRead) -> None:
        self.article_pane.show_text(message.document.text)
        # the words are painted first: reading the claims of a long article takes its time
        self.call_after_refresh(self._read_claims, message.document)

    def _read_claims(self, document: Document) -> None:
        self.lane.do(self.watch_events.start)
        self.lane.do(reading_claims(self.article.id, document, self.post_message))

    @on(ClaimsRead)
    def _show_claims(self, message: ClaimsRead) -> None:
        sheet = message.sheet
        self.sheet = sheet
        self.sources = message.sources
        self.decisions = Decisions(sheet, self.lane, self.post_message, editor=self.app.editor)
        self.article_pane.show_sheet(sheet)
        self._select()
        first = sheet.place_of(self._first) if self._first else NOWHERE
        if first == NOWHERE:
            first = next_open(sheet, self.rows, NOWHERE, 1)
        self.go_to(first if first != NOWHERE else stepped(self.rows, 0, 0))
        self._show_account()
        self.call_after_refresh(self._go_on_behind)

    def _go_on_behind(self) -> None:
        """The first paint is out: what it did not need may follow."""
        self._is_painted = True
        self.app.settle_memory()
        self._look_for_passages()

    @on(Failed)
    def _say_failure(self, message: Failed) -> None:
        if isinstance(message.error, WorkbenchError):
            self.app.say_error(message.error)
        else:
            raise message.error

    # others

    @on(Changed)
    def _take_changes(self, message: Changed) -> None:
        if self.sheet is None:
            return
        places = [self.decisions.learn(standing) for standing in message.standings]
        self.repaint(places)
        others = sorted(message.editors - {self.app.editor})
        if others and places:
            claims = "1 claim" if len(places) == 1 else f"{len(places)} claims"
            self.app.say(f"{', '.join(others)} decided on {claims}.")
        if message.has_new_sources:
            self.read_sources()

    def read_sources(self) -> None:
        """Sources were linked: what is offered is out of date."""
        self.lane.do(reading_sources(self.article.id, self.post_message))

    @on(SourcesRead)
    def _take_sources(self, message: SourcesRead) -> None:
        self.sources = message.sources
        self.offers.forget()
        self._show_detail()

    def on_app_blur(self) -> None:
        self._poll.pause()
        self._idle_poll.resume()

    def on_app_focus(self) -> None:
        self._idle_poll.pause()
        self._poll.resume()

    on_screen_suspend = on_app_blur
    on_screen_resume = on_app_focus

    # what is shown

    @property
    def match(self) -> Match | None:
        """The chosen passage."""
        if self.sheet is None or self.current == NOWHERE:
            return None
        matches = self.offers.of(self.sheet.claims.id_of(self.current)) or ()
        return matches[self.chosen] if self.chosen < len(matches) else None

    @property
    def is_settled(self) -> bool:
        """Whether all is on the screen that was asked for: claims, decisions and passages."""
        sheet = self.sheet
        if sheet is None or self.decisions.waiting:
            return False
        if self.current == NOWHERE:
            return True
        return self.offers.of(sheet.claims.id_of(self.current)) is not None

    def go_to(self, place: int) -> None:
        """Make the claim at `place` the current one, in all panes."""
        if self.sheet is None or place == NOWHERE:
            self.detail_pane.show(None)
            return
        if place != self.current:
            self.chosen = 0
        self.current = place
        self._show_keys()
        self.article_pane.go_to(place)
        self.claim_list.go_to(place)
        self._show_detail()

    def repaint(self, places: Iterable[int]) -> None:
        """The standings of these claims changed."""
        places = list(places)
        self._show_account()
        self.article_pane.repaint(places)
        self.claim_list.repaint(places)
        self._show_detail()

    def _show_detail(self) -> None:
        sheet = self.sheet
        if sheet is None or self.current == NOWHERE:
            return
        self._show_keys()
        claim = sheet.claims[self.current]
        details = sheet.details(self.current) if sheet.is_assertion(self.current) else []
        parent = sheet.parents[self.current]
        self.detail_pane.show(
            ClaimDetail(
                claim=claim,
                standing=sheet.standing(self.current),
                mark=sheet.marks[self.current],
                scale=sheet.scale,
                parent=None if parent == NOWHERE else sheet.claims[parent],
                detail_count=len(details),
                open_details=sum(sheet.marks[place] == OPEN for place in details),
                matches=self.offers.of(claim.id),
                selected=self.chosen,
                source_count=len(self.sources),
                recalled=self.offers.recalled(claim.id),
                grounds=sheet.grounds,
            )
        )
        self._look_for_passages()

    def _show_keys(self) -> None:
        """Before the panes, so that the keys of the claim are painted with them and not a frame later."""
        if self.sheet is None or self.current == NOWHERE:
            return
        can_do = (self.match is not None, self.sheet.is_assertion(self.current))
        if can_do != self._could_do:
            self._could_do = can_do
            self.refresh_bindings()

    def _look_for_passages(self) -> None:
        """Ask for the passages of the current claim; once they are here, and no key comes, look ahead."""
        if self._is_painted:
            # the lane would compete with the painting of what the key did
            self.call_after_refresh(self._look_here)

    def _look_here(self) -> None:
        if not self._look_for([self.current]):
            self._ahead.reset()

    def _look_ahead(self) -> None:
        """Ask for the passages of a claim that a key may lead to next."""
        self._ahead.pause()
        if self.sheet is not None:
            beside = (stepped(self.rows, self.current, by) for by in (1, -1))
            after = next_open(self.sheet, self.rows, self.current, 1)
            # a key may have come between: its question must not be lost to one that looks ahead
            self._look_for([self.current, after, *beside])

    def _look_for(self, places: Iterable[int]) -> bool:
        sheet = self.sheet
        if sheet is None:
            return False
        return self.offers.look(sheet.claims.id_of(place) for place in places if place != NOWHERE)

    @on(Offered)
    def _show_offers(self, message: Offered) -> None:
        self.offers.take(message)
        if self.sheet and self.sheet.place_of(message.claim_id) == self.current:
            self._show_detail()
        else:
            self._look_ahead()

    def say_so(self, remark: str) -> None:
        """Say on the status line what the next keys do; nothing is nothing special."""
        self._remark = remark
        self._show_account()

    def _show_account(self) -> None:
        sheet = self.sheet
        progress = self.article.progress
        self.status_line.show(
            Account(
                self.article.title,
                sheet.assessed if sheet else progress.assessed,
                len(sheet) if sheet else progress.claims,
                sheet.coverage if sheet else 0.0,
                self.app.editor,
                self._remark if sheet else "reading …",
            )
        )

    # moving

    def action_move(self, by: int) -> None:
        self.go_to(stepped(self.rows, self.current, by))

    def action_move_to(self, row: int) -> None:
        if self.rows:
            self.go_to(self.rows[row])

    def action_move_sentence(self, by: int) -> None:
        if self.sheet is not None:
            self.go_to(next_assertion(self.sheet, self.rows, self.current, by))

    def action_next_open(self, by: int) -> None:
        if self.sheet is None:
            return
        place = next_open(self.sheet, self.rows, self.current, by)
        if place == NOWHERE:
            self.app.say("No claim is open here: every one has a verdict.")
        else:
            self.go_to(place)

    def action_choose(self, by: int) -> None:
        if self.match is None or self.sheet is None:
            return
        count = len(self.offers.of(self.sheet.claims.id_of(self.current)) or ())
        self.chosen = min(max(self.chosen + by, 0), count - 1)
        self._show_detail()

    @on(ArticlePane.Picked)
    @on(ClaimList.Picked)
    def _go_to_picked(self, message: ArticlePane.Picked | ClaimList.Picked) -> None:
        self.go_to(message.place)

    @on(DetailPane.PassagePicked)
    def _choose_picked(self, message: DetailPane.PassagePicked) -> None:
        self.chosen = message.number
        self._show_detail()

    # finding

    def action_filter(self) -> None:
        before = self._query
        if self.sheet is None:
            return
        scale = self.sheet.scale

        def restore() -> None:
            self._query = before
            self._select()

        ask(
            self,
            "Find claims",
            Field(
                "query",
                "Words",
                self._query,
                'kind:money verdict:open priority>0.5 "forced labor"',
                complete=lambda typed: completion(typed, scale, self.app.settings.filters),
            ),
            hint=FILTER_HINT,
            on_typed=self._type_query,
            then=lambda _: None,
            otherwise=restore,
        )

    def _type_query(self, text: str) -> None:
        self._query = text
        self._select()
        if self.rows and stepped(self.rows, self.current, 0) != self.current:
            self.go_to(stepped(self.rows, self.current, 1))

    def _select(self) -> None:
        if self.sheet is None:
            return
        selection = selection_of(self._query, self.sheet.scale, self.app.settings.filters)
        self.rows = self.in_order(selected(self.sheet, selection))
        self.claim_list.show_sheet(self.sheet, self.rows)
        title = "Claims"
        if self._query:
            title = f"Claims: {len(self.rows)} of {len(self.sheet)} · {shown(self._query)}"
        if selection.unknown:
            title += f" (unknown: {shown(' '.join(selection.unknown))})"
        self.claim_list.border_title = Content(title)

    def in_order(self, places: Sequence[int]) -> Sequence[int]:
        """`places`, which come as they stand in the text, in the order they are gone through."""
        return places

    def action_back_out(self) -> None:
        if not self.leave_full_screen() and self._query:
            self._query = ""
            self._select()
            self.go_to(self.current)
