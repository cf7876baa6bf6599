"""Long work that the screens do not wait for: begun, told of after a moment, ended by a key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.css.query import NoMatches
from textual.screen import ModalScreen

from workbench.errors import WorkbenchError

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.review.errands import Done, Errand, Running
    from workbench.tui.app import WorkbenchApp

PATIENCE = 0.3
"""Seconds for which nobody asks what goes on."""

END_KEY = "Ctrl+X"


@dataclass(eq=False)
class _Work:
    """An errand that is being done, and the last news of it."""

    running: Running
    label: str
    stage: str = ""
    share: float = 0.0
    is_slow: bool = False


class Errands:
    """The errands of one app; the line at the foot of the screen tells of the last one begun."""

    def __init__(self, app: WorkbenchApp) -> None:
        self._app = app
        self._works: list[_Work] = []

    def __len__(self) -> int:
        return len(self._works)

    def begin(
        self,
        errand: Errand,
        label: str,
        *,
        then: Callable[[Done], object],
        otherwise: Callable[[WorkbenchError], object],
    ) -> None:
        """Do `errand` behind the screens; `then` or `otherwise` follows, neither where it was ended."""
        # a process is seldom needed, and costs start-up time
        from workbench.review.errands import Running

        work = _Work(Running(errand), label)
        self._works.append(work)
        self._app.set_timer(PATIENCE, lambda: self._show_slow(work))
        self._app.run_worker(
            lambda: self._wait(work, then, otherwise),
            thread=True,
            group="errands",
            exit_on_error=False,
        )

    def end_last(self) -> None:
        """End what was begun last; nothing of it is kept."""
        if self._works:
            self._works[-1].running.end()

    def end_all(self) -> None:
        for work in self._works:
            work.running.end()

    def _wait(
        self,
        work: _Work,
        then: Callable[[Done], object],
        otherwise: Callable[[WorkbenchError], object],
    ) -> None:
        in_app = self._app.call_from_thread

        def told(stage: str, share: float) -> None:
            in_app(self._tell, work, stage, share)

        try:
            done = work.running.wait(told)
        except WorkbenchError as error:
            in_app(self._finish, work)
            in_app(otherwise, error)
            return
        in_app(self._finish, work)
        if done is None:
            in_app(self._app.say, f"{work.label}: ended, and nothing was kept.")
        else:
            in_app(then, done)

    def _tell(self, work: _Work, stage: str, share: float) -> None:
        work.stage, work.share = stage, share
        self._show()

    def _show_slow(self, work: _Work) -> None:
        work.is_slow = True
        self._show()

    def _finish(self, work: _Work) -> None:
        self._works.remove(work)
        self._show()

    def _show(self) -> None:
        """Show the last slow work at the foot of the screen, or take the line away."""
        from workbench.tui.widgets.errand import ErrandBar

        slow = [work for work in self._works if work.is_slow]
        for screen in self._app.screen_stack:
            if isinstance(screen, ModalScreen):
                continue
            try:
                bar = screen.query_one(ErrandBar)
            except NoMatches:
                if slow:
                    bar = ErrandBar(END_KEY)
                    screen.mount(bar)
            if not slow:
                screen.query(ErrandBar).remove()
            else:
                bar.show(slow[-1].label, slow[-1].stage, slow[-1].share)
