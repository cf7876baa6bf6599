"""A claim is made of whole words, found where an editor names them."""

from __future__ import annotations

import pytest

from workbench.errors import RuleError, UnknownError
from workbench.model import Span
from workbench.review.words import checked_words, words_meant

TEXT = "Some 180 workers,\n180 workers. 一百八十名工人在五月 180workers"


def test_words_are_found_across_line_ends() -> None:
    assert words_meant(TEXT, " workers,  180 ") == Span(9, 21)


def test_one_of_several_places_is_named_by_its_number() -> None:
    assert words_meant(TEXT, "180 workers", place=2) == Span(18, 29)
    with pytest.raises(UnknownError, match="stand at 2 places"):
        words_meant(TEXT, "180 workers")
    with pytest.raises(UnknownError, match="2 places only"):
        words_meant(TEXT, "180 workers", place=3)
    with pytest.raises(UnknownError, match="1 place only"):
        words_meant(TEXT, "Some", place=2)


def test_a_claim_says_which_place_is_meant() -> None:
    assert words_meant(TEXT, "180", around=Span(18, 29)) == Span(18, 21)
    assert words_meant(TEXT, "Some 180 workers", around=Span(5, 8)) == Span(0, 16)


@pytest.mark.parametrize("words", ["80 workers", "orkers", "", "  ", "600 workers"])
def test_parts_of_words_and_other_words_stand_nowhere(words: str) -> None:
    with pytest.raises(UnknownError, match="do not stand there"):
        words_meant(TEXT, words)


@pytest.mark.parametrize(
    "span", [Span(0, 4), Span(5, 16), Span(0, 17), Span(31, 36), Span(36, 40), Span(9, 21)]
)
def test_whole_words_may_be_a_claim(span: Span) -> None:
    checked_words(TEXT, span)


@pytest.mark.parametrize(
    ("span", "sentence"),
    [
        (Span(6, 16), "inside a word"),
        (Span(5, 10), "inside a word"),
        (Span(4, 8), "begins and ends with a word"),
        (Span(0, 5), "begins and ends with a word"),
        (Span(4, 5), "no words at that place"),
        (Span(3, 3), "no words at that place"),
        (Span(0, 999), "no words at that place"),
    ],
)
def test_anything_else_is_refused(span: Span, sentence: str) -> None:
    with pytest.raises(RuleError, match=sentence):
        checked_words(TEXT, span)
