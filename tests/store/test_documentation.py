"""The page about the database names everything that is in it, and every check."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import workbench
from workbench.store.examination import CHECKS
from workbench.store.opening import BUSY_TIMEOUT

if TYPE_CHECKING:
    from workbench.store import Store

ROOT = Path(workbench.__file__).parent.parent
PAGE = (ROOT / "docs" / "database.md").read_text(encoding="utf-8")
STORE = ROOT / "workbench" / "store"


def test_every_table_and_column_is_named(empty_store: Store) -> None:
    connection = empty_store.articles._connection
    tables = connection.rows(
        "SELECT name FROM sqlite_master WHERE type = 'table'"
        " AND name NOT LIKE 'passages_search%' AND name NOT LIKE 'memory_search_%' AND name NOT LIKE '%sqlite%'"
    )
    for (table,) in tables:
        section = PAGE.split(f"### `{table}`\n")[1].split("\n\n")[0]
        columns = [row[1] for row in connection.rows(f"PRAGMA table_info({table})")]
        assert re.findall(r"`(\w+)`", section) == columns
        assert f"| `{table}` |" in PAGE


def test_every_check_is_explained() -> None:
    rows = re.findall(r"^\| `(\w+)` \| ", PAGE.split("## Doctor")[1], re.MULTILINE)
    assert rows == list(CHECKS)


def test_how_long_writers_wait_is_what_the_page_says() -> None:
    assert "up to ten seconds" in PAGE
    assert BUSY_TIMEOUT == 10


def test_sql_is_nowhere_else_and_replaces_nothing() -> None:
    """REPLACE corrupts an index over another table's rows, and PostgreSQL has none."""
    statement = re.compile(
        r"\b(INSERT|REPLACE) (OR \w+ )?INTO\b|\bDELETE FROM\b|\bSELECT\b.+\bFROM\b"
    )
    for file in (ROOT / "workbench").rglob("*.py"):
        source = file.read_text(encoding="utf-8")
        if file.parent == STORE:
            assert "OR REPLACE" not in source
            assert "REPLACE INTO" not in source
        else:
            assert not statement.search(source), file
