"""The commands that look at linked sources again, and say what an editor has to do then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from workbench.cli.articles import format_option
from workbench.cli.printing import narrate, print_json_line
from workbench.cli.running import CouldNotError, desk_options, opened_workbench
from workbench.cli.sources import DAY
from workbench.model import AnchorState, CheckOutcome, visible_line
from workbench.reports.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model import ArticleSummary, Source, SourceCheck
    from workbench.review import Workbench


@click.command()
@click.argument("article", required=False)
@format_option
@desk_options
def recheck(article: str | None, format_name: str) -> None:
    """Look at the sources of ARTICLE again, or at those of all articles.

    Each page is fetched and each file read anew. What is new is kept as another version beside the
    old, and the accepted words are looked for in it. One line a source says what to do; the exit code
    is 1 where something has to be done.
    """
    waiting = 0
    with opened_workbench() as bench:
        articles = bench.articles() if article is None else [bench.article(article)]
        for summary in articles:
            for linked in bench.sources(summary.id):
                if not linked.origin:
                    narrate(f"Source {linked.number}, {linked.title}, has no place to look at.")
                    continue
                check = bench.sourcing.check(linked.id)
                waiting += check.outcome in {CheckOutcome.PASSAGE_GONE, CheckOutcome.DEAD}
                claims = _stale_claims(bench, summary, check)
                if format_name == "jsonl":
                    print_json_line(_fields(summary, linked, check, claims))
                else:
                    kept_at = bench.sourcing.versions(linked.id)[-1].at
                    line = _line(summary, linked, check, claims, kept_at=kept_at)
                    click.echo(visible_line(line))
    if waiting:
        msg = f"{counted(waiting, 'source')} {'wants' if waiting == 1 else 'want'} looking at."
        raise CouldNotError(msg)
    narrate("All that was accepted still stands.")


@click.command()
@click.argument("article")
@click.argument("claim")
@desk_options
def keep(article: str, claim: str) -> None:
    """Let what CLAIM of ARTICLE rests on stand, although its source changed.

    Words that read a little differently now are taken over as they read now; words that are gone
    rest on the version that was kept. Look at both first: `workbench check ARTICLE`.
    """
    with opened_workbench() as bench:
        kept = bench.claim(bench.article(article).id, claim)
        standing = bench.sourcing.keep_evidence(kept.id)
    for item in standing.decision.evidence:
        narrate(f"Claim {kept.number} rests on “{item.anchor.exact}”, {item.source_title}.")


def _stale_claims(bench: Workbench, article: ArticleSummary, check: SourceCheck) -> list[int]:
    """Numbers of the claims that rest on words of this source which are changed or gone."""
    stale = {evidence for evidence, anchoring in check.anchorings if anchoring.is_stale}
    standings = bench.standings(article.id)
    return [
        claim.number
        for claim in bench.claims(article.id)
        if claim.id in standings
        and any(item.id in stale for item in standings[claim.id].decision.evidence)
    ]


def _line(
    article: ArticleSummary,
    linked: Source,
    check: SourceCheck,
    claims: Sequence[int],
    *,
    kept_at: str,
) -> str:
    start = f"{article.number}/{linked.number} {linked.title}:"
    match check.outcome:
        case CheckOutcome.UNCHANGED:
            return f"{start} page unchanged."
        case CheckOutcome.CHANGED:
            moved = sum(anchoring.state is AnchorState.MOVED for _, anchoring in check.anchorings)
            told = f" ({counted(moved, 'passage')} moved)" if moved else ""
            return (
                f"{start} page changed, every accepted passage still there{told}. "
                f"Version {check.version} is kept; nothing to do."
            )
        case CheckOutcome.PASSAGE_GONE:
            named = ", ".join(map(str, claims))
            return (
                f"{start} passage changed or gone, for {'claim' if len(claims) == 1 else 'claims'} "
                f"{named}. Look at {'it' if len(claims) == 1 else 'them'} with `workbench check "
                f"{article.number}`; `workbench source keep {article.number} CLAIM` lets it stand."
            )
        case CheckOutcome.DEAD:
            return (
                f"{start} link dead. {check.reason} Version {check.version} of "
                f"{kept_at[:DAY]} is kept; look for the page elsewhere and link that, or try "
                "again later."
            )


def _fields(
    article: ArticleSummary, linked: Source, check: SourceCheck, claims: Sequence[int]
) -> dict[str, object]:
    return {
        "article": article.number,
        "source": linked.number,
        "id": linked.id,
        "outcome": str(check.outcome),
        "version": check.version,
        "reason": check.reason,
        "claims": list(claims),
        "evidence": [
            {
                "id": evidence,
                "state": str(anchoring.state),
                "words": anchoring.words,
                "score": anchoring.score,
            }
            for evidence, anchoring in check.anchorings
        ],
    }
