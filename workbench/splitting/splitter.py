"""How a document becomes claims: sentences and quotations first, then each detector, then their nesting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from workbench.splitting import clauses
from workbench.splitting.context import Context
from workbench.splitting.lexicon import lexicon_of
from workbench.splitting.nesting import nested
from workbench.splitting.quotation import quotation_spans
from workbench.splitting.sentences import sentence_spans

if TYPE_CHECKING:
    from workbench.model import Claim, Document


class Detector(Protocol):
    """Finds the claims of some kinds; never changes the text, reads no clock."""

    def __call__(self, context: Context) -> list[Claim]: ...


DETECTORS: dict[str, Detector] = {
    "clauses": clauses.detect,
}


def split(document: Document, *, model: str | None = None) -> list[Claim]:
    """The claims of `document` in text order, each with its rule and the assertion that carries it.

    `model` names another spaCy pipeline trained on Universal Dependencies; None is our own.
    """
    context = context_of(document, model=model)
    found = [claim for detect in DETECTORS.values() for claim in detect(context)]
    return nested(found, document.text)


def context_of(document: Document, *, model: str | None = None) -> Context:
    """What the detectors look at."""
    sentences = sentence_spans(document.text, headings=document.headings)
    return Context(
        document=document,
        sentences=sentences,
        quotes=quotation_spans(document.text),
        lexicon=lexicon_of(document.language),
    )
