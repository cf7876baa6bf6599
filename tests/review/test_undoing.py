"""Undo and redo go as deep as the history, for each editor alone, and never over others' work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.errors import ConflictError, RuleError, UnknownError
from workbench.model import Action, ArticleId, ClaimId, Decision, EventId, Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.review import Workbench

RATINGS = ("misleading", "unsupported", "conflicting", "not-checkable")


@pytest.fixture
def bob(bench: Workbench, open_bench: Callable[[str], Workbench]) -> Workbench:
    return open_bench("Bob")


def test_history_is_added_to_and_never_rewritten(
    bench: Workbench, article: ArticleId, assertion: ClaimId
) -> None:
    bench.mark(assertion, "misleading")
    bench.undo(article)
    bench.redo(article)
    mark, undo, redo = bench.events(article, after=2)
    assert [mark.action, undo.action, redo.action] == [Action.MARK, Action.UNDO, Action.REDO]
    assert (undo.undoes, redo.undoes) == (mark.id, undo.id)
    assert (redo.before, redo.after) == (undo.after, undo.before)
    assert [mark.version, undo.version, redo.version] == [1, 2, 3]


def test_something_new_ends_what_can_be_redone(
    bench: Workbench, article: ArticleId, assertion: ClaimId
) -> None:
    bench.mark(assertion, "misleading")
    bench.undo(article)
    bench.mark(assertion, "conflicting")
    with pytest.raises(RuleError, match="nothing to redo"):
        bench.redo(article)


def test_what_was_done_again_can_be_undone_again(
    bench: Workbench, article: ArticleId, assertion: ClaimId
) -> None:
    bench.mark(assertion, "misleading")
    for _ in range(3):
        assert bench.undo(article)[0].rating is None
        assert bench.redo(article)[0].rating == "misleading"


def test_each_editor_undoes_their_own_work(
    bench: Workbench, bob: Workbench, article: ArticleId, assertion: ClaimId, detail: ClaimId
) -> None:
    bench.mark(assertion, "misleading")
    bob.mark(detail, "conflicting")
    assert [one.claim_id for one in bench.undo(article)] == [assertion]
    with pytest.raises(RuleError, match="nothing to undo"):
        bench.undo(article)
    assert [one.claim_id for one in bob.undo(article)] == [detail]


def test_undo_stops_where_somebody_else_went_on(
    bench: Workbench, bob: Workbench, article: ArticleId, assertion: ClaimId
) -> None:
    bench.mark(assertion, "misleading")
    theirs = bob.mark(assertion, "conflicting")
    with pytest.raises(ConflictError, match="Bob changed this claim"):
        bench.undo(article)
    assert bench.standing(assertion) == theirs
    bob.undo(article)
    assert bench.undo(article)[0].decision == Decision()


def test_undo_does_not_take_another_editors_same_verdict(
    bench: Workbench, bob: Workbench, article: ArticleId, assertion: ClaimId
) -> None:
    bench.mark(assertion, "misleading")
    bob.mark(assertion, "misleading")
    with pytest.raises(ConflictError, match="Bob"):
        bench.undo(article)


def test_redo_stops_where_somebody_else_went_back(
    bench: Workbench, bob: Workbench, article: ArticleId, assertion: ClaimId
) -> None:
    bob.mark(assertion, "conflicting")
    bench.mark(assertion, "misleading")
    bench.undo(article)
    bob.undo(article)
    with pytest.raises(ConflictError, match="Bob"):
        bench.redo(article)


def test_a_batch_is_undone_whole_or_not_at_all(
    bench: Workbench, bob: Workbench, article: ArticleId, assertion: ClaimId, detail: ClaimId
) -> None:
    bench.confirm_with_details(assertion, reason="seen on site")
    theirs = bob.mark(detail, "conflicting")
    before = bench.chain_head(article)
    with pytest.raises(ConflictError):
        bench.undo(article)
    assert bench.chain_head(article) == before
    assert bench.standing(detail) == theirs
    bob.undo(article)
    assert {one.claim_id for one in bench.undo(article)} > {assertion, detail}
    assert {one.rating for one in bench.redo(article)} == {"confirmed"}


def test_adding_and_linking_are_not_undone(bench: Workbench, article: ArticleId) -> None:
    with pytest.raises(RuleError, match="nothing to undo"):
        bench.undo(article)
    assert bench.articles()


@given(st.lists(st.sampled_from([*RATINGS, "undo", "redo"]), max_size=14), st.data())
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_undo_and_redo_are_two_stacks(
    bench: Workbench, article: ArticleId, steps: list[str], data: st.DataObject
) -> None:
    """Against the plainest model of undo there is: a list of states and a place in it."""
    claims = [claim.id for claim in bench.claims(article)]
    # earlier examples of this test leave their history, which starts the model here
    bench.mark(claims[0], "unsupported", note=f"{len(bench.events(article))}")
    states = [{id_: bench.standing(id_).decision for id_ in claims}]
    place = 0
    for step in steps:
        if step == "undo":
            if place == 0:
                continue
            bench.undo(article)
            place -= 1
        elif step == "redo":
            if place == len(states) - 1:
                with pytest.raises(RuleError, match="nothing to redo"):
                    bench.redo(article)
                continue
            bench.redo(article)
            place += 1
        else:
            claim = data.draw(st.sampled_from(claims))
            # a note of its own: a mark that changes nothing would leave nothing to undo
            standing = bench.mark(claim, step, note=f"{len(bench.events(article))}")
            del states[place + 1 :]
            states.append(states[place] | {claim: standing.decision})
            place += 1
        assert {id_: bench.standing(id_).decision for id_ in claims} == states[place]
    assert [p for p in bench.examine() if p.severity is Severity.ERROR] == []


@given(st.lists(st.tuples(st.booleans(), st.sampled_from([*RATINGS, "undo", "redo"])), max_size=20))
@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_two_editors_never_break_the_history(
    bench: Workbench,
    bob: Workbench,
    article: ArticleId,
    assertion: ClaimId,
    steps: list[tuple[bool, str]],
) -> None:
    """Whatever they do in turns on one claim, it is kept or refused with a sentence."""
    for number, (is_bob, step) in enumerate(steps):
        editor = bob if is_bob else bench
        before = editor.standing(assertion)
        try:
            match step:
                case "undo":
                    editor.undo(article)
                case "redo":
                    editor.redo(article)
                case _:
                    editor.mark(assertion, step, note=f"{number} of {len(bench.events(article))}")
        except (RuleError, ConflictError):
            assert step in ("undo", "redo")
            assert editor.standing(assertion) == before
    assert bench.standings(article) == bob.standings(article)
    assert [p for p in bench.examine() if p.severity is Severity.ERROR] == []


def test_a_line_of_the_history_is_taken_back_and_done_again(
    bench: Workbench, article: ArticleId, assertion: ClaimId, detail: ClaimId
) -> None:
    bench.mark(assertion, "misleading")
    bench.mark(detail, "conflicting")
    first, _ = bench.events(article, after=2)
    [taken_back] = bench.undo(article, of=first.id)
    assert (taken_back.claim_id, taken_back.rating) == (assertion, None)
    with pytest.raises(RuleError, match="taken back already"):
        bench.undo(article, of=first.id)
    undo = bench.events(article)[-1]
    [again] = bench.undo(article, of=undo.id)
    assert again.rating == "misleading"
    assert bench.events(article)[-1].action is Action.REDO


def test_others_work_and_what_moved_on_stay_in_the_history(
    bench: Workbench, bob: Workbench, article: ArticleId, assertion: ClaimId
) -> None:
    bench.mark(assertion, "misleading")
    bench.mark(assertion, "conflicting")
    added, _, first, second = bench.events(article)
    with pytest.raises(ConflictError):
        bench.undo(article, of=first.id)
    with pytest.raises(RuleError, match="Ann did that"):
        bob.undo(article, of=second.id)
    with pytest.raises(RuleError, match="came in"):
        bench.undo(article, of=added.id)
    with pytest.raises(UnknownError, match="not in the history"):
        bench.undo(article, of=EventId("zz"))
