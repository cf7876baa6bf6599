"""What makes a database sound: every check that `doctor` runs, each by name."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeAlias

from workbench.errors import StoreError, WorkbenchError
from workbench.model import (
    FIRST_DIGEST,
    Action,
    ArticleId,
    Form,
    Problem,
    Severity,
    event_digest,
)
from workbench.store.claims import Claims
from workbench.store.contents import Contents
from workbench.store.decided import Decided
from workbench.store.driver import sqlite3
from workbench.store.events import Events
from workbench.store.filesystem import network_file_system
from workbench.store.forms import Forms
from workbench.store.memory import Memory
from workbench.store.rebuilding import folded_standings, kinds_told, refolded
from workbench.store.sentences import Sentences
from workbench.store.snapshots import Snapshots
from workbench.store.sources import Sources
from workbench.store.standings import Standings

if TYPE_CHECKING:
    from workbench.store.connection import Connection

SOUND_SQLITE = (3, 51, 3)
"""Older ones, from 3.7.0 on, can lose what two programs write at the same moment."""

_GUARDS = {
    "events_never_change": "changing what was decided",
    "events_never_go": "deleting what was decided",
    "contents_never_change": "changing what a source said",
    "contents_never_go": "deleting what a source said",
    "snapshots_never_change": "changing how a source came",
    "snapshots_never_go": "deleting versions of sources",
    "archives_never_change": "changing where a source is archived",
    "archives_never_go": "deleting where a source is archived",
}
"""Triggers, and what each guards against."""

_RESTORE = "Go back to a backup; what the backup lacks can be seen in this file."
_REBUILD = "Run `workbench doctor --rebuild`."

Check: TypeAlias = Callable[["Connection"], Iterator[Problem]]


def examine(connection: Connection) -> list[Problem]:
    """Everything that is wrong, in the order of `CHECKS`; a check that cannot be run says so."""
    problems: list[Problem] = []
    for name, check in CHECKS.items():
        try:
            problems += check(connection)
        except (WorkbenchError, sqlite3.DatabaseError) as error:
            problems.append(Problem(name, f"The check {name} could not go on: {error}", _RESTORE))
    return problems


def _library(connection: Connection) -> Iterator[Problem]:
    version = sqlite3.sqlite_version_info
    if version < SOUND_SQLITE:
        yield Problem(
            "library",
            f"SQLite {'.'.join(map(str, version))} can lose marks when several editors write at once.",
            f"Install pysqlite3, or a Python with SQLite {'.'.join(map(str, SOUND_SQLITE))} or newer.",
            Severity.WARNING,
        )


def _place(connection: Connection) -> Iterator[Problem]:
    kind = network_file_system(connection.path)
    if kind is not None:
        yield Problem(
            "place",
            f"The database lies on a network file system ({kind}), where several machines damage it.",
            "Move it to a disk of the machine that all editors work on.",
            Severity.WARNING,
        )


def _file(connection: Connection) -> Iterator[Problem]:
    # SQLite checks a full-text index by what this connection saw last of it, and takes what others
    # merged since for damage; a query looks again
    for index in ("passages_search", "memory_search"):
        connection.rows(
            f"SELECT rowid FROM {index} WHERE {index} MATCH ? LIMIT 1",  # noqa: S608 - ours
            ("a",),
        )
    for (line,) in connection.rows("PRAGMA integrity_check(20)"):
        if line != "ok":
            yield Problem("file", f"The file is damaged: {line}.", _RESTORE)


def _guards(connection: Connection) -> Iterator[Problem]:
    rows = connection.rows("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    kept = {name for (name,) in rows}
    for name, danger in _GUARDS.items():
        if name not in kept:
            yield Problem("guards", f"The guard against {danger} was taken away.", _RESTORE)


def _references(connection: Connection) -> Iterator[Problem]:
    for table, row, parent, _ in connection.rows("PRAGMA foreign_key_check"):
        yield Problem(
            "references",
            f"Row {row} of {table} names a row of {parent} that is not there.",
            _RESTORE,
        )


def _search(connection: Connection) -> Iterator[Problem]:
    if connection.is_read_only:
        return
    try:
        with connection.write():
            connection.run(
                "INSERT INTO passages_search (passages_search, rank) VALUES ('integrity-check', 1)"
            )
    except StoreError:
        yield Problem("search", "The search index does not fit the passages.", _REBUILD)


def _chain(connection: Connection) -> Iterator[Problem]:
    for article, number in _articles(connection):
        expected, seq = FIRST_DIGEST, 0
        for event in Events(connection).of(article):
            seq += 1
            where = f"Event {event.seq} of article {number}"
            if event.seq != seq:
                yield Problem("chain", f"{where} follows a gap: events are missing.", _RESTORE)
                seq = event.seq
            if event.previous_digest != expected:
                yield Problem("chain", f"{where} does not fit the one before it.", _RESTORE)
            if event.digest != event_digest(event):
                yield Problem("chain", f"{where} was changed after it was kept.", _RESTORE)
            expected = event.digest
        if not seq:
            yield Problem("chain", f"Article {number} has no events at all.", _RESTORE)


def _digests(connection: Connection) -> Iterator[Problem]:
    for number, content, sha256 in connection.rows(
        "SELECT number, CAST(text AS BLOB), text_sha256 FROM articles"
    ):
        if hashlib.sha256(content).hexdigest() != sha256:
            yield Problem(
                "digests", f"The text of article {number} was changed after it was kept.", _RESTORE
            )
    # one at a time: together they may be larger than the memory
    contents = Contents(connection)
    for (sha256,) in connection.rows("SELECT sha256 FROM contents"):
        if _is_sound(contents, sha256):
            continue
        for number, version, is_text in connection.rows(
            """
            SELECT s.number, n.version, n.text_sha256 = ? FROM snapshots n
            JOIN sources s ON s.id = n.source_id
            WHERE n.text_sha256 = ? OR n.bytes_sha256 = ?
            """,
            (sha256, sha256, sha256),
        ):
            what = "text" if is_text else "file"
            yield Problem(
                "digests",
                f"The {what} of source {number}, version {version}, was changed after it was kept.",
                _RESTORE,
            )


def _is_sound(contents: Contents, sha256: str) -> bool:
    try:
        return hashlib.sha256(contents.one(sha256)).hexdigest() == sha256
    except StoreError:
        return False


def _sources(connection: Connection) -> Iterator[Problem]:
    for number, kept, due in connection.rows(
        """
        SELECT s.number, s.text_version, MIN(f.version)
        FROM sources s
        JOIN snapshots n ON n.source_id = s.id
            AND n.version = (SELECT MAX(version) FROM snapshots WHERE source_id = s.id)
        JOIN snapshots f ON f.source_id = s.id AND f.text_sha256 = n.text_sha256
        GROUP BY s.id HAVING s.text_version <> MIN(f.version)
        """
    ):
        yield Problem(
            "sources",
            f"Passages of source {number} are offered from version {kept}, not {due}.",
            _REBUILD,
        )
    for article, _ in _articles(connection):
        due_kinds = kinds_told(connection, article)
        for source in Sources(connection, Snapshots(connection)).of(article):
            if source.kind != due_kinds.get(source.id):
                yield Problem(
                    "sources",
                    f"The kind of source {source.number} is not what was said last.",
                    _REBUILD,
                )


def _claims(connection: Connection) -> Iterator[Problem]:
    for article, number in _articles(connection):
        splits = connection.rows(
            "SELECT detail FROM events WHERE article_id = ? AND action = ? ORDER BY seq DESC LIMIT 1",
            (article, str(Action.SPLIT)),
        )
        if not splits:
            continue
        sha256, count = _split_in(splits[0][0])
        if sha256 != Claims(connection).digest(article, count=count):
            yield Problem("claims", f"The claims of article {number} were changed.", _RESTORE)
        added = {} if count is None else Claims(connection).added(article, after=count)
        if not added:
            continue
        events = Events(connection).of(article)
        first = {event.claim_id: event.form_after for event in events if event.version == 1}
        for claim, kept in added.items():
            if first.get(claim) != Form(kept):
                yield Problem(
                    "claims",
                    f"A claim that was added to article {number} was changed, or nobody added it.",
                    _RESTORE,
                )


def _edits(connection: Connection) -> Iterator[Problem]:
    for article, number in _articles(connection):
        kept = Forms(connection).of(article), Sentences(connection).of(article)
        if kept != refolded(connection, article):
            yield Problem(
                "edits",
                f"The claims of article {number} are not what editors made of them.",
                _REBUILD,
            )


def _standings(connection: Connection) -> Iterator[Problem]:
    for article, number in _articles(connection):
        kept = Standings(connection).of(article)
        folded = folded_standings(connection, article)
        differing = [claim for claim in {**folded, **kept} if kept.get(claim) != folded.get(claim)]
        if differing:
            yield Problem(
                "standings",
                f"{len(differing)} claims of article {number} do not stand as their events say.",
                _REBUILD,
            )


def _evidence(connection: Connection) -> Iterator[Problem]:
    contents = Contents(connection)
    texts: dict[str, str] = {}
    for article, number in _articles(connection):
        for standing in Standings(connection).of(article).values():
            for item in standing.decision.evidence:
                # of the version it was taken from, which is kept whatever became of the source
                if item.source_sha256 not in texts:
                    texts[item.source_sha256] = contents.text(item.source_sha256)
                if item.anchor.span.of(texts[item.source_sha256]) != item.anchor.exact:
                    yield Problem(
                        "evidence",
                        f"Evidence of article {number} no longer stands in its source: {item.source_title}.",
                        _RESTORE,
                    )


def _memory(connection: Connection) -> Iterator[Problem]:
    memory = Memory(connection)
    kept = {checked.id: checked for checked in memory.of_desk()}
    due = {checked.id: checked for checked in Decided(connection).all()}
    differing = [claim for claim in {**due, **kept} if kept.get(claim) != due.get(claim)]
    if differing:
        yield Problem(
            "memory",
            f"{len(differing)} claims are not remembered as they were decided.",
            _REBUILD,
        )
    if not memory.is_counted_right():
        yield Problem("memory", "The memory's word counts do not fit its claims.", _REBUILD)
    if connection.is_read_only:
        return
    try:
        with connection.write():
            connection.run(
                "INSERT INTO memory_search (memory_search, rank) VALUES ('integrity-check', 1)"
            )
    except StoreError:
        yield Problem("memory", "The memory's index does not fit its claims.", _REBUILD)


def _split_in(detail: str) -> tuple[str | None, int | None]:
    """The digest that an event of a split tells, and how many claims it was made over."""
    try:
        fields = json.loads(detail)
        return str(fields["sha256"]), fields.get("claims")
    except (ValueError, KeyError, TypeError, AttributeError):
        return None, None


def _articles(connection: Connection) -> list[tuple[ArticleId, int]]:
    rows = connection.rows("SELECT id, number FROM articles ORDER BY number")
    return [(ArticleId(id_), number) for id_, number in rows]


CHECKS: dict[str, Check] = {
    "library": _library,
    "place": _place,
    "file": _file,
    "guards": _guards,
    "references": _references,
    "search": _search,
    "chain": _chain,
    "digests": _digests,
    "sources": _sources,
    "claims": _claims,
    "edits": _edits,
    "standings": _standings,
    "evidence": _evidence,
    "memory": _memory,
}
