"""Which words first name a person, organisation, place, work, law or event, or add to a name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.model import Claim, ClaimKind, Span
from workbench.splitting.names.capitals import evidence_of, name_words
from workbench.splitting.names.extents import Extent, Surroundings, extent_of
from workbench.splitting.names.joins import joined_runs
from workbench.splitting.names.lists import lists_of, singular
from workbench.splitting.names.registry import Registry
from workbench.splitting.names.runs import capital_runs, without_peoples
from workbench.splitting.names.sorts import Name, Sort, is_office, name_of
from workbench.splitting.names.titles import Titles
from workbench.splitting.sections import listed_sources

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.splitting.context import Context
    from workbench.splitting.names.capitals import Evidence
    from workbench.splitting.names.lists import Lists
    from workbench.splitting.names.registry import Entity
    from workbench.splitting.names.titles import Quoted
    from workbench.splitting.parsing import Parse


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
class _Found:
    """A name of one sentence before it is known whether it is new."""

    name: Name
    extent: Extent
    inner: list[_Found] = field(default_factory=list)


def detect(context: Context) -> list[Claim]:
    """The first mentions of a document, in order."""
    return survey(context).claims


def survey(context: Context) -> Survey:
    """All names of a document, and which mentions of them are claims."""
    lists = lists_of(context.lexicon)
    evidence = evidence_of(context.parses)
    skipped = listed_sources(context.text)
    same = context.lexicon.section("same_names", "same")
    registry = Registry(
        {other: name for name, others in same.items() for other in _strings(others)}
    )
    titles = Titles(context, lists)
    reader = _Reader(context.text, lists, evidence, registry)
    for parse in context.parses:
        if any(parse.span in section for section in skipped):
            continue
        flags = name_words(parse, evidence, lists)
        if any(flags):
            reader.read(parse, flags, list(titles.inside(parse)))
    return Survey(reader.claims, reader.mentions)


def _strings(value: object) -> list[str]:
    return [str(entry) for entry in value] if isinstance(value, list) else []


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

    def read(self, parse: Parse, flags: Sequence[bool], quoted: Sequence[Quoted]) -> None:
        """Take in the names of the next sentence."""
        for found in _nested(self._names(parse, flags, quoted)):
            self._take(parse, found)

    def _names(self, parse: Parse, flags: Sequence[bool], quoted: Sequence[Quoted]) -> list[_Found]:
        runs = capital_runs(parse, flags, self.lists)
        joined = joined_runs(parse, runs, self.lists, self.evidence)
        names = [
            name_of(parse, run, self.lists, self.evidence, self.persons)
            for run in without_peoples(parse, joined, self.lists)
        ]
        if quoted:
            names = _with_titles(names, quoted)
        places = {place: name for name in names for place in range(name.first, name.last)}
        return [
            _Found(name, extent_of(Surroundings(parse, name, places, self.lists)))
            for name in names
            if not name.is_title and not self._is_portfolio(parse, name)
        ]

    def _is_portfolio(self, parse: Parse, run: Name) -> bool:
        """Whether a run only says what an office is of: `Secretary of State`."""
        words = " ".join(parse.text[run.first : run.last])
        if words not in self.lists.portfolios:
            return False
        before = [word.lower() for word in parse.text[max(0, run.first - 3) : run.first]]
        return any(word in {"of", "for"} for word in before[-2:])

    def _take(self, parse: Parse, found: _Found, *, is_inner: bool = False) -> bool:
        """Decide about one outer name and register it with all that it holds."""
        name, extent = found.name, found.extent
        words = _words(self.text, parse, name.core, name.last)
        is_person = extent.is_person
        while len(words) > 1 and words[-1] in self.lists.postnominals:
            words = words[:-1]
        entity = self.registry.person(words)
        if entity is None:
            entity = self.registry.thing(words)
        if entity is None and len(words) > 1 and self.evidence.is_common(words[-1]):
            # `Space Shuttle Orbiters` where orbiters are spoken of
            entity = self.registry.thing(words[:-1])
        known = set(extent.heads)
        known.update(
            self._key(parse, inner.name)
            for inner in found.inner
            if inner.name.first < name.first or extent.rule == "name.of-body"
        )
        known.update(self._in_title(parse, name))
        is_new = entity is None
        if entity is None:
            entity = self.registry.add(words, is_person=is_person, known=known)
            if is_person:
                self.persons.update(word for word in words if word[0].isupper())
        else:
            is_new = self._adds(entity, known, extent, words)
            entity.known |= known
            self.registry.widen(entity, words)
        self._alias(parse, name, extent, entity)
        span = Span(parse.start[extent.first], parse.end[extent.last - 1])
        span = _trimmed(self.text, span)
        called = _trimmed(
            self.text, Span(parse.start[min(extent.first, name.first)], parse.end[name.last - 1])
        )
        self.mentions.append(
            Mention(span, called, words, Sort.PERSON if is_person else name.sort, entity, is_inner)
        )
        if is_new:
            self.claims.append(Claim(span, ClaimKind.NAME, extent.rule))
        for inner in found.inner:
            if is_new:
                self._mention(parse, inner)
            else:
                self._take(parse, inner, is_inner=True)
        return is_new

    def _adds(
        self, entity: Entity, known: set[str], extent: Extent, words: tuple[str, ...]
    ) -> bool:
        """Whether a later mention says something about the name that was not said before."""
        if not extent.is_person and not entity.is_person:
            return False
        return any(key and key not in entity.known for key in known)

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
        self._mention(parse, _Found(body, Extent(body.first, body.last)))

    def _key(self, parse: Parse, name: Name) -> str:
        """By what a name inside a description is known: the longest form of it, folded."""
        words = _words(self.text, parse, name.core, name.last)
        entity = self.registry.thing(words) or self.registry.person(words)
        return " ".join(entity.words) if entity else " ".join(words).lower()

    def _mention(self, parse: Parse, found: _Found) -> None:
        """Register a name inside another one: it counts as mentioned."""
        name = found.name
        words = _words(self.text, parse, name.core, name.last)
        entity = self.registry.person(words) or self.registry.thing(words)
        if entity is None:
            entity = self.registry.add(
                words, is_person=found.extent.is_person, known=found.extent.heads
            )
        self._alias(parse, name, found.extent, entity)
        span = Span(parse.start[name.first], parse.end[name.last - 1])
        self.mentions.append(Mention(span, span, words, name.sort, entity, is_inner=True))
        for inner in found.inner:
            self._mention(parse, inner)

    def _alias(self, parse: Parse, name: Name, extent: Extent, entity: Entity) -> None:
        if extent.last - name.last == 3 and parse.text[name.last] == "(":
            self.registry.alias(parse.text[name.last + 1], entity)


def _with_titles(names: list[Name], quoted: Sequence[Quoted]) -> list[Name]:
    """The names with titles of works in quotation marks whole, and without lone quoted words."""
    kept = []
    for name in names:
        around = next((span for span in quoted if span.first <= name.first < span.last), None)
        if around is None or (
            not around.is_name
            and (
                (around.first, around.last) != (name.first, name.last) or name.last - name.first > 1
            )
        ):
            kept.append(name)
    kept += [Name(s.first, s.first, s.last, Sort.OTHER) for s in quoted if s.is_name]
    return sorted(kept, key=lambda name: name.first)


def _words(text: str, parse: Parse, first: int, last: int) -> tuple[str, ...]:
    """The words of a name as they are spaced in the text."""
    words = text[parse.start[first] : parse.end[last - 1]].split()
    return tuple(stripped for word in words if (stripped := word.strip(',.;:()[]"“”‘')) or word)


def _trimmed(text: str, span: Span) -> Span:
    """Without punctuation at the ends; the full stop of an abbreviation stays."""
    end = span.end
    while end > span.start and text[end - 1] in ",;:—–-\"“'‘":
        end -= 1
    return Span(span.start, end)


def _nested(found: list[_Found]) -> list[_Found]:
    """The outer names in order, each with those that lie in it."""
    outer: list[_Found] = []
    ordered = sorted(found, key=lambda item: (item.extent.first, -item.extent.last))
    for item in ordered:
        if outer and item.extent.last <= outer[-1].extent.last:
            _place(outer[-1], item)
        elif outer and item.extent.first < outer[-1].extent.last:
            # two extents cross: the later name keeps what it has to itself
            item.extent.first = outer[-1].extent.last
            if item.extent.first <= item.name.first:
                outer.append(item)
        else:
            outer.append(item)
    return outer


def _place(outer: _Found, item: _Found) -> None:
    if outer.inner and item.extent.last <= outer.inner[-1].extent.last:
        _place(outer.inner[-1], item)
    else:
        outer.inner.append(item)


__all__ = ["Mention", "Sort", "Survey", "detect", "singular", "survey"]
