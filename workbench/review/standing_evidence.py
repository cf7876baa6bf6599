"""Where accepted words stand in newer versions of their sources, and what an editor can do about it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from workbench.errors import RuleError
from workbench.model import Anchor, AnchorState, EvidenceId
from workbench.review import parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from workbench.model import (
        Anchoring,
        ArticleId,
        ClaimId,
        Decision,
        Document,
        Evidence,
        Source,
        SourceId,
    )
    from workbench.store import Store

REMEMBERED = 4096
"""Answers kept at hand: a screen asks for the same evidence after every change."""


def anchorings(store: Store, article: ArticleId) -> dict[EvidenceId, Anchoring]:
    """Of the evidence in force whose source has a newer text that no editor let it stand against."""
    sources = {source.id: source for source in store.sources.of(article)}
    evidence = (
        item
        for standing in store.standings.of(article).values()
        for item in standing.decision.evidence
    )
    return anchored_evidence(store, evidence, sources)


def anchored_evidence(
    store: Store, evidence: Iterable[Evidence], sources: Mapping[SourceId, Source]
) -> dict[EvidenceId, Anchoring]:
    """Of those pieces of evidence whose source has a newer text, where their words stand in it."""
    where: dict[EvidenceId, Anchoring] = {}
    for item in evidence:
        source = sources.get(item.source_id)
        if source is not None and has_newer(item, source):
            newest = partial(store.snapshots.text, source.text_sha256)
            where[item.id] = _anchoring(item.anchor, source.text_sha256, newest)
    return where


def has_newer(evidence: Evidence, source: Source) -> bool:
    """Whether the words were accepted from another text than the source has now."""
    return source.text_sha256 not in {evidence.source_sha256, evidence.kept_against}


def stale_claims(store: Store, article: ArticleId) -> set[ClaimId]:
    """The claims that rest on words which are changed or gone now."""
    where = anchorings(store, article)
    stale = {item for item, anchoring in where.items() if anchoring.is_stale}
    return {
        claim
        for claim, standing in store.standings.of(article).items()
        if any(item.id in stale for item in standing.decision.evidence)
    }


def keeping(
    store: Store, sources: Mapping[SourceId, Source], new_id: Callable[[], str]
) -> Callable[[Decision], Decision]:
    """Let the stale evidence of a claim stand: on the like words of the newer text where there are
    any, else on the version it was taken from.

    Raises:
        RuleError: none of it is stale.
    """

    def kept(before: Decision) -> Decision:
        where = anchored_evidence(store, before.evidence, sources)
        if not any(anchoring.is_stale for anchoring in where.values()):
            msg = "All that this claim rests on still stands in its source."
            raise RuleError(msg, hint="Nothing has to be done.")
        return replace(
            before,
            evidence=tuple(
                _kept(store, item, where[item.id], sources[item.source_id], new_id)
                if item.id in where
                else item
                for item in before.evidence
            ),
        )

    return kept


def _kept(
    store: Store,
    evidence: Evidence,
    anchoring: Anchoring,
    source: Source,
    new_id: Callable[[], str],
) -> Evidence:
    if anchoring.state is AnchorState.ORPHANED or anchoring.span is None:
        return replace(evidence, kept_against=source.text_sha256)
    if not anchoring.is_stale:
        return evidence
    document = store.sources.document(source.id)
    return replace(
        evidence,
        id=EvidenceId(new_id()),
        anchor=Anchor.at(anchoring.span, document.text),
        source_sha256=source.text_sha256,
        place=document.place_of(anchoring.span.start),
    )


def prepare(evidence: Iterable[Evidence], document: Document) -> None:
    """Look for the words of `evidence` in a text that is not kept yet: nobody waits for it later."""
    for item in evidence:
        _anchoring(item.anchor, document.sha256, lambda: document.text)


_answers: dict[tuple[Anchor, str, str, str], Anchoring] = {}


def _anchoring(anchor: Anchor, text_sha256: str, text: Callable[[], str]) -> Anchoring:
    # `==` of two anchors leaves out what stands around them
    key = (anchor, anchor.prefix, anchor.suffix, text_sha256)
    if key not in _answers:
        if len(_answers) >= REMEMBERED:
            _answers.clear()
        _answers[key] = parts.anchored(anchor, text())
    return _answers[key]
