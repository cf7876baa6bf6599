"""What a hostile server says on the wire, trick by trick, and the sentence each must end in."""

from __future__ import annotations

import base64
import functools
import gzip
import itertools
import time
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.readers.loopback import moved, ok

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable, Iterator

    from tests.readers.loopback import Answer

SITE = "http://example.org"


@dataclass(frozen=True, slots=True)
class Trick:
    """One way to harm whoever fetches a page."""

    name: str
    said: str
    """A pattern that the refusal fits: for the right reason, and not just any."""

    answer: Answer = b""
    url: str = ""
    """What the editor links, where it is not the page of that name on `SITE`."""

    made: Callable[[], bytes] | None = None
    """Makes the answer when its turn comes, where it is too large to have it lying about."""

    is_late: bool = False
    """Only the deadline ends it."""

    is_heavy: bool = False
    """It takes a second or more to make or to refuse."""

    @property
    def address(self) -> str:
        return self.url or f"{SITE}/{self.name}"


_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
_CHUNKED = _HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
_INSIDE = "is not on the public internet"
_NO_SENSE = "the connection broke or made no sense"
_LATE = "did not come within"
_LARGE = "is larger than any page should be"
_NOT_ASKED = "which was not asked for"
_BROKEN_OFF = "broke off before its end|the connection broke"
_BROTLI_BOMB = base64.b64decode(
    "y///P/gnAOKxQCD3/o///3/wTwDEYRGA7v0f////4J8AiMMCAN37P/7//8E/ARCHBQC693/8//+DfwIgDgsAdO//"
    "+P//B/8EQBwWAOje//H//w/+CYA4LADQvf/j//8f/BMAcVgAoHv/Nw=="
)
"""64 MiB of zeros in 106 bytes."""

_INSIDE_HOSTS = [
    "127.0.0.1",
    "127.1",
    "2130706433",
    "0x7f000001",
    "0177.0.0.1",
    "0.0.0.0",
    "localhost",
    "[::1]",
    "[::]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[64:ff9b::7f00:1]",
    "[2002:7f00:1::]",
    "10.0.0.1",
    "172.16.0.1",
    "192.168.0.1",
    "169.254.169.254",
    "[::ffff:169.254.169.254]",
    "100.64.0.1",
    "192.0.2.1",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "[fe80::1]",
    "[fc00::1]",
    "[ff02::1]",
    "inside.example",
    "mixed.example",
]
_ADDRESSES = (
    ("file", "file:///etc/passwd", "Only http and https"),
    ("ftp", "ftp://example.org/", "Only http and https"),
    ("gopher", "gopher://example.org/", "Only http and https"),
    ("data", "data:text/html,Words", "Only http and https"),
    ("ssh-port", "http://example.org:22/", "Only ports 80 and 443"),
    ("database-port", "http://example.org:6379/", "Only ports 80 and 443"),
    ("user", "http://me@example.org/", "user name or password"),
    ("password", "http://me:secret@example.org/", "user name or password"),
    ("password-for-another", "http://example.org:80@inside.example/", "user name or password"),
    (
        "backslash",
        "http://example.org\\@inside.example/",
        "user name|not an address|not on the pub",
    ),
    ("no-host", "http:///etc/passwd", "is not an address|answered 404"),
    ("control-character", "http://example.org/\x1b[2J", "spaces or control characters"),
    ("hidden-direction", "http://example.org/\u202egpj.exe", "spaces or control characters"),
)


def tricks() -> Iterator[Trick]:
    """All of them."""
    yield from _addresses()
    yield from _redirects()
    yield from _certificates()
    yield from _heads()
    yield from _bodies()
    yield from _packed()


def _addresses() -> Iterator[Trick]:
    for host in _INSIDE_HOSTS:
        yield Trick(f"inside {host}", _INSIDE, url=f"http://{host}/")
        yield Trick(f"to-{host.strip('[]')}", _INSIDE, moved(f"http://{host}/"))
    for name, url, said in _ADDRESSES:
        if url.startswith("http"):
            yield Trick(f"address {name}", said, url=url)
        yield Trick(f"to-{name}", said, moved(url))
    yield Trick("rebinding", _INSIDE, moved("/then"), url="http://rebinding.example/rebinding")


