"""The commands that change what is a claim: `workbench claim add|drop|split|…`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from workbench.cli.printing import narrate, quoted
from workbench.cli.running import WorkbenchGroup, desk_options, opened_workbench
from workbench.model import KINDS, ClaimKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from workbench.model import ArticleId, KeptClaim, Span, Standing
    from workbench.review import Workbench

MAX_TOLD = 60
"""Columns of a claim's words in narration."""

KIND = click.Choice([str(kind) for kind in ClaimKind])
_place = click.option(
    "--place",
    type=click.IntRange(min=1),
    metavar="N",
    help="Which occurrence of the words is meant, from 1.",
)


@click.group("claim", cls=WorkbenchGroup)
@desk_options
def claim() -> None:
    """Change what is a claim of ARTICLE: its words, its kind, or that it is one.

    WORDS are copied from the article; what white space is between them does not matter. A claim whose
    words change loses its verdict; its note, correction and evidence stay. `workbench undo` takes each
    of these back.
    """


@claim.command()
@click.argument("article")
@click.argument("words")
@click.option(
    "--kind", type=KIND, help="What the words claim.  [default: as the splitter takes them]"
)
@_place
@desk_options
def add(article: str, words: str, *, kind: str | None, place: int | None) -> None:
    """Take WORDS for a claim."""
    with opened_workbench() as bench:
        id_ = bench.article(article).id
        span = _meant(bench, id_, words, place=place)
        _tell(bench, id_, bench.editing.add(id_, span, ClaimKind(kind) if kind else None))


@claim.command()
@click.argument("article")
@click.argument("claim")
@click.option("--reason", metavar="TEXT", required=True, help="Why it is no claim.")
@desk_options
def drop(article: str, claim: str, *, reason: str) -> None:
    """Take CLAIM for none; the report lists it with the reason."""
    _edit(article, claim, lambda bench, kept: bench.editing.drop(kept.id, reason))


@claim.command()
@click.argument("article")
@click.argument("claim")
@desk_options
def restore(article: str, claim: str) -> None:
    """Bring back CLAIM, which was dropped."""
    _edit(article, claim, lambda bench, kept: bench.editing.restore(kept.id))


@claim.command("split")
@click.argument("article")
@click.argument("claim")
@click.argument("words")
@_place
@desk_options
def split_claim(article: str, claim: str, words: str, *, place: int | None) -> None:
    """Cut CLAIM in two; the second part begins with WORDS."""

    def cut(bench: Workbench, kept: KeptClaim) -> list[Standing]:
        span = _meant(bench, kept.article_id, words, place=place, around=kept.span)
        return bench.editing.split(kept.id, span.start)

    _edit(article, claim, cut)


@claim.command()
@click.argument("article")
@click.argument("claim")
@click.argument("other")
@desk_options
def merge(article: str, claim: str, other: str) -> None:
    """Make one claim of CLAIM and OTHER, from the first word to the last."""
    _edit(
        article,
        claim,
        lambda bench, kept: bench.editing.merge(kept.id, bench.claim(kept.article_id, other).id),
    )


@claim.command()
@click.argument("article")
@click.argument("claim")
@click.argument("words")
@_place
@desk_options
def widen(article: str, claim: str, words: str, *, place: int | None) -> None:
    """Let CLAIM reach over WORDS, which hold its own."""

    def widened(bench: Workbench, kept: KeptClaim) -> list[Standing]:
        span = _meant(bench, kept.article_id, words, place=place, around=kept.span)
        return bench.editing.widen(kept.id, span)

    _edit(article, claim, widened)


@claim.command()
@click.argument("article")
@click.argument("claim")
@click.argument("words")
@_place
@desk_options
def narrow(article: str, claim: str, words: str, *, place: int | None) -> None:
    """Leave of CLAIM only WORDS, which are some of its own."""

    def narrowed(bench: Workbench, kept: KeptClaim) -> list[Standing]:
        span = _meant(bench, kept.article_id, words, place=place, around=kept.span)
        return bench.editing.narrow(kept.id, span)

    _edit(article, claim, narrowed)


@claim.command()
@click.argument("article")
@click.argument("claim")
@click.argument("kind", type=KIND, metavar="KIND")
@desk_options
def kind(article: str, claim: str, kind: str) -> None:
    """Take CLAIM for another KIND; its verdict stays."""
    _edit(article, claim, lambda bench, kept: bench.editing.change_kind(kept.id, ClaimKind(kind)))


kind.help = f"{kind.help}\n\nKIND is one of: {', '.join(map(str, ClaimKind))}."


@claim.command()
@click.argument("article")
@click.argument("words")
@click.option("--back", is_flag=True, help="Take it back: there is something to check after all.")
@_place
@desk_options
def nothing(article: str, words: str, *, back: bool, place: int | None) -> None:
    """Say that the sentence with WORDS claims nothing; its open claims are dropped."""
    with opened_workbench() as bench:
        id_ = bench.article(article).id
        at = _meant(bench, id_, words, place=place).start
        sentence = bench.editing.sentence_at(id_, at)
        if back:
            standings = bench.editing.something_to_check(id_, at)
        else:
            standings = bench.editing.nothing_to_check(id_, at)
        told = sentence.of(bench.document(id_).text) if sentence else words
        narrate(f"{'Something' if back else 'Nothing'} to check in {quoted(told, MAX_TOLD)}.")
        _tell(bench, id_, standings)


def _edit(article: str, claim: str, edit: Callable[[Workbench, KeptClaim], list[Standing]]) -> None:
    with opened_workbench() as bench:
        id_ = bench.article(article).id
        _tell(bench, id_, edit(bench, bench.claim(id_, claim)))


def _meant(
    bench: Workbench,
    article: ArticleId,
    words: str,
    *,
    place: int | None,
    around: Span | None = None,
) -> Span:
    from workbench.review import words_meant

    return words_meant(bench.document(article).text, words, place=place, around=around)


def _tell(bench: Workbench, article: ArticleId, standings: Sequence[Standing]) -> None:
    """The claims as they are now: their numbers to stdout, their words to stderr."""
    for standing in standings:
        kept = bench.claim(article, standing.claim_id)
        words = (
            f"Claim {kept.number}, {KINDS[kept.kind].label.lower()}, {quoted(kept.text, MAX_TOLD)}"
        )
        narrate(f"{words}, dropped: {kept.drop_reason}." if kept.is_dropped else f"{words}.")
        if not kept.is_dropped:
            click.echo(kept.number)
