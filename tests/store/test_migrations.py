"""The schema is made of numbered steps that never change."""

from __future__ import annotations

import ast
import hashlib
import re
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

import workbench.store.migrations
from workbench.store.driver import sqlite3
from workbench.store.migrations import MIGRATIONS
from workbench.store.opening import open_connection

SHIPPED = {
    "m001_articles_claims_sources_events": "fa77252155ff4c6c",
    "m002_memory_of_checked_claims": "54dc409c1f167eac",
    "m003_memory_knows_the_editor": "4dddf2b3dd7e2675",
    "m004_versions_of_sources": "994fb0fac863b877",
    "m005_claims_are_the_editors": "ab60c35345961fbb",
}
"""Digest of the schema after each step. A line here never changes; a change of mind is a new step."""


def steps() -> list[str]:
    return [step.__name__ for step in MIGRATIONS]


def schema_digest(database: Database) -> str:
    statements = database.execute(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name <> '_sqlite_migrations'"
        " ORDER BY name"
    ).fetchall()
    words = " ".join(" ".join(sql for (sql,) in statements).split())
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def test_steps_are_numbered_without_a_gap() -> None:
    for number, name in enumerate(steps(), start=1):
        assert re.fullmatch(rf"m{number:03}_\w+", name)


def test_a_shipped_step_makes_what_it_always_made() -> None:
    digests = {}
    with closing(Database(memory=True, execute_plugins=False)) as database:
        names = steps()
        for name, following in zip(names, [*names[1:], None], strict=True):
            MIGRATIONS.apply(database, stop_before=following)
            digests[name] = schema_digest(database)
    assert digests == SHIPPED


def test_steps_import_nothing_of_ours() -> None:
    tree = ast.parse(Path(workbench.store.migrations.__file__).read_text(encoding="utf-8"))
    modules = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert modules == {"__future__", "typing", "collections.abc", "sqlite_utils"}


def test_a_source_of_before_becomes_its_first_version() -> None:
    with closing(Database(memory=True, execute_plugins=False)) as database:
        MIGRATIONS.apply(database, stop_before="m004_versions_of_sources")
        database.execute("PRAGMA foreign_keys = on")
        database.execute(
            "INSERT INTO articles VALUES ('a', 1, 'T', '', 'text/plain', 'utf-8', 0, NULL, 'en', 't', 'd',"
            " 'b', '[]', '[]', '2026')"
        )
        for number in (1, 2):
            database.execute(
                "INSERT INTO sources VALUES (?, 'a', ?, 'Notice', 'n.txt', 'text/plain', 'utf-8', 0,"
                " '2026-01-02', 'en', 'Zoë', 'text digest', ?, ?, '[]', '[[0,3,\"Top\"]]', '2026')",
                (f"s{number}", number, b"Zo\xc3\xab\r\n", f"bytes digest {number}"),
            )
        database.execute("INSERT INTO passages VALUES (1, 'p', 's1', 0, 3, 'Zoë', 'Top')")
        MIGRATIONS.apply(database)
        contents = database.execute("SELECT * FROM contents ORDER BY sha256").fetchall()
        snapshots = database.execute("SELECT * FROM snapshots").fetchall()
        sources = database.execute("SELECT * FROM sources").fetchall()
        passages = database.execute("SELECT * FROM passages").fetchall()
    assert contents == [
        ("bytes digest 1", 6, "", b"Zo\xc3\xab\r\n"),
        ("bytes digest 2", 6, "", b"Zo\xc3\xab\r\n"),
        ("text digest", 4, "", "Zoë".encode()),
    ]
    assert snapshots[0] == (
        *("s1", 1, "2026", "Notice", "text/plain", "utf-8", 0, "2026-01-02", "en", "[]"),
        *('[[0,3,"Top"]]', "text digest", "bytes digest 1", "bytes digest 1", "[]", ""),
    )
    assert sources[1] == ("s2", "a", 2, "n.txt", "bytes digest 2", "2026", "", 1)
    assert passages == [(1, "p", "s1", 0, 3, "Zoë", "Top", 1)]


@pytest.mark.parametrize(
    "table",
    ["articles", "claims", "sources", "snapshots", "contents", "archives", "passages", "events"],
)
def test_a_number_is_no_text(path: Path, table: str) -> None:
    """STRICT tables refuse what does not fit the column."""
    with closing(open_connection(path, create=True)) as connection:
        [(sql,)] = connection.rows("SELECT sql FROM sqlite_master WHERE name = ?", (table,))
        assert sql.rstrip().endswith("STRICT")
        names = [row[1] for row in connection.rows(f"PRAGMA table_info({table})")]
        with (
            pytest.raises(sqlite3.IntegrityError, match=r"cannot store|datatype mismatch"),
            connection.write(),
        ):
            connection.run(
                f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",
                [b"bytes, not text"] * len(names),
            )


@pytest.mark.parametrize("table", ["contents", "snapshots"])
def test_a_version_of_a_source_cannot_be_changed_or_deleted(closed_store: Path, table: str) -> None:
    with closing(open_connection(closed_store)) as connection:
        before = connection.rows(f"SELECT * FROM {table}")
        assert before
        for statement in (
            f"UPDATE {table} SET bytes_sha256 = bytes_sha256"
            if table == "snapshots"
            else "UPDATE contents SET size = 1",
            f"DELETE FROM {table}",
        ):
            with pytest.raises(sqlite3.IntegrityError, match="never"), connection.write():
                connection.run(statement)
        assert connection.rows(f"SELECT * FROM {table}") == before


@pytest.mark.parametrize("column", ["decision_after", "editor", "at", "digest"])
def test_an_event_cannot_be_changed_or_deleted(closed_store: Path, column: str) -> None:
    with closing(open_connection(closed_store)) as connection:
        before = connection.rows("SELECT * FROM events")
        assert before
        for statement in (
            f"UPDATE events SET {column} = 'x'",
            "DELETE FROM events",
            "INSERT OR REPLACE INTO events SELECT * FROM events",
        ):
            with pytest.raises(sqlite3.IntegrityError, match="never"), connection.write():
                connection.run(statement)
        assert connection.rows("SELECT * FROM events") == before
