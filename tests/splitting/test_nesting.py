from __future__ import annotations

from workbench.model import Claim, ClaimKind, Span
from workbench.splitting.nesting import nested

TEXT = "Ann Lee, 42, won the first of three prizes in May 2020 here."


def claim(kind: ClaimKind, words: str) -> Claim:
    start = TEXT.index(words)
    return Claim(Span(start, start + len(words)), kind, "by hand")


def kept(*claims: Claim) -> list[str]:
    return [f"{found.kind}: {found.span.of(TEXT)}" for found in nested(claims, TEXT)]


def test_the_longer_of_two_details_stays() -> None:
    found = kept(claim(ClaimKind.TIME, "May 2020"), claim(ClaimKind.QUANTITY, "2020"))
    assert found == ["time: May 2020"]


def test_an_age_in_a_name_is_a_detail_of_its_own() -> None:
    found = kept(claim(ClaimKind.NAME, "Ann Lee, 42"), claim(ClaimKind.QUANTITY, "42"))
    assert found == ["name: Ann Lee, 42", "quantity: 42"]


def test_a_number_in_a_rank_is_a_detail_of_its_own() -> None:
    found = kept(
        claim(ClaimKind.RANK, "first of three prizes"), claim(ClaimKind.QUANTITY, "three prizes")
    )
    assert found == ["rank: first of three prizes", "quantity: three prizes"]


def test_a_clause_never_ends_inside_a_detail() -> None:
    found = kept(
        claim(ClaimKind.EVENT, "won the first of three prizes in May"),
        claim(ClaimKind.TIME, "May 2020"),
    )
    assert found[0] == "event: won the first of three prizes in"


def test_a_detail_belongs_to_the_smallest_assertion_around_it() -> None:
    claims = nested(
        [
            claim(ClaimKind.EVENT, TEXT[:-1]),
            claim(ClaimKind.EVENT, "won the first of three prizes"),
            claim(ClaimKind.RANK, "first"),
        ],
        TEXT,
    )
    rank = next(found for found in claims if found.kind is ClaimKind.RANK)
    assert rank.parent == 1
    assert claims[1].span.of(TEXT) == "won the first of three prizes"


def test_the_same_claim_twice_is_one() -> None:
    assert len(kept(claim(ClaimKind.NAME, "Ann Lee"), claim(ClaimKind.NAME, "Ann Lee"))) == 1


def test_what_is_not_trimmed_is_left_out() -> None:
    assert nested([Claim(Span(0, 4), ClaimKind.NAME, "by hand")], TEXT) == []
