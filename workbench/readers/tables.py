"""Lays tables of data out as text: a row a line, each cell with the name of its column."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from workbench.errors import ReaderError
from workbench.model import Document
from workbench.readers.blocks import Block, Blocks, collapsed
from workbench.readers.decoding import decoded
from workbench.readers.titles import title_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workbench.readers.received import Received

MAX_ROWS = 200_000
"""A table with more rows is a database, of which a claim needs one."""

LONGEST_CELL = 1_000_000
_SAMPLE = 8192
_NUMBER = re.compile(r"[-+$€£]?[\d.,\s]*\d[\d.,\s]*%?")


def read_csv(received: Received) -> Document:
    """The rows of a CSV file, each cell with its column's name."""
    content = decoded(
        received.data, name=received.name, chosen=received.encoding, declared=received.charset
    )
    try:
        dialect: type[csv.Dialect] = csv.Sniffer().sniff(content.text[:_SAMPLE], ",;\t|")
    except csv.Error:
        dialect = csv.excel
    blocks = Blocks(received.name)
    # the limit is the whole process's, and somebody else's afterwards
    limit_before = csv.field_size_limit(LONGEST_CELL)
    try:
        add_rows(blocks, csv.reader(io.StringIO(content.text), dialect), name=received.name)
    except csv.Error as error:
        msg = f"{received.name} is no CSV file: {error}."
        raise ReaderError(msg, hint="Export it again as CSV in UTF-8.") from error
    finally:
        csv.field_size_limit(limit_before)
    if not blocks.text:
        msg = f"{received.name} has no words in it."
        raise ReaderError(msg, hint="Give a table with rows in it.")
    return Document(
        text=blocks.text,
        title=title_of(name=received.name),
        origin=received.origin,
        media_type="text/csv",
        encoding=content.encoding,
        encoding_guessed=content.is_guessed,
        places=blocks.places,
    )


def add_rows(
    blocks: Blocks, rows: Iterable[Sequence[str]], *, name: str, label: str = "row"
) -> None:
    """Add `rows` to `blocks`, the first as the names of the columns where it can be.

    Raises:
        ReaderError: there are more rows than a source has.
    """
    columns: list[str] | None = None
    for number, row in enumerate(rows, 1):
        if number > MAX_ROWS:
            msg = f"{name} has more than {MAX_ROWS:,} rows."
            raise ReaderError(msg, hint="Give the rows you need as a file of their own.")
        cells = [collapsed(cell) for cell in row]
        if columns is None:
            if not any(cells):
                continue
            columns = cells if _names_columns(cells) else []
            if columns:
                blocks.add(Block.ROW, " | ".join(filter(None, cells)), place=f"{label} {number}")
                continue
        pairs = [
            f"{columns[at]}: {cell}" if at < len(columns) and columns[at] else cell
            for at, cell in enumerate(cells)
            if cell
        ]
        blocks.add(Block.ROW, " | ".join(pairs), place=f"{label} {number}")


def _names_columns(cells: Sequence[str]) -> bool:
    named = [cell for cell in cells if cell]
    return len(named) > 1 and not any(_NUMBER.fullmatch(cell) for cell in named)
