"""What is set off after a person’s name: an age, letters, an office, the body the person is of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.splitting.names.lists import singular
from workbench.splitting.names.sorts import Sort

if TYPE_CHECKING:
    from workbench.splitting.names.extents import Extent, Surroundings

_AGE = re.compile(r"\d{1,3}$")
_END_MARKS = frozenset((",", ".", ";", ":", ")", "?", "!", "—", "–", "--", "”", '"', "''", "]"))
_STOP_MARKS = frozenset((",", ";", ":", ".", "(", ")", "—", "–", "--", "?", "!", "[", "]"))
_QUOTE_MARKS = frozenset(('"', "“", "”", "``", "''"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_RELATIVES = frozenset(("WP", "WDT", "WRB", "WP$"))
_PARTIES = frozenset("RDI")
_PARTS = 4
"""Pieces that can follow one name: an age, letters, an office, a body."""

_LONGEST_DESCRIPTION = 40
_LONGEST_PARENTHESIS = 8


def extend_right(around: Surroundings, extent: Extent) -> None:
    """Take in what follows a person’s name and describes the person."""
    parse = around.parse
    text, count = parse.text, len(parse.text)
    for _ in range(_PARTS):
        place = extent.last
        if place + 1 >= count:
            return
        mark = text[place]
        if mark in around.lists.postnominals:
            extent.last = place + 1
            continue
        if mark in {"of", "from"}:
            taken = _take_body(around, extent, place)
        elif mark == "(":
            taken = _take_parenthesis(around, extent, place)
        elif mark == "the" and parse.dep[place + 1 : place + 2] == ("appos",):
            taken = _take_description(around, extent, place)
        elif mark == ",":
            taken = (
                _take_letters_or_age(around, extent, place + 1)
                or _take_party(around, extent, place + 1)
                or _take_description(around, extent, place + 1)
            )
        else:
            return
        if not taken:
            return


def extend_right_strictly(around: Surroundings, extent: Extent) -> None:
    """Take in a person’s description after a name that looks like a place’s: `Mina Park, a nurse`."""
    text, place = around.parse.text, extent.last
    before = text[extent.first - 1].lower() if extent.first else ""
    if before == "the" or text[place : place + 1] != (",",) or place + 1 >= len(text):
        return
    if not _take_letters_or_age(around, extent, place + 1):
        _take_description(around, extent, place + 1)
    if extent.is_person:
        extend_right(around, extent)


def take_class_word(around: Surroundings, extent: Extent) -> None:
    """Take in the small word that says the kind of what `the` leads: `the Suez canal`."""
    parse, name, place = around.parse, around.name, extent.last
    if (
        place != name.last
        or place >= len(parse.text)
        or "".join(parse.text[max(0, name.first - 1) : name.first]).lower() != "the"
        or parse.text[place] not in around.lists.class_words
        or name.sort is Sort.PERSON
        or name.is_title
        or not name.first <= parse.head[place - 1] <= place
        or " ".join(parse.text[name.first : name.last]) in around.lists.spots
    ):
        return
    extent.last = place + 1


def take_alias(around: Surroundings, extent: Extent) -> None:
    """Take in an abbreviation in parentheses right after the name: `(KSC)`."""
    text, place = around.parse.text, extent.last
    if (
        place == around.name.last
        and text[place : place + 1] == ("(",)
        and text[place + 2 : place + 3] == (")",)
    ):
        alias, words = text[place + 1], text[around.name.core : place]
        capitals = sum(sign.isupper() for sign in alias)
        is_abbreviation = alias.isalpha() and capitals >= 2 and 2 * capitals >= len(alias)
        is_body = around.name.sort is Sort.ORGANISATION and len(words) > 1
        # `WASHINGTON (CNN)` is a place and a paper
        if (
            is_abbreviation
            and not words[-1].isupper()
            and (is_body or any(word[0] == alias[0] for word in words))
        ):
            extent.last = place + 3


def _take_body(around: Surroundings, extent: Extent, place: int) -> bool:
    """`of` or `from` and the name of a body: `Jane Doe of the Harbour Party`."""
    parse, name = around.parse, around.name
    text = parse.text
    if name.last - name.core < 2 and name.sort is not Sort.PERSON:
        return False
    following = place + 1
    if text[following].lower() == "the":
        following += 1
    body = around.names.get(following)
    if body is None or body.is_title or body.first != following or body.sort is Sort.PERSON:
        return False
    if text[place] == "from" and (
        body.sort is Sort.PLACE or parse.pos[parse.head[following]] == "VERB"
    ):
        return False
    last = body.last
    if last + 1 < len(text) and parse.tag[last] == "POS" and last + 1 in around.names:
        last = around.names[last + 1].last
    extent.last = last
    extent.is_person = True
    if extent.rule == "name.bare":
        extent.rule = "name.of-body"
    return True


def _take_parenthesis(around: Surroundings, extent: Extent, place: int) -> bool:
    """A country, party or sport in parentheses, not where somebody stands in a picture."""
    parse = around.parse
    text = parse.text
    for end in range(place + 2, min(place + _LONGEST_PARENTHESIS, len(text))):
        if text[end] != ")":
            continue
        inside = text[place + 1 : end]
        is_country = " ".join(inside) in around.lists.countries
        if not (extent.is_person or is_country) or any(
            word.lower() in around.lists.positions or any(sign.isdigit() for sign in word)
            for word in inside
        ):
            return False
        if any(parse.pos[part] in {"VERB", "AUX"} for part in range(place + 1, end)):
            return False
        extent.last = end + 1
        return True
    return False


def _take_letters_or_age(around: Surroundings, extent: Extent, first: int) -> bool:
    parse = around.parse
    text = parse.text
    # `Jane Doe, MP for Lund` has an office, no letters
    has_letters = text[first] in around.lists.postnominals and (
        parse.pos[first + 1 : first + 2] != ("ADP",)
    )
    if not has_letters and (
        not _AGE.match(text[first])
        or not (
            first + 1 >= len(text)
            or text[first + 1] in _END_MARKS
            or parse.pos[first + 1] in {"CCONJ", "VERB", "AUX"}
        )
    ):
        return False
    extent.last = first + 1
    extent.is_person = True
    if extent.rule == "name.bare":
        extent.rule = "name.set-off"
    return True


def _take_party(around: Surroundings, extent: Extent, first: int) -> bool:
    """What American papers write after a politician: `R-Texas`."""
    parse = around.parse
    if parse.text[first] not in _PARTIES or parse.text[first + 1 : first + 2] != ("-",):
        return False
    extent.last = first + 3
    while (
        extent.last < len(parse.text)
        and parse.text[extent.last][0].isupper()
        and parse.text[extent.last - 1] != ","
    ):
        extent.last += 1
    extent.is_person = True
    return True


def _take_description(around: Surroundings, extent: Extent, first: int) -> bool:
    """An office, work or relation between commas, with all that hangs on it."""
    end, heads = _description(around, first)
    if not heads or (extent.heads and _leads_on(around, end)):
        return False
    parse = around.parse
    if _is_subject(around, extent, end) or _is_of_many(around, first):
        return False
    while end > first and parse.pos[end - 1] in {"CCONJ", "ADV", "ADP", "AUX"}:
        end -= 1
    extent.last = end
    extent.heads.extend(heads)
    extent.is_person = True
    if extent.rule in {"name.bare", "name.of-body"}:
        extent.rule = "name.set-off"
    return True


def _is_subject(around: Surroundings, extent: Extent, end: int) -> bool:
    """Whether a verb follows right after: `According to Radio North, the minister believes …`."""
    parse = around.parse
    return (
        extent.first > 0
        and parse.pos[extent.first - 1] == "ADP"
        and parse.tag[end : end + 1] != ()
        and parse.tag[end] in _FINITE
    )


def _is_of_many(around: Surroundings, first: int) -> bool:
    """Whether the noun is a plural, which no one person is: `Harwick, last year’s champions,`."""
    parse, name = around.parse, around.name
    if "and" in parse.text[name.core : name.last]:
        return False
    for place in range(first, len(parse.text)):
        if parse.text[place].lower() in around.lists.persons:
            return parse.tag[place] == "NNS"
        if parse.pos[place] in {"ADP", "PUNCT"}:
            return False
    return False


def _leads_on(around: Surroundings, end: int) -> bool:
    """Whether the next name is meant: `the mayor, Jane Doe, the treasurer, John Roe, and …`."""
    text = around.parse.text
    other = around.names.get(end + 1)
    if text[end : end + 1] != (",",) or other is None or other.first != end + 1:
        return False
    return other.sort in {Sort.PERSON, Sort.OTHER} and text[other.last : other.last + 1] in (
        (",",),
        (".",),
        ("and",),
    )


def _description(around: Surroundings, first: int) -> tuple[int, list[str]]:
    """Where a description that begins at `first` ends, and its nouns; none where it is none."""
    parse, lists, names = around.parse, around.lists, around.names
    text, pos, tag = parse.text, parse.pos, parse.tag
    heads: list[str] = []
    place, is_open = first, True
    if pos[first] == "NUM" and text[first].lower() not in lists.persons:
        return first, []
    while place < min(len(text), first + _LONGEST_DESCRIPTION):
        word, small = text[place], text[place].lower()
        other = names.get(place)
        if (
            word in _STOP_MARKS
            or tag[place] in _RELATIVES
            or (tag[place] in _FINITE and other is None)
        ):
            break
        if word in _QUOTE_MARKS and is_open:
            break
        if other is not None and not other.is_title:
            if is_open and (heads or other.sort is Sort.PERSON):
                # `coach Jane Doe` is another person with a title
                return place, []
            place = other.last
            continue
        if is_open:
            if pos[place] in {"ADP", "SCONJ"}:
                is_open = False
            elif small in lists.persons:
                heads.append(singular(small))
            elif (
                tag[place] in {"VBG", "VBN"}
                and pos[place] == "VERB"
                and parse.dep[place] not in {"amod", "compound"}
                # `founding director`
                and not (
                    place == first
                    and tag[place] == "VBG"
                    and text[place + 1 : place + 2]
                    and text[place + 1].lower() in lists.persons
                )
            ):
                is_open = False
            elif (
                pos[place] in {"PRON", "ADV", "CCONJ"}
                and tag[place] not in {"PRP$", "RB"}
                and not heads
                # `Energy and Climate Secretary` is one office
                and not (small == "and" and place > first and text[place - 1][0].isupper())
            ):
                return place, []
            if not is_open and not heads:
                return place, []
        elif small in lists.persons and pos[place] == "NOUN":
            heads.append(singular(small))
        place += 1
    return place, heads
