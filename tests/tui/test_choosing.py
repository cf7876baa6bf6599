"""Chosen words begin and end with whole words, and always hold one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model import Span
from workbench.tui.choosing import (
    moved,
    with_end_moved,
    with_start_moved,
    word_before,
    word_from,
    words_between,
)

TEXT = "The plant’s 1,180 workers (about 40 %) got $4.5 million, she said."


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def test_a_word_keeps_its_apostrophe_its_figures_and_its_currency() -> None:
    words, at = [], 0
    while (found := word_from(TEXT, at)) is not None:
        words.append(found.of(TEXT))
        at = found.end
    assert words == [
        "The", "plant’s", "1,180", "workers", "about", "40", "got", "$4.5", "million", "she", "said",
    ]  # fmt: skip


def test_the_end_goes_word_by_word_and_never_before_the_first() -> None:
    chosen = span("1,180 workers")
    assert with_end_moved(TEXT, chosen, 1) == span("1,180 workers (about")
    assert with_end_moved(TEXT, chosen, -1) == span("1,180")
    assert with_end_moved(TEXT, span("1,180"), -1) == span("1,180")
    assert with_end_moved(TEXT, span("said"), 1) == span("said")


def test_the_beginning_goes_word_by_word_and_never_behind_the_last() -> None:
    chosen = span("1,180 workers")
    assert with_start_moved(TEXT, chosen, -1) == span("plant’s 1,180 workers")
    assert with_start_moved(TEXT, chosen, 1) == span("workers")
    assert with_start_moved(TEXT, span("workers"), 1) == span("workers")
    assert with_start_moved(TEXT, span("The"), -1) == span("The")


def test_one_word_follows_another_both_ways() -> None:
    assert moved(TEXT, span("1,180 workers"), 1) == span("about")
    assert moved(TEXT, span("1,180 workers"), -1) == span("plant’s")
    assert moved(TEXT, span("said"), 1) == span("said")
    assert moved(TEXT, span("The"), -1) == span("The")


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("180", "kers", "1,180 workers"),
        ("ers (", "80 w", "1,180 workers"),
        (" (about", "$4", "about 40 %) got $4.5"),
    ],
)
def test_the_mouse_chooses_whole_words_either_way(one: str, other: str, words: str) -> None:
    assert words_between(TEXT, TEXT.index(one), TEXT.index(other)) == span(words)


def test_no_words_lie_between_signs() -> None:
    assert words_between("a  ...  b", 3, 5) is None
    assert words_between("", 0, 0) is None


@given(st.text(), st.integers(0, 40), st.integers(0, 40), st.sampled_from([-1, 1]))
def test_chosen_words_stay_in_the_text(text: str, one: int, other: int, by: int) -> None:
    chosen = words_between(text, min(one, len(text)), min(other, len(text)))
    if chosen is None:
        return
    for change in (moved, with_end_moved, with_start_moved):
        after = change(text, chosen, by)
        assert 0 <= after.start < after.end <= len(text)
        assert after.trimmed(text) == after
    before = word_before(text, chosen.end)
    assert before is None or before.end <= chosen.end
