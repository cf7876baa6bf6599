"""Which words give a place in an order: ordinals, and places from the end or from here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.splitting.numbers import Form
from workbench.splitting.reading import Phrases, phrases, reading_of

if TYPE_CHECKING:
    from workbench.splitting.lexicon import Lexicon


class Origin(StrEnum):
    """Where an order is counted from."""

    START = "start"
    END = "end"
    HERE = "here"


@dataclass(frozen=True, slots=True)
class Order:
    """A place in an order: tokens from `first` up to, not including, `last`."""

    first: int
    last: int
    offset: int
    """From the start: 1 is the first. From the end: 0 is the last, -1 the one before it.
    From here: 1 is the next."""

    origin: Origin


@lru_cache(maxsize=8)
def _ends(lexicon: Lexicon) -> Phrases:
    return phrases({form: str(offset) for form, offset in lexicon.section("places", "end").items()})


@lru_cache(maxsize=8)
def _heres(lexicon: Lexicon) -> Phrases:
    return phrases(
        {form: str(offset) for form, offset in lexicon.section("places", "here").items()}
    )


def place_from_end(text: str, lexicon: Lexicon, index: int) -> tuple[int, int] | None:
    """`penultimate`, `second to last`: where it ends and its offset from the last."""
    tokens = reading_of(text, lexicon).tokens
    found = _ends(lexicon).starting(tokens, index)
    return None if found is None else (found[0], int(found[1]))


def orders(text: str, lexicon: Lexicon) -> list[Order]:
    """Every place in an order that `text` names, in order."""
    reading = reading_of(text, lexicon)
    tokens = reading.tokens
    ends, heres = _ends(lexicon), _heres(lexicon)
    found: list[Order] = []
    after = 0
    for index in range(len(tokens)):
        if index < after:
            continue
        for known, origin in ((ends, Origin.END), (heres, Origin.HERE)):
            phrase = known.starting(tokens, index)
            if phrase is not None:
                found.append(Order(index, phrase[0], int(phrase[1]), origin))
                after = phrase[0]
                break
        else:
            numeral = reading.numeral_at.get(index)
            if numeral is not None and numeral.form is Form.ORDINAL:
                found.append(Order(index, numeral.last, int(numeral.value), Origin.START))
                after = numeral.last
    return found
