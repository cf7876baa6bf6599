"""Marking processes killed without warning: every acknowledged mark is there, and the doctor is content."""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import marking
from benchmarks.desks import make_desk
from benchmarks.writers import faults_in

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Sequence

_PACE = 200.0
"""Marks a second, so that most kills hit a process that is writing."""

_HOUR = 3600.0


def main(arguments: Sequence[str] | None = None) -> int:
    """Kill, start again, kill; then compare what was acknowledged with what is kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="not needed: the database is made here")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--processes", type=int, default=4, help="that mark at the same time")
    parser.add_argument("--claims", type=int, default=1000)
    options = parser.parse_args(arguments)
    chance = random.Random(options.kills)
    account = marking.Account()
    retried = 0
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "claims.db"
        make_desk(path, claims=options.claims)
        running: list[subprocess.Popen[bytes]] = []
        try:
            for number in range(options.kills + options.processes):
                if len(running) == options.processes:
                    victim = running.pop(chance.randrange(len(running)))
                    time.sleep(chance.uniform(0.0, 0.1))
                    _kill(victim, account)
                if number < options.kills:
                    running.append(_started(path, f"Editor {number}", account.open))
                    retried += account.open is not None
                    account.open = None
        finally:
            for process in running:
                _kill(process, account)
        faults = faults_in(path, account, may_hold_more=True)
    took = time.monotonic() - begun
    print(f"kills: {options.kills} of {options.processes} processes at a time, {took:.1f} s")
    print(f"  marks acknowledged   {len(account.kept)}")
    print(f"  killed in a mark     {retried} that were tried again under the same event id")
    print(f"  errors               {len(faults)}")
    for fault in faults:
        print(f"  - {fault}")
    return 1 if faults else 0


def _started(
    path: Path, editor: str, retry: tuple[str, str, str] | None
) -> subprocess.Popen[bytes]:
    process = marking.start(path, editor, pace=_PACE, seconds=_HOUR, retry=retry)
    marking.await_ready(process)
    marking.let_go(process)
    return process


def _kill(process: subprocess.Popen[bytes], account: marking.Account) -> None:
    process.kill()
    assert process.stdout is not None
    account.read(process.stdout)
    process.stdout.close()
    process.wait()


if __name__ == "__main__":
    raise SystemExit(main())
