"""A description that stands before a name with a comma between: `Japan’s Prime Minister, Jane Doe,`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.splitting.names.lists import singular
from workbench.splitting.names.phrases import phrase_start
from workbench.splitting.names.sorts import Sort

if TYPE_CHECKING:
    from workbench.splitting.names.extents import Extent, Surroundings

_END_MARKS = frozenset((",", ".", ";", ":", ")", "?", "!", "—", "–", "--", "”", '"', "''", "]"))
QUOTE_MARKS = frozenset(('"', "“", "”", "‘", "’", "'", "``", "''"))
_PHRASE_PARTS = frozenset(("NOUN", "PROPN", "ADJ", "DET", "ADP", "CCONJ", "NUM", "PART"))
_LONGEST_PHRASE = 20


def take_set_before(around: Surroundings, extent: Extent, comma: int) -> None:
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
        if around.parse.tag[noun] == "NNS":
            # `two ministers, Jane Doe and John Roe` counts the names off
            return
    elif small in lists.things or small in lists.home_words:
        if name.sort is Sort.PERSON:
            return
    elif text[noun] not in lists.peoples or text[noun - 1 : noun] not in (("One",), ("one",)):
        return
    start = title.first if title else noun
    was_person = extent.is_person
    # a person’s own relation may have a possessor: `Weber’s lawyer, Jane Doe`
    extent.is_person = was_person or is_office
    start = min(start, phrase_start(around, start - 1, extent, has_noun=True))
    if not _is_set_before(around, start, comma, is_office=is_office):
        extent.is_person = was_person
        return
    extent.first, extent.rule = start, "name.set-before"
    if is_office or small in lists.things:
        extent.heads.append(singular(small))


def _described_by(around: Surroundings, comma: int) -> int:
    """The noun of the phrase that ends before the comma: `head` in `head of the river board,`."""
    parse, lists = around.parse, around.lists
    place = comma - 1
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
        # it is set off after the name before it, but not `Jane Doe, her husband, John Roe, and …`
        following = text[name.last : name.last + 2]
        return tag[start] == "PRP$" and "and" in following
    if any(
        parse.dep[part] == "appos" and start <= parse.head[part] < comma
        for part in range(name.first, name.last)
    ):
        return True
    is_definite = (
        article == "the"
        or tag[start] == "PRP$"
        or pos[start] == "NUM"
        or (is_office and (start == 0 or text[start - 1] in QUOTE_MARKS))
        or (start in around.names and is_office)
        or any(tag[part] == "POS" for part in range(start, comma))
    )
    if not is_definite:
        # `a spokesman for the board, Jane Doe, said`
        return (
            article in {"a", "an"}
            and is_office
            and start == 1
            and name.last - name.core > 1
            and text[name.last : name.last + 1] == (",",)
        )
    if name.last >= len(text) or text[name.last] in _END_MARKS:
        return True
    before = start - 2 if article == "the" else start - 1
    is_governed = before >= 0 and pos[before] == "ADP"
    return is_office and pos[name.last] in {"VERB", "AUX"} and not is_governed
