from __future__ import annotations

import io
import zipfile

import docx as python_docx
import pytest

from tests.readers.here import read
from workbench.errors import ReaderError
from workbench.readers import packages

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def package(members: dict[str, bytes], *, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def body(xml: str) -> bytes:
    return f"<w:document {W}><w:body>{xml}</w:body></w:document>".encode()


def test_headings_lists_and_tables_are_read_in_the_order_of_the_text() -> None:
    word = python_docx.Document()
    word.add_heading("History", 1)
    word.add_paragraph("First part.")
    word.add_paragraph("an item", style="List Bullet")
    table = word.add_table(2, 2)
    for row, cells in enumerate((("Year", "Event"), ("1942", "Accident"))):
        for column, words in enumerate(cells):
            table.cell(row, column).text = words
    word.add_paragraph("Last\tpart.")
    word.core_properties.title = "A file"
    stream = io.BytesIO()
    word.save(stream)
    document = read(stream.getvalue(), name="h.docx")
    assert document.text == (
        "History\n\nFirst part.\n\n- an item\n\nYear | Event\n1942 | Accident\n\nLast part."
    )
    assert document.title == "History"
    assert document.place_of(20) == "History"


def test_a_table_in_a_cell_is_read_once_as_words_of_the_cell() -> None:
    def cell(xml: str) -> str:
        return f"<w:tbl><w:tr><w:tc>{xml}</w:tc></w:tr></w:tbl>"

    words = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    xml = cell(words.format("Outer") + cell(words.format("inner")))
    assert read(package({"word/document.xml": body(xml)}), name="a.docx").text == "Outer inner"


def test_insertions_are_read_and_deletions_are_not() -> None:
    xml = (
        "<w:p><w:r><w:t>We will </w:t></w:r><w:del><w:r><w:delText>not </w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>gladly</w:t><w:noBreakHyphen/></w:r></w:ins><w:hyperlink><w:r><w:t>sign</w:t></w:r></w:hyperlink>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r></w:p><w:sdt><w:sdtContent><w:p><w:r><w:t>Controlled.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    assert read(package({"word/document.xml": body(xml)}), name="a.docx").text == (
        "We will gladly-sign\n\nControlled."
    )


def test_footnotes_and_comments_follow_with_their_place() -> None:
    notes = (
        f'<w:footnotes {W}><w:footnote w:type="separator"><w:p><w:r><w:t>--</w:t></w:r></w:p></w:footnote>'
        "<w:footnote><w:p><w:r><w:t>See the treaty.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    ).encode()
    data = package(
        {
            "word/document.xml": body("<w:p><w:r><w:t>Text.</w:t></w:r></w:p>"),
            "word/footnotes.xml": notes,
        }
    )
    document = read(data, name="a.docx")
    assert document.text == "Text.\n\nSee the treaty."
    assert document.place_of(9) == "footnote 1"


def test_a_comment_says_whose_it_is() -> None:
    word = python_docx.Document()
    paragraph = word.add_paragraph("The port opened.")
    word.add_comment(paragraph.runs, text="In which year?", author="Ada  Lee")
    stream = io.BytesIO()
    word.save(stream)
    document = read(stream.getvalue(), name="c.docx")
    assert document.text == "The port opened.\n\nIn which year?"
    assert document.place_of(document.text.index("In which")) == "comment 1 by Ada Lee"


def test_a_word_file_is_known_by_its_content() -> None:
    data = package({"word/document.xml": body("<w:p><w:r><w:t>Text.</w:t></w:r></w:p>")})
    assert read(data, name="download").text == "Text."


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"PK\x03\x04 nonsense", "is damaged"),
        (OLD + bytes(600), "is an old Office file"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "is locked with a password"),
        (package({"other.xml": b"<a/>"}), "is not a Word document"),
        (package({"word/document.xml": b"<w:document"}), "is not well-formed"),
        (package({"word/document.xml": body("")}), "has no words"),
        (
            package({"word/document.xml": b"<!DOCTYPE w [<!ENTITY a 'b'>]>" + body("&a;")}),
            "document type declaration",
        ),
        (package({"word/document.xml": b" " * 5_000_000}), "unpacks to far more"),
        (
            package({f"word/{n}.xml": b"" for n in range(packages.MAX_MEMBERS + 1)}),
            "unpacks to far more",
        ),
    ],
)
def test_a_damaged_or_hostile_file_is_refused_in_one_sentence(data: bytes, complaint: str) -> None:
    with pytest.raises(ReaderError, match=complaint) as refusal:
        read(data, name="a.docx")
    assert refusal.value.hint


def test_a_size_that_is_a_lie_is_found_by_counting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "MAX_PART", 100)
    data = package({"word/document.xml": body("<w:p/>" * 100)})
    with pytest.raises(ReaderError, match="unpacks to far more"):
        read(data, name="a.docx")


def test_a_flipped_byte_is_found() -> None:
    data = bytearray(
        package(
            {"word/document.xml": body("<w:p><w:r><w:t>Text.</w:t></w:r></w:p>")}, compression=0
        )
    )
    at = data.index(b"Text.")
    data[at] = ord("N")
    with pytest.raises(ReaderError, match="is damaged"):
        read(bytes(data), name="a.docx")
