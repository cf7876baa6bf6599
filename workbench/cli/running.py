"""What all commands share: which database, which editor, and how a command that could not ends."""

from __future__ import annotations

import errno
import io
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from workbench.errors import WorkbenchError
from workbench.model import visible_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from workbench.review import Workbench

DEFAULT_DATABASE = Path("claims.db")

_DATABASE = "workbench.database"
_EDITOR = "workbench.editor"
# a function or a command; click's decorators take and return either
Decorated = TypeVar("Decorated", bound="Callable[..., Any] | click.Command")


class CouldNotError(click.ClickException):
    """Ends a command with one sentence on stderr and exit code 1."""

    exit_code = 1

    def show(self, file: Any = None) -> None:  # as click declares it
        click.echo(visible_line(self.message), err=True, file=file)


class WorkbenchGroup(click.Group):
    """Commands in the order they are told of, whose failures are sentences."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:  # what the command returns, which nobody uses
        for stream in (sys.stdout, sys.stderr):
            # a terminal without our symbols shows question marks; a report is always UTF-8
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")
        with failures_as_sentences():
            return super().invoke(ctx)


@contextmanager
def failures_as_sentences() -> Iterator[None]:
    """Turn what an editor or a machine did into a sentence; mistakes of ours stay errors."""
    try:
        yield
    except WorkbenchError as error:
        raise CouldNotError(str(error)) from error
    except KeyboardInterrupt as error:
        msg = "Stopped; everything kept so far stays kept."
        raise CouldNotError(msg) from error
    except MemoryError as error:
        msg = "There is not enough memory for this; nothing was kept."
        raise CouldNotError(msg) from error
    except OSError as error:
        if error.errno == errno.EPIPE:
            # whoever reads has enough; click ends quietly
            raise
        place = f" ({error.filename})" if error.filename else ""
        msg = f"The system refused: {error.strerror or error}{place}."
        raise CouldNotError(msg) from error


def desk_options(command: Decorated) -> Decorated:
    """`--db` and `--as`, on the group and on each command; the one nearest to the end counts."""
    options = (
        click.option(
            "--db",
            metavar="FILE",
            type=click.Path(path_type=Path),
            expose_value=False,
            callback=_remembering(_DATABASE),
            help=f"The database.  [default: {DEFAULT_DATABASE}]",
        ),
        click.option(
            "--as",
            metavar="NAME",
            expose_value=False,
            callback=_remembering(_EDITOR),
            help="Who decides.  [default: the configured editor, else the login name]",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def database() -> Path:
    """The database this command is about."""
    path: Path = click.get_current_context().meta.get(_DATABASE, DEFAULT_DATABASE)
    return path


def editor() -> str | None:
    """Who `--as` says decides; None leaves it to the settings."""
    name: str | None = click.get_current_context().meta.get(_EDITOR)
    return name


@contextmanager
def opened_workbench(*, create: bool = False) -> Iterator[Workbench]:
    """The workbench on the database that was named."""
    # the store costs start-up time, and `--help` does not need it
    from workbench.review import Workbench

    with Workbench.open(database(), editor=editor(), create=create) as bench:
        yield bench


def _remembering(key: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    def remember(context: click.Context, _option: click.Parameter, value: Any) -> None:
        if value is not None:
            context.meta[key] = value

    return remember
