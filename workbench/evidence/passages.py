"""Cuts a document into passages: what can be offered as evidence on its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.model import Document

LONGEST = 600
"""Characters. Longer sentences are tables or lists without ends; they are cut between words."""


def passages(document: Document, sentences: Sequence[Span]) -> list[tuple[Span, str]]:
    """The passages of `document` with the label of the place where each stands.

    Every word of the document lies in one passage: what stands between sentences is one too.
    """
    text = document.text
    return [
        (piece, document.place_of(piece.start))
        for stretch in _stretches(sentences, len(text))
        for piece in _pieces(stretch.trimmed(text), text)
    ]


def _stretches(sentences: Sequence[Span], length: int) -> Iterator[Span]:
    end = 0
    for sentence in sorted(sentences):
        if sentence.start > end:
            yield Span(end, sentence.start)
        if sentence.end > end:
            yield Span(max(end, sentence.start), sentence.end)
            end = sentence.end
    yield Span(end, length)


def _pieces(stretch: Span, text: str) -> Iterator[Span]:
    while len(stretch) > LONGEST:
        limit = stretch.start + LONGEST
        cut = max(
            text.rfind("\n", stretch.start + 1, limit), text.rfind(" ", stretch.start + 1, limit)
        )
        if cut <= stretch.start:
            cut = limit
        yield Span(stretch.start, cut).trimmed(text)
        stretch = Span(cut, stretch.end).trimmed(text)
    if any(character.isalnum() for character in stretch.of(text)):
        yield stretch
