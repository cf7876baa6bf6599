"""Many editors marking in one database at once: no error, no lost mark, an unbroken chain."""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import marking
from benchmarks.desks import make_desk
from workbench.config import Settings
from workbench.model import Action, Severity
from workbench.review import Workbench

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.marking import Account


def main(arguments: Sequence[str] | None = None) -> int:
    """Let the processes mark, compare what they were told with what is kept, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="not needed: the database is made here")
    parser.add_argument("--processes", type=int, default=50)
    parser.add_argument("--pace", type=float, default=2.0, help="marks a second, each process")
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--claims", type=int, default=1000)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "claims.db"
        make_desk(path, claims=options.claims)
        editors = [
            marking.start(path, f"Editor {number}", pace=options.pace, seconds=options.seconds)
            for number in range(options.processes)
        ]
        for editor in editors:
            marking.await_ready(editor)
        begun = time.monotonic()
        for editor in editors:
            marking.let_go(editor)
        account = marking.Account()
        for editor in editors:
            assert editor.stdout is not None
            account.read(editor.stdout)
        failed = sum(editor.wait() != 0 for editor in editors)
        took = time.monotonic() - begun
        faults = faults_in(path, account)
    if failed:
        faults.append(f"{failed} processes ended with an error")
    wanted = options.processes * options.pace * options.seconds
    waits = sorted(account.waits) or [0.0]
    print(
        f"writers: {options.processes} processes, {options.pace:g} marks a second each, {took:.1f} s"
    )
    print(f"  marks kept        {len(account.kept)} of {wanted:.0f} that the pace allows")
    print(
        f"  wait for a mark   median {statistics.median(waits) * 1000:.1f} ms,"
        f" p95 {waits[int(len(waits) * 0.95)] * 1000:.1f} ms, longest {waits[-1] * 1000:.1f} ms"
    )
    print(f"  errors            {len(faults)}")
    for fault in faults:
        print(f"  - {fault}")
    return 1 if faults else 0


def faults_in(path: Path, account: Account, *, may_hold_more: bool = False) -> list[str]:
    """Where the database differs from what the marking processes were told.

    Args:
        may_hold_more: A killed process may have had a mark kept without hearing of it.
    """
    with Workbench.open(path, editor="Benchmark", settings=Settings()) as bench:
        [article] = bench.articles()
        marks = {
            str(event.id): (event.claim_id, event.after.verdict.rating)
            for event in bench.events(article.id)
            if event.action is Action.MARK and event.after and event.after.verdict
        }
        faults = [
            f"doctor: {problem.message}"
            for problem in bench.examine()
            if problem.severity is Severity.ERROR
        ]
    lost = [event for event, mark in account.kept.items() if marks.get(event) != mark]
    if lost:
        faults.append(f"{len(lost)} acknowledged marks are lost")
    if len(marks) > len(account.kept) and not may_hold_more:
        faults.append(f"{len(marks) - len(account.kept)} marks nobody made")
    return faults


if __name__ == "__main__":
    raise SystemExit(main())
