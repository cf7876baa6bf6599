"""Where new ids come from: UUIDv7, which sort by the time they were made."""

from __future__ import annotations

import random
import secrets
import threading
import time
from collections.abc import Callable
from typing import TypeAlias
from uuid import UUID

IdSource: TypeAlias = Callable[[], str]
"""Makes an id that was never made before."""

_RANDOM_BITS = 74
_LOW_BITS = 62
_STEP_BITS = 32
"""Ids made in the same millisecond go up by a random step of so many bits."""


class Uuid7Source:
    """Ids that go up, within one process even inside a millisecond (RFC 9562, method 2)."""

    def __init__(
        self,
        milliseconds: Callable[[], int] = lambda: time.time_ns() // 1_000_000,
        random_bits: Callable[[int], int] = secrets.randbits,
    ) -> None:
        self._milliseconds = milliseconds
        self._random_bits = random_bits
        self._lock = threading.Lock()
        self._last = 0

    def __call__(self) -> str:
        with self._lock:
            # the top random bit starts at 0 so that there is room to count up
            fresh = self._milliseconds() << _RANDOM_BITS | self._random_bits(_RANDOM_BITS - 1)
            if fresh >> _RANDOM_BITS > self._last >> _RANDOM_BITS:
                self._last = fresh
            else:
                self._last += 1 + self._random_bits(_STEP_BITS)
            number = self._last
        low = number & ((1 << _LOW_BITS) - 1)
        middle = number >> _LOW_BITS & 0xFFF
        moment = number >> _RANDOM_BITS
        return str(UUID(int=moment << 80 | 0x7 << 76 | middle << 64 | 0b10 << 62 | low))


uuid7_ids: IdSource = Uuid7Source()


def seeded_ids(start_ms: int, *, seed: int = 0) -> IdSource:
    """The same ids on every run, for a database that is built again and again."""
    return Uuid7Source(lambda: start_ms, random.Random(seed).getrandbits)  # noqa: S311 - no secret
