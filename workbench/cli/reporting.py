"""The command that writes a report."""

from __future__ import annotations

from pathlib import Path

import click

from workbench.cli.printing import narrate, print_bytes
from workbench.cli.running import desk_options, opened_workbench
from workbench.reports import FORMATS, report_of, write_report, written_report


@click.command()
@click.argument("article")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(list(FORMATS)),
    help="How it is written.  [default: as the file's name ends, else markdown]",
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path, allow_dash=True),
    help="Where it goes; the file is replaced whole or not at all.  [default: stdout]",
)
@desk_options
def report(article: str, format_name: str | None, output: Path | None) -> None:
    """Report on ARTICLE: each claim, its verdict, and what it rests on."""
    name = format_name or _format_for(output)
    with opened_workbench() as bench:
        gathered = report_of(bench, bench.article(article).id)
    if output is None or str(output) == "-":
        print_bytes(written_report(gathered, name))
        return
    write_report(gathered, name, output)
    narrate(f"Written as {FORMATS[name].label}: {output}")


def _format_for(output: Path | None) -> str:
    suffix = output.suffix.lower() if output else ""
    return next(
        (name for name, format_ in FORMATS.items() if format_.suffix == suffix), next(iter(FORMATS))
    )
