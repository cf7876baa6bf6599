"""Whether the name of a currency means money: pounds may weigh, and `2018 won` is a year and a verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.splitting.numbers import Numeral
    from workbench.splitting.tokens import Tokens

_SCALES = frozenset(
    [
        "weigh",
        "weighs",
        "weighed",
        "weighing",
        "weight",
        "heavier",
        "lighter",
        "lost",
        "gained",
        "lift",
        "lifted",
    ]
)
_NEAR = 4
"""Tokens before a number in which a word of weight makes pounds of weight of pounds."""


def is_weight(tokens: Tokens, numeral: Numeral, last: int) -> bool:
    """`weighed seven pounds`, `ten pounds of flour`: pounds of weight."""
    if numeral.last - numeral.first > 1 and tokens.word(numeral.last - 1) in (
        "million",
        "billion",
    ):
        return False
    if tokens.word(last) == "of" and tokens.word(last + 1) not in (
        "public",
        "taxpayers",
        "debt",
        "the",
    ):
        return True
    return any(tokens.word(numeral.first - back) in _SCALES for back in range(1, _NEAR))


def is_plausible(tokens: Tokens, numeral: Numeral, at: int) -> bool:
    """`2018 won` and `20 marks` are seldom money, `20,000 won` and `5 million marks` are."""
    if tokens.word(at) in ("yen", "japanese"):
        return True
    return (
        not numeral.literal
        or (numeral.value >= 3000 and tokens.word(at) not in ("mark", "marks"))
        or tokens.word(at) not in ("won", "mark", "marks")
    )
