"""The memory knows what was decided, from the moment it was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.review.conftest import claim_saying
from workbench.errors import RuleError
from workbench.model import ArticleId, CheckedClaim, ClaimId, Rating

if TYPE_CHECKING:
    from workbench.review import Workbench


def remembered(bench: Workbench) -> list[CheckedClaim]:
    return bench._store.memory.of_desk()


def memory_is_the_fold(bench: Workbench) -> bool:
    return not any(problem.check == "memory" for problem in bench.examine())


def test_a_verdict_is_remembered_with_its_note_editor_and_title(
    bench: Workbench, assertion: ClaimId
) -> None:
    standing = bench.mark(assertion, Rating.MISLEADING, note="Most came in June.")
    assert remembered(bench) == [
        CheckedClaim(
            assertion,
            "The plant hired 180 workers in May",
            Rating.MISLEADING,
            headline="The plant",
            checked_at=standing.changed_at,
            note="Most came in June.",
            editor="Ann",
            claim_id=assertion,
        )
    ]
    assert memory_is_the_fold(bench)


def test_a_claim_marked_again_is_remembered_once(bench: Workbench, assertion: ClaimId) -> None:
    bench.mark(assertion, Rating.MISLEADING)
    bench.mark(assertion, Rating.UNSUPPORTED)
    assert [checked.rating for checked in remembered(bench)] == [Rating.UNSUPPORTED]
    assert memory_is_the_fold(bench)


def test_what_is_taken_back_is_forgotten_and_done_again_is_remembered(
    bench: Workbench, article: ArticleId, assertion: ClaimId
) -> None:
    bench.mark(assertion, Rating.MISLEADING)
    bench.clear(assertion)
    assert remembered(bench) == []
    bench.undo(article)
    assert [checked.rating for checked in remembered(bench)] == [Rating.MISLEADING]
    bench.redo(article)
    assert remembered(bench) == []
    assert memory_is_the_fold(bench)


def test_a_date_alone_says_nothing_and_is_not_remembered(
    bench: Workbench, article: ArticleId, detail: ClaimId
) -> None:
    bench.mark(claim_saying(bench, article, "May"), Rating.CONFIRMED, reason="seen")
    assert remembered(bench) == []
    bench.mark(detail, Rating.MISLEADING)
    assert [checked.id for checked in remembered(bench)] == [detail]


def test_a_decision_that_fails_leaves_the_memory_alone(
    bench: Workbench, assertion: ClaimId
) -> None:
    with pytest.raises(RuleError):
        bench.mark(assertion, Rating.CONFIRMED)
    assert remembered(bench) == []


def test_a_batch_is_remembered_whole(bench: Workbench, assertion: ClaimId, detail: ClaimId) -> None:
    bench.confirm_with_details(assertion, reason="The payroll says so.")
    assert {checked.id for checked in remembered(bench)} == {assertion, detail}


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE memory_claims SET rating = 'confirmed'",
        "DELETE FROM memory_claims",
        "UPDATE memory_totals SET claims = 7",
        "UPDATE memory_stems SET claims = 7",
        "INSERT INTO memory_search (memory_search) VALUES ('delete-all')",
    ],
)
def test_the_doctor_finds_a_memory_that_is_not_the_fold_and_mends_it(
    bench: Workbench, assertion: ClaimId, damage: str
) -> None:
    bench.mark(assertion, Rating.MISLEADING)
    with bench._store.writing():
        bench._store.memory._connection.run(damage)
    assert not memory_is_the_fold(bench)
    bench.rebuild()
    assert bench.examine() == []
    assert [checked.rating for checked in remembered(bench)] == [Rating.MISLEADING]


def test_a_rebuild_leaves_imported_checks_alone(bench: Workbench, assertion: ClaimId) -> None:
    bench.mark(assertion, Rating.MISLEADING)
    imported = CheckedClaim("import", "The weir is older than the mill.", "False")
    with bench._store.writing():
        bench._store.memory.add([(imported, ["weir", "older", "mill"])])
    bench.rebuild()
    assert bench._store.memory.one("import") == imported
    assert memory_is_the_fold(bench)
