"""The commands that link sources to an article, say what they are, and list them."""

from __future__ import annotations

from inspect import cleandoc
from typing import TYPE_CHECKING

import click

from workbench.cli.articles import encoding_option, format_option, whole_page_option
from workbench.cli.printing import Column, narrate, print_json_line, print_table
from workbench.cli.running import WorkbenchGroup, desk_options, opened_workbench
from workbench.model import SOURCE_KINDS, SourceKind, origin_count
from workbench.reports.wording import counted, origins_words

if TYPE_CHECKING:
    from workbench.model import Source, SourceCheck

COLUMNS = (
    Column("source", is_number=True),
    Column("title", gives_way=True),
    Column("kind"),
    Column("from", at_most=24),
    Column("version", is_number=True),
    Column("checked", at_most=24),
    Column("sha256"),
)
SHOWN_DIGEST = 12
"""Letters of a digest in the table; all of them are in `jsonl` and in reports."""

DAY = len("2026-01-02")
NOT_SAID = "none"
"""What stands on the command line for a source whose kind nobody says."""

KIND_CHOICE = click.Choice([*map(str, SOURCE_KINDS), NOT_SAID])


@click.group(cls=WorkbenchGroup)
@desk_options
def source() -> None:
    """Link sources to an article, and list them."""


@source.command(name="add")
@click.argument("article")
@click.argument("reference", metavar="PATH|URL")
@encoding_option
@whole_page_option
@click.option("--kind", type=KIND_CHOICE, help="How near it is to what it tells.")
@desk_options
def add_source(
    article: str, reference: str, encoding: str | None, kind: str | None, *, whole_page: bool
) -> None:
    """Link a source to ARTICLE. Prints the source's number.

    The file or page is read, kept with its SHA-256, and cut into passages.
    """
    # the store costs start-up time, and `--help` does not need it
    from workbench.review import reading_of

    with opened_workbench() as bench:
        summary = bench.article(article)
        known = {kept.id: kept for kept in bench.sources(summary.id)}
        reading = reading_of(reference, encoding=encoding, whole_page=whole_page)
        linked = bench.link(summary.id, reading)
        if kind is not None:
            linked = bench.sourcing.set_kind(linked.id, _kind(kind))
    if linked.id in known:
        is_newer = linked.version > known[linked.id].version
        told = f"; the page changed, so version {linked.version} is kept" if is_newer else ""
        narrate(f"Source {linked.number}, {linked.title}, is linked already{told}.")
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
        summary = bench.article(article)
        kept = bench.sources(summary.id)
        checks = bench.sourcing.checks(summary.id)
        shared = bench.sourcing.shared_origins(summary.id)
        archived = {linked.id: bench.sourcing.archived(linked.id) for linked in kept}
    numbers = {linked.id: linked.number for linked in kept}
    if format_name == "jsonl":
        for linked in kept:
            one = [origin for origin in shared if linked.id in origin.sources]
            print_json_line(
                {
                    **_fields(linked, checks.get(linked.id)),
                    "counts_once_with": [
                        numbers[other]
                        for origin in one
                        for other in origin.sources
                        if other != linked.id
                    ],
                    "counts_once_as": one[0].why if one else "",
                    "archived": [item.url for item in archived[linked.id]],
                }
            )
    else:
        print_table(
            COLUMNS,
            [
                (
                    linked.number,
                    linked.title,
                    linked.kind_label,
                    linked.origin,
                    linked.version,
                    _check_words(checks.get(linked.id)),
                    linked.sha256[:SHOWN_DIGEST],
                )
                for linked in kept
            ],
        )
    for origin in shared:
        narrate(origins_words([numbers[one] for one in origin.sources], origin.why))
    origins = origin_count(numbers, shared)
    told = f", {counted(origins, 'origin')}" if shared else ""
    narrate(f"{counted(len(kept), 'source')}{told}.")


@source.command(name="kind")
@click.argument("reference", metavar="SOURCE")
@click.argument("kind", type=KIND_CHOICE, metavar="KIND")
@desk_options
def set_kind(reference: str, kind: str) -> None:
    """Say how near SOURCE is to what it tells.

    SOURCE is ARTICLE/NUMBER, such as 1/2, or its id; on a desk with one article the number will do.
    """
    with opened_workbench() as bench:
        linked = bench.sourcing.set_kind(bench.sourcing.meant(reference).id, _kind(kind))
    narrate(f"Source {linked.number}, {linked.title}: {linked.kind_label}.")


_KINDS_TOLD = " ".join(f"{name}: {description}" for name, (_, description) in SOURCE_KINDS.items())
set_kind.help = f"{cleandoc(set_kind.help or '')}\n\nKIND is one of these. {_KINDS_TOLD} {NOT_SAID}: nobody says."


def _kind(name: str) -> SourceKind | None:
    return None if name == NOT_SAID else SourceKind(name)


def _check_words(check: SourceCheck | None) -> str:
    return f"{check.at[:DAY]} {check.outcome}" if check else ""


def _fields(linked: Source, check: SourceCheck | None) -> dict[str, object]:
    return {
        "source": linked.number,
        "id": linked.id,
        "title": linked.title,
        "kind": linked.kind and str(linked.kind),
        "origin": linked.origin,
        "media_type": linked.media_type,
        "encoding": linked.encoding,
        "passages": linked.passage_count,
        "sha256": linked.sha256,
        "added_at": linked.added_at,
        "version": linked.version,
        "checked_at": check.at if check else "",
        "outcome": str(check.outcome) if check else "",
    }
