"""What the lane reads of an article before it can be checked, and the messages it comes back in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from workbench.tui.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from workbench.model import (
        ArticleId,
        ClaimId,
        Document,
        Match,
        NothingToCheck,
        Source,
        Span,
    )
    from workbench.review import Workbench
    from workbench.tui.grounds import Grounds
    from workbench.tui.lane import Job


@dataclass
class TextRead(Message):
    """The article's words are here."""

    document: Document


@dataclass
class ClaimsRead(Message):
    """Its claims, standings and sources are here."""

    sheet: Sheet
    sources: list[Source]


@dataclass
class SourcesRead(Message):
    """Its sources are here again, because there are new ones."""

    sources: list[Source]


@dataclass
class GroundsRead(Message):
    """Where the evidence stands now is here."""

    grounds: Grounds


@dataclass
class Failed(Message):
    """Work behind the screen could not be done."""

    error: BaseException


@dataclass
class NothingRead(Message):
    """The sentences are here that editors found to claim nothing."""

    marks: Sequence[NothingToCheck]


@dataclass
class StaleRead(Message):
    """The claims are here whose evidence changed in its source."""

    claims: Sequence[ClaimId]
    by: int
    """To the next of them, or to the one before."""


def reading_nothing(article: ArticleId, post: Callable[[Message], object]) -> Job:
    return lambda bench: post(NothingRead(bench.nothing_to_check(article)))


def reading_stale(article: ArticleId, by: int, post: Callable[[Message], object]) -> Job:
    return lambda bench: post(StaleRead(bench.sourcing.stale_claims(article), by))


@dataclass
class SourceTextRead(Message):
    """A source is here to be read in full."""

    title: str
    text: str
    passage: Span
    """Where it is to be opened."""


def reading_source(match: Match, post: Callable[[Message], object]) -> Job:
    passage = match.passage

    def read(bench: Workbench) -> None:
        text = bench.source_document(passage.source_id).text
        title = f"{match.source_number} {match.source_title}"
        if passage.place:
            title += f" · {passage.place}"
        post(SourceTextRead(title, text, passage.span))

    return read


def sheet_of(bench: Workbench, article: ArticleId) -> Sheet:
    """The claims of `article` and where each stands, as they are in the database."""
    text = bench.document(article).text
    return Sheet(bench.each_claim(article), bench.standings(article), bench.scale, text)


def reading_text(article: ArticleId, post: Callable[[Message], object]) -> Job:
    return lambda bench: post(TextRead(bench.document(article)))


def reading_claims(
    article: ArticleId, document: Document, post: Callable[[Message], object]
) -> Job:
    def read(bench: Workbench) -> None:
        bench.recall_document(article, document)
        post(ClaimsRead(sheet_of(bench, article), bench.sources(article)))

    return read


def reading_sources(article: ArticleId, post: Callable[[Message], object]) -> Job:
    return lambda bench: post(SourcesRead(bench.sources(article)))
