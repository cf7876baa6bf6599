"""A WARC file tells a reader of web archives what came, how, and when."""

from __future__ import annotations

import gzip
import io
from dataclasses import replace

import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from workbench.model import ArticleId, Capture, Hop, Snapshot, Source, SourceId, SourceKind
from workbench.reports.warc import warc_of

AT = "2026-01-02T03:04:05.000Z"
SOURCE = Source(
    SourceId("0192f0c1-2222-7000-8000-000000000000"),
    ArticleId("a"),
    2,
    "Notice\r\nof Ållwood",
    "http://desk.example/a",
    "text/html",
    "9" * 64,
    AT,
    kind=SourceKind.PRIMARY,
)
BODY = b"<p>In May the plant took on 108 workers.</p>"
PACKED = gzip.compress(BODY, mtime=0)
HOPS = (
    Hop("http://desk.example/a", "192.0.2.7", 301, "Moved", (("Location", "/b?c=d"),)),
    Hop(
        "http://desk.example/b?c=d",
        "192.0.2.7",
        200,
        "OK",
        (
            ("Content-Type", "text/html; charset=utf-8"),
            ("Content-Encoding", "gzip"),
            ("Transfer-Encoding", "chunked"),
            ("X-Odd", "Å\x1b[2J"),
        ),
    ),
)
PAGE = Snapshot(
    SOURCE.id, 1, AT, SOURCE.title, "text/html", len(BODY), "1" * 64, "2" * 64, "3" * 64, "workbench 1",
    HOPS,
)  # fmt: skip
CAPTURE = Capture(PAGE, BODY, PACKED, "In May the plant took on 108 workers.")


def records(content: bytes) -> list[tuple[str, str, bytes, dict[str, str]]]:
    """Type, target, content and HTTP headers of each record, as a reader sees them."""
    return [
        (
            record.rec_type,
            record.rec_headers.get_header("WARC-Target-URI") or "",
            record.content_stream().read(),
            dict(record.http_headers.headers) if record.http_headers else {},
        )
        for record in ArchiveIterator(io.BytesIO(content), check_digests=True)
    ]


def test_a_page_comes_back_with_every_hop() -> None:
    info, asked_a, answer_a, asked_b, answer_b, known, text = records(warc_of(SOURCE, [CAPTURE]))
    assert info[0] == "warcinfo"
    assert b"software: factcheck-workbench/" in info[2]
    assert [one[:2] for one in (asked_a, answer_a, asked_b, answer_b)] == [
        ("request", HOPS[0].url),
        ("response", HOPS[0].url),
        ("request", HOPS[1].url),
        ("response", HOPS[1].url),
    ]
    assert asked_b[3] == {"Host": "desk.example"}
    assert answer_a[3] == {"Location": "/b?c=d"}
    # the reader unpacks what was sent packed
    assert answer_b[2] == BODY
    assert answer_b[3]["Content-Encoding"] == "gzip"
    assert answer_b[3]["X-Archive-Orig-Transfer-Encoding"] == "chunked"
    assert answer_b[3]["Content-Length"] == str(len(PACKED))
    assert "\x1b" not in str(answer_b[3])
    fields = dict(line.split(": ", 1) for line in known[2].decode().splitlines())
    assert fields["sha256"] == PAGE.sha256
    assert fields["kind"] == "primary"
    assert fields["version"] == "1"
    assert "Ållwood" in fields["title"]
    assert text[0] == "conversion"
    assert text[2].decode() == CAPTURE.text


def test_the_body_as_sent_is_in_the_file_byte_for_byte() -> None:
    for record in ArchiveIterator(io.BytesIO(warc_of(SOURCE, [CAPTURE]))):
        if record.rec_type == "response" and record.http_headers.get_statuscode() == "200":
            assert record.raw_stream.read() == PACKED
            assert record.rec_headers.get_header("WARC-IP-Address") == "192.0.2.7"
            assert record.rec_headers.get_header("WARC-Date") == AT


def test_where_only_the_content_is_kept_the_headers_say_so() -> None:
    answer = records(warc_of(SOURCE, [replace(CAPTURE, as_sent=None)]))[4]
    assert answer[2] == BODY
    assert answer[3]["X-Archive-Orig-Content-Encoding"] == "gzip"
    assert answer[3]["Content-Length"] == str(len(BODY))


@pytest.mark.parametrize(
    ("origin", "target"),
    [("notes/a b.txt", "file:notes/a%20b.txt"), ("", f"urn:uuid:{SOURCE.id}")],
)
def test_a_file_is_a_resource(origin: str, target: str) -> None:
    capture = Capture(replace(PAGE, hops=(), media_type=""), b"\x00odd", b"\x00odd", "odd")
    [_, resource, known, text] = records(warc_of(replace(SOURCE, origin=origin), [capture]))
    assert resource[:3] == ("resource", target, b"\x00odd")
    assert [known[0], text[0]] == ["metadata", "conversion"]


def test_every_version_is_there_and_the_file_is_the_same_each_time() -> None:
    captures = [CAPTURE, Capture(replace(PAGE, version=2), BODY, PACKED, "x")]
    content = warc_of(SOURCE, captures)
    assert content == warc_of(SOURCE, captures)
    assert [one[0] for one in records(content)].count("metadata") == 2
    ids = [
        record.rec_headers.get_header("WARC-Record-ID")
        for record in ArchiveIterator(io.BytesIO(content))
    ]
    assert len(ids) == len(set(ids))


def test_the_checker_of_web_archives_has_no_complaint(
    tmp_path: object, capsys: pytest.CaptureFixture[str]
) -> None:
    path = f"{tmp_path}/source.warc.gz"
    with open(path, "wb") as file:  # noqa: PTH123 - the path is text for the checker
        file.write(warc_of(SOURCE, [CAPTURE]))
    checker = Checker(type("Asked", (), {"inputs": [path], "verbose": True})())
    assert not checker.process_all()
    assert "fail" not in capsys.readouterr().out
