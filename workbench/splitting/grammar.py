"""Which words of a language join clauses and which report speech, ready to be looked up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.splitting.cues import cues_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.splitting.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Grammar:
    """The closed classes that the clause rules ask for, in lower case."""

    own: frozenset[str]
    """Subordinators whose finite clause is an event of its own."""

    own_participle: frozenset[str]
    """Those whose -ing clause is one, too."""

    connectives: frozenset[str]
    connective_phrases: tuple[tuple[str, ...], ...]
    doubting: frozenset[str]
    results: frozenset[str]
    light: frozenset[str]
    prepositions: frozenset[str]
    """Participles that are no longer verbs: `including`."""

    limited: frozenset[str]
    """Nouns that a *when* or *where* clause right after them narrows."""

    person_nouns: frozenset[str]
    pasts: frozenset[str]
    """Past forms that are no participles: `fell`."""

    intransitive: frozenset[str]
    """Past forms that never describe a noun before them: `resigned`."""

    verbs: Mapping[str, str]
    """Forms of verbs of speech, judgement and request to their base."""

    verb_or_noun: frozenset[str]
    """Forms that may be a verb although they look like a plural."""

    telling: frozenset[str]
    """Forms that take a clause for what is told, also between commas."""

    saying: frozenset[str]
    """Forms that stand between commas with the one who says it: `, said Ann Lee,`."""

    silent: frozenset[str]
    """Forms that report nothing although a that-clause follows."""

    bare: frozenset[str]
    """Bases that report with a mere object: `denied the charges`."""

    clausal: frozenset[str]
    """Bases that report with a clause."""

    oblique: frozenset[str]
    """Bases that report with a mere preposition: `complained about the noise`."""

    content: frozenset[str]
    """Prepositions that lead to what is told: `spoke of a plot`."""

    noun: frozenset[str]
    """Forms of verbs that report with a noun of speech: `issued a statement`."""

    particle_verbs: frozenset[str]
    speech_nouns: frozenset[str]
    request: frozenset[str]
    addressing: frozenset[str]
    """Bases whose object is the one spoken to."""

    according: tuple[tuple[str, ...], ...]


@lru_cache(maxsize=16)
def grammar_of(lexicon: Lexicon) -> Grammar:
    """The grammar words of `lexicon`; empty classes in a language without them."""

    def listed(name: str, section: str, key: str) -> frozenset[str]:
        value = lexicon.section(name, section).get(key, ())
        return frozenset(map(str, value)) if isinstance(value, list | tuple) else frozenset()

    cues = cues_of(lexicon)
    verbs = dict(cues.verbs)
    for base in lexicon.section("frames", "forms"):
        for form in (base, *listed("frames", "forms", base)):
            verbs.setdefault(form, base)
    bare = listed("frames", "needs", "object")
    clausal = listed("frames", "needs", "clause")
    return Grammar(
        own=listed("clauses", "subordinators", "own"),
        own_participle=listed("clauses", "subordinators", "participle"),
        connectives=listed("clauses", "connectives", "words"),
        connective_phrases=tuple(
            tuple(phrase.split()) for phrase in sorted(listed("clauses", "connectives", "phrases"))
        ),
        doubting=listed("clauses", "connectives", "doubting"),
        results=listed("clauses", "results", "verbs"),
        light=listed("clauses", "light", "verbs"),
        prepositions=listed("clauses", "prepositions", "words"),
        limited=listed("clauses", "limited", "nouns"),
        person_nouns=lexicon.words("person-nouns"),
        pasts=listed("clauses", "pasts", "verbs"),
        intransitive=listed("clauses", "intransitive", "verbs"),
        verbs=verbs,
        verb_or_noun=listed("clauses", "plurals", "verbs")
        | listed("clauses", "intransitive", "verbs")
        | {form for form in verbs if form.endswith("s")},
        telling=cues.speech | {form for form, base in verbs.items() if base in clausal},
        saying=listed("frames", "needs", "saying"),
        silent=listed("frames", "silent", "verbs"),
        bare=bare,
        clausal=bare | clausal,
        oblique=listed("frames", "needs", "oblique"),
        content=listed("frames", "needs", "content"),
        noun=listed("frames", "needs", "noun"),
        particle_verbs=listed("frames", "needs", "particle"),
        speech_nouns=listed("frames", "nouns", "speech"),
        addressing=listed("frames", "needs", "addressing"),
        request=listed("frames", "needs", "request"),
        according=tuple(tuple(phrase.split()) for phrase in cues.according),
    )
