"""The desk: the articles and how far each is, and the ways into them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from workbench.errors import WorkbenchError
from workbench.tui.asking import Field, ask
from workbench.tui.keys import DESK_KEYS
from workbench.tui.painting import shown
from workbench.tui.watching import IDLE_POLL_SECONDS
from workbench.tui.widgets.articles import ArticleList
from workbench.tui.widgets.bars import KeyLine, TitleLine

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from workbench.model import ArticleSummary
    from workbench.review.errands import Done
    from workbench.tui.app import WorkbenchApp
    from workbench.tui.widgets.nearby import NearbyFiles

EMPTY_DESK = """\
Nothing is on the desk yet.

An article is checked here claim by claim: the workbench splits it into what can be \
checked, you mark each claim against the sources you link, and a report leaves the building.

  a   add an article: a file, or the address of a page
  e   put the example on the desk, with its sources, and try the keys
  ?   all keys

Everything stays in one file: {path}"""


class DeskScreen(Screen[None]):
    """Lists the articles."""

    BINDINGS: ClassVar[list[BindingType]] = DESK_KEYS

    app: WorkbenchApp

    @dataclass
    class Listed(Message):
        """The articles were read."""

        articles: list[ArticleSummary]

    @dataclass
    class Added(Message):
        """An article was added, or was on the desk already."""

        done: Done

    @dataclass
    class Failed(Message):
        """Something could not be done."""

        error: WorkbenchError

    def __init__(self) -> None:
        super().__init__()
        self.articles: list[ArticleSummary] = []
        self.chosen = 0
        self._has_looked_nearby = False

    def compose(self) -> ComposeResult:
        yield TitleLine("The desk", id="title")
        with Vertical(id="body"):
            yield ArticleList(id="articles")
            with Vertical(id="empty"):
                yield Static(Content(EMPTY_DESK.format(path=shown(str(self.app.path)))))
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        self.query_one("#empty").display = False
        self.set_interval(IDLE_POLL_SECONDS * 4, self._list_again)

    def on_screen_resume(self) -> None:
        self._list()

    @property
    def article(self) -> ArticleSummary | None:
        """The chosen one."""
        return self.articles[self.chosen] if self.chosen < len(self.articles) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The example is for an empty desk; the rest needs an article."""
        if action in {"check", "report", "overview"} and not self.articles:
            return None
        return not (action == "example" and self.articles)

    # reading

    def _list_again(self) -> None:
        if self.is_current:
            self._list()

    @work(thread=True, exclusive=True, group="listing", exit_on_error=False)
    def _list(self) -> None:
        if not self.app.path.exists():
            self.post_message(self.Listed([]))
            return
        try:
            with self.app.open_workbench() as bench:
                self.post_message(self.Listed(bench.articles()))
        except WorkbenchError as error:
            self.post_message(self.Failed(error))

    @on(Listed)
    def _show(self, message: Listed) -> None:
        if message.articles == self.articles and self.articles:
            return
        self.articles = message.articles
        self._show_chosen()
        self.call_after_refresh(self.app.settle_memory)

    def _show_chosen(self) -> None:
        self.chosen = min(self.chosen, max(0, len(self.articles) - 1))
        articles = self.query_one("#articles", ArticleList)
        articles.display = bool(self.articles)
        self.query_one("#empty").display = not self.articles
        articles.show(self.articles, self.chosen)
        if self.articles:
            articles.focus()
        elif not self._has_looked_nearby:
            self._has_looked_nearby = True
            self._look_nearby()
        count = len(self.articles)
        self.query_one("#title", TitleLine).show_remark(
            f"{count} article{'' if count == 1 else 's'} · {shown(self.app.editor)}"
        )
        self.refresh_bindings()

    @work(thread=True, exclusive=True, group="nearby", exit_on_error=False)
    def _look_nearby(self) -> None:
        from workbench.tui.nearby import articles_nearby

        found = articles_nearby(self.app.path.absolute().parent)
        if found:
            self.app.call_from_thread(self._offer_nearby, found)

    def _offer_nearby(self, paths: list[Path]) -> None:
        """Below the words of an empty desk: the files that may be articles; Enter adds one."""
        # most desks are not empty, and a list of options costs start-up time
        from workbench.tui.widgets.nearby import NearbyFiles

        if self.articles or not self.is_attached:
            return
        files = NearbyFiles(paths, id="nearby")
        self.query_one("#empty").mount(files)
        files.focus()

    def on_nearby_files_chosen(self, message: NearbyFiles.Chosen) -> None:
        """By its name, as Textual finds it: the widget is loaded only where it is shown."""
        self.app.say(f"Reading {message.path.name} …")
        self._add(str(message.path))

    # choosing

    def action_move(self, by: int) -> None:
        self.chosen = min(max(self.chosen + by, 0), max(0, len(self.articles) - 1))
        self.query_one("#articles", ArticleList).show(self.articles, self.chosen)

    def action_move_to(self, row: int) -> None:
        self.chosen = row if row >= 0 else max(0, len(self.articles) - 1)
        self.action_move(0)

    @on(ArticleList.Picked)
    def _pick(self, message: ArticleList.Picked) -> None:
        self.chosen = message.row
        self.action_move(0)
        if message.is_double:
            self.action_check()

    def action_check(self) -> None:
        if self.article is not None:
            self.app.check_article(self.article)

    def action_report(self) -> None:
        if self.article is not None:
            self.app.offer_report(self.article)

    def action_overview(self) -> None:
        if self.article is not None:
            self.app.show_overview(self.article)

    # adding

    def action_add(self) -> None:
        def add(typed: Mapping[str, str]) -> None:
            if typed["article"]:
                self.app.say(f"Reading {typed['article']} …")
                self._add(typed["article"])

        field = Field("article", "Path or URL", placeholder="article.txt")
        ask(self, "Add an article", field, then=add)

    def action_example(self) -> None:
        self.app.say("Putting the example on the desk …")
        self._add_example()

    def _add(self, reference: str) -> None:
        # reading in a process of its own is loaded when something is added
        from workbench.review.errands import Errand

        app = self.app
        errand = Errand(app.path, app.editor, app.settings, reference)
        app.errands.begin(
            errand,
            f"Adding {errand.name}",
            then=lambda done: self.post_message(self.Added(done)),
            otherwise=lambda error: self.post_message(self.Failed(error)),
        )

    @work(thread=True, group="adding", exit_on_error=False)
    def _add_example(self) -> None:
        # reading Word files and the rest is not needed before
        from workbench.review.demonstration import build_demonstration
        from workbench.review.errands import Done

        try:
            build_demonstration(self.app.path)
            with self.app.open_workbench() as bench:
                article = bench.article("1")
        except WorkbenchError as error:
            self.post_message(self.Failed(error))
        else:
            done = Done(article.number, article.title, article.progress.claims)
            self.post_message(self.Added(done))

    @on(Added)
    def _show_added(self, message: Added) -> None:
        done = message.done
        if done.is_new:
            self.app.say(f"{done.title}: {done.count} claims. Enter opens it.")
        else:
            self.app.say(f"{done.title} is on the desk already; nothing changed.")
        self.chosen = done.number - 1
        self._list()

    @on(Failed)
    def _say_failure(self, message: Failed) -> None:
        self.app.say_error(message.error)
        if not self.articles:
            self._show_chosen()
