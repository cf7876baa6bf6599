"""The filter's language: fields, bounds, saved filters, and words that are completed while they are typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.test_sheet import TEXT
from workbench.model import (
    DEFAULT_SCALE,
    ArticleId,
    Claim,
    ClaimId,
    ClaimKind,
    Decision,
    KeptClaim,
    Quantity,
    Span,
    Standing,
    Verdict,
)
from workbench.tui.filtering import completion, selection_of
from workbench.tui.selecting import selected
from workbench.tui.sheet import Sheet

SAVED = {"money": "kind:money @open", "open": "verdict:open", "loop": "@loop"}


def kept(place: int, claim: Claim) -> KeptClaim:
    text = TEXT[claim.span.start : claim.span.end]
    return KeptClaim(ClaimId(str(place)), ArticleId("a"), place + 1, claim, text)


@pytest.fixture
def sheet() -> Sheet:
    claims = [
        Claim(Span(0, 9), ClaimKind.EVENT, "x", priority=0.9),
        Claim(Span(10, 14), ClaimKind.MONEY, "x", priority=0.5),
        Claim(Span(15, 19), ClaimKind.QUANTITY, "x", priority=0.1, value=Quantity((3.0,))),
        Claim(Span(20, 29), ClaimKind.QUOTE, "x", priority=0.5, speaker="Ida Holm"),
    ]
    standings = {
        ClaimId("0"): Standing(
            ClaimId("0"), 1, Decision(Verdict("confirmed", "seen"), note="n"), "Ann", "2026"
        ),
        ClaimId("1"): Standing(ClaimId("1"), 1, Decision(correction="c"), "Bo", "2026"),
    }
    kept_claims = [kept(place, claim) for place, claim in enumerate(claims)]
    return Sheet(kept_claims, standings, DEFAULT_SCALE, TEXT)


@pytest.mark.parametrize(
    ("query", "places"),
    [
        ("priority>0.5", [0]),
        ("priority>=0.5", [0, 1, 3]),
        ("priority<0.5", [2]),
        ("priority<=0.5 priority>0.1", [1, 3]),
        ("has:note", [0]),
        ("has:reason", [0]),
        ("has:correction", [1]),
        ("has:evidence", []),
        ("has:value", [2]),
        ("has:speaker", [3]),
        ("speaker:holm", [3]),
        ("speaker:holm by:ann", []),
        ("by:ann by:bo", [0, 1]),
        ("@money", [1]),
        ("@open has:correction", [1]),
        ("kind:", [0, 1, 2, 3]),
    ],
)
def test_a_filter_lets_these_claims_through(sheet: Sheet, query: str, places: list[int]) -> None:
    selection = selection_of(query, DEFAULT_SCALE, SAVED)
    assert selection.unknown == ()
    assert list(selected(sheet, selection)) == places


@pytest.mark.parametrize(
    "query", ["has:wings", "priority>1.2.3", "@nothing", "@loop", "colour:red"]
)
def test_what_the_filter_does_not_know_is_named_and_not_used(sheet: Sheet, query: str) -> None:
    selection = selection_of(query, DEFAULT_SCALE, SAVED)
    assert selection.unknown == (query,)
    assert selection.is_everything


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("ki", "kind:"),
        ("kind:mo", "kind:money"),
        ("kind:money verdict:op", "kind:money verdict:open"),
        ("verdict:wr", "verdict:wrong"),
        ("prio", "priority>"),
        ("has:ev", "has:evidence"),
        ("@mo", "@money"),
        ("kind:money", None),
        ("", None),
        ("zebra", None),
        ('"ki', None),
    ],
)
def test_the_last_word_is_completed(typed: str, whole: str | None) -> None:
    assert completion(typed, DEFAULT_SCALE, SAVED) == whole


@given(st.text())
def test_any_words_make_a_selection(query: str) -> None:
    selection_of(query, DEFAULT_SCALE, SAVED)
    completed = completion(query, DEFAULT_SCALE, SAVED)
    assert completed is None or completed != query
