"""The report as Markdown, with every word that is not ours escaped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.model import KINDS, OPEN_SYMBOL, visible, visible_line
from workbench.reports.annotated import annotated
from workbench.reports.totals import given_ratings, totals_by_kind, totals_of
from workbench.reports.wording import (
    coverage_words,
    kind_words,
    links_words,
    moment_words,
    now_words,
    origins_words,
    progress_words,
    source_notes,
    source_words,
    sources_words,
    stale_words,
    value_words,
    verdict_label,
    verdict_symbol,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from workbench.reports.annotated import Block
    from workbench.reports.report import Report, ReportedClaim, ReportedEvidence, Signature

_SPECIAL = re.compile(r"([\\`*_\[\]<>&|~$^@{}])")
# words that some readers of Markdown turn into links without being asked
_LINK_STARTS = re.compile(r"(?<=:)/(?=/)|(?<=\bwww)\.", re.IGNORECASE)
_LINE_STARTS = re.compile(r"^([#+\-=:%])|^(\d{1,9})(?=[.)])", re.MULTILINE)


def write(report: Report) -> str:
    sections = (
        _head(report),
        _totals(report),
        _corrections(report),
        _article(report),
        _claims("Claims", report, report.looked_at),
        _never_looked_at(report),
        _dropped(report),
        _nothing_to_check(report),
        _sources(report),
        _record(report),
    )
    return "\n\n".join("\n".join(section) for section in sections if section) + "\n"


def escaped(text: str) -> str:
    """`text` on one line, with nothing in it that Markdown or a terminal could obey."""
    return _at_line_start(_inline(" ".join(visible_line(text).split())))


def _inline(text: str) -> str:
    return _LINK_STARTS.sub(r"\\\g<0>", _SPECIAL.sub(r"\\\1", text))


def _at_line_start(text: str) -> str:
    return _LINE_STARTS.sub(lambda start: start[2] + "\\" if start[2] else "\\" + start[1], text)


def _head(report: Report) -> list[str]:
    article = report.article
    lines = [f"# Fact check: {_inline(' '.join(visible_line(article.title).split()))}", ""]
    if article.origin:
        lines.append(f"- From: {escaped(article.origin)}")
    if article.published:
        lines.append(f"- Dated: {article.published.isoformat()}")
    lines += [
        f"- On the desk since: {moment_words(article.added_at)}",
        f"- Last change: {moment_words(report.changed_at)}",
        f"- Text SHA-256: {article.sha256}",
    ]
    if article.encoding_guessed:
        lines.append(f"- The encoding was guessed: {escaped(article.encoding)}")
    return lines


def _totals(report: Report) -> list[str]:
    every = totals_of(report)
    given = given_ratings(every)
    labels = [f"{entry.symbol} {_inline(entry.label)}" for entry in given]
    lines = [
        "## Totals",
        "",
        f"{progress_words(report)} {coverage_words(report)} {stale_words(report)}".strip(),
        "",
    ]
    lines += _table_head(["Kind", *labels, f"{OPEN_SYMBOL} Open", "All"], first="---", rest="---:")
    for totals in (*totals_by_kind(report), every):
        lines.append(_row([totals.label, *totals.counts_of(given), totals.open, totals.claims]))
    return lines


def _corrections(report: Report) -> list[str]:
    if not report.corrections:
        return []
    lines = ["## Corrections", ""]
    for claim in report.corrections:
        lines.append(
            f"- **{claim.number}** {verdict_symbol(claim)} {verdict_label(claim)}: "
            f"“{_quoted(claim.text)}” should read “{_quoted(claim.correction)}”"
        )
    return lines


def _article(report: Report) -> list[str]:
    lines = ["## Article", ""]
    if report.claims:
        signs = ", ".join(
            [
                *(
                    f"{entry.symbol} {_inline(entry.label.lower())}"
                    for entry in report.scale.entries
                ),
                f"{OPEN_SYMBOL} no verdict",
            ]
        )
        lines += [
            f"Each claim stands between ‹ and ›, with its number and verdict: {signs}.",
            "",
        ]
    for block in annotated(report):
        lines += [*_block_lines(block), ""]
    return lines[:-1]


def _block_lines(block: Block) -> Iterator[str]:
    marked = "".join(
        "‹" * len(piece.opening)
        + _inline(visible(piece.words).replace("\t", " "))
        + "".join(f"›\\[{claim.number} {verdict_symbol(claim)}\\]" for claim in piece.closing)
        for piece in block.pieces
    )
    lines = [_at_line_start(line.strip()) for line in marked.split("\n")]
    if block.is_heading:
        yield f"### {' '.join(lines)}"
    else:
        yield "\\\n".join(lines)


def _claims(title: str, report: Report, claims: Sequence[ReportedClaim]) -> list[str]:
    if not claims:
        return []
    lines = [f"## {title}"]
    for claim in claims:
        lines += ["", f"### {claim.number} {verdict_symbol(claim)} {verdict_label(claim)}", ""]
        lines += [f"> {escaped(claim.text)}", "", *_facts(claim)]
        lines += (f"- {_evidence_words(evidence)}" for evidence in claim.evidence)
        links = links_words(report, claim)
        lines += [f"- {links}"] if links else []
    return lines


def _facts(claim: ReportedClaim) -> Iterator[str]:
    kind = KINDS[claim.kind].label
    yield f"- Kind: {kind}" + (f", part of claim {claim.part_of}" if claim.part_of else "")
    for label, words in (
        ("Value", value_words(claim.value)),
        ("Speaker", claim.speaker or ""),
        ("Correction", claim.correction),
        ("Note", claim.note),
        ("Reason", claim.reason),
    ):
        if words:
            yield f"- {label}: {escaped(words)}"
    for label, signature in (
        ("Words by", claim.by_hand),
        ("Verdict by", claim.decided),
        ("Last change by", claim.looked_at),
    ):
        if signature and not (label.startswith("Last") and signature == claim.decided):
            yield f"- {label}: {escaped(signature.editor)}, {moment_words(signature.at)}"


def _evidence_words(evidence: ReportedEvidence) -> str:
    words = f"Evidence, {evidence.stance}: “{_quoted(evidence.words)}”"
    words += f" ({escaped(source_words(evidence))})"
    if evidence.accepted:
        by, at = escaped(evidence.accepted.editor), moment_words(evidence.accepted.at)
        words += f", accepted by {by}, {at}"
    now = now_words(evidence)
    return f"{words}; {escaped(now)}" if now else words


def _never_looked_at(report: Report) -> list[str]:
    if not report.never_looked_at:
        return []
    lines = ["## Never looked at", ""]
    lines += (
        f"- **{claim.number}** {KINDS[claim.kind].label}: {escaped(claim.text)}"
        for claim in report.never_looked_at
    )
    return lines


def _dropped(report: Report) -> list[str]:
    if not report.dropped:
        return []
    lines = ["## Dropped", "", "The editors took these for no claims.", ""]
    lines += (
        f"- **{claim.number}** {KINDS[claim.kind].label}: {escaped(claim.text)}: "
        f"{escaped(claim.reason)} ({_signed(claim.dropped)})"
        for claim in report.dropped
    )
    return lines


def _nothing_to_check(report: Report) -> list[str]:
    if not report.nothing_to_check:
        return []
    lines = ["## Nothing to check", "", "The editors found that these sentences claim nothing.", ""]
    lines += (
        f"- {escaped(sentence.text)} ({_signed(sentence.marked)})"
        for sentence in report.nothing_to_check
    )
    return lines


def _signed(signature: Signature) -> str:
    return f"{escaped(signature.editor)}, {moment_words(signature.at)}"


def _sources(report: Report) -> list[str]:
    lines = ["## Sources", ""]
    if not report.sources:
        return [*lines, "No source was linked."]
    lines += _table_head(
        ["Source", "Title", "Kind", "From", "Notes", "SHA-256"], first="---:", rest="---"
    )
    lines += (
        _row(
            [
                source.number,
                escaped(source.title),
                escaped(kind_words(source)),
                escaped(source.origin),
                escaped("; ".join(source_notes(source))),
                source.sha256,
            ]
        )
        for source in report.sources
    )
    if report.shared_origins:
        lines += ["", f"{sources_words(report)}.", ""]
        lines += (
            f"- {escaped(origins_words(shared.sources, shared.why))}"
            for shared in report.shared_origins
        )
    return lines


def _record(report: Report) -> list[str]:
    return [
        "## Record",
        "",
        f"- Events: {report.event_count}",
        f"- Head of the chain: {report.chain_head or 'none'}",
    ]


def _quoted(text: str) -> str:
    return _inline(" ".join(visible_line(text).split()))


def _table_head(titles: Sequence[str], *, first: str, rest: str) -> list[str]:
    return [_row(titles), _row([first, *[rest] * (len(titles) - 1)])]


def _row(cells: Iterable[object]) -> str:
    return f"| {' | '.join(str(cell) for cell in cells)} |"