def _redirects() -> Iterator[Trick]:
    circles = "leads round in circles"
    yield Trick("redirect-to-itself", circles, moved("/redirect-to-itself"))
    yield Trick("redirects-without-end", circles, moved("/hop0"))
    yield Trick("redirect-to-nowhere", "sends on to nowhere", moved(""))
    yield Trick("redirect-to-a-long-address", "longer than any address", moved("/" + "a" * 50_000))
    yield Trick("redirect-to-a-wide-address", "answered 404", moved("/" + "a" * 8000))
    yield Trick("page-for-a-cookie", r"answered 403 \(Forbidden\)", moved("/wants-cookie"))
    yield Trick(
        "password-asked", r"answered 401 \(Unauth", _answered(401, "WWW-Authenticate: Basic")
    )


def wants_cookie(connection: socket.socket, request: bytes) -> None:
    """A page for those only who hand back the cookie that sent them here."""
    has_cookie = b"\r\ncookie:" in request.lower()
    connection.sendall(ok(b"<p>Words</p>") if has_cookie else _answered(403))


def _certificates() -> Iterator[Trick]:
    proves = "does not prove that it is who it says"
    yield Trick("tls-of-another-name", proves, url="https://other.example/")
    yield Trick("tls-expired", proves, url="https://expired.example/")
    yield Trick("tls-by-nobody-known", proves, url="https://unknown.example/")
    yield Trick("tls-never-begun", _LATE, url="https://silent.example/", is_late=True)
    yield Trick(
        "tls-drip-fed",
        _LATE,
        _dripping(_HEAD + b"\r\n"),
        url="https://example.org/tls-drip-fed",
        is_late=True,
    )


def _heads() -> Iterator[Trick]:
    for status in (204, 206, 404, 410, 500, 599):
        yield Trick(f"status-{status}", f"answered {status}", _answered(status))
    yield Trick("unchanged-unasked", "answered 304", _answered(304))
    for name, head in (
        ("no-http", b"nonsense\r\n\r\n"),
        ("no-answer", b""),
        ("status-line-of-200-kB", b"HTTP/1.1 200 " + b"a" * 200_000 + b"\r\n\r\nx"),
        ("10,000-headers", _HEAD + b"A: b\r\n" * 10_000 + b"\r\nx"),
        ("header-of-200-kB", _HEAD + b"A: " + b"b" * 200_000 + b"\r\n\r\nx"),
        ("two-lengths", _HEAD + b"Content-Length: 4\r\nContent-Length: 9\r\n\r\nWords"),
    ):
        yield Trick(name, _NO_SENSE, head)
    for name, start in (
        ("status-drip-fed", b""),
        ("header-drip-fed", _HEAD + b"X: "),
        ("body-drip-fed", _HEAD + b"\r\n"),
        ("chunk-drip-fed", _CHUNKED + b"ffff\r\n"),
        ("chunk-size-drip-fed", _CHUNKED),
        ("trailer-drip-fed", _CHUNKED + b"5\r\nWords\r\n0\r\nX: "),
        ("packed-drip-fed", _HEAD + b"Content-Encoding: gzip\r\n\r\n" + _endless_name()),
    ):
        drip = b"a" if "size" not in name else b"0"
        yield Trick(name, _LATE, _dripping(start, drip), is_late=True)
    yield Trick("silence", _LATE, _dripping(b"", b""), is_late=True)
    going_on = _endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 1000)
    yield Trick("continues-without-end", f"{_LATE}|{_NO_SENSE}", going_on, is_late=True)


