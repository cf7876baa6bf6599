"""Which claims of a sheet a selection lets through."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.tui.filtering import Selection
    from workbench.tui.sheet import Sheet


def selected(sheet: Sheet, selection: Selection) -> array[int]:
    """Places of the claims that fit, in text order."""
    if selection.is_everything:
        return array("l", range(len(sheet)))
    kinds, marks = selection.kinds, selection.marks
    words_only = selection.asks_for_standing_only
    return array(
        "l",
        [
            place
            for place, claim in enumerate(sheet.claims)
            if (not kinds or claim.claim.kind in kinds)
            and (not marks or sheet.marks[place] in marks)
            and (not selection.words or _has_words(sheet, place, selection.words))
            and (words_only or _fits(sheet, place, selection))
        ],
    )


def _has_words(sheet: Sheet, place: int, words: tuple[str, ...]) -> bool:
    claim = sheet.claims[place]
    haystack = claim.text.casefold()
    standing = sheet.standings.get(claim.id)
    if standing is not None:
        decision = standing.decision
        haystack = "\n".join((haystack, decision.note.casefold(), decision.correction.casefold()))
    return all(word in haystack for word in words)


def _fits(sheet: Sheet, place: int, selection: Selection) -> bool:
    """Whether the claim fits what is rarely asked for."""
    claim = sheet.claims[place].claim
    if not selection.above < claim.priority < selection.below:
        return False
    speaker = (claim.speaker or "").casefold()
    if selection.speakers and not any(name in speaker for name in selection.speakers):
        return False
    standing = sheet.standings.get(sheet.claims[place].id)
    editor = standing.editor.casefold() if standing else ""
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
        case "reason":
            return decision.verdict is not None and bool(decision.verdict.reason)
        case "value":
            return claim.value is not None
        case _:
            return bool(claim.speaker)
