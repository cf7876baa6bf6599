from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from scripts.make_example_docx import history
from workbench.evidence import is_copy
from workbench.model import Agreement, ChangeKind
from workbench.readers import read_path
from workbench.review import Workbench

if TYPE_CHECKING:
    from collections.abc import Iterator

EXAMPLES = Path(__file__).parents[2] / "examples"
SOURCES = ("briefing.html", "history.docx", "transcript.txt")


def text(name: str) -> str:
    return read_path(EXAMPLES / name)[1].text


def test_the_word_file_is_what_its_script_makes() -> None:
    assert (EXAMPLES / "history.docx").read_bytes() == history()


@pytest.mark.parametrize("name", SOURCES)
def test_every_source_is_read_and_is_no_copy_of_the_article(name: str) -> None:
    document = read_path(EXAMPLES / name)[1]
    assert len(document.text.split()) > 100
    assert not document.encoding_guessed
    assert not is_copy(text("article.md"), document.text)


def test_the_article_bears_its_title_and_day() -> None:
    article = read_path(EXAMPLES / "article.md")[1]
    assert article.title == "Neighbours meet in the deer park"
    assert article.published == date(2026, 1, 12)
    assert 400 <= len(article.text.split()) <= 500


@pytest.mark.parametrize(
    ("wrong", "right", "source"),
    [
        ("delegation of 24 officials", "delegation of 42 officials", "briefing.html"),
        ("took office on October 12", r"took office .*on October 21", "briefing.html"),
        ("On Thursday, January 14", "Wednesday, January 14", "briefing.html"),
        ("We do expect a joint", "We do not expect a joint", "transcript.txt"),
    ],
)
def test_each_planted_mistake_is_in_the_article_and_its_truth_in_a_source(
    wrong: str, right: str, source: str
) -> None:
    assert wrong in text("article.md")
    assert re.search(right, text(source))
    assert wrong not in text(source)


@pytest.mark.parametrize(
    "words",
    ["180 workers", "136 .* Korean", r"\$500 million", "third meeting", "1942", "1965", "1910"],
)
def test_the_sources_hold_what_the_article_says(words: str) -> None:
    assert re.search(words, text("article.md"))
    assert any(re.search(words.replace(" .* ", " "), text(source)) for source in SOURCES)


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbench]:
    """The example on a desk, with its sources linked."""
    path = tmp_path_factory.mktemp("example") / "claims.db"
    with Workbench.open(path, create=True) as bench:
        article = bench.add_article(*read_path(EXAMPLES / "article.md")).article
        for name in SOURCES:
            bench.link_document(article.id, *read_path(EXAMPLES / name))
        yield bench


@pytest.mark.parametrize(
    ("wrong", "seen"),
    [
        ("24 officials", "42"),
        ("October 12", "October 21, 2025"),
        ("Thursday, January 14", "Wednesday, January 14"),
        (
            "“We do expect a joint statement on the mine tomorrow.”",
            "We do not expect a joint statement on the mine tomorrow",
        ),
    ],
)
def test_each_planted_mistake_is_shown_by_the_first_match(
    bench: Workbench, wrong: str, seen: str
) -> None:
    claims = [kept for kept in bench.claims(bench.article("1").id) if kept.text == wrong]
    assert claims
    match = bench.matches(claims[0].id)[0]
    assert [
        (finding.wanted, finding.seen)
        for finding in match.findings
        if finding.agreement is Agreement.MISMATCH
    ] == [(wrong, seen)]


def test_the_dropped_negation_is_marked_as_grave(bench: Workbench) -> None:
    quote = next(
        kept
        for kept in bench.claims(bench.article("1").id)
        if "do expect" in kept.text and kept.text.startswith("“")
    )
    changes = [change for change in bench.matches(quote.id)[0].changes if change.is_grave]
    assert [(change.kind, change.said) for change in changes] == [(ChangeKind.DROPPED, "not")]
