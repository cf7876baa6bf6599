"""The three lines round the panes: what is accounted for, the verdicts, and the keys of the moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from textual.widget import Widget

from workbench.tui.looks import ground_of, link_meta, looks_of, symbol_of
from workbench.tui.painting import fitted, shown, strip_of

if TYPE_CHECKING:
    from collections.abc import Iterator

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
        return strip_of(segments, self.size.width, ground_of(self))

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
        entries = self._scale.entries
        labels = [entry.label for entry in entries]
        gap = 2
        if sum(cell_len(label) + 4 + gap for label in labels) > width:
            labels, gap = [entry.short or entry.label for entry in entries], 1
        if sum(cell_len(label) + 3 + gap for label in labels) > width:
            labels, gap = ["" for _ in entries], 2
        segments = [Segment(" ")]
        keys = self._keys()
        for mark, (entry, label) in enumerate(zip(entries, labels, strict=True), 1):
            link = link_meta(f"screen.give({str(entry.name)!r})")
            style = looks_of(self).verdict(mark)
            sign = f"{' ' * (gap - 1)}{symbol_of(mark, self._scale)} {label}".rstrip()
            segments += [
                Segment(keys.get(f"verdict.{entry.name}", entry.key), looks_of(self)["key"] + link),
                Segment(sign, style + link),
                Segment(" " * gap),
            ]
        return segments

    def _keys(self) -> dict[str, str]:
        """The key of each binding, by id; the settings may have put others in place of ours."""
        keys: dict[str, str] = {}
        for active in self.screen.active_bindings.values():
            if active.binding.id:
                keys.setdefault(active.binding.id, self.app.get_key_display(active.binding))
        return keys


HELP_ACTION = "help"


class KeyLine(Bar):
    """The keys that do something now, made from the bindings; a click does it too."""

    DEFAULT_CSS = """
    KeyLine { background: $background; }
    """

    def on_mount(self) -> None:
        # at once, so that it is painted with what changed the keys
        self.screen.bindings_updated_signal.subscribe(self, self._update, immediate=True)

    def _update(self, _: Screen[object]) -> None:
        self.refresh()

    def _segments(self, width: int) -> list[Segment]:
        parts = list(self._parts())
        # help stays, whatever else is cut
        help_parts = [part for part in parts if part[0] == HELP_ACTION]
        room = width - 1 - sum(cells for _, cells, _ in help_parts)
        segments = [Segment(" ")]
        for action, cells, part in parts:
            if action == HELP_ACTION:
                continue
            if cells > room:
                break
            room -= cells
            segments += part
        return segments + [segment for *_, part in help_parts for segment in part]

    def _parts(self) -> Iterator[tuple[str, int, list[Segment]]]:
        """Action, cells and segments of each key that is shown."""
        looks = looks_of(self)
        seen: set[str] = set()
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if not binding.show or binding.action in seen:
                continue
            seen.add(binding.action)
            key = self.app.get_key_display(binding)
            link = link_meta(f"{_namespace(active.node)}{binding.action}")
            on, off = ("key", "plain") if active.enabled else ("quiet",) * 2
            yield (
                binding.action,
                cell_len(key) + cell_len(binding.description) + 3,
                [
                    Segment(key, looks[on] + link),
                    Segment(f" {binding.description}", looks[off] + link),
                    Segment("  "),
                ],
            )


def _namespace(node: object) -> str:
    from textual.app import App
    from textual.screen import Screen as TextualScreen

    if isinstance(node, App):
        return "app."
    return "screen." if isinstance(node, TextualScreen) else "focused."
