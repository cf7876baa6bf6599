"""Puts the example article and its sources on an empty desk."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import ReaderError

if TYPE_CHECKING:
    from workbench.model import ArticleSummary
    from workbench.review import Workbench

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
ARTICLE_STEM = "article"


def add_example(bench: Workbench) -> ArticleSummary:
    """The example article, with every other file of its folder linked as a source."""
    files = sorted(path for path in EXAMPLES.glob("*.*") if path.is_file())
    articles = [path for path in files if path.stem.startswith(ARTICLE_STEM)]
    if not articles:
        msg = "The example is not installed here."
        raise ReaderError(msg, hint="Add an article of your own with a.")
    article = bench.add(str(articles[0])).article
    for path in files:
        if path not in articles:
            bench.link_source(article.id, str(path))
    return bench.article(article.id)
