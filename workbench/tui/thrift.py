"""What memory goes back to the system: glibc would keep every long text it has freed for the next one."""

from __future__ import annotations

from contextlib import suppress

_MMAP_THRESHOLD = -3
"""`M_MMAP_THRESHOLD` of malloc.h."""

_LARGE = 1 << 20
"""Bytes from which on a piece of memory is the system's own again once it is freed."""


def give_back_memory() -> None:
    """Give back what was freed so far, and from now on whatever is large as soon as it is freed.

    Reading and marking in an article of ten megabytes would leave as much again behind.
    """
    import ctypes

    # other C libraries have no such calls, and Windows has no library without a name
    with suppress(OSError, AttributeError, TypeError):
        allocator = ctypes.CDLL(None)
        allocator.mallopt(_MMAP_THRESHOLD, _LARGE)
        allocator.malloc_trim(0)
