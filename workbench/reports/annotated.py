"""How the article is cut so that each claim can be marked in place, also where claims nest or cross."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.model import Span
    from workbench.reports.report import Report, ReportedClaim

_LINE = re.compile(r"[^\n]*\n?")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the article through which no claim begins or ends."""

    words: str
    covering: tuple[ReportedClaim, ...] = ()
    """The claims these words are part of, outermost first."""

    opening: tuple[ReportedClaim, ...] = ()
    """The claims that begin here, outermost first."""

    closing: tuple[ReportedClaim, ...] = ()
    """The claims that end here, innermost first."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a heading."""

    pieces: tuple[Piece, ...]
    is_heading: bool = False


def annotated(report: Report) -> Iterator[Block]:
    """The article's words in order, each exactly once but for blank lines between blocks."""
    text = report.article.text
    sweep = _Sweep(text, report.claims)
    for start, end, is_heading in _block_spans(text, report.article.headings):
        pieces = tuple(sweep.pieces(start, end))
        if pieces:
            yield Block(pieces, is_heading)


class _Sweep:
    """Walks over the text once and knows which claims it is in."""

    def __init__(self, text: str, claims: Sequence[ReportedClaim]) -> None:
        self._text = text
        self._claims = claims
        self._cuts = sorted({at for claim in claims for at in (claim.span.start, claim.span.end)})
        self._next_claim = 0
        self._next_cut = 0
        self._inside: list[ReportedClaim] = []

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        while start < end:
            stop = self._stop(start, end)
            opening = self._begun_before(stop)
            self._inside += opening
            covering = tuple(claim for claim in self._inside if claim.span.end > start)
            closing = tuple(claim for claim in reversed(self._inside) if claim.span.end <= stop)
            self._inside = [claim for claim in self._inside if claim.span.end > stop]
            yield Piece(self._text[start:stop], covering, tuple(opening), closing)
            start = stop

    def _stop(self, start: int, end: int) -> int:
        while self._next_cut < len(self._cuts) and self._cuts[self._next_cut] <= start:
            self._next_cut += 1
        if self._next_cut < len(self._cuts):
            return min(end, self._cuts[self._next_cut])
        return end

    def _begun_before(self, stop: int) -> list[ReportedClaim]:
        first = self._next_claim
        while (
            self._next_claim < len(self._claims)
            and self._claims[self._next_claim].span.start < stop
        ):
            self._next_claim += 1
        return list(self._claims[first : self._next_claim])


def _block_spans(text: str, headings: Sequence[Span]) -> Iterator[tuple[int, int, bool]]:
    """Where each block starts and ends, and whether it is a heading."""
    open_at: int | None = None
    closed_at = 0
    for line in _LINE.finditer(text):
        words = line.group().rstrip()
        start, end = line.start(), line.start() + len(words)
        is_heading = any(span.start < end and start < span.end for span in headings)
        if open_at is not None and (not words or is_heading):
            yield open_at, closed_at, False
            open_at = None
        if is_heading and words:
            yield start, end, True
        elif words:
            open_at = start if open_at is None else open_at
            closed_at = end
    if open_at is not None:
        yield open_at, closed_at, False
