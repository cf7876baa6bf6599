"""How a report is gathered from the workbench: all of it from the same moment."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.errors import ConflictError
from workbench.model import BY_HAND, ScaleEntry
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
from workbench.reports.signatures import Signatures

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from workbench.model import (
        Anchoring,
        ArticleId,
        ClaimId,
        Evidence,
        EvidenceId,
        KeptClaim,
        Source,
        SourceId,
        Standing,
        VerdictScale,
    )
    from workbench.review import Workbench

ATTEMPTS = 20
"""Others may decide while we read; each attempt takes far less time than an editor does."""

UNKNOWN_SYMBOL = "•"
"""Of a rating that is not on the scale of the desk any more."""


def report_of(bench: Workbench, article: ArticleId) -> Report:
    """Everything about `article` that may leave the building.

    Raises:
        UnknownError: there is no such article.
        ConflictError: others decide faster than the article can be read.
    """
    for _ in range(ATTEMPTS):
        head = bench.chain_head(article)
        report = _read(bench, article, head)
        if bench.chain_head(article) == head:
            return report
    msg = "Others are deciding on this article at this moment."
    raise ConflictError(msg, hint="Try again in a few seconds.")


def _read(bench: Workbench, article: ArticleId, head: str) -> Report:
    summary = bench.article(article)
    document = bench.document(article)
    events = bench.events(article)
    signatures = Signatures.in_events(events)
    return Report(
        article=ReportedArticle(
            title=document.title,
            origin=document.origin,
            text=document.text,
            sha256=document.sha256,
            added_at=summary.added_at,
            language=document.language,
            encoding=document.encoding,
            encoding_guessed=document.encoding_guessed,
            published=document.published,
            headings=document.headings,
        ),
        claims=_claims(bench, article, signatures),
        dropped=tuple(
            DroppedClaim(
                kept.number,
                kept.span,
                kept.kind,
                kept.text,
                kept.drop_reason,
                signatures.forms[kept.id],
            )
            for kept in bench.dropped(article)
        ),
        nothing_to_check=tuple(
            QuietSentence(mark.span, mark.span.of(document.text), Signature(mark.editor, mark.at))
            for mark in bench.nothing_to_check(article)
        ),
        sources=tuple(_sources(bench, article)),
        shared_origins=tuple(_origins(bench, article)),
        scale=bench.scale,
        coverage=bench.coverage(article),
        chain_head=head,
        event_count=len(events),
        changed_at=events[-1].at if events else summary.added_at,
        moments=tuple(event.at for event in events if event.claim_id is not None),
    )


def _sources(bench: Workbench, article: ArticleId) -> Iterator[ReportedSource]:
    checks = bench.sourcing.checks(article)
    for source in bench.sources(article):
        yield ReportedSource(
            number=source.number,
            title=source.title,
            origin=source.origin,
            media_type=source.media_type,
            sha256=source.sha256,
            added_at=source.added_at,
            kind=source.kind,
            versions=tuple(bench.sourcing.versions(source.id)),
            check=checks.get(source.id),
            archived=tuple(bench.sourcing.archived(source.id)),
        )


def _origins(bench: Workbench, article: ArticleId) -> Iterator[ReportedOrigin]:
    numbers = {source.id: source.number for source in bench.sources(article)}
    for shared in bench.sourcing.shared_origins(article):
        yield ReportedOrigin(tuple(numbers[source] for source in shared.sources), shared.why)


def _claims(
    bench: Workbench, article: ArticleId, signatures: Signatures
) -> tuple[ReportedClaim, ...]:
    kept = bench.claims(article)
    standings = bench.standings(article)
    numbers = {claim.id: claim.number for claim in kept}
    sources = {source.id: source for source in bench.sources(article)}
    anchorings = bench.sourcing.anchorings(article)
    return tuple(
        _claim(
            claim,
            standings.get(claim.id),
            scale=bench.scale,
            numbers=numbers,
            sources=sources,
            anchorings=anchorings,
            signatures=signatures,
        )
        for claim in kept
    )


def _claim(
    kept: KeptClaim,
    standing: Standing | None,
    *,
    scale: VerdictScale,
    numbers: Mapping[ClaimId, int],
    sources: Mapping[SourceId, Source],
    anchorings: Mapping[EvidenceId, Anchoring],
    signatures: Signatures,
) -> ReportedClaim:
    claim = ReportedClaim(
        number=kept.number,
        span=kept.span,
        kind=kept.kind,
        text=kept.text,
        rule=kept.claim.rule,
        value=kept.claim.value,
        speaker=kept.claim.speaker,
        part_of=numbers.get(kept.parent_id) if kept.parent_id else None,
        by_hand=signatures.forms.get(kept.id) if kept.claim.rule == BY_HAND else None,
    )
    if standing is None:
        return claim
    decision = standing.decision
    return replace(
        claim,
        rating=_entry(decision.verdict.rating, scale) if decision.verdict else None,
        reason=decision.verdict.reason if decision.verdict else "",
        note=decision.note,
        correction=decision.correction,
        evidence=tuple(
            _evidence(item, sources[item.source_id], anchorings.get(item.id), signatures)
            for item in decision.evidence
        ),
        decided=signatures.verdicts.get(kept.id),
        looked_at=Signature(standing.editor, standing.changed_at),
    )


def _evidence(
    evidence: Evidence, source: Source, now: Anchoring | None, signatures: Signatures
) -> ReportedEvidence:
    return ReportedEvidence(
        source_number=source.number,
        source_title=evidence.source_title,
        stance=evidence.stance,
        words=evidence.anchor.exact,
        span=evidence.anchor.span,
        place=evidence.place,
        source_text_sha256=evidence.source_sha256,
        accepted=signatures.of(evidence),
        source_kind=source.kind,
        now=now,
        is_kept=evidence.kept_against == source.text_sha256,
    )


def _entry(rating: str, scale: VerdictScale) -> ScaleEntry:
    entry = scale.entry(rating)
    return entry or ScaleEntry(rating, rating, UNKNOWN_SYMBOL, "", "A rating of another scale.")
