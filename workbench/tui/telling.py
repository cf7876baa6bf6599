"""What the detail pane says about a claim: paragraphs with marked runs, no cells and no colours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.model import (
    KINDS,
    Agreement,
    Money,
    Ordinal,
    Period,
    Quantity,
    Stance,
)
from workbench.tui.looks import symbol_of
from workbench.tui.sheet import OPEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.model import Evidence, Finding, KeptClaim, Match, Standing, Value, VerdictScale

NO_MATCH = -1
LABEL_CELLS = 11

STANCE_SIGNS = {Stance.SUPPORTS: "+", Stance.REFUTES: "−", Stance.CONTEXT: "·"}
_AGREEMENT_SIGNS = {
    Agreement.EXACT: "=",
    Agreement.ROUNDED: "≈",
    Agreement.CONVERTED: "≈",
    Agreement.ELSEWHERE: "→",
    Agreement.MISMATCH: "≠",
    Agreement.NOT_FOUND: "–",
}
_AGREEMENT_STYLES = {
    Agreement.EXACT: "agrees",
    Agreement.ROUNDED: "agrees",
    Agreement.CONVERTED: "agrees",
    Agreement.MISMATCH: "clash",
}


@dataclass(frozen=True, slots=True)
class ClaimDetail:
    """All the detail pane shows."""

    claim: KeptClaim
    standing: Standing
    mark: int
    scale: VerdictScale
    parent: KeptClaim | None = None
    detail_count: int = 0
    open_details: int = 0
    matches: tuple[Match, ...] | None = None
    """What is offered, best first; None while it is looked for."""

    selected: int = 0
    """Which match the keys act on."""

    source_count: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that are wrapped together, with a lead left of their first line."""

    text: str
    style: str = "plain"
    runs: tuple[tuple[int, int, str], ...] = ()
    """Start, end and style of marked characters of `text`."""

    lead: str = ""
    lead_below: str = ""
    lead_style: str = "quiet"
    indent: int = 0
    match: int = NO_MATCH
    """The place of the match these words belong to."""


def paragraphs(detail: ClaimDetail) -> list[Paragraph]:
    """What is told about the claim, in order."""
    return [
        *_claim(detail),
        Paragraph(""),
        *_decision(detail),
        *_evidence(detail.standing.decision.evidence),
        Paragraph(""),
        *_offers(detail),
    ]


def value_words(value: Value) -> str:
    """The value as a reader would write it down."""
    match value:
        case Quantity(numbers, unit, approximation):
            stated = " to ".join(_number(number) for number in numbers)
            return " ".join(filter(None, (approximation and str(approximation), stated, unit)))
        case Money(numbers, currency, approximation):
            stated = " to ".join(_number(number) for number in numbers)
            return " ".join(filter(None, (approximation and str(approximation), stated, currency)))
        case Period(edtf):
            return edtf
        case Ordinal(ordinal):
            return "last" if ordinal == -1 else f"number {ordinal} in order"


def when(moment: str) -> str:
    """An ISO 8601 time as a reader reads it."""
    return moment[:16].replace("T", " ") + (" UTC" if moment else "")


def _number(number: float) -> str:
    return f"{number:,}".removesuffix(".0")


def _row(label: str, text: str, *, style: str = "plain") -> Paragraph:
    return Paragraph(text, style, lead=label, indent=LABEL_CELLS)


def _claim(detail: ClaimDetail) -> Iterator[Paragraph]:
    claim = detail.claim
    number = f"{claim.number}  "
    yield Paragraph(number + claim.text, "strong", runs=((0, len(number), "quiet"),))
    yield Paragraph("")
    kind = KINDS[claim.kind]
    carries = ""
    if detail.detail_count:
        noun = "detail" if detail.detail_count == 1 else "details"
        carries = f", {detail.detail_count} {noun} ({detail.open_details} open)"
    yield _row("Kind", f"{kind.label}{carries}")
    if claim.claim.value is not None:
        yield _row("Value", value_words(claim.claim.value))
    if claim.claim.speaker:
        yield _row("Speaker", claim.claim.speaker)
    if claim.claim.statement and claim.claim.statement != claim.text:
        yield _row("Statement", claim.claim.statement)
    if detail.parent is not None:
        yield _row("In", f"{detail.parent.number} {detail.parent.text}", style="quiet")


