"""Offers passages of linked sources for a claim, and says why."""

from __future__ import annotations

from workbench.evidence.anchoring import anchored
from workbench.evidence.copies import is_copy
from workbench.evidence.findings import contradicted_numbers
from workbench.evidence.origins import shared_origins
from workbench.evidence.passages import passages
from workbench.evidence.ranking import Candidate, rank, search_words
from workbench.evidence.voices import with_voice

__all__ = [
    "Candidate",
    "anchored",
    "contradicted_numbers",
    "is_copy",
    "passages",
    "rank",
    "search_words",
    "shared_origins",
    "with_voice",
]
