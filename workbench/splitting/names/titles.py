"""Which words in quotation marks are the name of a work, a ship, a machine."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.splitting.cues import cues_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.model import Span
    from workbench.splitting.context import Context
    from workbench.splitting.names.lists import Lists
    from workbench.splitting.parsing import Parse

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_LONGEST_TITLE = 14
_BEFORE = 40
"""Characters before the marks in which the noun for the work stands."""

_ALIASES = ("known as", "called", "so-called")
_TITLE_SHARE = 0.75


@dataclass(frozen=True, slots=True)
class Quoted:
    """What stands in quotation marks in one sentence, as places in its parse."""

    first: int
    last: int
    is_name: bool


class Titles:
    """The titles in quotation marks of one document."""

    def __init__(self, context: Context, lists: Lists) -> None:
        self._context = context
        self._lists = lists
        self._cues = cues_of(context.lexicon)
        self._place = 0

    def inside(self, parse: Parse) -> Iterator[Quoted]:
        """What is quoted in a sentence and is short; sentences must come in order."""
        quotes = self._context.quotes
        while self._place < len(quotes) and quotes[self._place].end <= parse.span.start:
            self._place += 1
        for place in range(self._place, len(quotes)):
            quote = quotes[place]
            if quote.start >= parse.span.end:
                return
            if quote.start < parse.span.start or quote.end > parse.span.end + 1:
                continue
            within = parse.words_in(quote)
            first, last = within.start, within.stop
            while first < last and not parse.text[first][0].isalnum():
                first += 1
            while last > first and not parse.text[last - 1][-1].isalnum():
                last -= 1
            if first < last:
                yield Quoted(first, last, self._is_name(quote))

    def _is_name(self, quote: Span) -> bool:
        text = self._context.text
        words = _WORD.findall(quote.of(text))
        if not words or len(words) > _LONGEST_TITLE or text[quote.end - 2] in "!?":
            return False
        if not words[0][0].isupper() and not words[0][0].isdigit():
            return False
        line = text[max(0, quote.start - _BEFORE) : quote.start].rstrip(" ,:")
        before = [word.lower() for word in _WORD.findall(line)]
        if any(line.lower().endswith(alias) for alias in _ALIASES[:1]):
            return False
        is_named = (
            bool(before)
            and line[-1] not in ".!?"
            and (
                before[-1] in self._lists.things
                or any(word in self._cues.naming for word in before[-4:])
            )
        )
        if len(words) > 1 and all(word.isupper() for word in words):
            return is_named
        weighty = [word for word in words if word.lower() not in self._cues.little]
        capitals = sum(word[0].isupper() or word[0].isdigit() for word in weighty)
        if len(weighty) < 2 or capitals / len(weighty) <= _TITLE_SHARE:
            return is_named and capitals == len(weighty)
        after = _WORD.findall(text[quote.end : quote.end + _BEFORE])
        is_said = any(word.lower() in self._cues.speech for word in after[:3]) or (
            line.endswith(",") or text[quote.start - 2 : quote.start] in {", ", ": "}
        )
        return is_named or not is_said
