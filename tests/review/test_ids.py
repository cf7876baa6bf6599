"""Ids are version 7, never the same, and go up."""

from __future__ import annotations

import threading
from uuid import UUID

from workbench.review import seeded_ids, uuid7_ids
from workbench.review.ids import Uuid7Source


def test_ids_are_version_7_of_now() -> None:
    id_ = UUID(uuid7_ids())
    assert (id_.version, id_.variant) == (7, "specified in RFC 4122")
    assert str(id_) == str(UUID(str(id_)))


def test_ids_go_up_even_within_a_millisecond() -> None:
    ids = [uuid7_ids() for _ in range(5000)]
    assert ids == sorted(set(ids))


def test_ids_go_up_when_the_clock_goes_back() -> None:
    moments = iter([2000, 1000, 1000, 3000])
    source = Uuid7Source(lambda: next(moments))
    ids = [source() for _ in range(4)]
    assert ids == sorted(set(ids))
    assert [UUID(id_).int >> 80 for id_ in ids] == [2000, 2000, 2000, 3000]


def test_threads_share_ids_without_a_clash() -> None:
    made: list[str] = []
    threads = [
        threading.Thread(target=lambda: made.extend([uuid7_ids() for _ in range(500)]))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(made)) == 2000


def test_seeded_ids_are_the_same_on_every_run() -> None:
    first, again, other = (seeded_ids(1_700_000_000_000, seed=seed) for seed in (1, 1, 2))
    ids = [first() for _ in range(9)]
    assert ids == [again() for _ in range(9)]
    assert set(ids).isdisjoint(other() for _ in range(9))
    assert {UUID(id_).version for id_ in ids} == {7}
