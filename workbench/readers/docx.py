"""Reads Word documents: the words that stand after all tracked changes, with headings and tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.errors import ReaderError
from workbench.model import Document
from workbench.readers.blocks import Block, Blocks, collapsed
from workbench.readers.packages import opened_package, xml_part
from workbench.readers.titles import first_date, first_line, published_on, title_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from workbench.readers.received import Received

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CORE = "{http://purl.org/dc/terms/}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_LEFT_OUT = frozenset(
    f"{_W}{name}"
    for name in [
        "del",
        "moveFrom",
        "instrText",
        "delText",
        "delInstrText",
        "rPr",
        "pPr",
        "sectPr",
        "tblPr",
        "trPr",
        "tcPr",
    ]
)
_HEADING_STYLE = re.compile(r"(?:heading\s*[1-9]|title)$", re.IGNORECASE)
_LIST_STYLE = re.compile(r"list\b", re.IGNORECASE)


def read(received: Received) -> Document:
    """The paragraphs, lists, tables, notes and comments of a Word document, deletions left out."""
    with opened_package(received) as package:
        body = xml_part(package, "word/document.xml", received.name)
        if body is None:
            msg = f"{received.name} is not a Word document."
            raise ReaderError(msg, hint="Save it as DOCX and try again.")
        styles = _styles(xml_part(package, "word/styles.xml", received.name))
        notes = [
            (label, xml_part(package, f"word/{name}.xml", received.name))
            for name, label in (
                ("footnotes", "footnote"),
                ("endnotes", "endnote"),
                ("comments", "comment"),
            )
        ]
        core = xml_part(package, "docProps/core.xml", received.name)
    blocks = Blocks(received.name)
    for element in _blocks(body):
        _add(blocks, element, styles)
    for label, part in notes:
        number = 0
        for note in [] if part is None else list(part):
            if note.get(f"{_W}type") in {
                "separator",
                "continuationSeparator",
                "continuationNotice",
            }:
                continue
            number += 1
            words = " ".join(_words(paragraph) for paragraph in note.iter(f"{_W}p"))
            author = collapsed(note.get(f"{_W}author") or "")
            place = f"{label} {number} by {author}" if author else f"{label} {number}"
            blocks.add(Block.PARAGRAPH, words, place=place)
    text = blocks.text
    if not text:
        msg = f"{received.name} has no words in it."
        raise ReaderError(msg, hint="Give a document with text in it.")
    first_heading = blocks.headings[0].of(text) if blocks.headings else ""
    return Document(
        text=text,
        title=title_of(
            first_heading, _property(core, f"{_DC}title"), first_line(text), name=received.name
        ),
        origin=received.origin,
        media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        # the day a file was made is not the day its text bears
        published=published_on(text) or first_date([_property(core, f"{_CORE}issued")]),
        headings=blocks.headings,
        places=blocks.places,
    )


def _styles(root: _Element | None) -> dict[str, str]:
    styles: dict[str, str] = {}
    for style in [] if root is None else root.iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        if name is not None:
            styles[style.get(f"{_W}styleId") or ""] = name.get(f"{_W}val") or ""
    return styles


def _blocks(root: _Element) -> Iterator[_Element]:
    """The paragraphs outside tables, and the tables, in the order of the text."""
    from lxml import etree

    walk = etree.iterwalk(root, events=("start",), tag=[f"{_W}p", f"{_W}tbl", f"{_W}del"])
    for _, element in walk:
        if element.tag != f"{_W}del":
            yield element
        walk.skip_subtree()


def _outermost(root: _Element, name: str) -> Iterator[_Element]:
    """The elements called `name`, without those in one: a table in a cell is part of its words."""
    from lxml import etree

    walk = etree.iterwalk(root, events=("start",), tag=f"{_W}{name}")
    for _, element in walk:
        yield element
        walk.skip_subtree()


def _add(blocks: Blocks, element: _Element, styles: dict[str, str]) -> None:
    if element.tag == f"{_W}tbl":
        for row in _outermost(element, "tr"):
            cells = [
                collapsed(" ".join(_words(paragraph) for paragraph in cell.iter(f"{_W}p")))
                for cell in _outermost(row, "tc")
            ]
            blocks.add(Block.ROW, " | ".join(cell for cell in cells if cell))
        return
    words = _words(element)
    settings = element.find(f"{_W}pPr")
    style = settings.find(f"{_W}pStyle") if settings is not None else None
    style_name = styles.get(style.get(f"{_W}val") or "", "") if style is not None else ""
    is_list = settings is not None and settings.find(f"{_W}numPr") is not None
    if _HEADING_STYLE.match(style_name):
        blocks.add(Block.HEADING, words)
    elif is_list or _LIST_STYLE.match(style_name):
        blocks.add(Block.ITEM, words, mark="- ")
    else:
        blocks.add(Block.PARAGRAPH, words)


def _words(paragraph: _Element) -> str:
    from lxml import etree

    parts: list[str] = []
    walk = etree.iterwalk(paragraph, events=("start",))
    for _, element in walk:
        if element.tag in _LEFT_OUT:
            walk.skip_subtree()
        elif element.tag == f"{_W}t":
            parts.append(element.text or "")
        elif element.tag in {f"{_W}tab", f"{_W}br", f"{_W}cr"}:
            parts.append(" ")
        elif element.tag == f"{_W}noBreakHyphen":
            parts.append("-")
    return "".join(parts)


def _property(core: _Element | None, tag: str) -> str:
    found = core.find(tag) if core is not None else None
    return (found.text or "") if found is not None else ""
