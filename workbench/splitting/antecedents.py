"""Which earlier words a pronoun or relative word stands for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.splitting.names.lists import lists_of
from workbench.splitting.names.sorts import Sort

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workbench.splitting.context import Context
    from workbench.splitting.names import Mention

_FAR = 60
"""Names before a pronoun that are looked at; what it stands for is never further back."""

_PLURALS = frozenset(("NNS", "NNPS"))
_LONGEST_GROUP = 5
"""Words before a plural noun that a group is named by at most."""

_CERTAIN = 4
"""Sentences back within which nobody else may fit a pronoun that is replaced for certain."""

_LONGEST_ANTECEDENT = 4
"""Words before a relative word that are taken where no name stands there."""

_WORD = re.compile(r"\w+(?:[.'’-]\w+)*\.?")


_RELATION = re.compile(r"['’]s?\s+(\w+)")


@dataclass(frozen=True, slots=True)
class _Opening:
    """The name with which a sentence begins."""

    at: int
    words: str
    is_told: bool
    """Whether the words tell that the name fits."""


@dataclass(slots=True)
class Antecedents:
    """The names of one document as what pronouns stand for."""

    context: Context
    mentions: Sequence[Mention]
    """All names of the document, in order."""

    pronouns: Mapping[str, str]
    """The kind of what each pronoun can stand for."""

    titles: Mapping[str, str]
    """`man` or `woman` for words that tell them apart."""

    _starts: list[int] = field(default_factory=list)
    _sexes: dict[int, str] = field(default_factory=dict)
    """`man` or `woman` by the identity of the entity, where a name or title tells."""

    def __post_init__(self) -> None:
        self._starts = [mention.name.start for mention in self.mentions]
        self._learn_sexes()

    def of_relative(self, offset: int) -> str | None:
        """What stands before a relative word at `offset`: `the ministry, which said …`."""
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
        return " ".join(words[-_LONGEST_ANTECEDENT:]) or None

    def of_pronoun(self, offset: int, kind: str) -> str | None:
        """The words that a pronoun of `kind` at `offset` stands for.

        It is the nearest name that fits; but one with which the sentence before begins is more
        often meant than one further back in it.
        """
        nearest = self._nearest(offset, kind)
        opening = self._opening(offset, kind)
        if opening is not None and (
            nearest is None or opening.is_told or not self._is_told(nearest, kind)
        ):
            return opening.words
        return None if nearest is None else nearest.name.of(self.context.text)

    def certain(self, offset: int, pronoun: str) -> str:
        """The name for `he` or `she`, if no other person in the last sentences can be meant."""
        kind = self.pronouns.get(pronoun)
        number = self.context.sentence_number(offset)
        if kind not in {"man", "woman"} or number is None:
            return ""
        start = self.context.sentences[max(0, number - _CERTAIN)].start
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, offset)
        fitting = [
            mention
            for mention in self.mentions[max(low, high - _FAR) : high]
            if self._fits(mention, kind)
        ]
        entities = {id(mention.entity) for mention in fitting}
        if (
            len(entities) != 1
            or not self._is_told(fitting[0], kind)
            # inside a sentence, whom a pronoun means hangs on the grammar, too
            or fitting[0].name.start >= self.context.sentences[number].start
        ):
            return ""
        return max((self._plain(mention) for mention in fitting), key=len)

    def opening(self, offset: int, kind: str, *, after: int) -> str | None:
        """The fitting name with which the sentence before `offset` begins, if beyond `after`."""
        opening = self._opening(offset, kind)
        return None if opening is None or opening.at < after else opening.words

    def _opening(self, offset: int, kind: str) -> _Opening | None:
        text = self.context.text
        number = self._sentence_before(offset)
        if number is None:
            return None
        sentence = self.context.sentences[number]
        place = bisect_left(self._starts, sentence.start)
        for mention in self.mentions[place : place + _FAR]:
            lead = text[sentence.start : mention.name.start]
            if mention.name.end > sentence.end or lead.strip().lower() not in {"", "the", "a"}:
                return None
            if mention.is_inner:
                continue
            relation = _RELATION.match(text, mention.name.end, sentence.end)
            if relation is None:
                words = lead + mention.name.of(text)
                is_told = self._is_told(mention, kind)
                fits = self._fits(mention, kind)
            else:
                # `Brandt’s daughter agrees`
                words = text[sentence.start : relation.end()]
                told = self.titles.get(relation[1].lower(), kind)
                is_told = relation[1].lower() in self.titles
                fits = kind == told and relation[1] in lists_of(self.context.lexicon).persons
            return _Opening(sentence.start, words, is_told=is_told) if fits else None
        return None

    def _sentence_before(self, offset: int) -> int | None:
        """The number of the sentence before that of `offset` and before a quote that goes on in it."""
        number = self.context.sentence_number(offset)
        while number:
            number -= 1
            sentence = self.context.sentences[number]
            quote = self.context.quote_at(sentence.start)
            if quote is None or quote.end <= sentence.end or quote.end > offset:
                return number
        return None

    def group(self, offset: int) -> str | None:
        """The plural of the sentence before, which `they` stands for: `Doctors`."""
        number = self.context.sentence_number(offset)
        parse = self.context.parse_at(self.context.sentences[number - 1].start) if number else None
        if parse is None:
            return None
        below = [word for word in parse.children(parse.root) if parse.tag[word] in _PLURALS]
        for role in ("nsubj", "obj"):
            for word in below:
                first = min(parse.subtree(word))
                if parse.dep[word].startswith(role) and word - first < _LONGEST_GROUP:
                    return self.context.text[parse.start[first] : parse.end[word]]
        return None

    def _nearest(self, offset: int, kind: str) -> Mention | None:
        place = bisect_left(self._starts, offset)
        for mention in reversed(self.mentions[max(0, place - _FAR) : place]):
            if not self._fits(mention, kind) or mention.is_inner:
                continue
            quote = self.context.quote_at(mention.name.start)
            if quote is not None and not quote.start <= offset < quote.end:
                continue
            return mention
        return None

    def _plain(self, mention: Mention) -> str:
        """The name without what is set off before it."""
        return mention.name.of(self.context.text).rpartition(", ")[2]

    def _is_told(self, mention: Mention, kind: str) -> bool:
        return self._sexes.get(id(mention.entity)) == kind

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
        start = mention.name.start
        return (
            mention.sort is Sort.OTHER
            and len(words) > 1
            and all(word[0].isupper() for word in mention.words)
            and self.context.text[max(0, start - 4) : start].lower().split()[-1:] != ["the"]
        )

    def _learn_sexes(self) -> None:
        lists = lists_of(self.context.lexicon)
        text = self.context.text
        for mention in self.mentions:
            if not (mention.entity.is_person or mention.sort is Sort.PERSON):
                continue
            key = id(mention.entity)
            for word in _WORD.findall(mention.span.of(text)):
                told = self.titles.get(word.lower())
                if told:
                    self._sexes.setdefault(key, told)
            first = mention.words[0].capitalize() if mention.words else ""
            is_woman, is_man = first in lists.women, first in lists.men
            if is_woman != is_man:
                self._sexes.setdefault(key, "woman" if is_woman else "man")
