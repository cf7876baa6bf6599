"""A source has a kind, a name among others, and an origin that it may share."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.review.test_sourcing import FIRST, accepted, notice
from workbench.errors import UnknownError
from workbench.model import (
    Action,
    Document,
    SourceKind,
)

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.model import ArticleId, SourceId
    from workbench.review import Workbench

__all__ = ["accepted", "notice"]


def test_a_kind_is_told_in_the_history(
    bench: Workbench, article: ArticleId, accepted: SourceId
) -> None:
    assert bench.sourcing.set_kind(accepted, SourceKind.PRIMARY).kind is SourceKind.PRIMARY
    event = bench.events(article)[-1]
    assert event.action is Action.SOURCE_KIND
    assert json.loads(event.detail) == {"source": accepted, "kind": "primary"}
    bench.sourcing.set_kind(accepted, SourceKind.PRIMARY)
    assert bench.events(article)[-1] == event
    bench.rebuild()
    assert bench.sources(article)[0].kind_label == "primary"
    assert bench.sourcing.set_kind(accepted, None).kind is None
    assert [problem for problem in bench.examine() if problem.check == "sources"] == []


def test_a_source_is_meant_by_article_and_number_or_id(
    bench: Workbench, article: ArticleId, accepted: SourceId
) -> None:
    for reference in ("1", "1/1", " The plant/1 ", accepted):
        assert bench.sourcing.meant(reference).id == accepted
    for reference in ("2", "1/2", "1/", "", "9/1", "019bd8f4-0000-7000-8000-000000000000"):
        with pytest.raises(UnknownError) as failure:
            bench.sourcing.meant(reference)
        assert failure.value.hint
    bench.add_article(b"x", Document("The mill burned down in 1911.", "The mill"))
    with pytest.raises(UnknownError, match="Which article's source"):
        bench.sourcing.meant("1")
    assert bench.sourcing.meant("1/1").id == accepted
    with pytest.raises(UnknownError, match="has no source 1"):
        bench.sourcing.meant("2/1")


def test_links_with_one_origin_count_once(
    bench: Workbench, article: ArticleId, accepted: SourceId, notice: Path
) -> None:
    assert bench.sourcing.shared_origins(article) == []
    copy = bench.link_document(article, b"x", Document(FIRST.upper(), "A reprint"))
    [shared] = bench.sourcing.shared_origins(article)
    assert (shared.sources, shared.why) == ((accepted, copy.id), "the same text")
    assert bench.sourcing.shared_origins(article) is bench.sourcing.shared_origins(article)
    # an origin is of the words as they are now
    notice.write_text("Something else altogether.")
    bench.sourcing.check(accepted)
    assert bench.sourcing.shared_origins(article) == []
