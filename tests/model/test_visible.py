"""Nothing in a text can command a terminal, and no offset moves."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model import visible, visible_line

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@given(st.text())
def test_the_length_never_changes(text: str) -> None:
    assert len(visible(text)) == len(visible_line(text)) == len(text)


@given(st.text())
def test_what_is_visible_stays_as_it_is(text: str) -> None:
    assert visible(visible(text)) == visible(text)
    for before, after in zip(text, visible_line(text), strict=True):
        assert after == before or unicodedata.category(before) in ("Cc", "Cf", "Cs", "Zl", "Zp")


def test_no_character_at_all_can_be_obeyed() -> None:
    everything = "".join(map(chr, range(sys.maxunicode + 1)))
    kept = set(visible(everything))
    controls = {sign for sign in kept if unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp")}
    assert controls == {"\t", "\n"}
    assert kept.isdisjoint(BIDI)
    assert {"\t", "\n"}.isdisjoint(visible_line(everything))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2J", "␛[2J"),
        ("a\x00b\x07", "a␀b␇"),
        ("\x7f", "␡"),
        ("\x9b31m\x85", "\ufffd31m\ufffd"),
        ("\u202eabc\u2066", "\ufffdabc\ufffd"),
        ("one\u2028two\u2029", "one\ufffdtwo\ufffd"),
        ("half \ud83d", "half \ufffd"),
        ("a\tb\nc", "a\tb\nc"),
        ("[sic] [/] naïve 한국 👩‍🚀", "[sic] [/] naïve 한국 👩‍🚀"),
    ],
)
def test_controls_become_pictures(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_a_line_stays_one_line() -> None:
    assert visible_line("a\tb\r\nc") == "a␉b␍␊c"
