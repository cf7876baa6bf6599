"""Whether a name was mentioned before, under any of its forms, and what a mention adds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.splitting.names.lists import singular

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LITTLE = frozenset(("the", "of", "for", "and", "&", "in", "at", "on", "de", "la", ",", "a", "/"))
_LEGAL = frozenset(
    (
        "inc",
        "inc.",
        "corp",
        "corp.",
        "co",
        "co.",
        "ltd",
        "ltd.",
        "llc",
        "llp",
        "plc",
        "gmbh",
        "ag",
        "sa",
        "nv",
    )
)
"""What a firm’s full name ends with and its short name lacks."""

_NAMESAKES = 20
"""Persons of one surname, last named first, that a mention is compared with."""

_SHORTEST_PART = 3
"""Letters of an abbreviation that leaves out the beginning or end of a name."""

_GENERIC = frozenset(
    (
        "state",
        "city",
        "town",
        "village",
        "republic",
        "kingdom",
        "county",
        "province",
        "island",
        "people",
        "commonwealth",
        "region",
        "district",
    )
)
"""With `of` before a place, these say nothing new."""

_LONGEST = 12
"""Words of a name whose parts count as its aliases."""


@dataclass(slots=True)
class Entity:
    """Somebody or something that was named."""

    words: tuple[str, ...]
    """The longest form seen, folded."""

    is_person: bool
    known: set[str] = field(default_factory=set)
    """What was said about it: nouns, and the names it was put beside."""


@dataclass(slots=True)
class Registry:
    """The names of one document so far."""

    same: dict[str, str]
    """Names that are one and the same, folded to one of them: `u.s.` is `united states`."""

    _parts: dict[tuple[str, ...], Entity] = field(default_factory=dict)
    _persons: dict[str, list[Entity]] = field(default_factory=dict)
    _initials: dict[str, Entity] = field(default_factory=dict)

    def person(self, words: Sequence[str]) -> Entity | None:
        """The person that `words` name, if mentioned before."""
        folded = self._folded(words)
        if not folded:
            return None
        for entity in self._persons.get(folded[-1], [])[: -_NAMESAKES - 1 : -1]:
            if _is_same_person(entity.words, folded):
                return entity
        if len(folded) == 1:
            base = singular(folded[0])
            entities = self._persons.get(base)
            if base != folded[0] and entities:
                return entities[-1]
        return None

    def thing(self, words: Sequence[str]) -> Entity | None:
        """What is not a person, or what a person’s name is part of, if mentioned before."""
        folded = self._folded(words)
        if not folded:
            return None
        entity = self._parts.get(folded) or (
            self._initials.get(folded[0]) if len(folded) == 1 and words[0].isupper() else None
        )
        if entity is None and len(folded) == 1:
            entity = self._parts.get((singular(folded[0]),))
        if entity is None and len(folded) > 1 and (folded[0] in _GENERIC and "of" in words):
            return self._parts.get(folded[1:])
        if entity is None and len(folded) > 1:
            first = self._initials.get(folded[0])
            if first is not None and self._parts.get(folded[1:]) is first:
                return first
        return entity

    def add(self, words: Sequence[str], *, is_person: bool, known: Iterable[str] = ()) -> Entity:
        """Take in a name, with all its parts as aliases."""
        folded = self._folded(words)
        entity = Entity(folded, is_person, set(known))
        if not folded:
            return entity
        if is_person:
            for word in folded:
                self._persons.setdefault(word, []).append(entity)
        parts = folded[:_LONGEST]
        for start in range(len(parts)):
            for end in range(start + 1, len(parts) + 1):
                part = parts[start:end]
                if not is_person or len(part) == 1 or len(part) == len(parts):
                    self._parts.setdefault(part, entity)
        if len(words) > 1 and not is_person:
            for initials in _abbreviations(words):
                self._initials.setdefault(initials, entity)
        return entity

    def widen(self, entity: Entity, words: Sequence[str]) -> None:
        """Take in a longer form of a name that is known by a shorter one."""
        folded = self._folded(words)
        if len(folded) <= len(entity.words):
            return
        for word in folded:
            if entity.is_person and word not in entity.words:
                self._persons.setdefault(word, []).append(entity)
        self._parts.setdefault(folded, entity)
        entity.words = folded

    def alias(self, alias: str, entity: Entity) -> None:
        """Take in what stood in parentheses behind a name."""
        self._initials.setdefault(alias.lower(), entity)
        self._parts.setdefault((alias.lower(),), entity)

    def _folded(self, words: Sequence[str]) -> tuple[str, ...]:
        whole = " ".join(words).lower()
        whole = self.same.get(whole, whole)
        folded = tuple(word for word in whole.replace("’", "'").split() if word not in _LITTLE)
        return folded[:-1] if len(folded) > 1 and folded[-1] in _LEGAL else folded


def _is_same_person(known: tuple[str, ...], words: tuple[str, ...]) -> bool:
    if len(words) == 1:
        return words[0] in known
    if len(known) == 1:
        return known[0] == words[-1]
    if known[-1] != words[-1]:
        return False
    first, other = known[0], words[0]
    if first == other:
        return True
    # K. Maurer is K.C. Maurer, and a middle name may be left out
    return (first[0] == other[0] and (first.endswith(".") or other.endswith("."))) or (
        set(known) <= set(words) or set(words) <= set(known)
    )


def _abbreviations(words: Sequence[str]) -> Iterable[str]:
    """What a name of several words may be abbreviated to, folded, also without its ends."""
    every = [part for word in words for part in word.replace("-", " ").split() if part[0].isalnum()]
    capitals = [word for word in every if word[0].isupper()]
    if len(capitals) < 2:
        return
    whole = "".join(word[0] for word in capitals).lower()
    yield whole
    yield "".join(word[0] for word in every).lower()
    yield ".".join(whole) + "."
    for end in range(_SHORTEST_PART, len(whole)):
        yield whole[:end]
        yield whole[len(whole) - end :]
