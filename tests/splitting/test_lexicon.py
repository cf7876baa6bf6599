from __future__ import annotations

from workbench.splitting.lexicon import languages, lexicon_of


def test_a_region_has_the_words_of_its_language() -> None:
    assert lexicon_of("en-GB") == lexicon_of("en")


def test_a_language_without_word_lists_has_the_shared_ones_only() -> None:
    unknown = lexicon_of("xx")
    assert unknown.words("no such list") == frozenset()
    assert unknown.section("numbers", "signs")["½"] == 0.5
    assert unknown.section("numbers", "no such table") == {}


def test_a_language_code_cannot_leave_the_folder() -> None:
    assert lexicon_of("../en").words("no such list") == frozenset()


def test_english_has_word_lists() -> None:
    assert languages() == ["en"]
