"""What a detector may look at: the text, its sentences, its quotation marks, its words and its parse."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model import Document, Span
    from workbench.splitting.lexicon import Lexicon
    from workbench.splitting.parsing import Parse


@dataclass(frozen=True, slots=True)
class Context:
    """One document with everything that was found out about it before its claims."""

    document: Document
    sentences: Sequence[Span]
    """Trimmed, in order, without overlap; only white space lies between them."""

    quotes: Sequence[Span]
    """Outermost quotation marks with what they enclose, both marks included, in order."""

    lexicon: Lexicon
    parses: Sequence[Parse] = ()
    """In text order; empty where the language has no parser."""

    _sentence_starts: list[int] = field(init=False, repr=False, compare=False)
    _quote_starts: list[int] = field(init=False, repr=False, compare=False)
    _parse_starts: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        starts = [span.start for span in self.sentences]
        object.__setattr__(self, "_sentence_starts", starts)
        object.__setattr__(self, "_quote_starts", [span.start for span in self.quotes])
        object.__setattr__(self, "_parse_starts", [parse.span.start for parse in self.parses])

    @property
    def text(self) -> str:
        return self.document.text

    def sentence_number(self, offset: int) -> int | None:
        """The place of the sentence that holds the character at `offset`; None between sentences."""
        place = bisect_right(self._sentence_starts, offset) - 1
        return place if place >= 0 and offset < self.sentences[place].end else None

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence that holds the character at `offset`."""
        place = self.sentence_number(offset)
        return None if place is None else self.sentences[place]

    def quote_at(self, offset: int) -> Span | None:
        """The quotation that holds the character at `offset`, its marks included."""
        place = bisect_right(self._quote_starts, offset) - 1
        return self.quotes[place] if place >= 0 and offset < self.quotes[place].end else None

    def parse_at(self, offset: int) -> Parse | None:
        """The parse whose stretch holds the character at `offset`."""
        place = bisect_right(self._parse_starts, offset) - 1
        return self.parses[place] if place >= 0 and offset < self.parses[place].span.end else None

    def is_heading(self, span: Span) -> bool:
        """Whether `span` lies in a heading that the reader marked."""
        return any(span in heading for heading in self.document.headings)
