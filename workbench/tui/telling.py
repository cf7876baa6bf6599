"""What the detail pane says about a claim, in order: its words, the decision, and what is offered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.model import (
    KINDS,
    Money,
    Ordinal,
    Period,
    Quantity,
    Stance,
)
from workbench.tui.grounds import Grounds, kind_words, now_words, origin_words
from workbench.tui.looks import symbol_of
from workbench.tui.offers import offers
from workbench.tui.paragraph import LABEL_CELLS, Paragraph
from workbench.tui.recalled import checked_before
from workbench.tui.sheet import OPEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.model import Evidence, KeptClaim, Match, Standing, Value, VerdictScale
    from workbench.review.recalling import Recalled

STANCE_SIGNS = {Stance.SUPPORTS: "+", Stance.REFUTES: "−", Stance.CONTEXT: "·"}


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
    recalled: tuple[Recalled, ...] = ()
    """Earlier checks of like claims."""

    grounds: Grounds = field(default_factory=Grounds)


def paragraphs(detail: ClaimDetail) -> list[Paragraph]:
    """What is told about the claim, in order."""
    earlier = list(checked_before(detail.recalled, detail.scale))
    # what is only like it must not push the passages down
    is_known = any(item.is_match for item in detail.recalled)
    return [
        *_claim(detail),
        Paragraph(""),
        *_decision(detail),
        *_evidence(detail.standing.decision.evidence, detail.grounds),
        Paragraph(""),
        *(earlier if is_known else ()),
        *offers(detail.matches, selected=detail.selected, source_count=detail.source_count),
        *(() if is_known else earlier),
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


def _evidence(evidence: Sequence[Evidence], grounds: Grounds) -> Iterator[Paragraph]:
    for place, item in enumerate(evidence):
        sign = STANCE_SIGNS[item.stance]
        where = f"{item.source_title}{f', {item.place}' if item.place else ''}"
        head = f"{sign} {item.stance} "
        yield Paragraph(
            f"{head}{where}{kind_words(item, grounds)}",
            "quiet",
            runs=((0, len(head), "accent"),),
            lead="" if place else "Rests on",
            indent=LABEL_CELLS,
        )
        yield Paragraph(f"“{item.anchor.exact}”", indent=LABEL_CELLS)
        yield from now_words(item, grounds)
    yield from origin_words(evidence, grounds)
