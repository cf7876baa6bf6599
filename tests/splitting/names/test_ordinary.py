"""Which words are told from names."""

from __future__ import annotations

import pytest

from workbench.splitting.lexicon import lexicon_of
from workbench.splitting.names.lists import lists_of
from workbench.splitting.names.ordinary import bases, is_ordinary


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("ships", "ship"),
        ("boxes", "box"),
        ("cities", "city"),
        ("carried", "carry"),
        ("baked", "bake"),
        ("stopping", "stop"),
        ("boldly", "bold"),
    ],
)
def test_a_regular_form_leads_to_its_base(word: str, base: str) -> None:
    assert base in list(bases(word))


@pytest.mark.parametrize("word", ["Observers", "Carving", "Maize", "unexpectedly", "PROTESTERS"])
def test_words_of_the_language_are_ordinary_however_they_are_written(word: str) -> None:
    assert is_ordinary(word, lists_of(lexicon_of("en")).ordinary)


@pytest.mark.parametrize("word", ["Boeing", "Kimani", "Procter", "Oslo"])
def test_names_are_not_ordinary(word: str) -> None:
    assert not is_ordinary(word, lists_of(lexicon_of("en")).ordinary)


def test_a_language_without_the_list_has_no_ordinary_words() -> None:
    assert not is_ordinary("ship", lists_of(lexicon_of("xx")).ordinary)
