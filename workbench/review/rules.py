"""What a decision must hold before it may be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.errors import RuleError, UnknownError
from workbench.model import Decision, Need, ScaleEntry, Stance, VerdictScale

if TYPE_CHECKING:
    from collections.abc import Mapping

_HINTS: Mapping[Need, str] = {
    Need.EVIDENCE_OR_REASON: "Accept a passage of a source first, or say why it holds without one.",
    Need.CORRECTION: "Write down how it should read.",
    Need.CORRECTION_OR_NOTE: "Write down how it should read, or what is wrong with it.",
}


def rating_named(name: str, scale: VerdictScale) -> ScaleEntry:
    """The entry of `scale` for `name`.

    Raises:
        UnknownError: the scale has no such rating.
    """
    entry = scale.entry(name)
    if entry is None:
        known = ", ".join(entry.name for entry in scale.entries)
        msg = f"There is no verdict {name!r}."
        raise UnknownError(msg, hint=f"Choose one of: {known}.")
    return entry


def check_decision(decision: Decision, scale: VerdictScale) -> None:
    """Refuse a verdict without what its rating asks for.

    Raises:
        RuleError: something is missing.
        UnknownError: the scale has no such rating.
    """
    if decision.verdict is None:
        return
    entry = rating_named(decision.verdict.rating, scale)
    if not has_needed(decision, entry.need):
        msg = f"{entry.label} asks for {entry.need}."
        raise RuleError(msg, hint=_HINTS[entry.need])


def has_needed(decision: Decision, need: Need) -> bool:
    """Whether `decision` holds what a rating with that `need` asks for."""
    match need:
        case Need.NOTHING:
            return True
        case Need.EVIDENCE_OR_REASON:
            # words that refute a claim do not confirm it
            backing = [item for item in decision.evidence if item.stance is not Stance.REFUTES]
            reason = decision.verdict.reason if decision.verdict else ""
            return bool(backing or reason.strip())
        case Need.CORRECTION:
            return bool(decision.correction.strip())
        case Need.CORRECTION_OR_NOTE:
            return bool(decision.correction.strip() or decision.note.strip())
