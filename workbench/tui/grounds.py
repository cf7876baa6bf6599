"""What stands behind the evidence of an article: its sources, and where accepted words stand in them now."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.model import AnchorState, origin_count
from workbench.tui.paragraph import LABEL_CELLS, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from workbench.model import (
        Anchoring,
        ArticleId,
        Evidence,
        EvidenceId,
        SharedOrigin,
        Source,
        SourceId,
        Standing,
    )
    from workbench.review import Workbench

STALE_SIGN = "!"
"""Beside the number of a claim that rests on words which are changed or gone."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """The sources by id, which of them count once, and the evidence whose source has a newer text."""

    sources: Mapping[SourceId, Source] = field(default_factory=dict)
    shared: Sequence[SharedOrigin] = ()
    anchorings: Mapping[EvidenceId, Anchoring] = field(default_factory=dict)

    def now(self, evidence: Evidence) -> Anchoring | None:
        """Where the words stand in the newest text; None where that is the one they were taken from,
        or an editor let them stand against it."""
        source = self.sources.get(evidence.source_id)
        if source is not None and evidence.kept_against == source.text_sha256:
            return None
        return self.anchorings.get(evidence.id)

    def is_stale(self, standing: Standing) -> bool:
        """Whether the claim rests on words that are changed or gone."""
        if not self.anchorings:
            return False
        now = map(self.now, standing.decision.evidence)
        return any(anchoring.is_stale for anchoring in now if anchoring)


def grounds_of(bench: Workbench, article: ArticleId) -> Grounds:
    """Read them."""
    return Grounds(
        {source.id: source for source in bench.sources(article)},
        tuple(bench.sourcing.shared_origins(article)),
        bench.sourcing.anchorings(article),
    )


def kind_words(evidence: Evidence, grounds: Grounds) -> str:
    """The kind of the source, where somebody said it."""
    source = grounds.sources.get(evidence.source_id)
    return f" · {source.kind_label}" if source is not None and source.kind else ""


def now_words(evidence: Evidence, grounds: Grounds) -> Iterator[Paragraph]:
    """What became of accepted words, and what can be done about it."""
    anchoring = grounds.now(evidence)
    if anchoring is None:
        if evidence.kept_against:
            yield _told("Gone from the source since; the version kept stands.")
        return
    match anchoring.state:
        case AnchorState.EXACT:
            return
        case AnchorState.MOVED:
            yield _told("They stand elsewhere in the source now.")
        case AnchorState.NEAR:
            yield _asked(
                f"The source reads “{anchoring.words}” now (likeness {anchoring.score:.0f} of 100). "
                "E takes that over, w withdraws."
            )
        case AnchorState.ORPHANED:
            yield _asked(
                "These words are gone from the source. E lets the version kept stand, w withdraws."
            )


def origin_words(evidence: Sequence[Evidence], grounds: Grounds) -> Iterator[Paragraph]:
    """How many origins the evidence has, where they are fewer than its links, and why."""
    linked = list(dict.fromkeys(item.source_id for item in evidence))
    origins = origin_count(linked, grounds.shared)
    if origins == len(linked):
        return
    told = f"{len(linked)} links, {origins} origin{'' if origins == 1 else 's'}"
    whys = [
        shared.why
        for shared in grounds.shared
        if sum(source in shared.sources for source in linked) > 1
    ]
    yield Paragraph(f"{told}: {'; '.join(whys)}", lead="Origins", indent=LABEL_CELLS)


def _told(text: str) -> Paragraph:
    return Paragraph(text, "quiet", indent=LABEL_CELLS)


def _asked(text: str) -> Paragraph:
    return Paragraph(f"{STALE_SIGN} {text}", "accent", indent=LABEL_CELLS)
