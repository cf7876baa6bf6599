"""Reports, pages and mails made to burst, to deceive or to break their reader, and how each must end."""

from __future__ import annotations

import base64
import random
import zlib
from typing import TYPE_CHECKING

from benchmarks.hostile_office import FAR_MORE, LAUGHS, NEEDS, SHEET, WORD, locked, package
from benchmarks.hostile_pages import Trick, file
from tests.readers.loopback import ok

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PDF = "application/pdf"
MAIL = "message/rfc822"


def tricks() -> Iterator[Trick]:
    """All of them."""
    yield from _lies()
    yield from _pdf()
    yield from _pages()
    yield from _mail()


def _lies() -> Iterator[Trick]:
    for name, body, media_type, said in (
        (
            "picture-as-page",
            b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
            "text/html",
            "a picture",
        ),
        ("program-as-text", b"\x7fELF" + bytes(5000), "text/plain", "a program"),
        ("archive-as-page", b"PK\x03\x04" + bytes(50), "text/html", "a ZIP file"),
        ("database-as-text", b"SQLite format 3\0" + bytes(90), "text/plain", "a database"),
        ("zeros-as-page", bytes(5000), "text/html", "NUL bytes"),
        ("noise-as-page", random.Random(1).randbytes(5000), "text/html", "NUL bytes|binary"),
        ("report-as-page", b"%PDF-1.4\n" + bytes(50), "text/html", "a PDF file"),
        ("page-as-report", b"<p>Words</p>", PDF, "is damaged, or is no PDF file"),
        ("page-as-word", b"<p>Words</p>", WORD, "is damaged, or is not an office document"),
        ("page-as-sheet", b"<p>Words</p>", SHEET, "is damaged, or is not an office document"),
        ("sheet-as-word", package({"xl/workbook.xml": b"<a/>"}), WORD, "is not a Word document"),
        ("old-word", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000), WORD, "an old Office file"),
        ("locked-word", locked(), WORD, "locked with a password"),
        ("film", b"film", "video/mp4", "of the type video/mp4"),
        ("program", b"MZ", "application/x-msdownload", "of the type application/x-msdownload"),
        ("nothing", b"", "text/html", "is empty"),
        ("blanks", b" \r\n" * 5000, "text/html", "is empty"),
        ("script-only", b"<html><script>words()</script>", "text/html", "has no words"),
    ):
        yield Trick(name, said, ok(body, media_type=media_type))


def _pdf() -> Iterator[Trick]:
    show = b"BT /F1 1 Tf (" + b"a" * 1000 + b") Tj ET "
    yield file(
        "pdf-bomb", FAR_MORE, PDF, lambda: _report(zlib.compress(show * 200_000, 9)), heavy=True
    )
    yield file(
        "pdf-twice-packed",
        FAR_MORE,
        PDF,
        lambda: _report(zlib.compress(zlib.compress(show * 20_000)), "[/FlateDecode /FlateDecode]"),
    )
    yield file(
        "pdf-bomb-in-hexadecimal",
        NEEDS,
        PDF,
        lambda: _report(
            zlib.compress(show * 100_000, 9).hex().encode() + b">", "[/ASCIIHexDecode /FlateDecode]"
        ),
        heavy=True,
    )
    yield file(
        "pdf-of-endless-forms", "pictures of pages|" + NEEDS, PDF, _self_drawing_report, heavy=True
    )
    yield file(
        "pdf-page-of-itself",
        "pictures of pages|is damaged|" + NEEDS,
        PDF,
        lambda: _report(b"", "/ASCIIHexDecode", pages=" 2 0 R" * 50),
    )
    yield file(
        "pdf-of-2,000,000,000-pages",
        "is damaged|pictures|more than 5,000 pages",
        PDF,
        lambda: _report(b">", "/ASCIIHexDecode").replace(b"/Count 1", b"/Count 2000000000"),
    )
    yield file(
        "pdf-cut-off",
        "is damaged|pictures of pages",
        PDF,
        lambda: _report(zlib.compress(show))[:300],
    )
    yield file("pdf-locked", "locked with a password", PDF, _locked_report)
    yield file("pdf-scanned", "pictures of pages", PDF, lambda: _report(b">", "/ASCIIHexDecode"))


