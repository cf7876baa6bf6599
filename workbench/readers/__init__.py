"""Reads files and pages into documents: one module a format."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from workbench.errors import ReaderError
from workbench.model import visible_line
from workbench.readers import docx, html, mail, markdown, pdf, plain, subtitles, tables, xlsx
from workbench.readers.blocks import MAX_LINES, MAX_TEXT, too_long
from workbench.readers.files import MAX_BYTES, file_bytes, refuse_huge
from workbench.readers.received import Reader, Received

if TYPE_CHECKING:
    from workbench.model import Document, Fetched, Validators
    from workbench.readers.network import Network

__all__ = [
    "APART",
    "MAX_BYTES",
    "MEDIA_TYPES",
    "READERS",
    "fetch",
    "read",
    "read_fetched",
    "read_here",
    "read_path",
    "read_url",
]

READERS: dict[str, Reader] = {
    ".txt": plain.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".html": html.read,
    ".htm": html.read,
    ".xhtml": html.read,
    ".docx": docx.read,
    ".pdf": pdf.read,
    ".srt": subtitles.read,
    ".vtt": subtitles.read,
    ".eml": mail.read,
    ".csv": tables.read_csv,
    ".tsv": tables.read_csv,
    ".xlsx": xlsx.read,
}
"""By suffix, in lower case."""

MEDIA_TYPES: dict[str, Reader] = {
    "text/markdown": markdown.read,
    "text/html": html.read,
    "application/xhtml+xml": html.read,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": docx.read,
    "application/pdf": pdf.read,
    "application/x-subrip": subtitles.read,
    "text/vtt": subtitles.read,
    "message/rfc822": mail.read,
    "text/csv": tables.read_csv,
    "text/tab-separated-values": tables.read_csv,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": xlsx.read,
}
"""By media type, without parameters; `text/plain` is left out, as servers say it of every text."""

APART: frozenset[Reader] = frozenset(
    (docx.read, html.read, mail.read, pdf.read, tables.read_csv, xlsx.read)
)
"""They unpack, nest, or run somebody else's parser, so that a small file may become a large one."""

MAX_NAME = 100
"""Characters of a page's name, which stands in sentences."""

_UNTELLING = frozenset(("", "text/plain", "application/octet-stream", "binary/octet-stream"))
_SNIFFED = 1024


def read(
    data: bytes,
    *,
    name: str,
    origin: str = "",
    media_type: str = "",
    encoding: str | None = None,
    whole_page: bool = False,
    from_stranger: bool = False,
) -> Document:
    """The document in `data`, read by its media type, then its name's suffix, then its first bytes.

    What may swell or break its reader is read in a process with limits.

    Args:
        name: of the file or page, for messages and as the last resort for a title.
        media_type: as a server gives it, parameters such as `charset` included.
        encoding: chosen by the editor; nothing else is tried.
        whole_page: all the words of a web page, menus and footers too, and not its main text only.
        from_stranger: nothing is known of the bytes, so that any format gets the limits.

    Raises:
        ReaderError: the bytes are empty, too many, binary, damaged or in another encoding.
    """
    received = Received(data, name, origin, media_type, encoding, whole_page)
    if _reader_of(received) not in APART and not from_stranger:
        return read_here(received)
    from workbench.readers.apart import read_apart

    return read_apart(received)


def read_here(received: Received) -> Document:
    """What `read` does, in this process and without its limits: for the process that has them."""
    document = _reader_of(received)(received)
    if len(document.text) > MAX_TEXT or document.text.count("\n") > MAX_LINES:
        raise too_long(received.name)
    return document


def read_path(
    path: Path, *, encoding: str | None = None, whole_page: bool = False
) -> tuple[bytes, Document]:
    """The bytes of the file at `path`, and the document in them."""
    data = file_bytes(path)
    document = read(
        data, name=path.name, origin=str(path), encoding=encoding, whole_page=whole_page
    )
    return data, document


def read_url(
    url: str,
    *,
    encoding: str | None = None,
    whole_page: bool = False,
    network: Network | None = None,
) -> tuple[Fetched, Document]:
    """The answer of the page at `url`, fetched with every guard of `fetching`, and its document.

    Raises:
        FetchError: the page could not be fetched, or must not be.
        ReaderError: what came is no text.
    """
    page = fetch(url, network=network)
    return page, read_fetched(page, origin=url, encoding=encoding, whole_page=whole_page)


def fetch(url: str, *, seen: Validators | None = None, network: Network | None = None) -> Fetched:
    """The answer of the page at `url`, with every guard of `fetching`.

    Args:
        seen: of the version that is known; the answer may then be `is_unchanged`.

    Raises:
        FetchError: the page could not be fetched, or must not be.
    """
    # requests costs start-up time, and most sources are files
    from workbench.readers import fetching

    return fetching.fetch(url, seen=seen, network=network)


def read_fetched(
    page: Fetched, *, origin: str, encoding: str | None = None, whole_page: bool = False
) -> Document:
    """The document in a page that was fetched, now or earlier.

    Args:
        origin: the address as the editor gave it.

    Raises:
        ReaderError: what came is no text.
    """
    # its end tells the kind of file
    name = PurePosixPath(unquote(urlsplit(page.url).path)).name or page.url
    return read(
        page.data,
        name=visible_line(name[-MAX_NAME:]),
        origin=origin,
        media_type=page.media_type,
        encoding=encoding,
        whole_page=whole_page,
        from_stranger=True,
    )


def _reader_of(received: Received) -> Reader:
    name, kind = received.name, received.kind
    refuse_huge(len(received.data), name=name)
    if not received.data.strip():
        msg = f"{name} is empty."
        raise ReaderError(msg, hint="Give a file with words in it.")
    if kind not in _UNTELLING:
        known = MEDIA_TYPES.get(kind)
        if known is not None:
            return known
        if not kind.startswith("text/"):
            msg = f"{name} is of the type {kind}, which cannot be read."
            raise ReaderError(msg, hint="Save its text as a text, Markdown, HTML or DOCX file.")
    return READERS.get(PurePosixPath(name.lower()).suffix) or _sniffed(received.data)


def _sniffed(data: bytes) -> Reader:
    start = data[:_SNIFFED].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return html.read
    if data.startswith(b"PK\x03\x04"):
        for part, reader in ((b"word/document.xml", docx.read), (b"xl/workbook.xml", xlsx.read)):
            if part in data:
                return reader
    if data.startswith(b"%PDF-"):
        return pdf.read
    if start.startswith(b"webvtt"):
        return subtitles.read
    return plain.read
