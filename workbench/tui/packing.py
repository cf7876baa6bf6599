"""How the claims of a long article are held: in columns of numbers and one run of bytes, made anew when read."""

from __future__ import annotations

import json
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from workbench.model import (
    ArticleId,
    Claim,
    ClaimId,
    ClaimKind,
    KeptClaim,
    Level,
    Span,
    canonical_json,
    value_from_json,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

NOWHERE = -1
_KINDS = tuple(ClaimKind)
_IS_ASSERTION = bytes(kind.level is Level.ASSERTION for kind in _KINDS)
_NUMBER_OF = {kind: number for number, kind in enumerate(_KINDS)}

NO_REST = "[null,null]"
NEIGHBOURS = 4_096
"""Ids that are kept at hand while claims come in: a detail follows its assertion."""


class PackedTexts:
    """Many short texts, one behind the other."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._ends = array("l", [0])

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, place: int) -> str:
        # what editors and files hold may have halves of characters
        return self._bytes[self._ends[place] : self._ends[place + 1]].decode("utf-8", _HALVES)

    def add(self, text: str) -> None:
        self._bytes += text.encode("utf-8", _HALVES)
        self._ends.append(len(self._bytes))


_HALVES = "surrogatepass"


class PackedClaims(Sequence[KeptClaim]):
    """The claims of an article by place. Fifty thousand take some five megabytes instead of fifty."""

    def __init__(self, claims: Iterable[KeptClaim], text: str) -> None:
        self._text = text
        self._article = ArticleId("")
        self.starts = array("i")
        self.ends = array("i")
        self.kinds = bytearray()
        self.parents = array("i")
        """Places of the claims that carry them, or `NOWHERE`."""

        self._numbers = array("i")
        self.highest_number = 0
        self._priorities = array("d")
        self._ids = PackedTexts()
        self._statements = PackedTexts()
        self._rules: list[str] = []
        self._rests = PackedTexts()
        """Value and speaker as JSON; most claims have neither."""

        self._by_id: Sequence[int] | None = None
        """Places in the order of ids, where that is not the order of places."""

        orphans = self._add_all(claims)
        for place, parent_id in orphans.items():
            self.parents[place] = self.place_of(parent_id)

    def _add_all(self, claims: Iterable[KeptClaim]) -> dict[int, ClaimId]:
        """Add `claims`; the ids of parents that do not stand shortly before their details."""
        rules: dict[str, str] = {}
        nearby: dict[ClaimId, int] = {}
        orphans: dict[int, ClaimId] = {}
        last, is_sorted = "", True
        for place, kept in enumerate(claims):
            claim = kept.claim
            self._article = kept.article_id
            self.starts.append(claim.span.start)
            self.ends.append(claim.span.end)
            self.kinds.append(_NUMBER_OF[claim.kind])
            self._numbers.append(kept.number)
            self.highest_number = max(self.highest_number, kept.number)
            self._priorities.append(claim.priority)
            self._ids.add(kept.id)
            self._statements.add(claim.statement)
            self._rules.append(rules.setdefault(claim.rule, claim.rule))
            self._rests.add(_rest_of(claim))
            parent = NOWHERE if kept.parent_id is None else nearby.get(kept.parent_id, NOWHERE)
            self.parents.append(parent)
            if parent == NOWHERE and kept.parent_id is not None:
                orphans[place] = kept.parent_id
            if len(nearby) >= NEIGHBOURS:
                nearby.clear()
            nearby[kept.id] = place
            is_sorted = is_sorted and last < kept.id
            last = kept.id
        if not is_sorted:
            self._by_id = array("i", sorted(range(len(self)), key=self.id_of))
        return orphans

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, place: int) -> KeptClaim: ...

    @overload
    def __getitem__(self, place: slice) -> list[KeptClaim]: ...

    def __getitem__(self, place: int | slice) -> KeptClaim | list[KeptClaim]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        start, end, parent = self.starts[place], self.ends[place], self.parents[place]
        kind = self.kind(place)
        value, speaker = json.loads(self._rests[place] or NO_REST)
        claim = Claim(
            Span(start, end),
            kind,
            self._rules[place],
            value_from_json(kind, value),
            speaker,
            self._statements[place],
            self._priorities[place],
        )
        return KeptClaim(
            self.id_of(place),
            self._article,
            self._numbers[place],
            claim,
            self._text[start:end],
            None if parent == NOWHERE else self.id_of(parent),
        )

    def id_of(self, place: int) -> ClaimId:
        return ClaimId(self._ids[place])

    def place_of(self, claim: ClaimId) -> int:
        """The place of the claim, or `NOWHERE`."""
        places = self._by_id or range(len(self))
        at = bisect_left(places, claim, key=self.id_of)
        return places[at] if at < len(self) and self.id_of(places[at]) == claim else NOWHERE

    def is_assertion(self, place: int) -> bool:
        return bool(_IS_ASSERTION[self.kinds[place]])

    def kind(self, place: int) -> ClaimKind:
        return _KINDS[self.kinds[place]]

    def priority(self, place: int) -> float:
        return self._priorities[place]

    def with_words(self, word: str, among: Iterable[int]) -> list[int]:
        """Those of the places `among` whose words hold `word`, which is folded."""
        text, starts, ends = self._text, self.starts, self.ends
        return [place for place in among if word in text[starts[place] : ends[place]].casefold()]


def _rest_of(claim: Claim) -> str:
    if claim.value is None and claim.speaker is None:
        return ""
    return canonical_json([claim.value and claim.value.to_json(), claim.speaker])
