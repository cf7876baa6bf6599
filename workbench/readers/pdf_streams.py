"""Decides from a PDF file's packed streams, before they are opened, that it is made to burst."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

from workbench.errors import ReaderError

if TYPE_CHECKING:
    from workbench.readers.received import Received

MAX_STREAM = 64 * 1024 * 1024
"""Bytes of one stream, unpacked: the words and lines of one page have a few megabytes at most."""

MAX_STREAMS = 512 * 1024 * 1024
"""Bytes of all of them."""

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_IMAGE = re.compile(rb"/Subtype\s*/Image\b")
_FILTERS = re.compile(rb"/Filter\s*(?:\[([^\]]*)\]|(/\w+))")
_PACKED = re.compile(rb"/(?:FlateDecode|Fl)\b")
_DICTIONARY = 2048
"""Bytes before a stream that hold its dictionary, which says how it is packed."""

_CHUNK = 256 * 1024


def refuse_swollen(received: Received) -> None:
    """Raise a ReaderError where a stream unpacks to far more than text needs.

    Pictures are left alone, as their pixels are never looked at. What is packed in other ways, or
    locked, is left to the limits of the process.
    """
    data = received.data
    total = 0
    for match in _STREAM.finditer(data):
        dictionary = data[max(0, match.start() - _DICTIONARY) : match.start()]
        dictionary = dictionary[dictionary.rfind(b" obj") + 1 :]
        named = _FILTERS.search(dictionary)
        filters = len(_PACKED.findall(named[1] or named[2])) if named else 0
        if not filters or _IMAGE.search(dictionary):
            continue
        length = _unpacked_length(data, match.end())
        total += length
        if filters > 1 or length > MAX_STREAM or total > MAX_STREAMS:
            msg = f"{received.name} unpacks to far more than a document holds, so it was not read."
            raise ReaderError(msg, hint="Save the pages you need as a file of their own.")


def _unpacked_length(data: bytes, start: int) -> int:
    """Bytes that the stream at `start` unpacks to, counted no further than one may have."""
    unpacker = zlib.decompressobj()
    length = 0
    at = start
    while not unpacker.eof and length <= MAX_STREAM and at < len(data):
        packed = unpacker.unconsumed_tail or data[at : at + _CHUNK]
        at += 0 if unpacker.unconsumed_tail else len(packed)
        try:
            length += len(unpacker.decompress(packed, _CHUNK))
        except zlib.error:
            break
    return length
