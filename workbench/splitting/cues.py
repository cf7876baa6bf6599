"""Which word forms say that somebody said, thinks or asks something."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from workbench.splitting.lexicon import Lexicon

_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Cues:
    """The words of one language for saying, by word form in lower case."""

    verbs: Mapping[str, str]
    """Word form to base form, of every class."""

    speech: frozenset[str]
    """Forms that can stand beside somebody's very words."""

    messages: frozenset[str]
    """Nouns that carry words: `statement`, `letter`."""

    according: tuple[str, ...]
    """What stands before the one whose words they are, longest first."""

    naming: tuple[str, ...]
    """What stands before a title, a nickname or a mentioned word, longest first."""

    little: frozenset[str]
    """Words that a title may leave without a capital."""


@lru_cache(maxsize=16)
def cues_of(lexicon: Lexicon) -> Cues:
    """The words for saying in `lexicon`; all empty in a language without them."""
    classes = lexicon.section("cues", "verbs")
    irregular = {
        base: _listed(forms) for base, forms in lexicon.section("cues", "irregular").items()
    }
    verbs: dict[str, str] = {}
    speech: set[str] = set()
    for name, bases in classes.items():
        for base in _listed(bases):
            forms = {base, *(irregular.get(base) or _inflected(base))}
            for form in sorted(forms):
                verbs.setdefault(form, base)
            if name == "speech":
                speech.update(forms)
    phrases = lexicon.section("cues", "phrases")
    return Cues(
        verbs,
        frozenset(speech),
        messages=frozenset(_listed(lexicon.section("cues", "nouns").get("message", ()))),
        according=_longest_first(phrases.get("according", ())),
        naming=_longest_first(phrases.get("naming", ())),
        little=frozenset(_listed(phrases.get("little", ()))),
    )


def _longest_first(phrases: object) -> tuple[str, ...]:
    return tuple(sorted(_listed(phrases), key=lambda phrase: (-len(phrase), phrase)))


def _listed(value: object) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        msg = f"cues.toml: {value!r} is no list"
        raise TypeError(msg)
    return tuple(str(entry) for entry in value)


def _inflected(base: str) -> Iterable[str]:
    """The regular forms of an English verb."""
    return tuple(_regular(base))


def _regular(base: str) -> Iterator[str]:
    if base.endswith("e"):
        yield from (base + "s", base + "d", base[:-1] + "ing")
    elif base.endswith("y") and base[-2] not in _VOWELS:
        yield from (base[:-1] + "ies", base[:-1] + "ied", base + "ing")
    elif base.endswith(("s", "sh", "ch", "x", "z")):
        yield from (base + "es", base + "ed", base + "ing")
    else:
        yield from (base + "s", base + "ed", base + "ing")
