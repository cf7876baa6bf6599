from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.readers.here import read
from workbench.errors import ReaderError

if TYPE_CHECKING:
    from workbench.model import Document

PARAGRAPH = "<p>The harbour opened again on Monday after eleven days, the port office said.</p>"


def page(body: str, head: str = "") -> Document:
    markup = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    return read(markup.encode(), name="page.html", origin="https://example.org/page.html")


def test_headings_paragraphs_lists_and_tables_are_laid_out_with_blank_lines() -> None:
    document = page(
        "<h1>Harbour <em>opens</em></h1><p>One<b>two</b>\n three.<br>Four.</p><h2>Ships</h2>"
        "<ul><li>A<li><p>B</p><ol start=3><li>C</ol></ul>"
        "<table><tr><th>Ship<th>Crew</tr><tr><td>Ane<td><p>12</p><p>men</p></table><pre>x\n  y</pre>"
    )
    assert document.text == (
        "Harbour opens\n\nOnetwo three. Four.\n\nShips\n\n- A\n- B\n  3. C\n\nShip | Crew\nAne | 12 men\n\nx\n  y"
    )
    assert [span.of(document.text) for span in document.headings] == ["Harbour opens", "Ships"]
    assert document.place_of(document.text.index("12 men")) == "Ships"
    assert document.title == "Harbour opens"


def test_two_line_breaks_part_paragraphs() -> None:
    assert page("<div>One.<br><br>Two.</div>").text == "One.\n\nTwo."


def test_a_layout_table_is_no_table() -> None:
    assert page("<table><tr><td><h2>News</h2><p>One.</p><td>Two.</table>").text == (
        "News\n\nOne.\n\nTwo."
    )


def test_scripts_styles_menus_and_hidden_words_are_left_out() -> None:
    links = "".join(f"<li><a href=/{n}>Section number {n}</a>" for n in range(6))
    document = page(
        f"<nav>Menu</nav><ul>{links}</ul><script>evil()</script><style>p{{}}</style><template>t</template>"
        f"<p hidden>h1</p><p style='display: none'>h2</p><p class='x sr-only'>h3</p><p aria-hidden=true>h4</p>"
        f"<div role=navigation>h5</div>{PARAGRAPH}<aside>More</aside><footer>Foot</footer><noscript>n</noscript>"
    )
    assert (
        document.text
        == "The harbour opened again on Monday after eleven days, the port office said."
    )


def test_an_article_is_taken_out_of_its_page_with_the_headline_before_it() -> None:
    document = page(
        f"<div><h1>Harbour opens</h1></div><div>Teaser of another story.</div><article>{PARAGRAPH * 3}</article>"
        "<div>Read more</div>"
    )
    assert document.text.startswith("Harbour opens\n\nThe harbour")
    assert "Teaser" not in document.text
    assert "Read more" not in document.text


def test_a_small_article_element_is_not_the_main_text() -> None:
    document = page(f"<article>Teaser.</article>{PARAGRAPH * 4}")
    assert "harbour" in document.text
    assert "Teaser" in document.text


def test_a_page_that_is_all_form_is_refused_with_a_hint() -> None:
    with pytest.raises(ReaderError, match="save the text from a browser"):
        page("<form><p>Search for it</p></form><div><button>x</button></div>")


@pytest.mark.parametrize(
    "head",
    [
        "<meta property='article:published_time' content='2026-01-13T10:00:00Z'>",
        "<meta name=DC.date content=2026-01-13>",
        """<script type="application/ld+json">{"@graph": [{"datePublished": "2026-01-13"}]}</script>""",
        """<script type="application/ld+json">[{"datePublished": "2026-01-13"}]</script>""",
        "<script type='application/ld+json'>{nonsense</script><meta name=date content='13 January 2026'>",
    ],
)
def test_the_day_of_publication_comes_from_the_pages_own_data(head: str) -> None:
    assert page(PARAGRAPH, head).published == date(2026, 1, 13)


def test_a_time_element_marked_as_publication_counts() -> None:
    body = f"<time itemprop=datePublished datetime=2026-01-13>Tuesday</time>{PARAGRAPH}"
    assert page(body).published == date(2026, 1, 13)


def test_the_title_element_stands_in_for_a_missing_heading() -> None:
    assert page(PARAGRAPH, "<title>Harbour\n news</title>").title == "Harbour news"


def test_the_charset_of_the_page_is_used_and_the_servers_comes_first() -> None:
    body = "<html><meta charset=koi8-r><p>Привет"
    assert read(body.encode("koi8-r"), name="p.html").text == "Привет"
    utf8 = read(body.encode(), name="p", media_type='text/html; charset="utf-8"')
    assert (utf8.text, utf8.encoding) == ("Привет", "utf-8")
    assert read(b"<html><meta charset=utf-16><p>Hi", name="p.html").encoding == "utf-8"


