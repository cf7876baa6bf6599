"""One process that marks claims, says each mark before and after it is kept, and can be killed."""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING

from workbench.config import Settings
from workbench.model import EventId, Rating
from workbench.review import Workbench, uuid7_ids

if TYPE_CHECKING:
    from collections.abc import Sequence

RATINGS = (Rating.MISLEADING, Rating.UNSUPPORTED, Rating.CONFLICTING, Rating.NOT_CHECKABLE)
READY = b"ready\n"
_FOLDER = Path(__file__).resolve().parent.parent


@dataclass(slots=True)
class Account:
    """What a marking process said it did."""

    kept: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Event id to claim and rating, for each mark that was acknowledged."""

    waits: list[float] = field(default_factory=list)
    """Seconds from the wish to the acknowledgement."""

    open: tuple[str, str, str] | None = None
    """The mark that was begun and not acknowledged: event, claim and rating."""

    def read(self, output: IO[bytes]) -> None:
        """Add the lines of a process that has ended; a line it could not finish does not count."""
        for line in output.read().split(b"\n")[:-1]:
            if line.startswith(b"["):
                event, claim, rating, wait = json.loads(line)
                if wait is None:
                    self.open = (event, claim, rating)
                else:
                    self.kept[event] = (claim, rating)
                    self.waits.append(wait)
                    self.open = None


def start(
    path: Path,
    editor: str,
    *,
    pace: float,
    seconds: float,
    retry: tuple[str, str, str] | None = None,
) -> subprocess.Popen[bytes]:
    """Start a process that marks `pace` claims a second once a line comes on its standard input."""
    command = [sys.executable, "-m", "benchmarks.marking", str(path), editor]
    command += ["--pace", str(pace), "--seconds", str(seconds)]
    if retry is not None:
        command += ["--retry", json.dumps(retry)]
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=_FOLDER, bufsize=0
    )


def await_ready(process: subprocess.Popen[bytes]) -> None:
    """Wait until `process` has opened the database."""
    assert process.stdout is not None
    line = process.stdout.readline()
    if line != READY:
        msg = f"a marking process did not start: {line!r}"
        raise RuntimeError(msg)


def let_go(process: subprocess.Popen[bytes]) -> None:
    assert process.stdin is not None
    process.stdin.write(b"\n")
    process.stdin.close()


def main(arguments: Sequence[str] | None = None) -> int:
    """Mark random claims at an even pace."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("editor")
    parser.add_argument("--pace", type=float, default=2.0, help="marks a second")
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--retry", type=json.loads, help="a mark that was begun before a kill")
    options = parser.parse_args(arguments)
    chance = random.Random(options.editor)
    with Workbench.open(options.path, editor=options.editor, settings=Settings()) as bench:
        [article] = bench.articles()
        claims = [claim.id for claim in bench.claims(article.id)]
        _say(READY)
        sys.stdin.readline()
        begun = time.monotonic()
        # editors do not press their keys in step
        due = begun + chance.random() / options.pace
        while due < begun + options.seconds:
            time.sleep(max(0.0, due - time.monotonic()))
            event, claim, rating = options.retry or (
                uuid7_ids(),
                chance.choice(claims),
                str(chance.choice(RATINGS)),
            )
            options.retry = None
            _say(_line(event, claim, rating, None))
            asked = time.monotonic()
            bench.mark(claim, rating, note=event, event_id=EventId(event))
            _say(_line(event, claim, rating, time.monotonic() - asked))
            due = max(due + 1 / options.pace, time.monotonic())
    return 0


def _line(event: str, claim: str, rating: str, wait: float | None) -> bytes:
    return json.dumps([event, claim, rating, wait]).encode() + b"\n"


def _say(line: bytes) -> None:
    os.write(sys.stdout.fileno(), line)


if __name__ == "__main__":
    raise SystemExit(main())
