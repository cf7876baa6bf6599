"""The report as CSV, a claim a row, with no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from workbench.model import canonical_json, visible_line
from workbench.reports.wording import source_words, verdict_label

if TYPE_CHECKING:
    from workbench.reports.report import Report, ReportedClaim

COLUMNS = (
    "claim",
    "part_of",
    "level",
    "kind",
    "words",
    "start",
    "end",
    "value",
    "speaker",
    "verdict",
    "verdict_label",
    "reason",
    "correction",
    "note",
    "evidence",
    "verdict_editor",
    "verdict_at",
    "last_editor",
    "last_at",
    "article",
    "article_sha256",
    "chain_head",
)
_FORMULA_STARTS = "=+-@\t\r\n＝＋－＠"


def write(report: Report) -> str:
    written = io.StringIO()
    writer = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([harmless(cell) for cell in _cells(report, claim)] for claim in report.claims)
    return written.getvalue()


def harmless(cell: str) -> str:
    """`cell` on one line, as text to every spreadsheet: behind a `'` where it would be a formula."""
    line = visible_line(cell)
    # some spreadsheets drop leading space before they look
    starts_formula = cell[:1] in _FORMULA_STARTS or line.lstrip()[:1] in _FORMULA_STARTS
    return f"'{line}" if line and starts_formula else line


def _cells(report: Report, claim: ReportedClaim) -> tuple[str, ...]:
    decided, last = claim.decided, claim.looked_at
    return (
        str(claim.number),
        str(claim.part_of or ""),
        str(claim.level),
        str(claim.kind),
        claim.text,
        str(claim.span.start),
        str(claim.span.end),
        canonical_json(claim.value.to_json()) if claim.value else "",
        claim.speaker or "",
        claim.rating.name if claim.rating else "",
        verdict_label(claim),
        claim.reason,
        claim.correction,
        claim.note,
        "; ".join(
            f"{evidence.stance}: “{evidence.words}” ({source_words(evidence)})"
            for evidence in claim.evidence
        ),
        decided.editor if decided else "",
        decided.at if decided else "",
        last.editor if last else "",
        last.at if last else "",
        report.article.title,
        report.article.sha256,
        report.chain_head,
    )
