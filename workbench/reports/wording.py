"""How values, times and places are put into words, the same in every format and for every reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model import (
    KIND_NOT_SAID,
    OPEN_SYMBOL,
    AnchorState,
    CheckOutcome,
    Money,
    Ordinal,
    Period,
    Quantity,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model import Value
    from workbench.reports.report import Report, ReportedClaim, ReportedEvidence, ReportedSource

OPEN_LABEL = "No verdict"
NEVER_LABEL = "Never looked at"


def value_words(value: Value | None) -> str:
    """What a claim was understood to say: `about 60 people`, `500,000,000 USD`, `1910/1945`."""
    match value:
        case None:
            return ""
        case Quantity():
            numbers = "–".join(f"{number:,}" for number in value.numbers)
            return " ".join(part for part in (value.approximation, numbers, value.unit) if part)
        case Money():
            numbers = "–".join(f"{number:,}" for number in value.numbers)
            return " ".join(part for part in (value.approximation, numbers, value.currency) if part)
        case Period():
            return value.edtf
        case Ordinal():
            return "last" if value.ordinal == -1 else f"number {value.ordinal}"


def moment_words(at: str) -> str:
    """A moment to the minute: `2026-01-02 03:04 UTC`."""
    return f"{at[:10]} {at[11:16]} UTC" if at else ""


def verdict_symbol(claim: ReportedClaim) -> str:
    return claim.rating.symbol if claim.rating else OPEN_SYMBOL


def verdict_label(claim: ReportedClaim) -> str:
    """What stands for the verdict: not looked at is never worded like one."""
    if claim.rating:
        return claim.rating.label
    return OPEN_LABEL if claim.looked_at else NEVER_LABEL


def source_words(evidence: ReportedEvidence) -> str:
    """Where accepted words come from: `source 2, Summit timeline, Background, primary`."""
    kind = evidence.source_kind.label if evidence.source_kind else ""
    parts = (f"source {evidence.source_number}", evidence.source_title, evidence.place, kind)
    return ", ".join(part for part in parts if part)


def now_words(evidence: ReportedEvidence) -> str:
    """What became of accepted words in the newest version of their source; empty where they stand."""
    if evidence.is_kept:
        return "gone from the source since; an editor lets the version kept stand"
    if evidence.now is None:
        return ""
    match evidence.now.state:
        case AnchorState.EXACT:
            return ""
        case AnchorState.MOVED:
            return "they stand elsewhere in the source now"
        case AnchorState.NEAR:
            return (
                f"to be looked at: the source reads “{evidence.now.words}” now "
                f"(likeness {evidence.now.score:.0f} of 100)"
            )
        case AnchorState.ORPHANED:
            return "to be looked at: they are gone from the source; the version kept has them"


def kind_words(source: ReportedSource) -> str:
    return source.kind.label if source.kind else KIND_NOT_SAID


def source_notes(source: ReportedSource) -> list[str]:
    """What else is to be known about a source: its versions, the last look, archives."""
    notes = []
    if len(source.versions) > 1:
        newest = source.versions[-1]
        notes.append(f"version {newest.version} of {moment_words(newest.at)}")
    if source.check:
        told = f"looked at again {moment_words(source.check.at)}: {_OUTCOMES[source.check.outcome]}"
        reason = source.check.reason.rstrip(".")
        notes.append(f"{told} ({reason})" if reason else told)
    notes += [f"archived at {item.url}" for item in source.archived]
    return notes


_OUTCOMES = {
    CheckOutcome.UNCHANGED: "page unchanged",
    CheckOutcome.CHANGED: "page changed, every accepted passage still there",
    CheckOutcome.PASSAGE_GONE: "passage changed or gone",
    CheckOutcome.DEAD: "link dead",
}


def links_words(report: Report, claim: ReportedClaim) -> str:
    """How many origins a claim rests on, where they are fewer than its links: `3 links, 1 origin`."""
    linked = {evidence.source_number for evidence in claim.evidence}
    origins = report.origins_behind(linked)
    if origins == len(linked):
        return ""
    return f"{counted(len(linked), 'link')}, {counted(origins, 'origin')}"


def sources_words(report: Report) -> str:
    """How many sources there are, and how many origins where those are fewer."""
    numbers = [source.number for source in report.sources]
    origins = report.origins_behind(numbers)
    told = counted(len(numbers), "source")
    return told if origins == len(numbers) else f"{told}, {counted(origins, 'origin')}"


def progress_words(report: Report) -> str:
    """How far the check is, in one sentence or two."""
    claims = len(report.claims)
    if not claims:
        return "The article makes no claim that was found."
    open_count = claims - report.assessed_count
    never = len(report.never_looked_at)
    sentence = f"{report.assessed_count} of {counted(claims, 'claim')} "
    sentence += "has a verdict." if report.assessed_count == 1 else "have a verdict."
    if not open_count:
        return sentence
    sentence += f" {open_count} {'is' if open_count == 1 else 'are'} open"
    if never == open_count:
        return f"{sentence} and {'was' if never == 1 else 'were'} never looked at."
    if never:
        return f"{sentence}, {never} of them never looked at."
    return f"{sentence}."


def stale_words(report: Report) -> str:
    """How many claims rest on words that are changed or gone now; empty where none does."""
    count = len(report.stale)
    if not count:
        return ""
    rest = "rests" if count == 1 else "rest"
    return f"{counted(count, 'claim')} {rest} on words that changed in their source since."


def coverage_words(report: Report) -> str:
    """How much of the text is inside claims, inside claims with a verdict, and seen to claim nothing."""
    coverage = report.coverage
    claimed = _percent(coverage.claimed, coverage.characters)
    assessed = _percent(coverage.assessed, coverage.characters)
    words = f"{claimed} of the text is inside claims, {assessed} inside claims with a verdict"
    if coverage.nothing_to_check:
        words += f", {_percent(coverage.nothing_to_check, coverage.characters)} in sentences with nothing to check"
    return f"{words}."


def counted(count: int, noun: str) -> str:
    """`1 claim`, `2 claims`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def origins_words(numbers: Sequence[int], why: str) -> str:
    """Which sources count once: `Sources 1 and 3 count once: the same text.`"""
    *most, last = map(str, numbers)
    return f"Sources {', '.join(most)} and {last} count once: {why}."


def _percent(part: int, whole: int) -> str:
    # whole numbers only, and 100 % only when nothing is left
    return f"{part * 100 // whole} %" if whole else "100 %"
