"""Earlier checks are taken over only when asked for, dated, and undone as one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from workbench.errors import RuleError, UnknownError
from workbench.model import CheckedClaim, Document, Rating, Stance
from workbench.review.remembering import AddedChecks

if TYPE_CHECKING:
    from workbench.model import ArticleId, ClaimId, Passage
    from workbench.review import Workbench

LATER = "Last year the plant hired 180 workers in May. The mayor was glad."
IMPORTED = CheckedClaim(
    "check-1",
    "The plant hired 180 workers in May",
    "Mostly false",
    checked_at="2025-06-01",
    publisher="The Courier",
    url="https://courier.example/check",
)


@pytest.fixture
def later(bench: Workbench) -> ArticleId:
    return bench.add_article(LATER.encode(), Document(LATER, "Later")).article.id


@pytest.fixture
def again(bench: Workbench, later: ArticleId) -> ClaimId:
    """The claim of the later article that says the same."""
    return next(claim.id for claim in bench.claims(later) if "hired 180 workers" in claim.text)


@pytest.fixture
def decided(bench: Workbench, assertion: ClaimId, passage: Passage) -> ClaimId:
    bench.accept(assertion, passage.id, Stance.REFUTES)
    bench.mark(assertion, Rating.WRONG, correction="108 workers", best_before="2027-01-31")
    return assertion


def test_a_check_is_taken_over_with_its_evidence_as_a_new_dated_decision(
    bench: Workbench, decided: ClaimId, again: ClaimId, later: ArticleId
) -> None:
    earlier = bench.standing(decided)
    standing = bench.memory.take(again, decided)
    assert standing.rating == Rating.WRONG
    assert standing.changed_at > earlier.changed_at
    [linked] = bench.sources(later)
    [evidence] = standing.decision.evidence
    [original] = earlier.decision.evidence
    assert (evidence.source_id, evidence.anchor) == (linked.id, original.anchor)
    assert evidence.id != original.id
    assert standing.decision.correction == "108 workers"
    assert "“The plant”" in standing.decision.note
    assert not bench.examine()


def test_taking_over_is_undone_as_one(
    bench: Workbench, decided: ClaimId, again: ClaimId, later: ArticleId
) -> None:
    bench.memory.take(again, decided)
    [undone] = bench.undo(later)
    assert undone.decision == bench.standing(again).decision
    assert undone.rating is None
    assert undone.decision.evidence == ()


def test_taking_over_twice_links_the_source_once(
    bench: Workbench, decided: ClaimId, again: ClaimId, later: ArticleId
) -> None:
    bench.memory.take(again, decided)
    bench.undo(later)
    bench.memory.take(again, decided)
    assert len(bench.sources(later)) == 1


def test_evidence_that_is_a_copy_of_the_new_article_is_not_taken_over(
    bench: Workbench, assertion: ClaimId, article: ArticleId
) -> None:
    copied = bench.add_article(b"x", Document(LATER, "Copied")).article.id
    source = bench.link_document(article, LATER.encode(), Document(LATER, "The wire"))
    passage = bench._store.sources.passages(source.id)[0]
    bench.accept(assertion, passage.id, Stance.SUPPORTS)
    bench.mark(assertion, Rating.CONFIRMED)
    again = next(claim.id for claim in bench.claims(copied) if "hired 180" in claim.text)
    with pytest.raises(RuleError, match="copy"):
        bench.memory.take(again, assertion)
    assert bench.sources(copied) == []
    assert bench.standing(again).rating is None


def test_an_expired_check_is_shown_as_such_and_never_taken_over(
    bench: Workbench, decided: ClaimId, again: ClaimId
) -> None:
    [fresh, *_] = bench.memory.recall(again)
    assert (fresh.checked.id, fresh.is_match, fresh.is_expired) == (decided, True, False)
    bench.memory.set_best_before(decided, "2026-01-01")
    [old, *_] = bench.memory.recall(again)
    assert (old.checked.id, old.is_match, old.is_expired) == (decided, False, True)
    with pytest.raises(RuleError, match="good until 2026-01-01"):
        bench.memory.take(again, decided)


def test_how_long_a_verdict_holds_is_a_decision_that_can_be_undone(
    bench: Workbench, decided: ClaimId, article: ArticleId
) -> None:
    bench.memory.set_best_before(decided, "")
    assert bench.memory.one(decided).best_before == ""
    bench.undo(article)
    assert bench.memory.one(decided).best_before == "2027-01-31"
    assert not bench.examine()


def test_another_verdict_holds_for_ever_until_told_otherwise(
    bench: Workbench, decided: ClaimId
) -> None:
    bench.mark(decided, Rating.WRONG, note="again")
    assert bench.memory.one(decided).best_before == "2027-01-31"
    bench.mark(decided, Rating.MISLEADING)
    assert bench.memory.one(decided).best_before == ""


@pytest.mark.parametrize("day", ["soon", "2026-02-30", "31.01.2027", "\x1b[2J"])
def test_a_day_that_is_none_is_refused(bench: Workbench, assertion: ClaimId, day: str) -> None:
    with pytest.raises(RuleError, match="is no date"):
        bench.mark(assertion, Rating.MISLEADING, best_before=day)
    assert bench.standing(assertion).rating is None


def test_a_claim_is_not_taken_over_from_itself(bench: Workbench, decided: ClaimId) -> None:
    with pytest.raises(RuleError, match="itself"):
        bench.memory.take(decided, decided)


def test_an_unknown_check_is_said_to_be_unknown(bench: Workbench, assertion: ClaimId) -> None:
    with pytest.raises(UnknownError, match="no checked claim nonsense"):
        bench.memory.take(assertion, "nonsense")


def test_an_imported_check_gives_a_note_and_no_verdict(bench: Workbench, again: ClaimId) -> None:
    bench.memory.add([IMPORTED])
    standing = bench.memory.take(again, "check-1")
    assert standing.rating is None
    assert standing.decision.note == (
        "The Courier (2025-06-01) rated “The plant hired 180 workers in May”: Mostly false."
        " https://courier.example/check"
    )


def test_the_same_checks_again_change_nothing(bench: Workbench) -> None:
    other = replace(IMPORTED, id="check-2")
    assert bench.memory.add([IMPORTED, other]) == AddedChecks(2, 0, 0)
    assert bench.memory.add([IMPORTED, other, other]) == AddedChecks(0, 0, 2)
    changed = replace(other, rating="False")
    assert bench.memory.add([IMPORTED, changed]) == AddedChecks(0, 1, 1)
    assert bench.memory.one("check-2").rating == "False"


def test_an_import_that_knows_no_date_leaves_the_one_that_was_set(bench: Workbench) -> None:
    bench.memory.add([IMPORTED])
    bench.memory.set_best_before("check-1", "2026-06-01")
    assert bench.memory.add([IMPORTED]) == AddedChecks(0, 0, 1)
    assert bench.memory.one("check-1").best_before == "2026-06-01"


def test_a_detail_does_not_recall_what_it_is_a_part_of_and_a_name_recalls_nothing(
    bench: Workbench, decided: ClaimId, detail: ClaimId, again: ClaimId, later: ArticleId
) -> None:
    assert bench.memory.recall(detail) == []
    when = next(claim.id for claim in bench.claims(later) if claim.text == "May")
    assert bench.memory.recall(when) == []
    assert [item.checked.id for item in bench.memory.recall(again)] == [decided]
