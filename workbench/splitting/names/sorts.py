"""Whether a name is a person’s, an organisation’s, a place’s or something else’s."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from workbench.splitting.names.capitals import Evidence
    from workbench.splitting.names.lists import Lists
    from workbench.splitting.names.runs import Run
    from workbench.splitting.parsing import Parse

_LINKS = frozenset(("of", "for", "&"))
_OFFICE_LINKS = frozenset(("of", "to", "for", "at"))


class Sort(StrEnum):
    """What a name can name."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    OCCASION = "occasion"
    WORK = "work"
    """In quotation marks: a book, a ship, a machine."""

    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Name:
    """A run whose titles are told from the name proper; places in the parse."""

    first: int
    core: int
    """Where the name proper begins; `last` where the run is a title alone."""

    last: int
    sort: Sort

    @property
    def is_title(self) -> bool:
        return self.core >= self.last


def name_of(
    parse: Parse, run: Run, lists: Lists, evidence: Evidence, persons: AbstractSet[str]
) -> Name:
    """`run` with its sort and titles; `persons` holds the words of persons named before."""
    words = parse.text[run.first : run.last]
    title_end = _title_end(words, lists)
    if title_end == len(words):
        begin = _office_begin(words, lists)
        if begin == 0:
            return Name(run.first, run.last, run.last, Sort.PERSON)
        # `NASA Administrator` without a person names NASA only
        return Name(run.first, run.first, run.first + begin, _sort_by_words(words[:begin], lists))
    if title_end and (
        _is_personal(words[title_end:], lists, evidence)
        # `Mrs Day`, but `King Street`
        or (title_end == len(words) - 1 and words[title_end - 1].lower() not in lists.persons)
    ):
        return Name(run.first, run.first + title_end, run.last, Sort.PERSON)
    tail = _person_tail(parse, run, words, lists)
    if tail:
        return Name(run.first, run.first + tail, run.last, Sort.PERSON)
    return Name(run.first, run.first, run.last, _sort(parse, run, words, lists, persons))


def may_be_person(parse: Parse, name: Name) -> bool:
    """Whether nothing speaks against a person: no article, figures, links or abbreviation."""
    if name.sort is not Sort.OTHER:
        return name.sort is Sort.PERSON
    before = parse.text[name.first - 1].lower() if name.first else ""
    return before not in {"the", "a", "an"} and not any(
        word[0].isdigit()
        or word in _LINKS
        or word == ","
        or (len(word) > 2 and word.isalpha() and word.isupper())
        for word in parse.text[name.core : name.last]
    )


def is_office(word: str, lists: Lists) -> bool:
    """Whether a word with a capital is a title, as far as it can be told from the word."""
    small = word.lower()
    return word in lists.honorifics or (small in lists.persons and small not in lists.no_offices)


def _is_personal(words: Sequence[str], lists: Lists, evidence: Evidence) -> bool:
    """Whether what follows a title can be a person’s name: `Major League Draft` has none."""
    if words[0] in lists.given and len(words) == 2:
        return True
    if words[-1].lower() in lists.heads or not words[0][0].isalpha():
        return False
    return not any(
        word.lower() in lists.heads or (evidence.is_common(word) and word not in lists.given)
        for word in words[:1]
        if len(words) > 1
    )


def _title_end(words: Sequence[str], lists: Lists) -> int:
    """How many of the first words are a title, up to the last office among them."""
    end = 0
    if any(word in _LINKS for word in words):
        return 0
    for place, word in enumerate(words):
        if not is_office(word, lists):
            continue
        before = words[place - 1] if place else ""
        if before in lists.given and before not in lists.spots:
            continue
        rest = words[place + 1 :]
        if word in lists.given and len(rest) == 1 and place == 0:
            # `Dean Halland` has a given name
            continue
        if rest and all(other in lists.postnominals or other == "." for other in rest):
            continue
        end = place + 1
    while 0 < end < len(words) and words[end].lower() in {"-", "general", "elect", "emeritus", "."}:
        end += 1
    return end


def _office_begin(words: Sequence[str], lists: Lists) -> int:
    """In words that end with an office, where the office begins."""
    begin = len(words)
    while begin:
        word = words[begin - 1]
        small = word.lower()
        if (
            is_office(word, lists)
            or small in lists.title_parts
            or small in lists.fields
            or word in lists.peoples
            or word in "-."
        ):
            begin -= 1
        else:
            break
    if begin and words[begin].lower() in lists.heads:
        # `State Department Spokesperson`: the department is the name
        begin += 1
    return begin


def _person_tail(parse: Parse, run: Run, words: Sequence[str], lists: Lists) -> int:
    """Where a person’s name begins behind a body or place: `Refugee Council Jane Doe`."""
    if len(words) < 3 or words[-1].lower() in lists.heads:
        return 0
    before = [word.lower() for word in parse.text[max(0, run.first - 3) : run.first]]
    is_office = any(
        before[place] in _OFFICE_LINKS and before[place - 1] in lists.persons
        for place in range(1, len(before))
    )
    for place in range(len(words) - 2, 0, -1):
        body = " ".join(words[:place])
        if words[place] not in lists.given and not is_office:
            continue
        tail = words[place:]
        if (
            any(word in _LINKS or word.lower() in lists.heads for word in tail)
            or " ".join(tail) in lists.spots
        ):
            continue
        if words[place - 1].lower() in lists.heads or body in lists.spots:
            return place
    return 0


def _sort_by_words(words: Sequence[str], lists: Lists) -> Sort:
    whole, last = " ".join(words), words[-1].lower()
    if whole in lists.spots or "," in words:
        return Sort.PLACE
    if last in lists.organisations:
        return Sort.ORGANISATION
    if last in lists.places:
        return Sort.PLACE
    if last in lists.occasions:
        return Sort.OCCASION
    return Sort.OTHER


def _sort(
    parse: Parse, run: Run, words: Sequence[str], lists: Lists, persons: AbstractSet[str]
) -> Sort:
    before = parse.text[run.first - 1].lower() if run.first else ""
    is_given = words[0] in lists.given
    if is_given and len(words) == 2 and before != "the" and " ".join(words) not in lists.spots:
        return Sort.PERSON
    if any(
        words[place] == "-" and words[place - 1][0].isupper() and words[place + 1].islower()
        for place in range(1, len(words) - 1)
    ):
        # `Hye-jin Park`, `Park Hye-jin`
        return Sort.PERSON
    link = next((place for place, word in enumerate(words) if word in _LINKS and place), None)
    by_words = _sort_by_words(words, lists)
    if by_words is Sort.OTHER and link is not None:
        return _sort_by_words(words[:link], lists)
    if by_words is not Sort.OTHER or before == "the":
        return by_words
    if words[0] in lists.peoples:
        return Sort.ORGANISATION
    if len(words) == 1:
        word = words[0]
        if word in persons or is_given:
            return Sort.PERSON
        if len(word) > 1 and word.isupper():
            return Sort.ORGANISATION
        return Sort.PLACE if before in lists.place_prepositions else Sort.OTHER
    if is_given or any(len(word) == 2 and word[1] == "." for word in words[:-1]):
        return Sort.PERSON
    if any(word in lists.particles for word in words[1:-1]):
        return Sort.PERSON
    return Sort.OTHER