def _pages() -> Iterator[Trick]:
    def nested(tag: str, times: int) -> Callable[[], bytes]:
        return lambda: f"<{tag}>".encode() * times + b"Words"

    deep = "nests its elements deeper"
    yield file("page-nested", deep, "text/html", nested("div", 300_000))
    yield file("page-of-nested-tables", deep, "text/html", nested("table><tr><td", 100_000))
    yield file(
        "page-of-nested-lists",
        NEEDS + f"|{deep}",
        "text/html",
        lambda: b"<ul><li>a" * 1900 + b"<li>a" * 1_000_000,
        heavy=True,
    )
    yield file(
        "page-of-nested-menus",
        NEEDS + f"|{deep}",
        "text/html",
        lambda: b"<ul>" * 1900 + b"<a>b</a>" * 1_000_000,
        heavy=True,
    )
    yield file(
        "page-of-4,000,000-elements",
        f"{NEEDS}|{deep}",
        "text/html",
        lambda: b"<b>a" * 4_000_000,
        heavy=True,
    )
    yield file(
        "page-of-one-letter-paragraphs",
        NEEDS,
        "text/html",
        lambda: b"<p>a" * 4_000_000,
        heavy=True,
    )
    yield file(
        "page-of-15-MB-of-words",
        NEEDS,
        "text/html",
        lambda: b"<p>" + b"word " * 3_300_000,
        heavy=True,
    )
    yield file(
        "page-entities",
        "declares words of its own",
        "text/html",
        f"<!DOCTYPE html [{LAUGHS}]><html><body><p>&l9;".encode,
    )
    yield file(
        "page-as-xml-with-entities",
        "declares words of its own",
        "application/xhtml+xml",
        f'<?xml version="1.0"?><!DOCTYPE html [{LAUGHS}]><html><head><title>&l9;</title></head></html>'.encode,
    )
    yield file("text-of-15-MB", NEEDS, "text/plain", lambda: b"word " * 3_000_000, heavy=True)


def _mail() -> Iterator[Trick]:
    head = b"From: a@example.org\r\nSubject: b\r\nMIME-Version: 1.0\r\n"
    nested = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (at, at)
        for at in range(3000)
    )
    none = "no e-mail that can be read|no e-mail with text"
    yield file("mail-nested", f"{none}|{NEEDS}", MAIL, lambda: head + nested, heavy=True)
    yield file(
        "mail-in-mail",
        f"{none}|{NEEDS}",
        MAIL,
        lambda: head + b"Content-Type: message/rfc822\r\n\r\n" * 3000,
    )
    yield file(
        "mail-of-brackets", f"{none}|{NEEDS}", MAIL, lambda: b"To: " + b"(" * 500_000 + b"\r\n\r\n"
    )
    yield file(
        "mail-to-everybody",
        f"{none}|{NEEDS}",
        MAIL,
        lambda: b"To: " + b"a@b.c, " * 2_000_000 + b"\r\n\r\nWords",
        heavy=True,
    )
    yield file(
        "mail-of-1,000,000-headers",
        f"{none}|{NEEDS}",
        MAIL,
        lambda: b"A: b\r\n" * 1_000_000 + b"\r\n",
        heavy=True,
    )
    zipped = base64.b64encode(package({"a": bytes(100_000)}))
    attached = (
        b'Content-Type: application/zip; name="a.zip"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
    )
    yield file("mail-of-an-attached-bomb", none, MAIL, lambda: head + attached + zipped)
    page = b"Content-Type: text/html\r\n\r\n" + b"<div>" * 300_000 + b"Words"
    yield file("mail-of-a-nested-page", "nests its elements deeper", MAIL, lambda: head + page)
    yield file(
        "mail-of-a-lying-encoding",
        f"{none}|NUL bytes",
        MAIL,
        lambda: (
            head
            + b"Content-Type: text/plain; charset=zlib\r\nContent-Transfer-Encoding: uuencode\r\n\r\n\x00\x01"
        ),
    )


def _report(
    packed: bytes, filters: str = "/FlateDecode", *, pages: str = " 3 0 R", more: str = ""
) -> bytes:
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    start = (
        "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
        f"2 0 obj\n<< /Type /Pages /Kids [{pages}] /Count 1 >>\nendobj\n"
        "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9000 900] /Contents 4 0 R "
        f"/Resources << /Font << /F1 {font} >> /XObject << /X 5 0 R >> >> >>\nendobj\n{more}"
        f"4 0 obj\n<< /Length {len(packed)} /Filter {filters} >>\nstream\n"
    )
    return start.encode() + packed + b"\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"


def _self_drawing_report() -> bytes:
    draw = "/X Do " * 50
    form = (
        f"5 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length {len(draw)} "
        f"/Resources << /XObject << /X 5 0 R >> >> >>\nstream\n{draw}\nendstream\nendobj\n"
    )
    return _report(b"2f5820446f>", "/ASCIIHexDecode", more=form)


def _locked_report() -> bytes:
    keys = b"/O <" + b"4f" * 32 + b"> /U <" + b"55" * 32 + b">"
    lock = b"<< /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 " + keys + b" >> /ID [<01><01>]"
    return _report(b">", "/ASCIIHexDecode").replace(b"trailer\n<<", b"trailer\n" + lock)
