"""The commands that open the screens."""

from __future__ import annotations

import io
import sys

import click

from workbench.cli.running import CouldNotError, database, desk_options, editor, opened_workbench
from workbench.config import settings_for
from workbench.model import visible_line
from workbench.reports.wording import counted

MAX_LINE = 64 * 1024
"""Characters taken of one line of a plain review."""


claim_option = click.option(
    "--claim", metavar="CLAIM", help="Begin at this claim.  [default: the first open one]"
)


@click.command()
@click.argument("article")
@claim_option
@desk_options
def check(article: str, claim: str | None) -> None:
    """Check ARTICLE claim by claim, on the screen."""
    _show_check(article, claim)


@click.command()
@click.argument("article")
@click.option("--plain", is_flag=True, help="Line by line, for screen readers and pipes.")
@claim_option
@desk_options
def review(article: str, *, plain: bool, claim: str | None) -> None:
    """Check ARTICLE: on the screen, or with --plain one claim at a time, in words and lines.

    Every line is a key of the screen, and what it is about: `1`, `3 should be 108`, `a 2`, `s notes.txt`.
    """
    if not plain:
        _show_check(article, claim)
        return
    from workbench.cli.plain import PlainReview

    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    is_asked = sys.stdin.isatty()

    def ask(question: str) -> str | None:
        if is_asked or question:
            click.echo(f"{question} > " if question else "> ", nl=not is_asked)
        return sys.stdin.readline(MAX_LINE) or None

    with opened_workbench() as bench:
        summary = bench.article(article)
        session = PlainReview(
            bench,
            summary,
            say=lambda line: click.echo(visible_line(line)),
            ask=ask,
            first=bench.claim(summary.id, claim).id if claim else None,
        )
        session.run()
    if session.failures and not is_asked:
        msg = f"{counted(session.failures, 'line')} could not be done."
        raise CouldNotError(msg)


def show_desk() -> None:
    """Open the desk."""
    _require_terminal()
    from workbench.tui import run_desk

    run_desk(database(), settings_for(database()), editor())


def _show_check(article: str, claim: str | None) -> None:
    _require_terminal()
    # Textual costs start-up time, and only the screens need it
    from workbench.tui import run_check

    run_check(database(), article, settings_for(database()), editor(), claim)


def _require_terminal() -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        msg = "The screens need a terminal; `workbench --help` lists what works without one."
        raise CouldNotError(msg)
