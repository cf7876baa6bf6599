"""Decides whether a source is the article itself, or a near-copy of it."""

from __future__ import annotations

from workbench.evidence.words import words_of

RUN = 6
"""Words in a run. Two texts on one event share names and phrases, but few runs of six words."""

COPIED_SHARE = 0.7
"""A source with this share of the article's runs has the article, cut or edited, in it."""

DRAFT_SHARE = 0.85
DRAFT_LENGTH = 0.4
"""A shorter source made of the article's runs is an early version, unless it is far shorter: then
the article may quote the whole of it."""

SMALL = 0.1
"""A source with this share of the article's characters is too short to hold its runs; telling so
at once keeps short notices quick to link to a book."""


def is_copy(article_text: str, source_text: str) -> bool:
    """True if one text was made from the other, so that neither proves the other."""
    if len(source_text) < SMALL * len(article_text):
        return False
    article, source = _runs(article_text), _runs(source_text)
    if not article or not source:
        return _words(article_text) == _words(source_text)
    shared = len(article & source)
    if shared >= COPIED_SHARE * len(article):
        return True
    return shared >= DRAFT_SHARE * len(source) and len(source) >= DRAFT_LENGTH * len(article)


def _words(text: str) -> list[str]:
    return [word.stem for word in words_of(text)]


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _words(text)
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}
