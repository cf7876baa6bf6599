"""What may be opened as a claims database, how, and what is checked before anything is written."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from workbench.errors import StoreError
from workbench.store.connection import Connection
from workbench.store.driver import database_on, sqlite3
from workbench.store.faults import PRIMARY_CODE, explained
from workbench.store.migrations import APPLICATION_ID, MIGRATIONS

if TYPE_CHECKING:
    from workbench.store.connection import Row
    from workbench.store.migrations import Steps

BUSY_TIMEOUT = 10.0
"""Seconds to wait for another writer: fifty editors at once stay far below it."""

KEPT = [(1,)]
"""What SQLite answers when asked whether it keeps references whole."""

_MAGIC = b"SQLite format 3\x00"
_APPLICATION_ID_AT = slice(68, 72)
_HEADER_SIZE = 100
_NO_PLACE_FOR_INDEX = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
"""How SQLite fails to read a database with a write-ahead log in a folder it may not write to."""


def open_connection(
    path: Path,
    *,
    create: bool = False,
    now: str = "",
    busy_timeout: float = BUSY_TIMEOUT,
    migrations: Steps = MIGRATIONS,
) -> Connection:
    """The connection to the claims database at `path`, under today's schema.

    Args:
        create: Make the database where there is none.
        now: When a migration is applied, ISO 8601.

    Raises:
        StoreError: there is none, it is another's, newer, damaged, locked or unreadable.
    """
    _check_place(path, create=create)
    if not path.exists():
        _create(path, now=now, migrations=migrations)
    _check_header(path)
    with explained(path):
        connection, is_read_only = connect(path, busy_timeout=busy_timeout)
        try:
            _check_schema(connection, path, migrations, is_read_only=is_read_only, now=now)
        except BaseException:
            connection.close()
            raise
    return Connection(connection, path, is_read_only=is_read_only)


def is_ours(path: Path) -> bool:
    """Whether the file at `path` bears the mark of a claims database."""
    with path.open("rb") as file:
        header = file.read(_HEADER_SIZE)
    return (
        header.startswith(_MAGIC)
        and int.from_bytes(header[_APPLICATION_ID_AT], "big") == APPLICATION_ID
    )


def _check_place(path: Path, *, create: bool) -> None:
    try:
        path.stat()
    except FileNotFoundError:
        pass
    except OSError as error:
        msg = f"{path} cannot be reached: {error.strerror}."
        raise StoreError(msg, hint="Name another place with --db.") from error
    if path.is_dir():
        msg = f"{path} is a folder."
        raise StoreError(msg, hint=f"Name a file in it, such as --db {path / 'claims.db'}.")
    if path.exists():
        return
    if not path.parent.is_dir():
        msg = f"There is no folder {path.parent}."
        raise StoreError(msg, hint="Make it first, or name another place with --db.")
    if not create:
        msg = f"There is no database {path}."
        raise StoreError(
            msg, hint="Start one with `workbench add ARTICLE`, or name another with --db."
        )


def _check_header(path: Path) -> None:
    """Read the file's first bytes without SQLite, which might write to another program's file."""
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER_SIZE)
    except OSError as error:
        msg = f"{path} cannot be read."
        raise StoreError(msg, hint="Check that you may read it.") from error
    if not header.startswith(_MAGIC):
        msg = f"{path} is no database."
        raise StoreError(msg, hint="Name the right file with --db.")
    if int.from_bytes(header[_APPLICATION_ID_AT], "big") != APPLICATION_ID:
        msg = f"{path} is a database of another program."
        raise StoreError(msg, hint="Name a claims database with --db; nothing was changed.")


def _create(path: Path, *, now: str, migrations: Steps) -> None:
    """Make a whole database beside `path` and move it there, so that no half of one is ever seen."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}-", suffix=".new", dir=path.parent)
    except OSError as error:
        msg = f"No database can be made in {path.parent.absolute()}."
        raise StoreError(msg, hint="Name a folder you may write to with --db.") from error
    os.close(handle)
    unfinished = Path(name)
    try:
        with explained(path), contextlib.closing(_connected(unfinished, mode="rw")) as connection:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            _migrate(connection, path, migrations, now=now)
            connection.execute("PRAGMA journal_mode = wal").fetchall()
        unfinished.chmod(0o666 & ~_umask())
        _place(unfinished, path)
    finally:
        for leftover in (name, f"{name}-journal", f"{name}-wal", f"{name}-shm"):
            Path(leftover).unlink(missing_ok=True)