def _bodies() -> Iterator[Trick]:
    yield Trick("endless-body", _LARGE, _endless(_HEAD + b"\r\n", b"word " * 13_107))
    yield Trick("endless-chunks", _LARGE, _endless(_CHUNKED, b"1000\r\n" + b"a" * 4096 + b"\r\n"))
    long_line = _endless(_CHUNKED + b"5;", b"a" * 65536)
    yield Trick("endless-chunk-size", _NO_SENSE, long_line)
    yield Trick("negative-chunk", _NO_SENSE, _CHUNKED + b"-5\r\nWords\r\n0\r\n\r\n")
    yield Trick("chunk-without-its-end", _BROKEN_OFF, _CHUNKED + b"ffff\r\nWords")
    yield Trick("shorter-than-declared", _BROKEN_OFF, _HEAD + b"Content-Length: 500\r\n\r\nshort")
    huge = _HEAD + b"Content-Length: 999999999999999999\r\n\r\nshort"
    yield Trick("declares-an-exabyte", _BROKEN_OFF, huge)
    both = _CHUNKED[:-2] + b"Content-Length: 5\r\n\r\n5\r\nWords\r\n0\r\n\r\n"
    yield Trick("length-beside-chunks", "says in two ways how long it is", both)


def _packed() -> Iterator[Trick]:
    packed = gzip.compress(b"<p>Words</p>")
    zeros = functools.cache(lambda: gzip.compress(bytes(200_000_000)))
    yield _coded("gzip-bomb", _LARGE, zeros, "gzip", is_heavy=True)
    yield _coded("gzip-bomb-of-64-kB-members", _LARGE, lambda: gzip.compress(bytes(65536)) * 9000)
    yield _coded(
        "gzip-in-gzip-bomb", "is a compressed", lambda: gzip.compress(zeros()), is_heavy=True
    )
    yield _coded("gzip-twice-bomb", _NOT_ASKED, lambda: gzip.compress(packed), "gzip, gzip")
    yield _coded("brotli-bomb", _NOT_ASKED, lambda: _BROTLI_BOMB, "br")
    yield _coded("brotli-in-gzip", _NOT_ASKED, lambda: gzip.compress(_BROTLI_BOMB), "br, gzip")
    yield _coded("deflate", _NOT_ASKED, lambda: zlib.compress(bytes(100_000)), "deflate")
    yield _coded("zstd", _NOT_ASKED, lambda: b"(\xb5/\xfd", "zstd")
    yield _coded("gzip-that-is-none", "cannot be unpacked", lambda: b"no gzip at all")
    yield _coded("gzip-cut-off", "broke off", lambda: packed[:-12])
    yield _coded("gzip-with-a-wrong-sum", "cannot be unpacked", lambda: packed[:-8] + bytes(8))
    yield _coded("gzip-with-more-behind", "cannot be unpacked", lambda: packed + b"more")


def _coded(
    name: str, said: str, body: Callable[[], bytes], coding: str = "gzip", *, is_heavy: bool = False
) -> Trick:
    header = f"Content-Encoding: {coding}"
    return Trick(name, said, made=lambda: ok(body(), header), is_heavy=is_heavy)


def file(
    name: str, said: str, media_type: str, body: Callable[[], bytes], *, heavy: bool = False
) -> Trick:
    """A page that is a file of some type."""
    return Trick(name, said, made=lambda: ok(body(), media_type=media_type), is_heavy=heavy)


def hops() -> dict[str, Answer]:
    """A chain of pages that send on to each other."""
    chain: dict[str, Answer] = {f"/hop{at}": moved(f"/hop{at + 1}") for at in range(20)}
    return chain | {"/wants-cookie": wants_cookie}


def _answered(status: int, *headers: str) -> bytes:
    lines = "".join(f"{header}\r\n" for header in headers)
    return f"HTTP/1.1 {status} \r\n{lines}Content-Length: 0\r\n\r\n".encode()


def _endless(start: bytes, more: bytes) -> Answer:
    def answer(connection: socket.socket, _request: bytes) -> None:
        connection.sendall(start)
        for _ in itertools.count():
            connection.sendall(more)

    return answer


def _dripping(start: bytes, drop: bytes = b"x") -> Answer:
    def answer(connection: socket.socket, _request: bytes) -> None:
        connection.sendall(start)
        # a connection that its other end shut down refuses the next drop, but not silence
        for _ in range(3000):
            time.sleep(0.02)
            connection.sendall(drop)

    return answer


def _endless_name() -> bytes:
    """The head of a gzip stream whose file name never ends."""
    return b"\x1f\x8b\x08\x08" + bytes(6)
