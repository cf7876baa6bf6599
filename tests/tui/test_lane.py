"""The lane runs jobs in order, answers only the last question, and drops nothing when it is closed."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from workbench.errors import StoreError
from workbench.tui.lane import Lane

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from workbench.review import Workbench


def wait_for(gate: threading.Event) -> None:
    gate.wait()


def ask_for_a_seventh(bench: Workbench) -> None:
    bench.article("7")


@pytest.fixture
def failures() -> list[BaseException]:
    return []


@pytest.fixture
def lane(open_bench: Callable[[str], Workbench], failures: list[BaseException]) -> Iterator[Lane]:
    lane = Lane(lambda: open_bench("Ann"), failures.append)
    lane.start()
    yield lane
    lane.close()


def test_jobs_run_in_order_and_before_questions(lane: Lane) -> None:
    gate = threading.Event()
    done: list[object] = []
    lane.do(lambda _: wait_for(gate))
    lane.ask(lambda _: done.append("first question"))
    lane.ask(lambda _: done.append("last question"))
    for number in range(3):
        lane.do(lambda _, number=number: done.append(number))  # type: ignore[misc]  # bound now
    gate.set()
    lane.wait()
    assert done == [0, 1, 2, "last question"]


def test_closing_finishes_the_jobs(lane: Lane) -> None:
    done: list[int] = []
    for number in range(50):
        lane.do(lambda _, number=number: done.append(number))  # type: ignore[misc]  # bound now
    lane.close()
    assert done == list(range(50))
    lane.wait()


def test_a_failed_job_is_reported_and_the_next_one_runs(
    lane: Lane, failures: list[BaseException]
) -> None:
    done: list[str] = []
    lane.do(ask_for_a_seventh)
    lane.do(lambda bench: done.append(bench.editor))
    lane.wait()
    assert "There is no article 7" in str(failures[0])
    assert done == ["Ann"]


def test_a_database_that_does_not_open_is_reported_and_nobody_waits_for_it(
    failures: list[BaseException],
) -> None:
    def refuse() -> Workbench:
        msg = "No such database."
        raise StoreError(msg)

    lane = Lane(refuse, failures.append)
    lane.start()
    lane.do(lambda _: None)
    lane.wait()
    lane.close()
    assert isinstance(failures[0], StoreError)
