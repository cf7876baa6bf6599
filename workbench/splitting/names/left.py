"""What stands before a name and belongs to it: a title, an office, a relation, a possessor, a year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.splitting.names.lists import singular
from workbench.splitting.names.phrases import phrase_start
from workbench.splitting.names.set_before import QUOTE_MARKS, take_set_before
from workbench.splitting.names.sorts import Sort

if TYPE_CHECKING:
    from workbench.splitting.names.extents import Extent, Surroundings

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
_LONGEST_BRACKET = 10


def extend_left(around: Surroundings, extent: Extent) -> None:
    """Take in what stands before a name and belongs to it."""
    text, place = around.parse.text, extent.first - 1
    if place < 0:
        return
    _take_year(around, extent)
    if text[around.name.core][0].islower() and "." in text[around.name.core]:
        # nothing describes an address
        return
    if text[place] in QUOTE_MARKS and place and text[place - 1].lower() in around.lists.things:
        extent.heads.append(text[place - 1].lower())
        extent.first, extent.rule = place - 1, "name.described"
        if text[extent.last : extent.last + 1] and text[extent.last] in QUOTE_MARKS:
            extent.last += 1
    elif text[place] == "]":
        _take_bracket(around, extent, place)
    elif text[place] in {"of", "the", "to", "for", "at"}:
        _take_of(around, extent)
    elif text[place] == ",":
        take_set_before(around, extent, place)
    else:
        start = phrase_start(around, place, extent)
        if start < extent.first:
            extent.first = start
            if extent.rule == "name.bare":
                extent.rule = "name.described"
            comma = start - 2 if text[start - 1] == "the" else start - 1
            is_apposed = extent.is_person or comma == start - 2
            if comma > 0 and text[comma] == "," and is_apposed:
                # `local candidate, retired teacher Jane Doe`, `her husband, the painter John Roe`
                take_set_before(around, extent, comma)


def _take_year(around: Surroundings, extent: Extent) -> None:
    """The year before an occasion: `2012 Summer Olympics`."""
    text, place = around.parse.text, extent.first - 1
    if (
        _YEAR.match(text[place])
        and text[around.name.last - 1].lower() in around.lists.occasions
        and (not place or around.parse.pos[place - 1] in {"DET", "PRON", "PART"})
    ):
        extent.first = place


def _take_bracket(around: Surroundings, extent: Extent, place: int) -> None:
    """What an editor put in square brackets before a name."""
    text = around.parse.text
    for start in range(place - 1, max(-1, place - _LONGEST_BRACKET), -1):
        if text[start] == "[":
            heads = [
                word.lower() for word in text[start:place] if word.lower() in around.lists.persons
            ]
            if heads:
                extent.first = start
                extent.heads.extend(singular(head) for head in heads)
                extent.is_person = True
                extent.rule = "name.described"
            return


def _take_of(around: Surroundings, extent: Extent) -> None:
    """`her hometown of Nara`, `head of the Refugee Council Jane Doe`."""
    text, name, lists = around.parse.text, around.name, around.lists
    place = extent.first - 1
    if text[place] == "the":
        place -= 1
    if place < 1 or text[place] not in {"of", "for", "to", "at"}:
        return
    if text[place - 1] in lists.portfolios and text[place - 2 : place - 1] == ("of",):
        # `Assistant Secretary of State for African Affairs Jane Doe`
        place -= 2
    small = text[place - 1].lower()
    is_behind_body = name.core > name.first and text[name.core - 1].lower() not in lists.persons
    if name.sort is Sort.PERSON and is_behind_body and small in lists.persons:
        title = around.names.get(place - 1)
        start = title.first if title else place - 1
        extent.heads.append(singular(small))
        extent.is_person, extent.rule = True, "name.title"
        extent.first = min(start, phrase_start(around, start - 1, extent, has_noun=True))
    elif (
        text[place] == "of"
        and small in (lists.home_words | lists.settlements)
        and name.sort is not Sort.PERSON
    ):
        start = min(place - 1, phrase_start(around, place - 2, extent, has_noun=True))
        is_related = around.parse.tag[start] == "PRP$" or any(
            around.parse.tag[part] == "POS" for part in range(start, place)
        )
        is_settlement = small in lists.settlements and place - 2 not in around.names
        if not is_related and not is_settlement:
            # `the capital of Norway` names Norway alone, `the Loop district of St. Louis` two
            return
        extent.heads.append(small)
        extent.rule = "name.described"
        extent.first = start
