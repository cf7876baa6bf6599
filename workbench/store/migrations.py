"""The schema, as numbered steps that never change once shipped."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlite_utils import Database, Migrations

APPLICATION_ID = 0x46435742
"""`FCWB` in the file's header: what tells our databases from other programs'."""


class Steps:
    """Steps by the order they are written in; sqlite-utils applies them, and is loaded only then."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._steps: list[Callable[[Database], None]] = []

    def __call__(self) -> Callable[[Callable[[Database], None]], Callable[[Database], None]]:
        """Add the function below as the last step."""

        def added(step: Callable[[Database], None]) -> Callable[[Database], None]:
            self._steps.append(step)
            return step

        return added

    def __len__(self) -> int:
        return len(self._steps)

    def __iter__(self) -> Iterator[Callable[[Database], None]]:
        return iter(self._steps)

    def migrations(self) -> Migrations:
        """The steps as sqlite-utils takes them."""
        from sqlite_utils import Migrations

        migrations = Migrations(self.name)
        for step in self._steps:
            migrations()(step)
        return migrations

    def apply(self, database: Database, *, stop_before: str | None = None) -> None:
        """Apply the steps that `database` lacks."""
        self.migrations().apply(database, stop_before=stop_before)


MIGRATIONS = Steps("workbench")

