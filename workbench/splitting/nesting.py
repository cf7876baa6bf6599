"""How claims lie in one another: which of two overlapping ones stays, and which assertion carries a detail."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.model import Claim, ClaimKind, Level, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

_INNER = {
    ClaimKind.RANK: frozenset(
        {ClaimKind.TIME, ClaimKind.QUANTITY, ClaimKind.NAME, ClaimKind.MONEY}
    ),
    ClaimKind.QUANTITY: frozenset({ClaimKind.NAME}),
    ClaimKind.TIME: frozenset({ClaimKind.NAME}),
    ClaimKind.NAME: frozenset({ClaimKind.QUANTITY}),
}
"""Kinds of details that are claims of their own inside another detail."""

_LOOSE_SIGNS = ",;:–—-"
_FIRM = {
    ClaimKind.MONEY: 0,
    ClaimKind.TIME: 1,
    ClaimKind.RANK: 2,
    ClaimKind.NAME: 3,
    ClaimKind.QUANTITY: 4,
}
"""Which of two details over the same words stays: the one that says more about them."""


def nested(claims: Iterable[Claim], text: str) -> list[Claim]:
    """The claims that hold beside one another, in text order, with the assertion of each detail.

    Text order is by start, the longer first. A clause never ends inside a detail: its edge moves.
    """
    details: list[Claim] = []
    assertions: list[Claim] = []
    for claim in claims:
        if claim.span.trimmed(text) == claim.span and claim.span:
            (details if claim.level is Level.DETAIL else assertions).append(claim)
    details = _without_rivals(details, text)
    assertions = _unique(_snapped(assertions, details, text))
    ordered = sorted([*details, *assertions], key=_text_order)
    return _with_parents(ordered)


def _text_order(claim: Claim) -> tuple[int, int, bool, str, str]:
    span = claim.span
    return span.start, -span.end, claim.level is Level.DETAIL, claim.kind, claim.rule


def _unique(claims: Iterable[Claim]) -> list[Claim]:
    seen: dict[tuple[Span, ClaimKind], Claim] = {}
    for claim in sorted(claims, key=_text_order):
        seen.setdefault((claim.span, claim.kind), claim)
    return list(seen.values())


def _without_rivals(details: list[Claim], text: str) -> list[Claim]:
    """Details without those that overlap a firmer one, in text order."""
    ordered = sorted(_unique(details), key=lambda claim: (claim.span.start, -claim.span.end))
    kept: list[Claim] = []
    for claim in ordered:
        while True:
            rival = next(
                (
                    other
                    for other in reversed(kept[-4:])
                    if other.span.overlaps(claim.span) and not _may_hold(other, claim, text)
                ),
                None,
            )
            if rival is None:
                kept.append(claim)
                break
            if not _is_firmer(claim, rival):
                break
            kept.remove(rival)
    return kept


def _may_hold(outer: Claim, inner: Claim, text: str) -> bool:
    if inner.span not in outer.span or inner.span == outer.span:
        return False
    begins_later = inner.span.start > outer.span.start
    match (outer.kind, inner.kind):
        case (ClaimKind.NAME, ClaimKind.QUANTITY):
            # the age of `Ann Lee, 42`; but `two officers, Ann Lee and …` is all name
            return begins_later
        case (ClaimKind.NAME, ClaimKind.TIME):
            # `the 1969 film …` has a year of its own, `Expo 2016` has it in its name
            return text[inner.span.end : inner.span.end + 2].strip().islower()
        case (ClaimKind.RANK, ClaimKind.RANK):
            return begins_later
        case _:
            return inner.kind in _INNER.get(outer.kind, frozenset())


def _is_firmer(claim: Claim, rival: Claim) -> bool:
    if claim.span in rival.span and claim.span != rival.span:
        return False
    if rival.span in claim.span and claim.span != rival.span:
        return True
    if ClaimKind.NAME in (claim.kind, rival.kind):
        # they cross: what begins first is whole, and the other one took its end
        return claim.span.start < rival.span.start
    if claim.kind == rival.kind:
        return len(claim.span) > len(rival.span)
    return _FIRM[claim.kind] < _FIRM[rival.kind]


def _snapped(assertions: list[Claim], details: list[Claim], text: str) -> Iterable[Claim]:
    """Clauses whose edges fall inside no detail; quotations keep their marks."""
    reach = _reach(details)
    for claim in assertions:
        if claim.kind is ClaimKind.QUOTE:
            yield claim
            continue
        if claim.kind is ClaimKind.EVENT and _lies_in_one(claim.span, reach):
            # `Ann Lee, the mayor` is all name: what is said of her there is no event
            continue
        takes_all = claim.kind is ClaimKind.ATTRIBUTION
        start = _moved(claim.span.start, claim.span, reach, takes_all=takes_all)
        end = _moved(claim.span.end, claim.span, reach, takes_all=takes_all)
        if start >= end:
            continue
        span = Span(start, end).trimmed(text)
        while span and span != claim.span and text[span.end - 1] in _LOOSE_SIGNS:
            span = Span(span.start, span.end - 1).trimmed(text)
        if span:
            yield claim if span == claim.span else replace(claim, span=span)


def _lies_in_one(span: Span, reach: tuple[list[int], list[Span]]) -> bool:
    starts, spans = reach
    place = bisect_right(starts, span.start) - 1
    return place >= 0 and span in spans[place] and span != spans[place]


def _reach(details: list[Claim]) -> tuple[list[int], list[Span]]:
    """Details that lie in no other, as starts and spans."""
    outer: list[Span] = []
    for claim in details:
        if not outer or claim.span.start >= outer[-1].end:
            outer.append(claim.span)
        elif claim.span.end > outer[-1].end:
            outer[-1] = Span(outer[-1].start, claim.span.end)
    return [span.start for span in outer], outer


def _moved(edge: int, clause: Span, reach: tuple[list[int], list[Span]], *, takes_all: bool) -> int:
    starts, spans = reach
    place = bisect_right(starts, edge) - 1
    if place < 0 or not spans[place].start < edge < spans[place].end:
        return edge
    detail = spans[place]
    shared = min(clause.end, detail.end) - max(clause.start, detail.start)
    takes_it = takes_all or 2 * shared >= len(detail)
    at_start = edge == clause.start
    return detail.start if takes_it == at_start else detail.end


def _with_parents(ordered: list[Claim]) -> list[Claim]:
    """The claims with the place of the smallest assertion around each detail."""
    placed: list[Claim] = []
    open_assertions: list[int] = []
    for place, claim in enumerate(ordered):
        open_assertions = [
            other for other in open_assertions if ordered[other].span.end > claim.span.start
        ]
        if claim.level is Level.ASSERTION:
            open_assertions.append(place)
            placed.append(claim)
            continue
        around = [other for other in open_assertions if claim.span in ordered[other].span]
        parent = min(around, key=lambda other: len(ordered[other].span), default=None)
        placed.append(replace(claim, parent=parent))
    return placed
