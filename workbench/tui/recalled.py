"""How the detail pane tells of earlier checks: how like they are, what they found, and until when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.tui.paragraph import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.model import VerdictScale
    from workbench.review.recalling import Recalled

MOST_TOLD = 3
DAY = len("2026-01-02")
_INDENT = 2


def checked_before(recalled: Sequence[Recalled], scale: VerdictScale) -> Iterator[Paragraph]:
    """The earlier checks of claims like this one, most alike first; nothing where there are none."""
    if not recalled:
        return
    is_known = any(item.is_match for item in recalled)
    if not is_known:
        yield Paragraph("")
    yield Paragraph("Checked before" if is_known else "Like claims were checked", "heading")
    for item in recalled[:MOST_TOLD]:
        yield from _check(item, scale)
    if takeable(recalled) is not None:
        yield Paragraph("Y takes the first over as a decision of today.", "quiet")
    if is_known:
        yield Paragraph("")


def takeable(recalled: Sequence[Recalled]) -> Recalled | None:
    """The first check that still holds."""
    return next((item for item in recalled[:MOST_TOLD] if not item.is_expired), None)


def _check(item: Recalled, scale: VerdictScale) -> Iterator[Paragraph]:
    checked = item.checked
    sign, likeness = ("=", "the same") if item.is_match else ("≈", "like it")
    if item.is_expired:
        sign, likeness = "†", f"was good until {checked.best_before}"
    entry = scale.entry(checked.rating) if checked.claim_id else None
    head = f"{likeness}: {entry.label if entry else checked.rating}"
    told = filter(
        None,
        (
            head,
            checked.checked_at[:DAY],
            checked.editor or checked.publisher,
            checked.headline,
            f"good until {checked.best_before}"
            if checked.best_before and not item.is_expired
            else "",
        ),
    )
    style = "agrees" if item.is_match else "accent"
    yield Paragraph(
        " · ".join(told),
        "quiet",
        runs=((0, len(head), "quiet" if item.is_expired else style),),
        lead=f"{sign} ",
        indent=_INDENT,
    )
    yield Paragraph(checked.text, indent=_INDENT)
    for evidence in item.evidence:
        words = f"{evidence.stance} “{evidence.anchor.exact}” {evidence.source_title}"
        yield Paragraph(words, "quiet", lead="· ", indent=_INDENT)
    if checked.url:
        yield Paragraph(checked.url, "quiet", indent=_INDENT)
