"""An article in three panes: loading it, moving through its claims, and keeping up with others."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events, on
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen

from workbench.errors import WorkbenchError
from workbench.model import DEFAULT_SCALE
from workbench.tui.asking import Field, ask
from workbench.tui.deciding import Decisions
from workbench.tui.folding import Folding
from workbench.tui.lane import Lane
from workbench.tui.moving import next_assertion, next_open, stepped
from workbench.tui.painting import shown
from workbench.tui.selecting import selected, selection_of
from workbench.tui.sheet import NOWHERE, OPEN, Sheet
from workbench.tui.telling import ClaimDetail
from workbench.tui.watching import IDLE_POLL_SECONDS, POLL_SECONDS, Changed, Watch
from workbench.tui.widgets.article import ArticlePane
from workbench.tui.widgets.bars import Account, KeyLine, StatusLine, VerdictBar
from workbench.tui.widgets.claims import ClaimList
from workbench.tui.widgets.detail import DetailPane

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.app import ComposeResult

    from workbench.model import ArticleSummary, ClaimId, Document, Match, Source
    from workbench.review import Workbench
    from workbench.tui.app import WorkbenchApp

FILTER_HINT = "Words, or kind:money verdict:open by:name; an empty line shows all claims."


REMEMBERED_OFFERS = 500
"""Claims whose passages are kept at hand."""


class ReadingScreen(Screen[None]):
    """Shows one article, its claims and the current one; the keys that decide come with `CheckingScreen`."""

    CSS_PATH = "../styles/checking.tcss"
    AUTO_FOCUS = "#article"

    app: WorkbenchApp

    @dataclass
    class DocumentRead(Message):
        """The article's text is here."""

        document: Document

    @dataclass
    class ClaimsRead(Message):
        """Its claims, standings and sources are here."""

        sheet: Sheet
        sources: list[Source]

    @dataclass
    class Offered(Message):
        """Passages were looked for."""

        claim_id: ClaimId
        matches: tuple[Match, ...]

    @dataclass
    class Failed(Message):
        """Work behind the screen could not be done."""

        error: BaseException

    def __init__(self, article: ArticleSummary) -> None:
        super().__init__()
        self.article = article
        self.sheet: Sheet | None = None
        self.current = NOWHERE
        self.rows: Sequence[int] = array("l")
        self.sources: list[Source] = []
        self.chosen = 0
        """Which offered passage the keys act on."""

        self._query = ""
        self._matches: dict[ClaimId, tuple[Match, ...]] = {}
        self._folding = Folding(self)
        self._could_do = (False, False)
        """Whether a passage is offered, and whether details hang on the claim: some keys need one."""

    def compose(self) -> ComposeResult:
        yield StatusLine(id="status")
        with Horizontal(id="panes"):
            yield ArticlePane(id="article", classes="pane")
            with Vertical(id="side"):
                yield ClaimList(id="claims", classes="pane")
                yield DetailPane(id="detail", classes="pane")
        yield VerdictBar(DEFAULT_SCALE, id="verdicts")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        self.lane = Lane(
            self.app.open_workbench, lambda error: self.post_message(self.Failed(error))
        )
        self.watch_events = Watch(self.article.id, self.lane, self.post_message)
        self.lane.start()
        self.lane.do(self._read)
        for name, title in (("article", "Article"), ("claims", "Claims"), ("detail", "Claim")):
            self.query_one(f"#{name}").border_title = title
        self._show_account()
        self._poll = self.set_interval(POLL_SECONDS, self.watch_events.look)
        self._idle_poll = self.set_interval(IDLE_POLL_SECONDS, self.watch_events.look, pause=True)

    def on_unmount(self) -> None:
        self.lane.close()

    # loading, in the lane

    def _read(self, bench: Workbench) -> None:
        document = bench.document(self.article.id)
        self.post_message(self.DocumentRead(document))
        self.watch_events.start(bench)
        claims = bench.claims(self.article.id)
        standings = bench.standings(self.article.id)
        sheet = Sheet(claims, standings, bench.scale, document.text)
        self.post_message(self.ClaimsRead(sheet, bench.sources(self.article.id)))

    @on(DocumentRead)
    def _show_document(self, message: DocumentRead) -> None:
        self.article_pane.show_text(message.document.text)

    @on(ClaimsRead)
    def _show_claims(self, message: ClaimsRead) -> None:
        sheet = message.sheet
        self.sheet = sheet
        self.sources = message.sources
        self.decisions = Decisions(sheet, self.lane, self.post_message, editor=self.app.editor)
        self.article_pane.show_sheet(sheet)
        self._select()
        first = next_open(sheet, self.rows, NOWHERE, 1)
        self.go_to(first if first != NOWHERE else stepped(self.rows, 0, 0))
        self._show_account()
        self.call_after_refresh(self.app.settle_memory)

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
        self._matches.clear()

        def read(bench: Workbench) -> None:
            self.sources = bench.sources(self.article.id)
            self.app.call_later(self._show_detail)

        self.lane.do(read)

    def on_app_blur(self) -> None:
        self._poll.pause()
        self._idle_poll.resume()

    def on_app_focus(self) -> None:
        self._idle_poll.pause()
        self._poll.resume()

    # what is shown

    @property
    def article_pane(self) -> ArticlePane:
        return self.query_one("#article", ArticlePane)

    @property
    def claim_list(self) -> ClaimList:
        return self.query_one("#claims", ClaimList)

    @property
    def detail_pane(self) -> DetailPane:
        return self.query_one("#detail", DetailPane)

    @property
    def match(self) -> Match | None:
        """The chosen passage."""
        if self.sheet is None or self.current == NOWHERE:
            return None
        matches = self._matches.get(self.sheet.claims[self.current].id, ())
        return matches[self.chosen] if self.chosen < len(matches) else None

    def go_to(self, place: int) -> None:
        """Make the claim at `place` the current one, in all panes."""
        if self.sheet is None or place == NOWHERE:
            self.detail_pane.show(None)
            return
        if place != self.current:
            self.chosen = 0
        self.current = place
        self.article_pane.go_to(place)
        self.claim_list.go_to(place)
        self._show_detail()

    def repaint(self, places: Iterable[int]) -> None:
        """The standings of these claims changed."""
        places = list(places)
        self.article_pane.repaint(places)
        self.claim_list.repaint(places)
        self._show_detail()
        self._show_account()

    def _show_detail(self) -> None:
        sheet = self.sheet
        if sheet is None or self.current == NOWHERE:
            return
        claim = sheet.claims[self.current]
        details = sheet.details(self.current) if sheet.is_assertion(self.current) else []
        parent = sheet.parents[self.current]
        matches = self._matches.get(claim.id)
        self.detail_pane.show(
            ClaimDetail(
                claim=claim,
                standing=sheet.standing(self.current),
                mark=sheet.marks[self.current],
                scale=sheet.scale,
                parent=None if parent == NOWHERE else sheet.claims[parent],
                detail_count=len(details),
                open_details=sum(sheet.marks[place] == OPEN for place in details),
                matches=matches,
                selected=self.chosen,
                source_count=len(self.sources),
            )
        )
        self._look_for_passages()
        can_do = (self.match is not None, sheet.is_assertion(self.current))
        if can_do != self._could_do:
            self._could_do = can_do
            self.refresh_bindings()

    def _look_for_passages(self) -> None:
        """Ask for the passages of the current claim, else of those a key may lead to next."""
        sheet = self.sheet
        if sheet is None or not self.sources:
            return
        for place in (
            self.current,
            next_open(sheet, self.rows, self.current, 1),
            stepped(self.rows, self.current, 1),
            stepped(self.rows, self.current, -1),
        ):
            if place != NOWHERE and sheet.claims[place].id not in self._matches:
                self._ask_for_passages(sheet.claims[place].id)
                return

    def _ask_for_passages(self, claim_id: ClaimId) -> None:
        def look(bench: Workbench) -> None:
            self.post_message(self.Offered(claim_id, tuple(bench.matches(claim_id))))

        self.lane.ask(look)

    @on(Offered)
    def _show_offers(self, message: Offered) -> None:
        if len(self._matches) >= REMEMBERED_OFFERS:
            self._matches.clear()
        self._matches[message.claim_id] = message.matches
        if self.sheet and self.sheet.place_of(message.claim_id) == self.current:
            self._show_detail()
        else:
            self._look_for_passages()

    def _show_account(self) -> None:
        sheet = self.sheet
        progress = self.article.progress
        self.query_one("#status", StatusLine).show(
            Account(
                self.article.title,
                sheet.assessed if sheet else progress.assessed,
                len(sheet) if sheet else progress.claims,
                sheet.coverage if sheet else 0.0,
                self.app.editor,
                "" if sheet else "reading …",
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
        count = len(self._matches[self.sheet.claims[self.current].id])
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

        def restore() -> None:
            self._query = before
            self._select()

        ask(
            self,
            "Find claims",
            Field("query", "Words", self._query, 'kind:money verdict:open "forced labor"'),
            hint=FILTER_HINT,
            on_typed=self._type_query,
            then=lambda _: None,
            otherwise=restore,
        )

    def _type_query(self, text: str) -> None:
        self._query = text
        self._select()
        if self.current not in self.rows and self.rows:
            self.go_to(stepped(self.rows, self.current, 1))

    def _select(self) -> None:
        if self.sheet is None:
            return
        selection = selection_of(self._query, self.sheet.scale)
        self.rows = selected(self.sheet, selection)
        self.claim_list.show_sheet(self.sheet, self.rows)
        title = "Claims"
        if self._query:
            title = f"Claims: {len(self.rows)} of {len(self.sheet)} · {shown(self._query)}"
        if selection.unknown:
            title += f" (unknown: {shown(' '.join(selection.unknown))})"
        self.claim_list.border_title = Content(title)

    # panes

    def action_back_out(self) -> None:
        if not self._folding.leave_full() and self._query:
            self._query = ""
            self._select()
            self.go_to(self.current)

    def action_next_pane(self) -> None:
        self._folding.go(1)

    def action_previous_pane(self) -> None:
        self._folding.go(-1)

    def action_full_screen(self) -> None:
        self._folding.toggle_full()

    def action_widen(self, by: int) -> None:
        self._folding.widen(by)

    def action_heighten(self, by: int) -> None:
        self._folding.heighten(by)

    def on_resize(self, event: events.Resize) -> None:
        self._folding.fold(event.size.width, event.size.height)

    def on_descendant_focus(self) -> None:
        self._folding.show_focused()
