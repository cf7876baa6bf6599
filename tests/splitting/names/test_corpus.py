"""The lines of the corpus file, each a test."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.model import Document
from workbench.splitting import names
from workbench.splitting.splitter import context_of

CORPUS = Path(__file__).parents[2] / "corpus" / "en" / "names.txt"
LINES = [
    line
    for line in CORPUS.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def marked(line: str) -> tuple[str, list[str]]:
    """The text of a line and the names that stand in brackets in it."""
    text, expected, start = "", [], 0
    for sign in line.replace("↵", "\n\n"):
        if sign == "[":
            start = len(text)
        elif sign == "]":
            expected.append(text[start:])
        else:
            text += sign
    return text, expected


@pytest.mark.parametrize("line", LINES)
def test_the_names_of_the_corpus_are_found(line: str) -> None:
    text, expected = marked(line)
    claims = names.detect(context_of(Document(text, "A test")))
    assert [claim.span.of(text) for claim in claims] == expected
