"""Which sentence an editor reads for an error of SQLite, and what it tells to do."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from workbench.errors import StoreError
from workbench.store.driver import sqlite3

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PRIMARY_CODE = 0xFF
"""Extended result codes keep the primary one in their lowest byte."""

ROOM = 64 * 1024
"""Bytes that the log and its index need on the disk to begin with."""

_SENTENCES: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_BUSY: (
        "{path} is locked by another program.",
        "Wait until it has finished writing, or close it, and try again.",
    ),
    sqlite3.SQLITE_LOCKED: (
        "{path} is locked by another program.",
        "Wait until it has finished writing, or close it, and try again.",
    ),
    sqlite3.SQLITE_FULL: (
        "The disk is full, and nothing was kept.",
        "Free some space where {path} is, and do the last step again.",
    ),
    sqlite3.SQLITE_READONLY: (
        "{path} can be read but not written.",
        "Copy it to a folder you may write to, and work there.",
    ),
    sqlite3.SQLITE_IOERR: (
        "The disk that holds {path} does not answer as it should.",
        "Check the disk, then run `workbench doctor`.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "{path} cannot be opened.",
        "Check that you may read it and write to its folder.",
    ),
    sqlite3.SQLITE_PERM: ("{path} cannot be opened.", "Check that you may read and write it."),
    sqlite3.SQLITE_CORRUPT: (
        "{path} is damaged.",
        "Run `workbench doctor`, and go back to a backup if it cannot mend it.",
    ),
    sqlite3.SQLITE_NOTADB: ("{path} is no database.", "Name the right file with --db."),
}
_UNREADABLE_TEXT = "Could not decode to UTF-8"


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite cannot do with `path` into a `StoreError`; mistakes in our SQL stay errors."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        explanation = explanation_of(error, path)
        if explanation is None:
            raise
        raise explanation from error
    except UnicodeEncodeError as error:
        msg = "The text holds half a character (a lone surrogate), which no file can keep."
        raise StoreError(msg, hint="Save it as UTF-8 and try again.") from error


def explanation_of(error: sqlite3.DatabaseError, path: Path) -> StoreError | None:
    """The sentence for `error`, or None where only a programmer could do something about it."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None and str(error).startswith(_UNREADABLE_TEXT):
        code = sqlite3.SQLITE_CORRUPT
    if code is None or code & PRIMARY_CODE not in _SENTENCES:
        return None
    # the log's index is mapped memory: where it finds no room, SQLite only says that I/O failed
    if code & PRIMARY_CODE == sqlite3.SQLITE_IOERR and _is_full(path):
        code = sqlite3.SQLITE_FULL
    return explanation_for(code, path)


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.absolute().parent).free < ROOM
    except OSError:
        return False


def explanation_for(code: int, path: Path) -> StoreError:
    """The sentence for a result code of SQLite that has one."""
    message, hint = _SENTENCES[code & PRIMARY_CODE]
    return StoreError(message.format(path=path), hint=hint.format(path=path))
