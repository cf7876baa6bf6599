"""Whose words a quote or report gives: names as they stand, pronouns as the name they stand for."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.model import Span
from workbench.splitting.antecedents import Antecedents
from workbench.splitting.cues import cues_of
from workbench.splitting.names.lists import lists_of
from workbench.splitting.names.sorts import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from workbench.splitting.context import Context
    from workbench.splitting.lexicon import Lexicon
    from workbench.splitting.names import Mention

_NEXT = 3
"""Characters, such as a comma and a space, to the name after a phrase."""

_NOUN = re.compile(r" [a-z]+s\b")
_AFTER_NAME = re.compile(r",?\s+(?:also\s+|later\s+|has\s+|had\s+|have\s+)?(\w+)")


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

    antecedents: Antecedents = field(init=False)
    _history: list[Spoken] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.mentions = sorted(self.mentions, key=lambda mention: mention.name.start)
        self._starts = [mention.name.start for mention in self.mentions]
        lexicon = self.context.lexicon
        self.antecedents = Antecedents(
            self.context, self.mentions, _stands_for(lexicon), _turned(lexicon, "titles")
        )

    def named(self, span: Span) -> str | None:
        """The words for the speaker whom the words of `span` name; None if nobody can be told."""
        words = span.of(self.context.text).strip()
        if words.lower() in lists_of(self.context.lexicon).time_nouns:
            # a tree may take `today` for the subject
            return None
        if words in lists_of(self.context.lexicon).peoples:
            # `Somali officials said` where the tree has `Somali` for the subject
            following = _NOUN.match(self.context.text, span.end)
            span = Span(span.start, following.end() if following else span.end)
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
        if span.of(text).split()[0].endswith("ing"):
            # `Speaking for the parents` is no subject: the next name is
            beyond = Span(span.end, span.end + _NEXT)
            for mention in self._within(beyond):
                if mention.sort is Sort.PERSON and not text[span.end : mention.name.start].strip(
                    ", "
                ):
                    return mention.name.of(text)
        for mention in self._within(span):
            if mention.sort is not Sort.PERSON:
                if span.end < mention.name.end:
                    # `the company, Baltic Lines`
                    return " ".join(text[span.start : mention.name.end].split())
                continue
            lead = text[span.start : mention.name.start].rstrip()
            if lead.endswith(",") and lead.split()[0].endswith("ing"):
                # `Speaking for the parents, Jane Doe said …`
                return mention.name.of(text)
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
        """The earlier name or noun that a pronoun of `kind` at `offset` can stand for."""
        known = self.antecedents
        if kind == "any":
            return known.of_relative(offset)
        if kind == "many" and (group := known.group(offset)):
            return group
        last = self.before(offset)
        if kind in {"thing", "many"} and last and not last.is_person:
            # who spoke goes on, unless the sentence before is about somebody else
            return known.opening(offset, kind, after=last.at) or last.words
        return known.of_pronoun(offset, kind) or (last.words if last else None)

    def _names_person(self, span: Span) -> bool:
        return any(mention.entity.is_person for mention in self._within(span))


@lru_cache(maxsize=16)
def _stands_for(lexicon: Lexicon) -> Mapping[str, str]:
    return _turned(lexicon, "stand_for")


def _turned(lexicon: Lexicon, section: str) -> Mapping[str, str]:
    """Word to class, for a section that lists words under classes."""
    return {
        str(word): kind
        for kind, words in lexicon.section("pronouns", section).items()
        if isinstance(words, list)
        for word in words
    }
