"""Which names of a document are claims: those that are new, and those that add to a name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.model import Claim, ClaimKind, Span
from workbench.splitting.names.capitals import Evidence, evidence_of
from workbench.splitting.names.extents import Extent
from workbench.splitting.names.lists import lists_of
from workbench.splitting.names.registry import Registry
from workbench.splitting.names.sentence import Found, found_names
from workbench.splitting.names.shouting import without_shouting
from workbench.splitting.names.sorts import Name, Sort, is_office
from workbench.splitting.names.titles import Titles
from workbench.splitting.sections import lies_in, listed_sources

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.splitting.context import Context
    from workbench.splitting.names.lists import Lists
    from workbench.splitting.names.registry import Entity
    from workbench.splitting.parsing import Parse


_KNOWN_AS = (",", "known", "as")


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where somebody or something is named, as it stands there."""

    span: Span
    """With title and description."""

    name: Span
    """The title that touches the name and the name, without what is set off after it."""

    words: tuple[str, ...]
    """Of the name proper."""

    sort: Sort
    entity: Entity
    is_inner: bool = False
    """Whether it stands in the title or description of another name."""


@dataclass(frozen=True, slots=True)
class Survey:
    """All names of a document."""

    claims: list[Claim]
    mentions: list[Mention]


@dataclass(slots=True)
class Known:
    """What the parts of a document before this one told about names; grows as they are read."""

    evidence: Evidence = field(default_factory=Evidence)
    registry: Registry | None = None
    persons: set[str] = field(default_factory=set)
    """Single words of persons’ names, as written."""


def survey(context: Context, known: Known | None = None) -> Survey:
    """All names of a document or a part of it, and which mentions of them are claims."""
    known = known or Known()
    lists = lists_of(context.lexicon)
    parses = list(without_shouting(context.parses, evidence_of(context.parses, lists), lists))
    evidence = evidence_of(parses, lists, before=known.evidence)
    skipped = listed_sources(context.text)
    same = context.lexicon.section("same_names", "same")
    if known.registry is None:
        known.registry = Registry(
            {str(other): name for name, others in same.items() for other in _listed(others)}
        )
    titles = Titles(context, lists)
    reader = _Reader(context.text, lists, evidence, known.registry, persons=known.persons)
    for parse in parses:
        if skipped and lies_in(parse.span, skipped):
            continue
        reader.read(
            parse,
            found_names(parse, list(titles.inside(parse)), lists, evidence, reader.persons),
        )
    return Survey(reader.claims, reader.mentions)


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []


