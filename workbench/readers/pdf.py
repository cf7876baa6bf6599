"""Reads PDF files: the text of their pages, put together as paragraphs that know their page."""

from __future__ import annotations

import importlib.util
import itertools
import re
from typing import TYPE_CHECKING, Any

from workbench.errors import ReaderError
from workbench.model import Document
from workbench.readers.blocks import Block, Blocks, collapsed
from workbench.readers.pdf_streams import refuse_swollen
from workbench.readers.titles import first_line, published_on, title_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.readers.received import Received

MAX_TEXT = 32 * 1024 * 1024
"""Characters: the longest reports have a few million."""

MAX_PAGES = 5000
HEADING_SHARE = 0.6
"""Of the length that lines of the page usually have."""


def read(received: Received) -> Document:
    """The text of a PDF file, page by page; scanned pages have none."""
    if importlib.util.find_spec("pypdfium2") is None:
        msg = "PDF files need one more library."
        raise ReaderError(msg, hint="Install it: pip install 'factcheck-workbench[pdf]'.")
    refuse_swollen(received)
    blocks = Blocks(received.name)
    for number, page in enumerate(_pages(received), 1):
        for at, paragraph in enumerate(_paragraphs(page)):
            blocks.add(Block.PARAGRAPH, paragraph, place="" if at else f"page {number}")
    text = blocks.text
    if not text:
        msg = f"{received.name} holds pictures of pages, and no text."
        raise ReaderError(msg, hint="Run it through text recognition (OCR) first.")
    return Document(
        text=text,
        title=title_of(first_line(text), name=received.name),
        origin=received.origin,
        media_type="application/pdf",
        published=published_on(text),
        places=blocks.places,
    )


def _pages(received: Received) -> Iterator[str]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(received.data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            msg = f"{received.name} is locked with a password."
            hint = "Open it with the password, and save its text or a copy without one."
            raise ReaderError(msg, hint=hint) from error
        msg = f"{received.name} is damaged, or is no PDF file."
        raise ReaderError(msg, hint="Open it, and save its text or the pages you need.") from error
    length = 0
    for number in range(len(document)):
        if number == MAX_PAGES:
            msg = f"{received.name} has more than {MAX_PAGES:,} pages."
            raise ReaderError(msg, hint="Save the pages you need as a file of their own.")
        text = _page_text(document, number, received.name)
        length += len(text)
        if length > MAX_TEXT:
            msg = f"{received.name} holds more text than any report."
            raise ReaderError(msg, hint="Save the pages you need as a file of their own.")
        yield text


# pypdfium2 has no types
def _page_text(document: Any, number: int, name: str) -> str:
    import pypdfium2

    try:
        page = document[number]
        text: str = page.get_textpage().get_text_bounded()
        page.close()
    except pypdfium2.PdfiumError as error:
        msg = f"{name} is damaged: its page {number + 1} cannot be read."
        raise ReaderError(msg, hint="Save the other pages as a file of their own.") from error
    # a broken font may give half characters or NULs
    return text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "")


def _paragraphs(page: str) -> list[str]:
    """A page's lines put together again, parted at blank lines, behind headings and short last lines."""
    # PDFium writes a character of its own where a word is divided at the end of a line
    whole = re.sub("[\x02\ufffe]\r?\n?", "", page)
    lines = whole.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    width = max((len(line) for line in lines), default=0)
    usual = sorted(len(line) for line in lines)[3 * len(lines) // 4]
    paragraphs: list[str] = []
    words: list[str] = []
    for line, following in itertools.pairwise([*lines, ""]):
        stripped = collapsed(line)
        if stripped:
            words.append(stripped)
        is_heading = len(words) == 1 and _may_be_heading(stripped, following, usual)
        is_last = len(stripped) < 0.75 * width and stripped.endswith((".", "?", "!", ":", "”"))
        if not stripped or is_last or is_heading:
            paragraphs.append(_joined(words))
            words = []
    return [*paragraphs, _joined(words)]


def _may_be_heading(line: str, following: str, usual: int) -> bool:
    """A line that begins a paragraph, stops half-way, and is not gone on with."""
    begins = following.lstrip()[:1]
    return (
        len(line) < HEADING_SHARE * usual
        and line[-1:] not in {",", ";", "-", "–", "—", "("}
        and (begins.isupper() or begins.isdigit())
    )


def _joined(lines: list[str]) -> str:
    text = ""
    for line in lines:
        if text.endswith("-") and line[:1].islower():
            # a word divided at the end of its line
            text = text[:-1] + line
        else:
            text = f"{text} {line}" if text else line
    return text
