"""Writes what leaves the building: one module a format."""

from __future__ import annotations

from workbench.reports.filing import write_report, written_report
from workbench.reports.formats import FORMATS, Format
from workbench.reports.gathering import report_of
from workbench.reports.report import (
    DroppedClaim,
    QuietSentence,
    Report,
    ReportedArticle,
    ReportedClaim,
    ReportedEvidence,
    ReportedOrigin,
    ReportedSource,
    Signature,
)
from workbench.reports.wording import value_words

__all__ = [
    "FORMATS",
    "DroppedClaim",
    "Format",
    "QuietSentence",
    "Report",
    "ReportedArticle",
    "ReportedClaim",
    "ReportedEvidence",
    "ReportedOrigin",
    "ReportedSource",
    "Signature",
    "report_of",
    "value_words",
    "write_report",
    "written_report",
]
