"""The commands that show what was kept of a source: its versions, and the words of each."""

from __future__ import annotations

import click

from workbench.cli.articles import format_option
from workbench.cli.printing import Column, narrate, print_json_line, print_table
from workbench.cli.running import desk_options, opened_workbench
from workbench.cli.sources import SHOWN_DIGEST
from workbench.errors import UnknownError
from workbench.model import visible
from workbench.reports.wording import counted, moment_words

COLUMNS = (
    Column("version", is_number=True),
    Column("read"),
    Column("title", gives_way=True),
    Column("bytes", is_number=True),
    Column("sha256"),
    Column("text"),
)


@click.command()
@click.argument("reference", metavar="SOURCE")
@format_option
@desk_options
def versions(reference: str, format_name: str) -> None:
    """List every version that was kept of SOURCE.

    SOURCE is ARTICLE/NUMBER, such as 1/2, or its id; on a desk with one article the number will do.
    """
    with opened_workbench() as bench:
        kept = bench.sourcing.versions(bench.sourcing.meant(reference).id)
    if format_name == "jsonl":
        for version in kept:
            print_json_line(
                {
                    "version": version.version,
                    "at": version.at,
                    "title": version.title,
                    "media_type": version.media_type,
                    "bytes": version.size,
                    "sha256": version.sha256,
                    "text_sha256": version.text_sha256,
                    "url": version.url,
                    "hops": [
                        {"url": hop.url, "address": hop.address, "status": hop.status}
                        for hop in version.hops
                    ],
                }
            )
    else:
        print_table(
            COLUMNS,
            [
                (
                    version.version,
                    moment_words(version.at),
                    version.title,
                    version.size,
                    version.sha256[:SHOWN_DIGEST],
                    version.text_sha256[:SHOWN_DIGEST],
                )
                for version in kept
            ],
        )
    narrate(f"{counted(len(kept), 'version')}.")


@click.command()
@click.argument("reference", metavar="SOURCE")
@click.option("--version", type=int, metavar="N", help="Which version.  [default: the newest]")
@desk_options
def text(reference: str, version: int | None) -> None:
    """Print the text that was read from SOURCE, of the newest version or an older one."""
    with opened_workbench() as bench:
        source = bench.sourcing.meant(reference)
        number = source.version if version is None else version
        if not 1 <= number <= source.version:
            msg = f"Source {source.number} has no version {number}."
            raise UnknownError(msg, hint=f"It has the versions 1 to {source.version}.")
        document = bench.sourcing.version(source.id, number)
    click.echo(visible(document.text))
    narrate(f"Version {number} of {source.version}, {document.title}.")
