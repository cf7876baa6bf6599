"""Reads HTML: which part of a page is its main text, and how that is laid out as text."""

from __future__ import annotations

import itertools
import json
import re
from typing import TYPE_CHECKING

from workbench.errors import ReaderError
from workbench.model import Document
from workbench.readers.blocks import Block, Blocks, collapsed
from workbench.readers.decoding import decoded
from workbench.readers.titles import first_date, first_line, published_on, title_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from lxml.etree import _Element

    from workbench.readers.received import Received

MAIN_SHARE = 0.4
"""An element marked as the article is the main text if it holds this share of the page's words."""

MAX_MAINS = 64
"""A page with more elements that may be the main text is a list of them."""

MENU_LINKS = 5
MENU_SHARE = 0.8
"""Outside an article, a list with so many links that hold so much of its words is a menu."""

_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]+)""", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w:.-]+)""")
_DROPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "canvas",
        "audio",
        "video",
        "nav",
        "aside",
        "footer",
        "form",
        "button",
        "select",
        "textarea",
        "dialog",
        "menu",
        "head",
    ]
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
    ]
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDDEN_CLASS = re.compile(r"(?:^|\s)(?:sr-only|visually-hidden|screen-reader-text)(?:\s|$)")
_DATE_META = frozenset(
    [
        "article:published_time",
        "og:published_time",
        "datepublished",
        "date",
        "dc.date",
        "dc.date.issued",
        "dcterms.issued",
        "dcterms.date",
        "pubdate",
        "publishdate",
        "parsely-pub-date",
        "sailthru.date",
        "citation_publication_date",
    ]
)


def read(received: Received) -> Document:
    """The main text of a page with its headings, lists and tables; scripts and menus are left out."""
    content = decoded(
        received.data,
        name=received.name,
        chosen=received.encoding,
        declared=received.charset or declared_charset(received.data),
    )
    root = _parsed(content.text, received.name)
    main = _main_element(root)
    blocks = Blocks()
    headline = _headline(root, main)
    if headline is not None:
        blocks.add(Block.HEADING, _all_words(headline))
    _Layout(blocks, keeps_menus=main.tag != "body").lay_out(main)
    if not blocks.text:
        # a page that is nothing but a form or a menu is still what the editor asked for
        blocks.add(Block.PARAGRAPH, _all_words(root))
    text = blocks.text
    if not text:
        msg = f"{received.name} has no words in it."
        hint = "If the page builds its text with scripts, save the text from a browser."
        raise ReaderError(msg, hint=hint)
    page_title = root.findtext("head/title") or ""
    first_heading = blocks.headings[0].of(text) if blocks.headings else ""
    return Document(
        text=text,
        title=title_of(first_heading, page_title, first_line(text), name=received.name),
        origin=received.origin,
        media_type="text/html",
        encoding=content.encoding,
        encoding_guessed=content.is_guessed,
        published=_published(root) or published_on(text),
        headings=blocks.headings,
        places=blocks.places,
        language=(root.get("lang") or "en").split("-")[0].lower() or "en",
    )


def declared_charset(data: bytes) -> str | None:
    """The encoding a page declares in its first kilobyte, or None."""
    match = _XML_CHARSET.match(data[:1024]) or _META_CHARSET.search(data[:1024])
    charset = match[1].decode("ascii") if match else None
    # a declaration that can be read as ASCII cannot be UTF-16
    return None if charset is None or charset.lower().startswith("utf-16") else charset


def words_of(markup: str) -> str:
    """The words of a piece of HTML, without its tags; empty where it has none."""
    try:
        return _all_words(_parsed(markup, "HTML"))
    except ReaderError:
        return ""


def _parsed(text: str, name: str) -> _Element:
    # lxml costs start-up time
    from lxml import etree, html

    # real pages nest deeper than the 256 elements libxml2 allows without `huge_tree`
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.LxmlError as error:
        msg = f"{name} has no words in it."
        raise ReaderError(msg, hint="Give a page with text in it.") from error
    if any(problem.type_name == "ERR_RESOURCE_LIMIT" for problem in parser.error_log):
        # the parser stops there, and half a page is worse than none
        msg = f"{name} nests its elements deeper than any real page, so it was not read."
        raise ReaderError(msg, hint="Save the text from a browser.")
    return root


