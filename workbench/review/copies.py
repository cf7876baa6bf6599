"""Which sources are refused because they are the article itself, and how to know it at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.errors import RuleError
from workbench.review import parts

if TYPE_CHECKING:
    from workbench.model import ArticleId, Document
    from workbench.store import Store

_cleared: set[tuple[str, str]] = set()
"""Digests of the articles and sources that this process compared: a screen accepts many passages of
few sources, and comparing two books takes seconds."""


def refuse_copy(store: Store, article: ArticleId, article_text: str, source: Document) -> None:
    """An article is no evidence for itself, and neither is a copy of it.

    Raises:
        RuleError: the source is one.
    """
    pair = (store.articles.digest(article), source.sha256)
    if pair in _cleared:
        return
    if parts.is_copy(article_text, source.text):
        msg = f"{source.title} is the article itself, or a copy of it: that proves nothing."
        raise RuleError(msg, hint="Link a source that knows it from somewhere else.")
    _cleared.add(pair)
