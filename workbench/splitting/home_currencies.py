"""Which country's currency a text means by a mere krone, peso or dinar: the country it speaks of."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.splitting.currencies import currencies_of
from workbench.splitting.reading import reading_of

if TYPE_CHECKING:
    from workbench.splitting.lexicon import Lexicon


@lru_cache(maxsize=1)
def _spoken_of(text: str, lexicon: Lexicon) -> Counter[str]:
    """How often the text names the country of a currency, by the code of the currency."""
    country_of = _countries(lexicon)
    return Counter(
        country_of[word] for word in reading_of(text, lexicon).tokens.lowers if word in country_of
    )


@lru_cache(maxsize=8)
def _countries(lexicon: Lexicon) -> dict[str, str]:
    """Words for a country and its people, with the code of its currency."""
    return {
        str(word): code
        for code, words in lexicon.section("currencies", "homes").items()
        if isinstance(words, list)
        for word in words
    }


def home_code(text: str, lexicon: Lexicon, currency: str) -> str | None:
    """The code of the one `currency`, such as a krone, whose country the text names most."""
    codes = currencies_of(lexicon).codes
    spoken = _spoken_of(text, lexicon)
    named = {
        code: spoken[code]
        for code in lexicon.section("currencies", "homes")
        if spoken[code] and codes.get(code, "").endswith(f" {currency}")
    }
    if not named:
        return None
    code = max(named, key=lambda one: (named[one], one))
    return code if sum(times == named[code] for times in named.values()) == 1 else None
