from __future__ import annotations

import io
import zipfile

import pytest

from tests.readers.here import read
from workbench.errors import ReaderError
from workbench.readers import blocks, tables

S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def workbook(**sheets: str) -> bytes:
    """A spreadsheet of the given rows, with a style for dates in place 1."""
    entries = "".join(
        f'<sheet name="{name}" r:id="r{number}"/>' for number, name in enumerate(sheets, 1)
    )
    targets = "".join(
        f'<Relationship Id="r{number}" Target="{"/xl/" if number == 2 else ""}sheets/{name}.xml"/>'
        for number, name in enumerate(sheets, 1)
    )
    parts = {
        "xl/workbook.xml": f'<workbook {S} xmlns:r="{R}"><sheets>{entries}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f"<Relationships>{targets}</Relationships>",
        "xl/sharedStrings.xml": f"<sst {S}><si><t>Year</t></si><si><r><t>Ev</t></r><r><t>ent</t></r>"
        "<rPh><t>phonetic</t></rPh></si></sst>",
        "xl/styles.xml": f'<styleSheet {S}><numFmts><numFmt numFmtId="170" formatCode="yyyy-mm-dd"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>',
        **{
            f"xl/sheets/{name}.xml": f"<worksheet {S}><sheetData>{rows}</sheetData></worksheet>"
            for name, rows in sheets.items()
        },
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, xml in parts.items():
            package.writestr(name, xml)
    return stream.getvalue()


ROWS = (
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
    '<row r="3"><c r="A3"><v>1942</v></c><c r="B3" t="inlineStr"><is><t>Accident</t></is></c></row>'
    '<row r="4"><c r="B4" s="1"><v>46035</v></c></row>'
    '<row r="5"><c r="A5"><v>0.30000000000000004</v></c><c r="B5" t="b"><v>1</v></c></row>'
    '<row r="6"><c r="A6" t="str"><v>sum</v></c><c r="B6" t="s"><v>99</v></c><c><v>no number</v></c></row>'
)


def test_a_row_of_a_csv_file_carries_its_column_names() -> None:
    document = read(b"Year;Event;Dead\n1942;Accident;180\n\n1965;Treaty;\n", name="t.csv")
    assert (
        document.text
        == "Year | Event | Dead\nYear: 1942 | Event: Accident | Dead: 180\nYear: 1965 | Event: Treaty"
    )
    assert document.place_of(document.text.index("Treaty")) == "row 4"


def test_a_table_without_column_names_is_read_as_it_is() -> None:
    assert (
        read(b"1942,Accident\n1965,Treaty\n", name="t.csv").text == "1942 | Accident\n1965 | Treaty"
    )


def test_tabs_and_quoted_cells_over_lines_are_read() -> None:
    document = read(b'Name\tNote\nLee\t"two\nlines"\n', name="t.tsv")
    assert document.text.endswith("Name: Lee | Note: two lines")


def test_tables_too_long_or_broken_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MAX_ROWS", 3)
    with pytest.raises(ReaderError, match="more than 3 rows"):
        read(b"a,b\n" * 9, name="t.csv")
    monkeypatch.setattr(tables, "LONGEST_CELL", 10)
    with pytest.raises(ReaderError, match="is no CSV file"):
        read(b"aaaaaaaaaaaaaaaaaaaaaaa,b\n", name="t.csv")
    with pytest.raises(ReaderError, match="has no words"):
        read(b",,\n,,\n", name="t.csv")


def test_a_long_name_said_in_every_row_is_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "MAX_TEXT", 500)
    with pytest.raises(ReaderError, match=r"t\.csv holds more text than any page"):
        read(("name" * 50 + ",b\n" + "1,2\n" * 9).encode(), name="t.csv")


def test_a_spreadsheet_is_read_sheet_by_sheet() -> None:
    document = read(
        workbook(Deaths=ROWS, Empty="", More="<row><c><v>7</v></c></row>"), name="t.xlsx"
    )
    assert document.text == (
        "Deaths\n\nYear | Event\nYear: 1942 | Event: Accident\nEvent: 2026-01-13\nYear: 0.3 | Event: yes\n"
        "Year: sum | no number\n\nEmpty\n\nMore\n\n7"
    )
    assert document.place_of(document.text.index("Accident")) == "Deaths, row 3"
    assert [span.of(document.text) for span in document.headings] == ["Deaths", "Empty", "More"]


def test_a_spreadsheet_is_known_by_its_content() -> None:
    assert "Accident" in read(workbook(Deaths=ROWS), name="download").text


def test_a_spreadsheet_without_rows_or_workbook_is_refused() -> None:
    with pytest.raises(ReaderError, match="has no rows"):
        read(workbook(Empty=""), name="t.xlsx")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("other.xml", "<a/>")
    with pytest.raises(ReaderError, match="is not a spreadsheet"):
        read(stream.getvalue(), name="t.xlsx")
