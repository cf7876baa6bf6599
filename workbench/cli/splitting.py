"""The command that shows how a text is split, without keeping anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from workbench.cli.articles import INDENT, encoding_option, format_option, stdin_for
from workbench.cli.printing import Column, narrate, print_json_line, print_table
from workbench.cli.running import database, desk_options
from workbench.model import Level, visible_line
from workbench.reports.wording import counted, value_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model import Claim, Document

COLUMNS = (
    Column("start", is_number=True),
    Column("end", is_number=True),
    Column("kind"),
    Column("words", gives_way=True),
    Column("value", at_most=28),
)


@click.command()
@click.argument("references", metavar="PATH...", nargs=-1, required=True)
@format_option
@click.option(
    "--explain",
    is_flag=True,
    help="Show each sentence with its parse, its clauses, and the rules that found its claims.",
)
@encoding_option
@desk_options
def split(
    references: tuple[str, ...], format_name: str, explain: bool, encoding: str | None
) -> None:
    """Show the claims in texts; nothing is kept, and no database is needed."""
    if explain and format_name == "jsonl":
        msg = "--explain is for people and --format jsonl for programs; each claim there has its rule."
        raise click.UsageError(msg)
    # the splitter costs start-up time
    from workbench.config import settings_for
    from workbench.review import trial_explanation, trial_split

    model = settings_for(database()).splitting_model
    stdin = stdin_for(*references)
    for reference in references:
        document, claims = trial_split(reference, encoding=encoding, stdin=stdin, model=model)
        if explain:
            for line in trial_explanation(document, model=model):
                click.echo(visible_line(line))
        elif format_name == "jsonl":
            for claim in claims:
                print_json_line(_fields(reference, document, claim))
        else:
            print_table(COLUMNS, _rows(document, claims))
        narrate(f"{document.title}: {counted(len(claims), 'claim')}.")


def _rows(document: Document, claims: Sequence[Claim]) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for claim in claims:
        indent = INDENT if claim.level is Level.DETAIL and claim.parent is not None else ""
        rows.append(
            (
                claim.span.start,
                claim.span.end,
                claim.kind,
                indent + claim.span.of(document.text),
                value_words(claim.value),
            )
        )
    return rows


def _fields(reference: str, document: Document, claim: Claim) -> dict[str, object]:
    return {
        "start": claim.span.start,
        "end": claim.span.end,
        "kind": claim.kind,
        "level": claim.level,
        "text": claim.span.of(document.text),
        "value": claim.value.to_json() if claim.value else None,
        "speaker": claim.speaker,
        "rule": claim.rule,
        "path": reference,
    }
