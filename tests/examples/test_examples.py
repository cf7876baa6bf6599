from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from scripts.make_example_docx import history
from workbench.evidence import is_copy
from workbench.readers import read_path

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
