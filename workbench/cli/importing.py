"""The commands that bring fact checks made elsewhere into the memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from workbench.cli.articles import format_option
from workbench.cli.printing import Column, narrate, print_json_line, print_table
from workbench.cli.running import desk_options, opened_workbench
from workbench.errors import ReaderError
from workbench.model import visible_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model import CheckedClaim
    from workbench.readers.checks import Fault
    from workbench.review.remembering import AddedChecks

MOST_FAULTS_TOLD = 20
FORMATS = ("csv", "json", "claimreview")
DAY = len("2026-01-02")


@click.command("import")
@click.argument("reference", metavar="FILE|URL")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(FORMATS),
    default=None,
    help="What it is.  [default: told by name and content]",
)
@click.option("--skip-faulty", is_flag=True, help="Leave faulty rows out, and keep the others.")
@desk_options
def import_checks(reference: str, *, format_name: str | None, skip_faulty: bool) -> None:
    """Remember the fact checks of FILE or of the page at URL.

    A CSV with a column for the claim and one for the verdict, JSON or JSON lines with the same names, or
    ClaimReview: a file, a feed, or what a page holds as JSON-LD. The same checks again change nothing.
    If a row is faulty, nothing is kept.
    """
    with opened_workbench(create=True) as bench:
        read = bench.memory.read(reference, format_name=format_name or "")
        _tell_faults(read.faults)
        if read.faults and not skip_faulty:
            count = len(read.faults)
            rows = "1 row" if count == 1 else f"{count:,} rows"
            msg = f"{rows} cannot be used; nothing was kept."
            raise ReaderError(msg, hint="Mend them, or import the others with --skip-faulty.")
        _tell(bench.memory.add(read.checks))


@click.command()
@click.argument("query")
@click.option("--language", default="", metavar="CODE", help="Only in this language, such as en.")
@click.option(
    "--limit", type=click.IntRange(1, 1_000), default=50, show_default=True, help="Checks at most."
)
@format_option
@desk_options
def google(query: str, *, language: str, limit: int, format_name: str) -> None:
    """Ask Google's Fact Check Tools about QUERY, and remember what they know.

    It needs a key of your own: WORKBENCH_GOOGLE_KEY, or `key` under `[google]` in workbench.toml.
    Without one nothing is asked.
    """
    with opened_workbench(create=True) as bench:
        checks = bench.memory.ask_google(query, language=language, limit=limit)
        _print(checks, format_name)
        _tell(bench.memory.add(checks))


def _tell(added: AddedChecks) -> None:
    narrate(
        f"Remembered: {added.new:,} new, {added.changed:,} changed, {added.known:,} known already."
    )


def _tell_faults(faults: Sequence[Fault]) -> None:
    for fault in faults[:MOST_FAULTS_TOLD]:
        narrate(f"Line {fault.line}: {visible_line(fault.reason)}.")
    if len(faults) > MOST_FAULTS_TOLD:
        narrate(f"… and {len(faults) - MOST_FAULTS_TOLD:,} more.")


COLUMNS = (
    Column("verdict", at_most=24),
    Column("checked"),
    Column("by", at_most=24),
    Column("claim", gives_way=True),
)


def _print(checks: Sequence[CheckedClaim], format_name: str) -> None:
    if format_name == "jsonl":
        for check in checks:
            print_json_line(
                {
                    "id": check.id,
                    "text": check.text,
                    "verdict": check.rating,
                    "checked_at": check.checked_at,
                    "publisher": check.publisher,
                    "url": check.url,
                }
            )
    elif checks:
        print_table(
            COLUMNS,
            [
                (check.rating, check.checked_at[:DAY], check.publisher, check.text)
                for check in checks
            ],
        )
