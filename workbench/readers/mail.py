"""Reads e-mail (EML): who wrote to whom and when, and the text of the message."""

from __future__ import annotations

from email import policy
from email.errors import MessageError
from email.parser import BytesParser
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from workbench.errors import ReaderError
from workbench.model import Document, Place, Span
from workbench.readers import html
from workbench.readers.blocks import collapsed
from workbench.readers.decoding import decoded
from workbench.readers.received import Received
from workbench.readers.titles import title_of

if TYPE_CHECKING:
    from datetime import date
    from email.message import MIMEPart

HEAD, MESSAGE = "head of the e-mail", "message"
"""The places of its words."""

_SHOWN = ("From", "To", "Date", "Subject")


def read(received: Received) -> Document:
    """The sender, date and subject of an e-mail, and its text; attachments are left out."""
    try:
        message = BytesParser(policy=policy.default).parsebytes(received.data)
        headers = {name: collapsed(str(message.get(name, ""))) for name in _SHOWN}
        body = message.get_body(("plain", "html"))
        inner = _document(body, received) if body is not None else None
    except (
        MessageError,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        RecursionError,
    ) as error:
        msg = f"{received.name} is no e-mail that can be read."
        raise ReaderError(msg, hint="Save its text as a text file.") from error
    if not any(headers.values()) or inner is None or not inner.text.strip():
        msg = f"{received.name} holds no e-mail with text in it."
        raise ReaderError(msg, hint="Give attachments as files of their own.")
    head = "\n".join(f"{name}: {value}" for name, value in headers.items() if value)
    # a header may hold half a character, escaped
    head = head.encode("utf-8", "replace").decode("utf-8")
    start = len(head) + len("\n\n")
    end = start + len(inner.text)
    places = [Place(Span(0, len(head)), HEAD), Place(Span(start, end), MESSAGE)]
    places += (Place(place.span.shifted(start), place.label) for place in inner.places)
    return Document(
        text=f"{head}\n\n{inner.text}\n",
        title=title_of(headers["Subject"], name=received.name),
        origin=received.origin,
        media_type="message/rfc822",
        published=_day(headers["Date"]),
        headings=tuple(heading.shifted(start) for heading in inner.headings),
        places=tuple(places),
    )


def _document(body: MIMEPart, received: Received) -> Document | None:
    data = body.get_payload(decode=True)
    if not isinstance(data, bytes) or not data.strip():
        return None
    charset = body.get_content_charset() or ""
    media_type = f"{body.get_content_type()}; charset={charset}"
    part = Received(data, received.name, media_type=media_type, encoding=received.encoding)
    if body.get_content_subtype() == "html":
        return html.read(part)
    text = decoded(data, name=part.name, chosen=part.encoding, declared=part.charset).text
    return Document(text=text.strip(), title="")


def _day(header: str) -> date | None:
    try:
        return parsedate_to_datetime(header).date()
    except (ValueError, TypeError, IndexError):
        return None
