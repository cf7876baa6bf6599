"""How far an article is checked, at a glance: by kind and verdict, what is left, who, and when."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Sparkline, Static

from workbench.errors import WorkbenchError
from workbench.model import OPEN_SYMBOL, Level, visible_line
from workbench.reports import report_of
from workbench.reports.pictures import pulse
from workbench.reports.totals import given_ratings, totals_by_kind, totals_of
from workbench.reports.wording import counted, moment_words, progress_words
from workbench.review import utc_now
from workbench.tui.looks import MAX_MARKS
from workbench.tui.screens.prompt import LEAVE_KEY

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from workbench.model import ArticleSummary
    from workbench.reports import Report
    from workbench.reports.totals import Totals
    from workbench.tui.app import WorkbenchApp

BAR_CELLS = 32
LABEL_CELLS = 13
FULL, OPEN_CELL = "█", "░"

MINUTE, HOUR, DAY = 60, 3600, 86400


class OverviewScreen(ModalScreen[None]):
    """The dashboard of one article."""

    app: WorkbenchApp
    BINDINGS: ClassVar[list[BindingType]] = [LEAVE_KEY]
    DEFAULT_CSS = """
    OverviewScreen {
        align: center middle;
        #overview {
            width: 92;
            max-width: 96%;
            height: auto;
            max-height: 92%;
            background: $surface;
            border: round $primary;
            border-title-color: $primary;
            padding: 0 1;
        }
        VerticalScroll { height: auto; max-height: 100%; }
        Static { height: auto; }
        Sparkline { height: 3; margin-top: 1; display: none; }
        Sparkline.-shown { display: block; }
        Sparkline > .sparkline--max-color { color: $accent; }
        Sparkline > .sparkline--min-color { color: $quiet; }
    }
    """

    def __init__(self, article: ArticleSummary) -> None:
        super().__init__()
        self._article = article

    def compose(self) -> ComposeResult:
        box = Vertical(id="overview")
        box.border_title = "Overview"
        with box, VerticalScroll(can_focus=False):
            yield Static("Counting …", id="figures")
            yield Sparkline(id="pulse")
            yield Static(id="when")

    def on_mount(self) -> None:
        self._gather()

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _gather(self) -> None:
        try:
            with self.app.open_workbench() as bench:
                report = report_of(bench, self._article.id)
        except WorkbenchError as error:
            self.app.call_from_thread(self.app.say_error, error)
            self.app.call_from_thread(self.dismiss)
        else:
            self.app.call_from_thread(self._show, report)

    def _show(self, report: Report) -> None:
        if not self.is_attached:
            return
        self.query_one("#figures", Static).update(figures(report))
        beats = pulse(report.moments)
        spark = self.query_one("#pulse", Sparkline)
        spark.data = list(beats)
        spark.set_class(bool(beats), "-shown")
        self.query_one("#when", Static).update(history(report, now=utc_now()))

    def action_leave(self) -> None:
        self.dismiss()


def figures(report: Report) -> Content:
    """Progress by kind and verdict, and what is left."""
    totals = totals_of(report)
    marks = {entry.name: number for number, entry in enumerate(report.scale.entries, 1)}
    lines = [
        Content.styled(visible_line(report.article.title), "bold"),
        Content(progress_words(report)),
        Content(""),
    ]
    lines += [_row(row, marks) for row in (*totals_by_kind(report), totals)]
    lines.append(Content(""))
    verdicts: list[str | tuple[str, str]] = []
    for entry, count in zip(
        given_ratings(totals), totals.counts_of(given_ratings(totals)), strict=True
    ):
        verdicts += [
            (_together(f"{entry.symbol} {entry.label} {count:,}"), _style(marks, entry.name)),
            "   ",
        ]
    verdicts.append((_together(f"{OPEN_SYMBOL} open {totals.open:,}"), "$verdict-0"))
    lines += [Content.assemble(*verdicts), Content(left(report))]
    return Content("\n").join(lines)


def left(report: Report) -> str:
    """What is still to do, in a sentence."""
    open_claims = [claim for claim in report.claims if claim.rating is None]
    if not open_claims:
        return "Nothing is left: every claim has a verdict."
    assertions = sum(claim.level is Level.ASSERTION for claim in open_claims)
    details = len(open_claims) - assertions
    never = len(report.never_looked_at)
    return (
        f"Left: {counted(assertions, 'assertion')} and {counted(details, 'detail')}; "
        f"{counted(never, 'claim')} never looked at; next is {open_claims[0].number}, "
        f"“{visible_line(open_claims[0].text[:40])}”."
    )


def history(report: Report, *, now: datetime) -> Content:
    """Who gave the verdicts that stand, and when something last happened."""
    by_editor = Counter(claim.decided.editor for claim in report.claims if claim.decided)
    lines = []
    if report.moments:
        span = f"{moment_words(report.moments[0])} to {moment_words(report.moments[-1])}"
        lines.append(
            Content.styled(f"{counted(len(report.moments), 'decision')}, {span}", "$quiet")
        )
    if by_editor:
        who = ", ".join(
            f"{visible_line(name)} {count:,}" for name, count in by_editor.most_common()
        )
        lines.append(Content(f"Verdicts that stand: {who}"))
    lines.append(Content(f"Last change: {since(report.changed_at, now=now)}"))
    return Content("\n").join(lines)


def since(moment: str, *, now: datetime) -> str:
    """How long ago `moment` (ISO 8601) was, in the largest unit that fits."""
    seconds = int((now - datetime.fromisoformat(moment)).total_seconds())
    if seconds < MINUTE:
        return "just now"
    for size, noun in ((DAY, "day"), (HOUR, "hour"), (MINUTE, "minute")):
        if seconds >= size:
            return f"{counted(seconds // size, noun)} ago, {moment_words(moment)}"
    return "just now"


def _row(totals: Totals, marks: dict[str, int]) -> Content:
    """`Quantity  ████░░░░  3 of 7`."""
    cells = _cells([*(count for _, count in totals.by_rating), totals.open], BAR_CELLS)
    parts: list[str | tuple[str, str]] = [(f"{totals.label:<{LABEL_CELLS}}", "$quiet")]
    for (entry, _), width in zip(totals.by_rating, cells, strict=False):
        parts.append((FULL * width, _style(marks, entry.name)))
    parts.append((OPEN_CELL * cells[-1], "$verdict-0"))
    parts.append(f"  {totals.claims - totals.open:,} of {totals.claims:,}")
    return Content.assemble(*parts)


def _together(words: str) -> str:
    """`words`, which stay on one line."""
    return words.replace(" ", "\N{NO-BREAK SPACE}")


def _cells(counts: list[int], width: int) -> list[int]:
    """`width` cells shared out by `counts`; whatever occurs gets one, and the largest gives way."""
    total = sum(counts)
    if not total:
        return [*[0] * (len(counts) - 1), width]
    cells = [max(1, count * width // total) if count else 0 for count in counts]
    cells[counts.index(max(counts))] += width - sum(cells)
    return cells


def _style(marks: dict[str, int], rating: str) -> str:
    return f"$verdict-{min(marks.get(rating, MAX_MARKS - 1), MAX_MARKS - 1)}"
