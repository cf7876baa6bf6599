"""The commands that link sources to an article and list them."""

from __future__ import annotations

import click

from workbench.cli.articles import encoding_option, format_option
from workbench.cli.printing import Column, narrate, print_json_line, print_table
from workbench.cli.running import WorkbenchGroup, desk_options, opened_workbench
from workbench.reports.wording import counted

COLUMNS = (
    Column("source", is_number=True),
    Column("title", gives_way=True),
    Column("from", at_most=40),
    Column("passages", is_number=True),
    Column("sha256"),
)
SHOWN_DIGEST = 12
"""Letters of a digest in the table; all of them are in `jsonl` and in reports."""


@click.group(cls=WorkbenchGroup)
@desk_options
def source() -> None:
    """Link sources to an article, and list them."""


@source.command(name="add")
@click.argument("article")
@click.argument("reference", metavar="PATH|URL")
@encoding_option
@desk_options
def add_source(article: str, reference: str, encoding: str | None) -> None:
    """Link a source to ARTICLE. Prints the source's number.

    The file or page is read, kept with its SHA-256, and cut into passages.
    """
    with opened_workbench() as bench:
        summary = bench.article(article)
        known = {kept.id for kept in bench.sources(summary.id)}
        linked = bench.link_source(summary.id, reference, encoding=encoding)
    if linked.id in known:
        narrate(f"Source {linked.number}, {linked.title}, is linked already.")
    else:
        passages = counted(linked.passage_count, "passage")
        narrate(f"Source {linked.number}, {linked.title}: {passages}.")
    click.echo(linked.number)


@source.command(name="list")
@click.argument("article")
@format_option
@desk_options
def list_sources(article: str, format_name: str) -> None:
    """List the sources of ARTICLE."""
    with opened_workbench() as bench:
        kept = bench.sources(bench.article(article).id)
    if format_name == "jsonl":
        for linked in kept:
            print_json_line(
                {
                    "source": linked.number,
                    "id": linked.id,
                    "title": linked.title,
                    "origin": linked.origin,
                    "media_type": linked.media_type,
                    "encoding": linked.encoding,
                    "passages": linked.passage_count,
                    "sha256": linked.sha256,
                    "added_at": linked.added_at,
                }
            )
    else:
        print_table(
            COLUMNS,
            [
                (
                    linked.number,
                    linked.title,
                    linked.origin,
                    linked.passage_count,
                    linked.sha256[:SHOWN_DIGEST],
                )
                for linked in kept
            ],
        )
    narrate(f"{counted(len(kept), 'source')}.")
