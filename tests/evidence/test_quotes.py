from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.evidence.quotes import Fidelity, fidelity
from workbench.model import ChangeKind

SAID = "Well, we will not sign it in Nara today, because 14 points are open, the spokesman added."


def changed(quotation: str, said: str = SAID) -> list[tuple[str, str, str, bool]]:
    found = fidelity(quotation, said)
    assert found is not None
    return [
        (str(change.kind), change.quoted, change.said, change.is_grave)
        for change in found.changes
        if change.kind is not ChangeKind.SAME
    ]


def test_the_same_words_are_faithful_whatever_their_marks_and_capitals() -> None:
    found = fidelity("“We will not sign it in Nara today,”", SAID)
    assert found is not None
    assert found.is_faithful
    assert found.said.of(SAID) == "we will not sign it in Nara today"
    assert found.share == 1


def test_a_dropped_negation_is_grave() -> None:
    assert changed("“We will sign it in Nara today”") == [("dropped", "", "not", True)]


def test_an_added_word_and_a_changed_one_are_told_apart() -> None:
    assert changed("“we will surely not sign it in Nara today”") == [("added", "surely", "", False)]
    assert changed("“we will not ratify it in Nara today”") == [
        ("changed", "ratify", "sign", False)
    ]


def test_changed_numbers_and_names_are_grave() -> None:
    assert changed("“because 40 points are open”") == [("changed", "40", "14", True)]
    assert changed("“we will not sign it in Kyoto today”") == [("changed", "Kyoto", "Nara", True)]


def test_what_is_openly_left_out_is_no_change() -> None:
    found = fidelity("“We will not sign it … because 14 points are open”", SAID)
    assert found is not None
    assert found.is_faithful
    bracketed = fidelity("“we will not sign [the treaty] in Nara today”", SAID)
    assert bracketed is not None
    assert bracketed.is_faithful


def test_each_sentence_of_a_long_quotation_is_looked_for() -> None:
    found = fidelity("“We will not sign it in Nara today. The weather is fine here.”", SAID)
    assert found is not None
    assert found.is_faithful


def test_other_words_are_no_quotation() -> None:
    assert fidelity("“The weather is fine in Nara”", SAID) is None
    assert fidelity("“we will”", SAID) is None
    assert fidelity("", "") is None


@given(st.text(alphabet="abc .n't…[]1", max_size=40), st.text(alphabet="abc .n't1", max_size=40))
def test_spans_hold_the_words_they_name(quotation: str, said: str) -> None:
    found = fidelity(quotation, said)
    if found is None:
        return
    assert isinstance(found, Fidelity)
    for change in found.changes:
        assert change.quoted_span.of(quotation) == change.quoted
        assert change.said_span.of(said) == change.said
