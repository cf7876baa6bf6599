"""The commands that open screens do so in a real terminal, and say what is wrong without one."""

from __future__ import annotations

import fcntl
import os
import select
import struct
import subprocess
import sys
import termios
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import workbench
from workbench.config import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cli.conftest import Run

PATIENCE = 60.0
"""Seconds until a screen that does not come is a failure."""


class Terminal:
    """A real terminal with the command in it."""

    def __init__(self, handle: int, process: subprocess.Popen[bytes]) -> None:
        self._handle = handle
        self._process = process
        self.shown = b""

    def wait_for(self, words: str) -> None:
        deadline = time.monotonic() + PATIENCE
        while words.encode() not in self.shown:
            ready, _, _ = select.select([self._handle], [], [], deadline - time.monotonic())
            assert ready, f"no {words!r} in {self.shown[-2000:]!r}"
            try:
                self.shown += os.read(self._handle, 65536)
            except OSError:
                # how Linux says that the other end is closed
                pytest.fail(f"ended without {words!r}: {self.shown[-2000:]!r}")

    def press(self, keys: str) -> None:
        os.write(self._handle, keys.encode())

    def end(self) -> int:
        """The exit code, once the command ended by itself."""
        deadline = time.monotonic() + PATIENCE
        while self._process.poll() is None and time.monotonic() < deadline:
            # whoever does not read keeps the other side from ending
            if select.select([self._handle], [], [], 0.05)[0]:
                try:
                    self.shown += os.read(self._handle, 65536)
                except OSError:
                    break
        return self._process.wait(timeout=PATIENCE)


@contextmanager
def terminal(*arguments: str, folder: Path, kind: str = "xterm-256color") -> Iterator[Terminal]:
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 110, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "workbench", *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=folder,
        start_new_session=True,
        env={
            **os.environ,
            "PYTHONPATH": str(Path(workbench.__file__).parents[1]),
            "TERM": kind,
        },
    )
    os.close(theirs)
    try:
        yield Terminal(ours, process)
    finally:
        process.kill()
        process.wait()
        os.close(ours)


def test_the_desk_opens_without_a_command_and_leads_to_an_article(checked: Run, desk: Path) -> None:
    with terminal(folder=desk) as screen:
        screen.wait_for("Harbour reopens")
        screen.press("\r")
        screen.wait_for("Offered passages")
        screen.press("q")
        screen.press("q")
        assert screen.end() == 0
    assert b"Traceback" not in screen.shown


def test_a_verdict_given_on_the_screen_is_kept_under_the_name_that_was_given(
    checked: Run, desk: Path
) -> None:
    with terminal("check", "harbour", "--as", "Bo", folder=desk) as screen:
        screen.wait_for("Offered passages")
        screen.press("5")
        screen.wait_for("1 of ")
        screen.press("\x11")
        assert screen.end() == 0
    listed = checked("claims", "1", "--format", "jsonl").stdout.splitlines()
    assert '"verdict": "unsupported"' in listed[0]
    assert '"editor": "Bo"' in listed[0]


def test_a_plain_review_needs_a_terminal_that_can_print_and_no_more(
    checked: Run, desk: Path
) -> None:
    with terminal("review", "1", "--plain", folder=desk, kind="dumb") as screen:
        screen.wait_for("Claim 1 of ")
        screen.press("1\n")
        screen.wait_for("Why does it hold without linked evidence? > ")
        screen.press("seen by the reporter\n")
        screen.wait_for("Kept. Claim 1: Confirmed")
        screen.press("q\n")
        assert screen.end() == 0
    assert b"\x1b" not in screen.shown
    assert b"1 of " in screen.shown


def test_a_review_is_the_checking_screen(checked: Run, desk: Path) -> None:
    with terminal("review", "harbour", folder=desk) as screen:
        screen.wait_for("Offered passages")
        screen.press("\x11")
        assert screen.end() == 0


def test_a_note_is_written_in_the_editors_own_program(
    checked: Run, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = desk / "write.py"
    script.write_text("import sys; open(sys.argv[1], 'w').write('seen on page 2\\nand 3')")
    monkeypatch.setenv("EDITOR", f"{sys.executable} {script}")
    monkeypatch.delenv("VISUAL", raising=False)
    with terminal("check", "1", folder=desk) as screen:
        screen.wait_for("Offered passages")
        screen.press("e")
        screen.wait_for("opens your editor")
        screen.press("\x1bOQ")
        screen.wait_for("seen on page 2")
        screen.press("\x11")
        assert screen.end() == 0
    listed = checked("claims", "1", "--format", "jsonl").stdout.splitlines()
    assert '"note": "seen on page 2\\nand 3"' in listed[0]


def test_the_screens_open_at_a_claim_that_was_named(checked: Run, desk: Path) -> None:
    with terminal("check", "1", "--claim", "4", folder=desk) as screen:
        screen.wait_for("Offered passages")
        screen.press("5")
        screen.wait_for("1 of ")
        screen.press("\x11")
        assert screen.end() == 0
    listed = checked("claims", "1", "--format", "jsonl").stdout.splitlines()
    assert '"verdict": "unsupported"' in listed[3]
    with terminal("check", "1", "--claim", "999", folder=desk) as screen:
        assert screen.end() == 1
        assert b"Traceback" not in screen.shown


def test_an_unknown_article_is_a_sentence_in_the_terminal_too(checked: Run, desk: Path) -> None:
    with terminal("check", "9", folder=desk) as screen:
        assert screen.end() == 1
        assert b"There is no article 9." in screen.shown
        assert b"Traceback" not in screen.shown


def test_the_screens_get_the_settings_beside_the_database(
    checked: Run, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[object, ...]] = []
    monkeypatch.setattr("workbench.cli.screens._require_terminal", lambda: None)
    monkeypatch.setattr("workbench.tui.run_desk", lambda *given: opened.append(given))
    monkeypatch.setattr("workbench.tui.run_check", lambda *given: opened.append(given))
    (desk / "workbench.toml").write_text('screen.theme = "light"')
    checked("--as", "Bo")
    checked("check", "1", "--db", "other.db")
    settings = Settings(editor="Ann", theme="light")
    assert opened == [
        (Path("claims.db"), settings, "Bo"),
        (Path("other.db"), "1", settings, None, None),
    ]
