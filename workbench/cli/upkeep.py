"""The commands that look after the database."""

from __future__ import annotations

from pathlib import Path

import click

from workbench.cli.printing import narrate
from workbench.cli.running import CouldNotError, desk_options, opened_workbench
from workbench.model import Severity, visible_line
from workbench.reports.wording import counted


@click.command()
@click.option(
    "--rebuild", is_flag=True, help="Make standings and search index again from the events."
)
@desk_options
def doctor(rebuild: bool) -> None:
    """Examine the database: is it whole, and does everything follow from the events?"""
    with opened_workbench() as bench:
        if rebuild:
            bench.rebuild()
            narrate("Standings and search index were made again.")
        problems = bench.examine()
        checked = bench.path
    for problem in problems:
        click.echo(visible_line(f"{problem.severity}: {problem.message} {problem.hint}".strip()))
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    if errors:
        msg = f"{checked} has {counted(errors, 'error')}."
        raise CouldNotError(msg)
    narrate(f"{checked} is whole.")


@click.command()
@click.argument("target", type=click.Path(path_type=Path))
@desk_options
def backup(target: Path) -> None:
    """Copy the database to TARGET, while others go on working."""
    with opened_workbench() as bench:
        bench.backup(target)
    narrate(f"Copied to {target}.")


@click.command()
@click.option(
    "--output",
    "-o",
    metavar="FILE",
    type=click.Path(path_type=Path),
    default=Path("claims.db"),
    show_default=True,
    help="Where the database goes; work of yours is never replaced.",
)
@desk_options
def demo(output: Path) -> None:
    """Build the demonstration database: an example article, checked in part."""
    from workbench.review.demonstration import build_demonstration

    built = build_demonstration(output)
    narrate(f"{output}: {counted(built.claims, 'claim')}, {built.assessed} assessed.")
    narrate(f"Open it with: workbench --db {output}")
