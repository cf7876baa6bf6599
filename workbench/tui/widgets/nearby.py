"""The files beside the database that may be articles, below the words of an empty desk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList

from workbench.tui.painting import shown

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class NearbyFiles(OptionList):
    """Lists the files; Enter or a click chooses one."""

    DEFAULT_CSS = """
    NearbyFiles {
        height: auto;
        max-height: 14;
        margin-top: 1;
        background: $background;
        border: round $rule;
        border-title-color: $primary;
        padding: 0 1;
    }
    NearbyFiles:focus { border: round $primary; }
    """

    @dataclass
    class Chosen(Message):
        """The editor wants this file on the desk."""

        path: Path

    def __init__(self, paths: Sequence[Path], *, id: str) -> None:
        super().__init__(*(Content(shown(path.name)) for path in paths), id=id)
        self._paths = paths
        self.border_title = "In this folder: ↑↓ choose, Enter adds"

    def on_mount(self) -> None:
        self.highlighted = 0

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.Chosen(self._paths[event.option_index]))
