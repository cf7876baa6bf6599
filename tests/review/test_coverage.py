"""Coverage counts each character once, and no white space."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.model import ArticleId, Claim, ClaimId, ClaimKind, Coverage, KeptClaim, Span
from workbench.review.coverage import coverage_of

texts = st.text(st.sampled_from("ab \n\u3000"), min_size=1, max_size=40)


def kept(number: int, span: Span) -> KeptClaim:
    claim = Claim(span, ClaimKind.EVENT, "x")
    return KeptClaim(ClaimId(str(number)), ArticleId("a"), number, claim, "")


def test_nested_claims_count_once() -> None:
    claims = [kept(1, Span(0, 9)), kept(2, Span(4, 6)), kept(3, Span(12, 14))]
    assert coverage_of("the plant is at Ora", claims, {ClaimId("2")}) == Coverage(15, 9, 2)


@given(texts, st.data())
def test_coverage_is_what_a_painter_would_count(text: str, data: st.DataObject) -> None:
    ends = st.integers(0, len(text))
    pairs = data.draw(st.lists(st.tuples(ends, ends).map(sorted), max_size=6))
    spans = sorted(Span(start, end) for start, end in pairs)
    claims = [kept(number, span) for number, span in enumerate(spans)]
    assessed = {claim.id for claim in claims if data.draw(st.booleans())}
    painted = {place for span in spans for place in range(span.start, span.end)}
    painted_assessed = {
        place
        for claim in claims
        if claim.id in assessed
        for place in range(claim.span.start, claim.span.end)
    }
    solid = {place for place, sign in enumerate(text) if not sign.isspace()}
    assert coverage_of(text, claims, assessed) == Coverage(
        len(solid), len(solid & painted), len(solid & painted_assessed)
    )
