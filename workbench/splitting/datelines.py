"""Where a dateline ends and the report begins: `LEEDS, England, March 4 —`, `DENVER (AP) -`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTH = (
    r"(?:[Jj]an|[Ff]eb|[Mm]ar|[Aa]pr|[Mm]ay|[Jj]un|[Jj]ul|[Aa]ug|[Ss]ept?|[Oo]ct|[Nn]ov|[Dd]ec)"
)
_DATE = (
    rf"(?:{_MONTH}[a-z]*\.? \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}} {_MONTH}[a-z]*\.?(?:,? \d{{4}})?"
    r"|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4})"
)
_PLACE = r"[A-Z][\w.'’-]{1,24}(?: [A-Z][\w.'’-]{0,24}){0,3}"
_DATELINE = re.compile(
    rf"(?:^|\n)[ \t]*(?P<place>{_PLACE})(?P<region>(?:, {_PLACE}){{0,2}})(?P<date>,? \(?{_DATE}\)?)?"
    r"(?P<agency>,? ?[(/][A-Z][\w&. ]{1,30}[)/])?(?: ?[—–]+|[ ]--?|--)[ \t]+(?=\S)"
)


def dateline_ends(text: str) -> Iterator[int]:
    """Where the first words after each dateline begin."""
    for dateline in _DATELINE.finditer(text):
        place = dateline["place"]
        is_shouted = place.isupper() and len(place) > 2
        begins = text[dateline.end()].isupper()
        # `Evansville, Indiana — The gallery …`
        is_chain = dateline["region"] and begins
        if is_shouted or dateline["date"] or dateline["agency"] or is_chain:
            yield dateline.end()
