"""Which amounts of money a text states, with the hedges around them: the money claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model import Approximation, Claim, ClaimKind, Money
from workbench.splitting.amounts import amounts
from workbench.splitting.currencies import currencies_of
from workbench.splitting.numbers import Form
from workbench.splitting.reading import reading_of

if TYPE_CHECKING:
    from workbench.model import Span
    from workbench.splitting.context import Context
    from workbench.splitting.lexicon import Lexicon


def lone_currencies(text: str, lexicon: Lexicon) -> list[tuple[Span, str]]:
    """Names of currencies that no amount takes in, with the currency they name."""
    reading = reading_of(text, lexicon)
    names = currencies_of(lexicon).names
    held = {at for amount in amounts(text, lexicon) for at in range(amount.first, amount.last)}
    found: list[tuple[Span, str]] = []
    after = 0
    for index, word in enumerate(reading.tokens.lowers):
        if index < after or index in held or word not in names.by_token or len(word) < 4:
            continue
        named = names.starting(reading.tokens, index)
        if named is not None:
            found.append((reading.tokens.span(index, named[0]), named[1]))
            after = named[0]
    return found


def detect(context: Context) -> list[Claim]:
    """The claims about money."""
    reading = reading_of(context.text, context.lexicon)
    claims: list[Claim] = []
    for amount in amounts(context.text, context.lexicon):
        first, direction = reading.hedged_before(amount.first)
        last, after = reading.hedged_after(amount.last)
        numeral = next(
            (
                reading.numeral_at[at]
                for at in range(amount.first, amount.last)
                if at in reading.numeral_at
            ),
            None,
        )
        vague = numeral is not None and numeral.form is Form.VAGUE
        approximation = direction or after or (Approximation.AT_LEAST if vague else None)
        claims.append(
            Claim(
                reading.tokens.span(first, last),
                ClaimKind.MONEY,
                amount.rule,
                Money(amount.numbers, amount.code, approximation),
            )
        )
    return claims
