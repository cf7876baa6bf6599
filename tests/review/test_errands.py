"""Long work is done in a process of its own, tells how far it is, and leaves nothing when it is ended."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from workbench.config import Settings
from workbench.errors import WorkbenchError
from workbench.review import Workbench
from workbench.review.errands import Errand, Running

if TYPE_CHECKING:
    from pathlib import Path

SENTENCE = "The council of Elmford bought 12 ferries for $4 million in May 2021. "


@pytest.fixture
def errand(tmp_path: Path) -> Errand:
    (tmp_path / "short.txt").write_text(SENTENCE, encoding="utf-8")
    (tmp_path / "minutes.txt").write_text("Minutes.\n\nElmford has 12 ferries.\n", encoding="utf-8")
    return Errand(tmp_path / "claims.db", "Ann", Settings(), str(tmp_path / "short.txt"))


def test_an_article_is_added_with_news_and_a_source_is_linked(
    errand: Errand, tmp_path: Path
) -> None:
    news: list[tuple[str, float]] = []
    done = Running(errand).wait(lambda stage, share: news.append((stage, share)))
    assert done is not None
    assert (done.number, done.is_new) == (1, True)
    assert done.count > 0
    assert news == [("reading", 0.0), ("splitting", 0.0), ("splitting", 1.0)]
    again = Running(errand).wait(lambda *_: None)
    assert again is not None
    assert not again.is_new

    with Workbench.open(errand.path, editor="Bo", settings=Settings()) as bench:
        article = bench.article("1").id
        linking = replace(errand, reference=str(tmp_path / "minutes.txt"), article=article)
        linked = Running(linking).wait(lambda *_: None)
        assert linked is not None
        [source] = bench.sources(article)
        assert (linked.number, linked.count) == (source.number, source.passage_count)
        assert {event.editor for event in bench.events(article)} == {"Ann"}


def test_a_refusal_comes_back_as_its_sentence(errand: Errand) -> None:
    with pytest.raises(WorkbenchError, match=r"gone\.txt") as refusal:
        Running(replace(errand, reference="gone.txt")).wait(lambda *_: None)
    assert refusal.value.hint


def test_work_that_is_ended_leaves_nothing(errand: Errand, tmp_path: Path) -> None:
    (tmp_path / "short.txt").write_text(SENTENCE * 20_000, encoding="utf-8")
    running = Running(errand)
    is_splitting = threading.Event()

    def told(stage: str, _: float) -> None:
        if stage == "splitting":
            is_splitting.set()
            running.end()

    assert running.wait(told) is None
    assert is_splitting.is_set()
    with Workbench.open(errand.path, editor="Bo", settings=Settings(), create=True) as bench:
        assert bench.articles() == []


def test_work_that_dies_is_a_sentence(errand: Errand) -> None:
    running = Running(errand)
    with pytest.raises(WorkbenchError, match="ended from outside"):
        running.wait(lambda *_: running._process.kill())


def test_an_unforeseen_error_is_not_hidden(errand: Errand) -> None:
    with pytest.raises(RuntimeError, match="Traceback"):
        Running(replace(errand, editor=7)).wait(lambda *_: None)  # type: ignore[arg-type]  # on purpose
