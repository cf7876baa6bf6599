"""The commands that open the screens."""

from __future__ import annotations

import sys

import click

from workbench.cli.running import CouldNotError, database, desk_options, editor
from workbench.config import settings_for


@click.command()
@click.argument("article")
@desk_options
def check(article: str) -> None:
    """Check ARTICLE claim by claim, on the screen."""
    _require_terminal()
    # Textual costs start-up time, and only the screens need it
    from workbench.tui import run_check

    run_check(database(), article, settings_for(database()), editor())


def show_desk() -> None:
    """Open the desk."""
    _require_terminal()
    from workbench.tui import run_desk

    run_desk(database(), settings_for(database()), editor())


def _require_terminal() -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        msg = "The screens need a terminal; `workbench --help` lists what works without one."
        raise CouldNotError(msg)
