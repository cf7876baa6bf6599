from __future__ import annotations

import importlib.util
import zlib

import pytest

from tests.readers.here import read
from workbench.errors import ReaderError
from workbench.readers import pdf, pdf_streams

pytest.importorskip("pypdfium2")


def pdf_file(*pages: list[str]) -> bytes:
    """A PDF file with the given lines on each page."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    numbers = []
    for lines in pages:
        shown = " ".join(f"({line}) Tj T*" for line in lines)
        stream = f"BT /F1 12 Tf 14 TL 50 750 Td {shown} ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        numbers.append(len(objects) + 1)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects[1] = f"<< /Type /Pages /Kids [{kids}] /Count {len(numbers)} >>"
    body = "%PDF-1.4\n"
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    body += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\n"
    return f"{body}startxref\n{body.index('xref')}\n%%EOF\n".encode("latin-1")


REPORT = pdf_file(
    [
        "Report on the mine",
        "",
        "The accident happened in 1942, when the sea broke into the mine and",
        "180 workers were killed.",
    ],
    [
        "The remains were never re-",
        "covered at the time, and it took a long while to find the bones.",
    ],
)

LOCKED = REPORT.replace(
    b"trailer\n<<",
    b"trailer\n<< /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <"
    + b"4f" * 32
    + b"> /U <"
    + b"55" * 32
    + b"> >> /ID [<01><01>]",
)


def test_a_pdf_file_is_read_page_by_page() -> None:
    document = read(REPORT, name="r.pdf")
    assert "when the sea broke into the mine and 180 workers were killed." in document.text
    assert "never recovered at the time" in document.text
    assert document.place_of(document.text.index("180")) == "page 1"
    assert document.place_of(document.text.index("recovered")) == "page 2"
    assert document.title == "Report on the mine"
    assert read(REPORT, name="download").media_type == "application/pdf"


def test_headings_and_short_last_lines_part_paragraphs_and_full_lines_do_not() -> None:
    lines = [
        "Port works",
        "The council of Ora voted for the new quay on Monday, after a debate of",
        "The Tuesday paper had called for it, and two of three Ministers of the",
        "Union were there.",
        "They had asked for more time,",
        "Ora said.",
        "The quay, which was built in 1998 and mended twice, is too short for ships.",
    ]
    assert read(pdf_file(lines), name="r.pdf").text.split("\n\n") == [
        lines[0],
        " ".join(lines[1:4]),
        " ".join(lines[4:6]),
        lines[6],
    ]


def test_a_damaged_file_and_one_without_text_are_refused() -> None:
    with pytest.raises(ReaderError, match="is damaged, or is no PDF file"):
        read(b"%PDF-1.4 nonsense", name="r.pdf")
    with pytest.raises(ReaderError, match="pictures of pages"):
        read(pdf_file([]), name="r.pdf")


def test_a_file_locked_with_a_password_says_so() -> None:
    with pytest.raises(ReaderError, match=r"r\.pdf is locked with a password\."):
        read(LOCKED, name="r.pdf")


def test_more_text_or_pages_than_a_report_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_TEXT", 10)
    with pytest.raises(ReaderError, match="more text than any report"):
        read(REPORT, name="r.pdf")
    monkeypatch.undo()
    monkeypatch.setattr(pdf, "MAX_PAGES", 1)
    with pytest.raises(ReaderError, match="more than 1 pages"):
        read(REPORT, name="r.pdf")


@pytest.mark.parametrize(
    "entries",
    ["/Filter /FlateDecode", "/Filter [/FlateDecode /FlateDecode]", "/Filter/Fl"],
)
def test_streams_are_counted_before_they_are_opened(
    entries: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_streams, "MAX_STREAM", 1000)
    packed = zlib.compress(b"(word) Tj " * 1000)
    stream = f"5 0 obj\n<< /Length {len(packed)} {entries} >>\nstream\n".encode()
    bomb = REPORT.replace(b"%PDF-1.4\n", b"%PDF-1.4\n" + stream + packed + b"\nendstream\nendobj\n")
    with pytest.raises(ReaderError, match="unpacks to far more"):
        read(bomb, name="r.pdf")
    picture = bomb.replace(b"<< /Length", b"<< /Type /XObject /Subtype /Image /Length")
    assert "180 workers" in read(picture, name="r.pdf").text


def test_without_its_library_the_install_line_is_the_hint(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(ReaderError, match=r"pip install 'factcheck-workbench\[pdf\]'"):
        read(REPORT, name="r.pdf")
