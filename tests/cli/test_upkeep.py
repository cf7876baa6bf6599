"""The database is examined, mended and copied by command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.store.driver import sqlite3

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


def test_a_whole_database_is_said_to_be_whole(checked: Run) -> None:
    ended = checked("doctor")
    assert ended.exit_code == 0
    assert "whole" in ended.stderr


def test_what_is_wrong_is_printed_and_ends_with_one(checked: Run, desk: Path) -> None:
    checked("mark", "1", "1", "unsupported")
    with sqlite3.connect(desk / "claims.db") as database:
        database.execute("UPDATE standings SET editor = 'forged'")
    database.close()
    ended = checked("doctor")
    assert ended.exit_code == 1
    assert ended.stdout.startswith("error: ")


def test_rebuilding_mends_what_follows_from_the_events(checked: Run, desk: Path) -> None:
    checked("mark", "1", "1", "unsupported")
    with sqlite3.connect(desk / "claims.db") as database:
        database.execute("DELETE FROM standings")
    database.close()
    assert checked("doctor").exit_code == 1
    assert checked("doctor", "--rebuild").exit_code == 0


def test_a_backup_is_a_database_of_its_own(checked: Run, desk: Path) -> None:
    assert checked("backup", "copy.db").exit_code == 0
    assert checked("claims", "1", "--db", "copy.db").stdout == checked("claims", "1").stdout
