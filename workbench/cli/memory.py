"""The commands that recall earlier checked claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from workbench.cli.articles import format_option
from workbench.cli.printing import Column, cut_to, narrate, print_json_line, print_table
from workbench.cli.running import WorkbenchGroup, desk_options, opened_workbench
from workbench.errors import UnknownError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model import ClaimId
    from workbench.review import Workbench
    from workbench.review.recalling import Recalled

COLUMNS = (
    Column("likeness"),
    Column("verdict"),
    Column("checked"),
    Column("by", at_most=20),
    Column("claim", gives_way=True),
    Column("in", at_most=30),
)
MAX_TOLD = 60
"""Columns of a claim's words in narration."""

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
        _print(bench.memory.search(statement), format_name)


@memory.command(name="claim")
@click.argument("article")
@click.argument("claim")
@format_option
@desk_options
def recall_claim(article: str, claim: str, format_name: str) -> None:
    """Find earlier checked claims like CLAIM of ARTICLE, itself left out."""
    with opened_workbench() as bench:
        kept = bench.claim(bench.article(article).id, claim)
        _print(bench.memory.recall(kept.id), format_name)


@memory.command(name="take")
@click.argument("article")
@click.argument("claim")
@click.argument("earlier", metavar="MEMORY")
@desk_options
def take(article: str, claim: str, earlier: str) -> None:
    """Take MEMORY, an earlier check, over as a new decision of today on CLAIM of ARTICLE.

    Its sources are linked, its evidence accepted and its verdict given; `workbench undo` takes the
    decision back. Of an imported check only a note is made. MEMORY is an id, or the place in what
    `workbench memory claim ARTICLE CLAIM` lists, from 1.
    """
    with opened_workbench() as bench:
        kept = bench.claim(bench.article(article).id, claim)
        standing = bench.memory.take(kept.id, _meant(bench, kept.id, earlier))
        rating = (
            f"Verdict: {standing.rating}." if standing.rating else "A note was made; no verdict."
        )
        count = len(standing.decision.evidence)
        narrate(f"Taken over. {rating} It rests on {count} passage{'' if count == 1 else 's'}.")


@memory.command(name="expire")
@click.argument("earlier", metavar="MEMORY")
@click.argument("date", required=False, default="")
@desk_options
def expire(earlier: str, date: str) -> None:
    """Say until when MEMORY, the id of an earlier check, holds; without DATE it holds for ever.

    Past that day it is only a suggestion, and cannot be taken over.
    """
    with opened_workbench() as bench:
        checked = bench.memory.set_best_before(earlier, date)
        until = f"until {checked.best_before}" if checked.best_before else "for ever"
        narrate(f"Holds {until}: {cut_to(checked.text, MAX_TOLD)}")


def _meant(bench: Workbench, claim: ClaimId, reference: str) -> str:
    """The id that `reference` stands for: a place in what is recalled for `claim`, or itself."""
    if not reference.isdecimal():
        return reference
    found = bench.memory.recall(claim)
    if not 1 <= int(reference) <= len(found):
        msg = f"Nothing like the claim has number {reference}."
        raise UnknownError(msg, hint=_how_many(len(found)))
    return found[int(reference) - 1].checked.id


def _how_many(found: int) -> str:
    if not found:
        return "No earlier check is like it."
    return "One earlier check is like it." if found == 1 else f"{found} earlier checks are like it."


def _likeness(item: Recalled) -> str:
    if item.is_expired:
        return "expired"
    return "the same" if item.is_match else "like it"


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
                    "publisher": item.checked.publisher,
                    "url": item.checked.url,
                    "best_before": item.checked.best_before,
                    "expired": item.is_expired,
                    "evidence": [
                        {
                            "source": one.source_title,
                            "stance": str(one.stance),
                            "words": one.anchor.exact,
                        }
                        for one in item.evidence
                    ],
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
                _likeness(item),
                item.checked.rating,
                item.checked.checked_at[:DAY],
                item.checked.editor or item.checked.publisher,
                item.checked.text,
                item.checked.headline,
            )
            for item in found
        ],
    )
