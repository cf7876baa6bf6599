"""How the detail pane tells of an offered passage: its words, what agrees and differs, and a quote's changes."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from workbench.model import Agreement, ChangeKind
from workbench.tui.paragraph import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.model import Finding, Match, WordChange

    Runs = tuple[tuple[int, int, str], ...]

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


_FAITHFUL = frozenset({ChangeKind.SAME, ChangeKind.LEFT_OUT})
_LEFT_OUT = "[…]"
_QUOTE_MARKS = ("“", '"', "‘", "«", "„")
_GAP = 4
"""Characters between two sentences at most: a full stop, marks and a space."""


def offers(
    matches: Sequence[Match] | None, *, selected: int, source_count: int
) -> Iterator[Paragraph]:
    """The passages offered for a claim, best first; None while they are looked for."""
    if not source_count:
        yield Paragraph("No source is linked yet: press s to link one.", "quiet")
        return
    if matches is None:
        yield Paragraph("Looking through the sources …", "quiet")
        return
    if not matches:
        yield Paragraph("No linked source has words that fit.", "quiet")
        return
    yield Paragraph("Offered passages", "heading")
    for place, match in enumerate(matches):
        yield from _offer(match, place, is_selected=place == selected)


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
    # of a quotation it is told word by word what differs
    findings = [
        finding
        for finding in match.findings
        if not (match.changes and finding.wanted.startswith(_QUOTE_MARKS))
    ]
    marked += [
        (finding.span.start, finding.span.end, _AGREEMENT_STYLES[finding.agreement])
        for finding in findings
        if finding.span is not None and finding.agreement in _AGREEMENT_STYLES
    ]
    marked += [
        (change.said_span.start, change.said_span.end, _change_style(change))
        for change in match.changes
        if change.kind is not ChangeKind.LEFT_OUT
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
    for text, runs in (_findings(findings), quote_words(match.changes)):
        if text:
            yield Paragraph(
                text,
                "quiet",
                runs=runs,
                lead=lead_below,
                lead_below=lead_below,
                lead_style=lead_style,
                indent=2,
                match=place,
            )


def _findings(findings: Sequence[Finding]) -> tuple[str, Runs]:
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


def quote_words(changes: Sequence[WordChange]) -> tuple[str, Runs]:
    """A quotation beside what was said, such as `≠ quote: we will [−not] sign [it → this]`.

    In brackets: words that were dropped (−), added (+), changed (said → quoted) or left out (…) between
    the sentences of the quotation or openly.
    """
    if not changes:
        return "", ()
    skips = [False, *(_skips(before, change) for before, change in pairwise(changes))]
    if not any(skips) and all(change.kind is ChangeKind.SAME for change in changes):
        text = "= quote, word for word"
        return text, ((0, len(text), "agrees"),)
    is_faithful = all(change.kind in _FAITHFUL for change in changes)
    text = "≈ quote, but for what is left out: " if is_faithful else "≠ quote: "
    runs: list[tuple[int, int, str]] = [(0, len(text), "agrees" if is_faithful else "differs")]
    for place, (change, skipped) in enumerate(zip(changes, skips, strict=True)):
        text += " " if place else ""
        text += f"{_LEFT_OUT} " if skipped else ""
        words = _change_words(change)
        if change.kind not in _FAITHFUL:
            runs.append((len(text), len(text) + len(words), _change_style(change)))
        text += words
    return text, tuple(runs)


def _skips(before: WordChange, after: WordChange) -> bool:
    """Whether the quotation passes over words, from one of its sentences to the next."""
    return after.said_span.start - before.said_span.end > _GAP


def _change_style(change: WordChange) -> str:
    if change.kind is ChangeKind.SAME:
        return "match"
    return "clash" if change.is_grave else "differs"


def _change_words(change: WordChange) -> str:
    match change.kind:
        case ChangeKind.SAME:
            return change.quoted
        case ChangeKind.LEFT_OUT:
            return _LEFT_OUT
        case ChangeKind.DROPPED:
            return f"[−{change.said}]"
        case ChangeKind.ADDED:
            return f"[+{change.quoted}]"
        case ChangeKind.CHANGED:
            return f"[{change.said} → {change.quoted}]"
