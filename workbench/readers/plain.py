"""Reads plain text: nothing changes but its line ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model import Document
from workbench.readers.decoding import decoded
from workbench.readers.titles import first_line, published_on, title_of

if TYPE_CHECKING:
    from workbench.readers.received import Received


def read(received: Received) -> Document:
    """The text as it is; its first line is its title."""
    content = decoded(
        received.data, name=received.name, chosen=received.encoding, declared=received.charset
    )
    return Document(
        text=content.text,
        title=title_of(first_line(content.text), name=received.name),
        origin=received.origin,
        media_type="text/plain",
        encoding=content.encoding,
        encoding_guessed=content.is_guessed,
        published=published_on(content.text),
    )
