"""Puts the blocks of a structured document together as text, with blank lines between them."""

from __future__ import annotations

import re
from enum import StrEnum

from workbench.errors import ReaderError
from workbench.model import Place, Span

MAX_TEXT = 12_000_000
"""Characters: two million words, of which each will be looked at."""

MAX_LINES = 500_000
_SPACES = re.compile(r"[ \t\n\r\f]+")


class Block(StrEnum):
    """What a block is, as far as its text is laid out by it."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    VERBATIM = "verbatim"


_TIGHT = {(Block.ITEM, Block.ITEM), (Block.ROW, Block.ROW)}


class Blocks:
    """Text being put together; spans are right from the moment a block is added."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._parts: list[str] = []
        self._length = 0
        self._last: Block | None = None
        self._headings: list[Span] = []
        self._places: list[Place] = []

    def add(self, block: Block, words: str, *, mark: str = "", place: str = "") -> None:
        """Add a block; one without words leaves nothing.

        Args:
            mark: what stands before a list item.
            place: the label for what begins here, where it is not a heading's own words.
        """
        words = words.strip("\n") if block is Block.VERBATIM else collapsed(words)
        if not words.strip():
            return
        if self._length + len(words) > MAX_TEXT:
            # a small file may say the same words over and over
            raise too_long(self._name)
        if self._last is not None:
            self._append("\n" if (self._last, block) in _TIGHT else "\n\n")
        self._append(mark)
        span = Span(self._length, self._length + len(words))
        self._append(words)
        self._last = block
        if block is Block.HEADING:
            self._headings.append(span)
        if place or block is Block.HEADING:
            self._places.append(Place(span, place or words))

    def _append(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words)

    @property
    def text(self) -> str:
        return "".join(self._parts)

    @property
    def headings(self) -> tuple[Span, ...]:
        return tuple(self._headings)

    @property
    def places(self) -> tuple[Place, ...]:
        return tuple(self._places)


def too_long(name: str) -> ReaderError:
    """The refusal of more text than anybody wrote."""
    msg = f"{name} holds more text than any page or report."
    return ReaderError(msg, hint="Give the part of it you need as a file of its own.")


def collapsed(words: str) -> str:
    """`words` with each run of white space as one space; non-breaking spaces stay."""
    return _SPACES.sub(" ", words).strip(" ")
