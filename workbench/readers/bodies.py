"""Decides how much of an answer's body is taken, packed and unpacked, and that it is whole."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from workbench.errors import FetchError
from workbench.readers.files import MAX_BYTES
from workbench.readers.urls import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    import requests

MAX_RAW_BYTES = 16 * 1024 * 1024
"""As sent, packed or not: the longest pages and reports have a few megabytes."""

MAX_RATIO = 100
"""Text packs 3 to 10 to 1, tables 30 to 1; bombs start at 1000."""

RATIO_FREE_BYTES = 1024 * 1024
"""So much may come out of however little: short repetitive pages pack very well."""

CHUNK = 64 * 1024
_GZIP = 31
"""zlib's window bits for a gzip header and the largest window."""


def body(url: str, answer: requests.Response) -> tuple[bytes, bytes]:
    """The body as sent, and unpacked.

    Raises:
        FetchError: it is too large, packed in a way not asked for, damaged, or not whole.
    """
    _refuse_lengths(url, answer)
    coding = answer.headers.get("Content-Encoding", "identity").strip().lower()
    if coding not in {"", "identity", "gzip", "x-gzip"}:
        msg = f"{shown(url)} came packed as {coding[:40]}, which was not asked for."
        raise FetchError(msg, hint="Save the page to a file and link that.")
    received = _received(url, answer)
    if "gzip" not in coding:
        raw = b"".join(received)
        return raw, raw
    raw_chunks: list[bytes] = []
    data = b"".join(_unpacked(url, received, raw_chunks))
    return b"".join(raw_chunks), data


def _refuse_lengths(url: str, answer: requests.Response) -> None:
    """A length beside chunks makes two readers see two different pages."""
    # two different lengths are refused by urllib3
    if "Content-Length" in answer.raw.headers and "Transfer-Encoding" in answer.raw.headers:
        msg = f"{shown(url)} says in two ways how long it is."
        raise FetchError(msg, hint="Save the page to a file and link that.")


def _received(url: str, answer: requests.Response) -> Iterator[bytes]:
    length = 0
    while chunk := answer.raw.read(CHUNK, decode_content=False):
        length += len(chunk)
        if length > MAX_RAW_BYTES:
            raise _too_large(url)
        yield chunk
    declared = answer.headers.get("Content-Length", "")
    if declared.isascii() and declared.isdigit() and length < int(declared):
        raise _broken_off(url)


def _unpacked(url: str, received: Iterator[bytes], raw_chunks: list[bytes]) -> Iterator[bytes]:
    unpacker = zlib.decompressobj(wbits=_GZIP)
    raw = unpacked = 0
    for chunk in received:
        raw_chunks.append(chunk)
        raw += len(chunk)
        packed = chunk
        while packed:
            if unpacker.eof:
                # one gzip stream may follow another
                unpacker = zlib.decompressobj(wbits=_GZIP)
            try:
                piece = unpacker.decompress(packed, CHUNK)
            except zlib.error as error:
                msg = f"{shown(url)} came damaged: what it says is packed cannot be unpacked."
                raise FetchError(msg, hint="Save the page to a file and link that.") from error
            packed = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
            unpacked += len(piece)
            if unpacked > MAX_BYTES or unpacked > max(RATIO_FREE_BYTES, MAX_RATIO * raw):
                raise _too_large(url)
            yield piece
    if raw and not unpacker.eof:
        raise _broken_off(url)


def _too_large(url: str) -> FetchError:
    msg = f"{shown(url)} is larger than any page should be, so it was not kept."
    return FetchError(msg, hint="Save the part you need to a file and link that.")


def _broken_off(url: str) -> FetchError:
    return FetchError(f"{shown(url)} broke off before its end.", hint="Try again.")
