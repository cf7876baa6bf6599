"""Which statement a detail gets: the smallest fact of its sentence that holds its words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.model import Claim, Level
from workbench.splitting.statements import Statements

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.splitting.assertions import Reading


def with_statements(claims: Sequence[Claim], readings: Sequence[Reading], text: str) -> list[Claim]:
    """`claims` with a statement for each detail that a fact of its sentence holds."""
    starts = [reading.span.start for reading in readings]
    writers: dict[int, Statements] = {}
    stated: list[Claim] = []
    for claim in claims:
        place = bisect_right(starts, claim.span.start) - 1
        if claim.level is Level.ASSERTION or place < 0:
            stated.append(claim)
            continue
        reading = readings[place]
        parse = reading.tree.parse
        first = bisect_left(parse.start, claim.span.start)
        last = bisect_left(parse.start, claim.span.end)
        if place not in writers:
            writers = {place: Statements(reading.tree, text)}
        statement = writers[place].smallest(reading.clauses, range(first, last))
        stated.append(replace(claim, statement=statement))
    return stated
