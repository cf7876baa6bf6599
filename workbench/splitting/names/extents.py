"""How much around a name belongs to it, and what that says about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.splitting.names.left import extend_left
from workbench.splitting.names.lists import singular
from workbench.splitting.names.right import (
    extend_right,
    extend_right_strictly,
    take_alias,
    take_class_word,
)
from workbench.splitting.names.sorts import Sort, may_be_person

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.splitting.names.lists import Lists
    from workbench.splitting.names.sorts import Name
    from workbench.splitting.parsing import Parse


@dataclass(slots=True)
class Extent:
    """A name with what describes it, as places in the parse."""

    first: int
    last: int
    heads: list[str] = field(default_factory=list)
    """The nouns that say what it is, in the singular."""

    is_person: bool = False
    rule: str = "name.bare"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A name in its sentence, among the other names there."""

    parse: Parse
    name: Name
    names: Mapping[int, Name]
    """For each place that a name covers, that name."""

    lists: Lists


def extent_of(around: Surroundings) -> Extent:
    """The name with its title, office, relation and apposition."""
    name, text = around.name, around.parse.text
    extent = Extent(name.first, name.last, is_person=name.sort is Sort.PERSON)
    for place in range(name.first, name.core):
        small = text[place].lower()
        if small in around.lists.persons:
            extent.heads.append(singular(small))
    if name.sort is Sort.WORK:
        extent.rule = "name.work"
    if name.core > name.first:
        extent.rule = "name.title"
    if may_be_person(around.parse, name):
        extend_right(around, extent)
    elif 2 <= name.last - name.core <= 3 and all(
        text[place].isalpha() and text[place][0].isupper() for place in range(name.core, name.last)
    ):
        extend_right_strictly(around, extent)
    take_class_word(around, extent)
    take_alias(around, extent)
    extend_left(around, extent)
    return extent
