"""The commands that open the screens."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

import click

from workbench.cli.running import CouldNotError, database, desk_options, editor
from workbench.config import settings_for


@click.command()
@click.argument("article")
@desk_options
def check(article: str) -> None:
    """Check ARTICLE claim by claim, on the screen."""
    _require_terminal()
    _tui().run_check(database(), article, settings_for(database()), editor=editor())


def show_desk() -> None:
    """Open the desk."""
    _require_terminal()
    _tui().run_desk(database(), settings_for(database()), editor=editor())


def _tui() -> Any:  # a module, loaded late
    # Textual costs start-up time, and only the screens need it
    return import_module("workbench.tui")


def _require_terminal() -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        msg = "The screens need a terminal; `workbench --help` lists what works without one."
        raise CouldNotError(msg)
