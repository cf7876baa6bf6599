"""Notes and corrections in the editor's own program, as `VISUAL` or `EDITOR` names it."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import WorkbenchError

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST = 100_000
"""Characters taken back from the program."""


class WritingError(WorkbenchError):
    """The editor's program could not be used."""


def program(environment: Mapping[str, str] | None = None) -> list[str]:
    """The command of the program.

    Raises:
        WritingError: none is named, or its name cannot be read.
    """
    surroundings = os.environ if environment is None else environment
    named = surroundings.get("VISUAL") or surroundings.get("EDITOR") or ""
    try:
        command = shlex.split(named)
    except ValueError as error:
        msg = "EDITOR cannot be read as a command."
        raise WritingError(msg, hint="Close its quotation marks.") from error
    if not command:
        msg = "No program to write in is named."
        raise WritingError(msg, hint="Set EDITOR, such as EDITOR=nano.")
    return command


def written(text: str, command: list[str]) -> str:
    """`text` as the editor left it. The terminal must be free for `command` meanwhile.

    Raises:
        WritingError: the program did not start, failed, or left no text.
    """
    # both cost start-up time, and most notes are a line
    import subprocess
    import tempfile

    with tempfile.TemporaryDirectory(prefix="workbench-") as folder:
        path = Path(folder) / "note.txt"
        path.write_text(text, encoding="utf-8")
        try:
            ended = subprocess.run([*command, str(path)], check=False)  # noqa: S603  # the editor's own choice
        except OSError as error:
            msg = f"{command[0]} did not start: {error.strerror}."
            raise WritingError(msg, hint="Set EDITOR to a program that is there.") from error
        if ended.returncode:
            msg = f"{command[0]} ended with {ended.returncode}; nothing was changed."
            raise WritingError(msg)
        try:
            return path.read_text(encoding="utf-8")[:LONGEST].strip()
        except (OSError, UnicodeDecodeError) as error:
            msg = f"{command[0]} left no text; nothing was changed."
            raise WritingError(msg, hint="Save the file as UTF-8.") from error
