"""Joins reading, splitting, evidence and the store into what an editor can do."""

from __future__ import annotations

from workbench.review.clock import Clock, moment, steady_clock, utc_now
from workbench.review.ids import IdSource, seeded_ids, uuid7_ids
from workbench.review.intake import AddedArticle, content_of, pasted, reading_of
from workbench.review.rules import has_needed, rating_named
from workbench.review.trial import trial_explanation, trial_split
from workbench.review.words import words_meant
from workbench.review.workbench import Workbench

__all__ = [
    "AddedArticle",
    "Clock",
    "IdSource",
    "Workbench",
    "content_of",
    "has_needed",
    "moment",
    "pasted",
    "rating_named",
    "reading_of",
    "seeded_ids",
    "steady_clock",
    "trial_explanation",
    "trial_split",
    "utc_now",
    "uuid7_ids",
    "words_meant",
]
