"""Where a name begins and ends: words with capitals, and what hangs together with them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.splitting.names.lists import SCIENCES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.splitting.names.lists import Lists
    from workbench.splitting.parsing import Parse

HYPHENS = frozenset("-‐‑–")
_GLUE = HYPHENS | frozenset("&/'’+@_")
_NUMERAL = re.compile(r"(?:\d{1,4}[A-Za-z]?|[IVX]{1,5})$")
_MODELS = re.compile(r"\d*[1-9]s$")
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)$")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
_SCORE_SIGNS = frozenset("-–—:/%")
_ARTICLES = frozenset(("la", "le", "les", "el", "los", "las", "il", "der", "das"))
"""Foreign articles with which a name may begin."""

_ADJECTIVES = ("ian", "ean", "ese", "ish", "ic", "an")
_POINTS = frozenset(
    (word,) for word in ("points", "goals", "runs", "votes", "seats", "tries", "wins", "medals")
)
"""What a table of results counts."""

_FORCES = frozenset((("navy",), ("army",), ("parliament",), ("air", "force"), ("coast", "guard")))
"""What makes the name of a body of a people’s name even in lower case: `Malaysian navy`."""


@dataclass(slots=True)
class Run:
    """Words of one sentence that are written as one name."""

    first: int
    last: int
    """One past its last word, both as places in the parse."""

    is_modifier: bool = False
    """A hyphen makes an adjective of it: `Boston-based`."""


def capital_runs(parse: Parse, flags: Sequence[bool], lists: Lists) -> list[Run]:
    """The stretches of a sentence that are written as names, in order."""
    runs: list[Run] = []
    place, count = 0, len(flags)
    while place < count:
        if not flags[place]:
            place += 1
            continue
        run = _grown(parse, flags, lists, place, runs[-1].last if runs else 0)
        place = max(run.last, place + 1)
        if run.is_modifier or run.last == run.first:
            while place < count and touches(parse, place):
                place += 1
        if run.last > run.first:
            runs.append(run)
    return runs


def touches(parse: Parse, place: int) -> bool:
    """Whether no space stands before the word."""
    return place > 0 and parse.end[place - 1] == parse.start[place]


def _grown(parse: Parse, flags: Sequence[bool], lists: Lists, first: int, floor: int) -> Run:
    """The run that begins with the word at `first`; empty after a prefix such as `pro-`."""
    text, count = parse.text, len(parse.text)
    run = Run(first, first)
    if (
        first >= 2
        and touches(parse, first)
        and text[first - 1] in HYPHENS
        and touches(parse, first - 1)
    ):
        if text[first - 2].lower() not in lists.hyphen_particles or first - 2 < floor:
            return run
        run.first = first - 2
    elif first > floor and text[first - 1] in _ARTICLES:
        run.first = first - 1
    elif "-" in text[first]:
        prefix = text[first].partition("-")[0].lower()
        is_name = text[first][0].isupper() and flags[first + 1 : first + 2] == [True]
        if (prefix in lists.prefixes and not is_name) or (
            text[first][0].islower() and prefix not in lists.hyphen_particles
        ):
            return run
    elif (
        text[first].lower() in lists.prefixes
        and text[first + 1 : first + 2]
        and text[first + 1] in HYPHENS
        and touches(parse, first + 1)
        and flags[first + 3 : first + 4] != [True]
    ):
        return run
    place = first
    while True:
        place = run.last = _chunk_end(parse, lists, place, run)
        if run.is_modifier or place >= count:
            return run
        following = text[place]
        if touches(parse, place) and following not in "&/":
            return run
        if flags[place]:
            continue
        if following in {"&", "/"} and place + 1 < count and flags[place + 1]:
            place += 1
        elif (part := _after_particles(parse, flags, lists, place)) is not None:
            place = part
        elif _ORDINAL.match(following) and flags[place + 1 : place + 2] == [True]:
            # `West 34th Street`
            place += 1
        elif _takes_number(parse, lists, run, place):
            run.last = place = place + 1
            if place >= count or not flags[place] or touches(parse, place):
                return run
        elif (
            following == "of"
            and text[run.last - 1].lower() in lists.acts
            and _YEAR.match("".join(text[place + 1 : place + 2]))
        ):
            # `Clean Air Act of 1970`
            run.last = place + 2
            return run
        else:
            return run


def _chunk_end(parse: Parse, lists: Lists, place: int, run: Run) -> int:
    """One past the last word that hangs together with `place` without a space."""
    text, count = parse.text, len(parse.text)
    place += 1
    while place + 1 < count and touches(parse, place) and touches(parse, place + 1):
        if text[place] not in _GLUE or not text[place + 1][0].isalnum():
            break
        if text[place] == "/" and place - run.first > 1:
            # `Photo: Ana Reis/Reuters`
            break
        second = text[place + 1]
        if text[place] in HYPHENS and second.islower() and _makes_adjective(second, lists):
            run.is_modifier = True
            break
        place += 2
    if place < count and text[place] == "." and touches(parse, place):
        is_initial = len(text[place - 1]) == 1
        if is_initial or (place + 1 < count and "." in text[place - 1]):
            place += 1
    ending = text[place - 1].rpartition("-")[2]
    if ending != text[place - 1] and ending.islower() and _makes_adjective(ending, lists):
        run.is_modifier = True
    return place


def _makes_adjective(ending: str, lists: Lists) -> bool:
    return ending in lists.adjectival or (len(ending) > 4 and ending.endswith(("ed", "ing")))


def _after_particles(parse: Parse, flags: Sequence[bool], lists: Lists, place: int) -> int | None:
    """Where the name goes on behind one or two small words such as `de la` or `al-`."""
    text, count = parse.text, len(parse.text)
    is_hyphened = place + 1 < count and text[place + 1] in HYPHENS
    if text[place] not in (lists.hyphen_particles if is_hyphened else lists.particles):
        return None
    for following in (place + 1, place + 2):
        if following >= count:
            return None
        if flags[following]:
            return following
        if text[following] not in HYPHENS and text[following] not in lists.particles:
            return None
    return None


def _takes_number(parse: Parse, lists: Lists, run: Run, place: int) -> bool:
    """Whether the number after a run belongs to it: `Vostok 1`, `Expo 2016`."""
    text = parse.text
    number, last = text[place], text[run.last - 1]
    if not _NUMERAL.match(number) or touches(parse, place):
        return False
    if last in lists.spots or last in lists.peoples or last in lists.given:
        return False
    if _is_score(parse, run, place) or text[place + 1 : place + 2] in _POINTS:
        return False
    if _MODELS.match(number):
        # `Boeing 737s`
        return True
    if (
        len(last) > 1
        and last.isupper()
        and number.isdigit()
        and not _YEAR.match(number)
        and parse.tag[place + 1 : place + 2] != ("NNS",)
        and text[place + 1 : place + 2] not in (("%",), ("percent",))
    ):
        # `FTSE 100`, `STS 135`
        return True
    if place + 1 < len(text):
        following = text[place + 1]
        if following in _SCORE_SIGNS or parse.tag[place + 1] == "CD" or "." in last:
            return False
        if parse.pos[place + 1] in {"NOUN", "ADJ", "NUM"} and parse.head[place] > place:
            return False
    if _YEAR.match(number):
        return last.lower() in lists.occasions or last.isupper()
    return (
        run.first <= parse.head[place] < run.last or parse.head[place] == parse.head[run.last - 1]
    )


def _is_score(parse: Parse, run: Run, place: int) -> bool:
    """Whether names and numbers are counted off: `Harbour Town 2, Westfield 1`."""
    text = parse.text
    if run.first > 1 and text[run.first - 1] in {",", ";"} and text[run.first - 2].isdigit():
        return True
    if text[place + 1 : place + 2] not in ((",",), (";",), ("and",)):
        return False
    following = place + 2
    while following < len(text) and text[following][0].isupper():
        following += 1
    return following > place + 2 and following < len(text) and text[following].isdigit()


def without_peoples(parse: Parse, runs: list[Run], lists: Lists) -> list[Run]:
    """The runs but those that name only a people or a language; `Indonesian navy` stays."""
    return [run for run in runs if not _is_people(parse, lists, run)]


def _is_people(parse: Parse, lists: Lists, run: Run) -> bool:
    """Whether a run names a people or language, or is a word that names nothing by itself."""
    text = parse.text
    words = text[run.first : run.last]
    while (
        len(words) > 1
        and words[0] in lists.peoples
        and " ".join(words) not in lists.spots
        and " ".join(words[1:]) in lists.spots
    ):
        # `Baathist Iraq` names Iraq
        run.first += 1
        words = words[1:]
    if " ".join(words) in lists.peoples or all(
        word in lists.peoples or word in HYPHENS for word in words
    ):
        for length in (1, 2):
            if not run.is_modifier and text[run.last : run.last + length] in _FORCES:
                run.last += length
                return False
        if len(words) == 1 and words[0].isupper():
            return _modifies(parse, run, lists)
        return True
    if all(_is_ordinary(word, lists) for word in words) or _is_subject_after_of(parse, run, lists):
        return True
    return len(words) == 1 and _is_lone_word_of_no_name(parse, run.first, lists)


def _is_lone_word_of_no_name(parse: Parse, place: int, lists: Lists) -> bool:
    """Whether a single word is letters after a name, an office, or an adjective of a region."""
    word = parse.text[place]
    before = parse.text[place - 1].lower() if place else ""
    if before == "," and word.lower() in lists.fields:
        # `Daniel Osei, Legal`
        return True
    if (
        before in {"the", "this", "that"}
        and word.lower() in lists.generic_bodies
        and word not in lists.press
    ):
        return True
    if word.lower() in lists.starters:
        return True
    has_letters = word in lists.postnominals and before != "the"
    if has_letters or (word.lower() in lists.persons and word not in lists.press):
        return True
    return (
        parse.pos[place] == "ADJ"
        and word.endswith(_ADJECTIVES)
        and parse.pos[place + 1 : place + 2] == ("NOUN",)
    )


def _is_subject_after_of(parse: Parse, run: Run, lists: Lists) -> bool:
    """Whether a run is what an office or department is of: `a professor of History`."""
    before = parse.text[run.first - 1] if run.first else ""
    return before in {"of", "for"} and all(
        word.lower() in lists.fields for word in parse.text[run.first : run.last]
    )


def _is_ordinary(word: str, lists: Lists) -> bool:
    """Whether a word by itself is a time, a word of grammar or a doctrine."""
    if len(word) > 1 and word.isupper():
        return False
    small = word.lower()
    return (
        small in lists.time_nouns
        or small.endswith(SCIENCES)
        or small in lists.function_words
        or (len(small) > 6 and small.endswith(("ism", "phobia", "ology", "isms")))
    )


def _modifies(parse: Parse, run: Run, lists: Lists) -> bool:
    """Whether a noun follows that the run stands before like an adjective: `U.S. officials`."""
    if run.last >= len(parse.text) or parse.tag[run.last] == "POS":
        return False
    following = parse.text[run.last]
    if parse.pos[run.last] in {"NOUN", "ADJ"} and not following[0].isupper():
        return True
    if following in lists.kinds:
        return True
    place = run.last - 1
    head = parse.head[place]
    return head > place and parse.pos[head] == "NOUN" and parse.dep[place] in {"amod", "compound"}
