"""What is open is what has no verdict."""

from __future__ import annotations

from workbench.model import (
    Agreement,
    ArticleId,
    Claim,
    ClaimId,
    ClaimKind,
    Coverage,
    Finding,
    KeptClaim,
    Level,
    Match,
    Passage,
    PassageId,
    Progress,
    SourceId,
    Span,
)


def test_open_and_assessed_make_up_all_claims() -> None:
    progress = Progress(10, {"confirmed": 3, "wrong": 1})
    assert (progress.assessed, progress.open, progress.share) == (4, 6, 0.4)


def test_an_article_without_claims_is_done() -> None:
    assert Progress().share == 1.0
    assert Coverage(characters=20, claimed=0, assessed=0).share == 1.0


def test_coverage_is_a_share_of_what_is_claimed() -> None:
    assert Coverage(characters=100, claimed=80, assessed=20).share == 0.25


def test_a_kept_claim_shows_what_the_claim_is() -> None:
    claim = Claim(Span(2, 5), ClaimKind.MONEY, "money.sign")
    kept = KeptClaim(ClaimId("c1"), ArticleId("a1"), 1, claim, "$ 5")
    assert (kept.span, kept.kind, kept.claim.level) == (claim.span, claim.kind, Level.DETAIL)


def test_one_other_number_makes_a_match_disagree() -> None:
    passage = Passage(PassageId("p1"), SourceId("s1"), Span(0, 3), "108")
    agrees = Finding("May", Agreement.EXACT, "May")
    differs = Finding("180", Agreement.MISMATCH, "108", Span(0, 3))
    assert not Match(passage, 1, "A notice", 50.0, findings=(agrees,)).disagrees
    assert Match(passage, 1, "A notice", 50.0, findings=(agrees, differs)).disagrees
