"""The line that tells of long work: what it is, how far it is, and which key ends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from workbench.tui.painting import fitted, shown
from workbench.tui.widgets.bars import Bar, gauge

if TYPE_CHECKING:
    from rich.segment import Segment


class ErrandBar(Bar):
    """Shows the last news of one errand at the foot of a screen."""

    DEFAULT_CSS = """
    ErrandBar { dock: bottom; }
    """

    def __init__(self, end_key: str) -> None:
        super().__init__()
        self._end_key = end_key
        self._label = self._stage = ""
        self._share = 0.0

    def show(self, label: str, stage: str, share: float) -> None:
        self._label, self._stage, self._share = label, stage, share
        self.refresh()

    def _segments(self, width: int) -> list[Segment]:
        done = f"{gauge(self._share)} {int(self._share * 100)} % " if self._share else ""
        end = f" {self._end_key} stops it "
        stage = f" {self._stage} … " if self._stage else " "
        label = shown(self._label)
        room = max(0, width - cell_len(done + end + stage) - 1)
        return [
            self._part("strong", " " + fitted(label, min(room, cell_len(label)))),
            self._part("quiet", stage),
            self._part("gauge", done),
            self._part("quiet", end),
        ]
