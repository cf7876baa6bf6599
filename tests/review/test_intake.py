"""Articles and sources are kept whole and once, or refused with a sentence and nothing kept."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.review.conftest import DOCUMENT, SOURCE_TEXT, TEXT
from workbench import splitting
from workbench.config import Settings
from workbench.errors import ReaderError, RuleError, SplittingError, WorkbenchError
from workbench.model import Action, ArticleId, Claim, Document
from workbench.review import Workbench
from workbench.review.intake import content_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_a_path_is_read_split_and_kept(
    open_bench: Callable[[str], Workbench], tmp_path: Path
) -> None:
    path = tmp_path / "plant.txt"
    path.write_bytes(TEXT.replace(" ", "\r\n", 1).encode())
    bench = open_bench("Ann")
    added = bench.add(str(path))
    assert added.is_new
    assert added.article.origin == str(path)
    assert added.article.progress.claims == 5
    assert bench.document(added.article.id).text == TEXT.replace(" ", "\n", 1)


def test_standard_input_is_read(open_bench: Callable[[str], Workbench]) -> None:
    bench = open_bench("Ann")
    added = bench.add("-", stdin=TEXT.encode("utf-16"))
    assert bench.document(added.article.id).text == TEXT
    with pytest.raises(ReaderError):
        bench.add("-")
    assert len(bench.articles()) == 1


@pytest.mark.parametrize(
    "reference", ["nowhere.txt", ".", "http://127.0.0.1:9/x", "ftp://desk/x", "HTTPS://[::1]/"]
)
def test_what_cannot_be_read_is_a_sentence(reference: str) -> None:
    with pytest.raises(WorkbenchError) as failure:
        content_of(reference)
    assert failure.value.hint


def test_adding_is_told_in_the_history(bench: Workbench, article: ArticleId) -> None:
    added, split = bench.events(article)
    assert [added.action, split.action] == [Action.ADD_ARTICLE, Action.SPLIT]
    assert json.loads(added.detail) == {
        "title": "The plant",
        "origin": "",
        "sha256": DOCUMENT.sha256,
        "bytes_sha256": DOCUMENT.sha256,
    }
    assert json.loads(split.detail)["claims"] == 5


def test_two_that_add_the_same_text_keep_it_once(
    bench: Workbench, open_bench: Callable[[str], Workbench], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other one is faster, while this one still splits."""
    bob = open_bench("Bob")
    document = Document("The mill burned down in 1911.", "The mill")
    split = splitting.split

    def split_slowly(document: Document, *, model: str | None = None) -> list[Claim]:
        monkeypatch.undo()
        assert bob.add_article(b"", document).is_new
        return split(document, model=model)

    monkeypatch.setattr(splitting, "split", split_slowly)
    assert not bench.add_article(b"", document).is_new
    assert len(bench.articles()) == 2


def test_half_a_character_is_refused(bench: Workbench) -> None:
    with pytest.raises(ReaderError, match="lone surrogate"):
        bench.add_article(b"", Document("half \ud83d", "Odd"))
    odd = bench.add_article(b"", Document("whole", "Odd \ud83d", origin="\udcff.txt")).article
    assert (odd.title, odd.origin) == ("Odd ?", "?.txt")


def test_a_model_that_is_not_installed_leaves_nothing(tmp_path: Path) -> None:
    settings = Settings(splitting_model="no_such_model")
    with Workbench.open(
        tmp_path / "claims.db", editor="Ann", settings=settings, create=True
    ) as bench:
        with pytest.raises(SplittingError, match="no_such_model"):
            bench.add_article(b"", Document("The mill burned down.", "The mill"))
        assert bench.articles() == []


def test_a_source_is_kept_with_passages_that_are_offered(
    bench: Workbench, article: ArticleId, tmp_path: Path
) -> None:
    notice = tmp_path / "notice.txt"
    notice.write_text(SOURCE_TEXT)
    source = bench.link_source(article, str(notice))
    assert (source.number, source.passage_count) == (1, 2)
    assert bench.sources(article) == [source]
    assert bench.source_document(source.id).text == SOURCE_TEXT
    claim = bench.claim(article, "1")
    [match] = bench.matches(claim.id, limit=1)
    assert match.passage.text == SOURCE_TEXT.split("\n")[0]
    assert (match.source_number, match.source_title) == (1, source.title)
    event = bench.events(article)[-1]
    assert event.action is Action.LINK_SOURCE
    assert json.loads(event.detail)["source"] == source.id


def test_the_same_bytes_are_the_same_source(
    bench: Workbench, article: ArticleId, tmp_path: Path
) -> None:
    for name in ("notice.txt", "again.txt"):
        (tmp_path / name).write_text(SOURCE_TEXT)
    first = bench.link_source(article, str(tmp_path / "notice.txt"))
    head = bench.chain_head(article)
    assert bench.link_source(article, str(tmp_path / "again.txt")) == first
    assert bench.chain_head(article) == head


def test_the_article_is_no_source_of_itself(
    bench: Workbench, article: ArticleId, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_text(TEXT + "\n")
    with pytest.raises(RuleError, match="the article itself, or a copy of it") as failure:
        bench.link_source(article, str(copy))
    assert failure.value.hint
    assert bench.sources(article) == []


def test_without_sources_nothing_is_offered(bench: Workbench, article: ArticleId) -> None:
    assert bench.matches(bench.claim(article, "1").id) == []


def test_opening_a_desk_loads_neither_parser_nor_network_nor_screens(tmp_path: Path) -> None:
    code = """
import sys
from pathlib import Path
from workbench.review import Workbench
with Workbench.open(Path(sys.argv[1]), editor="Ann", create=True) as bench:
    bench.articles()
heavy = {"spacy", "requests", "lxml", "textual", "rapidfuzz", "docx", "jinja2", "numpy"}
print(sorted(heavy & set(sys.modules)))
"""
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "claims.db")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "[]\n"
