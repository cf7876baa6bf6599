from __future__ import annotations

import pytest

from workbench.model import Document
from workbench.splitting import split
from workbench.splitting.splitter import statements_of


def statement(text: str, words: str) -> str:
    """The statement of the first claim with just these words."""
    claims = split(Document(text, title=""))
    return next((claim.statement for claim in claims if claim.span.of(text) == words), "")


@pytest.mark.parametrize(
    ("text", "words", "alone"),
    [
        (
            "The bridge opened in 1961 and was widened in 1998.",
            "was widened in 1998",
            "The bridge was widened in 1998.",
        ),
        (
            "The club, which was founded in 1950, owns two fields.",
            "which was founded in 1950",
            "The club was founded in 1950.",
        ),
        (
            "They met in Arle, a port of 900 people.",
            "a port of 900 people",
            "Arle was a port of 900 people.",
        ),
        ("The river rose.", "The river rose", ""),
        (
            "Ministers from nine lands met on Monday, ending a row over water.",
            "ending a row over water",
            "Ministers from nine lands ended a row over water.",
        ),
        (
            "The family fled to Italy, carrying two bags.",
            "carrying two bags",
            "The family carried two bags.",
        ),
        (
            "A panel of seven engineers, led by Jane Doe, checked it.",
            "led by Jane Doe",
            "A panel of seven engineers was led by Jane Doe.",
        ),
        (
            "Born in Arle in 1933, Ilse Marchetti-Brandt was the youngest of five.",
            "Born in Arle in 1933",
            "Ilse Marchetti-Brandt was born in Arle in 1933.",
        ),
        (
            "Hye-jin Park came on Monday and wrote a note.",
            "wrote a note",
            "Hye-jin Park wrote a note.",
        ),
        (
            "Owner Carl Jessup, who lives above it, was unhurt.",
            "who lives above it",
            "Owner Carl Jessup lives above it.",
        ),
        (
            "The library in Mill Lane, which opened in 1906 and is the oldest one in town, will shut.",
            "which opened in 1906",
            "The library in Mill Lane opened in 1906.",
        ),
        # a pronoun where nobody else can be meant, and where somebody else can
        (
            "Maria Lopez runs the clinic. She opened it in 2001.",
            "She opened it in 2001",
            "Maria Lopez opened it in 2001.",
        ),
        (
            "Maria Lopez met Anna Weber. She opened the clinic in 2001.",
            "She opened the clinic in 2001",
            "",
        ),
        ("Maria Lopez said she was ill.", "she was ill", ""),
        ("She was born in Arle in 1950.", "1950", "She was born in 1950."),
    ],
)
def test_a_statement_stands_alone(text: str, words: str, alone: str) -> None:
    assert statement(text, words) == alone


def test_a_list_falls_into_one_fact_a_member() -> None:
    facts = statements_of(Document("He played for Turin, Milan and Rome.", title=""))
    assert facts == ["He played for Turin.", "He played for Milan.", "He played for Rome."]


def test_a_people_and_a_trade_are_two_facts() -> None:
    facts = statements_of(Document("Ann Lee is a French painter and poet.", title=""))
    assert facts == ["Ann Lee is French.", "Ann Lee is a painter.", "Ann Lee is poet."]
