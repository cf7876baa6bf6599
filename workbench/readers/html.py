"""Reads HTML: the words, headings and date of a page, of its main text or of all of it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from workbench.errors import ReaderError
from workbench.model import WHOLE_PAGE, Document
from workbench.readers.blocks import Block, Blocks
from workbench.readers.decoding import decoded
from workbench.readers.html_layout import DROPPED, Layout, all_words
from workbench.readers.html_main import main_element, site_elements
from workbench.readers.titles import first_date, first_line, published_on, title_of

if TYPE_CHECKING:
    from datetime import date

    from lxml.etree import _Element

    from workbench.readers.received import Received

_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]+)""", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w:.-]+)""")
_OWN_ENTITIES = re.compile(r"<!doctype[^>\[]{0,300}\[", re.IGNORECASE)
_OF_HEADS = frozenset(("title", "meta", "link", "style", "script", "base", "noscript", "template"))
_DATE_NAMES = """
article:published_time og:published_time datepublished date dc.date dc.date.issued
dcterms.issued dcterms.date pubdate publishdate parsely-pub-date sailthru.date
citation_publication_date
"""
_DATE_META = frozenset(_DATE_NAMES.split())


def read(received: Received) -> Document:
    """The main text of a page with its headings, lists and tables; scripts and menus are left out."""
    content = decoded(
        received.data,
        name=received.name,
        chosen=received.encoding,
        declared=received.charset or declared_charset(received.data),
    )
    root = _parsed(content.text, received.name)
    blocks = Blocks(received.name)
    if received.whole_page:
        Layout(blocks, keeps_all=True).lay_out(root)
    else:
        of_site = site_elements(root)
        main = main_element(root, of_site)
        headline = _headline(root, main)
        if headline is not None:
            blocks.add(Block.HEADING, all_words(headline))
        Layout(blocks, keeps_menus=main.tag != "body", without=of_site).lay_out(main)
    if not blocks.text:
        # a page of comments and teasers only
        Layout(blocks, keeps_menus=True).lay_out(root)
    if not blocks.text:
        # a page that is nothing but a form or a menu is still what the editor asked for
        blocks.add(Block.PARAGRAPH, all_words(root))
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
        media_type=WHOLE_PAGE if received.whole_page else "text/html",
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
        return all_words(_parsed(markup, "HTML"))
    except ReaderError:
        return ""


def _parsed(text: str, name: str) -> _Element:
    if _OWN_ENTITIES.search(text[:4096]):
        msg = f"{name} declares words of its own, which no page on the web needs."
        raise ReaderError(msg, hint="Save the text from a browser.")
    # lxml costs start-up time
    from lxml import etree, html

    # real pages nest deeper than the 256 elements libxml2 allows without `huge_tree`
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.LxmlError as error:
        if any(problem.type_name == "ERR_NO_MEMORY" for problem in parser.error_log):
            raise MemoryError from error
        msg = f"{name} has no words in it."
        raise ReaderError(msg, hint="Give a page with text in it.") from error
    if any(problem.type_name == "ERR_RESOURCE_LIMIT" for problem in parser.error_log):
        # the parser stops there, and half a page is worse than none
        msg = f"{name} nests its elements deeper than any real page, so it was not read."
        raise ReaderError(msg, hint="Save the text from a browser.")
    _move_words_out_of_head(root)
    return root


def _move_words_out_of_head(root: _Element) -> None:
    """A page may leave out `<body>`, and the parser does not end the head at elements of HTML 5."""
    head, body = root.find("head"), root.find("body")
    words = [] if head is None else [child for child in head if child.tag not in _OF_HEADS]
    if not words:
        return
    if body is None:
        body = root.makeelement("body")
        root.append(body)
    for place, child in enumerate(words):
        body.insert(place, child)


def _headline(root: _Element, main: _Element) -> _Element | None:
    """The page's one top heading, where it stands outside the main element."""
    top = list(root.iter("h1"))
    if len(top) != 1 or top[0] in set(main.iter("h1")):
        return None
    return None if any(parent.tag in DROPPED for parent in top[0].iterancestors()) else top[0]


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
