"""What the grammar of details reads: words, numbers in digits and single signs, with their places."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

# thin and no-break spaces and apostrophes group digits; a plain space does not
_TOKEN = re.compile(
    r"""
    \d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?            # 1,234,567.89
  | \d{1,3}(?:[\u00a0\u2009\u202f'’]\d{3})+(?!\d)(?:[.,]\d+)?
  | \d{1,2}(?:,\d{2}){1,4},\d{3}(?!\d)(?:\.\d+)?  # 12,34,567
  | \d{1,3}(?:\.\d{3})+,\d+(?!\d|[.,]\d)              # 1.234,56
  | (?<![\d,])\d+,\d{1,2}(?!\d|[.,]\d)         # 1,3
  | \d+(?:\.\d+)*                                  # also 23.04.2022 and 192.168.1.2
  | (?<![\w.])\.\d+
  | [^\W\d_](?:\.[^\W\d_])+\.?(?![^\W\d_])          # a.m., U.S.
  | o['’]clock\b
  | ['’]s\b
  | [^\W\d_]+
  | [^\w\s]|_
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text cut into tokens; every list has one entry a token."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    lowers: Sequence[str]
    """Lower-cased; typographic apostrophes are straight."""

    def __len__(self) -> int:
        return len(self.lowers)

    def word(self, index: int) -> str:
        """The lower-cased token, or an empty string outside the text."""
        return self.lowers[index] if 0 <= index < len(self.lowers) else ""

    def written(self, index: int) -> str:
        """The token as it stands in the text, or an empty string outside it."""
        if not 0 <= index < len(self.lowers):
            return ""
        return self.text[self.starts[index] : self.ends[index]]

    def is_capitalised(self, index: int) -> bool:
        return self.written(index)[:1].isupper()

    def touches(self, index: int) -> bool:
        """Does the token follow the one before without white space?"""
        return 0 < index < len(self.lowers) and self.starts[index] == self.ends[index - 1]

    def follows(self, index: int) -> bool:
        """Does the token stand on the same line as the one before, at most a few spaces on?

        A tab parts the cells of a table row.
        """
        if not 0 < index < len(self.lowers):
            return False
        low, high = self.ends[index - 1], self.starts[index]
        gap = self.text[low:high] if high - low <= _WIDEST_GAP else "\n"
        return "\n" not in gap and "\t" not in gap

    def begins_line(self, index: int) -> bool:
        """Is the token the first of its line, or outside the text?"""
        if not 0 < index < len(self.lowers):
            return True
        return "\n" in self.text[self.ends[index - 1] : self.starts[index]]

    def span(self, first: int, last: int) -> Span:
        """The span of the tokens from `first` up to, not including, `last`."""
        return Span(self.starts[first], self.ends[last - 1])


_WIDEST_GAP = 3


@lru_cache(maxsize=1)
def tokens_of(text: str) -> Tokens:
    """The tokens of `text`; the last answer is kept, as four detectors read the same text."""
    starts, ends = array("q"), array("q")
    lowers: list[str] = []
    known: dict[str, str] = {}
    for found in _TOKEN.finditer(text):
        low, high = found.span()
        starts.append(low)
        ends.append(high)
        written = found.group()
        lower = known.get(written)
        if lower is None:
            lower = known[written] = written.lower().replace("’", "'")
        lowers.append(lower)
    return Tokens(text, starts, ends, lowers)
