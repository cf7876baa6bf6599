from __future__ import annotations

import gzip
import subprocess
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from urllib3.connection import HTTPConnection

from tests.readers.certificates import certificate, serving_with
from tests.readers.loopback import PUBLIC, Loopback, moved, ok, serving
from workbench.errors import FetchError, ReaderError
from workbench.model import Validators
from workbench.readers import bodies, read_url
from workbench.readers.fetching import fetch
from workbench.readers.network import Network

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable
    from pathlib import Path

PAGE = b"<html><title>Harbour</title><p>It opened again.</p></html>"


def test_a_page_is_fetched_and_read() -> None:
    with serving({"/a/story.html": ok(PAGE)}) as server:
        page, document = read_url("http://example.org/a/story.html", network=server.network)
    assert page.data == page.raw == PAGE
    assert (document.text, document.title) == ("It opened again.", "Harbour")
    assert document.origin == "http://example.org/a/story.html"
    assert b"Host: example.org\r\n" in server.requests[0]


def test_a_word_file_served_as_such_is_known_by_its_type() -> None:
    with (
        serving({"/": ok(b"x", media_type="image/png")}) as server,
        pytest.raises(ReaderError, match="of the type image/png"),
    ):
        read_url("http://example.org/", network=server.network)


def test_redirects_are_followed_by_hand_without_cookies() -> None:
    answers = {"/": moved("/b"), "/b": moved("http://www.example.net/c?d=1"), "/c?d=1": ok(PAGE)}
    with serving({**answers}) as server:
        page = fetch("http://example.org/", network=server.network)
    assert page.url == "http://www.example.net/c?d=1"
    assert [(hop.url, hop.address, hop.status) for hop in page.hops] == [
        ("http://example.org/", PUBLIC, 302),
        ("http://example.org/b", PUBLIC, 302),
        (page.url, PUBLIC, 200),
    ]
    assert not any(name.lower() == "set-cookie" for hop in page.hops for name, _ in hop.headers)
    assert not any(b"cookie" in request.lower() for request in server.requests)


@pytest.mark.parametrize(
    ("url", "complaint"),
    [
        ("ftp://example.org/", "Only http and https"),
        ("file:///etc/passwd", "Only http and https"),
        ("example.org", "Only http and https"),
        ("http://", "is not an address"),
        ("http://example.org:8080/", "Only ports 80 and 443"),
        ("http://example.org:99999/", "is not an address"),
        ("http://me:secret@example.org/", "user name or password"),
        ("http://[::1", "is not an address"),
        ("http://exa mple.org/", "spaces or control characters"),
        ("http://example.org/\x1b[2J", "spaces or control characters"),
        ("http://example.org/" + "a" * 9000, "a… is longer than any address"),
        ("http://*.example.org/", "is not an address"),
    ],
)
def test_addresses_that_are_not_fetched(url: str, complaint: str) -> None:
    with serving({}) as server, pytest.raises(FetchError, match=complaint) as refusal:
        fetch(url, network=server.network)
    assert refusal.value.hint
    assert not server.requests


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "2130706433",
        "0x7f000001",
        "0177.0.0.1",
        "127.1",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "169.254.169.254",
        "[64:ff9b::7f00:1]",
        "127。0。0。1",
    ],
)
def test_every_spelling_of_an_inside_address_is_refused(host: str) -> None:
    def never(address: str, port: int, seconds: float) -> socket.socket:
        raise AssertionError(address)

    with pytest.raises(
        FetchError, match=r"not on the public internet|No host called|is not an addr"
    ):
        fetch(f"http://{host}/", network=Network(connect=never), seconds=5)


def test_one_inside_address_among_a_hosts_addresses_refuses_it() -> None:
    with serving({"/": ok(PAGE)}) as server:
        server.addresses["example.org"] = [PUBLIC, "10.0.0.1"]
        with pytest.raises(FetchError, match=r"is at 10\.0\.0\.1"):
            fetch("http://example.org/", network=server.network)


def test_a_redirect_to_the_inside_is_refused() -> None:
    with serving({"/": moved("http://metadata.example/")}) as server:
        server.addresses["metadata.example"] = ["169.254.169.254"]
        with pytest.raises(FetchError, match=r"is at 169\.254\.169\.254"):
            fetch("http://example.org/", network=server.network)


def test_a_name_is_resolved_once_a_hop() -> None:
    asked: list[str] = []
    with serving({"/": ok(PAGE)}) as server:

        def resolve(host: str, port: int) -> list[str]:
            asked.append(host)
            return [PUBLIC] if len(asked) == 1 else ["127.0.0.1"]

        fetch("http://example.org/", network=Network(resolve, server.network.connect))
    assert asked == ["example.org"]


def test_the_next_address_is_tried_when_the_first_is_dead() -> None:
    with serving({"/": ok(PAGE)}) as server:
        tried: list[str] = []

        def connect(address: str, port: int, seconds: float) -> socket.socket:
            tried.append(address)
            if len(tried) == 1:
                raise ConnectionRefusedError
            return server.network.connect(PUBLIC, port, seconds)

        two = Network(lambda _host, _port: ["8.8.8.8", PUBLIC], connect)
        assert fetch("http://example.org/", network=two).data == PAGE
        assert tried == ["8.8.8.8", PUBLIC]


