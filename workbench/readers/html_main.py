"""Decides which part of a page is its main text, and what in it belongs to the site and not to the text."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from workbench.readers.html_layout import DROPPED, all_words, is_layout_row, word_length

if TYPE_CHECKING:
    from lxml.etree import _Element

MAIN_SHARE = 0.4
"""An element marked as the article is the main text if it holds this share of the page's words."""

MAX_MAINS = 64
"""A page with more elements that may be the main text is a list of them."""

PROSE_LENGTH = 60
"""Characters of a paragraph or row that somebody wrote, and no button or link."""

PROSE_SHARE = 0.7
"""Where nothing is marked, the innermost element with this share of the page's prose is the text."""

AROUND_SHARE = 0.25
"""What stands around that element and has no more words than this share of it belongs to it: a
lead, a small table, a box. Teasers and lists of links have more."""

MAX_CLIMB = 30
SITE_SHARE = 0.8
"""An element with more of the page's words than this is the page, whatever it is called."""

_SITE_NAMES = """
ads? advert\\w* breadcrumbs? comments? consent cookies? disqus footer gdpr imprint menu modal
most-?(?:read|popular) nav navbar navigation newsletter paywall popup promos? recommended related
share-?(?:bar|buttons?|links|tools) sharing sidebar social sponsored subscribe teasers? toolbar
"""
_SITE = re.compile(rf"(?:^|[\s_-])(?:{'|'.join(_SITE_NAMES.split())})(?:$|[\s_-])", re.IGNORECASE)
_PROSE_TAGS = frozenset(("p", "li", "blockquote", "pre", "dd", "tr", "div", "section", "td"))
_CONTAINERS = ("article", "div", "main", "section", "td")


def site_elements(root: _Element) -> frozenset[_Element]:
    """The outermost elements that by their class or id are the site's: banners, comments, teasers."""
    from lxml import etree

    page_words = max(1, word_length(root))
    elements = []
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        if element.tag in DROPPED:
            walk.skip_subtree()
        elif _is_of_site(element, page_words):
            elements.append(element)
            walk.skip_subtree()
    return frozenset(elements)


def _is_of_site(element: _Element, page_words: int) -> bool:
    if element.tag in {"html", "body", "main", "h1"} or not _SITE.search(
        f"{element.get('class') or ''} {element.get('id') or ''}"
    ):
        return False
    return element.find(".//h1") is None and word_length(element) < SITE_SHARE * page_words


def main_element(root: _Element, without: frozenset[_Element]) -> _Element:
    """The element that holds the page's main text, which is the body where no other does."""
    body = root.find("body")
    if body is None:
        return root
    page_words = max(1, word_length(body))
    named = itertools.islice((element for element in body.iter() if _is_main(element)), MAX_MAINS)
    candidates = [(word_length(element), element) for element in named]
    marked = [pair for pair in candidates if pair[0] >= MAIN_SHARE * page_words]
    if not marked:
        return _most_prose(body, without)
    # the innermost element that still holds nearly all of it leaves out the page's frame
    most = max(length for length, _ in marked)
    return min((pair for pair in marked if pair[0] >= 0.8 * most), key=lambda pair: pair[0])[1]


def _is_main(element: _Element) -> bool:
    return (
        element.tag in {"article", "main"}
        or element.get("role") == "main"
        or element.get("itemprop") == "articleBody"
    )


def _most_prose(body: _Element, without: frozenset[_Element]) -> _Element:
    """The innermost container with most of the prose in `body`."""
    from lxml import etree

    prose: list[tuple[_Element, int]] = []
    sums = [0]
    walk = etree.iterwalk(body, events=("start", "end"))
    skipped = None
    for event, element in walk:
        if event == "start":
            if element.tag in DROPPED or element in without:
                skipped = element
                walk.skip_subtree()
                continue
            sums.append(0)
        elif element is not skipped:
            own = _own_prose(element) if element.tag in _PROSE_TAGS else 0
            total = sums.pop() + own
            sums[-1] += total
            if element.tag in _CONTAINERS:
                prose.append((element, total))
    # elements end from the innermost outwards
    inner = next(
        (element for element, total in prose if total and total >= PROSE_SHARE * sums[0]), body
    )
    return _with_what_is_around(inner, body, without)


def _with_what_is_around(inner: _Element, body: _Element, without: frozenset[_Element]) -> _Element:
    length = _length(inner, without)
    for _ in range(MAX_CLIMB):
        outer = inner.getparent()
        if inner is body or outer is None:
            break
        outer_length = _length(outer, without)
        if outer_length - length > AROUND_SHARE * length:
            break
        inner, length = outer, outer_length
    return inner


def _length(element: _Element, without: frozenset[_Element]) -> int:
    return word_length(element) - sum(
        word_length(one) for one in without if element in one.iterancestors()
    )


def _own_prose(element: _Element) -> int:
    """Characters of the prose that stands in `element` itself, and in no block in it."""
    if element.tag == "tr":
        cells = [] if is_layout_row(element) else element.findall("td")
        return sum(len(all_words(cell)) for cell in cells) if len(cells) > 1 else 0
    pieces = [element.text or ""]
    for child in element:
        if child.tag not in _PROSE_TAGS and child.tag not in {"a", "table", "ul", "ol"}:
            pieces.append(child.text or "")
        pieces.append(child.tail or "")
    length = len(" ".join("".join(pieces).split()))
    return length if length >= PROSE_LENGTH else 0
