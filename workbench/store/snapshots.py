"""The versions of each source: what came when and how, and the document read from it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from workbench.errors import StoreError, UnknownError
from workbench.model import (
    Archived,
    Document,
    Hop,
    Snapshot,
    SourceId,
    canonical_json,
    visible_line,
)
from workbench.store.columns import DOCUMENT_COLUMNS, document_of, document_row
from workbench.store.contents import Contents

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.store.connection import Connection, Row

# the text is kept among the contents, and where it came from with the source
_COLUMNS = tuple(name for name in DOCUMENT_COLUMNS if name not in {"text", "origin"})
_LIST = ", ".join(_COLUMNS)
_SNAPSHOT = """
    SELECT n.source_id, n.version, n.at, n.title, n.media_type, c.size, n.bytes_sha256,
        n.text_sha256, n.raw_sha256, n.reader, n.hops
    FROM snapshots n JOIN contents c ON c.sha256 = n.bytes_sha256
"""


class Snapshots:
    """The tables `snapshots` and `archives`: only ever added to."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._contents = Contents(connection)

    def add(
        self,
        source: SourceId,
        document: Document,
        content: bytes,
        *,
        at: str,
        reader: str,
        raw: bytes | None = None,
        hops: Sequence[Hop] = (),
    ) -> int:
        """Keep a new version of `source`; its number."""
        bytes_sha256 = self._contents.put(content, raw=raw)
        text_sha256 = self._contents.put(document.text.encode())
        [(version,)] = self._connection.rows(
            "SELECT COALESCE(MAX(version), 0) + 1 FROM snapshots WHERE source_id = ?", (source,)
        )
        columns = dict(zip(DOCUMENT_COLUMNS, document_row(document), strict=True))
        self._connection.run(
            f"""
            INSERT INTO snapshots
                (source_id, version, at, text_sha256, bytes_sha256, raw_sha256, hops, reader, {_LIST})
            VALUES ({", ".join("?" * (8 + len(_COLUMNS)))})
            """,  # noqa: S608 - names of columns are ours
            (
                source,
                version,
                at,
                text_sha256,
                bytes_sha256,
                hashlib.sha256(content if raw is None else raw).hexdigest(),
                _hops_json(hops),
                reader,
                *(columns[name] for name in _COLUMNS),
            ),
        )
        return int(version)

    def of(self, source: SourceId) -> list[Snapshot]:
        """Every version, the first one first."""
        rows = self._connection.rows(
            f"{_SNAPSHOT} WHERE n.source_id = ? ORDER BY n.version", (source,)
        )
        return [_snapshot(row) for row in rows]

    def newest(self, source: SourceId) -> Snapshot:
        rows = self._connection.rows(
            f"{_SNAPSHOT} WHERE n.source_id = ? ORDER BY n.version DESC LIMIT 1", (source,)
        )
        if not rows:
            raise unknown_source(source)
        return _snapshot(rows[0])

    def first_with_text(self, source: SourceId, text_sha256: str) -> int | None:
        """The first version of `source` that has that text."""
        rows = self._connection.rows(
            "SELECT MIN(version) FROM snapshots WHERE source_id = ? AND text_sha256 = ?",
            (source, text_sha256),
        )
        return None if rows[0][0] is None else int(rows[0][0])

    def document(self, source: SourceId, version: int) -> Document:
        """The document that was read from that version."""
        rows = self._connection.rows(
            f"""
            SELECT s.origin, n.text_sha256, {_LIST}
            FROM snapshots n JOIN sources s ON s.id = n.source_id
            WHERE n.source_id = ? AND n.version = ?
            """,  # noqa: S608 - names of columns are ours
            (source, version),
        )
        if not rows:
            raise unknown_source(source)
        origin, text_sha256, *columns = rows[0]
        values = dict(zip(_COLUMNS, columns, strict=True))
        values |= {"origin": origin, "text": self._contents.text(text_sha256)}
        return document_of(tuple(values[name] for name in DOCUMENT_COLUMNS))

    def text(self, text_sha256: str) -> str:
        """The text with that digest, of whatever source."""
        return self._contents.text(text_sha256)

    def content(self, snapshot: Snapshot) -> bytes:
        """The bytes, unpacked."""
        return self._contents.one(snapshot.sha256)

    def as_sent(self, snapshot: Snapshot) -> bytes | None:
        """The body as it was sent; None where the same content came packed otherwise before."""
        return self._contents.as_sent(snapshot.sha256, snapshot.raw_sha256)

    def add_archived(self, archived: Archived) -> None:
        """Keep where a public archive keeps a version, too."""
        self._connection.run(
            "INSERT INTO archives (source_id, version, url, at) VALUES (?, ?, ?, ?)",
            (archived.source_id, archived.version, archived.url, archived.at),
        )

    def archived(self, source: SourceId) -> list[Archived]:
        """The first one first."""
        rows = self._connection.rows(
            "SELECT source_id, version, url, at FROM archives WHERE source_id = ? ORDER BY at",
            (source,),
        )
        return [Archived(SourceId(id_), version, url, at) for id_, version, url, at in rows]


def unknown_source(source: str) -> UnknownError:
    """What is said where no source has that id."""
    msg = f"There is no source {visible_line(source)}."
    return UnknownError(msg, hint="`workbench source list ARTICLE` lists the sources.")


def _snapshot(row: Row) -> Snapshot:
    return replace(Snapshot(*row[:-1]), hops=_hops(row[-1]))


def _hops_json(hops: Sequence[Hop]) -> str:
    return canonical_json(
        [[hop.url, hop.address, hop.status, hop.reason, hop.headers] for hop in hops]
    )


def _hops(text: str) -> tuple[Hop, ...]:
    try:
        # what json.loads returns has no narrower type
        kept: Any = json.loads(text)
        return tuple(
            Hop(url, address, status, reason, tuple((name, value) for name, value in headers))
            for url, address, status, reason, headers in kept
        )
    except (ValueError, TypeError) as error:
        msg = "How a source was fetched cannot be read back."
        raise StoreError(msg, hint="Run `workbench doctor`, and go back to a backup.") from error