def test_a_proxy_in_the_environment_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with serving({"/": ok(PAGE)}) as server:
        assert fetch("http://example.org/", network=server.network).data == PAGE


def test_redirects_in_circles_or_without_end_are_left() -> None:
    with serving({"/": moved("/b"), "/b": moved("/")}) as server:
        with pytest.raises(FetchError, match="round in circles"):
            fetch("http://example.org/", network=server.network)
        server.answers = {f"/{n}": moved(f"/{n + 1}") for n in range(20)}
        with pytest.raises(FetchError, match="round in circles"):
            fetch("http://example.org/0", network=server.network)


@pytest.mark.parametrize(
    "target", ["", "file:///etc/passwd", "http://example.org:22/", "//u:p@e.org"]
)
def test_a_redirect_is_checked_like_an_address(target: str) -> None:
    with serving({"/": moved(target)}) as server, pytest.raises(FetchError):
        fetch("http://example.org/", network=server.network)


def test_a_redirect_may_have_letters_of_any_language() -> None:
    with serving({"/": moved("/ö"), "/%C3%B6": ok(PAGE)}) as server:
        assert fetch("http://example.org/", network=server.network).url == "http://example.org/ö"
        server.answers["/"] = moved("/x").replace(b"/x", b"/\xe9")
        with pytest.raises(FetchError, match="is not an address of a page"):
            fetch("http://example.org/", network=server.network)


def test_answers_other_than_200_say_so() -> None:
    answers = {"/gone": b"HTTP/1.1 410 Gone\r\n\r\n", "/odd": b"HTTP/1.1 599 Odd\r\n\r\n"}
    with serving({**answers}) as server:
        with pytest.raises(FetchError, match=r"answered 410 \(Gone\)"):
            fetch("http://example.org/gone", network=server.network)
        with pytest.raises(FetchError, match=r"answered 599\."):
            fetch("http://example.org/odd", network=server.network)
        with pytest.raises(FetchError, match=r"answered 404 \(Not Found\)"):
            fetch("http://example.org/missing", network=server.network)


def test_a_packed_page_is_unpacked() -> None:
    with serving({"/": ok(gzip.compress(PAGE), "Content-Encoding: gzip")}) as server:
        assert fetch("http://example.org/", network=server.network).data == PAGE


def test_what_was_sent_is_kept_beside_what_was_unpacked() -> None:
    packed = gzip.compress(PAGE[:20]) + gzip.compress(PAGE[20:])
    answer = ok(packed, "Content-Encoding: gzip", 'ETag: "7"', "X-Twice: a", "X-Twice: b")
    before = datetime.now(UTC)
    with serving({"/": answer}) as server:
        page = fetch("http://example.org/", network=server.network)
    assert (page.raw, page.data) == (packed, PAGE)
    assert before <= page.at <= datetime.now(UTC)
    assert [value for name, value in page.headers if name == "X-Twice"] == ["a", "b"]
    assert page.validators == Validators("http://example.org/", '"7"')
    assert (page.hops[0].reason, page.header("x-none")) == ("OK", "")


def _conditional(connection: socket.socket, request: bytes) -> None:
    is_known = b'If-None-Match: "7"' in request and b"If-Modified-Since: Mon, 5" in request
    connection.sendall(b"HTTP/1.1 304 Not Modified\r\n\r\n" if is_known else ok(PAGE))


def test_a_page_that_is_known_says_that_it_is_unchanged() -> None:
    seen = Validators("http://example.org/b", '"7"', "Mon, 5 Jan 2026 10:00:00 GMT")
    with serving({"/": moved("/b"), "/b": _conditional}) as server:
        page = fetch("http://example.org/", seen=seen, network=server.network)
        assert page.is_unchanged
        assert (page.data, page.url) == (b"", "http://example.org/b")
        # only the page that the marks belong to is shown them
        assert b"If-None-Match" not in server.requests[0]
        elsewhere = Validators("http://example.net/b", seen.etag, seen.last_modified)
        again = fetch("http://example.org/", seen=elsewhere, network=server.network)
        assert (again.is_unchanged, again.data) == (False, PAGE)


def test_a_page_nobody_knows_cannot_be_unchanged() -> None:
    with serving({"/": b"HTTP/1.1 304 Not Modified\r\n\r\n"}) as server:
        with pytest.raises(FetchError, match="answered 304") as refusal:
            fetch("http://example.org/", network=server.network)
        assert refusal.value.status == 304
        with pytest.raises(FetchError, match="answered 304"):
            fetch(
                "http://example.org/",
                seen=Validators("http://example.org/"),
                network=server.network,
            )


def test_chunks_are_put_together() -> None:
    body = b"3\r\n<p>\r\n5\r\nWords\r\n0\r\n\r\n"
    answer = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + body
    with serving({"/": answer}) as server:
        assert fetch("http://example.org/", network=server.network).data == b"<p>Words"


