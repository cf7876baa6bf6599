"""The sheet finds claims by place in the text, and counts what has a verdict."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.tui import synthetic
from workbench.model import (
    DEFAULT_SCALE,
    ArticleId,
    Claim,
    ClaimId,
    ClaimKind,
    Decision,
    KeptClaim,
    Rating,
    Span,
    Standing,
    Verdict,
)
from workbench.review.coverage import coverage_of
from workbench.tui.filtering import selection_of
from workbench.tui.selecting import selected
from workbench.tui.sheet import NOWHERE, OPEN, Sheet

TEXT = "word " * 200


def sheet_of(spans: list[tuple[int, int]]) -> Sheet:
    claims = [
        KeptClaim(
            ClaimId(str(place)),
            ArticleId("a"),
            place + 1,
            Claim(Span(*span), ClaimKind.EVENT, "made up"),
            TEXT[slice(*span)],
        )
        for place, span in enumerate(spans)
    ]
    return Sheet(claims, {}, DEFAULT_SCALE, TEXT)


def standing(place: int, rating: str | None) -> Standing:
    verdict = Verdict(rating) if rating else None
    return Standing(ClaimId(str(place)), 1, Decision(verdict), "Ann", "2026-01-01T00:00:00.000Z")


spans = st.lists(
    st.tuples(st.integers(0, 990), st.integers(1, 400)).map(lambda s: (s[0], min(999, sum(s)))),
    max_size=300,
).map(lambda found: sorted(found, key=lambda s: (s[0], -s[1])))


@given(spans, st.integers(0, 990), st.integers(1, 80))
def test_the_claims_that_touch_a_line_are_all_found(
    found: list[tuple[int, int]], start: int, length: int
) -> None:
    end = start + length
    expected = [place for place, (a, b) in enumerate(found) if a < end and start < b]
    assert sheet_of(found).touching(start, end) == expected


@given(spans, st.lists(st.tuples(st.integers(0, 299), st.booleans()), max_size=60))
def test_coverage_counts_as_the_report_does(
    found: list[tuple[int, int]], marks: list[tuple[int, bool]]
) -> None:
    sheet = sheet_of(found)
    for place, is_given in marks:
        if place < len(found):
            sheet.put(standing(place, "wrong" if is_given else None))
    assessed = {claim.id for place, claim in enumerate(sheet.claims) if sheet.marks[place] != OPEN}
    assert sheet.coverage == coverage_of(TEXT, sheet.claims, assessed).share
    assert sheet.assessed == len(assessed)


def test_a_standing_of_another_article_changes_nothing() -> None:
    sheet = sheet_of([(0, 4)])
    assert sheet.put(standing(7, "wrong")) == NOWHERE
    assert sheet.assessed == 0


def test_the_innermost_claim_is_the_one_under_the_mouse() -> None:
    sheet = sheet_of([(0, 100), (10, 20)])
    assert sheet.innermost(12) == 1
    assert sheet.innermost(50) == 0
    assert sheet.innermost(500) == NOWHERE


def test_details_and_depths_follow_the_parents() -> None:
    document, claims = synthetic.document(6)
    sheet = Sheet(synthetic.kept(claims, document.text), {}, DEFAULT_SCALE, document.text)
    assert sheet.details(0) == [1, 2]
    assert list(sheet.depths) == [0, 1, 1, 0, 1, 1]


def test_a_filter_takes_kinds_verdicts_editors_and_words() -> None:
    document, claims = synthetic.document(30)
    sheet = Sheet(synthetic.kept(claims, document.text), {}, DEFAULT_SCALE, document.text)
    sheet.put(
        Standing(ClaimId("claim-1"), 1, Decision(Verdict(Rating.WRONG), "dull"), "Bo", "2026")
    )

    def places(query: str) -> list[int]:
        return list(selected(sheet, selection_of(query, DEFAULT_SCALE)))

    assert places("") == list(range(30))
    assert places("kind:time") == [place for place in range(30) if place % 3 == 2]
    assert places("verdict:wrong") == [1]
    assert places("v:wrong by:bo dull") == [1]
    assert len(places("kind:quantity verdict:open")) == 9
    assert places('"in 19" kind:event') == [
        place for place in range(0, 30, 3) if "in 19" in sheet.claims[place].text
    ]
    assert places("by:nobody") == []


def test_a_word_the_filter_does_not_know_is_named() -> None:
    assert selection_of("kind:fish colour:red", DEFAULT_SCALE).unknown == (
        "kind:fish",
        "colour:red",
    )
