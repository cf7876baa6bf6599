"""The command `workbench`: one module a group of commands."""

from __future__ import annotations

import click

import workbench
from workbench.cli.archiving import archive, export
from workbench.cli.articles import add, claims
from workbench.cli.deciding import clear, mark, redo, undo
from workbench.cli.editing import claim
from workbench.cli.importing import google, import_checks
from workbench.cli.memory import memory
from workbench.cli.rechecking import keep, recheck
from workbench.cli.reporting import report
from workbench.cli.running import WorkbenchGroup, desk_options
from workbench.cli.screens import check, review, show_desk
from workbench.cli.sources import source
from workbench.cli.splitting import split
from workbench.cli.upkeep import backup, demo, doctor
from workbench.cli.versions import text, versions

__all__ = ["main"]


@click.group(cls=WorkbenchGroup, invoke_without_command=True)
@desk_options
@click.version_option(workbench.__version__, prog_name="workbench")
@click.pass_context
def main(context: click.Context) -> None:
    """Check an article claim by claim against linked sources.

    Without a command, the desk opens: the articles, and how far each is checked.

    ARTICLE is an article's number, its id, or the start of a title that fits one article only.
    CLAIM is a claim's number or id.
    """
    if context.invoked_subcommand is None:
        show_desk()


for command in (
    add,
    check,
    review,
    claims,
    claim,
    mark,
    clear,
    undo,
    redo,
    source,
    memory,
    report,
    split,
    doctor,
    backup,
    demo,
):
    main.add_command(command)

for command in (import_checks, google):
    memory.add_command(command)

for command in (versions, text, recheck, keep, export, archive):
    source.add_command(command)
