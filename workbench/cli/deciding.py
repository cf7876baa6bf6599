"""The commands that give verdicts and take them back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from workbench.cli.printing import narrate, quoted
from workbench.cli.running import desk_options, opened_workbench
from workbench.errors import RuleError, UnknownError
from workbench.model import DEFAULT_SCALE, OPEN_SYMBOL, Need, Rating, Stance

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.model import ArticleId, KeptClaim, Source, Standing, VerdictScale
    from workbench.review import Workbench

MAX_TOLD = 50
"""Columns of a claim's words in narration."""

BEST_OF = 100
"""Passages looked through for the best one of a source."""

_STANCES: dict[str, Stance] = {
    Rating.CONFIRMED: Stance.SUPPORTS,
    Rating.CONFIRMED_WITH_CHANGE: Stance.SUPPORTS,
    Rating.WRONG: Stance.REFUTES,
    Rating.MISLEADING: Stance.REFUTES,
}

_OPTIONS: dict[Need, str] = {
    Need.EVIDENCE_OR_REASON: "--source NUMBER or --reason TEXT",
    Need.CORRECTION: "--correction TEXT",
    Need.CORRECTION_OR_NOTE: "--correction TEXT or --note TEXT",
}


@click.command()
@click.argument("article")
@click.argument("claim")
@click.argument("verdict")
@click.option("--note", metavar="TEXT", help="What the next reader should know.")
@click.option("--correction", metavar="TEXT", help="How it should read.")
@click.option("--reason", metavar="TEXT", help="Why it holds without linked evidence.")
@click.option("--best-before", metavar="DATE", help="Until when it holds, such as 2027-01-31.")
@click.option(
    "--source",
    "sources",
    metavar="SOURCE",
    multiple=True,
    help="Rest the verdict on the best passage of this source (its number or id). Repeatable.",
)
@click.option(
    "--stance",
    type=click.Choice([str(stance) for stance in Stance]),
    help="What those passages do to the claim.  [default: as the verdict tells]",
)
@desk_options
def mark(
    article: str,
    claim: str,
    verdict: str,
    *,
    note: str | None,
    correction: str | None,
    reason: str | None,
    best_before: str | None,
    sources: tuple[str, ...],
    stance: str | None,
) -> None:
    """Give CLAIM of ARTICLE a VERDICT."""
    with opened_workbench() as bench:
        summary = bench.article(article)
        kept = bench.claim(summary.id, claim)
        given = Stance(stance) if stance else _STANCES.get(verdict, Stance.CONTEXT)
        with bench.together():
            for reference in sources:
                _accept_best(bench, kept, _source_named(bench, summary.id, reference), given)
            try:
                standing = bench.mark(
                    kept.id,
                    verdict,
                    note=note,
                    correction=correction,
                    reason=reason,
                    best_before=best_before,
                )
            except RuleError as error:
                raise _with_options(error, bench.scale, verdict) from error
        _tell(bench, summary.id, [standing])


mark.help = f"{mark.help}\n\nVERDICT is one of: {', '.join(e.name for e in DEFAULT_SCALE.entries)}."


@click.command()
@click.argument("article")
@click.argument("claim")
@desk_options
def clear(article: str, claim: str) -> None:
    """Take the verdict on CLAIM of ARTICLE back; note, correction and evidence stay."""
    with opened_workbench() as bench:
        summary = bench.article(article)
        kept = bench.claim(summary.id, claim)
        _tell(bench, summary.id, [bench.clear(kept.id)])


@click.command()
@click.argument("article")
@desk_options
def undo(article: str) -> None:
    """Take back the last thing you did to claims of ARTICLE."""
    with opened_workbench() as bench:
        summary = bench.article(article)
        _tell(bench, summary.id, bench.undo(summary.id))


@click.command()
@click.argument("article")
@desk_options
def redo(article: str) -> None:
    """Do again what you took back last."""
    with opened_workbench() as bench:
        summary = bench.article(article)
        _tell(bench, summary.id, bench.redo(summary.id))


def _with_options(error: RuleError, scale: VerdictScale, verdict: str) -> RuleError:
    """The refusal, with the options that give what is missing."""
    entry = scale.entry(verdict)
    if entry is None or not error.message.endswith(f" asks for {entry.need}."):
        return error
    return RuleError(error.message, hint=f"Give {_OPTIONS[entry.need]}.")


def _source_named(bench: Workbench, article: ArticleId, reference: str) -> Source:
    sources = bench.sources(article)
    for source in sources:
        if reference in {str(source.number), source.id}:
            return source
    msg = f"The article has no source {reference}."
    hint = (
        f"It has the sources 1 to {len(sources)}."
        if sources
        else "Link one with `workbench source add`."
    )
    raise UnknownError(msg, hint=hint)


def _accept_best(bench: Workbench, claim: KeptClaim, source: Source, stance: Stance) -> None:
    for match in bench.matches(claim.id, limit=BEST_OF):
        if match.passage.source_id == source.id:
            bench.accept(claim.id, match.passage.id, stance)
            narrate(f"Source {source.number}: “{match.passage.text}”")
            return
    msg = f"No passage of source {source.number}, {source.title}, fits claim {claim.number}."
    raise RuleError(msg, hint="Choose the words yourself on the screen: `workbench check`.")


def _tell(bench: Workbench, article: ArticleId, standings: Iterable[Standing]) -> None:
    for standing in standings:
        claim = bench.claim(article, standing.claim_id)
        entry = bench.scale.entry(standing.rating) if standing.rating else None
        verdict = f"{entry.symbol} {entry.label}" if entry else f"{OPEN_SYMBOL} no verdict"
        if claim.is_dropped:
            verdict = "no claim any more"
        narrate(f"Claim {claim.number}, {quoted(claim.text, MAX_TOLD)}: {verdict}.")
