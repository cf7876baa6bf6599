"""How SQL reaches the database: the five members every statement of the store goes through."""

from __future__ import annotations

import os
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from workbench.store.driver import database_on, sqlite3
from workbench.store.faults import explained, explanation_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from sqlite_utils import Database

# the columns of a row differ from query to query
Row: TypeAlias = tuple[Any, ...]


class Insert(Protocol):
    """Puts many rows into a table within the transaction that gave it."""

    def __call__(self, table: str, columns: Sequence[str], rows: Iterable[Row]) -> None: ...


class Connection:
    """One connection for one thread of one process: `rows`, `run`, `run_many`, `write` and `token`."""

    def __init__(
        self, connection: sqlite3.Connection, path: Path, *, is_read_only: bool = False
    ) -> None:
        self._connection = connection
        self._process = os.getpid()
        self.path = path
        self.is_read_only = is_read_only

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        """All rows of a query, read to the end: a half-read one would keep the log from shrinking."""
        self._check_process()
        with explained(self.path):
            return self._connection.execute(sql, values).fetchall()

    def run(self, sql: str, values: Sequence[object] = ()) -> int:
        """Run one statement that changes rows, inside `write`; how many it changed."""
        self._check_process()
        if not self._connection.in_transaction:
            msg = f"run() outside write(): {sql}"
            raise RuntimeError(msg)
        with explained(self.path):
            return self._connection.execute(sql, values).rowcount

    def run_many(self, sql: str, rows: Iterable[Row]) -> None:
        """Run one statement for each of `rows`, inside `write`.

        For very many: the insert that `write` gives looks at the type of every value.
        """
        self._check_process()
        if not self._connection.in_transaction:
            msg = f"run_many() outside write(): {sql}"
            raise RuntimeError(msg)
        with explained(self.path):
            self._connection.executemany(sql, rows)

    @contextmanager
    def write(self) -> Iterator[Insert]:
        """All of the block is kept, or nothing of it; inside another `write` it is a part of that.

        The outermost block takes the write lock at once: a transaction that reads first and writes
        later fails the moment another process writes in between.
        """
        self._check_process()
        connection = self._connection
        if connection.in_transaction:
            with self._part():
                yield self._insert
            return
        if self.is_read_only:
            raise explanation_for(sqlite3.SQLITE_READONLY, self.path)
        with explained(self.path):
            connection.execute("BEGIN IMMEDIATE")
        try:
            yield self._insert
            with explained(self.path):
                connection.execute("COMMIT")
        except BaseException:
            # SQLite has already rolled back by itself when the disk is full
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise

    def token(self) -> int:
        """A number that changes when another connection has changed the database."""
        return int(self.rows("PRAGMA data_version")[0][0])

    def close(self) -> None:
        self._connection.close()

    @contextmanager
    def _part(self) -> Iterator[None]:
        """What is done in the block can be taken back without the rest of its transaction."""
        # of several savepoints with one name SQLite means the innermost
        self._connection.execute("SAVEPOINT part")
        try:
            yield
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK TO part")
                self._connection.execute("RELEASE part")
            raise
        self._connection.execute("RELEASE part")

    @cached_property
    def _database(self) -> Database:
        return database_on(self._connection)

    def _insert(self, table: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
        with explained(self.path):
            # a misspelt table would be created; naming it to SQLite first makes that an error
            self._connection.execute(f'SELECT 1 FROM "{table}" LIMIT 0')  # noqa: S608 - our own name
            self._database.table(table).insert_all(_with_header(columns, rows))

    def _check_process(self) -> None:
        if os.getpid() != self._process:
            msg = "a connection must not be carried over a fork; open another one"
            raise RuntimeError(msg)


def _with_header(columns: Sequence[str], rows: Iterable[Row]) -> Iterator[Sequence[object]]:
    yield list(columns)
    yield from rows
