"""The one way into the database: its aggregates, and the transactions around them."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

from workbench.store.articles import Articles
from workbench.store.claims import Claims
from workbench.store.decided import Decided
from workbench.store.editors import Editors
from workbench.store.events import Events
from workbench.store.forms import Forms
from workbench.store.opening import BUSY_TIMEOUT, open_connection
from workbench.store.sentences import Sentences
from workbench.store.snapshots import Snapshots
from workbench.store.sources import Sources
from workbench.store.standings import Standings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from workbench.model import Problem
    from workbench.store.connection import Connection, Insert
    from workbench.store.memory import Memory


class Store:
    """An open claims database. For one thread of one process."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.path = connection.path
        self.is_read_only = connection.is_read_only
        self.articles = Articles(connection)
        self.claims = Claims(connection)
        self.snapshots = Snapshots(connection)
        self.sources = Sources(connection, self.snapshots)
        self.editors = Editors(connection)
        self.decided = Decided(connection)
        self.standings = Standings(connection)
        self.forms = Forms(connection)
        self.sentences = Sentences(connection)
        self.events = Events(connection)

    @classmethod
    def open(
        cls, path: Path, *, create: bool = False, now: str = "", busy_timeout: float = BUSY_TIMEOUT
    ) -> Self:
        """The store at `path`; see `open_connection`."""
        return cls(open_connection(path, create=create, now=now, busy_timeout=busy_timeout))

    # what few programs need is loaded where it is needed: every start would pay for it

    @cached_property
    def memory(self) -> Memory:
        from workbench.store.memory import Memory

        return Memory(self._connection)

    @contextmanager
    def writing(self) -> Iterator[Insert]:
        """All that is done in the block is kept, or nothing; nobody else writes meanwhile."""
        with self._connection.write() as insert:
            yield insert

    def examine(self) -> list[Problem]:
        """Everything that is wrong with the database."""
        from workbench.store.examination import examine

        return examine(self._connection)

    def rebuild(self) -> None:
        """Make what follows from events and texts again; the memory is made by `review`."""
        from workbench.store.rebuilding import rebuild

        rebuild(self._connection)

    def back_up(self, target: Path) -> None:
        """Copy the whole database to `target` while others write."""
        from workbench.store.backup import back_up

        back_up(self.path, target)

    def change_token(self) -> int:
        """A number that changes when somebody else has written."""
        return self._connection.token()

    def close(self) -> None:
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()
