"""Reads spreadsheets (XLSX): the rows of each sheet, with numbers and dates as they are shown."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from workbench.errors import ReaderError
from workbench.model import Document
from workbench.readers.blocks import Block, Blocks
from workbench.readers.packages import opened_package, xml_part
from workbench.readers.tables import add_rows
from workbench.readers.titles import title_of

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

    from lxml.etree import _Element

    from workbench.readers.received import Received

MAX_SHEETS = 100
MAX_COLUMNS = 1000
FIRST_DAY = datetime(1899, 12, 30)
"""Day 0 of a spreadsheet: one early, as spreadsheets believe that 1900 was a leap year."""

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DATE_FORMATS = frozenset((*range(14, 18), 22))
_DATE_CODE = re.compile(r"(?:[ymd]+[/. -]){1,2}[ymd]+", re.IGNORECASE)
_COLUMN = re.compile(r"[A-Z]{1,3}")


def read(received: Received) -> Document:
    """The rows of each sheet, each cell with its column's name."""
    blocks = Blocks(received.name)
    with opened_package(received) as package:
        workbook = xml_part(package, "xl/workbook.xml", received.name)
        if workbook is None:
            msg = f"{received.name} is not a spreadsheet."
            raise ReaderError(msg, hint="Save it as XLSX or CSV and try again.")
        strings = _strings(xml_part(package, "xl/sharedStrings.xml", received.name))
        dates = _date_styles(xml_part(package, "xl/styles.xml", received.name))
        for title, part in _sheets(package, workbook, received.name):
            sheet = xml_part(package, part, received.name)
            if sheet is not None:
                blocks.add(Block.HEADING, title)
                add_rows(
                    blocks, _rows(sheet, strings, dates), name=received.name, label=f"{title}, row"
                )
    if not any(place.label.rpartition(" ")[2].isdigit() for place in blocks.places):
        msg = f"{received.name} has no rows in it."
        raise ReaderError(msg, hint="Give a sheet with rows in it.")
    return Document(
        text=blocks.text,
        title=title_of(name=received.name),
        origin=received.origin,
        media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        headings=blocks.headings,
        places=blocks.places,
    )


def _sheets(package: zipfile.ZipFile, workbook: _Element, name: str) -> Iterator[tuple[str, str]]:
    relations = xml_part(package, "xl/_rels/workbook.xml.rels", name)
    targets = {
        relation.get("Id"): relation.get("Target") or ""
        for relation in ([] if relations is None else relations)
    }
    for number, sheet in enumerate(workbook.iter(f"{_S}sheet"), 1):
        if number > MAX_SHEETS:
            return
        target = targets.get(sheet.get(f"{_R}id"), f"worksheets/sheet{number}.xml")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        yield sheet.get("name") or f"Sheet {number}", part


def _strings(root: _Element | None) -> list[str]:
    items = [] if root is None else root.iterchildren(f"{_S}si")
    # phonetic guides stand beside the words they explain
    return [
        "".join(
            text.text or ""
            for text in item.iter(f"{_S}t")
            if (parent := text.getparent()) is not None and parent.tag != f"{_S}rPh"
        )
        for item in items
    ]


def _date_styles(root: _Element | None) -> frozenset[str]:
    """The places of the cell styles that show a number as a date."""
    if root is None:
        return frozenset()
    own = {
        item.get("numFmtId")
        for item in root.iter(f"{_S}numFmt")
        if _DATE_CODE.search(item.get("formatCode") or "")
    } | {str(number) for number in _DATE_FORMATS}
    styles = root.find(f"{_S}cellXfs")
    return frozenset(
        str(place)
        for place, style in enumerate([] if styles is None else styles)
        if style.get("numFmtId") in own
    )


def _rows(sheet: _Element, strings: list[str], dates: frozenset[str]) -> Iterator[list[str]]:
    expected = 1
    for row in sheet.iter(f"{_S}row"):
        number = row.get("r") or ""
        # empty rows are not stored, and their numbers must hold
        while number.isdecimal() and expected < min(int(number), expected + 1000):
            yield []
            expected += 1
        cells: list[str] = []
        for cell in row.iterchildren(f"{_S}c"):
            column = _column(cell.get("r") or "")
            if column is not None and column < MAX_COLUMNS:
                cells += [""] * (column - len(cells))
            cells.append(_shown(cell, strings, dates))
        yield cells
        expected += 1


def _column(reference: str) -> int | None:
    letters = _COLUMN.match(reference)
    if letters is None:
        return None
    number = 0
    for letter in letters.group():
        number = 26 * number + ord(letter) - 64
    return number - 1


def _shown(cell: _Element, strings: list[str], dates: frozenset[str]) -> str:
    kind = cell.get("t") or "n"
    if kind == "inlineStr":
        return "".join(text.text or "" for text in cell.iter(f"{_S}t"))
    value = cell.findtext(f"{_S}v") or ""
    if kind == "s":
        return strings[int(value)] if value.isdecimal() and int(value) < len(strings) else ""
    if kind == "b":
        return "yes" if value == "1" else "no"
    if kind != "n":
        return value
    try:
        number = float(value)
        if cell.get("s") in dates:
            return (FIRST_DAY + timedelta(days=number)).date().isoformat()
    except (ValueError, OverflowError):
        return value
    # 0.1 + 0.2 is stored with all its digits
    return f"{number:.15g}"
