"""Which words first name a person, organisation, place, work, law or event, or add to a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.splitting.names.sorts import Sort
from workbench.splitting.names.survey import Known, Mention, Survey, survey

if TYPE_CHECKING:
    from workbench.model import Claim
    from workbench.splitting.context import Context


def detect(context: Context) -> list[Claim]:
    """The first mentions of a document, in order."""
    return survey(context).claims


__all__ = ["Known", "Mention", "Sort", "Survey", "detect", "survey"]
