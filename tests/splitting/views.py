"""Contexts for detectors under test, made without a parser."""

from __future__ import annotations

import re

from workbench.model import Document, Span
from workbench.splitting.context import Context
from workbench.splitting.lexicon import lexicon_of
from workbench.splitting.marks import quoted_spans


def plain_context(text: str, *, language: str = "en") -> Context:
    """A context whose sentences end at full stops and line ends."""
    spans = (Span(*match.span()).trimmed(text) for match in re.finditer(r"[^.!?\n]+[.!?]*", text))
    return Context(
        Document(text, "A test"),
        [span for span in spans if len(span)],
        [quoted.span for quoted in quoted_spans(text)],
        lexicon_of(language),
    )
