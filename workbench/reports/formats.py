"""The formats a report can leave the building in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.reports import csv_table, html_page, json_document, markdown

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.reports.report import Report


@dataclass(frozen=True, slots=True)
class Format:
    """How a report is written, and how the format is shown to an editor."""

    name: str
    """What is typed after `--format`."""

    suffix: str
    label: str
    description: str
    write: Callable[[Report], str]
    """The whole report; the same report gives the same text, ready for UTF-8."""


_ALL = (
    Format("markdown", ".md", "Markdown", "To read and edit as text.", markdown.write),
    Format("html", ".html", "Web page", "To read in a browser, print or send.", html_page.write),
    Format("json", ".json", "JSON", "For programs; has a schema.", json_document.write),
    Format("csv", ".csv", "CSV", "A claim a row, for spreadsheets.", csv_table.write),
)
FORMATS: dict[str, Format] = {format_.name: format_ for format_ in _ALL}
