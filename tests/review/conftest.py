"""A desk with one article of three sentences, split as articles are."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from workbench.config import Settings
from workbench.model import ArticleId, ClaimId, Document, Passage
from workbench.review import Workbench, seeded_ids, steady_clock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

TEXT = "The plant hired 180 workers in May. It paid them well. Nobody left."
SOURCE_TEXT = "In May the plant took on 108 workers.\nNobody was sent away."
DOCUMENT = Document(TEXT, "The plant")
START = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


@pytest.fixture
def open_bench(tmp_path: Path) -> Iterator[Callable[[str], Workbench]]:
    """Opens the same database for an editor of a name."""
    opened: list[Workbench] = []

    def open_for(editor: str) -> Workbench:
        opened.append(
            Workbench.open(
                tmp_path / "claims.db",
                editor=editor,
                settings=Settings(),
                create=True,
                clock=steady_clock(START),
                ids=seeded_ids(1_700_000_000_000, seed=len(opened)),
            )
        )
        return opened[-1]

    yield open_for
    for bench in opened:
        bench.close()


@pytest.fixture
def bench(open_bench: Callable[[str], Workbench]) -> Workbench:
    """Ann's desk with one article."""
    ann = open_bench("Ann")
    ann.add_article(TEXT.encode(), DOCUMENT)
    return ann


def claim_saying(bench: Workbench, article: ArticleId, words: str) -> ClaimId:
    [claim] = [claim for claim in bench.claims(article) if claim.text == words]
    return claim.id


@pytest.fixture
def article(bench: Workbench) -> ArticleId:
    return bench.articles()[0].id


@pytest.fixture
def assertion(bench: Workbench, article: ArticleId) -> ClaimId:
    """The first sentence, which carries the details `180 workers` and `May`."""
    return claim_saying(bench, article, "The plant hired 180 workers in May")


@pytest.fixture
def detail(bench: Workbench, article: ArticleId) -> ClaimId:
    return claim_saying(bench, article, "180 workers")


@pytest.fixture
def passage(bench: Workbench, article: ArticleId, tmp_path: Path) -> Passage:
    """The first passage of a linked source."""
    notice = tmp_path / "notice.txt"
    notice.write_text(SOURCE_TEXT)
    source = bench.link_source(article, str(notice))
    [first, _] = bench._store.sources.passages(source.id)
    return first
