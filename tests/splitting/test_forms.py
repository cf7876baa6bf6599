"""Forms of details and assertions that a checker would tick off, each found in a sentence of its own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from workbench.model import Document
from workbench.splitting import split

CORPUS = Path(__file__).parent.parent / "corpus" / "en" / "forms.txt"
FORMS = [
    line.split(" | ", 1)
    for line in CORPUS.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("kind", "marked"), FORMS)
def test_a_form_is_found_with_its_kind(kind: str, marked: str) -> None:
    text = re.sub(r"[\[\]]", "", marked)
    wanted = re.search(r"\[(.*)\]", marked)
    found = [claim.span.of(text) for claim in split(Document(text, "Form")) if claim.kind == kind]
    assert found
    if wanted:
        # at least half of the words, as two annotators would be held to agree
        expected = set(re.findall(r"\w+", wanted.group(1)))
        shares = [
            len(expected & set(re.findall(r"\w+", words)))
            / len(expected | set(re.findall(r"\w+", words)))
            for words in found
        ]
        assert max(shares) >= 0.5, found
