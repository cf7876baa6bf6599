from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model import Span
from workbench.splitting import sentence_spans


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in sentence_spans(text)]


@given(st.text())
def test_sentences_leave_only_space_behind(text: str) -> None:
    left_over = list(text)
    for span in sentence_spans(text):
        left_over[span.start : span.end] = " " * len(span)
    assert not "".join(left_over).strip()


@given(st.text(alphabet=" \n\"'“”‘’.,!?aAbB1)(•-"))
def test_sentences_are_trimmed_and_do_not_overlap(text: str) -> None:
    before = 0
    for span in sentence_spans(text):
        assert span.start >= before
        assert span
        assert span == span.trimmed(text)
        before = span.end


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It rained. We left.", ["It rained.", "We left."]),
        ("Dr. Abel came at 5 p.m. on Monday.", ["Dr. Abel came at 5 p.m. on Monday."]),
        (
            "“We wait. We hope,” she said. He left.",
            ["“We wait.", "We hope,” she said.", "He left."],
        ),
        ("1. Milk 2. Bread 3. Salt", ["1. Milk", "2. Bread", "3. Salt"]),
        ("- milk\n- bread\n- salt", ["- milk", "- bread", "- salt"]),
        ("From: Ann\nTo: Bo\nSubject: Costs", ["From: Ann", "To: Bo", "Subject: Costs"]),
        ("Flood hits Oldtown\nThe river rose.", ["Flood hits Oldtown", "The river rose."]),
        ("The bridge was\nclosed today.", ["The bridge was\nclosed today."]),
        ("Town\tVotes\nArle\t40\nBree\t60", ["Town\tVotes", "Arle\t40", "Bree\t60"]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


def test_a_heading_is_a_sentence_of_its_own() -> None:
    text = "Costs of the\nbridge rise The council met."
    assert sentence_spans(text, headings=[Span(0, 24)])[0] == Span(0, 24)


def test_a_lone_surrogate_moves_no_offset() -> None:
    text = "A \ud800 came. It left."
    assert sentence_spans(text)[1].of(text) == "It left."
