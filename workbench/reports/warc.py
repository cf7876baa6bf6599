"""How the versions of a source become a WARC file (ISO 28500), which any web archive can read back."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit
from uuid import NAMESPACE_URL, uuid5

from workbench import __version__
from workbench.model import visible_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from warcio.recordloader import ArcWarcRecord
    from warcio.warcwriter import WARCWriter

    from workbench.model import Capture, Hop, Source

FIELDS = "application/warc-fields"
_ORIGINAL = "X-Archive-Orig-"
"""Before the name of a header that the bytes in the file do not fit any more."""

_URI_SIGNS = "%/:?#[]@!$&()*+,;=~-._"


def warc_of(source: Source, captures: Sequence[Capture]) -> bytes:
    """Every version of `source` as a WARC, each record packed alone; the same versions give the same bytes.

    A page is its requests, its answers as they were sent, what is known about it, and the text that
    was read from it; a file is a resource with the same.
    """
    # costs start-up time, and most desks never export one
    from warcio.warcwriter import WARCWriter

    file = io.BytesIO()
    writer = WARCWriter(file, gzip=True, warc_version="1.1")
    at = captures[-1].snapshot.at if captures else source.added_at
    information = {
        "software": f"factcheck-workbench/{__version__}",
        "format": "WARC File Format 1.1",
        "conformsTo": "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
        "description": f"Source {source.number}: {source.title}",
    }
    writer.write_record(_fields(writer, "", "warcinfo", information, id_=_id(source.id), at=at))
    for capture in captures:
        for record in _records(writer, source, capture):
            writer.write_record(record)
    return file.getvalue()


def _records(writer: WARCWriter, source: Source, capture: Capture) -> Iterator[ArcWarcRecord]:
    snapshot = capture.snapshot
    name = f"{source.id}/{snapshot.version}"
    if snapshot.hops:
        about, target = _id(name, "response", len(snapshot.hops)), snapshot.url
        for number, hop in enumerate(snapshot.hops, start=1):
            is_last = number == len(snapshot.hops)
            yield from _exchange(writer, capture, hop, name, number, is_last=is_last)
    else:
        about = _id(name, "resource")
        target = (
            f"file:{quote(source.origin, safe=_URI_SIGNS)}"
            if source.origin
            else f"urn:uuid:{source.id}"
        )
        yield writer.create_warc_record(
            target,
            "resource",
            payload=io.BytesIO(capture.content),
            length=len(capture.content),
            warc_content_type=_media_type(snapshot.media_type),
            warc_headers_dict={"WARC-Record-ID": about, "WARC-Date": snapshot.at},
        )
    yield _fields(
        writer,
        target,
        "metadata",
        {
            "title": snapshot.title,
            "version": str(snapshot.version),
            "given-as": source.origin,
            "linked-at": source.added_at,
            "sha256": snapshot.sha256,
            "sha256-as-sent": snapshot.raw_sha256,
            "sha256-of-text": snapshot.text_sha256,
            "kind": str(source.kind or ""),
            "body": "as sent" if capture.as_sent is not None else "unpacked; it was sent packed",
        },
        id_=_id(name, "metadata"),
        at=snapshot.at,
        refers_to=about,
    )
    text = capture.text.encode("utf-8", "replace")
    yield writer.create_warc_record(
        target,
        "conversion",
        payload=io.BytesIO(text),
        length=len(text),
        warc_content_type="text/plain; charset=utf-8",
        warc_headers_dict={
            "WARC-Record-ID": _id(name, "conversion"),
            "WARC-Date": snapshot.at,
            "WARC-Refers-To": about,
        },
    )


def _exchange(
    writer: WARCWriter, capture: Capture, hop: Hop, name: str, number: int, *, is_last: bool
) -> Iterator[ArcWarcRecord]:
    """A request and its answer. Of the request only what is certain is told."""
    from warcio.statusandheaders import StatusAndHeaders

    response = _id(name, "response", number)
    parts = urlsplit(hop.url)
    path = parts.path or "/"
    asked = f"{path}?{parts.query}" if parts.query else path
    common = {"WARC-Date": capture.snapshot.at, "WARC-IP-Address": hop.address}
    yield writer.create_warc_record(
        hop.url,
        "request",
        http_headers=StatusAndHeaders(
            f"GET {asked} HTTP/1.1", [("Host", parts.netloc)], is_http_request=True
        ),
        warc_headers_dict={
            **common,
            "WARC-Record-ID": _id(name, "request", number),
            "WARC-Concurrent-To": response,
        },
    )
    body = b""
    if is_last:
        body = capture.content if capture.as_sent is None else capture.as_sent
    headers = list(
        _fitting(hop.headers, body, is_packed=not is_last or capture.as_sent is not None)
    )
    yield writer.create_warc_record(
        hop.url,
        "response",
        payload=io.BytesIO(body),
        length=len(body),
        http_headers=StatusAndHeaders(
            f"{hop.status} {hop.reason}".rstrip(), headers, protocol="HTTP/1.1"
        ),
        warc_headers_dict={**common, "WARC-Record-ID": response},
    )


def _fitting(
    headers: Iterable[tuple[str, str]], body: bytes, *, is_packed: bool
) -> Iterator[tuple[str, str]]:
    """`headers` as they fit a body whose chunks are put together, and which may be unpacked."""
    stale = {"transfer-encoding"} if is_packed else {"transfer-encoding", "content-encoding"}
    is_changed = False
    for name, value in headers:
        if name.lower() in stale or (name.lower() == "content-length" and value != str(len(body))):
            is_changed = True
            yield f"{_ORIGINAL}{name}", visible_line(value)
        else:
            yield name, visible_line(value)
    if is_changed:
        yield "Content-Length", str(len(body))


def _fields(
    writer: WARCWriter,
    target: str,
    type_: str,
    fields: Mapping[str, str],
    *,
    id_: str,
    at: str,
    refers_to: str = "",
) -> ArcWarcRecord:
    lines = "".join(f"{name}: {visible_line(value)}\r\n" for name, value in fields.items() if value)
    content = lines.encode("utf-8", "replace")
    headers = {"WARC-Record-ID": id_, "WARC-Date": at}
    if refers_to:
        headers["WARC-Refers-To"] = refers_to
    return writer.create_warc_record(
        target,
        type_,
        payload=io.BytesIO(content),
        length=len(content),
        warc_content_type=FIELDS,
        warc_headers_dict=headers,
    )


def _media_type(media_type: str) -> str:
    return visible_line(media_type) or "application/octet-stream"


def _id(name: str, *parts: object) -> str:
    """An id that is the same each time, as the same versions give the same file."""
    told = "/".join(map(str, (name, *parts)))
    return f"<urn:uuid:{uuid5(NAMESPACE_URL, f'factcheck-workbench:{told}')}>"
