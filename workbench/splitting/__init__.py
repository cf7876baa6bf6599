"""Splits a document into the claims a checker would tick off."""

from __future__ import annotations

from workbench.splitting.language import recognised_language
from workbench.splitting.sentences import sentence_spans
from workbench.splitting.splitter import split

__all__ = ["recognised_language", "sentence_spans", "split"]
