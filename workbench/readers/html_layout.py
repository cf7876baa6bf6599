"""Lays an HTML element out as blocks of text: what is left out, and where a block begins."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.readers.blocks import Block, Blocks, collapsed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

MENU_LINKS = 5
MENU_SHARE = 0.8
"""Outside an article, a list with so many links that hold so much of its words is a menu."""

_LEFT_OUT_TAGS = """
script style noscript template svg math iframe object embed canvas audio video nav aside footer
form button select textarea dialog menu head
"""
DROPPED = frozenset(_LEFT_OUT_TAGS.split())
_NEVER_SHOWN = frozenset(("script", "style", "template", "noscript", "head"))
_BLOCK_TAGS = """
address article aside footer form nav blockquote body caption center dd details div dl dt fieldset figcaption figure
header hgroup hr html legend li main ol p pre section summary table tbody td tfoot th thead tr
ul h1 h2 h3 h4 h5 h6
"""
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDDEN_CLASS = re.compile(r"(?:^|\s)(?:sr-only|visually-hidden|screen-reader-text)(?:\s|$)")


class Layout:
    """Walks the elements of a page and adds what they say as blocks."""

    def __init__(
        self,
        blocks: Blocks,
        *,
        keeps_menus: bool = False,
        keeps_all: bool = False,
        without: frozenset[_Element] = frozenset(),
    ) -> None:
        """Begin with what is in `blocks`.

        Args:
            keeps_menus: lists of links too.
            keeps_all: everything that a browser shows, or may show.
            without: elements that are left out beside those that no page's text has.
        """
        self._blocks = blocks
        self._keeps_menus = keeps_menus
        self._keeps_all = keeps_all
        self._without = without
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
        if self._keeps_all:
            return not isinstance(tag, str) or tag in _NEVER_SHOWN
        if not isinstance(tag, str) or tag in DROPPED or element in self._without:
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
        if tag == "tr" and not is_layout_row(element):
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


def is_layout_row(row: _Element) -> bool:
    """True if a row of a table places parts of a page, and holds no data."""
    return any(
        row.find(f".//{tag}") is not None for tag in ("table", "h1", "h2", "h3", "h4", "ul", "ol")
    )


def _is_menu(element: _Element) -> bool:
    links = element.findall(".//a")
    if len(links) < MENU_LINKS:
        return False
    linked = sum(len(all_words(link)) for link in links)
    return linked >= MENU_SHARE * len(all_words(element))


def word_length(element: _Element) -> int:
    """Characters of the words in `element`, white space included."""
    return sum(len(words) for words in _shown_words(element))


def all_words(element: _Element) -> str:
    """The words in `element` on one line."""
    return collapsed("".join(_shown_words(element)))


def _shown_words(element: _Element) -> Iterator[str]:
    from lxml import etree

    walk = etree.iterwalk(element, events=("start", "end"))
    for event, inner in walk:
        if event == "start":
            if inner is not element and inner.tag in DROPPED:
                walk.skip_subtree()
            elif inner.text:
                yield inner.text
        elif inner is not element and inner.tail:
            yield inner.tail
