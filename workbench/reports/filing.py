"""How a report becomes a file: whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import ReportError, UnknownError
from workbench.reports.formats import FORMATS

if TYPE_CHECKING:
    from workbench.reports.report import Report


def written_report(report: Report, format_name: str) -> bytes:
    """The report in that format, as it goes into a file.

    Raises:
        UnknownError: there is no such format.
    """
    format_ = FORMATS.get(format_name)
    if format_ is None:
        msg = f"There is no report format {format_name!r}."
        raise UnknownError(msg, hint=f"Choose one of: {', '.join(FORMATS)}.")
    return format_.write(report).encode("utf-8", "replace")


def write_report(report: Report, format_name: str, target: Path) -> None:
    """Write the report to `target`; until all of it is on the disk, what was there stays.

    Raises:
        UnknownError: there is no such format.
        ReportError: the file cannot be written.
    """
    write_file(written_report(report, format_name), target, what="report")


def write_file(content: bytes, target: Path, *, what: str) -> None:
    """Write `content`, a `what`, to `target`; until all of it is on the disk, what was there stays.

    Raises:
        ReportError: the file cannot be written.
    """
    try:
        _write(target, content)
    except OSError as error:
        msg = f"The {what} cannot be written to {target}: {error.strerror or error}."
        raise ReportError(msg, hint="Name another place with --output.") from error


def _write(target: Path, content: bytes) -> None:
    if target.exists() and not target.is_file() and not target.is_dir():
        # a pipe or a device has no place to move a file to
        target.write_bytes(content)
        return
    # a link keeps pointing where it points
    place = target.resolve()
    if place.is_dir():
        raise IsADirectoryError(None, "it is a folder")
    handle, name = tempfile.mkstemp(prefix=f".{place.name}-", suffix=".new", dir=place.parent)
    unfinished = Path(name)
    try:
        with open(handle, "wb") as file:  # noqa: PTH123 - the file is open already
            file.write(content)
            file.flush()
            os.fsync(handle)
        unfinished.chmod(_permissions(place))
        unfinished.replace(place)
    finally:
        unfinished.unlink(missing_ok=True)
    _sync_folder(place.parent)


def _permissions(place: Path) -> int:
    """Those of the file that is replaced, else those of any new file."""
    if place.exists():
        return place.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _sync_folder(folder: Path) -> None:
    # not every system lets a folder be opened; the file itself is safe by now
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
