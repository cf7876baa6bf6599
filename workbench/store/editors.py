"""Who has decided anything in this database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model import Editor, EditorId

if TYPE_CHECKING:
    from workbench.store.connection import Connection


class Editors:
    """The table `editors`; a name is an editor."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> list[Editor]:
        """By name."""
        rows = self._connection.rows("SELECT id, name FROM editors ORDER BY name")
        return [Editor(EditorId(id_), name) for id_, name in rows]

    def named(self, name: str) -> Editor | None:
        rows = self._connection.rows("SELECT id FROM editors WHERE name = ?", (name,))
        return Editor(EditorId(rows[0][0]), name) if rows else None

    def ensure(self, name: str, *, id_: EditorId, at: str) -> Editor:
        """The editor of that name, entered as `id_` if there was none."""
        self._connection.run(
            "INSERT INTO editors (id, name, added_at) VALUES (?, ?, ?) ON CONFLICT (name) DO NOTHING",
            (id_, name, at),
        )
        [(kept,)] = self._connection.rows("SELECT id FROM editors WHERE name = ?", (name,))
        return Editor(EditorId(kept), name)