_M001 = (
    """
    CREATE TABLE editors (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        added_at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE articles (
        id TEXT PRIMARY KEY,
        number INTEGER NOT NULL UNIQUE,
        title TEXT NOT NULL,
        origin TEXT NOT NULL,
        media_type TEXT NOT NULL,
        encoding TEXT NOT NULL,
        encoding_guessed INTEGER NOT NULL,
        published TEXT,
        language TEXT NOT NULL,
        text TEXT NOT NULL,
        text_sha256 TEXT NOT NULL UNIQUE,
        bytes_sha256 TEXT NOT NULL,
        headings TEXT NOT NULL,
        places TEXT NOT NULL,
        added_at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE claims (
        id TEXT PRIMARY KEY,
        article_id TEXT NOT NULL REFERENCES articles (id),
        number INTEGER NOT NULL,
        span_start INTEGER NOT NULL,
        span_end INTEGER NOT NULL,
        kind TEXT NOT NULL,
        rule TEXT NOT NULL,
        value TEXT,
        speaker TEXT,
        statement TEXT NOT NULL,
        priority REAL NOT NULL,
        parent_id TEXT REFERENCES claims (id) DEFERRABLE INITIALLY DEFERRED,
        UNIQUE (article_id, number),
        CHECK (span_start >= 0 AND span_start <= span_end)
    ) STRICT
    """,
    "CREATE INDEX claims_parent_id ON claims (parent_id)",
    """
    CREATE TABLE sources (
        id TEXT PRIMARY KEY,
        article_id TEXT NOT NULL REFERENCES articles (id),
        number INTEGER NOT NULL,
        title TEXT NOT NULL,
        origin TEXT NOT NULL,
        media_type TEXT NOT NULL,
        encoding TEXT NOT NULL,
        encoding_guessed INTEGER NOT NULL,
        published TEXT,
        language TEXT NOT NULL,
        text TEXT NOT NULL,
        text_sha256 TEXT NOT NULL,
        bytes BLOB NOT NULL,
        bytes_sha256 TEXT NOT NULL,
        headings TEXT NOT NULL,
        places TEXT NOT NULL,
        added_at TEXT NOT NULL,
        UNIQUE (article_id, number),
        UNIQUE (article_id, bytes_sha256)
    ) STRICT
    """,
    """
    CREATE TABLE passages (
        key INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        source_id TEXT NOT NULL REFERENCES sources (id),
        span_start INTEGER NOT NULL,
        span_end INTEGER NOT NULL,
        text TEXT NOT NULL,
        place TEXT NOT NULL,
        CHECK (span_start >= 0 AND span_start < span_end)
    ) STRICT
    """,
    "CREATE INDEX passages_source_id ON passages (source_id)",
    """
    CREATE VIRTUAL TABLE passages_search USING fts5 (
        text,
        content = 'passages',
        content_rowid = 'key',
        tokenize = 'porter unicode61 remove_diacritics 2'
    )
    """,
    """
    CREATE TABLE events (
        id TEXT PRIMARY KEY,
        article_id TEXT NOT NULL REFERENCES articles (id),
        seq INTEGER NOT NULL,
        action TEXT NOT NULL,
        editor_id TEXT NOT NULL REFERENCES editors (id),
        editor TEXT NOT NULL,
        at TEXT NOT NULL,
        claim_id TEXT REFERENCES claims (id),
        version INTEGER NOT NULL,
        decision_before TEXT,
        decision_after TEXT,
        batch TEXT,
        undoes TEXT REFERENCES events (id),
        detail TEXT NOT NULL,
        previous_digest TEXT NOT NULL,
        digest TEXT NOT NULL,
        UNIQUE (article_id, seq),
        UNIQUE (claim_id, version)
    ) STRICT
    """,
    "CREATE INDEX events_editor ON events (article_id, editor_id, seq)",
    "CREATE INDEX events_batch ON events (batch)",
    "CREATE INDEX events_undoes ON events (undoes)",
    """
    CREATE TRIGGER events_never_change BEFORE UPDATE ON events BEGIN
        SELECT RAISE(ABORT, 'events are never changed');
    END
    """,
    """
    CREATE TRIGGER events_never_go BEFORE DELETE ON events BEGIN
        SELECT RAISE(ABORT, 'events are never deleted');
    END
    """,
    """
    CREATE TABLE standings (
        claim_id TEXT PRIMARY KEY REFERENCES claims (id),
        article_id TEXT NOT NULL REFERENCES articles (id),
        version INTEGER NOT NULL,
        rating TEXT,
        decision TEXT NOT NULL,
        editor TEXT NOT NULL,
        changed_at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX standings_article_id ON standings (article_id, rating)",
)


@MIGRATIONS()
def m001_articles_claims_sources_events(db: Database) -> None:
    for statement in _M001:
        db.execute(statement)


_M002 = (
    """
    CREATE TABLE memory_claims (
        key INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        text TEXT NOT NULL,
        rating TEXT NOT NULL,
        headline TEXT NOT NULL,
        speaker TEXT NOT NULL,
        checked_at TEXT NOT NULL,
        best_before TEXT NOT NULL,
        publisher TEXT NOT NULL,
        url TEXT NOT NULL,
        note TEXT NOT NULL,
        claim_id TEXT REFERENCES claims (id),
        stems TEXT NOT NULL,
        length INTEGER NOT NULL
    ) STRICT
    """,
    # the stems are made by us; every byte above ASCII is a part of one
    """
    CREATE VIRTUAL TABLE memory_search USING fts5 (
        stems,
        content = 'memory_claims',
        content_rowid = 'key',
        detail = none,
        tokenize = "ascii tokenchars '_'"
    )
    """,
    "CREATE TABLE memory_stems (stem TEXT PRIMARY KEY, claims INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE memory_totals (claims INTEGER NOT NULL, stems INTEGER NOT NULL) STRICT",
    "INSERT INTO memory_totals (claims, stems) VALUES (0, 0)",
)


@MIGRATIONS()
def m002_memory_of_checked_claims(db: Database) -> None:
    for statement in _M002:
        db.execute(statement)


@MIGRATIONS()
def m003_memory_knows_the_editor(db: Database) -> None:
    db.execute("ALTER TABLE memory_claims ADD COLUMN editor TEXT NOT NULL DEFAULT ''")


_M004 = (
    """
    CREATE TABLE contents (
        sha256 TEXT PRIMARY KEY,
        size INTEGER NOT NULL,
        packing TEXT NOT NULL,
        bytes BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE snapshots (
        source_id TEXT NOT NULL REFERENCES sources (id),
        version INTEGER NOT NULL,
        at TEXT NOT NULL,
        title TEXT NOT NULL,
        media_type TEXT NOT NULL,
        encoding TEXT NOT NULL,
        encoding_guessed INTEGER NOT NULL,
        published TEXT,
        language TEXT NOT NULL,
        headings TEXT NOT NULL,
        places TEXT NOT NULL,
        text_sha256 TEXT NOT NULL REFERENCES contents (sha256),
        bytes_sha256 TEXT NOT NULL REFERENCES contents (sha256),
        raw_sha256 TEXT NOT NULL,
        hops TEXT NOT NULL,
        reader TEXT NOT NULL,
        PRIMARY KEY (source_id, version)
    ) STRICT
    """,
    "CREATE INDEX snapshots_bytes ON snapshots (bytes_sha256)",
    """
    CREATE TABLE archives (
        source_id TEXT NOT NULL,
        version INTEGER NOT NULL,
        url TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (source_id, version, at),
        FOREIGN KEY (source_id, version) REFERENCES snapshots (source_id, version)
    ) STRICT
    """,
    "ALTER TABLE sources ADD COLUMN kind TEXT NOT NULL DEFAULT ''",
    # the version whose text passages are offered from: the first one that has the newest text
    "ALTER TABLE sources ADD COLUMN text_version INTEGER NOT NULL DEFAULT 1",
    "ALTER TABLE passages ADD COLUMN version INTEGER NOT NULL DEFAULT 1",
    """
    INSERT INTO contents (sha256, size, packing, bytes)
    SELECT bytes_sha256, length(bytes), '', bytes FROM sources WHERE true
    ON CONFLICT (sha256) DO NOTHING
    """,
    """
    INSERT INTO contents (sha256, size, packing, bytes)
    SELECT text_sha256, length(CAST(text AS BLOB)), '', CAST(text AS BLOB) FROM sources WHERE true
    ON CONFLICT (sha256) DO NOTHING
    """,
    """
    INSERT INTO snapshots
    SELECT id, 1, added_at, title, media_type, encoding, encoding_guessed, published, language,
        headings, places, text_sha256, bytes_sha256, bytes_sha256, '[]', ''
    FROM sources
    """,
    *(
        f"ALTER TABLE sources DROP COLUMN {column}"
        for column in (
            "bytes",
            "text",
            "headings",
            "places",
            "title",
            "media_type",
            "encoding",
            "encoding_guessed",
            "published",
            "language",
            "text_sha256",
        )
    ),
    *(
        f"""
        CREATE TRIGGER {table}_never_{verb} BEFORE {statement} ON {table} BEGIN
            SELECT RAISE(ABORT, '{table} are never {done}');
        END
        """
        for table in ("contents", "snapshots", "archives")
        for verb, statement, done in (("change", "UPDATE", "changed"), ("go", "DELETE", "deleted"))
    ),
)


@MIGRATIONS()
def m004_versions_of_sources(db: Database) -> None:
    for statement in _M004:
        db.execute(statement)


_M005 = (
    "ALTER TABLE events ADD COLUMN form_before TEXT",
    "ALTER TABLE events ADD COLUMN form_after TEXT",
    """
    CREATE TABLE forms (
        claim_id TEXT PRIMARY KEY REFERENCES claims (id),
        article_id TEXT NOT NULL REFERENCES articles (id),
        span_start INTEGER NOT NULL,
        span_end INTEGER NOT NULL,
        kind TEXT NOT NULL,
        rule TEXT NOT NULL,
        value TEXT,
        speaker TEXT,
        statement TEXT NOT NULL,
        priority REAL NOT NULL,
        parent_id TEXT REFERENCES claims (id),
        is_dropped INTEGER NOT NULL,
        reason TEXT NOT NULL,
        CHECK (span_start >= 0 AND span_start <= span_end)
    ) STRICT
    """,
    "CREATE INDEX forms_article_id ON forms (article_id)",
    "CREATE INDEX forms_parent_id ON forms (parent_id)",
    "CREATE INDEX claims_span ON claims (article_id, span_start, span_end)",
    """
    CREATE TABLE nothing_to_check (
        article_id TEXT NOT NULL REFERENCES articles (id),
        span_start INTEGER NOT NULL,
        span_end INTEGER NOT NULL,
        editor TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (article_id, span_start, span_end),
        CHECK (span_start >= 0 AND span_start < span_end)
    ) STRICT
    """,
)


@MIGRATIONS()
def m005_claims_are_the_editors(db: Database) -> None:
    for statement in _M005:
        db.execute(statement)