def test_xhtml_with_a_declaration_is_read() -> None:
    markup = "<?xml version='1.0' encoding='iso-8859-1'?><html xmlns='http://www.w3.org/1999/xhtml'><body><p>café</p></body></html>"
    assert read(markup.encode("latin-1"), name="p.xhtml").text == "café"


def test_a_page_with_entities_of_its_own_is_refused() -> None:
    entities = "[<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'><!ENTITY x SYSTEM 'file:///etc/passwd'>]"
    with pytest.raises(ReaderError, match="declares words of its own"):
        read(f"<!DOCTYPE html {entities}><p>Words &b; &x;</p>".encode(), name="p.html")


def test_characters_that_are_none_are_read_as_such() -> None:
    text = read(b"<p>Words &#xD800; &#0; &#27;[31m &b; &amp;lt;</p>", name="p.html").text
    assert "\x00" not in text
    assert text.endswith("&b; &lt;")
    text.encode()


def test_nesting_is_read_as_deep_as_pages_go_and_refused_beyond() -> None:
    assert read(b"<div>" * 1000 + b"deep<p>end", name="p.html").text == "deep\n\nend"
    with pytest.raises(ReaderError, match="nests its elements deeper"):
        read(b"<div>" * 50_000 + b"deep<p>end", name="p.html")


@pytest.mark.parametrize(
    "markup", ["<html></html>", "<!-- x -->", "<html><body><script>x</script>"]
)
def test_a_page_without_words_is_refused(markup: str) -> None:
    with pytest.raises(ReaderError, match=r"page\.html has no words in it"):
        read(markup.encode(), name="page.html")


ROW = "<p>The council of Ora voted {0} to {1} for the new quay on Monday, after a long debate.</p>"
STORY = "".join(ROW.format(n, n - 3) for n in range(7, 15))
LINKS = "".join(f'<li><a href="/{n}">Storm {n} closes a road</a></li>' for n in range(8))


@pytest.mark.parametrize(
    ("around", "left_out"),
    [
        ('<div id="cookie-banner"><p>We use cookies.</p></div>{}', "cookies"),
        ('{}<div class="comment-list comments"><p>Not a word of it is true.</p></div>', "true"),
        ('<div class="share-buttons">Post it</div>{}', "Post"),
        (
            '{}<section class="more">' + "<div><p>Fish is dearer.</p></div>" * 20 + "</section>",
            "Fish",
        ),
        ("<table><tr><td>" + LINKS + "</td><td>{}</td></tr></table>", "Storm"),
    ],
)
def test_what_belongs_to_the_site_is_left_out(around: str, left_out: str) -> None:
    markup = around.format(f"<div><h1>Quay</h1>{STORY}</div>")
    text = read(f"<html><body>{markup}</body></html>".encode(), name="p.html").text
    assert text.startswith("Quay\n\nThe council of Ora voted 7 to 4")
    assert text.count("voted") == 8
    assert left_out not in text
    whole = read(f"<html><body>{markup}</body></html>".encode(), name="p.html", whole_page=True)
    assert left_out in whole.text
    assert whole.text.count("voted") == 8
    assert whole.place_of(whole.text.index("voted 9")) == "Quay"


@pytest.mark.parametrize(
    "markup",
    [
        '<div class="lead">The bay gets rules.</div><div class="text">{}</div>',
        "<div>{}</div><div><table><tr><td>1990</td><td>The bay gets rules.</td></tr></table></div>",
        '<div class="page has-sidebar sidebar"><p>The bay gets rules.</p>{}</div>',
        '<div class="share-price">The bay gets rules.</div>{}',
        '<div class="comments"><p>The bay gets rules.</p>{}</div>',
    ],
)
def test_what_belongs_to_the_text_is_kept(markup: str) -> None:
    text = read(f"<html><body>{markup.format(STORY)}</body></html>".encode(), name="p.html").text
    assert "The bay gets rules." in text
    assert text.count("voted") == 8


def test_a_page_of_nothing_but_comments_is_read() -> None:
    markup = "".join(f'<div class="comment">{ROW.format(n, 1)}</div>' for n in range(4))
    assert read(markup.encode(), name="p.html").text.count("voted") == 4


def test_a_page_without_a_body_tag_is_read() -> None:
    markup = (
        b"<html><title>Ora</title><nav>Home</nav><article><h1>Quay</h1><p>It opened.</p></article>"
    )
    document = read(markup, name="p.html")
    assert (document.text, document.title) == ("Quay\n\nIt opened.", "Quay")
