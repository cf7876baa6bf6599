"""Where the phrase begins that stands right before a name and says what it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.splitting.names.lists import singular
from workbench.splitting.names.runs import HYPHENS, touches
from workbench.splitting.names.sorts import Sort, may_be_person

if TYPE_CHECKING:
    from workbench.splitting.names.extents import Extent, Surroundings

_LINKING = frozenset(
    ("flat", "appos", "compound", "nmod:desc", "dep", "nmod", "nmod:unmarked", "nsubj")
)


def phrase_start(
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
            if (
                has_noun
                and tag[start] in {"VBD", "VBN"}
                and not is_possessor
                and not touches(parse, start)
            ):
                # `Doe praised coach Jane Roe`: a verb after its subject
                return start + 1
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
            if small in lists.time_nouns:
                break
            if not has_noun and (
                small in lists.vague_words or not _describes(around, place, extent)
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
            if small in lists.time_nouns or (small in lists.vague_words and not has_noun):
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
    before = around.parse.tag[place - 1] if place else ""
    if around.parse.tag[place].startswith("V") and before in {"MD", "TO"}:
        # `will play Hyde Park`
        return False
    if around.parse.pos[place] != "ADJ" or around.parse.tag[place].startswith("N"):
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
        is_led = place > 0 and parse.pos[place - 1] == "DET"
        is_lone = name.last - name.core == 1
        if name.sort is Sort.PERSON and not (is_led and is_lone) and not _is_linked(around, place):
            return False
        # `hurricane Elsa`
        extent.is_person = False
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
