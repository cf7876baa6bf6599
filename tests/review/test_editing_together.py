"""Whatever editors do to claims, one after the other or at once, folds to what is rebuilt, and nothing is lost."""

from __future__ import annotations

import multiprocessing

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.review.conftest import TEXT
from tests.review.test_editing import at, bob, is_sound, state
from workbench.config import Settings
from workbench.errors import ConflictError, RuleError, UnknownError
from workbench.model import (
    ArticleId,
    ClaimId,
    ClaimKind,
    Span,
)
from workbench.review import Workbench

__all__ = ["bob"]


words = st.sampled_from(
    [
        Span(*found)
        for found in [
            (0, 3),
            (0, 9),
            (4, 9),
            (10, 15),
            (16, 19),
            (16, 27),
            (10, 27),
            (28, 34),
            (0, 34),
            (36, 53),
            (0, 53),
            (55, 66),
        ]
    ]
)
steps = st.one_of(
    st.tuples(st.just("add"), words, st.sampled_from(ClaimKind)),
    st.tuples(st.sampled_from(["widen", "narrow"]), st.integers(0, 9), words),
    st.tuples(st.just("split"), st.integers(0, 9), st.sampled_from([4, 10, 16, 20, 28, 31, 39])),
    st.tuples(st.just("merge"), st.integers(0, 9), st.integers(0, 9)),
    st.tuples(st.sampled_from(["drop", "restore", "mark"]), st.integers(0, 9)),
    st.tuples(st.just("kind"), st.integers(0, 9), st.sampled_from(ClaimKind)),
    st.tuples(st.sampled_from(["nothing", "something"]), st.sampled_from([0, 40, 60])),
    st.tuples(st.sampled_from(["undo", "redo"])),
)


def take(bench: Workbench, article: ArticleId, step: tuple[object, ...]) -> None:
    """One step of an editor, whatever comes of it."""
    claims = [claim.id for claim in bench.claims(article)]
    chosen = [
        claims[place % len(claims)] if claims else ClaimId("")
        for place in step[1:]
        if isinstance(place, int)
    ]
    match step:
        case ("add", Span() as span, ClaimKind() as kind):
            bench.editing.add(article, span, kind)
        case ("widen", _, Span() as span):
            bench.editing.widen(chosen[0], span)
        case ("narrow", _, Span() as span):
            bench.editing.narrow(chosen[0], span)
        case ("split", _, int() as offset):
            bench.editing.split(chosen[0], offset)
        case ("merge", _, _):
            bench.editing.merge(*chosen)
        case ("drop", _):
            bench.editing.drop(chosen[0], "none")
        case ("restore", int() as place):
            gone = bench.dropped(article)
            if gone:
                bench.editing.restore(gone[place % len(gone)].id)
        case ("mark", _):
            bench.mark(chosen[0], "misleading")
        case ("kind", _, ClaimKind() as kind):
            bench.editing.change_kind(chosen[0], kind)
        case ("nothing", int() as offset):
            bench.editing.nothing_to_check(article, offset)
        case ("something", int() as offset):
            bench.editing.something_to_check(article, offset)
        case ("undo",):
            bench.undo(article)
        case ("redo",):
            bench.redo(article)


@given(st.lists(st.tuples(st.booleans(), steps), max_size=14))
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_two_editors_do_folds_to_what_is_rebuilt(
    bench: Workbench,
    bob: Workbench,
    article: ArticleId,
    taken: list[tuple[bool, tuple[object, ...]]],
) -> None:
    """And nothing is lost: every claim is there or says why not, and no claim is there twice."""
    for is_bobs, step in taken:
        desk = bob if is_bobs else bench
        before, head = state(bench, article), bench.chain_head(article)
        try:
            take(desk, article, step)
        except (RuleError, ConflictError, UnknownError):
            assert (state(bench, article), bench.chain_head(article)) == (before, head)
    after = state(bench, article)
    assert is_sound(bench)
    bench.rebuild()
    assert state(bench, article) == after
    claims = bench.claims(article)
    assert len({(claim.span, claim.kind) for claim in claims}) == len(claims)
    assert all(claim.text == claim.span.of(TEXT) for claim in claims)
    places = [(claim.span.start, -claim.span.end) for claim in claims]
    assert places == sorted(places)


@given(st.lists(steps, min_size=1, max_size=8))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_everything_one_editor_did_is_undone_and_done_again(
    bench: Workbench, article: ArticleId, taken: list[tuple[object, ...]]
) -> None:
    def shown() -> object:
        claims = [(claim.id, claim.claim, claim.parent_id) for claim in bench.claims(article)]
        decided = {claim: standing.decision for claim, standing in bench.standings(article).items()}
        marks = [mark.span for mark in bench.nothing_to_check(article)]
        dropped = [(claim.id, claim.drop_reason) for claim in bench.dropped(article)]
        return claims, decided, marks, dropped

    def undo_all() -> int:
        for count in range(999):
            try:
                bench.undo(article)
            except RuleError:
                return count
        raise AssertionError

    undo_all()
    for step in taken:
        if step[0] in ("undo", "redo"):
            continue
        try:
            take(bench, article, step)
        except (RuleError, UnknownError):
            continue
    done = shown()
    count = undo_all()
    assert [claim.claim.rule for claim in bench.claims(article)].count("by hand") == 0
    for _ in range(count):
        bench.redo(article)
    assert shown() == done
    assert is_sound(bench)
    undo_all()


def _edit_again_and_again(path: str, editor: str, rounds: int) -> None:
    from pathlib import Path

    with Workbench.open(Path(path), editor=editor, settings=Settings()) as bench:
        article = bench.articles()[0].id
        for turn in range(rounds):
            kind = ClaimKind.NAME if editor == "Ann" else ClaimKind.RANK
            [added] = bench.editing.add(article, at("plant"), kind)
            try:
                bench.editing.widen(added.claim_id, at("The plant"))
                bench.editing.drop(added.claim_id, f"turn {turn}")
            except ConflictError:
                raise AssertionError from None


def test_two_processes_edit_the_same_article_and_lose_nothing(
    bench: Workbench, article: ArticleId
) -> None:
    context = multiprocessing.get_context("spawn")
    rounds = 6
    before = bench.event_count(article)
    workers = [
        context.Process(target=_edit_again_and_again, args=(str(bench.path), name, rounds))
        for name in ("Ann", "Bob")
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert [worker.exitcode for worker in workers] == [0, 0]
    assert bench.event_count(article) == before + 2 * 3 * rounds
    dropped = bench.dropped(article)
    assert len(dropped) == len({claim.number for claim in dropped}) == 2 * rounds
    assert is_sound(bench)
