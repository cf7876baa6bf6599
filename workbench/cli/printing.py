"""How words reach the terminal: data to stdout, narration to stderr, nothing a terminal obeys."""

from __future__ import annotations

import json
import shutil
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from workbench.model import visible_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NO_TERMINAL = (100, 24)
"""Columns and lines where nobody says how large the terminal is."""

MIN_WORDS = 16
"""Columns that words keep in a terminal too narrow for the table."""

_GAP = "  "
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    title: str
    is_number: bool = False
    """Numbers stand at the right."""

    gives_way: bool = False
    """Whether its words are cut where the terminal is too narrow; one column of a table does."""

    at_most: int | None = None
    """Columns beyond which words are cut in any case."""


def narrate(sentence: str) -> None:
    """Tell the editor what happened, on stderr."""
    click.echo(visible_line(sentence), err=True)


def print_json_line(fields: dict[str, object]) -> None:
    # what a terminal could obey is escaped; a program reads the same value
    line = json.dumps(fields, ensure_ascii=False)
    if visible_line(line) != line:
        line = json.dumps(fields)
    click.echo(f"{line}\n".encode(), nl=False)


def print_bytes(content: bytes) -> None:
    click.echo(content, nl=False)


def print_table(columns: Sequence[Column], rows: Iterable[Sequence[object]]) -> None:
    """Rows below their titles, as wide as the terminal at most."""
    titles = [column.title for column in columns]
    cells = [titles, *([visible_line(str(cell)) for cell in row] for row in rows)]
    widths = _widths(columns, cells, shutil.get_terminal_size(NO_TERMINAL).columns)
    for row in cells:
        aligned = [
            _aligned(cell, width, right=column.is_number)
            for cell, width, column in zip(row, widths, columns, strict=True)
        ]
        click.echo(_GAP.join(aligned).rstrip())


def cell_width(text: str) -> int:
    """Columns that `text` takes in a terminal."""
    return sum(map(_character_width, text))


def cut_to(text: str, width: int) -> str:
    """`text`, cut where it is wider than `width`."""
    if cell_width(text) <= width:
        return text
    left = width - cell_width(_CUT)
    kept = []
    for character in text:
        left -= _character_width(character)
        if left < 0:
            break
        kept.append(character)
    return "".join(kept).rstrip() + _CUT


def quoted(text: str, width: int) -> str:
    """`text` between quotation marks, those it begins with kept instead, cut where it is too wide."""
    shown = cut_to(text, width)
    return shown if shown.startswith("“") else f"“{shown}”"


def _character_width(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _widths(columns: Sequence[Column], cells: Sequence[Sequence[str]], terminal: int) -> list[int]:
    widths = [
        min(max(cell_width(row[place]) for row in cells), column.at_most or terminal)
        for place, column in enumerate(columns)
    ]
    excess = sum(widths) + len(_GAP) * (len(columns) - 1) - terminal
    if excess > 0:
        place = next(place for place, column in enumerate(columns) if column.gives_way)
        widths[place] = max(MIN_WORDS, widths[place] - excess)
    return widths


def _aligned(text: str, width: int, *, right: bool) -> str:
    cut = cut_to(text, width)
    space = " " * (width - cell_width(cut))
    return space + cut if right else cut + space
