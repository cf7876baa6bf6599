"""The report as CSV, a claim a row, with no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from workbench.model import canonical_json, visible_line
from workbench.reports.wording import now_words, source_words, verdict_label

if TYPE_CHECKING:
    from workbench.reports.report import (
        DroppedClaim,
        QuietSentence,
        Report,
        ReportedClaim,
        ReportedEvidence,
    )

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
    "state",
    "evidence_now",
    "links",
    "origins",
)
_FORMULA_STARTS = "=+-@\t\r\n＝＋－＠"


def write(report: Report) -> str:
    written = io.StringIO()
    writer = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(COLUMNS)
    rows = [_cells(report, claim) for claim in report.claims]
    rows += [_dropped_cells(report, claim) for claim in report.dropped]
    rows += [_quiet_cells(report, sentence) for sentence in report.nothing_to_check]
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return written.getvalue()


def harmless(cell: str) -> str:
    """`cell` on one line, as text to every spreadsheet: behind a `'` where it would be a formula."""
    line = visible_line(cell)
    # some spreadsheets drop leading space before they look
    starts_formula = cell[:1] in _FORMULA_STARTS or line.lstrip()[:1] in _FORMULA_STARTS
    return f"'{line}" if line and starts_formula else line


def _cells(report: Report, claim: ReportedClaim) -> tuple[str, ...]:
    decided, last = claim.decided, claim.looked_at
    linked = {evidence.source_number for evidence in claim.evidence}
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
            f"{evidence.stance}: “{evidence.words}” ({_where(evidence)})"
            for evidence in claim.evidence
        ),
        decided.editor if decided else "",
        decided.at if decided else "",
        last.editor if last else "",
        last.at if last else "",
        report.article.title,
        report.article.sha256,
        report.chain_head,
        "claim by hand" if claim.by_hand else "claim",
        "stale" if claim in report.stale else "",
        str(len(linked) or ""),
        str(report.origins_behind(linked) or ""),
    )


def _where(evidence: ReportedEvidence) -> str:
    return "; ".join(filter(None, (source_words(evidence), now_words(evidence))))


def _dropped_cells(report: Report, claim: DroppedClaim) -> tuple[str, ...]:
    """A row as of a claim, with who dropped it as the last editor."""
    return _row(
        report,
        claim=str(claim.number),
        level=str(claim.kind.level),
        kind=str(claim.kind),
        words=claim.text,
        start=str(claim.span.start),
        end=str(claim.span.end),
        reason=claim.reason,
        last_editor=claim.dropped.editor,
        last_at=claim.dropped.at,
        state="dropped",
    )


def _quiet_cells(report: Report, sentence: QuietSentence) -> tuple[str, ...]:
    """A row of a sentence that claims nothing: it has no number."""
    return _row(
        report,
        words=sentence.text,
        start=str(sentence.span.start),
        end=str(sentence.span.end),
        last_editor=sentence.marked.editor,
        last_at=sentence.marked.at,
        state="nothing to check",
    )


def _row(report: Report, **cells: str) -> tuple[str, ...]:
    about = {
        "article": report.article.title,
        "article_sha256": report.article.sha256,
        "chain_head": report.chain_head,
    }
    return tuple({**about, **cells}.get(column, "") for column in COLUMNS)
