"""Text and places in it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

WHOLE_PAGE = "text/html; text=whole-page"
"""The media type of a web page of which all words were read, and not its main text only."""

ANCHOR_CONTEXT = 32
"""Characters of prefix and suffix in an anchor: enough to tell two equal quotations apart."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters of `Document.text`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            msg = f"no span: {self.start}..{self.end}"
            raise ValueError(msg)

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The exact words of this span."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)

    def trimmed(self, text: str) -> Span:
        """This span without the white space at its ends."""
        start, end = self.start, self.end
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return Span(start, end)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stretch of a document stands for a reader: its heading, page, row or time code."""

    span: Span
    label: str
    """As shown: `page 3`, `Background`, `00:01:12`, `row 7`."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text exactly as read; only its line ends were normalised, once, by the reader."""

    text: str
    title: str
    origin: str = ""
    """The path or URL it came from, as the editor gave it; empty for standard input."""

    media_type: str = "text/plain"
    encoding: str = "utf-8"
    """The encoding the bytes were read with."""

    encoding_guessed: bool = False
    """True when neither a mark nor a declaration nor strict UTF-8 decided."""

    published: date | None = None
    """The day the text bears, where one is known; relative times are resolved against it."""

    headings: tuple[Span, ...] = ()
    places: tuple[Place, ...] = ()
    language: str = "en"

    @property
    def sha256(self) -> str:
        """Hex digest of the text in UTF-8."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def place_of(self, offset: int) -> str:
        """The label of the last place that begins at or before `offset`; empty without one."""
        label = ""
        for place in self.places:
            if place.span.start > offset:
                break
            label = place.label
        return label


@dataclass(frozen=True, slots=True)
class Anchor:
    """Exact words with what stands around them: a W3C TextQuote and TextPosition selector."""

    span: Span
    exact: str
    prefix: str = field(default="", compare=False)
    suffix: str = field(default="", compare=False)

    @classmethod
    def at(cls, span: Span, text: str) -> Anchor:
        """The anchor of `span` in `text`."""
        return cls(
            span=span,
            exact=span.of(text),
            prefix=text[max(0, span.start - ANCHOR_CONTEXT) : span.start],
            suffix=text[span.end : span.end + ANCHOR_CONTEXT],
        )
