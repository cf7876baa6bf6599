"""What an editor can find about a claim: ratings on a scale, and the verdict."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Rating(StrEnum):
    """The default ratings. Names are stored and never change; labels may."""

    CONFIRMED = "confirmed"
    CONFIRMED_WITH_CHANGE = "confirmed-with-change"
    WRONG = "wrong"
    MISLEADING = "misleading"
    UNSUPPORTED = "unsupported"
    CONFLICTING = "conflicting"
    NOT_CHECKABLE = "not-checkable"


class Need(StrEnum):
    """What a rating asks for before it can be kept."""

    NOTHING = "nothing"
    EVIDENCE_OR_REASON = "evidence or a stated reason"
    CORRECTION = "a correction"
    CORRECTION_OR_NOTE = "a correction or a note"


@dataclass(frozen=True, slots=True)
class ScaleEntry:
    """One rating of a scale, as shown."""

    name: str
    """Stored; never renamed."""

    label: str
    symbol: str
    """One cell wide, different for each rating: colour is never the only sign."""

    key: str
    """The key that gives it on the checking screen."""

    description: str
    need: Need = Need.NOTHING
    short: str = ""
    """The label where there is little room; empty is the label."""


@dataclass(frozen=True, slots=True)
class VerdictScale:
    """The ratings an editor can choose from, in the order they are shown."""

    name: str
    entries: tuple[ScaleEntry, ...]

    def entry(self, name: str) -> ScaleEntry | None:
        return next((entry for entry in self.entries if entry.name == name), None)


OPEN_SYMBOL = "○"
"""Shown where no verdict was given: not looked at is never shown like a verdict."""

DEFAULT_SCALE = VerdictScale(
    "default",
    (
        ScaleEntry(
            Rating.CONFIRMED,
            "Confirmed",
            "✓",
            "1",
            "The evidence says the same.",
            Need.EVIDENCE_OR_REASON,
            short="Confirm",
        ),
        ScaleEntry(
            Rating.CONFIRMED_WITH_CHANGE,
            "Confirmed with change",
            "±",
            "2",
            "Right once it is changed as the correction says.",
            Need.CORRECTION,
            short="Change",
        ),
        ScaleEntry(
            Rating.WRONG,
            "Wrong",
            "✗",
            "3",
            "The evidence says otherwise.",
            Need.CORRECTION_OR_NOTE,
        ),
        ScaleEntry(
            Rating.MISLEADING,
            "Misleading",
            "≈",
            "4",
            "True in its words, wrong in what it tells.",
            short="Mislead",
        ),
        ScaleEntry(
            Rating.UNSUPPORTED,
            "Unsupported",
            "?",
            "5",
            "Looked, and found nothing that bears it.",
            short="Unsupp.",
        ),
        ScaleEntry(
            Rating.CONFLICTING,
            "Conflicting",
            "≠",
            "6",
            "Good sources disagree.",
            short="Conflict",
        ),
        ScaleEntry(
            Rating.NOT_CHECKABLE,
            "Not checkable",
            "∅",
            "7",
            "An opinion, a wish or a prediction.",
            short="No check",
        ),
    ),
)

SCALES: dict[str, VerdictScale] = {DEFAULT_SCALE.name: DEFAULT_SCALE}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an editor found about a claim."""

    rating: str
    """A `ScaleEntry.name`."""

    reason: str = ""
    """Why it holds without linked evidence, such as `witnessed by the reporter`."""

    best_before: str = ""
    """ISO 8601 day after which it wants looking at again; empty for never."""
