"""How a language writes currencies: signs, codes, names and hundredths."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.splitting.reading import Phrases, phrases

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.splitting.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Currencies:
    """How a language and its neighbours write currencies."""

    signs: Mapping[str, str]
    dollars: Mapping[str, str]
    names: Phrases
    minor: Phrases
    codes: Mapping[str, str]
    small_codes: frozenset[str]
    """Codes that may be written small and apart, as they are no words."""

    words: frozenset[str]
    """Codes that are words, too."""

    prefixes: Mapping[str, str]
    code_of: Mapping[str, str]
    """ISO 4217 code by the name of the currency, plain ones by what they most often mean."""


@lru_cache(maxsize=8)
def currencies_of(lexicon: Lexicon) -> Currencies:
    """The currencies of a lexicon."""

    def section(key: str) -> dict[str, str]:
        return {form: str(name) for form, name in lexicon.section("currencies", key).items()}

    codes = section("codes")
    plain = section("plain")
    listed = lexicon.section("currencies", "words").get("codes", ())
    words = frozenset(map(str, listed)) if isinstance(listed, list) else frozenset()
    names = {name.lower(): name for name in codes.values()}
    names |= {f"{form}s": name for form, name in names.items() if not form.endswith("s")}
    for form, name in section("names").items():
        names[form] = name
        if not form.endswith(("s", ".")):
            names[f"{form}s"] = name
    minor: dict[str, str] = {}
    for form, name in section("minor").items():
        minor[form] = name
        minor[f"{form}s"] = name
    code_of = {name: code for code, name in reversed(codes.items())} | plain
    code_of["Chinese yuan"] = "CNY"
    return Currencies(
        signs=section("signs"),
        dollars=section("dollars"),
        names=phrases(names),
        minor=phrases(minor),
        codes=codes,
        small_codes=frozenset(code.lower() for code in codes.keys() - words),
        words=words,
        prefixes=section("prefixes"),
        code_of=code_of,
    )
