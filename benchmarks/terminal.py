"""A program in a real pseudo-terminal: keys go in, and the time of the last painted byte comes out."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType
    from typing import Self

QUIET = 0.06
"""Seconds without a byte after which a screen counts as painted."""

FIRST_BYTE = 0.5
"""Seconds after which a key counts as one that paints nothing."""

_ESCAPES = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[PX^_].*?\x1b\\|.)"
)


class Terminal:
    """Runs `command` in a terminal of `columns` by `rows`."""

    def __init__(self, command: Sequence[str], *, columns: int = 140, rows: int = 42) -> None:
        self.started = time.perf_counter()
        size = struct.pack("HHHH", rows, columns, 0, 0)
        self.pid, self.file = pty.fork()
        if not self.pid:
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
            os.environ.pop("NO_COLOR", None)
            os.execvp(command[0], list(command))
        self.text = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.file)

    def paint(self, *, quiet: float = QUIET, limit: float = 30.0) -> float:
        """The time of the last byte before `quiet` seconds without one."""
        last = time.perf_counter()
        end = last + limit
        painted = ""
        while time.perf_counter() < end:
            # a busy machine may be late with the first byte
            ready, _, _ = select.select([self.file], [], [], quiet if painted else FIRST_BYTE)
            if not ready:
                break
            try:
                data = os.read(self.file, 1 << 16)
            except OSError:
                break
            if not data:
                break
            last = time.perf_counter()
            painted += data.decode("utf-8", "replace")
        self.text += painted
        return last

    def wait_for(self, words: str, *, limit: float = 60.0) -> float:
        """The time at which `words` had been painted."""
        end = time.perf_counter() + limit
        seen = ""
        while time.perf_counter() < end:
            ready, _, _ = select.select([self.file], [], [], 0.2)
            if ready:
                try:
                    seen += os.read(self.file, 1 << 16).decode("utf-8", "replace")
                except OSError as error:
                    msg = f"the program ended: {plain(seen)[-400:]}"
                    raise RuntimeError(msg) from error
                now = time.perf_counter()
                if words in plain(seen):
                    self.text += seen
                    return now
        msg = f"never painted: {words}; seen: {plain(seen)[-400:]}"
        raise TimeoutError(msg)

    def press(self, keys: str) -> float:
        """Seconds from writing `keys` to the last byte painted for them."""
        start = time.perf_counter()
        os.write(self.file, keys.encode())
        return self.paint() - start

    def work(self) -> float:
        """Seconds of processor time so far, over all threads: what a busy machine does not blur."""
        spent = 0
        for thread in Path(f"/proc/{self.pid}/task").iterdir():
            spent += int((thread / "schedstat").read_text("ascii").split()[0])
        return spent / 1e9

    def delay(self) -> float:
        """Seconds so far in which the program's main thread, or we, waited for a processor."""
        own = int(Path("/proc/self/schedstat").read_text("ascii").split()[1])
        main = Path(f"/proc/{self.pid}/task/{self.pid}/schedstat").read_text("ascii")
        return (own + int(main.split()[1])) / 1e9

    def memory(self) -> float:
        """Resident megabytes now."""
        status = Path(f"/proc/{self.pid}/status").read_text("ascii")
        return int(status.split("VmRSS:")[1].split()[0]) / 1024


def plain(text: str) -> str:
    """`text` without escape sequences."""
    return _ESCAPES.sub("", text)
