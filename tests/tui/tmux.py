"""A window of a tmux server of its own, which counts the keys that are pressed in it."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import workbench

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE = 60.0


class Tmux:
    """One window; `presses` counts keys, typed words left out."""

    def __init__(self, folder: Path, *, columns: int = 80, lines: int = 24) -> None:
        self.presses = 0
        self._socket = str(folder / "tmux")
        command = [
            # the window's own size counts
            "env -u COLUMNS -u LINES",
            f"PYTHONPATH={shlex.quote(str(Path(workbench.__file__).parents[1]))}",
            shlex.quote(sys.executable),
            "-m workbench --as Ann",
        ]
        self._tmux(
            "-f", os.devnull, "new-session", "-d", "-x", str(columns), "-y", str(lines),
            "-c", str(folder), " ".join(command),
        )  # fmt: skip

    def screen(self) -> str:
        return self._tmux("capture-pane", "-p")

    def press(self, *keys: str) -> None:
        self.presses += len(keys)
        self._tmux("send-keys", *keys)

    def write(self, text: str) -> None:
        self._tmux("send-keys", "-l", text)

    def wait_for(self, *words: str) -> str:
        """The screen once it shows all of `words`."""
        return self.wait_until(lambda screen: all(word in screen for word in words), str(words))

    def wait_until(self, is_there: Callable[[str], bool], what: str) -> str:
        """The screen once `is_there` holds for it."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            screen = self.screen()
            if is_there(screen):
                return screen
        pytest.fail(f"never shown: {what}\n{self.screen()}")

    def wait_for_end(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if subprocess.run(
                self._command("has-session"), check=False, capture_output=True
            ).returncode:
                return
        pytest.fail(f"still open:\n{self.screen()}")

    def kill(self) -> None:
        subprocess.run(self._command("kill-server"), check=False, capture_output=True)

    def _command(self, *arguments: str) -> list[str]:
        return ["tmux", "-S", self._socket, *arguments]

    def _tmux(self, *arguments: str) -> str:
        return subprocess.run(
            self._command(*arguments), capture_output=True, text=True, check=True
        ).stdout
