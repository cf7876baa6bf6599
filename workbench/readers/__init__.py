"""Reads files and pages into documents: one module a format."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from workbench.errors import ReaderError
from workbench.readers import docx, html, mail, markdown, pdf, plain, subtitles, tables, xlsx
from workbench.readers.files import MAX_BYTES, file_bytes, refuse_huge
from workbench.readers.received import Reader, Received

if TYPE_CHECKING:
    from workbench.model import Document, Fetched, Validators
    from workbench.readers.network import Network

__all__ = [
    "MAX_BYTES",
    "MEDIA_TYPES",
    "READERS",
    "fetch",
    "read",
    "read_fetched",
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

_UNTELLING = frozenset(("", "text/plain", "application/octet-stream", "binary/octet-stream"))
_SNIFFED = 1024


def read(
    data: bytes,
    *,
    name: str,
    origin: str = "",
    media_type: str = "",
    encoding: str | None = None,
) -> Document:
    """The document in `data`, read by its media type, then its name's suffix, then its first bytes.

    Args:
        name: of the file or page, for messages and as the last resort for a title.
        media_type: as a server gives it, parameters such as `charset` included.
        encoding: chosen by the editor; nothing else is tried.

    Raises:
        ReaderError: the bytes are empty, too many, binary, damaged or in another encoding.
    """
    refuse_huge(len(data), name=name)
    if not data.strip():
        msg = f"{name} is empty."
        raise ReaderError(msg, hint="Give a file with words in it.")
    kind, _, parameters = media_type.partition(";")
    reader = _reader(data, name=name, media_type=kind.strip().lower())
    received = Received(
        data=data, name=name, origin=origin, charset=_charset(parameters), encoding=encoding
    )
    return reader(received)


def read_path(path: Path, *, encoding: str | None = None) -> tuple[bytes, Document]:
    """The bytes of the file at `path`, and the document in them."""
    data = file_bytes(path)
    return data, read(data, name=path.name, origin=str(path), encoding=encoding)


def read_url(
    url: str, *, encoding: str | None = None, network: Network | None = None
) -> tuple[Fetched, Document]:
    """The answer of the page at `url`, fetched with every guard of `fetching`, and its document.

    Raises:
        FetchError: the page could not be fetched, or must not be.
        ReaderError: what came is no text.
    """
    page = fetch(url, network=network)
    return page, read_fetched(page, origin=url, encoding=encoding)


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


def read_fetched(page: Fetched, *, origin: str, encoding: str | None = None) -> Document:
    """The document in a page that was fetched, now or earlier.

    Args:
        origin: the address as the editor gave it.

    Raises:
        ReaderError: what came is no text.
    """
    name = PurePosixPath(unquote(urlsplit(page.url).path)).name or page.url
    return read(page.data, name=name, origin=origin, media_type=page.media_type, encoding=encoding)


def _reader(data: bytes, *, name: str, media_type: str) -> Reader:
    if media_type not in _UNTELLING:
        known = MEDIA_TYPES.get(media_type)
        if known is not None:
            return known
        if not media_type.startswith("text/"):
            msg = f"{name} is of the type {media_type}, which cannot be read."
            raise ReaderError(msg, hint="Save its text as a text, Markdown, HTML or DOCX file.")
    suffix = PurePosixPath(name.lower()).suffix
    if suffix in READERS:
        return READERS[suffix]
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


def _charset(parameters: str) -> str | None:
    for parameter in parameters.split(";"):
        key, _, value = parameter.partition("=")
        if key.strip().lower() == "charset" and value.strip():
            return value.strip().strip("\"'")
    return None
