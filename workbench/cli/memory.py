"""The commands that recall earlier checked claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from workbench.cli.articles import format_option
from workbench.cli.printing import Column, narrate, print_json_line, print_table
from workbench.cli.running import WorkbenchGroup, desk_options, opened_workbench

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.review.recalling import Recalled

COLUMNS = (
    Column("likeness"),
    Column("verdict"),
    Column("checked"),
    Column("by", at_most=20),
    Column("claim", gives_way=True),
    Column("in", at_most=30),
)
DAY = len("2026-01-02")


@click.group(cls=WorkbenchGroup)
@desk_options
def memory() -> None:
    """Recall claims that were checked before, in any article of this database.

    Nothing is applied by itself: a verdict on a like claim is a reason to look, not a finding.
    """


@memory.command(name="search")
@click.argument("statement")
@format_option
@desk_options
def search_memory(statement: str, format_name: str) -> None:
    """Find earlier checked claims like STATEMENT."""
    with opened_workbench() as bench:
        _print(bench.search_memory(statement), format_name)


@memory.command(name="claim")
@click.argument("article")
@click.argument("claim")
@format_option
@desk_options
def recall_claim(article: str, claim: str, format_name: str) -> None:
    """Find earlier checked claims like CLAIM of ARTICLE, itself left out."""
    with opened_workbench() as bench:
        kept = bench.claim(bench.article(article).id, claim)
        _print(bench.recall(kept.id), format_name)


def _print(found: Sequence[Recalled], format_name: str) -> None:
    if format_name == "jsonl":
        for item in found:
            print_json_line(
                {
                    "claim": item.checked.id,
                    "text": item.checked.text,
                    "verdict": item.checked.rating,
                    "checked_at": item.checked.checked_at,
                    "editor": item.checked.editor,
                    "note": item.checked.note,
                    "article": item.checked.headline,
                    "probability": round(item.probability, 4),
                    "match": item.is_match,
                }
            )
        return
    if not found:
        narrate("Nothing like it was checked before.")
        return
    print_table(
        COLUMNS,
        [
            (
                "the same" if item.is_match else "like it",
                item.checked.rating,
                item.checked.checked_at[:DAY],
                item.checked.editor,
                item.checked.text,
                item.checked.headline,
            )
            for item in found
        ],
    )
