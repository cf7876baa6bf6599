"""How much of an article is accounted for, in characters that are not white space."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model import Coverage

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from workbench.model import ClaimId, KeptClaim, Span


def coverage_of(
    text: str,
    claims: Sequence[KeptClaim],
    assessed: Collection[ClaimId],
    nothing: Sequence[Span] = (),
) -> Coverage:
    """The share of `text` inside claims, inside claims among `assessed`, and else in `nothing` to check."""
    spans = [claim.span for claim in claims]
    claimed = _covered(text, spans)
    return Coverage(
        characters=_solid(text),
        claimed=claimed,
        assessed=_covered(text, (claim.span for claim in claims if claim.id in assessed)),
        nothing_to_check=_covered(text, sorted([*spans, *nothing])) - claimed if nothing else 0,
    )


def _covered(text: str, spans: Iterable[Span]) -> int:
    """Characters inside any of `spans`, which come sorted by their start."""
    count = 0
    reached = 0
    for span in spans:
        start = max(span.start, reached)
        if start < span.end:
            count += _solid(text[start : span.end])
            reached = span.end
    return count


def _solid(text: str) -> int:
    return len("".join(text.split()))
