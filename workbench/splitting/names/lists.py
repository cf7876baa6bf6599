"""Which list of the lexicon a word of a name stands in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.splitting.cues import cues_of
from workbench.splitting.names.ordinary import ORDINARY_FILE

if TYPE_CHECKING:
    from workbench.splitting.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Lists:
    """The word lists of one language that decide about names; lower case unless said otherwise."""

    persons: frozenset[str]
    """Nouns for what a person is: `minister`, `baker`, `wife`."""

    honorifics: frozenset[str]
    """As written: `Mr`, `Dr.`"""

    postnominals: frozenset[str]
    """As written: `QC`, `Jr.`"""

    organisations: frozenset[str]
    places: frozenset[str]
    occasions: frozenset[str]
    things: frozenset[str]
    """Nouns that stand before the name of what they say the kind of: `film`, `ship`."""

    peoples: frozenset[str]
    """As written: nationalities, languages, religions; no names by themselves."""

    no_names: frozenset[str]
    """As written: months, abbreviations, `Image`."""

    countries: frozenset[str]
    regions: frozenset[str]
    """States, provinces, continents."""

    cities: frozenset[str]
    lands: frozenset[str]
    """Countries and regions together."""

    spots: frozenset[str]
    """Countries, regions and cities together."""

    women: frozenset[str]
    """Given names, as written."""

    men: frozenset[str]
    particles: frozenset[str]
    hyphen_particles: frozenset[str]
    press: frozenset[str]
    """As written: papers whose names are words for persons."""

    fields: frozenset[str]
    """What institutions deal with: `art`, `science`."""

    portfolios: frozenset[str]
    """As written, what an office is of without naming anything: `State`."""

    adjectival: frozenset[str]
    """What makes an adjective of a name and a hyphen: `-based`, `-led`."""

    heads: frozenset[str]
    """Organisations, places and occasions together."""

    given: frozenset[str]
    """Given names of women and men together."""

    function_words: frozenset[str]
    starters: frozenset[str]
    """Common nouns that often begin a sentence or a caption."""

    place_openers: frozenset[str]
    """As written: first words of the names of places."""

    generic_bodies: frozenset[str]
    """What takes up a body named before: `the Ministry`."""

    bare_bodies: frozenset[str]
    """As written: bodies that are named without an article."""

    small_words: frozenset[str]
    """Articles, pronouns and prepositions, which no name begins with."""

    common: frozenset[str]
    """All nouns and verbs that other lists of the lexicon hold, for words nobody knows."""

    ordinary: frozenset[str]
    """Words that are written small, without regular forms of others; see `is_ordinary`."""

    prefixes: frozenset[str]
    """What makes an adjective of a name with a hyphen before it: `pro-`."""

    title_parts: frozenset[str]
    time_nouns: frozenset[str]
    vague_words: frozenset[str]
    place_prepositions: frozenset[str]
    home_words: frozenset[str]
    settlements: frozenset[str]
    """With `of`, these are the same as the place after it: `the port of Varna`."""

    positions: frozenset[str]
    no_offices: frozenset[str]
    """Nouns for persons that with a capital are more often something else’s name."""

    acts: frozenset[str]
    """Laws and events whose names can end in `of` and a year."""

    class_words: frozenset[str]
    """What ends the name of a place or an award although it is written small: `canal`."""

    kinds: frozenset[str]
    """Nouns that can describe a name right before it: persons and things."""


@lru_cache(maxsize=16)
def lists_of(lexicon: Lexicon) -> Lists:
    """The lists of `lexicon`; all empty in a language without them."""
    persons = _both_numbers(lexicon.words("persons"))
    organisations = _both_numbers(lexicon.words("organisations"))
    places = _both_numbers(lexicon.words("places"))
    occasions = _both_numbers(lexicon.words("occasions"))
    things = _both_numbers(lexicon.words("things"))
    peoples = lexicon.words("nationalities")
    cues = cues_of(lexicon)
    countries, regions = lexicon.words("countries"), lexicon.words("regions")
    cities = lexicon.words("cities")
    women, men = lexicon.words("given_names_female"), lexicon.words("given_names_male")
    return Lists(
        persons=persons,
        honorifics=lexicon.words("honorifics"),
        postnominals=lexicon.words("postnominals"),
        organisations=organisations,
        places=places,
        occasions=occasions,
        things=things,
        peoples=peoples | {word + "s" for word in peoples if word.isalpha() and len(word) >= 3},
        no_names=lexicon.words("no_names"),
        countries=countries,
        regions=regions,
        cities=cities,
        lands=countries | regions,
        spots=countries | regions | cities,
        women=women,
        men=men,
        given=women | men,
        function_words=lexicon.words("function_words"),
        starters=lexicon.words("starters"),
        place_openers=lexicon.words("place_openers"),
        generic_bodies=lexicon.words("generic_bodies"),
        bare_bodies=lexicon.words("bare_bodies"),
        small_words=lexicon.words("small_words"),
        common=frozenset(
            persons | organisations | places | occasions | things | frozenset(cues.verbs)
        )
        | cues.messages,
        ordinary=lexicon.words(ORDINARY_FILE.removesuffix(".txt")),
        prefixes=lexicon.words("prefixes"),
        particles=lexicon.words("particles"),
        hyphen_particles=lexicon.words("hyphen_particles"),
        press=lexicon.words("press"),
        fields=lexicon.words("fields"),
        portfolios=lexicon.words("portfolios"),
        adjectival=lexicon.words("adjectival_endings"),
        title_parts=lexicon.words("title_parts"),
        time_nouns=lexicon.words("time_nouns"),
        vague_words=lexicon.words("vague_words"),
        place_prepositions=lexicon.words("place_prepositions"),
        home_words=lexicon.words("home_words"),
        settlements=lexicon.words("settlements"),
        positions=lexicon.words("positions"),
        no_offices=lexicon.words("no_offices"),
        class_words=lexicon.words("class_words"),
        acts=_both_numbers(lexicon.words("acts")),
        heads=organisations | places | occasions,
        kinds=persons | things,
    )


def _both_numbers(words: frozenset[str]) -> frozenset[str]:
    lower = {word.lower() for word in words}
    return frozenset(lower | {plural(word) for word in lower})


def plural(noun: str) -> str:
    """The regular English plural; `man` and `woman` at the end become `men` and `women`."""
    if noun.endswith(("man", "woman")):
        return noun[:-2] + "en"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    return noun + "s"


def singular(noun: str) -> str:
    """The base of a regular English plural, for comparing; other words stay."""
    if noun.endswith("men"):
        return noun[:-2] + "an"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "xes", "zes", "ches", "shes")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")):
        return noun[:-1]
    return noun


SCIENCES = ("ology", "ics", "ography", "onomy", "osophy", "iatry")


def is_field(word: str, lists: Lists) -> bool:
    """Whether a word says what an institution deals with: `Art`, `Economics`."""
    small = word.lower()
    return small in lists.fields or small.endswith(SCIENCES)
