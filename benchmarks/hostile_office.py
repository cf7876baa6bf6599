"""Office documents and tables made to burst, to deceive or to break their reader, and how each must end."""

from __future__ import annotations

import io
import struct
import zipfile
from typing import TYPE_CHECKING

from benchmarks.hostile_pages import Trick, file

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FAR_MORE = "unpacks to far more"
NEEDS = "needs more memory|could not be read within|unpacks to far more|more text than"

_DOCTYPE = "document type declaration|is not well-formed"
LAUGHS = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10 if at else "laugh"}">' for at in range(10))
"""A billion laughs: the last entity is the first one a thousand million times over."""

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def tricks() -> Iterator[Trick]:
    """All of them."""
    yield from _word()
    yield from _sheets()


def _word() -> Iterator[Trick]:
    laughs = f"<!DOCTYPE w [{LAUGHS}]>"
    outside = '<!DOCTYPE w [<!ENTITY l9 SYSTEM "file:///etc/passwd">]>'
    over_net = '<!DOCTYPE w SYSTEM "http://127.0.0.1/x.dtd">'
    words = "<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>"
    yield file(
        "word-bomb",
        FAR_MORE,
        WORD,
        lambda: package({"word/document.xml": b" " * 300_000_000}),
        heavy=True,
    )
    yield file("word-bomb-that-lies", FAR_MORE + "|is damaged", WORD, _lying_package)
    yield file("word-bomb-that-overlaps", FAR_MORE + "|is damaged", WORD, _overlapping_package)
    yield file(
        "word-in-word-bomb",
        "is not a Word document",
        WORD,
        lambda: package({"a.docx": package({"b.docx": bytes(1_000_000)})}),
    )
    yield file(
        "word-of-9000-parts",
        FAR_MORE,
        WORD,
        lambda: package({f"word/{at}.xml": b"" for at in range(9000)}),
    )
    yield file(
        "word-of-empty-paragraphs",
        NEEDS,
        WORD,
        lambda: _document("<w:p/>" * 10_000_000),
        heavy=True,
    )
    yield file(
        "word-of-paragraphs",
        NEEDS,
        WORD,
        lambda: _document("<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 1_800_000),
        heavy=True,
    )
    yield file(
        "word-nested",
        NEEDS + "|is not well-formed",
        WORD,
        lambda: _document("<w:ins>" * 200_000 + "</w:ins>" * 200_000),
    )
    yield file(
        "word-of-tables-in-tables",
        NEEDS + "|is not well-formed|no words",
        WORD,
        lambda: _document(
            "<w:tbl><w:tr><w:tc>" * 80 + "<w:p/>" * 200_000 + "</w:tc></w:tr></w:tbl>" * 80
        ),
    )
    yield file("word-entities", _DOCTYPE, WORD, lambda: _document(words, laughs))
    yield file(
        "word-entities-in-an-attribute",
        _DOCTYPE,
        WORD,
        lambda: _document('<w:p w:a="&l9;"/>', laughs),
    )
    yield file(
        "word-entities-in-utf-16", _DOCTYPE, WORD, lambda: _document(words, laughs, "utf-16")
    )
    yield file("word-outside-entity", _DOCTYPE, WORD, lambda: _document(words, outside))
    yield file("word-outside-type", _DOCTYPE, WORD, lambda: _document("", over_net))
    yield file(
        "word-entity-in-its-notes",
        _DOCTYPE,
        WORD,
        lambda: package({"word/document.xml": _xml(""), "word/footnotes.xml": _xml(words, laughs)}),
    )
    yield file("word-cut-off", "is damaged", WORD, lambda: _document("<w:p/>" * 1000)[:-40])


def _sheets() -> Iterator[Trick]:
    long = "<si><t>" + "a" * 4_000_000 + "</t></si>"
    cell = '<row><c t="s"><v>0</v></c></row>'
    yield file("sheet-of-one-long-string", NEEDS, SHEET, lambda: _workbook(cell * 100_000, long))
    yield file(
        "sheet-of-long-names",
        NEEDS,
        SHEET,
        lambda: _workbook(
            '<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>'
            + "<row><c><v>1</v></c></row>" * 50_000,
            long,
        ),
    )
    yield file(
        "sheet-of-a-far-row",
        "more than 200,000 rows",
        SHEET,
        lambda: _workbook('<row r="4000000000"><c><v>1</v></c></row>' * 300),
    )
    yield file(
        "sheet-of-far-cells",
        "has no rows|" + NEEDS,
        SHEET,
        lambda: _workbook('<row><c r="ALL1"><v></v></c></row>' * 190_000),
        heavy=True,
    )
    yield file("sheet-bomb", FAR_MORE, SHEET, lambda: _workbook(" " * 200_000_000), heavy=True)
    yield file(
        "sheet-entities",
        _DOCTYPE,
        SHEET,
        lambda: _workbook("", "&l9;", f"<!DOCTYPE s [{LAUGHS}]>"),
    )
    names = "n" * 900_000
    yield file(
        "csv-of-long-names",
        NEEDS,
        "text/csv",
        (f"{names},{names}\n" + "1,2\n" * 100_000).encode,
    )
    yield file(
        "csv-of-2,000,000-rows",
        f"more than 200,000 rows|{NEEDS}",
        "text/csv",
        lambda: b"a,b\n" * 2_000_000,
        heavy=True,
    )


def package(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def _xml(body: str, before: str = "", encoding: str = "utf-8") -> bytes:
    xml = f"{before}<w:document {_W}><w:body>{body}</w:body></w:document>"
    return f'<?xml version="1.0" encoding="{encoding}"?>{xml}'.encode(encoding)


def _document(body: str, before: str = "", encoding: str = "utf-8") -> bytes:
    return package({"word/document.xml": _xml(body, before, encoding)})


def _lying_package() -> bytes:
    """A package whose list of parts says 100 bytes of a part that has 100,000,000."""
    honest = 100_000_000
    data = package({"word/document.xml": b" " * honest})
    return data.replace(struct.pack("<I", honest), struct.pack("<I", 100))


def _overlapping_package() -> bytes:
    """A package whose 3000 parts are one and the same place in it."""
    data = package({"word/document.xml": b" " * 1_000_000})
    at = data.index(b"PK\x01\x02")
    entry = data[at : data.index(b"PK\x05\x06")]
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 3000, 3000, 3000 * len(entry), at, 0)
    return data[:at] + entry * 3000 + end


def _workbook(rows: str, strings: str = "", before: str = "") -> bytes:
    book = f'<workbook {_S}><sheets><sheet name="A"/></sheets></workbook>'
    return package(
        {
            "xl/workbook.xml": book.encode(),
            "xl/sharedStrings.xml": f"{before}<sst {_S}>{strings}</sst>".encode(),
            "xl/worksheets/sheet1.xml": f"<worksheet {_S}><sheetData>{rows}</sheetData></worksheet>".encode(),
        }
    )


def locked() -> bytes:
    """What Office makes of a document with a password: a file system with an encrypted package in it."""
    start = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000)
    return start + "EncryptedPackage".encode("utf-16-le") + bytes(4000)
