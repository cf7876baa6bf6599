"""One thread with one open workbench: decisions in the order they were made, questions when it is free."""

from __future__ import annotations

import threading
from collections import deque
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.review import Workbench

    Job: TypeAlias = Callable[[Workbench], None]


class Lane:
    """Runs jobs one after the other, each with the same workbench.

    A question replaces the question before it: only the last one asked is worth an answer.
    """

    def __init__(
        self, open_workbench: Callable[[], Workbench], report: Callable[[BaseException], object]
    ) -> None:
        self._open = open_workbench
        self._report = report
        self._jobs: deque[Job] = deque()
        self._question: Job | None = None
        self._is_closing = False
        self._is_busy = True
        """From the start: the database is still to be opened."""
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="workbench lane")

    def start(self) -> None:
        self._thread.start()

    def do(self, job: Job) -> None:
        """Run `job` behind those before it. None is ever dropped, not even by `close`."""
        with self._changed:
            self._jobs.append(job)
            self._changed.notify_all()

    def ask(self, question: Job) -> None:
        """Run `question` once no job waits, unless another question comes first."""
        with self._changed:
            self._question = question
            self._changed.notify_all()

    def close(self) -> None:
        """Finish the jobs, and end the thread."""
        with self._changed:
            self._is_closing = True
            self._question = None
            self._changed.notify_all()
        if self._thread.is_alive():
            self._thread.join()

    def wait(self) -> None:
        """Return when nothing is left to run: no job, no question, and none being run."""
        with self._changed:
            while self._has_work() and self._thread.is_alive():
                self._changed.wait(0.05)

    def _has_work(self) -> bool:
        return self._is_busy or bool(self._jobs) or self._question is not None

    def _next(self) -> Job | None:
        with self._changed:
            self._is_busy = False
            while True:
                if self._jobs:
                    self._is_busy = True
                    return self._jobs.popleft()
                if self._is_closing:
                    return None
                if self._question is not None:
                    self._is_busy = True
                    question, self._question = self._question, None
                    return question
                self._changed.notify_all()
                self._changed.wait()

    def _run(self) -> None:
        try:
            bench = self._open()
        except Exception as error:  # noqa: BLE001 - reported to the screen, which ends or says so
            self._report(error)
            return
        with bench:
            while (job := self._next()) is not None:
                try:
                    job(bench)
                except Exception as error:  # noqa: BLE001 - a failed job must not stop the ones behind it
                    self._report(error)
