"""Which names a sentence holds, each with its surroundings, and which stand inside others."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.splitting.names.capitals import name_words
from workbench.splitting.names.extents import Extent, Surroundings, extent_of
from workbench.splitting.names.joins import joined_runs
from workbench.splitting.names.runs import capital_runs, without_peoples
from workbench.splitting.names.sorts import Name, Sort, name_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from workbench.splitting.names.capitals import Evidence
    from workbench.splitting.names.lists import Lists
    from workbench.splitting.names.titles import Quoted
    from workbench.splitting.parsing import Parse

_ABBREVIATION_NEAR = 6
"""Words before a parenthesis among which the abbreviation stands that it spells out."""


@dataclass(slots=True)
class Found:
    """A name of one sentence, before it is known whether it is new."""

    name: Name
    extent: Extent
    inner: list[Found] = field(default_factory=list)
    """Names inside its title or description."""


def found_names(
    parse: Parse,
    quoted: Sequence[Quoted],
    lists: Lists,
    evidence: Evidence,
    persons: AbstractSet[str],
) -> list[Found]:
    """The outer names of a sentence in order; `persons` holds words of persons named before."""
    flags = name_words(parse, evidence, lists)
    if not any(flags) and not quoted:
        return []
    runs = joined_runs(parse, capital_runs(parse, flags, lists), lists, evidence)
    names = [
        name_of(parse, run, lists, evidence, persons) for run in without_peoples(parse, runs, lists)
    ]
    if quoted:
        names = _with_titles(names, quoted)
    if "(" in parse.text:
        names = _without_spelled_out(parse, names)
    places = {place: name for name in names for place in range(name.first, name.last)}
    found = [
        Found(name, extent_of(Surroundings(parse, name, places, lists)))
        for name in names
        if not name.is_title and not _is_portfolio(parse, name, lists)
    ]
    return _nested(found)


def _is_portfolio(parse: Parse, name: Name, lists: Lists) -> bool:
    """Whether a name only says what an office is of: `Secretary of State`."""
    if " ".join(parse.text[name.first : name.last]) not in lists.portfolios:
        return False
    return any(word in {"of", "for"} for word in parse.text[max(0, name.first - 2) : name.first])


def _with_titles(names: list[Name], quoted: Sequence[Quoted]) -> list[Name]:
    """The names with titles of works in quotation marks whole, and without lone quoted words."""
    kept = []
    for name in names:
        around = next((span for span in quoted if span.first <= name.first < span.last), None)
        is_alone = name.last - name.first == 1
        if around is None or (
            not around.is_name
            and not (is_alone and (around.first, around.last) == (name.first, name.last))
        ):
            kept.append(name)
    kept += [Name(s.first, s.first, s.last, Sort.WORK) for s in quoted if s.is_name]
    return sorted(kept, key=lambda name: name.first)


def _without_spelled_out(parse: Parse, names: list[Name]) -> list[Name]:
    """The names without those in parentheses that spell out an abbreviation before them."""
    text = parse.text
    hidden: list[range] = []
    for place, word in enumerate(text):
        if word != "(":
            continue
        end = next((other for other in range(place + 1, len(text)) if text[other] == ")"), place)
        initials = "".join(inside[0] for inside in text[place + 1 : end] if inside[0].isupper())
        before = text[max(0, place - _ABBREVIATION_NEAR) : place]
        if len(initials) > 1 and any(
            short.isupper() and short.startswith(initials[:-1])
            for short in before
            if len(short) > 1
        ):
            hidden.append(range(place, end))
    return [name for name in names if not any(name.first in span for span in hidden)]


def _nested(found: list[Found]) -> list[Found]:
    """The outer names in order, each with those that lie in it."""
    outer: list[Found] = []
    for item in sorted(found, key=lambda item: (item.extent.first, -item.extent.last)):
        if outer and item.extent.last <= outer[-1].extent.last:
            _place(outer[-1], item)
        elif outer and item.extent.first < outer[-1].extent.last:
            # two extents cross: the later name keeps what it has to itself
            item.extent.first = item.name.first
            if item.extent.first >= outer[-1].extent.last:
                outer.append(item)
        else:
            outer.append(item)
    return outer


def _place(outer: Found, item: Found) -> None:
    if outer.inner and item.extent.last <= outer.inner[-1].extent.last:
        _place(outer.inner[-1], item)
    else:
        outer.inner.append(item)
