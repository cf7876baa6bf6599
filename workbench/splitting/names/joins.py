"""When a small word or a comma stands inside one name: `Church of Scotland`, `Houston, Texas`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.splitting.names.lists import is_field
from workbench.splitting.names.ordinary import is_ordinary

if TYPE_CHECKING:
    from workbench.splitting.names.capitals import Evidence
    from workbench.splitting.names.lists import Lists
    from workbench.splitting.names.runs import Run
    from workbench.splitting.parsing import Parse

_ASSEMBLIES = frozenset(
    (
        "committee",
        "subcommittee",
        "panel",
        "commission",
        "council",
        "group",
        "conference",
        "office",
        "institute",
        "forum",
        "convention",
    )
)
_POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
_PARTNERS = frozenset(
    ("sons", "co", "co.", "company", "partners", "associates", "brothers", "daughters")
)
_BEGINNINGS = frozenset(
    ("national", "international", "royal", "world", "state", "federal", "general")
)
"""What begins the next name after `and`, although it stands inside others."""

_FULL_NAME = 2
_GOVERNING = frozenset(("by", "at", "of", "with"))
_OFFICES = frozenset(
    ("department", "ministry", "bureau", "office", "institute", "faculty", "school")
)
"""With `of` and a field, bodies whose names go on after `and`."""

_NOBLE = frozenset(("prince", "princess", "duke", "duchess", "earl", "marquess", "viscount"))
_QUOTE_MARKS = frozenset(('"', "“", "”", "‘", "’", "'", "``", "''"))
_SCHOOLS = frozenset(("university", "college", "school"))


def joined_runs(parse: Parse, runs: list[Run], lists: Lists, evidence: Evidence) -> list[Run]:
    """The runs, with those joined that small words or commas make one name of."""
    joiner = _Joiner(parse, runs, lists, evidence)
    joined: list[Run] = []
    for place, run in enumerate(runs):
        if joined and joiner.belong_together(joined[-1], run, place):
            joined[-1].last = run.last
            joined[-1].is_modifier = run.is_modifier
        else:
            joined.append(run)
    return joined


def is_person_like(words: tuple[str, ...], lists: Lists) -> bool:
    """Whether words with capitals have the given name or title of a person."""
    if words[0] in lists.given and len(words) == 2:
        return True
    if words[-1].lower() in lists.heads:
        return False
    return any(word in lists.honorifics or word in lists.given for word in words)


class _Joiner:
    """Decides for neighbouring runs of one sentence."""

    def __init__(self, parse: Parse, runs: list[Run], lists: Lists, evidence: Evidence) -> None:
        self.parse, self.runs, self.lists, self.evidence = parse, runs, lists, evidence

    def words(self, run: Run) -> tuple[str, ...]:
        return tuple(self.parse.text[run.first : run.last])

    def belong_together(self, left: Run, right: Run, place: int) -> bool:
        """Whether `left` and `right`, the run at `place`, are one name."""
        gap = tuple(word.lower() for word in self.parse.text[left.last : right.first])
        if not gap or len(gap) > 2 or left.is_modifier:
            return False
        whole = " ".join(self.parse.text[left.first : right.last])
        if whole in self.lists.spots:
            return True
        if len(gap) == 1 and gap[0] in _QUOTE_MARKS:
            return self._is_nickname(left, right, place)
        if gap[0] in _POSSESSIVES:
            return len(gap) == 1 and self._is_possessive_name(left, right)
        if gap in (("v.",), ("vs.",), ("v",), ("vs",), ("v", "."), ("vs", ".")):
            return True
        if gap == (",",):
            return (
                self._is_place_pair(left, right, place)
                or self._goes_on_in_fields(left, right)
                or self._is_partnership(left, right)
            )
        if (len(gap) == 2 and gap[1] != "the") or self._is_complete(left):
            return False
        words = self.words(left)
        last = words[-1].lower()
        match gap[0]:
            case "and":
                return len(gap) == 1 and self._is_one_institution(left, right)
            case "of":
                return self._is_of(left, right, place)
            case "for":
                return (
                    (
                        last in self.lists.organisations
                        or last in self.lists.occasions
                        or (last.endswith("s") and last in self.lists.persons)
                    )
                    and self.parse.text[right.first] not in self.lists.spots
                    and not is_person_like(self.words(right), self.lists)
                )
            case "on":
                return last in _ASSEMBLIES
            case "in":
                # `Nobel Prize in Chemistry`, `United Nations Mission in Liberia`
                if last == "mission":
                    return " ".join(self.words(right)) in self.lists.spots
                return last in self.lists.occasions and all(
                    is_field(word, self.lists) for word in self.words(right)
                )
            case "at":
                return len(gap) == 1 and words[0].lower() in _SCHOOLS and "of" in words
            case _:
                return False

    def _is_possessive_name(self, left: Run, right: Run) -> bool:
        """`People’s Party`, `Governor’s Award`: common words become one name."""
        return all(
            word.lower() in self.lists.persons
            or word.lower() in self.lists.title_parts
            or word.lower() in self.lists.function_words
            or self.evidence.is_common(word)
            for word in self.words(left)
        ) or (
            self.words(right)[-1].lower() in self.lists.heads
            # `St. Luke's Church`, `Carl's Diner`
            and (
                self.words(left)[0] in {"St", "St."}
                or (left.last - left.first == 1 and self.words(left)[0] in self.lists.given)
            )
        )

    def _is_nickname(self, left: Run, right: Run, place: int) -> bool:
        """Whether quotation marks enclose a nickname inside one name: `Ruth “Babe” Adler`."""
        text = self.parse.text
        if any(word in _QUOTE_MARKS for word in self.words(left)):
            return True
        return (
            place + 1 < len(self.runs)
            and text[right.last] in _QUOTE_MARKS
            and self.runs[place + 1].first == right.last + 1
            and right.last - right.first <= 2
        )

    def _is_complete(self, run: Run) -> bool:
        """Whether a run is a country, a city, a people or an abbreviation."""
        words = self.words(run)
        whole = " ".join(words)
        if whole in self.lists.spots or whole in self.lists.peoples:
            return True
        return len(words) == 1 and words[0].isupper() and len(words[0]) > 1

    def _is_of(self, left: Run, right: Run, place: int) -> bool:
        words, lists = self.words(left), self.lists
        last = words[-1].lower()
        if last in _NOBLE:
            # `Duke of York` names somebody
            return True
        if is_person_like(words, lists):
            return False
        if last in lists.persons and last not in lists.organisations:
            # `Man of the Match`, but `Governor of Ohio`
            return words[-1][-1] == "s" or (
                (len(words) == 1 or last in lists.no_offices)
                and self.evidence.is_common(self.parse.text[right.first])
                and self.parse.text[right.first] not in lists.portfolios
            )
        following = self.parse.pos[right.last : right.last + 1]
        if self.words(right)[-1] in lists.peoples and following == ("NOUN",):
            # `a board of Muslim clerics`
            return False
        if len(words) > 2 and last in lists.heads and self._is_located(right, place):
            return False
        return (
            last in lists.heads
            or is_field(last, lists)
            or last in lists.things
            or last.endswith("s")
            or self._has_link(left)
            or self.evidence.is_common(last)
        )

    def _is_located(self, run: Run, place: int) -> bool:
        """Whether a comma and a country or state follow: an address, no part of a name."""
        if place + 1 >= len(self.runs):
            return False
        following = self.runs[place + 1]
        return self.parse.text[run.last : following.first] == (",",) and (
            " ".join(self.words(following)) in self.lists.lands
        )

    def _has_link(self, run: Run) -> bool:
        return any(word in {"of", "for"} for word in self.words(run))

    def _goes_on_in_fields(self, left: Run, right: Run) -> bool:
        return (
            self._has_link(left)
            and is_field(self.words(left)[-1], self.lists)
            and all(is_field(word, self.lists) for word in self.words(right))
        )

    def _is_one_institution(self, left: Run, right: Run) -> bool:
        """Whether `and` stands inside one name: `National Air and Space Museum`."""
        lists, parse = self.lists, self.parse
        first, rest = self.words(left), [word.lower() for word in self.words(right)]
        if self._is_family(left, right):
            return True
        if is_person_like(first, lists) or rest[0] in _BEGINNINGS:
            return False
        if rest[0] in _PARTNERS:
            return True
        is_about = is_field(first[-1], lists)
        if self._has_link(left):
            is_long = len(rest) > 1
            if (is_about or is_long) and all(is_field(word, lists) for word in rest):
                return True
            # `Department of Housing and Urban Renewal`
            return (
                first[0].lower() in _OFFICES
                and is_about
                and (rest[-1] not in lists.organisations or rest[-1].endswith("s"))
                and all(is_ordinary(word, lists.ordinary) for word in rest)
            )
        kind = next((place for place, word in enumerate(rest) if word in lists.heads), None)
        if kind is None:
            return False
        head = parse.head[left.last - 1]
        shares_head = right.first <= head < right.last
        if not all(is_field(word, lists) for word in rest[:kind]):
            return shares_head and parse.pos[left.last - 1] == "ADJ"
        if first[-1].lower() in lists.heads and not is_about:
            return len(rest) <= 2
        return is_about or shares_head

    def _is_family(self, left: Run, right: Run) -> bool:
        """Whether two given names share one surname: `Ann and Peter Shaw`."""
        given = self.lists.given
        last, rest = self.words(left)[-1], self.words(right)
        return (
            left.last - left.first == 1
            and last in given
            and len(rest) == _FULL_NAME
            and rest[0] in given
            and " ".join(rest) not in self.lists.spots
            and rest[-1].lower() not in self.lists.heads
        )

    def _is_partnership(self, left: Run, right: Run) -> bool:
        """Whether a firm of partners is counted off: `the law firm Reyes, Okafor & Blum`."""
        rest, before = self.words(right), self.parse.text[max(0, left.first - 1) : left.first]
        return (
            "&" in rest
            and left.last - left.first == 1
            and (not before or before[0].lower() in self.lists.things or before[0] in _GOVERNING)
            and self.words(left)[0] not in self.lists.spots
            and self.parse.tag[left.first].startswith("N")
        )

    def _is_place_pair(self, left: Run, right: Run, place: int) -> bool:
        """Whether `right` says where the place `left` lies."""
        lists, parse = self.lists, self.parse
        outer, inner = " ".join(self.words(right)), self.words(left)
        last = inner[-1].lower()
        is_end = right.last >= len(parse.text)
        if inner[0].lower() in _SCHOOLS and "of" in inner:
            # the campus: `University of California, Berkeley`
            is_closed = (
                is_end
                or parse.text[right.last] in {",", ".", ";", ")"}
                or inner[-1] in lists.regions
            )
            return outer in lists.spots or (
                "," not in inner
                and len(self.words(right)) == 1
                and is_closed
                and not is_person_like(self.words(right), lists)
                and not (
                    place + 1 < len(self.runs) and self.runs[place + 1].first - right.last <= 2
                )
            )
        if parse.tag[right.last : right.last + 1] == ("POS",):
            return False
        if not is_end and parse.text[right.last] in lists.persons:
            # `at Wembley, England captain Jane Doe`
            return False
        if outer not in lists.lands and outer.rstrip(".") not in lists.lands:
            return False
        tail = " ".join(inner).rpartition(", ")[2].rpartition(" , ")[2]
        if tail in lists.countries and tail not in lists.regions and tail not in lists.cities:
            return False
        if tail in lists.regions and tail not in lists.cities and outer not in lists.countries:
            return False
        if (
            last in lists.organisations and last not in lists.places
        ) or last in lists.occasions - lists.places:
            return False
        is_place_name = (
            " ".join(inner) in lists.cities
            or inner[0] in lists.place_openers
            or (len(inner) == 1 and left.first > 0 and parse.pos[left.first - 1] == "ADP")
        )
        if (is_person_like(inner, lists) and not is_place_name) or len(last) == 1:
            return False
        if (
            not is_end
            and parse.pos[right.last] in {"VERB", "AUX"}
            and parse.dep[right.last - 1] != "appos"
        ):
            # in `In May, in Houston, Texas won` the comma ends the phrase before the subject
            before = left.first - 1
            if before >= 0 and parse.pos[before] == "ADP":
                return before > 0 and parse.pos[before - 1] not in {"PUNCT", "CCONJ", "SCONJ"}
        return not self._is_counted_off(right, place, outer)

    def _is_counted_off(self, right: Run, place: int, outer: str) -> bool:
        """Whether the comma counts off lands: `Oslo, Norway, Sweden and Finland`."""
        if place > 1:
            earlier, left = self.runs[place - 2], self.runs[place - 1]
            if self.parse.text[earlier.last : left.first] == (",",) and (
                " ".join(self.words(earlier)) in self.lists.countries
            ):
                return True
        if place + 1 >= len(self.runs):
            return False
        following = self.runs[place + 1]
        between = tuple(self.parse.text[right.last : following.first])
        if between not in ((",",), ("and",), (",", "and")):
            return False
        other = " ".join(self.words(following))
        if outer in self.lists.regions:
            return (
                other in self.lists.regions
                and other not in self.lists.countries
                and between == (",",)
            )
        return other in self.lists.countries
