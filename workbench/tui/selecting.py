"""Which claims of a sheet a selection lets through."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.tui.filtering import Selection
    from workbench.tui.sheet import Sheet


def selected(sheet: Sheet, selection: Selection) -> array[int]:
    """Places of the claims that fit, in text order."""
    if selection.is_everything:
        return array("i", range(len(sheet)))
    places: Iterable[int] = range(len(sheet))
    claims, marks = sheet.claims, sheet.marks
    if selection.kinds:
        places = [place for place in places if claims.kind(place) in selection.kinds]
    if selection.marks:
        places = [place for place in places if marks[place] in selection.marks]
    for word in selection.words:
        places = _with_word(sheet, word, places)
    if not selection.asks_for_standing_only:
        places = [place for place in places if _fits(sheet, place, selection)]
    return array("i", places)


def _with_word(sheet: Sheet, word: str, places: Iterable[int]) -> list[int]:
    """Those of `places` with `word` in the claim, its note or its correction."""
    places = list(places)
    in_claims = sheet.claims.with_words(word, places)
    beside = {
        sheet.place_of(claim)
        for claim, standing in sheet.standings.items()
        if word in standing.decision.note.casefold()
        or word in standing.decision.correction.casefold()
    }
    beside.difference_update(in_claims)
    beside.intersection_update(places)
    return sorted([*in_claims, *beside]) if beside else in_claims


def _fits(sheet: Sheet, place: int, selection: Selection) -> bool:
    """Whether the claim fits what is rarely asked for."""
    claim = sheet.claims[place].claim
    if not selection.above < claim.priority < selection.below:
        return False
    speaker = (claim.speaker or "").casefold()
    if selection.speakers and not any(name in speaker for name in selection.speakers):
        return False
    editor = sheet.standing(place).editor.casefold()
    if selection.editors and not any(editor.startswith(name) for name in selection.editors):
        return False
    return all(_has_part(sheet, place, part) for part in selection.parts)


def _has_part(sheet: Sheet, place: int, part: str) -> bool:
    claim = sheet.claims[place].claim
    decision = sheet.standing(place).decision
    match part:
        case "note":
            return bool(decision.note)
        case "correction":
            return bool(decision.correction)
        case "evidence":
            return bool(decision.evidence)
        case "stale":
            return sheet.is_stale(place)
        case "reason":
            return decision.verdict is not None and bool(decision.verdict.reason)
        case "value":
            return claim.value is not None
        case _:
            return bool(claim.speaker)
