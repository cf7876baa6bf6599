"""The three lines round the panes: what is accounted for, the verdicts, and the keys of the moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from textual.widget import Widget

from workbench.tui.looks import link_meta, looks_of, symbol_of
from workbench.tui.painting import fitted, shown, strip_of

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.strip import Strip

    from workbench.model import VerdictScale

GAUGE_CELLS = 12
FULL, EMPTY = "▰", "▱"


def gauge(share: float, cells: int = GAUGE_CELLS) -> str:
    """`share`, 0 to 1, as a bar; full only when nothing is left, empty only when nothing is done."""
    filled = round(share * cells)
    if 0 < share < 1:
        filled = min(max(filled, 1), cells - 1)
    return FULL * filled + EMPTY * (cells - filled)


class Bar(Widget):
    """One line over the whole width."""

    DEFAULT_CSS = """
    Bar {
        height: 1;
        width: 1fr;
        background: $panel;
    }
    """

    def render_line(self, y: int) -> Strip:
        segments = self._segments(self.size.width) if not y else []
        return strip_of(segments, self.size.width, looks_of(self)["plain"])

    def _segments(self, width: int) -> list[Segment]:
        raise NotImplementedError

    def _part(self, name: str, words: str) -> Segment:
        return Segment(words, looks_of(self)[name])


@dataclass(frozen=True, slots=True)
class Account:
    """How much of an article is accounted for."""

    title: str
    assessed: int
    claims: int
    coverage: float
    """The share of the claimed characters that are in a claim with a verdict."""

    editor: str = ""
    remark: str = ""
    """What goes on, such as `saving …`; empty as a rule."""


class StatusLine(Bar):
    """Title, progress and coverage."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._account = Account("", 0, 0, 0.0)

    def show(self, account: Account) -> None:
        if account != self._account:
            self._account = account
            self.refresh()

    def _segments(self, width: int) -> list[Segment]:
        account = self._account
        share = account.assessed / account.claims if account.claims else 0.0
        percent = f"{int(account.coverage * 100)} %"
        if width >= 100:
            figures = f" {account.assessed:,} of {account.claims:,} claims"
            rest = f" · {percent} of the claimed text · {shown(account.editor)} "
        else:
            figures, rest = f" {account.assessed}/{account.claims}", f" · {percent} "
        if account.remark:
            rest = f" · {shown(account.remark)}{rest}"
        bar = gauge(share, GAUGE_CELLS if width >= 80 else 6)
        used = cell_len(bar + figures + rest) + 1
        return [
            self._part(
                "strong", " " + fitted(shown(account.title), max(0, width - used - 1)) + " "
            ),
            self._part("gauge", bar),
            self._part("strong", figures),
            self._part("quiet", rest),
        ]


class TitleLine(Bar):
    """The name of a screen, and a remark at its right end."""

    def __init__(self, title: str, *, id: str) -> None:
        super().__init__(id=id)
        self._title = title
        self._remark = ""

    def show_remark(self, remark: str) -> None:
        self._remark = remark
        self.refresh()

    def _segments(self, width: int) -> list[Segment]:
        room = max(0, width - cell_len(self._remark) - 2)
        return [
            self._part("strong", fitted(f" {self._title}", room)),
            self._part("quiet", f" {self._remark} "),
        ]


class VerdictBar(Bar):
    """The key, symbol and label of each verdict; a click gives it."""

    def __init__(self, scale: VerdictScale, *, id: str) -> None:
        super().__init__(id=id)
        self._scale = scale

    def _segments(self, width: int) -> list[Segment]:
        labels = [entry.label for entry in self._scale.entries]
        needed = sum(len(label) + 7 for label in labels)
        if needed > width:
            labels = short_labels(labels)
            needed = sum(len(label) + 6 for label in labels)
        if needed > width:
            labels = ["" for _ in labels]
        segments = [Segment(" ")]
        for mark, (entry, label) in enumerate(zip(self._scale.entries, labels, strict=True), 1):
            link = link_meta(f"screen.give({str(entry.name)!r})")
            style = looks_of(self).verdict(mark)
            key = looks_of(self)["key"]
            segments += [
                Segment(entry.key, key + link),
                Segment(f" {symbol_of(mark, self._scale)} {label}".rstrip(), style + link),
                Segment("  ", looks_of(self)["plain"]),
            ]
        return segments


def short_labels(labels: list[str]) -> list[str]:
    """The first word of each label that says enough and is not taken, else its last, else all of it."""
    shorts: list[str] = []
    for label in labels:
        words = label.split()
        candidates = (words[0], words[-1].capitalize(), label)
        shorts.append(
            next(
                (
                    word
                    for word in candidates
                    if len(word) > 3 and word not in shorts and len(words) != 2
                ),
                label,
            )
        )
    return shorts


class KeyLine(Bar):
    """The keys that do something now, made from the bindings; a click does it too."""

    DEFAULT_CSS = """
    KeyLine { background: $background; }
    """

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._update)

    def _update(self, _: Screen[object]) -> None:
        self.refresh()

    def _segments(self, width: int) -> list[Segment]:
        looks = looks_of(self)
        seen: set[str] = set()
        segments = [Segment(" ", looks_of(self)["plain"])]
        used = 1
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if not binding.show or binding.action in seen:
                continue
            seen.add(binding.action)
            key = self.app.get_key_display(binding)
            cells = len(key) + len(binding.description) + 3
            if used + cells > width:
                continue
            used += cells
            link = link_meta(f"{_namespace(active.node)}{binding.action}")
            on, off = ("key", "plain") if active.enabled else ("quiet",) * 2
            segments += [
                Segment(key, looks[on] + link),
                Segment(f" {binding.description}", looks[off] + link),
                Segment("  ", looks_of(self)["plain"]),
            ]
        return segments


def _namespace(node: object) -> str:
    from textual.app import App
    from textual.screen import Screen as TextualScreen

    if isinstance(node, App):
        return "app."
    return "screen." if isinstance(node, TextualScreen) else "focused."
