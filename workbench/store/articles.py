"""The articles on the desk: kept once each, whole, with a number an editor can type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.errors import UnknownError
from workbench.model import ArticleId, ArticleSummary, Document, Progress, visible_line
from workbench.store.columns import DOCUMENT_COLUMNS, document_of, document_row

if TYPE_CHECKING:
    from workbench.store.connection import Connection

_DOCUMENT_LIST = ", ".join(DOCUMENT_COLUMNS)
_DOCUMENT_PLACES = ", ".join("?" * len(DOCUMENT_COLUMNS))
_SUMMARY = """
    SELECT a.id, a.number, a.title, a.origin, a.text_sha256, a.added_at,
        COALESCE(
            (SELECT e.at FROM events e WHERE e.article_id = a.id ORDER BY e.seq DESC LIMIT 1),
            a.added_at
        ),
        (SELECT COUNT(*) FROM claims c WHERE c.article_id = a.id)
            - (SELECT COUNT(*) FROM forms f WHERE f.article_id = a.id AND f.is_dropped),
        (SELECT COUNT(*) FROM sources s WHERE s.article_id = a.id),
        a.language, a.encoding, a.encoding_guessed
    FROM articles a
"""


class Articles:
    """The table `articles`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, id_: ArticleId, document: Document, *, bytes_sha256: str, at: str) -> None:
        self._connection.run(
            f"""
            INSERT INTO articles
                (id, number, text_sha256, bytes_sha256, added_at, {_DOCUMENT_LIST})
            SELECT ?, COALESCE(MAX(number), 0) + 1, ?, ?, ?, {_DOCUMENT_PLACES} FROM articles
            """,  # noqa: S608 - names of columns are ours
            (id_, document.sha256, bytes_sha256, at, *document_row(document)),
        )

    def document(self, id_: ArticleId) -> Document:
        rows = self._connection.rows(
            f"SELECT {_DOCUMENT_LIST} FROM articles WHERE id = ?",  # noqa: S608 - ours
            (id_,),
        )
        if not rows:
            raise _unknown(id_)
        return document_of(rows[0])

    def digest(self, id_: ArticleId) -> str:
        """Hex SHA-256 of its text."""
        rows = self._connection.rows("SELECT text_sha256 FROM articles WHERE id = ?", (id_,))
        if not rows:
            raise _unknown(id_)
        return str(rows[0][0])

    def with_text(self, sha256: str) -> ArticleId | None:
        """The article whose text has that digest."""
        rows = self._connection.rows("SELECT id FROM articles WHERE text_sha256 = ?", (sha256,))
        return ArticleId(rows[0][0]) if rows else None

    def summary(self, id_: ArticleId) -> ArticleSummary:
        for summary in self._summaries(f"{_SUMMARY} WHERE a.id = ?", (id_,)):
            return summary
        raise _unknown(id_)

    def summaries(self) -> list[ArticleSummary]:
        """All articles, by number."""
        return self._summaries(f"{_SUMMARY} ORDER BY a.number", ())

    def names(self) -> list[tuple[ArticleId, int, str]]:
        """Id, number and title of each article, by number."""
        rows = self._connection.rows("SELECT id, number, title FROM articles ORDER BY number")
        return [(ArticleId(id_), number, title) for id_, number, title in rows]

    def _summaries(self, sql: str, values: tuple[object, ...]) -> list[ArticleSummary]:
        rows = self._connection.rows(sql, values)
        by_rating: dict[str, dict[str, int]] = {row[0]: {} for row in rows}
        for article, rating, count in self._connection.rows(
            """
            SELECT article_id, rating, COUNT(*) FROM standings
            WHERE rating IS NOT NULL GROUP BY article_id, rating ORDER BY article_id, rating
            """
        ):
            by_rating.setdefault(article, {})[rating] = count
        return [
            ArticleSummary(
                id=ArticleId(id_),
                number=number,
                title=title,
                origin=origin,
                sha256=sha256,
                added_at=added_at,
                changed_at=changed_at,
                progress=Progress(claims, by_rating[id_]),
                source_count=sources,
                language=language,
                encoding=encoding,
                encoding_guessed=bool(guessed),
            )
            for (
                id_,
                number,
                title,
                origin,
                sha256,
                added_at,
                changed_at,
                claims,
                sources,
                language,
                encoding,
                guessed,
            ) in rows
        ]


def _unknown(id_: ArticleId) -> UnknownError:
    return UnknownError(
        f"There is no article {visible_line(id_)}.", hint="`workbench` shows the desk."
    )
