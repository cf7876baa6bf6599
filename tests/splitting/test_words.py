"""Words are cut as in Universal Dependencies, and no letter is lost."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.splitting.words import word_offsets


def _words(text: str) -> list[str]:
    return [text[start:end] for start, end in word_offsets(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He doesn't.", "He does n't ."),
        ("It wasn’t; they’re gone", "It was n’t ; they ’re gone"),
        ("They cannot", "They can not"),
        ("the U.S.’s exports", "the U.S. ’s exports"),
        ("at 7:30pm on Nov. 3", "at 7:30 pm on Nov. 3"),
        ("It rose 3.4% to $1.2bn.", "It rose 3.4 % to $ 1.2 bn ."),
        ("the firm—a rival—left", "the firm — a rival — left"),
        ("a well-known non-profit’s e-mail", "a well - known non-profit ’s e-mail"),
        ("Mr. O'Brien of Acme Inc.", "Mr. O'Brien of Acme Inc ."),
        ("the 1970s' best, the '90s", "the 1970s ' best , the '90s"),
        ("“No.” He left", "“ No . ” He left"),
        ("See http://a.example/b?c=d.", "See http://a.example/b?c=d ."),
        ("1,234,567.89, 1,00,000 and [13,14]", "1,234,567.89 , 1,00,000 and [ 13 , 14 ]"),
        ("on May 3,2021", "on May 3 , 2021"),
        ("Qa'ida and AT&T", "Qa'ida and AT&T"),
        ("naı\u0308ve co\u00adoperation", "naı\u0308ve co\u00adoperation"),
        ("\t \n", ""),
    ],
)
def test_words_are_cut_where_universal_dependencies_cuts(text: str, words: str) -> None:
    assert _words(text) == words.split(" ") if words else not _words(text)


@given(st.text())
def test_words_leave_only_white_space_behind(text: str) -> None:
    left_over = list(text)
    last = 0
    for start, end in word_offsets(text, 0, len(text)):
        assert last <= start < end
        left_over[start:end] = " " * (end - start)
        last = end
    assert not "".join(left_over).strip()


@given(st.text(), st.text(), st.text())
def test_words_of_a_part_do_not_depend_on_what_stands_around_it(
    before: str, part: str, after: str
) -> None:
    inside = word_offsets(before + part + after, len(before), len(before) + len(part))
    assert [(start - len(before), end - len(before)) for start, end in inside] == list(
        word_offsets(part, 0, len(part))
    )


@pytest.mark.parametrize(
    "unit", ["1", "“", "(", "a", "a.", "http://", "n't", "x@", "1,", "é'", "-"]
)
def test_a_long_run_without_white_space_takes_linear_time(unit: str) -> None:
    run = unit * 200_000
    started = time.perf_counter()
    assert "".join(_words(run)) == run
    assert time.perf_counter() - started < 5
