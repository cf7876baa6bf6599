"""What the plain review says about a claim: short lines in words, no symbols, columns or colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model import KINDS, Agreement, ChangeKind
from workbench.reports.wording import counted, moment_words, value_words
from workbench.tui.grounds import now_words, origin_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.model import Evidence, KeptClaim, Match, Standing, VerdictScale
    from workbench.tui.grounds import Grounds

OPEN = "open"
_AGREEMENTS = {
    Agreement.EXACT: "Agrees",
    Agreement.ROUNDED: "Agrees, rounded",
    Agreement.CONVERTED: "Agrees, converted",
    Agreement.MISMATCH: "Differs",
    Agreement.ELSEWHERE: "Elsewhere in the source",
    Agreement.NOT_FOUND: "Not found",
}
_TOLD_SEEN = {Agreement.ROUNDED, Agreement.CONVERTED, Agreement.MISMATCH}


def claim_lines(
    claim: KeptClaim,
    standing: Standing,
    *,
    of: int,
    whole: KeptClaim | None,
    scale: VerdictScale,
    grounds: Grounds,
) -> Iterator[str]:
    """The claim and where it stands; `whole` is the assertion it is a detail of."""
    kind = KINDS[claim.kind].label
    yield f"Claim {claim.number} of {of}. {kind}. {verdict_words(standing, scale)}."
    yield claim.text
    if whole is not None:
        yield f"In claim {whole.number}: {whole.text}"
    if claim.claim.value is not None:
        yield f"Value: {value_words(claim.claim.value)}"
    if claim.claim.speaker:
        yield f"Speaker: {claim.claim.speaker}"
    yield from decision_lines(standing, grounds)


def verdict_words(standing: Standing, scale: VerdictScale) -> str:
    """`Wrong, by Ann, 2026-01-02 03:04 UTC`, or that it is open."""
    if not standing.rating:
        return OPEN.capitalize()
    entry = scale.entry(standing.rating)
    label = entry.label if entry else standing.rating
    return f"{label}, by {standing.editor}, {moment_words(standing.changed_at)}"


def decision_lines(standing: Standing, grounds: Grounds) -> Iterator[str]:
    """What an editor added to the claim."""
    decision = standing.decision
    if decision.verdict is not None and decision.verdict.reason:
        yield f"Reason: {decision.verdict.reason}"
    if decision.correction:
        yield f"Correction: {decision.correction}"
    if decision.note:
        yield f"Note: {decision.note}"
    for number, evidence in enumerate(decision.evidence, 1):
        yield f"Evidence {number}, {evidence.stance}, {_place_of(evidence)}: {evidence.anchor.exact}"
        yield from (told.text for told in now_words(evidence, grounds))
    yield from (f"{told.text}." for told in origin_words(decision.evidence, grounds))


def match_lines(matches: Sequence[Match]) -> Iterator[str]:
    """The offered passages by number, each with what in it agrees and differs."""
    for number, match in enumerate(matches, 1):
        where = ", ".join(
            filter(None, (f"source {match.source_number}", match.source_title, match.passage.place))
        )
        yield f"Passage {number}, {where}: {match.passage.text}"
        yield from _agreements(match)


def _place_of(evidence: Evidence) -> str:
    return ", ".join(filter(None, (evidence.source_title, evidence.place)))


def _agreements(match: Match) -> Iterator[str]:
    told: dict[str, list[str]] = {}
    for finding in match.findings:
        words = finding.wanted + (
            f", here {finding.seen}" if finding.agreement in _TOLD_SEEN else ""
        )
        told.setdefault(_AGREEMENTS[finding.agreement], []).append(words)
    for label, findings in told.items():
        yield f"{label}: {'; '.join(findings)}"
    for change in match.changes:
        weight = "Grave: " if change.is_grave else ""
        match change.kind:
            case ChangeKind.DROPPED:
                yield f"{weight}the quote drops the words: {change.said}"
            case ChangeKind.ADDED:
                yield f"{weight}the quote adds the words: {change.quoted}"
            case ChangeKind.CHANGED:
                yield f"{weight}the quote changes: {change.said}, to: {change.quoted}"
            case ChangeKind.LEFT_OUT | ChangeKind.SAME:
                pass


def progress_line(assessed: int, claims: int) -> str:
    return f"{assessed} of {counted(claims, 'claim')} assessed."