def _decision(detail: ClaimDetail) -> Iterator[Paragraph]:
    decision = detail.standing.decision
    if decision.verdict is None:
        symbol = symbol_of(OPEN, detail.scale)
        yield _row("Verdict", f"{symbol} open", style="verdict-0")
    else:
        entry = detail.scale.entry(decision.verdict.rating)
        label = entry.label if entry else decision.verdict.rating
        verdict = f"{symbol_of(detail.mark, detail.scale)} {label}"
        by = f"  {detail.standing.editor}, {when(detail.standing.changed_at)}"
        yield Paragraph(
            verdict + by,
            f"verdict-{min(detail.mark, 9)}",
            runs=((len(verdict), len(verdict + by), "quiet"),),
            lead="Verdict",
            indent=LABEL_CELLS,
        )
        if decision.verdict.reason:
            yield _row("Reason", decision.verdict.reason)
    if decision.correction:
        yield _row("Correction", decision.correction)
    if decision.note:
        yield _row("Note", decision.note)


def _evidence(evidence: Sequence[Evidence]) -> Iterator[Paragraph]:
    for place, item in enumerate(evidence):
        sign = STANCE_SIGNS[item.stance]
        where = f"{item.source_title}{f', {item.place}' if item.place else ''}"
        head = f"{sign} {item.stance} "
        yield Paragraph(
            f"{head}{where}",
            "quiet",
            runs=((0, len(head), "accent"),),
            lead="" if place else "Rests on",
            indent=LABEL_CELLS,
        )
        yield Paragraph(f"“{item.anchor.exact}”", indent=LABEL_CELLS)


def _offers(detail: ClaimDetail) -> Iterator[Paragraph]:
    if not detail.source_count:
        yield Paragraph("No source is linked yet: press s to link one.", "quiet")
        return
    if detail.matches is None:
        yield Paragraph("Looking through the sources …", "quiet")
        return
    if not detail.matches:
        yield Paragraph("No linked source has words that fit.", "quiet")
        return
    yield Paragraph("Offered passages", "heading")
    for place, match in enumerate(detail.matches):
        yield from _offer(match, place, is_selected=place == detail.selected)


def _offer(match: Match, place: int, *, is_selected: bool) -> Iterator[Paragraph]:
    where = f"{match.source_number} {match.source_title}"
    if match.passage.place:
        where += f" · {match.passage.place}"
    lead_style = "accent" if is_selected else "quiet"
    lead, lead_below = ("▶ ", "▎ ") if is_selected else ("  ", "  ")
    yield Paragraph(
        where,
        "accent" if is_selected else "quiet",
        lead=lead,
        lead_below=lead_below,
        lead_style=lead_style,
        indent=2,
        match=place,
    )
    marked = [(span.start, span.end, "match") for span in match.words]
    marked += [
        (finding.span.start, finding.span.end, _AGREEMENT_STYLES[finding.agreement])
        for finding in match.findings
        if finding.span is not None and finding.agreement in _AGREEMENT_STYLES
    ]
    yield Paragraph(
        match.passage.text,
        runs=tuple(marked),
        lead=lead_below,
        lead_below=lead_below,
        lead_style=lead_style,
        indent=2,
        match=place,
    )
    if match.findings:
        text, found = _findings(match.findings)
        yield Paragraph(
            text,
            "quiet",
            runs=found,
            lead=lead_below,
            lead_below=lead_below,
            lead_style=lead_style,
            indent=2,
            match=place,
        )


def _findings(findings: Sequence[Finding]) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    """One line of findings, such as `≠ 180 workers: 108 workers`."""
    text = ""
    found: list[tuple[int, int, str]] = []
    for finding in findings:
        said = f"{_AGREEMENT_SIGNS[finding.agreement]} {finding.wanted}"
        if finding.agreement is Agreement.MISMATCH and finding.seen:
            said += f" — here {finding.seen}"
        elif finding.agreement in {Agreement.ELSEWHERE, Agreement.NOT_FOUND}:
            said += f" ({finding.agreement})"
        text += "   " if text else ""
        style = "differs" if finding.agreement is Agreement.MISMATCH else ""
        style = style or _AGREEMENT_STYLES.get(finding.agreement, "")
        if style:
            found.append((len(text), len(text) + len(said), style))
        text += said
    return text, tuple(found)
