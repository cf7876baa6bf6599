"""Where the claims of one article lie and stand: arrays to bisect, marks, and the ground they cover."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from itertools import accumulate, groupby, pairwise
from typing import TYPE_CHECKING

from workbench.model import Standing
from workbench.tui.grounds import Grounds
from workbench.tui.packing import NOWHERE, PackedClaims

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from workbench.model import ClaimId, KeptClaim, VerdictScale

__all__ = ["NOWHERE", "OPEN", "Ground", "Sheet"]

BLOCK = 128
"""Claims in a block: the search for a claim's neighbours skips whole blocks that end too early."""

OPEN = 0
"""The mark of a claim without a verdict; other marks are places on the scale, from 1."""


class Sheet:
    """All claims of an article by place in text order, from 0, and the standings so far."""

    def __init__(
        self,
        claims: Iterable[KeptClaim],
        standings: Mapping[ClaimId, Standing],
        scale: VerdictScale,
        text: str,
    ) -> None:
        self.claims = PackedClaims(claims, text)
        self.scale = scale
        self.standings = dict(standings)
        self.grounds = Grounds()
        self.starts, self.ends = self.claims.starts, self.claims.ends
        self.parents = self.claims.parents
        count = len(self.claims)
        self._reach = array("i", accumulate(self.ends, max))
        self._block_reach = array(
            "i", [max(self.ends[at : at + BLOCK]) for at in range(0, count, BLOCK)]
        )
        self._by_parent = array("i", sorted(range(count), key=self.parents.__getitem__))
        self.depths = bytearray(count)
        for place, parent in enumerate(self.parents):
            if NOWHERE < parent < place:
                self.depths[place] = min(self.depths[parent] + 1, 9)
        self._mark_of = {entry.name: number for number, entry in enumerate(scale.entries, 1)}
        self.marks = bytearray(count)
        self.assessed = 0
        self._ground = Ground(self.starts, self.ends, text)
        for claim_id, standing in self.standings.items():
            place = self.claims.place_of(claim_id)
            if place != NOWHERE:
                self._set_mark(place, self.mark_of(standing.rating))

    def __len__(self) -> int:
        return len(self.claims)

    def place_of(self, claim_id: ClaimId) -> int:
        """The place of the claim, or `NOWHERE`."""
        return self.claims.place_of(claim_id)

    def mark_of(self, rating: str | None) -> int:
        """The mark of a rating; one that the scale does not know is shown as its last."""
        return OPEN if rating is None else self._mark_of.get(rating, len(self.scale.entries))

    def standing(self, place: int) -> Standing:
        claim_id = self.claims.id_of(place)
        return self.standings.get(claim_id) or Standing(claim_id)

    def is_stale(self, place: int) -> bool:
        """Whether the claim rests on words that are changed or gone in their source."""
        standing = self.standings.get(self.claims.id_of(place))
        return standing is not None and self.grounds.is_stale(standing)

    def put(self, standing: Standing) -> int:
        """Keep where a claim stands now; its place, or `NOWHERE` for a claim of another article."""
        place = self.place_of(standing.claim_id)
        if place != NOWHERE:
            self.standings[standing.claim_id] = standing
            self._set_mark(place, self.mark_of(standing.rating))
        return place

    def touching(self, start: int, end: int) -> list[int]:
        """Places of the claims with a character in `start..end`, outer ones first."""
        last = bisect_left(self.starts, end)
        place = bisect_right(self._reach, start)
        found: list[int] = []
        ends = self.ends
        while place < last:
            if not place % BLOCK and self._block_reach[place // BLOCK] <= start:
                place += BLOCK
                continue
            if ends[place] > start:
                found.append(place)
            place += 1
        return found

    def innermost(self, offset: int) -> int:
        """The place of the smallest claim around character `offset`, or `NOWHERE`."""
        around = self.touching(offset, offset + 1)
        return min(around, key=lambda place: self.ends[place] - self.starts[place], default=NOWHERE)

    def details(self, place: int) -> list[int]:
        """Places of the details that the assertion at `place` carries."""
        parent_of = self.parents.__getitem__
        first = bisect_left(self._by_parent, place, key=parent_of)
        return list(
            self._by_parent[first : bisect_right(self._by_parent, place, lo=first, key=parent_of)]
        )

    def is_assertion(self, place: int) -> bool:
        return self.claims.is_assertion(place)

    @property
    def coverage(self) -> float:
        """The share of the characters inside claims that are inside a claim with a verdict."""
        return self._ground.share

    def _set_mark(self, place: int, mark: int) -> None:
        before = self.marks[place]
        self.marks[place] = mark
        if (before == OPEN) != (mark == OPEN):
            by = 1 if before == OPEN else -1
            self.assessed += by
            self._ground.count(self.starts[place], self.ends[place], by)


class Ground:
    """The characters that claims lie on, cut where claims begin and end, so that counting is cheap."""

    def __init__(self, starts: array[int], ends: array[int], text: str) -> None:
        self._cuts = array("i", (cut for cut, _ in groupby(sorted(starts + ends))))
        depth = array("i", [0]) * (len(self._cuts) + 1)
        for start, end in zip(starts, ends, strict=True):
            depth[bisect_left(self._cuts, start)] += 1
            depth[bisect_left(self._cuts, end)] -= 1
        covered = array("i", accumulate(depth))
        self._solid = array(
            "i",
            (
                len("".join(text[cut:end].split())) if covered[place] else 0
                for place, (cut, end) in enumerate(pairwise(self._cuts))
            ),
        )
        self._cover = array("i", [0]) * len(self._solid)
        self._claimed = sum(self._solid)
        self._assessed = 0

    @property
    def share(self) -> float:
        return self._assessed / self._claimed if self._claimed else 1.0

    def count(self, start: int, end: int, by: int) -> None:
        """One claim more (`by` 1) or less (`by` -1) on `start..end` has a verdict."""
        for cut in range(bisect_left(self._cuts, start), bisect_left(self._cuts, end)):
            before = self._cover[cut]
            self._cover[cut] = before + by
            if not before or not before + by:
                self._assessed += by * self._solid[cut]
