"""Which SQLite library is used: the one sqlite-utils uses, and no other on the same file."""

from __future__ import annotations

import importlib
import sys
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType

    from sqlite_utils import Database
else:
    # chosen as sqlite-utils chooses; two libraries on one file would drop each other's locks
    try:
        sqlite3 = importlib.import_module("pysqlite3")
    except ImportError:
        import sqlite3

__all__ = ["database_on", "sqlite3"]


def database_on(connection: sqlite3.Connection) -> Database:
    """sqlite-utils on `connection`; it is loaded here, as only schemas and many rows need it."""
    with _Hidden("numpy", "pandas"):
        from sqlite_utils import Database

    return Database(connection, execute_plugins=False)


class _Hidden:
    """Modules that sqlite-utils loads where it finds them, only to know their number types.

    They are hidden from this thread alone: another one may be loading them for the parser.
    """

    def __init__(self, *names: str) -> None:
        self._names = names
        self._thread = threading.get_ident()

    def __enter__(self) -> None:
        sys.meta_path.insert(0, self)

    def __exit__(self, *_: object) -> None:
        sys.meta_path.remove(self)

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None, /
    ) -> ModuleSpec | None:
        if fullname in self._names and threading.get_ident() == self._thread:
            raise ModuleNotFoundError(name=fullname)
        return None
