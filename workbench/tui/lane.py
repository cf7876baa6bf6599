"""One thread with one open workbench: decisions in the order they were made, questions when it is free."""

from __future__ import annotations

import threading
from collections import deque
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.review import Workbench

    Job: TypeAlias = Callable[[Workbench], object]


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
        """Until it first looks for something to do."""

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
        """Return when everything handed over so far was run, and every question answered."""
        with self._changed:
            self._changed.wait_for(self._is_at_rest)

    def _is_at_rest(self) -> bool:
        return not (self._jobs or self._question or self._is_busy) or not self._thread.is_alive()

    def _next(self) -> Job | None:
        with self._changed:
            self._is_busy = False
            self._changed.notify_all()
            self._changed.wait_for(lambda: self._jobs or self._question or self._is_closing)
            self._is_busy = True
            if self._jobs:
                return self._jobs.popleft()
            question, self._question = self._question, None
            return question

    def _run(self) -> None:
        try:
            with self._open() as bench:
                while (job := self._next()) is not None:
                    try:
                        job(bench)
                    except Exception as error:  # noqa: BLE001 - a failed job must not stop the ones behind it
                        self._report(error)
        except Exception as error:  # noqa: BLE001 - reported to the screen, which says so
            self._report(error)
        finally:
            with self._changed:
                self._jobs.clear()
                self._question = None
                self._is_busy = False
                self._changed.notify_all()
