"""The workbench joins its parts: what was added, marked and linked can be read again by anyone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.review.conftest import DOCUMENT, START, TEXT, claim_saying
from tests.rights import as_nobody, has_rights, let_anybody_reach
from workbench.config import Settings
from workbench.errors import StoreError
from workbench.model import Coverage, Rating, Severity, Standing
from workbench.review import Workbench, seeded_ids, steady_clock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from workbench.model import ArticleId, ClaimId


def test_an_article_is_kept_with_its_claims_in_text_order(
    bench: Workbench, article: ArticleId
) -> None:
    claims = bench.claims(article)
    assert bench.document(article) == DOCUMENT
    assert [claim.text for claim in claims] == [
        "The plant hired 180 workers in May",
        "180 workers",
        "May",
        "It paid them well",
        "Nobody left",
    ]
    assert [claim.number for claim in claims] == [1, 2, 3, 4, 5]
    assert claims[1].parent_id == claims[0].id
    assert claims[1].parent_id == claims[0].id


def test_the_same_text_again_changes_nothing(bench: Workbench, article: ArticleId) -> None:
    head = bench.chain_head(article)
    again = bench.add_article(TEXT.encode(), DOCUMENT)
    assert not again.is_new
    assert [again.article] == bench.articles()
    assert bench.chain_head(article) == head


def test_a_mark_is_kept_and_counted(bench: Workbench, article: ArticleId) -> None:
    claim = claim_saying(bench, article, "It paid them well")
    standing = bench.mark(claim, Rating.MISLEADING, note="Compared with whom?")
    assert (standing.version, standing.rating, standing.editor) == (1, "misleading", "Ann")
    assert bench.standing(claim) == standing
    assert bench.standings(article) == {claim: standing}
    assert bench.progress(article).by_rating == {"misleading": 1}
    assert bench.progress(article).open == 4
    assert bench.coverage(article) == Coverage(characters=55, claimed=52, assessed=14)


def test_others_see_what_was_done_and_that_something_was_done(
    bench: Workbench, article: ArticleId, assertion: ClaimId, open_bench: Callable[[str], Workbench]
) -> None:
    bob = open_bench("Bob")
    token = bob.change_token()
    assert bob.change_token() == token
    seen = bob.events(article)[-1].seq
    standing = bench.mark(assertion, "misleading")
    assert bob.change_token() != token
    [event] = bob.events(article, after=seen)
    assert (event.claim_id, event.editor, event.digest) == (
        assertion,
        "Ann",
        bob.chain_head(article),
    )
    assert bob.standing(assertion) == standing


def test_the_same_clock_and_ids_make_the_same_database(
    tmp_path: Path, bench: Workbench, article: ArticleId, assertion: ClaimId
) -> None:
    bench.mark(assertion, "misleading")
    with Workbench.open(
        tmp_path / "again.db",
        editor="Ann",
        settings=Settings(),
        create=True,
        clock=steady_clock(START),
        ids=seeded_ids(1_700_000_000_000, seed=0),
    ) as again:
        added = again.add_article(TEXT.encode(), DOCUMENT).article
        assert added.id == article
        again.mark(assertion, "misleading")
        assert again.chain_head(article) == bench.chain_head(article)


def test_a_wrong_path_makes_nothing_and_names_the_way(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="workbench add"):
        Workbench.open(tmp_path / "claims.db", editor="Ann", settings=Settings())
    assert list(tmp_path.iterdir()) == []


@has_rights
def test_a_desk_in_a_read_only_folder_can_be_read(
    bench: Workbench, article: ArticleId, assertion: ClaimId
) -> None:
    bench.mark(assertion, "misleading")
    bench.close()
    folder = bench.path.parent
    let_anybody_reach(folder)
    folder.chmod(0o555)
    with as_nobody(), Workbench.open(bench.path, editor="Eve", settings=Settings()) as reader:
        assert reader.is_read_only
        assert reader.standing(assertion).rating == "misleading"
        assert len(reader.claims(article)) == 5
        assert [p for p in reader.examine() if p.severity is Severity.ERROR] == []
        with pytest.raises(StoreError, match="can be read but not written"):
            reader.mark(assertion, "conflicting")


def test_upkeep_is_at_hand(
    bench: Workbench, article: ArticleId, assertion: ClaimId, tmp_path: Path
) -> None:
    standing = bench.mark(assertion, "misleading")
    assert [p for p in bench.examine() if p.severity is Severity.ERROR] == []
    bench.rebuild()
    assert bench.standings(article) == {assertion: standing}
    bench.backup(tmp_path / "backup.db")
    with Workbench.open(tmp_path / "backup.db", editor="Bob", settings=Settings()) as copy:
        assert copy.standings(article) == {assertion: standing}


def test_a_claim_nobody_touched_stands_open(bench: Workbench, detail: ClaimId) -> None:
    assert bench.standing(detail) == Standing(detail)
