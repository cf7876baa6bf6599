"""Which SQLite library is used: the one sqlite-utils uses, and no other in the same process."""

from __future__ import annotations

# two libraries on one file would drop each other's locks; the attribute is public by its docs only
from sqlite_utils.utils import sqlite3  # type: ignore[attr-defined]

__all__ = ["sqlite3"]
