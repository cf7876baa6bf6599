"""The sources linked to an article, their passages, and which passages hold given words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.errors import UnknownError
from workbench.model import (
    ArticleId,
    Document,
    Passage,
    PassageId,
    Source,
    SourceId,
    Span,
    visible_line,
)
from workbench.store.columns import DOCUMENT_COLUMNS, document_of, document_row
from workbench.store.searching import query_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.store.connection import Connection, Insert, Row

_DOCUMENT_LIST = ", ".join(DOCUMENT_COLUMNS)
_DOCUMENT_PLACES = ", ".join("?" * len(DOCUMENT_COLUMNS))
_SOURCE = """
    SELECT id, article_id, number, title, origin, media_type, bytes_sha256, added_at,
        (SELECT COUNT(*) FROM passages WHERE source_id = sources.id), encoding
    FROM sources
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

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self,
        id_: SourceId,
        article: ArticleId,
        document: Document,
        content: bytes,
        *,
        bytes_sha256: str,
        at: str,
    ) -> None:
        self._connection.run(
            f"""
            INSERT INTO sources
                (id, article_id, number, bytes, bytes_sha256, text_sha256, added_at, {_DOCUMENT_LIST})
            SELECT ?, ?, COALESCE(MAX(number), 0) + 1, ?, ?, ?, ?, {_DOCUMENT_PLACES}
            FROM sources WHERE article_id = ?
            """,  # noqa: S608 - names of columns are ours
            (
                id_,
                article,
                content,
                bytes_sha256,
                document.sha256,
                at,
                *document_row(document),
                article,
            ),
        )

    def add_passages(self, insert: Insert, passages: Sequence[Passage]) -> None:
        """Keep `passages`, all there are of their source, and let them be found."""
        insert(
            "passages",
            ("id", "source_id", "span_start", "span_end", "text", "place"),
            ((p.id, p.source_id, p.span.start, p.span.end, p.text, p.place) for p in passages),
        )
        # by hand and not by a trigger: with an untrusted schema SQLite lets triggers use full-text
        # search from 3.44 on only
        for source in dict.fromkeys(passage.source_id for passage in passages):
            self._connection.run(
                """
                INSERT INTO passages_search (rowid, text)
                SELECT key, text FROM passages WHERE source_id = ?
                """,
                (source,),
            )

    def of(self, article: ArticleId) -> list[Source]:
        """By number."""
        rows = self._connection.rows(f"{_SOURCE} WHERE article_id = ? ORDER BY number", (article,))
        return [Source(*row) for row in rows]

    def one(self, source: SourceId) -> Source:
        rows = self._connection.rows(f"{_SOURCE} WHERE id = ?", (source,))
        if not rows:
            msg = "source"
            raise _unknown(msg, source)
        return Source(*rows[0])

    def with_bytes(self, article: ArticleId, sha256: str) -> Source | None:
        """The source of `article` that was read from those very bytes."""
        rows = self._connection.rows(
            f"{_SOURCE} WHERE article_id = ? AND bytes_sha256 = ?", (article, sha256)
        )
        return Source(*rows[0]) if rows else None

    def document(self, source: SourceId) -> Document:
        rows = self._connection.rows(
            f"SELECT {_DOCUMENT_LIST} FROM sources WHERE id = ?",  # noqa: S608 - ours
            (source,),
        )
        if not rows:
            msg = "source"
            raise _unknown(msg, source)
        return document_of(rows[0])

    def content(self, source: SourceId) -> bytes:
        """The bytes as they were read."""
        rows = self._connection.rows("SELECT bytes FROM sources WHERE id = ?", (source,))
        if not rows:
            msg = "source"
            raise _unknown(msg, source)
        return bytes(rows[0][0])

    def passage(self, passage: PassageId) -> Passage:
        rows = self._connection.rows(
            f"SELECT {_PASSAGE} FROM passages p WHERE p.id = ?",  # noqa: S608 - ours
            (passage,),
        )
        if not rows:
            msg = "passage"
            raise _unknown(msg, passage)
        return _passage(rows[0])

    def passages(self, source: SourceId) -> list[Passage]:
        """In the order of the text."""
        rows = self._connection.rows(
            f"SELECT {_PASSAGE} FROM passages p WHERE p.source_id = ? ORDER BY p.key",  # noqa: S608 - ours
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
            SELECT {_PASSAGE}, s.number, s.title
            FROM passages_search
            JOIN passages p ON p.key = passages_search.rowid
            JOIN sources s ON s.id = p.source_id
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


def _unknown(what: str, id_: str) -> UnknownError:
    msg = f"There is no {what} {visible_line(id_)}."
    return UnknownError(msg, hint="`workbench source list ARTICLE` lists the sources.")
