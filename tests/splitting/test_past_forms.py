"""Participles become past tenses."""

from __future__ import annotations

import pytest

from workbench.splitting.lexicon import lexicon_of
from workbench.splitting.past_forms import past_form


@pytest.mark.parametrize(
    ("participle", "past"),
    [
        ("saying", "said"),
        ("Ending", "ended"),
        ("stopping", "stopped"),
        ("carrying", "carried"),
        ("staying", "stayed"),
        ("agreeing", "agreed"),
        ("refereeing", "refereed"),
        ("ring", ""),
        ("sold", ""),
    ],
)
def test_a_participle_has_a_past_tense(participle: str, past: str) -> None:
    assert past_form(participle, lexicon_of("en")) == past


def test_a_language_without_the_forms_has_no_past_tense() -> None:
    assert past_form("ending", lexicon_of("xx")) == ""
