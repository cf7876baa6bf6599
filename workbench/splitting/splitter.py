"""How a document becomes claims: sentences and quotations first, then each detector, then their nesting."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from workbench.model import Claim, ClaimKind
from workbench.splitting import (
    assertions,
    money,
    names,
    parsing,
    quantities,
    quotes,
    ranks,
    times,
)
from workbench.splitting.context import Context
from workbench.splitting.language import recognised_language
from workbench.splitting.lexicon import lexicon_of
from workbench.splitting.marks import quoted_spans
from workbench.splitting.nesting import nested
from workbench.splitting.parts import LONGEST_PART, parts
from workbench.splitting.priority import with_priorities
from workbench.splitting.sentences import sentence_spans
from workbench.splitting.speakers import Speakers
from workbench.splitting.standing_alone import Stated
from workbench.splitting.utterances import with_speakers

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.model import Document


class Detector(Protocol):
    """Finds the claims of some kinds; never changes the text, reads no clock."""

    def __call__(self, context: Context) -> list[Claim]: ...


PARSED_LANGUAGES = frozenset({"en"})
"""Languages that our own model reads."""

DETECTORS: dict[str, Detector] = {
    "money": money.detect,
    "quantity": quantities.detect,
    "rank": ranks.detect,
    "time": times.detect,
}
"""The details, one detector a kind or a family of kinds."""


def split(
    document: Document,
    *,
    model: str | None = None,
    longest_part: int = LONGEST_PART,
    told: Callable[[float], object] = lambda _: None,
) -> list[Claim]:
    """The claims of `document` in text order, each with its rule and the assertion that carries it.

    `model` names another spaCy pipeline trained on Universal Dependencies; None is our own. A text
    of more than `longest_part` characters is read part by part, to need little memory; behind each,
    `told` takes the share that is done.
    """
    found: list[Claim] = []
    known = names.Known()
    published = document.published
    for part in parts(document, longest=longest_part):
        read = part.document if part.start == 0 else replace(part.document, published=published)
        context = context_of(read, model=model)
        claims = _claims(context, known)
        before = len(found)
        found += (claim.moved(part.start, before) for claim in claims) if part.start else claims
        published = published or times.reference_of(context)
        told((part.start + len(read.text)) / max(1, len(document.text)))
    return found


def _claims(context: Context, known: names.Known) -> list[Claim]:
    """The claims of one part of a document; `known` holds what the parts before it named."""
    document = context.document
    quoted = quotes.detect(context)
    details = [claim for detect in DETECTORS.values() for claim in detect(context)]
    if not context.parses:
        # without a parse there are no clauses, and names would be guesses
        claims = nested([*quoted, *details], document.text)
        return with_priorities(claims, document.text, context.lexicon.language)
    named = names.survey(context, known)
    stated = Stated([*named.claims, *details])
    asserted: list[Claim] = []
    for reading in assertions.readings(context, quoted, Speakers(context, named.mentions)):
        asserted += reading.claims
        stated.take(reading)
    reports = [claim for claim in asserted if claim.kind is ClaimKind.ATTRIBUTION]
    found = [*with_speakers(context, quoted, reports), *asserted, *stated.all()]
    return with_priorities(nested(found, document.text), document.text, context.lexicon.language)


def statements_of(document: Document, *, model: str | None = None) -> list[str]:
    """What `document` says in small sentences that stand alone, each once, in text order."""
    context = context_of(document, model=model)
    speakers = Speakers(context, names.survey(context).mentions)
    found: dict[str, None] = {}
    for reading in assertions.readings(context, quotes.detect(context), speakers):
        for clause in reading.clauses:
            found.update(dict.fromkeys(reading.statements.facts(clause)))
    return list(found)


def context_of(document: Document, *, model: str | None = None) -> Context:
    """What the detectors look at."""
    text = document.text
    lexicon = lexicon_of(recognised_language(text, named=document.language))
    sentences = sentence_spans(text, headings=document.headings)
    is_parsed = model is not None or lexicon.language in PARSED_LANGUAGES
    return Context(
        document=document,
        sentences=sentences,
        quotes=[quoted.span for quoted in quoted_spans(text)],
        lexicon=lexicon,
        parses=tuple(parsing.parses(text, sentences, model=model)) if is_parsed else (),
    )
