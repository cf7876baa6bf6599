"""What a participle in `-ing` is in the past tense."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.splitting.lexicon import Lexicon

_VOWELS = frozenset("aeiou")


def past_form(participle: str, lexicon: Lexicon) -> str:
    """The past tense: `saying` is `said`, `ending` is `ended`; empty for what is no such participle."""
    small = participle.lower()
    irregular = lexicon.section("past_forms", "ing").get(small)
    if isinstance(irregular, str):
        return irregular
    if not small.endswith("ing") or len(small) < len("ing") + 2 or not lexicon.table("past_forms"):
        return ""
    stem = small.removesuffix("ing")
    if stem.endswith("y") and stem[-2] not in _VOWELS:
        return f"{stem[:-1]}ied"
    return f"{stem}d" if stem.endswith("e") else f"{stem}ed"
