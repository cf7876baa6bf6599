"""How a sentence in capitals would be written if only its names had them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from workbench.splitting.names.capitals import is_shouted
from workbench.splitting.names.lists import is_field
from workbench.splitting.names.ordinary import is_ordinary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.splitting.names.capitals import Evidence
    from workbench.splitting.names.lists import Lists
    from workbench.splitting.parsing import Parse

_LEAST_WORDS = 3
_LONGEST_SPOT = 3
"""Words of the name of a country or city."""

_BEGINNINGS = frozenset(
    ("federal", "high", "international", "national", "royal", "supreme", "united", "world")
)
_VERBAL = ("ed", "ing", "s")
_FINITE = frozenset(("VBD", "VBZ", "MD"))
_GRAMMAR = _FINITE | {"IN", "TO", "CC", "DT", "PRP", "PRP$", "WP", "WDT", "WRB", "CD", "POS", "EX"}
_NAMES = frozenset(("NNP", "NNPS"))
_VOWELS = frozenset("AEIOUY")


def without_shouting(parses: Sequence[Parse], evidence: Evidence, lists: Lists) -> Iterator[Parse]:
    """The parses in order; of those in capitals, only names and first words keep them."""
    surnames: set[str] = set()
    was_shouted = False
    for parse in parses:
        is_long = was_shouted or is_shouted(parse, least=_LEAST_WORDS)
        was_shouted = is_shouted(parse, least=1) and (
            # `NASA` alone is no shout, `UPDATE` is
            is_long or any(is_ordinary(word, lists.ordinary) for word in parse.text)
        )
        if not was_shouted:
            yield parse
            continue
        words = _Words(parse, evidence, lists, surnames)
        words.flag()
        yield words.written_small()


@dataclass(slots=True)
class _Words:
    """Decides word by word for one sentence."""

    parse: Parse
    evidence: Evidence
    lists: Lists
    surnames: set[str]
    """Last words of names in the sentences before; grows."""

    written: list[str] = field(default_factory=list)
    flags: list[bool] = field(default_factory=list)

    def flag(self) -> None:
        """Find the words of names."""
        text = self.parse.text
        self.written = [_written(word, self.evidence) for word in text]
        self.flags = [False] * len(text)
        for place in range(len(text)):
            if not self.flags[place]:
                self._flag_spot(place)
            if not self.flags[place]:
                self.flags[place] = self._may_be_name(place) and self._is_name(place)
        for place in range(len(text)):
            self._flag_body(place)
            self._flag_portfolio(place)
        for place in range(1, len(text)):
            if (
                self.flags[place - 1]
                and self.flags[place]
                and self.flags[place + 1 :][:1] != [True]
            ):
                self.surnames.add(text[place])

    def written_small(self) -> Parse:
        """The parse as it would read in small letters."""
        tags, poses, text = list(self.parse.tag), list(self.parse.pos), []
        for place, word in enumerate(self.parse.text):
            if self.flags[place]:
                text.append(self.written[place])
                if (
                    not tags[place].startswith("N")
                    and self.written[place] not in self.lists.peoples
                ):
                    tags[place], poses[place] = "NNP", "PROPN"
            else:
                text.append(word.capitalize() if place == 0 else word.lower())
        return replace(self.parse, text=tuple(text), tag=tuple(tags), pos=tuple(poses))

    def _may_be_name(self, place: int) -> bool:
        word, written = self.parse.text[place], self.written[place]
        return (
            word[0].isalpha()
            and word not in self.lists.no_names
            and written not in self.lists.no_names
            and word.lower() not in self.lists.function_words
            and word.lower() not in self.lists.small_words
        )

    def _flag_spot(self, place: int) -> None:
        """Flag a country, region or city of one or more words."""
        for length in range(_LONGEST_SPOT, 0, -1):
            words = self.written[place : place + length]
            if " ".join(words) in self.lists.spots and not (
                # `turkey` and `chile` are food, too
                length == 1
                and is_ordinary(words[0], self.lists.ordinary)
                and self.parse.tag[place] not in _NAMES
            ):
                self.flags[place : place + length] = [True] * length
                return

    def _is_name(self, place: int) -> bool:
        parse, lists, written = self.parse, self.lists, self.written[place]
        tag, small = parse.tag[place], parse.text[place].lower()
        before = self.written[place - 1] if place else ""
        follows_name = place > 0 and self.flags[place - 1]
        follows_name_tag = place > 0 and parse.tag[place - 1] in _NAMES
        is_strange = not self._is_known(small)
        if "." in written and len(written) > 1:
            return written in lists.honorifics or written.count(".") > 1
        if written in lists.honorifics or written in lists.peoples:
            return tag not in _FINITE and (written in lists.peoples or small not in lists.persons)
        if written in lists.given:
            is_titled = before.lower() in lists.persons
            return is_strange or is_titled or (tag in _NAMES and not follows_name)
        if follows_name and before in lists.given:
            # a surname may be any word: `MILES WEST`
            is_counted = place > 1 and parse.tag[place - 2] == "CD"
            return tag not in _GRAMMAR and not is_counted
        if (self.evidence.firm[written] and not self.evidence.is_common(written)) or (
            before,
            written,
        ) in self.evidence.pairs:
            return True
        if (
            before.lower() in lists.persons
            and not before.endswith("s")
            and "".join(parse.tag[place + 1 : place + 2]) in _NAMES
        ):
            # `MINISTER WANG TAO`
            return tag not in _GRAMMAR and not (tag.startswith("V") and small.endswith(_VERBAL))
        if is_strange:
            return not (tag.startswith("V") and small.endswith(_VERBAL))
        if small in lists.heads and follows_name and tag.startswith("N"):
            return True
        if tag in _NAMES and follows_name_tag and small not in lists.persons:
            if not follows_name and self._may_be_name(place - 1):
                # `UNITED NATIONS`
                self.flags[place - 1] = before.lower() not in lists.persons
            return self.flags[place - 1]
        return self._is_surname_again(place)

    def _is_known(self, small: str) -> bool:
        return (
            is_ordinary(small, self.lists.ordinary)
            or small in self.lists.common
            or small in self.lists.starters
            or small in self.evidence.lower
        )

    def _is_surname_again(self, place: int) -> bool:
        """Whether a common word stands where the person of that name can: `WEST SAID`."""
        parse = self.parse
        if parse.text[place] not in self.surnames:
            return False
        if place and parse.text[place - 1].lower() in {"said", "says"}:
            return True
        following = "".join(parse.tag[place + 1 : place + 2])
        return following in _FINITE or following == "POS" or (place == 0 and following == ",")

    def _flag_body(self, place: int) -> None:
        """Flag the common words of a body: `BANK OF ENGLAND`, `NATIONAL WEATHER SERVICE`."""
        text, lists = self.parse.text, self.lists
        small = text[place].lower()
        if small not in lists.organisations or not self.parse.tag[place].startswith("N"):
            return
        following = place + 2
        if text[place + 1 : following] == ("OF",) and text[following : following + 1] == ("THE",):
            following += 1
        if (
            text[place + 1 : place + 2] == ("OF",)
            and following < len(text)
            and small not in lists.settlements
            and (self.flags[following] or is_field(text[following], lists))
        ):
            self.flags[place] = self.flags[following] = True
            return
        first = place
        while (
            first
            and (is_field(text[first - 1], lists) or text[first - 1].lower() in _BEGINNINGS)
            and self._may_be_name(first - 1)
        ):
            first -= 1
        if first < place and text[first].lower() in _BEGINNINGS:
            self.flags[first : place + 1] = [True] * (place + 1 - first)

    def _flag_portfolio(self, place: int) -> None:
        """Flag what an office before a name is of: `SECRETARY OF STATE ANNE COLE`."""
        office = place - 2
        if (
            office >= 0
            and self.written[place] in self.lists.portfolios
            and self.parse.text[place - 1] == "OF"
            and self.parse.text[office].lower() in self.lists.persons
            and self.flags[place + 1 : place + 2] == [True]
        ):
            self.flags[office] = self.flags[place] = True


def _written(word: str, evidence: Evidence) -> str:
    """A word in capitals as a name is written; abbreviations stay."""
    if "." in word[:-1] or evidence.firm[word] or not _VOWELS & set(word.upper()):
        return word
    return word.capitalize()
