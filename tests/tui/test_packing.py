"""Claims come out of the columns as they went in, whatever their words and ids."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.model import ArticleId, Claim, ClaimId, ClaimKind, KeptClaim, Money, Quantity, Span
from workbench.tui.packing import NOWHERE, PackedClaims

TEXT = "Nobody at the harbour \udc80 counted 12 ferries, 一二三."

words = st.text(max_size=8) | st.just("\udc80")
values = {
    ClaimKind.QUANTITY: st.none() | st.builds(Quantity, st.just((12,)), words),
    ClaimKind.MONEY: st.just(Money((5,), "EUR")),
}


@st.composite
def kept_claims(draw: st.DrawFn) -> list[KeptClaim]:
    ids = draw(st.lists(words, unique=True, max_size=12))
    claims = []
    for number, id_ in enumerate(ids):
        start = draw(st.integers(0, len(TEXT) - 1))
        end = draw(st.integers(start + 1, len(TEXT)))
        parent = draw(st.none() | st.integers(0, len(ids) - 1))
        kind = draw(st.sampled_from(ClaimKind))
        claim = Claim(
            Span(start, end),
            kind,
            draw(words),
            draw(values.get(kind, st.none())),
            draw(st.none() | words),
            draw(words),
            draw(st.floats(0, 1)),
        )
        parent_id = None if parent is None else ClaimId(ids[parent])
        claims.append(
            KeptClaim(ClaimId(id_), ArticleId("a"), number + 7, claim, TEXT[start:end], parent_id)
        )
    return claims


@given(kept_claims())
def test_what_goes_in_comes_out(claims: list[KeptClaim]) -> None:
    packed = PackedClaims(claims, TEXT)
    assert list(packed) == claims
    assert packed[:3] == claims[:3]
    assert [packed.place_of(claim.id) for claim in claims] == list(range(len(claims)))
    assert [packed.kind(place) for place in range(len(claims))] == [one.kind for one in claims]


def test_an_unknown_id_is_nowhere_and_a_parent_elsewhere_is_none() -> None:
    claim = Claim(Span(0, 6), ClaimKind.NAME, "made up")
    packed = PackedClaims(
        [KeptClaim(ClaimId("1"), ArticleId("a"), 1, claim, TEXT[:6], ClaimId("gone"))], TEXT
    )
    assert packed.place_of(ClaimId("gone")) == NOWHERE
    assert packed[0].parent_id is None
    assert packed.parents[0] == NOWHERE


def test_words_are_found_whatever_their_case() -> None:
    claims = [
        KeptClaim(ClaimId(str(place)), ArticleId("a"), place, claim, claim.span.of(TEXT))
        for place, claim in enumerate(
            Claim(Span(*span), ClaimKind.EVENT, "made up") for span in [(0, 6), (7, 21), (0, 21)]
        )
    ]
    assert PackedClaims(claims, TEXT).with_words("harb", range(3)) == [1, 2]
