"""The sources linked to an article, their passages, and which passages hold given words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.errors import UnknownError
from workbench.model import Passage, PassageId, Source, SourceId, SourceKind, Span, visible_line
from workbench.store.searching import query_text
from workbench.store.snapshots import Snapshots, unknown_source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model import ArticleId, Document
    from workbench.store.connection import Connection, Insert, Row

_SOURCE = """
    SELECT s.id, s.article_id, s.number, n.title, s.origin, n.media_type, n.bytes_sha256, s.added_at,
        (SELECT COUNT(*) FROM passages p WHERE p.source_id = s.id AND p.version = s.text_version),
        n.encoding, s.kind, n.version, n.text_sha256
    FROM sources s JOIN snapshots n ON n.source_id = s.id
        AND n.version = (SELECT MAX(version) FROM snapshots WHERE source_id = s.id)
"""
_PASSAGE = "p.id, p.source_id, p.span_start, p.span_end, p.text, p.place"


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage that holds some of the words looked for."""

    passage: Passage
    source_number: int
    source_title: str


class Sources:
    """The tables `sources` and `passages`, and the search index over passages."""

    def __init__(self, connection: Connection, snapshots: Snapshots) -> None:
        self._connection = connection
        self._snapshots = snapshots

    def add(
        self, id_: SourceId, article: ArticleId, document: Document, *, bytes_sha256: str, at: str
    ) -> None:
        """Link `document`, whose first version is to be kept among the snapshots."""
        self._connection.run(
            """
            INSERT INTO sources (id, article_id, number, origin, bytes_sha256, added_at)
            SELECT ?, ?, COALESCE(MAX(number), 0) + 1, ?, ?, ? FROM sources WHERE article_id = ?
            """,
            (id_, article, document.origin, bytes_sha256, at, article),
        )

    def add_passages(
        self, insert: Insert, passages: Sequence[Passage], *, version: int = 1
    ) -> None:
        """Keep `passages`, all there are of that version of their source, and let them be found."""
        insert(
            "passages",
            ("id", "source_id", "span_start", "span_end", "text", "place", "version"),
            (
                (p.id, p.source_id, p.span.start, p.span.end, p.text, p.place, version)
                for p in passages
            ),
        )
        # by hand and not by a trigger: with an untrusted schema SQLite lets triggers use full-text
        # search from 3.44 on only
        for source in dict.fromkeys(passage.source_id for passage in passages):
            self._connection.run(
                """
                INSERT INTO passages_search (rowid, text)
                SELECT key, text FROM passages WHERE source_id = ? AND version = ?
                """,
                (source, version),
            )

    def offer_from(self, source: SourceId, version: int) -> None:
        """From now on, passages of `source` are those of that version."""
        self._connection.run("UPDATE sources SET text_version = ? WHERE id = ?", (version, source))

    def set_kind(self, source: SourceId, kind: SourceKind | None) -> None:
        self._connection.run("UPDATE sources SET kind = ? WHERE id = ?", (kind or "", source))

    def of(self, article: ArticleId) -> list[Source]:
        """By number."""
        rows = self._connection.rows(
            f"{_SOURCE} WHERE s.article_id = ? ORDER BY s.number", (article,)
        )
        return [_source(row) for row in rows]

    def one(self, source: SourceId) -> Source:
        rows = self._connection.rows(f"{_SOURCE} WHERE s.id = ?", (source,))
        if not rows:
            raise unknown_source(source)
        return _source(rows[0])

    def with_bytes(self, article: ArticleId, sha256: str) -> Source | None:
        """The source of `article` of which some version has those very bytes."""
        rows = self._connection.rows(
            f"""
            {_SOURCE} WHERE s.article_id = ? AND s.id IN (
                SELECT source_id FROM snapshots WHERE bytes_sha256 = ?
            ) ORDER BY s.number
            """,  # noqa: S608 - ours
            (article, sha256),
        )
        return _source(rows[0]) if rows else None

    def document(self, source: SourceId) -> Document:
        """The newest one."""
        return self._snapshots.document(source, self._snapshots.newest(source).version)

    def content(self, source: SourceId) -> bytes:
        """The newest version's bytes."""
        return self._snapshots.content(self._snapshots.newest(source))

    def passage(self, passage: PassageId) -> Passage:
        rows = self._connection.rows(
            f"SELECT {_PASSAGE} FROM passages p WHERE p.id = ?",  # noqa: S608 - ours
            (passage,),
        )
        if not rows:
            raise _unknown_passage(passage)
        return _passage(rows[0])

    def version_of(self, passage: PassageId) -> int:
        """The version of its source that a passage stands in."""
        rows = self._connection.rows("SELECT version FROM passages WHERE id = ?", (passage,))
        if not rows:
            raise _unknown_passage(passage)
        return int(rows[0][0])

    def passages(self, source: SourceId) -> list[Passage]:
        """Those that are offered, in the order of the text."""
        rows = self._connection.rows(
            f"""
            SELECT {_PASSAGE} FROM passages p
            JOIN sources s ON s.id = p.source_id AND s.text_version = p.version
            WHERE p.source_id = ? ORDER BY p.key
            """,  # noqa: S608 - names of columns are ours
            (source,),
        )
        return [_passage(row) for row in rows]

    def holding(
        self, article: ArticleId, words: Sequence[str], *, limit: int
    ) -> list[FoundPassage]:
        """The passages of the sources of `article` that hold any of `words`, likeliest first."""
        query = query_text(words)
        if not query:
            return []
        rows = self._connection.rows(
            f"""
            SELECT {_PASSAGE}, s.number, n.title
            FROM passages_search
            JOIN passages p ON p.key = passages_search.rowid
            JOIN sources s ON s.id = p.source_id AND s.text_version = p.version
            JOIN snapshots n ON n.source_id = s.id AND n.version = s.text_version
            WHERE passages_search MATCH ? AND s.article_id = ?
            ORDER BY passages_search.rank, p.key LIMIT ?
            """,  # noqa: S608 - names of columns are ours
            (query, article, limit),
        )
        return [
            FoundPassage(_passage(tuple(columns)), number, title)
            for *columns, number, title in rows
        ]


def _passage(row: Row) -> Passage:
    id_, source, start, end, text, place = row
    return Passage(PassageId(id_), SourceId(source), Span(start, end), text, place)


def _unknown_passage(passage: PassageId) -> UnknownError:
    msg = f"There is no passage {visible_line(passage)}."
    return UnknownError(msg, hint="`workbench source list ARTICLE` lists the sources.")


def _source(row: Row) -> Source:
    kind, version, text_sha256 = row[-3:]
    return replace(
        Source(*row[:-3]),
        kind=SourceKind(kind) if kind else None,
        version=version,
        text_sha256=text_sha256,
    )
