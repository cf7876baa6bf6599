"""Which words call something a record, and as far as what: `record turnout`, `a new national record`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.splitting.numbers import Form

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.splitting.amounts import Amount
    from workbench.splitting.nouns import Nouns

_HYPHENS = frozenset(["-", "‑"])


@dataclass(frozen=True, slots=True)
class Records:
    """Reads on from the word `record`."""

    nouns: Nouns
    words: dict[str, frozenset[str]]
    amounts: Mapping[int, Amount]
    """Amounts of money by their first token."""

    def record(self, index: int) -> tuple[int, int] | None:
        """`record turnout`, `record-breaking heat`, `a record 45,756 migrants`, `also a record`."""
        tokens = self.nouns.reading.tokens
        after = tokens.word(index + 1)
        is_framed = self._is(index - 1, "record_before") or not tokens.follows(index)
        if after in _HYPHENS:
            if not self._is(index + 2, "record_hyphened"):
                return None
            end = self.nouns.end(index + 3, of_one=True)
            return (index, max(end, index + 3))
        numeral = self.nouns.reading.numeral_at.get(index + 1)
        if numeral is not None and numeral.form is not Form.ORDINAL and tokens.follows(index + 1):
            end = self.nouns.end(numeral.last)
            return (index, max(end, numeral.last)) if is_framed else None
        amount = self.amounts.get(index + 1)
        if amount is not None and is_framed:
            return (index, amount.last)
        if self._is(index + 1, "record_things"):
            return None
        end = self.nouns.end(index + 1, of_one=True)
        if end > index + 1 and not self._is(index + 1, "record_told"):
            is_modifier = self.nouns.relation(index) in ("compound", "amod")
            return (index, end) if is_framed or is_modifier else None
        first = index
        while self._is(first - 1, "record_kinds") and tokens.follows(first):
            first -= 1
        is_set = self._is(first - 2, "record_set") and self._is(first - 1, "record_before")
        is_kind = first < index and self._is(first - 1, "record_before")
        return (first, index + 1) if is_set or is_kind else None

    def _is(self, index: int, listed: str) -> bool:
        return self.nouns.reading.tokens.word(index) in self.words[listed]