def _place(unfinished: Path, path: Path) -> None:
    """Give the finished file its name, unless another process was first: then theirs is it."""
    try:
        path.hardlink_to(unfinished)
    except FileExistsError:
        return
    except OSError:
        # file systems without hard links cannot tell us who was first
        if not path.exists():
            unfinished.replace(path)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def connect(path: Path, *, busy_timeout: float = BUSY_TIMEOUT) -> tuple[sqlite3.Connection, bool]:
    """The database at `path`, not yet checked, and whether it can only be read."""
    if _may_write(path) and _may_write(path.parent):
        return _connected(path, mode="rw", busy_timeout=busy_timeout), False
    try:
        return _connected(path, mode="ro", busy_timeout=busy_timeout), True
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & PRIMARY_CODE not in _NO_PLACE_FOR_INDEX:
            raise
        log = path.with_name(f"{path.name}-wal")
        if log.exists() and log.stat().st_size:
            msg = f"The last changes of {path} are still in {log.name}, which cannot be read here."
            raise StoreError(
                msg, hint="Copy both files to a folder you may write to, and open it there."
            ) from error
    # a write-ahead log needs a place for its index; where there is none nobody writes, so the file
    # may be read as it is
    return _connected(path, mode="ro&immutable=1", busy_timeout=busy_timeout), True


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _connected(path: Path, *, mode: str, busy_timeout: float = BUSY_TIMEOUT) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"file:{quote(str(path.absolute()))}?mode={mode}", uri=True, timeout=busy_timeout
    )
    try:
        # we begin and commit ourselves
        connection.isolation_level = None
        connection.execute("PRAGMA trusted_schema = off")
        connection.execute("PRAGMA cell_size_check = on")
        connection.execute("PRAGMA synchronous = full")
        connection.execute("PRAGMA foreign_keys = on")
        # or replacing a row would pass by the triggers that refuse to delete it
        connection.execute("PRAGMA recursive_triggers = on")
        connection.execute("PRAGMA schema_version").fetchall()
        _check_foreign_keys(connection.execute("PRAGMA foreign_keys").fetchall())
    except BaseException:
        connection.close()
        raise
    return connection


def _check_foreign_keys(answer: list[Row]) -> None:
    """A SQLite built without foreign keys ignores the request to keep them."""
    if answer != KEPT:
        msg = "This SQLite cannot keep references whole (foreign keys)."
        raise StoreError(msg, hint="Install pysqlite3, or Python with a complete SQLite.")


def _check_schema(
    connection: sqlite3.Connection, path: Path, migrations: Steps, *, is_read_only: bool, now: str
) -> None:
    known = len(migrations)
    if _version_up_to(known, connection, path) == known:
        return
    if is_read_only:
        msg = f"{path} was made by an older workbench and cannot be brought up to date here."
        raise StoreError(msg, hint="Copy it to a folder you may write to, and open it there.")
    _migrate(connection, path, migrations, now=now)


def _version_up_to(known: int, connection: sqlite3.Connection, path: Path) -> int:
    version = int(connection.execute("PRAGMA user_version").fetchall()[0][0])
    if version > known:
        msg = f"{path} was made by a newer workbench (schema {version}; this one knows {known})."
        raise StoreError(msg, hint="Update the workbench, and open it again.")
    return version


def _migrate(connection: sqlite3.Connection, path: Path, steps: Steps, *, now: str) -> None:
    database, migrations = database_on(connection), steps.migrations()
    connection.execute("BEGIN IMMEDIATE")
    try:
        # a newer workbench may have been faster while we waited for the lock
        _version_up_to(len(steps), connection, path)
        pending = [migration.name for migration in migrations.pending(database)]
        migrations.apply(database)
        for name in pending:
            # the library stamps the wall clock; a database built twice is the same with ours
            connection.execute(
                "UPDATE _sqlite_migrations SET applied_at = ? WHERE migration_set = ? AND name = ?",
                (now, steps.name, name),
            )
        connection.execute(f"PRAGMA user_version = {len(steps)}")
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise
