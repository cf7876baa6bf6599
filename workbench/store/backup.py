"""How a whole copy of the database is made while others write to it."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from workbench.errors import StoreError
from workbench.store.driver import sqlite3
from workbench.store.faults import explained
from workbench.store.opening import connect, is_ours


def back_up(path: Path, target: Path) -> None:
    """Copy the database at `path` to `target`, whole or not at all; an older backup there is replaced.

    Raises:
        StoreError: the target cannot be written, or something else would be overwritten.
    """
    _check_target(path, target)
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name}-", suffix=".new", dir=target.parent)
    except OSError as error:
        msg = f"No backup can be made in {target.parent.absolute()}."
        raise StoreError(msg, hint="Name a folder you may write to.") from error
    os.close(handle)
    unfinished = Path(name)
    try:
        with explained(path):
            connection, _ = connect(path)
        with (
            contextlib.closing(connection),
            contextlib.closing(sqlite3.connect(name)) as copy,
            explained(target),
        ):
            connection.backup(copy)
        with unfinished.open("rb+") as file:
            os.fsync(file.fileno())
        # mkstemp lets nobody else read it; a backup is as open as what it backs up
        unfinished.chmod(path.stat().st_mode & 0o666)
        unfinished.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        msg = f"The backup {target} could not be written: {error.strerror}."
        raise StoreError(msg, hint="Free some space, or name another place.") from error
    finally:
        for leftover in (name, f"{name}-journal", f"{name}-wal", f"{name}-shm"):
            Path(leftover).unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Make sure that a new name in `folder` outlives a power cut, where the system can."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError:
        return
    finally:
        os.close(descriptor)


def _check_target(path: Path, target: Path) -> None:
    if target.is_dir():
        msg = f"{target} is a folder."
        raise StoreError(msg, hint=f"Name a file in it, such as {target / 'claims-backup.db'}.")
    if not target.exists():
        if not target.parent.is_dir():
            msg = f"There is no folder {target.parent}."
            raise StoreError(msg, hint="Make it first, or name another place.")
        return
    if target.samefile(path):
        msg = "A database cannot be backed up onto itself."
        raise StoreError(msg, hint="Name another file.")
    log = target.with_name(f"{target.name}-wal")
    if log.exists() and log.stat().st_size:
        msg = f"{target} is open in a program."
        raise StoreError(msg, hint="Close it, or name another file.")
    if not is_ours(target):
        msg = f"{target} is no claims database, and stays as it is."
        raise StoreError(msg, hint="Name a new file, or an older backup.")
