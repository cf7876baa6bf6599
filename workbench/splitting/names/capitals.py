"""Which words of a sentence are written as names are."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.splitting.names.lists import singular
from workbench.splitting.names.ordinary import is_ordinary
from workbench.splitting.names.runs import HYPHENS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.splitting.names.lists import Lists
    from workbench.splitting.parsing import Parse

_OPENERS = frozenset("\"'“‘„«‹([{`—–-:;*•>.?!…|") | {"``", "''", "...", "--", "?!", "!!"}
"""Marks after which a capital says as little as at the beginning of a sentence."""

_TITLE_SHARE = 0.7
_SHOUTED_SHARE = 0.7
_TITLE_WORDS = 4
"""A line is written in title case when so many words, and such a share of them, have capitals."""

_STOPS = frozenset(".!?:;,)”\"'")
_HEADING_WORDS = 2
"""A line without a stop at its end is a heading, and in title case with fewer words."""

_TITLE_COMMON = 3
"""Common words with capitals that make a title of a line with commas."""

_LONG_WORD = 4
"""Shorter words often stay small in title case, so they are not counted against it."""

_ADDRESS = re.compile(
    r"(?:https?://|www\.)\w|[\w-]+\.(?:com|org|net|gov|edu|co\.\w\w)$", re.IGNORECASE
)
_ARTICLES = frozenset(("the", "a", "an", "i"))
_PARTY_STATE = re.compile(r"[RDI]-[A-Z]")
"""What American papers put behind a politician: `(R-Texas)`."""

_NOUN_ENDING = re.compile(r"(?:tions?|ments?|ness|ly|ity|ities|ists?|isms?)$")
_COMMON_ENDING = re.compile(r"(?:ings?|tions?|ments?|ness|ly|ed|ities|ists)$")


@dataclass(slots=True)
class Evidence:
    """How the words of one document are written where a capital means something."""

    lower: set[str] = field(default_factory=set)
    """Words that occur in lower case."""

    firm: Counter[str] = field(default_factory=Counter)
    """Words with a capital inside a sentence, as written."""

    pairs: set[tuple[str, str]] = field(default_factory=set)
    """Neighbouring words that both have a capital inside a sentence."""

    def is_common(self, word: str) -> bool:
        """Whether the document writes the word, in either number, with a small letter."""
        small = word.lower()
        return small in self.lower or singular(small) in self.lower

    def add_lower(self, parse: Parse) -> None:
        """Take in the words of a sentence that are written small."""
        before = ""
        for word in parse.text:
            # the second half of `Chi-wai` is no word of the language
            if word[0].islower() and before not in HYPHENS:
                self.lower.add(word)
            before = word

    def add_firm(self, parse: Parse) -> None:
        """Take in the capitals of a sentence, where they say something."""
        before = ":"
        for word, tag in zip(parse.text, parse.tag, strict=True):
            if word[0].isupper() and before not in _OPENERS:
                self.firm[word] += 1
                if before[0].isupper():
                    self.pairs.add((before, word))
            before = word if tag != "POS" else "s"


def evidence_of(
    parses: Sequence[Parse], lists: Lists, *, before: Evidence | None = None
) -> Evidence:
    """How the words of all sentences are written, added to what was seen before."""
    evidence = before or Evidence()
    for parse in parses:
        evidence.add_lower(parse)
    for parse in parses:
        if not is_shouted(parse) and not is_title_case(parse, evidence, lists):
            evidence.add_firm(parse)
    return evidence


def is_shouted(parse: Parse, *, least: int = 2) -> bool:
    """Whether nearly all of at least `least` words are in capitals."""
    words = [word for word in parse.text if word.isalpha() and len(word) > 1]
    if len(words) < least:
        return False
    return sum(word.isupper() for word in words) / len(words) > _SHOUTED_SHARE


def is_title_case(parse: Parse, evidence: Evidence, lists: Lists) -> bool:
    """Whether capitals say nothing in a sentence: headlines, or all in capitals."""
    long = [word for word in parse.text if len(word) >= _LONG_WORD and word[0].isalpha()]
    if len(long) < (_TITLE_WORDS if parse.text[-1] in _STOPS else _HEADING_WORDS):
        return False
    capitals = sum(word[0].isupper() for word in long)
    if capitals / len(long) <= _TITLE_SHARE:
        return False
    if sum(word.isupper() for word in long) / len(long) > _TITLE_SHARE:
        return True
    ordinary = [word for word in long[1:] if is_ordinary(word, lists.ordinary)]
    if lists.ordinary and 2 * sum(word[0].isupper() for word in ordinary) <= len(ordinary):
        # `Mayor Jane Doe dies` has capitals on names alone
        return False
    if parse.text[-1] == ".":
        return False
    if "," not in parse.text:
        return True
    # a list of names has capitals, too, but not on words that the text writes small elsewhere
    common = sum(
        word.lower() in lists.function_words or evidence.is_common(word)
        for word in parse.text[1:]
        if word[0].isupper() and word.isalpha()
    )
    return common >= _TITLE_COMMON and 3 * common >= capitals


def name_words(parse: Parse, evidence: Evidence, lists: Lists) -> list[bool]:
    """For each word, whether it is written as part of a name."""
    if is_title_case(parse, evidence, lists):
        return _in_title_case(parse, evidence, lists)
    flags = [False] * len(parse.text)
    before = ":"
    for place, word in enumerate(parse.text):
        first = word[0]
        if first.isupper() or (first.islower() and not word.islower()):
            flags[place] = (
                _is_name_at_start(parse, place, evidence, lists)
                if before in _OPENERS and not _is_second_half(parse, place)
                else _is_name_inside(parse, place, evidence, lists)
            )
        elif first in "hw" and "." in word and _ADDRESS.match(word):
            flags[place] = True
        # the apostrophe of `workers' party` opens nothing
        before = word if parse.tag[place] != "POS" else "s"
    return flags


def _is_second_half(parse: Parse, place: int) -> bool:
    """Whether a hyphen joins the word to an article: `el-Far`."""
    return (
        place > 1
        and parse.text[place - 1] in HYPHENS
        and parse.text[place - 2].islower()
        and parse.end[place - 2] == parse.start[place - 1]
        and parse.end[place - 1] == parse.start[place]
    )


def _is_name_inside(parse: Parse, place: int, evidence: Evidence, lists: Lists) -> bool:
    word = parse.text[place]
    if len(word) == 1 and not _has_capital_after(parse, place):
        return place > 0 and parse.text[place - 1][0].isupper() and parse.tag[place] != "PRP"
    if word.lower() in lists.starters and parse.text[place + 1 : place + 2] == (":",):
        return False
    if word in lists.no_names:
        if word in lists.given and _has_name_after(parse, place, lists):
            return True
        before = parse.text[place - 1] if place else ""
        is_within = before[:1].isupper() and before.lower() not in lists.small_words
        if (
            len(word) > 1
            and word.isupper()
            and ((place > 1 and is_within) or _has_name_after(parse, place, lists))
        ):
            # `PC World`, `Apple TV`
            return True
        if is_within and _has_capital_after(parse, place):
            # `Good Friday Agreement`
            return True
        # months are surnames, too: Theresa May
        return parse.pos[place] == "PROPN" and (before in lists.given or before in lists.honorifics)
    small = word.lower()
    if word in lists.given and place > 0 and _has_capital_after(parse, place):
        # `Coach Per Lindgren`
        return True
    if (
        place > 1
        and parse.text[place - 1] in HYPHENS
        and parse.text[place - 2] in lists.hyphen_particles
    ):
        # `el-Far`
        return True
    if len(word) > 1 and word.isupper():
        # a word the text writes small elsewhere is only shouted
        is_shouted = small in evidence.lower and word not in lists.peoples and len(word) > 3
        return not _PARTY_STATE.match(word) and not is_shouted
    if small in lists.small_words:
        if small not in _ARTICLES and place > 1 and _stands_between_capitals(parse, place):
            # `Reporters Without Borders`
            return True
        return (
            parse.pos[place] == "PROPN" and parse.tag[place] != "PRP" and small not in {"the", "a"}
        )
    if small in lists.function_words:
        return (
            parse.pos[place] == "PROPN"
            or _has_capital_after(parse, place)
            # `Channel Nine`, `Teamsters Local 344`
            or (
                place > 0
                and parse.text[place - 1][0].isupper()
                and "CD" in parse.tag[place : place + 2]
            )
        )
    return not _PARTY_STATE.match(word)


def _is_name_at_start(parse: Parse, place: int, evidence: Evidence, lists: Lists) -> bool:
    word, pos = parse.text[place], parse.pos[place]
    if not _is_name_inside(parse, place, evidence, lists) or _is_label(parse, place, evidence):
        return False
    if len(word) > 1 and word.isupper() and word.lower() not in evidence.lower:
        return word.lower() not in lists.small_words
    if word in lists.honorifics and _has_capital_after(parse, place):
        return True
    if word in lists.bare_bodies:
        return pos == "PROPN"
    if word in lists.spots or word in lists.peoples or word in lists.honorifics:
        return pos in {"PROPN", "NOUN", "ADJ", "X"}
    has_name_after = _has_name_after(parse, place, lists)
    if word in lists.given:
        return pos == "PROPN" or has_name_after or _is_unheard_of(word, evidence, lists)
    if word.lower() in lists.title_parts and has_name_after:
        # `Acting Attorney General`
        return True
    if word.lower() in lists.heads and (
        _has_link_after(parse, place) or _has_number_after(parse, place)
    ):
        return True
    if (word.lower() in lists.common or word.lower() in lists.starters) and not has_name_after:
        return False
    if evidence.firm[word] and not evidence.is_common(word):
        return pos in {"PROPN", "NOUN", "ADJ", "X", "VERB"}
    if word.lower() in lists.function_words or evidence.is_common(word):
        return (
            pos in {"PROPN", "ADJ", "NOUN"}
            and has_name_after
            and word.lower() not in lists.small_words
        )
    if _is_unheard_of(word, evidence, lists) and not _NOUN_ENDING.search(word):
        return True
    if has_name_after:
        return pos in {"PROPN", "NOUN", "ADJ", "X"}
    if pos != "PROPN" or _COMMON_ENDING.search(word) or word.lower() in lists.common:
        return False
    # `Households will pay`; the head of a row says nothing by its capital
    is_row = not any(other.islower() and len(other) > 1 for other in parse.text)
    return not ((word.endswith("s") or is_row) and is_ordinary(word, lists.ordinary))


def _is_label(parse: Parse, place: int, evidence: Evidence) -> bool:
    """Whether the word says what follows: `Cast: Eva Holm`, `Story by Nina Hart`."""
    word, following = parse.text[place], parse.text[place + 1 : place + 2]
    if following == ("by",):
        return not evidence.firm[word] and parse.dep[place + 1] == "case"
    return following == (":",) and not evidence.firm[word] and not word.isupper()


def _is_unheard_of(word: str, evidence: Evidence, lists: Lists) -> bool:
    """Whether neither the language nor the document writes the word small."""
    return (
        bool(lists.ordinary)
        and word.isalpha()
        and len(word) > 1
        and not evidence.is_common(word)
        and word.lower() not in lists.common
        and not is_ordinary(word, lists.ordinary)
    )


def _stands_between_capitals(parse: Parse, place: int) -> bool:
    return parse.text[place - 1][0].isupper() and _has_capital_after(parse, place)


def _has_capital_after(parse: Parse, place: int) -> bool:
    following = place + 1
    return following < len(parse.text) and parse.text[following][0].isupper()


def _has_link_after(parse: Parse, place: int) -> bool:
    """Whether `of`, `for` or `on` and a capital follow: `Council on Foreign Relations`."""
    following = place + 2
    if parse.text[place + 1 : following] not in (("of",), ("for",), ("on",)):
        return False
    if parse.text[following : following + 1] == ("the",):
        following += 1
    return following < len(parse.text) and parse.text[following][0].isupper()


def _has_number_after(parse: Parse, place: int) -> bool:
    """Whether the number of an edition follows, and no noun that it counts."""
    following = place + 1
    return (
        following < len(parse.text)
        and parse.text[following].isdigit()
        and parse.head[following] <= following
    )


def _has_name_after(parse: Parse, place: int, lists: Lists) -> bool:
    following, text = place + 1, parse.text
    if text[following : following + 1] == ("&",):
        return _has_capital_after(parse, following)
    while following + 1 < len(text) and text[following] in lists.particles:
        following += 2 if text[following + 1] == "-" else 1
    if following >= len(parse.text) or not parse.text[following][0].isupper():
        return False
    # `Reporters Without Borders`
    is_small = parse.text[following].lower() in lists.small_words
    return parse.pos[following] == "PROPN" or (is_small and _has_capital_after(parse, following))


def _in_title_case(parse: Parse, evidence: Evidence, lists: Lists) -> list[bool]:
    shouted = sum(word.isupper() for word in parse.text) * 2 > len(parse.text)
    known = {word.lower(): word for word in evidence.firm} if shouted else {}
    flags: list[bool] = []
    before = ""
    for word in parse.text:
        written = known.get(word.lower(), word.capitalize()) if shouted else word
        is_name = (
            word[0].isupper()
            and written not in lists.no_names
            and word not in lists.no_names
            and written.lower() not in lists.function_words
            and (
                (bool(evidence.firm[written]) and not evidence.is_common(written))
                or written in lists.spots
                or written in lists.given
                or (before, written) in evidence.pairs
                or _is_unheard_of(written, evidence, lists)
                or (before in lists.given and not evidence.is_common(written))
                or (not shouted and (len(word) > 1 or before != "") and word.isupper())
            )
        )
        flags.append(is_name)
        before = written if is_name else ""
    return [
        is_name
        and (parse.text[place].lower() not in lists.common or _has_company(parse, flags, place))
        for place, is_name in enumerate(flags)
    ]


def _has_company(parse: Parse, flags: list[bool], place: int) -> bool:
    """Whether a word beside it is part of a name, too, or `of` follows."""
    following = place + 1
    return (
        (place > 0 and flags[place - 1])
        or (following < len(flags) and flags[following])
        or parse.text[following : following + 1] == ("of",)
    )
