"""Which claims the list shows: words of a filter such as `kind:money verdict:open "forced labor"`."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.model import KINDS
from workbench.tui.sheet import OPEN

if TYPE_CHECKING:
    from workbench.model import VerdictScale
    from workbench.tui.sheet import Sheet

_WORD = re.compile(r'(?:(?P<field>[a-z]+):)?(?:"(?P<quoted>[^"]*)"?|(?P<bare>\S+))', re.IGNORECASE)
OPEN_WORD = "open"


@dataclass(frozen=True, slots=True)
class Selection:
    """What a claim must be to be shown; everything that is empty does not matter."""

    kinds: frozenset[str] = frozenset()
    marks: frozenset[int] = frozenset()
    editors: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    """Folded; each must be in the claim, its note or its correction."""

    unknown: tuple[str, ...] = ()
    """Words with a field that is none, or a value that fits nothing: said, and not used."""

    @property
    def is_everything(self) -> bool:
        return not (self.kinds or self.marks or self.editors or self.words)


def selection_of(query: str, scale: VerdictScale) -> Selection:
    """The selection that `query` asks for. Several values of one field are alternatives."""
    kinds: set[str] = set()
    marks: set[int] = set()
    editors: list[str] = []
    words: list[str] = []
    unknown: list[str] = []
    for match in _WORD.finditer(query):
        value = (match["bare"] or match["quoted"] or "").casefold()
        field = (match["field"] or "").casefold()
        if not value:
            continue
        match field:
            case "kind" | "k":
                fitting_kinds = {str(kind) for kind in KINDS if kind.startswith(value)}
                kinds |= fitting_kinds
                unknown += [] if fitting_kinds else [match.group()]
            case "verdict" | "v":
                fitting_marks = _marks(value, scale)
                marks |= fitting_marks
                unknown += [] if fitting_marks else [match.group()]
            case "by":
                editors.append(value)
            case "":
                words.append(value)
            case _:
                unknown.append(match.group())
    return Selection(
        frozenset(kinds), frozenset(marks), tuple(editors), tuple(words), tuple(unknown)
    )


def selected(sheet: Sheet, selection: Selection) -> array[int]:
    """Places of the claims that fit, in text order."""
    if selection.is_everything:
        return array("l", range(len(sheet)))
    kinds, marks = selection.kinds, selection.marks
    return array(
        "l",
        [
            place
            for place, claim in enumerate(sheet.claims)
            if (not kinds or claim.claim.kind in kinds)
            and (not marks or sheet.marks[place] in marks)
            and (not selection.words or _has_words(sheet, place, selection.words))
            and (not selection.editors or _is_by(sheet, place, selection.editors))
        ],
    )


def _marks(value: str, scale: VerdictScale) -> set[int]:
    if value == OPEN_WORD:
        return {OPEN}
    if value in {"done", "assessed"}:
        return set(range(1, len(scale.entries) + 1))
    exact = {number for number, entry in enumerate(scale.entries, 1) if entry.name == value}
    return exact or {
        number for number, entry in enumerate(scale.entries, 1) if entry.name.startswith(value)
    }


def _has_words(sheet: Sheet, place: int, words: tuple[str, ...]) -> bool:
    claim = sheet.claims[place]
    haystack = claim.text.casefold()
    standing = sheet.standings.get(claim.id)
    if standing is not None:
        decision = standing.decision
        haystack = "\n".join((haystack, decision.note.casefold(), decision.correction.casefold()))
    return all(word in haystack for word in words)


def _is_by(sheet: Sheet, place: int, editors: tuple[str, ...]) -> bool:
    standing = sheet.standings.get(sheet.claims[place].id)
    name = standing.editor.casefold() if standing else ""
    return any(name.startswith(editor) for editor in editors)