@pytest.mark.parametrize(
    ("answer", "complaint"),
    [
        (ok(gzip.compress(bytes(50_000_000)), "Content-Encoding: gzip"), "larger than any page"),
        (ok(b"not gzip", "Content-Encoding: gzip"), "cannot be unpacked"),
        (ok(gzip.compress(PAGE)[:-12], "Content-Encoding: gzip"), "broke off"),
        (ok(PAGE, "Content-Encoding: br"), "packed as br"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nshort", "broke|broken"),
        (b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 10_000 + b"\r\nx", "made no sense"),
        (b"HTTP/1.1 200 OK\r\nA: " + b"b" * 100_000 + b"\r\n\r\nx", "made no sense"),
        (ok(PAGE, "Content-Length: 9"), "made no sense"),
        (ok(b"5\r\nWords\r\n0\r\n\r\n", "Transfer-Encoding: chunked"), "in two ways how long"),
        (ok(gzip.compress(PAGE) + b"more", "Content-Encoding: gzip"), "cannot be unpacked"),
        (ok(PAGE, "Content-Encoding: gzip, gzip"), "packed as gzip, gzip"),
        (b"nonsense\r\n\r\n", "made no sense"),
        (b"", "made no sense"),
    ],
)
def test_answers_that_break_or_burst_are_refused_in_one_sentence(
    answer: bytes, complaint: str
) -> None:
    with serving({"/": answer}) as server, pytest.raises(FetchError, match=complaint) as refusal:
        fetch("http://example.org/", network=server.network)
    assert refusal.value.hint
    assert "\n" not in str(refusal.value)


def test_a_body_without_end_is_cut_at_the_cap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, "MAX_RAW_BYTES", 1_000_000)

    def endless(connection: socket.socket, request: bytes) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            connection.sendall(bytes(65536))

    with serving({"/": endless}) as server, pytest.raises(FetchError, match="larger than any page"):
        fetch("http://example.org/", network=server.network)


def _drip(server: Callable[[], Loopback], start: bytes) -> Callable[[socket.socket, bytes], None]:
    def answer(connection: socket.socket, request: bytes) -> None:
        connection.sendall(start)
        while not server().closing.wait(0.02):
            connection.sendall(b"x")

    return answer


@pytest.mark.parametrize(
    "start",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nX: ",
        b"HTTP/1.1 200 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffff\r\n",
    ],
)
def test_a_drip_fed_answer_ends_at_the_deadline(start: bytes) -> None:
    with serving({}) as server:
        server.answers["/"] = _drip(lambda: server, start)
        began = time.monotonic()
        with pytest.raises(FetchError, match=r"did not come within 0\.4 seconds"):
            fetch("http://example.org/", network=server.network, seconds=0.4)
        assert time.monotonic() - began < 0.9


def test_a_silent_host_and_a_slow_resolver_end_at_the_deadline() -> None:
    with serving({}) as server:

        def silent(connection: socket.socket, request: bytes) -> None:
            server.closing.wait(10)

        server.answers["/"] = silent
        with pytest.raises(FetchError, match="did not come within"):
            fetch("http://example.org/", network=server.network, seconds=0.3)

        def slow(host: str, port: int) -> list[str]:
            server.closing.wait(10)
            return []

        with pytest.raises(FetchError, match="did not come within"):
            fetch("http://example.org/", network=Network(slow), seconds=0.3)


def test_hosts_that_are_not_there_say_so() -> None:
    def refuse(address: str, port: int, seconds: float) -> socket.socket:
        raise ConnectionRefusedError

    with pytest.raises(FetchError, match=r"example\.org does not answer"):
        fetch("http://example.org/", network=Network(lambda _host, _port: [PUBLIC], refuse))
    with pytest.raises(FetchError, match=r"No host called example\.org"):
        fetch("http://example.org/", network=Network(lambda _host, _port: []))


def test_without_the_hook_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(HTTPConnection, "_new_conn")
    with serving({}) as server, pytest.raises(FetchError, match="cannot be guarded"):
        fetch("http://example.org/", network=server.network)


@pytest.fixture(scope="module")
def own_certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    try:
        return certificate(tmp_path_factory.mktemp("tls"))
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("openssl makes no certificate here")


def test_tls_is_checked_against_the_name_not_the_address(own_certificate: Path) -> None:
    with serving({"/": ok(PAGE)}, context=serving_with(own_certificate)) as server:
        trusting = server.trusting(str(own_certificate))
        assert fetch("https://example.org/", network=trusting).data == PAGE
        with pytest.raises(FetchError, match=r"certificate of https://other\.example/"):
            fetch("https://other.example/", network=trusting)
        with pytest.raises(FetchError, match="certificate"):
            fetch("https://example.org/", network=server.network)


def test_a_tls_connection_ends_at_the_deadline_too(own_certificate: Path) -> None:
    with serving({}, context=serving_with(own_certificate)) as server:
        server.answers["/"] = _drip(lambda: server, b"HTTP/1.1 200 OK\r\n\r\n")
        with pytest.raises(FetchError, match="did not come within"):
            fetch(
                "https://example.org/", network=server.trusting(str(own_certificate)), seconds=0.4
            )
