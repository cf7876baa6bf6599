"""Five members, and what each promises when others write at the same time."""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING

import pytest

from workbench.errors import StoreError
from workbench.store.connection import Connection
from workbench.store.driver import sqlite3
from workbench.store.opening import open_connection

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ADD_EDITOR = "INSERT INTO editors (id, name, added_at) VALUES (?, ?, '')"
COUNT = "SELECT COUNT(*) FROM editors"


@pytest.fixture
def connection(path: Path) -> Iterator[Connection]:
    made = open_connection(path, create=True, busy_timeout=0.1)
    yield made
    made.close()


@pytest.fixture
def other(connection: Connection) -> Iterator[Connection]:
    made = open_connection(connection.path, busy_timeout=0.1)
    yield made
    made.close()


def add_editors(connection: Connection, *names: str) -> None:
    with connection.write():
        for name in names:
            connection.run(ADD_EDITOR, (name, name))


def test_there_are_five_members_and_a_way_to_close() -> None:
    methods = {name for name in vars(Connection) if not name.startswith("_")}
    assert methods == {"rows", "run", "run_many", "write", "token", "close"}


def test_many_rows_are_kept_within_a_block_only(connection: Connection) -> None:
    rows = [(f"e{n}", f"Ann {n}") for n in range(3)]
    with pytest.raises(RuntimeError, match="outside"):
        connection.run_many(ADD_EDITOR, rows)
    with connection.write():
        connection.run_many(ADD_EDITOR, rows)
    assert connection.rows(COUNT) == [(3,)]


def test_a_block_is_kept_whole_or_not_at_all(connection: Connection) -> None:
    with pytest.raises(ZeroDivisionError), connection.write():
        connection.run(ADD_EDITOR, ("e", "Ann"))
        raise ZeroDivisionError
    assert connection.rows(COUNT) == [(0,)]


def test_an_inner_block_can_fail_alone(connection: Connection) -> None:
    with connection.write():
        connection.run(ADD_EDITOR, ("e1", "Ann"))
        with pytest.raises(ZeroDivisionError), connection.write():
            connection.run(ADD_EDITOR, ("e2", "Bob"))
            raise ZeroDivisionError
    assert connection.rows("SELECT name FROM editors") == [("Ann",)]


def test_a_statement_outside_a_block_is_a_mistake(connection: Connection) -> None:
    with pytest.raises(RuntimeError, match="outside"):
        connection.run(ADD_EDITOR, ("e", "Ann"))


def test_reading_before_writing_never_fails_because_others_wrote(
    connection: Connection, other: Connection
) -> None:
    """A deferred transaction would: its snapshot is old by the time it writes."""
    with connection.write():
        [(before,)] = connection.rows(COUNT)
        with pytest.raises(StoreError, match="locked"):
            add_editors(other, "Bob")
        connection.run(ADD_EDITOR, ("e", f"Editor {before}"))
    add_editors(other, "Bob")
    assert connection.rows(COUNT) == [(2,)]


def test_a_query_does_not_hold_the_log_open(connection: Connection, other: Connection) -> None:
    add_editors(connection, *(f"Editor {number}" for number in range(1000)))
    other.rows("SELECT * FROM editors")
    add_editors(connection, "Ann")
    [(is_busy, _, _)] = connection.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    assert not is_busy
    assert connection.path.with_name("claims.db-wal").stat().st_size == 0


def test_a_half_read_query_would_hold_it(connection: Connection, other: Connection) -> None:
    """What `rows` guards against; if this fails, SQLite has changed."""
    add_editors(connection, *(f"Editor {number}" for number in range(1000)))
    half_read = sqlite3.connect(connection.path)
    cursor = half_read.execute("SELECT * FROM editors")
    cursor.fetchone()
    add_editors(connection, "Ann")
    [(is_busy, _, _)] = other.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    half_read.close()
    assert is_busy


def test_many_rows_never_make_a_table(connection: Connection) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"), connection.write() as put:
        put("editers", ("id", "name"), [("e", "Ann")])
    assert connection.rows("SELECT name FROM sqlite_master WHERE name LIKE 'edit%rs'") == [
        ("editors",)
    ]


def test_no_rows_at_all_are_put_in_without_a_word(connection: Connection) -> None:
    with connection.write() as put:
        put("editors", ("id", "name", "added_at"), [])
    assert connection.rows(COUNT) == [(0,)]


def test_the_token_tells_others_work_from_ours(connection: Connection, other: Connection) -> None:
    before = connection.token()
    add_editors(connection, "Ann")
    assert connection.token() == before
    add_editors(other, "Bob")
    assert connection.token() != before


def test_a_full_disk_is_a_sentence_and_keeps_what_was_there(connection: Connection) -> None:
    add_editors(connection, "Ann")
    [(pages,)] = connection.rows("PRAGMA page_count")
    connection.rows(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError, match="disk is full") as failure:
        add_editors(connection, *(f"Editor {number:05} {'x' * 500}" for number in range(1000)))
    assert failure.value.hint
    assert connection.rows("SELECT name FROM editors") == [("Ann",)]
    connection.rows(f"PRAGMA max_page_count = {pages + 1000}")
    add_editors(connection, "Bob")
    assert connection.rows(COUNT) == [(2,)]


def test_half_a_character_is_a_sentence(connection: Connection) -> None:
    with pytest.raises(StoreError, match="lone surrogate"):
        add_editors(connection, "Ann\ud800")
    assert connection.rows(COUNT) == [(0,)]


def test_a_connection_belongs_to_one_thread(connection: Connection) -> None:
    failures: list[BaseException] = []

    def use() -> None:
        try:
            connection.rows(COUNT)
        except sqlite3.ProgrammingError as error:
            failures.append(error)

    thread = threading.Thread(target=use)
    thread.start()
    thread.join()
    assert "thread" in str(failures[0])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_connection_is_not_carried_over_a_fork(connection: Connection) -> None:
    child = os.fork()
    if child == 0:
        refused = 0
        for use in (
            lambda: connection.rows(COUNT),
            lambda: connection.run(ADD_EDITOR, ("e", "Ann")),
            lambda: connection.write().__enter__(),
            connection.token,
        ):
            try:
                use()
            except RuntimeError:
                refused += 1
        os._exit(refused)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 4
