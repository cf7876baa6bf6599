"""Whole articles of our own, each with the claims a checker would tick off, read by eye.

`python -m tests.splitting.test_corpus` writes what the splitter finds now; read the difference before keeping it.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from workbench.model import Claim, Document, Level
from workbench.splitting import split

FOLDER = Path(__file__).parent.parent / "corpus" / "en" / "articles"
ARTICLES = sorted(path.stem for path in FOLDER.glob("*.txt"))


def line(text: str, claim: Claim) -> str:
    """A claim as a line: details are set in below the assertion that carries them."""
    inset = "  " if claim.level is Level.DETAIL and claim.parent is not None else ""
    words = claim.span.of(text).replace("\n", " ")
    extras = [json.dumps(claim.value.to_json())] if claim.value else []
    extras += [f"by {claim.speaker}"] if claim.speaker else []
    return inset + " | ".join([str(claim.kind), words, *extras])


def found(name: str) -> str:
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    claims = split(Document(text, title=name))
    return "".join(line(text, claim) + "\n" for claim in claims)


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_falls_into_the_claims_that_were_read_by_eye(name: str) -> None:
    expected = (FOLDER / f"{name}.claims").read_text(encoding="utf-8")
    assert found(name) == expected


def test_there_are_ten_articles() -> None:
    assert len(ARTICLES) >= 10


if __name__ == "__main__":
    for article in ARTICLES:
        (FOLDER / f"{article}.claims").write_text(found(article), encoding="utf-8")
