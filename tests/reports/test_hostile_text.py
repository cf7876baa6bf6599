"""Texts that try to become markup, formulas, links or terminal commands stay texts in each format."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.reports.samples import SAMPLE, hostile
from workbench.model import visible
from workbench.reports import FORMATS, written_report
from workbench.reports.csv_table import harmless
from workbench.reports.html_page import web_link
from workbench.reports.markdown import escaped

ATTACKS = [
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>' autofocus",
    "{{ 7 * 7 }} {% include '/etc/passwd' %}",
    '=HYPERLINK("http://evil.example","x")',
    "＝1+1",
    "\t=1+1",
    "[x](javascript:alert(1)) ![y](https://evil.example/y.png)",
    "<https://evil.example> https://evil.example www.evil.example",
    "# heading\n- item\n1. one\n    code\n***\n```\nfence",
    "a | b\n--- | ---\nc | d",
    "[sic] [/] [@click=app.quit]x[/]",
    "\x1b]52;c;ZXZpbA==\x07\x1b[31mred\x9b31m",
    "\u202egnp.exe \u2066x\u2069",
    "line\u2028separator\u2029\x85",
    "half a character \ud800 here",
    "NUL \x00 and DEL \x7f",
    "&lt;b&gt; &amp; &#x41; \\*",
]
hostile_text = st.one_of(
    st.sampled_from(ATTACKS), st.text(), st.text("<>&\"'`*_[]()!#=+-@|\\~ \n\t:/.w1")
)
SIGNS = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


@pytest.mark.parametrize("name", FORMATS)
@given(words=hostile_text)
def test_no_report_holds_a_sign_that_a_terminal_obeys(name: str, words: str) -> None:
    assert not SIGNS.search(written_report(hostile(words), name).decode())


class _Page(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]


OUR_TAGS = set(_Page(written_report(SAMPLE, "html").decode()).tags)


@given(words=hostile_text)
def test_a_page_has_no_tag_and_no_attribute_that_is_not_ours(words: str) -> None:
    page = _Page(written_report(hostile(words), "html").decode())
    assert set(page.tags) <= OUR_TAGS
    assert "script" not in page.tags
    assert not [name for name, _ in page.attributes if name.startswith("on")]
    for name, value in page.attributes:
        if name in {"href", "src"}:
            assert value.startswith(("#", "http://", "https://"))


def test_a_page_may_load_and_run_nothing() -> None:
    page = _Page(written_report(SAMPLE, "html").decode())
    [policy] = [value for name, value in page.attributes if value.startswith("default-src")]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert not {"style", "src"} & {name for name, _ in page.attributes}


@pytest.mark.parametrize(
    "origin",
    ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//host", "http:", "/a/path",
     " java\nscript:x", "https:///x", ""],
)  # fmt: skip
def test_only_web_addresses_become_links(origin: str) -> None:
    assert web_link(origin) is None


@given(st.text())
def test_a_link_is_percent_encoded(rest: str) -> None:
    link = web_link(f"HTTPS://host.example/{rest}")
    assert link is not None
    assert re.fullmatch(r"HTTPS://host\.example/[A-Za-z0-9%/:?#\[\]@!$&()*+,;=~._-]*", link)


@given(st.text())
def test_no_cell_begins_like_a_formula(words: str) -> None:
    assert not re.match(r"\s*[=+\-@＝＋－＠]", harmless(words))


@pytest.mark.parametrize("start", "=+-@\t\r＝＋－＠")
def test_a_cell_that_would_be_a_formula_is_text(start: str) -> None:
    assert harmless(f"{start}1").startswith("'")


@given(words=hostile_text)
def test_a_table_has_a_row_for_each_claim_whatever_the_words(words: str) -> None:
    rows = list(csv.reader(io.StringIO(written_report(hostile(words), "csv").decode())))
    assert {len(row) for row in rows} == {len(rows[0])}
    report = hostile(words)
    listed = (*report.claims, *report.dropped, *report.nothing_to_check)
    assert len(rows) == 1 + len(listed)
    assert written_report(hostile(words), "csv").decode().count("\n") == len(rows)


@given(words=hostile_text)
def test_a_program_reads_back_exactly_the_words(words: str) -> None:
    fields = json.loads(written_report(hostile(words), "json"))
    assert fields["article"]["text"] == words
    assert fields["claims"][0]["note"] == words
    assert fields["claims"][0]["evidence"][0]["words"] == words


MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


@given(words=hostile_text)
def test_words_in_markdown_are_only_words(words: str) -> None:
    tokens = MARKDOWN.parse(escaped(words))
    shown = "".join(
        child.content for token in tokens for child in token.children or [] if child.type != "text"
    )
    kinds = {token.type for token in tokens} | {
        child.type for token in tokens for child in token.children or []
    }
    assert kinds <= {"paragraph_open", "inline", "paragraph_close", "text", "text_special"}
    assert not shown


@given(words=hostile_text)
def test_a_markdown_report_keeps_its_shape_whatever_the_words(words: str) -> None:
    tokens = MARKDOWN.parse(written_report(hostile(words), "markdown").decode())
    inline = {child.type for token in tokens for child in token.children or []}
    assert inline <= {"text", "text_special", "strong_open", "strong_close", "hardbreak"}
    assert not {token.type for token in tokens} & {"html_block", "fence", "code_block", "hr"}
    titles = [
        tokens[place + 1].content
        for place, token in enumerate(tokens)
        if token.type == "heading_open" and token.tag == "h2"
    ]
    ours = ["Totals", "Article", "Claims", "Never looked at", "Dropped", "Nothing to check"]
    ours += ["Sources", "Record"]
    assert [title for title in titles if title != "Corrections"] == ours


def test_control_characters_are_shown_as_pictures() -> None:
    written = written_report(hostile("a\x1bb"), "markdown").decode()
    assert visible("a\x1bb") in written
