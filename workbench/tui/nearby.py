"""Which files beside the database may be articles: what an empty desk offers to add."""

from __future__ import annotations

import os
from pathlib import Path

SUFFIXES = (".txt", ".md", ".html", ".htm", ".docx")
"""Of files that people write articles in; other formats are sources as a rule."""

MOST = 12
"""Files that are offered; a folder with more is no desk."""

MOST_LOOKED_AT = 5_000
"""Names of a folder that are looked at."""

NO_ARTICLES = ("readme", "license", "licence", "changelog", "notes", "requirements")
"""How names of files begin that go with other things."""

LARGEST = 4_000_000
"""Bytes; a longer file is a book, or no text."""


def articles_nearby(folder: Path) -> list[Path]:
    """Files in `folder` that may be articles, the newest first; empty where it cannot be read."""
    found: list[tuple[float, Path]] = []
    try:
        with os.scandir(folder) as entries:
            for _, entry in zip(range(MOST_LOOKED_AT), entries, strict=False):
                if _may_be_article(entry):
                    found.append((-entry.stat().st_mtime, Path(entry.path)))
    except OSError:
        return []
    return [path for _, path in sorted(found)[:MOST]]


def _may_be_article(entry: os.DirEntry[str]) -> bool:
    name = entry.name.casefold()
    return (
        name.endswith(SUFFIXES)
        and not name.startswith((".", "~", *NO_ARTICLES))
        and entry.is_file()
        and 0 < entry.stat().st_size <= LARGEST
    )
