"""The commands that take the versions of a source out of the database, or have an archive keep one."""

from __future__ import annotations

from pathlib import Path

import click

from workbench.cli.printing import narrate, print_bytes
from workbench.cli.running import desk_options, opened_workbench
from workbench.reports.wording import counted


@click.command()
@click.argument("reference", metavar="SOURCE")
@click.option(
    "--output",
    "-o",
    metavar="FILE",
    type=click.Path(path_type=Path),
    required=True,
    help="Where it goes, such as source.warc.gz; - is standard output.",
)
@desk_options
def export(reference: str, output: Path) -> None:
    """Write every version of SOURCE to a WARC file, as web archives keep pages.

    SOURCE is ARTICLE/NUMBER, such as 1/2, or its id; on a desk with one article the number will do.
    """
    from workbench.reports.filing import write_file
    from workbench.reports.warc import warc_of

    with opened_workbench() as bench:
        source = bench.sourcing.meant(reference)
        captures = bench.sourcing.captures(source.id)
    content = warc_of(source, captures)
    if str(output) == "-":
        print_bytes(content)
        return
    write_file(content, output, what="archive")
    narrate(f"Written: {output}, {counted(len(captures), 'version')} of {source.title}.")


@click.command()
@click.argument("reference", metavar="SOURCE")
@click.option(
    "--yes", is_flag=True, help="Do not ask: the page's address may be told to the archive."
)
@desk_options
def archive(reference: str, yes: bool) -> None:
    """Have the Wayback Machine save SOURCE, and keep the address. Prints the address.

    This tells web.archive.org the page's address, and everybody can read there what it saves.
    Nothing is sent unless you say yes.
    """
    with opened_workbench() as bench:
        source = bench.sourcing.meant(reference)
        bench.sourcing.check_archivable(source)
        if not yes:
            question = f"Tell web.archive.org to save {source.origin} for everybody to read?"
            click.confirm(question, abort=True, err=True)
        archived = bench.sourcing.archive(source.id)
    narrate(f"Source {source.number}, {source.title}, is kept by the Wayback Machine, too.")
    click.echo(archived.url)
