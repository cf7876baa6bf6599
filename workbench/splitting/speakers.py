"""Whose words a quote or report gives: names as they stand, pronouns as the name they stand for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.splitting.cues import cues_of
from workbench.splitting.names.lists import lists_of
from workbench.splitting.names.sorts import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from workbench.model import Span
    from workbench.splitting.context import Context
    from workbench.splitting.lexicon import Lexicon
    from workbench.splitting.names import Mention

_FAR = 60
"""Names before a pronoun that are looked at; what it stands for is never further back."""

_AFTER_NAME = re.compile(r",?\s+(?:also\s+|later\s+|has\s+|had\s+|have\s+)?(\w+)")
_WORD = re.compile(r"\w+(?:[.'’-]\w+)*\.?")


@dataclass(frozen=True, slots=True)
class Spoken:
    """Somebody who was found to speak."""

    at: int
    """Where the words that name the speaker stand in the text."""

    words: str
    """The words that name the speaker, a pronoun replaced."""

    is_person: bool


@dataclass(slots=True)
class Speakers:
    """Says who speaks, in one document; the clauses must be asked about in text order."""

    context: Context
    mentions: Sequence[Mention]
    """All names of the document, in order."""

    _history: list[Spoken] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _sexes: dict[int, str] = field(default_factory=dict)
    """`man` or `woman` by the identity of the entity, where a name or title tells."""

    def __post_init__(self) -> None:
        self.mentions = sorted(self.mentions, key=lambda mention: mention.name.start)
        self._starts = [mention.name.start for mention in self.mentions]
        self._learn_sexes()

    def named(self, span: Span) -> str | None:
        """The words for the speaker whom the words of `span` name; None if nobody can be told."""
        words = span.of(self.context.text).strip()
        if words.lower() in lists_of(self.context.lexicon).time_nouns:
            # a tree may take `today` for the subject
            return None
        kind = _stands_for(self.context.lexicon).get(words.lower())
        named = self._stood_for(kind, span.start) if kind else self._without_description(span)
        if named:
            is_person = kind in {"man", "woman"} or self._names_person(span)
            self._remember(Spoken(span.start, named, is_person))
        return named

    def telling(self, report: Span) -> str | None:
        """The name in a report that stands right before its verb, where the tree has no subject."""
        text, verbs = self.context.text, cues_of(self.context.lexicon).verbs
        for mention in self._within(report):
            following = _AFTER_NAME.match(text, mention.span.end, report.end)
            if following and following[1].lower() in verbs and not mention.is_inner:
                named = mention.name.of(text)
                self._remember(Spoken(mention.name.start, named, mention.entity.is_person))
                return named
        return None

    def _remember(self, spoken: Spoken) -> None:
        insort(self._history, spoken, key=lambda other: other.at)

    def _within(self, span: Span) -> Iterator[Mention]:
        """The names that begin inside `span`."""
        place = bisect_left(self._starts, span.start)
        while place < len(self.mentions) and self._starts[place] < span.end:
            yield self.mentions[place]
            place += 1

    def before(self, offset: int) -> Spoken | None:
        """The last one found to speak before `offset`, as far as was asked."""
        place = bisect_left(self._history, offset, key=lambda spoken: spoken.at)
        return self._history[place - 1] if place else None

    def _without_description(self, span: Span) -> str:
        """The words of a phrase without what is set off after the name in it."""
        text = self.context.text
        for mention in self._within(span):
            if mention.sort is not Sort.PERSON:
                continue
            if span.end < mention.name.end:
                # the parser ends the subject at the comma of `the mayor, Jane Doe`
                return " ".join(text[span.start : mention.name.end].split())
            if mention.span.end > mention.name.end:
                rest = text[mention.name.end : span.end].lstrip()
                if rest[:1] in {",", "(", "—", "–"}:
                    return text[span.start : mention.name.end].strip()
                break
        return " ".join(span.of(text).split())

    def _stood_for(self, kind: str, offset: int) -> str | None:
        """The nearest earlier name that a pronoun of `kind` at `offset` can stand for."""
        if kind == "any":
            return self._antecedent(offset)
        last = self.before(offset)
        if kind in {"thing", "many"}:
            body = self._nearest(offset, kind)
            return (
                last.words
                if last and not last.is_person
                else body or (last.words if last else None)
            )
        return self._nearest(offset, kind) or (last.words if last else None)

    def _antecedent(self, offset: int) -> str | None:
        """What stands before a relative word: `the ministry, which said …`."""
        text = self.context.text
        end = offset
        while end and (text[end - 1].isspace() or text[end - 1] in ",—–-("):
            end -= 1
        place = bisect_right(self._starts, end) - 1
        for mention in reversed(self.mentions[max(0, place - 3) : place + 1]):
            if end in (mention.span.end, mention.name.end):
                return mention.name.of(text)
        sentence = self.context.sentence_at(max(0, end - 1))
        start = sentence.start if sentence else 0
        words = re.split(r"[,;:(]", text[start:end])[-1].split()
        return " ".join(words[-4:]) or None

    def _nearest(self, offset: int, kind: str) -> str | None:
        text = self.context.text
        place = bisect_left(self._starts, offset)
        for mention in reversed(self.mentions[max(0, place - _FAR) : place]):
            if not self._fits(mention, kind) or mention.is_inner:
                continue
            quote = self.context.quote_at(mention.name.start)
            if quote is not None and not quote.start <= offset < quote.end:
                continue
            return mention.name.of(text)
        return None

    def _fits(self, mention: Mention, kind: str) -> bool:
        if kind in {"man", "woman"}:
            if mention.sort is not Sort.PERSON and not mention.entity.is_person:
                return self._may_be_person(mention)
            return self._sexes.get(id(mention.entity), kind) == kind
        return mention.sort in {Sort.ORGANISATION, Sort.OTHER} and not mention.entity.is_person

    def _may_be_person(self, mention: Mention) -> bool:
        """Whether an unknown name of several words has the looks of a person’s."""
        lists = lists_of(self.context.lexicon)
        words = [word.lower() for word in mention.words]
        if any(word in lists.things or word in lists.heads for word in words):
            # `Hurricane Elsa`
            return False
        before = (
            self.context.text[max(0, mention.name.start - 4) : mention.name.start].lower().split()
        )
        return (
            mention.sort is Sort.OTHER
            and len(mention.words) > 1
            and all(word[0].isupper() for word in mention.words)
            and before[-1:] != ["the"]
        )

    def _names_person(self, span: Span) -> bool:
        return any(mention.entity.is_person for mention in self._within(span))

    def _learn_sexes(self) -> None:
        lists = lists_of(self.context.lexicon)
        titles = _titles(self.context.lexicon)
        text = self.context.text
        for mention in self.mentions:
            if not (mention.entity.is_person or mention.sort is Sort.PERSON):
                continue
            key = id(mention.entity)
            for word in _WORD.findall(mention.span.of(text)):
                told = titles.get(word.lower())
                if told:
                    self._sexes.setdefault(key, told)
            first = mention.words[0] if mention.words else ""
            is_woman, is_man = first in lists.women, first in lists.men
            if is_woman != is_man:
                self._sexes.setdefault(key, "woman" if is_woman else "man")


@lru_cache(maxsize=16)
def _stands_for(lexicon: Lexicon) -> Mapping[str, str]:
    return _turned(lexicon, "stand_for")


@lru_cache(maxsize=16)
def _titles(lexicon: Lexicon) -> Mapping[str, str]:
    return _turned(lexicon, "titles")


def _turned(lexicon: Lexicon, section: str) -> Mapping[str, str]:
    """Word to class, for a section that lists words under classes."""
    return {
        str(word): kind
        for kind, words in lexicon.section("pronouns", section).items()
        if isinstance(words, list)
        for word in words
    }
