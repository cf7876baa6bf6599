"""Decides which files on disk may be read at all, before a byte of them is."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from workbench.errors import ReaderError

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 64 * 1024 * 1024
"""An article of a million words has 6 MB; more than ten times that is a mistake."""


def file_bytes(path: Path) -> bytes:
    """The bytes of the file at `path`.

    Raises:
        ReaderError: it is missing, a folder, a device, empty, too large or unreadable.
    """
    try:
        status = path.stat()
    except FileNotFoundError as error:
        msg = f"There is no file {path}."
        raise ReaderError(msg, hint="Check the spelling and the folder.") from error
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    if stat.S_ISDIR(status.st_mode):
        msg = f"{path} is a folder."
        raise ReaderError(msg, hint="Name a file in it.")
    if not stat.S_ISREG(status.st_mode):
        # a pipe or a device may never end, and has no size to check
        msg = f"{path} is not a regular file."
        raise ReaderError(msg, hint="Save its content to a file, or pipe it in and name it -.")
    refuse_huge(status.st_size, name=str(path))
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise _unreadable(path, error) from error
    refuse_huge(len(data), name=str(path))
    return data


def refuse_huge(size: int, *, name: str) -> None:
    """Raise a ReaderError where `size` bytes are more than any article has."""
    if size > MAX_BYTES:
        msg = f"{name} has {size / 1_000_000:,.0f} MB; at most {MAX_BYTES / 1_000_000:,.0f} MB are read."
        raise ReaderError(msg, hint="Give the part of it you need as a file of its own.")


def _unreadable(path: Path, error: Exception) -> ReaderError:
    if isinstance(error, PermissionError):
        msg = f"{path} may not be read by you."
        return ReaderError(msg, hint="Change its permissions, or copy it to a folder of yours.")
    reason = (
        error.strerror if isinstance(error, OSError) and error.strerror else "its name is no path"
    )
    return ReaderError(f"{path} cannot be read: {reason}.", hint="Check the name and the disk.")
