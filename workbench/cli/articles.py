"""The commands that bring articles to the desk and list their claims."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from workbench.cli.printing import Column, narrate, print_json_line, print_table
from workbench.cli.running import desk_options, opened_workbench
from workbench.model import OPEN_SYMBOL, Level
from workbench.reports.wording import counted, value_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workbench.model import ClaimId, KeptClaim, Standing
    from workbench.review import Workbench

CLAIM_COLUMNS = (
    Column("claim", is_number=True),
    Column(""),
    Column("kind"),
    Column("words", gives_way=True),
    Column("value", at_most=28),
)
DROPPED_COLUMNS = (
    Column("claim", is_number=True),
    Column("kind"),
    Column("words", gives_way=True),
    Column("why", at_most=40),
)
MAX_STDIN = 128 * 1024 * 1024
"""Bytes taken from standard input: more than any text that is read, and an endless pipe ends here."""

INDENT = "  "
"""Before the words of a detail, which belongs to the assertion above it."""

encoding_option = click.option(
    "--encoding", metavar="NAME", help="How the bytes are encoded, where it is guessed wrong."
)
whole_page_option = click.option(
    "--whole-page",
    is_flag=True,
    help="All the words of a web page: menus, teasers and comments, too.",
)
format_option = click.option(
    "--format",
    "format_name",
    type=click.Choice(["table", "jsonl"]),
    default="table",
    show_default=True,
    help="A table to read, or a JSON object a line for programs.",
)


def stdin_for(*references: str) -> bytes | None:
    """What comes from standard input, where `-` asks for it."""
    return sys.stdin.buffer.read(MAX_STDIN) if "-" in references else None


@click.command()
@click.argument("reference", metavar="PATH|URL|-")
@encoding_option
@whole_page_option
@desk_options
def add(reference: str, encoding: str | None, *, whole_page: bool) -> None:
    """Read an article, split it into claims, and keep both. Prints the article's number.

    `-` reads standard input. A text that is on the desk already stays as it is.
    """
    # the store costs start-up time, and `--help` does not need it
    from workbench.review import content_of

    # read first: what cannot be read makes no database
    content, document = content_of(
        reference, encoding=encoding, whole_page=whole_page, stdin=stdin_for(reference)
    )
    with opened_workbench(create=True) as bench:
        added = bench.add_article(content, document)
    article = added.article
    if added.is_new:
        claims_found = counted(article.progress.claims, "claim")
        narrate(f"Article {article.number}, {article.title}: {claims_found}.")
    else:
        narrate(f"Article {article.number}, {article.title}, is on the desk already.")
    if article.encoding_guessed:
        narrate(f"Its encoding was guessed: {article.encoding}. Say --encoding if it looks wrong.")
    click.echo(article.number)


@click.command()
@click.argument("article")
@click.option("--dropped", is_flag=True, help="Those that editors took for none, and why.")
@format_option
@desk_options
def claims(article: str, *, dropped: bool, format_name: str) -> None:
    """List the claims of ARTICLE and where each stands."""
    with opened_workbench() as bench:
        summary = bench.article(article)
        kept = bench.dropped(summary.id) if dropped else bench.claims(summary.id)
        standings = bench.standings(summary.id)
        stale = set(bench.sourcing.stale_claims(summary.id))
        if format_name == "jsonl":
            numbers = {claim.id: claim.number for claim in kept}
            for claim in kept:
                parent = numbers.get(claim.parent_id) if claim.parent_id else None
                fields = _fields(claim, standings.get(claim.id), parent)
                print_json_line({**fields, "stale": claim.id in stale})
        elif dropped:
            rows = [(claim.number, claim.kind, claim.text, claim.drop_reason) for claim in kept]
            print_table(DROPPED_COLUMNS, rows)
        else:
            print_table(CLAIM_COLUMNS, _rows(bench, kept, standings))
        progress = summary.progress
    narrate(f"{progress.assessed} of {counted(progress.claims, 'claim')} assessed.")
    if stale:
        named = ", ".join(str(claim.number) for claim in kept if claim.id in stale)
        narrate(f"Evidence changed in its source for {named}.")


def _rows(
    bench: Workbench, kept: Sequence[KeptClaim], standings: Mapping[ClaimId, Standing]
) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for claim in kept:
        standing = standings.get(claim.id)
        entry = bench.scale.entry(standing.rating) if standing and standing.rating else None
        indent = INDENT if claim.claim.level is Level.DETAIL and claim.parent_id else ""
        rows.append(
            (
                claim.number,
                entry.symbol if entry else OPEN_SYMBOL,
                claim.kind,
                indent + claim.text,
                value_words(claim.claim.value),
            )
        )
    return rows


def _fields(kept: KeptClaim, standing: Standing | None, parent: int | None) -> dict[str, object]:
    claim = kept.claim
    decision = standing.decision if standing else None
    verdict = decision.verdict if decision else None
    return {
        "claim": kept.number,
        "id": kept.id,
        "start": claim.span.start,
        "end": claim.span.end,
        "kind": claim.kind,
        "level": claim.level,
        "text": kept.text,
        "value": claim.value.to_json() if claim.value else None,
        "speaker": claim.speaker,
        "rule": claim.rule,
        "part_of": parent,
        "dropped": kept.drop_reason if kept.is_dropped else None,
        "verdict": verdict.rating if verdict else None,
        "reason": verdict.reason if verdict else "",
        "note": decision.note if decision else "",
        "correction": decision.correction if decision else "",
        "evidence": len(decision.evidence) if decision else 0,
        "version": standing.version if standing else 0,
        "editor": standing.editor if standing else "",
        "changed_at": standing.changed_at if standing else "",
    }