class _Layout:
    """Walks the elements of a page and adds what they say as blocks."""

    def __init__(self, blocks: Blocks, *, keeps_menus: bool) -> None:
        self._blocks = blocks
        self._keeps_menus = keeps_menus
        self._words: list[str] = []
        self._cells: list[str] | None = None
        self._lists: list[int | None] = []
        self._block = Block.PARAGRAPH
        self._mark = ""

    def lay_out(self, root: _Element) -> None:
        from lxml import etree

        walk = etree.iterwalk(root, events=("start", "end"))
        left_out = None
        for event, element in walk:
            if event == "start":
                if element is not root and self._is_left_out(element):
                    left_out = element
                    walk.skip_subtree()
                    continue
                self._begin(element)
                if element.text:
                    self._words.append(element.text)
            else:
                if element is not left_out:
                    self._finish(element)
                if element is not root and element.tail:
                    self._words.append(element.tail)
        self._flush()

    def _is_left_out(self, element: _Element) -> bool:
        tag = element.tag
        if not isinstance(tag, str) or tag in _DROPPED:
            return True
        if (
            element.get("hidden") is not None
            or element.get("aria-hidden") == "true"
            or element.get("role") in {"navigation", "search", "banner", "complementary"}
            or _HIDDEN_STYLE.search(element.get("style") or "")
            or _HIDDEN_CLASS.search(element.get("class") or "")
        ):
            return True
        return not self._keeps_menus and tag in {"ul", "ol"} and _is_menu(element)

    def _begin(self, element: _Element) -> None:
        tag = element.tag
        if self._cells is not None and tag not in {"td", "th", "tr"}:
            if tag in _BLOCKS or tag == "br":
                self._words.append(" ")
            return
        if tag == "br":
            if self._words and self._words[-1] == "\n":
                self._flush()
            else:
                self._words.append("\n")
        elif tag == "q":
            self._words.append("“")
        if tag not in _BLOCKS:
            return
        if tag in {"td", "th"} and self._cells is not None:
            self._words = []
            return
        self._flush()
        if tag == "tr" and not _is_layout_row(element):
            self._cells = []
        elif tag in {"ul", "ol"}:
            self._lists.append(None if tag == "ul" else _list_start(element))
        elif tag == "li":
            self._block, self._mark = Block.ITEM, self._item_mark()
        elif tag in _HEADINGS:
            self._block = Block.HEADING
        elif tag == "pre":
            self._block = Block.VERBATIM

    def _finish(self, element: _Element) -> None:
        tag = element.tag
        if tag == "q":
            self._words.append("”")
        if self._cells is not None:
            if tag in {"td", "th"}:
                self._cells.append(collapsed("".join(self._words)))
                self._words = []
            elif tag == "tr":
                self._blocks.add(Block.ROW, " | ".join(cell for cell in self._cells if cell))
                self._cells, self._words = None, []
            return
        if tag in _BLOCKS:
            self._flush()
            if tag in {"ul", "ol"} and self._lists:
                self._lists.pop()

    def _flush(self) -> None:
        words = "".join(self._words)
        self._words = []
        if words.strip():
            self._blocks.add(self._block, words, mark=self._mark)
            self._block, self._mark = Block.PARAGRAPH, ""
        elif self._block is not Block.ITEM:
            self._block = Block.PARAGRAPH

    def _item_mark(self) -> str:
        indent = "  " * max(0, len(self._lists) - 1)
        number = self._lists[-1] if self._lists else None
        if number is None:
            return f"{indent}- "
        self._lists[-1] = number + 1
        return f"{indent}{number}. "


def _list_start(element: _Element) -> int:
    start = element.get("start") or ""
    return int(start) if start.isascii() and start.isdigit() and len(start) < 7 else 1


def _is_layout_row(row: _Element) -> bool:
    return any(
        row.find(f".//{tag}") is not None for tag in ("table", "h1", "h2", "h3", "h4", "ul", "ol")
    )


def _is_menu(element: _Element) -> bool:
    links = element.findall(".//a")
    if len(links) < MENU_LINKS:
        return False
    linked = sum(len(_all_words(link)) for link in links)
    return linked >= MENU_SHARE * len(_all_words(element))


def _main_element(root: _Element) -> _Element:
    body = root.find("body")
    if body is None:
        return root
    page_words = max(1, _word_length(body))
    named = itertools.islice((element for element in body.iter() if _is_main(element)), MAX_MAINS)
    candidates = [(_word_length(element), element) for element in named]
    marked = [pair for pair in candidates if pair[0] >= MAIN_SHARE * page_words]
    # the innermost element that still holds nearly all of it leaves out the page's frame
    if not marked:
        return body
    most = max(length for length, _ in marked)
    return min((pair for pair in marked if pair[0] >= 0.8 * most), key=lambda pair: pair[0])[1]


def _is_main(element: _Element) -> bool:
    return (
        element.tag in {"article", "main"}
        or element.get("role") == "main"
        or element.get("itemprop") == "articleBody"
    )


def _headline(root: _Element, main: _Element) -> _Element | None:
    """The page's one top heading, where it stands outside the main element."""
    top = list(root.iter("h1"))
    if len(top) != 1 or top[0] in set(main.iter("h1")):
        return None
    return None if any(parent.tag in _DROPPED for parent in top[0].iterancestors()) else top[0]


def _word_length(element: _Element) -> int:
    return sum(len(words) for words in _shown_words(element))


def _all_words(element: _Element) -> str:
    return collapsed("".join(_shown_words(element)))


def _shown_words(element: _Element) -> Iterator[str]:
    from lxml import etree

    walk = etree.iterwalk(element, events=("start", "end"))
    for event, inner in walk:
        if event == "start":
            if inner is not element and inner.tag in _DROPPED:
                walk.skip_subtree()
            elif inner.text:
                yield inner.text
        elif inner is not element and inner.tail:
            yield inner.tail


def _published(root: _Element) -> date | None:
    metas = (
        meta.get("content")
        for meta in root.iter("meta")
        if (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        in _DATE_META
    )
    day = first_date(metas)
    if day is None:
        day = first_date(
            element.get("datetime")
            for element in root.iter("time")
            if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None
        )
    if day is None:
        day = first_date(
            value
            for script in root.iter("script")
            if script.get("type") == "application/ld+json"
            for value in _linked_data_dates(script.text or "")
        )
    return day


def _linked_data_dates(script: str) -> list[str]:
    try:
        linked = json.loads(script)
    except (ValueError, RecursionError):
        return []
    nodes = linked if isinstance(linked, list) else [linked]
    for node in list(nodes):
        graph = node.get("@graph") if isinstance(node, dict) else None
        nodes += graph if isinstance(graph, list) else []
    dates = [node.get("datePublished") for node in nodes if isinstance(node, dict)]
    return [value for value in dates if isinstance(value, str)]
