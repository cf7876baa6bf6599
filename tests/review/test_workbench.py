"""The workbench joins its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.review.conftest import DOCUMENT, TEXT
from workbench.errors import ConflictError, RuleError, UnknownError
from workbench.model import Decision, Rating

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.review import Workbench


def test_an_article_is_kept_with_its_claims_in_text_order(bench: Workbench) -> None:
    [article] = bench.articles()
    claims = bench.claims(article.id)
    assert bench.document(article.id) == DOCUMENT
    assert [claim.text for claim in claims] == [
        "The plant hired 180 workers in May.",
        "180",
        "It paid them well.",
        "Nobody left.",
    ]
    assert [claim.number for claim in claims] == [1, 2, 3, 4]
    assert claims[1].parent_id == claims[0].id
    assert claims[1].claim.parent == 0


def test_the_same_text_again_changes_nothing(bench: Workbench) -> None:
    head = bench.chain_head(bench.articles()[0].id)
    again = bench.add_article(TEXT.encode(), DOCUMENT)
    assert not again.is_new
    assert [again.article] == bench.articles()
    assert bench.chain_head(again.article.id) == head


def test_a_mark_is_kept_and_counted(bench: Workbench) -> None:
    [article] = bench.articles()
    claim = bench.claim(article.id, "3")
    standing = bench.mark(claim.id, Rating.MISLEADING, note="Compared with whom?")
    assert (standing.version, standing.rating, standing.editor) == (1, "misleading", "Ann")
    assert bench.standings(article.id) == {claim.id: standing}
    assert bench.progress(article.id).by_rating == {"misleading": 1}
    assert bench.progress(article.id).open == 3


def test_undo_and_redo_reach_any_depth(bench: Workbench) -> None:
    [article] = bench.articles()
    claim = bench.claim(article.id, "3").id
    decisions = [Decision()]
    for rating in (Rating.MISLEADING, Rating.UNSUPPORTED, Rating.CONFLICTING):
        decisions.append(bench.mark(claim, rating).decision)
    for decision in reversed(decisions[:-1]):
        assert [standing.decision for standing in bench.undo(article.id)] == [decision]
    with pytest.raises(RuleError, match="nothing to undo"):
        bench.undo(article.id)
    for decision in decisions[1:]:
        assert [standing.decision for standing in bench.redo(article.id)] == [decision]
    with pytest.raises(RuleError, match="nothing to redo"):
        bench.redo(article.id)


def test_a_stale_decision_is_refused_with_who_did_what(
    bench: Workbench, open_bench: Callable[[str], Workbench]
) -> None:
    [article] = bench.articles()
    claim = bench.claim(article.id, "1").id
    open_bench("Bob").mark(claim, Rating.MISLEADING)
    with pytest.raises(ConflictError, match=r"Bob changed this claim at .*: now misleading"):
        bench.mark(claim, Rating.UNSUPPORTED, seen_version=0)


def test_an_unknown_article_says_which_there_are(bench: Workbench) -> None:
    with pytest.raises(UnknownError, match="articles 1 to 1"):
        bench.article("7")