@dataclass(slots=True)
class _Reader:
    """Goes through the sentences in order and keeps what was named."""

    text: str
    lists: Lists
    evidence: Evidence
    registry: Registry
    claims: list[Claim] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    persons: set[str] = field(default_factory=set)
    """Single words of persons’ names, as written."""

    def read(self, parse: Parse, names: Sequence[Found]) -> None:
        """Take in the names of the next sentence."""
        for found in names:
            self._take(parse, found, is_inner=False)

    def _take(self, parse: Parse, found: Found, *, is_inner: bool) -> None:
        """Decide about one name and register it with all that it holds."""
        name, extent = found.name, found.extent
        words = self._words(parse, name)
        if self._is_other_name(parse, name):
            self.registry.alias(words[0], self.mentions[-1].entity)
            return
        known = self._said(parse, found)
        entity = self._entity(words) or self._known_place(parse, name)
        is_new = entity is None
        if entity is None:
            entity = self.registry.add(words, is_person=extent.is_person, known=known)
            if extent.is_person:
                self.persons.update(word for word in words if word[0].isupper())
        else:
            is_new = (extent.is_person or entity.is_person) and not known <= entity.known
            entity.known |= known
            self.registry.widen(entity, words)
        self._alias(parse, found, entity)
        span = self._span(parse, extent.first, extent.last)
        called = self._span(parse, min(extent.first, name.first), name.last)
        sort = Sort.PERSON if extent.is_person else name.sort
        if sort is Sort.PERSON and not extent.is_person:
            sort = Sort.OTHER
        self.mentions.append(Mention(span, called, words, sort, entity, is_inner))
        if is_new:
            self.claims.append(Claim(span, ClaimKind.NAME, extent.rule))
        for inner in found.inner:
            if is_new:
                self._mention(parse, inner)
            else:
                self._take(parse, inner, is_inner=True)

    def _is_other_name(self, parse: Parse, name: Name) -> bool:
        """Whether an abbreviation is another name of what was just named: `, known as AMISOM`."""
        comma = name.first - len(_KNOWN_AS)
        return (
            comma > 0
            and parse.text[comma : name.first] == _KNOWN_AS
            and name.last - name.first == 1
            and parse.text[name.first].isupper()
            and bool(self.mentions)
            and self.mentions[-1].name.end == parse.end[comma - 1]
        )

    def _entity(self, words: tuple[str, ...]) -> Entity | None:
        """What the words name, if it was named before."""
        entity = self.registry.person(words) or self.registry.thing(words)
        if entity is None and self._ends_in_kind(words):
            entity = self.registry.thing(words[:-1])
        return entity

    def _known_place(self, parse: Parse, name: Name) -> Entity | None:
        """The first part of `Oslo, Norway` where all of its parts were named before."""
        text = parse.text[name.core : name.last]
        if "," not in text:
            return None
        parts = " ".join(text).split(" , ")
        entities = [self.registry.thing(part.split()) for part in parts]
        return entities[0] if all(entities) else None

    def _ends_in_kind(self, words: tuple[str, ...]) -> bool:
        """Whether the last word only says the kind: `Space Shuttle Orbiters` where orbiters are."""
        last = words[-1].lower()
        return (
            len(words) > 1
            and last.endswith("s")
            and self.evidence.is_common(last)
            and "of" not in words
            and not (len(words) == 2 and words[0].lower() in self.lists.heads)
        )

    def _said(self, parse: Parse, found: Found) -> set[str]:
        """What a mention says about the name: offices, relations, and the names it is put beside."""
        name, extent = found.name, found.extent
        said = set(extent.heads)
        said.update(
            self._key(parse, inner.name)
            for inner in found.inner
            if (inner.name.first < name.first or extent.rule == "name.of-body")
            # that somebody is `Japan’s` says less than an office
            and inner.name.sort is not Sort.PLACE
        )
        said.update(self._in_title(parse, name))
        return said

    def _in_title(self, parse: Parse, name: Name) -> Iterator[str]:
        """Register a body named inside a title, `NASA Administrator`, and say what it is known by."""
        last = name.core
        while last > name.first and (
            is_office(parse.text[last - 1], self.lists)
            or parse.text[last - 1].lower() in self.lists.title_parts
            or parse.text[last - 1] in self.lists.no_names
        ):
            last -= 1
        words = parse.text[name.first : last]
        if not words or all(word in self.lists.peoples and not word.isupper() for word in words):
            return
        body = Name(name.first, name.first, last, Sort.ORGANISATION)
        yield self._key(parse, body)
        self._mention(parse, Found(body, Extent(body.first, body.last)))

    def _key(self, parse: Parse, name: Name) -> str:
        """By what a name inside a description is known: the longest form of it, folded."""
        words = self._words(parse, name)
        entity = self.registry.thing(words) or self.registry.person(words)
        return " ".join(entity.words) if entity else " ".join(words).lower()

    def _mention(self, parse: Parse, found: Found) -> None:
        """Register a name inside another one: it counts as mentioned."""
        name = found.name
        words = self._words(parse, name)
        entity = self.registry.person(words) or self.registry.thing(words)
        if entity is None:
            extent = found.extent
            entity = self.registry.add(words, is_person=extent.is_person, known=extent.heads)
        self._alias(parse, found, entity)
        span = self._span(parse, name.first, name.last)
        self.mentions.append(Mention(span, span, words, name.sort, entity, is_inner=True))
        for inner in found.inner:
            self._mention(parse, inner)

    def _alias(self, parse: Parse, found: Found, entity: Entity) -> None:
        last = found.name.last
        if found.extent.last - last == 3 and parse.text[last] == "(":
            self.registry.alias(parse.text[last + 1], entity)

    def _words(self, parse: Parse, name: Name) -> tuple[str, ...]:
        """The words of a name as they are spaced in the text, without letters behind it."""
        whole = self.text[parse.start[name.core] : parse.end[name.last - 1]]
        words = tuple(word.strip(',.;:()[]"“”‘') or word for word in whole.split())
        while len(words) > 1 and words[-1] in self.lists.postnominals:
            words = words[:-1]
        return words

    def _span(self, parse: Parse, first: int, last: int) -> Span:
        """Without punctuation at the end; the mark that closes a quoted title stays."""
        start, end = parse.start[first], parse.end[last - 1]
        is_quoted = any(mark in self.text[start : end - 1] for mark in '"“')
        while end > start and self.text[end - 1] in (",;:—–-" if is_quoted else ",;:—–-\"“'‘"):
            end -= 1
        return Span(start, end)
