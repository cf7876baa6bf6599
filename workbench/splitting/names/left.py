"""What stands before a name and describes it: a title, an office, a relation, a possessor."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.splitting.names.lists import singular
from workbench.splitting.names.runs import HYPHENS, touches
from workbench.splitting.names.sorts import Sort, may_be_person

if TYPE_CHECKING:
    from workbench.splitting.names.extents import Extent, Surroundings

_END_MARKS = frozenset((",", ".", ";", ":", ")", "?", "!", "—", "–", "--", "”", '"', "''", "]"))
_LINKING = frozenset(("flat", "appos", "compound", "nmod:desc", "dep", "nmod", "nmod:unmarked"))
_QUOTE_MARKS = frozenset(('"', "“", "”", "‘", "’", "'", "``", "''"))
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
_PHRASE_PARTS = frozenset(("NOUN", "PROPN", "ADJ", "DET", "ADP", "CCONJ", "NUM", "PART"))
_LONGEST_PHRASE = 20
_LONGEST_BRACKET = 10


def extend_left(around: Surroundings, extent: Extent) -> None:
    """Take in what stands before a name and belongs to it."""
    text, place = around.parse.text, extent.first - 1
    if place < 0:
        return
    _take_year(around, extent)
    if text[place] in _QUOTE_MARKS and place and text[place - 1].lower() in around.lists.things:
        extent.heads.append(text[place - 1].lower())
        extent.first, extent.rule = place - 1, "name.described"
        if text[extent.last : extent.last + 1] and text[extent.last] in _QUOTE_MARKS:
            extent.last += 1
    elif text[place] == "]":
        _take_bracket(around, extent, place)
    elif text[place] in {"of", "the", "to", "for", "at"}:
        _take_of(around, extent)
    elif text[place] == ",":
        _take_apposed(around, extent, place)
    else:
        start = _phrase_start(around, place, extent)
        if start < extent.first:
            extent.first = start
            if extent.rule == "name.bare":
                extent.rule = "name.described"
            if start > 1 and text[start - 1] == "," and extent.is_person:
                # `local candidate, retired teacher Jane Doe`
                _take_apposed(around, extent, start - 1)


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
    small = text[place - 1].lower()
    is_behind_body = name.core > name.first and text[name.core - 1].lower() not in lists.persons
    if name.sort is Sort.PERSON and is_behind_body and small in lists.persons:
        title = around.names.get(place - 1)
        start = title.first if title else place - 1
        extent.heads.append(singular(small))
        extent.is_person, extent.rule = True, "name.title"
        extent.first = min(start, _phrase_start(around, start - 1, extent, has_noun=True))
    elif text[place] == "of" and small in lists.home_words and name.sort is not Sort.PERSON:
        start = min(place - 1, _phrase_start(around, place - 2, extent, has_noun=True))
        is_related = around.parse.tag[start] == "PRP$" or any(
            around.parse.tag[part] == "POS" for part in range(start, place)
        )
        if not is_related:
            # `the capital of Norway` names Norway alone
            return
        extent.heads.append(small)
        extent.rule = "name.described"
        extent.first = start


def _phrase_start(
    around: Surroundings, place: int, extent: Extent, *, has_noun: bool = False
) -> int:
    """Where the description begins whose last word is at `place`; one past it if it is none.

    Args:
        has_noun: The noun of the phrase stands already behind `place`.
    """
    parse, lists, names = around.parse, around.lists, around.names
    text, pos, tag = parse.text, parse.pos, parse.tag
    start = end = place + 1
    while place >= 0:
        small = text[place].lower()
        other = names.get(place)
        if (text[place] in lists.no_names and small not in lists.persons) or (
            text[place][-1] == "." and len(small) > 2 and small == text[place]
        ):
            break
        if other is not None:
            is_possessor = other.last < len(tag) and tag[other.last] == "POS"
            if other.sort is Sort.PERSON and not other.is_title and not is_possessor:
                # `Jane Doe hosts President Lee`: no description, but a verb taken for a noun
                return end
            if not has_noun:
                break
            start = other.first
        elif tag[place] == "POS" or (
            small in {"'", "’"} and place and text[place - 1].endswith("s")
        ):
            if not place or (pos[place - 1] not in {"NOUN", "PROPN"} and place - 1 not in names):
                break
            if text[place - 1] in lists.no_names or text[place - 1].lower() in lists.time_nouns:
                break
            possessor = names.get(place - 1)
            if possessor and possessor.sort is Sort.PERSON and not extent.is_person:
                # `Newton’s Principia` names two
                break
            has_noun = True
            start = place if place - 1 in names else place - 1
        elif tag[place] == "PRP$":
            return place if has_noun else start
        elif pos[place] in {"NOUN", "PROPN"} or _is_kind(around, place):
            if small in lists.time_nouns or (
                not has_noun and not _describes(around, place, extent)
            ):
                break
            has_noun, start = True, place
        elif (
            text[place] in HYPHENS
            and place
            and start == place + 1
            and (
                touches(parse, place)
                or (tag[start] == "VBN" and pos[place - 1] in {"NOUN", "PROPN"})
            )
        ):
            start = place - 1
        elif pos[place] == "ADJ" or (
            tag[place] in {"VBN", "VBG"}
            and (
                parse.dep[place] == "amod"
                or touches(parse, place)
                or (start == place + 1 < len(text) and touches(parse, place + 1))
            )
        ):
            if small in lists.time_nouns or (small in lists.vague_adjectives and not has_noun):
                break
            if not has_noun and not extent.is_person:
                break
            start = place
        elif pos[place] == "NUM" and has_noun:
            return place
        elif small == "and" and has_noun and place and _is_coordinated(around, place, start):
            start = place - 1
        else:
            break
        place = start - 1
    return start


def _is_kind(around: Surroundings, place: int) -> bool:
    """Whether a word is a noun of the lists although the parser says otherwise."""
    small = around.parse.text[place].lower()
    if small not in around.lists.kinds or small in around.lists.no_offices:
        return False
    if around.parse.pos[place] != "ADJ":
        return True
    return small in around.lists.persons and may_be_person(around.parse, around.name)


def _is_coordinated(around: Surroundings, place: int, start: int) -> bool:
    """Whether `and` joins two words of one title: `interior and overseas minister`."""
    parse = around.parse
    before, after = parse.text[place - 1].lower(), parse.text[start].lower()
    if before in around.lists.persons:
        return after in around.lists.persons
    return (
        parse.pos[place - 1] in {"ADJ", "NOUN"}
        and parse.pos[start] in {"ADJ", "NOUN"}
        and (after not in around.lists.persons)
    )


def _describes(around: Surroundings, place: int, extent: Extent) -> bool:
    """Whether the noun at `place` says what the name right after it is, which is then noted."""
    parse, name, lists = around.parse, around.name, around.lists
    small = parse.text[place].lower()
    if small in lists.persons:
        if name.sort is Sort.PLACE and parse.tag[place] != "NNS" and not _is_linked(around, place):
            return False
        extent.is_person = extent.is_person or name.sort is not Sort.PLACE
    elif small in lists.things:
        if name.sort is Sort.PERSON and not _is_linked(around, place):
            return False
    elif not _is_linked(around, place):
        return False
    extent.heads.append(singular(small))
    return True


def _is_linked(around: Surroundings, place: int) -> bool:
    """Whether the parse makes one phrase of the noun at `place` and the name."""
    head, dep, name = around.parse.head, around.parse.dep, around.name
    if name.first <= head[place] < name.last:
        return dep[place] in _LINKING
    return any(
        head[part] == place and dep[part] in _LINKING for part in range(name.first, name.last)
    )


def _take_apposed(around: Surroundings, extent: Extent, comma: int) -> None:
    """A description set before the name with a comma: `Japan’s Prime Minister, Jane Doe,`."""
    if not comma:
        return
    lists, name, text = around.lists, around.name, around.parse.text
    noun = _described_by(around, comma)
    small = text[noun].lower()
    title = around.names.get(noun)
    is_office = small in lists.persons
    if title is not None and not title.is_title:
        return
    if is_office:
        if name.sort not in {Sort.PERSON, Sort.OTHER}:
            return
    elif small in lists.things or small in lists.home_words:
        if name.sort is Sort.PERSON:
            return
    elif text[noun] not in lists.peoples or text[noun - 1 : noun] not in (("One",), ("one",)):
        return
    start = title.first if title else noun
    start = min(start, _phrase_start(around, start - 1, extent, has_noun=True))
    if not _is_set_before(around, start, comma, is_office=is_office):
        return
    extent.first, extent.rule = start, "name.set-before"
    extent.is_person = extent.is_person or is_office
    if is_office or small in lists.things:
        extent.heads.append(singular(small))


def _described_by(around: Surroundings, comma: int) -> int:
    """The noun of the phrase that ends before the comma: `head` in `head of the river board,`."""
    parse, lists = around.parse, around.lists
    place = comma - 1
    if parse.text[place].lower() in lists.persons:
        return place
    while place > 0 and comma - place < _LONGEST_PHRASE:
        inside = around.names.get(place)
        if inside is not None:
            place = inside.first - 1
            continue
        if parse.pos[place] not in _PHRASE_PARTS and parse.tag[place] != "POS":
            break
        if parse.pos[place] == "ADP":
            before = around.names.get(place - 1)
            if parse.text[place - 1].lower() in lists.persons and (
                before is None or before.is_title
            ):
                return place - 1
        place -= 1
    return comma - 1


def _is_set_before(around: Surroundings, start: int, comma: int, *, is_office: bool) -> bool:
    """Whether the phrase from `start` to the comma names the same as the name after it."""
    parse, name = around.parse, around.name
    text, pos, tag = parse.text, parse.pos, parse.tag
    article = text[start - 1].lower() if start else ""
    comma_before = start - 2 if article in {"the", "a", "an"} else start - 1
    if comma_before > 0 and text[comma_before] == "," and comma_before - 1 in around.names:
        # it is set off after the name before it
        return False
    if any(
        parse.dep[part] == "appos" and start <= parse.head[part] < comma
        for part in range(name.first, name.last)
    ):
        return True
    is_definite = (
        article == "the"
        or tag[start] == "PRP$"
        or pos[start] == "NUM"
        or (is_office and (start == 0 or text[start - 1] in _QUOTE_MARKS))
        or (start in around.names and is_office)
        or any(tag[part] == "POS" for part in range(start, comma))
    )
    if not is_definite:
        return False
    if name.last >= len(text) or text[name.last] in _END_MARKS:
        return True
    before = start - 2 if article == "the" else start - 1
    is_governed = before >= 0 and pos[before] == "ADP"
    return is_office and pos[name.last] in {"VERB", "AUX"} and not is_governed
