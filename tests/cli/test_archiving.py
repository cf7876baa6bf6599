"""Versions leave the database as web archives keep them, and nothing is told to an archive unasked."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from warcio.archiveiterator import ArchiveIterator

from tests.readers.loopback import ok, serving
from workbench.readers import network as wire
from workbench.readers import wayback

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.cli.conftest import Run
    from tests.readers.loopback import Loopback

PAGE = "http://desk.example/notice"
KEPT = f"/web/20260102030405/{PAGE}"
TEXT = b"In May the port took on 108 workers. Nobody was sent away."


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Loopback]:
    answers = {
        "/notice": ok(TEXT, media_type="text/plain"),
        f"/save/{PAGE}": ok(b"kept", f"Content-Location: {KEPT}"),
    }
    with serving(dict(answers)) as loopback:
        monkeypatch.setattr(wire, "INTERNET", loopback.network)
        monkeypatch.setattr(wayback, "MACHINE", "http://archive.example")
        yield loopback


@pytest.fixture
def linked(checked: Run, server: Loopback) -> Run:
    """The command, with a page as the second source."""
    assert checked("source", "add", "1", PAGE).exit_code == 0
    return checked


def test_an_export_is_read_back_by_a_reader_of_archives(linked: Run, desk: Path) -> None:
    done = linked("source", "export", "1/2", "-o", "page.warc.gz")
    assert done.exit_code == 0
    assert "1 version" in done.stderr
    with (desk / "page.warc.gz").open("rb") as file:
        [body] = [
            record.content_stream().read()
            for record in ArchiveIterator(file)
            if record.rec_type == "response"
        ]
    assert body == TEXT


def test_an_export_goes_to_standard_output_or_nowhere(linked: Run, desk: Path) -> None:
    piped = linked("source", "export", "1", "-o", "-")
    kinds = [record.rec_type for record in ArchiveIterator(io.BytesIO(piped.stdout_bytes))]
    assert kinds == ["warcinfo", "resource", "metadata", "conversion"]
    refused = linked("source", "export", "1", "-o", "no/such/folder/x.warc.gz")
    assert refused.exit_code == 1
    assert "The archive cannot be written" in refused.stderr
    assert linked("source", "export", "9", "-o", "x.warc.gz").exit_code == 1
    assert not (desk / "x.warc.gz").exists()


def test_the_archive_is_asked_only_with_consent(linked: Run, server: Loopback) -> None:
    before = len(server.requests)
    for answer in (b"n\n", b""):
        refused = linked("source", "archive", "2", stdin=answer)
        assert refused.exit_code == 1
        assert "for everybody to read" in refused.stderr
    assert len(server.requests) == before
    agreed = linked("source", "archive", "2", stdin=b"y\n")
    assert agreed.exit_code == 0
    assert agreed.stdout == f"http://archive.example{KEPT}\n"
    assert linked("source", "archive", "2", "--yes").exit_code == 0
    assert len(server.requests) == before + 2


def test_what_the_archive_keeps_is_told(linked: Run) -> None:
    assert linked("source", "archive", "2", "--yes").exit_code == 0
    listed = linked("source", "list", "1", "--format", "jsonl").stdout.splitlines()
    assert KEPT in listed[1]
    assert linked("doctor").exit_code == 0


def test_a_file_and_a_refusal_are_sentences(linked: Run, server: Loopback) -> None:
    no_page = linked("source", "archive", "1", "--yes")
    assert no_page.exit_code == 1
    assert "is no page on the internet" in no_page.stderr
    server.answers[f"/save/{PAGE}"] = b"HTTP/1.1 429 Busy\r\nContent-Length: 0\r\n\r\n"
    busy = linked("source", "archive", "2", "--yes")
    assert busy.exit_code == 1
    assert busy.stderr.count("\n") == 1
    assert "asked too often" in busy.stderr
    assert "archive" not in linked("source", "list", "1").stdout
