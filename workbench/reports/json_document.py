"""The report as JSON for programs; its form is `docs/report.schema.json`, and has a version."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from workbench.model import visible
from workbench.reports.totals import totals_by_kind, totals_of

if TYPE_CHECKING:
    from workbench.reports.report import (
        Report,
        ReportedClaim,
        ReportedEvidence,
        ReportedSource,
        Signature,
    )
    from workbench.reports.totals import Totals

FORM = "workbench-report"
VERSION = 1
"""Goes up when a field changes its meaning or is taken away, not when one is added."""

MINOR_VERSION = 1
"""Goes up when a field is added. 1: kinds, versions, looks and origins of sources, and where evidence
stands now."""


def write(report: Report) -> str:
    written = json.dumps(_fields(report), ensure_ascii=False, indent=2)
    return f"{_harmless(written)}\n"


def _harmless(written: str) -> str:
    """`written` with what a terminal could obey as `\\u` escapes: the same values to a program."""
    shown = visible(written)
    if shown == written:
        return written
    return "".join(
        raw if raw == safe else f"\\u{ord(raw):04x}"
        for raw, safe in zip(written, shown, strict=True)
    )


def _fields(report: Report) -> dict[str, object]:
    article = report.article
    return {
        "format": FORM,
        "version": VERSION,
        "minor_version": MINOR_VERSION,
        "article": {
            "title": article.title,
            "origin": article.origin,
            "language": article.language,
            "published": article.published and article.published.isoformat(),
            "encoding": article.encoding,
            "encoding_guessed": article.encoding_guessed,
            "added_at": article.added_at,
            "changed_at": report.changed_at,
            "sha256": article.sha256,
            "text": article.text,
        },
        "scale": {
            "name": report.scale.name,
            "ratings": [
                {
                    "name": entry.name,
                    "label": entry.label,
                    "symbol": entry.symbol,
                    "description": entry.description,
                }
                for entry in report.scale.entries
            ],
        },
        "totals": {
            **_totals(totals_of(report)),
            "by_kind": {totals.name: _totals(totals) for totals in totals_by_kind(report)},
            "coverage": {
                "characters": report.coverage.characters,
                "claimed": report.coverage.claimed,
                "assessed": report.coverage.assessed,
                "nothing_to_check": report.coverage.nothing_to_check,
            },
        },
        "claims": [_claim(claim) for claim in report.claims],
        "corrections": [
            {"claim": claim.number, "words": claim.text, "correction": claim.correction}
            for claim in report.corrections
        ],
        "never_looked_at": [claim.number for claim in report.never_looked_at],
        "without_verdict": [claim.number for claim in report.without_verdict],
        "dropped": [
            {
                "number": claim.number,
                "kind": claim.kind,
                "start": claim.span.start,
                "end": claim.span.end,
                "text": claim.text,
                "reason": claim.reason,
                **_signature(claim.dropped),
            }
            for claim in report.dropped
        ],
        "nothing_to_check": [
            {
                "start": sentence.span.start,
                "end": sentence.span.end,
                "text": sentence.text,
                **_signature(sentence.marked),
            }
            for sentence in report.nothing_to_check
        ],
        "stale": [claim.number for claim in report.stale],
        "sources": [_source(source) for source in report.sources],
        "shared_origins": [
            {"sources": list(shared.sources), "why": shared.why} for shared in report.shared_origins
        ],
        "chain": {"head": report.chain_head, "events": report.event_count},
    }


def _totals(totals: Totals) -> dict[str, object]:
    return {
        "claims": totals.claims,
        "open": totals.open,
        "never_looked_at": totals.never_looked_at,
        "by_rating": {entry.name: count for entry, count in totals.by_rating},
    }


def _claim(claim: ReportedClaim) -> dict[str, object]:
    return {
        "number": claim.number,
        "part_of": claim.part_of,
        "level": claim.level,
        "kind": claim.kind,
        "start": claim.span.start,
        "end": claim.span.end,
        "text": claim.text,
        "value": claim.value.to_json() if claim.value else None,
        "speaker": claim.speaker,
        "rule": claim.rule,
        "by_hand": claim.by_hand and _signature(claim.by_hand),
        "verdict": claim.rating
        and {
            "rating": claim.rating.name,
            "label": claim.rating.label,
            "reason": claim.reason,
            **_signature(claim.decided),
        },
        "note": claim.note,
        "correction": claim.correction,
        "evidence": [_evidence(evidence) for evidence in claim.evidence],
        "looked_at": claim.looked_at and _signature(claim.looked_at),
    }


def _evidence(evidence: ReportedEvidence) -> dict[str, object]:
    return {
        "source": evidence.source_number,
        "source_title": evidence.source_title,
        "source_text_sha256": evidence.source_text_sha256,
        "stance": evidence.stance,
        "words": evidence.words,
        "start": evidence.span.start,
        "end": evidence.span.end,
        "place": evidence.place,
        **_signature(evidence.accepted),
        "now": evidence.now
        and {
            "state": evidence.now.state,
            "start": evidence.now.span and evidence.now.span.start,
            "end": evidence.now.span and evidence.now.span.end,
            "words": evidence.now.words,
            "score": evidence.now.score,
        },
        "kept": evidence.is_kept,
    }


def _source(source: ReportedSource) -> dict[str, object]:
    return {
        "number": source.number,
        "title": source.title,
        "origin": source.origin,
        "media_type": source.media_type,
        "sha256": source.sha256,
        "added_at": source.added_at,
        "kind": source.kind,
        "versions": [
            {
                "version": kept.version,
                "at": kept.at,
                "url": kept.url,
                "sha256": kept.sha256,
                "text_sha256": kept.text_sha256,
            }
            for kept in source.versions
        ],
        "check": source.check
        and {
            "outcome": source.check.outcome,
            "reason": source.check.reason,
            "version": source.check.version,
            "editor": source.check.editor,
            "at": source.check.at,
        },
        "archived": [
            {"version": item.version, "url": item.url, "at": item.at} for item in source.archived
        ],
    }


def _signature(signature: Signature | None) -> dict[str, object]:
    return {
        "editor": signature.editor if signature else "",
        "at": signature.at if signature else "",
    }
