"""Reads PDF files in a process of their own, whose memory, time and output are limited."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING

from workbench.errors import ReaderError
from workbench.model import Document
from workbench.readers.blocks import Block, Blocks, collapsed
from workbench.readers.titles import first_line, published_on, title_of

if TYPE_CHECKING:
    from workbench.readers.received import Received

SECONDS = 30.0
"""A report of a thousand pages takes about five."""

MAX_TEXT = 32 * 1024 * 1024


def read(received: Received) -> Document:
    """The text of a PDF file, page by page; scanned pages have none."""
    if importlib.util.find_spec("pypdfium2") is None:
        msg = "PDF files need one more library."
        raise ReaderError(msg, hint="Install it: pip install 'factcheck-workbench[pdf]'.")
    pages = _pages(received)
    blocks = Blocks()
    for number, page in enumerate(pages, 1):
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


def _pages(received: Received) -> list[str]:
    command = [sys.executable, "-m", "workbench.readers.pdf_pages", str(MAX_TEXT)]
    try:
        done = subprocess.run(  # noqa: S603 - our own module, and no words of anybody's
            command, input=received.data, capture_output=True, timeout=SECONDS, check=False
        )
        pages = json.loads(done.stdout) if done.returncode == 0 else None
    except subprocess.TimeoutExpired as error:
        msg = f"{received.name} could not be read within {SECONDS:g} seconds."
        raise ReaderError(msg, hint="Copy the pages you need into a file of their own.") from error
    except ValueError:
        pages = None
    if not isinstance(pages, list):
        msg = f"{received.name} is damaged, locked with a password, or too large to read."
        raise ReaderError(msg, hint="Open it, and save its text or the pages you need.")
    return [str(page) for page in pages]


def _paragraphs(page: str) -> list[str]:
    """A page's lines put together again; a blank line, or a short one that ends a sentence, parts them."""
    # PDFium writes a character of its own where a word is divided at the end of a line
    whole = re.sub("[\x02\ufffe]\r?\n?", "", page)
    lines = whole.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    width = max((len(line) for line in lines), default=0)
    paragraphs: list[str] = []
    words: list[str] = []
    for line in lines:
        stripped = collapsed(line)
        if stripped:
            words.append(stripped)
        if not stripped or (
            len(stripped) < 0.75 * width and stripped.endswith((".", "?", "!", ":", "”"))
        ):
            paragraphs.append(_joined(words))
            words = []
    return [*paragraphs, _joined(words)]


def _joined(lines: list[str]) -> str:
    text = ""
    for line in lines:
        if text.endswith("-") and line[:1].islower():
            # a word divided at the end of its line
            text = text[:-1] + line
        else:
            text = f"{text} {line}" if text else line
    return text
