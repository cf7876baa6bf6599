"""Which SQLite library is used: the one sqlite-utils uses, and no other on the same file."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def _hidden(*names: str) -> Iterator[None]:
    """Modules that sqlite-utils loads where it finds them, only to know their number types."""
    missing = [name for name in names if name not in sys.modules]
    # None in this table means that there is no such module
    sys.modules.update(dict.fromkeys(missing))  # type: ignore[arg-type]  # typed as if it never were
    try:
        yield
    finally:
        for name in missing:
            del sys.modules[name]


# numpy is there for the parser; loading it here would cost every start 0.1 s
with _hidden("numpy", "pandas"):
    from sqlite_utils import Database

    # two libraries on one file would drop each other's locks; public by its documentation only
    from sqlite_utils.utils import sqlite3  # type: ignore[attr-defined]

__all__ = ["Database", "sqlite3"]
