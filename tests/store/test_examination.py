"""The doctor sees what was damaged, by a failing disk or by a hand, and mends what can be mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.store.builders import ARTICLE, evidence, flip, mark, tamper
from workbench.model import Severity
from workbench.store import Store
from workbench.store.driver import sqlite3
from workbench.store.examination import CHECKS, SOUND_SQLITE

if TYPE_CHECKING:
    from pathlib import Path

NO_CONTENT_GUARD = "DROP TRIGGER contents_never_change"
NO_GUARDS = ("DROP TRIGGER events_never_change", "DROP TRIGGER events_never_go")


@pytest.fixture
def marked(closed_store: Path) -> Path:
    """A database at rest in which three marks were made, one on evidence."""
    with Store.open(closed_store) as store:
        mark(store, 1, "confirmed", event="x1")
        mark(store, 2, "wrong", event="x2", accepted=(evidence(),))
        mark(store, 4, "misleading", event="x3")
    return closed_store


def checks_that_fail(path: Path) -> set[str]:
    with Store.open(path) as store:
        problems = store.examine()
    assert all(problem.message and problem.hint for problem in problems)
    return {problem.check for problem in problems if problem.severity is Severity.ERROR}


def test_a_sound_database_has_no_problems(marked: Path) -> None:
    with Store.open(marked) as store:
        assert [p for p in store.examine() if p.check not in ("library", "place")] == []


@pytest.mark.parametrize(
    ("statements", "checks"),
    [
        (("UPDATE articles SET text = 'Other words.'",), {"digests", "memory"}),
        (
            (NO_CONTENT_GUARD, "UPDATE contents SET bytes = CAST(bytes || ' ' AS BLOB)"),
            {"guards", "digests"},
        ),
        (
            (NO_CONTENT_GUARD, "UPDATE contents SET bytes = x'00', packing = 'zlib'"),
            {"guards", "digests", "evidence"},
        ),
        (
            (NO_CONTENT_GUARD, "UPDATE contents SET bytes = CAST('Other words.' AS BLOB)"),
            {"guards", "digests", "evidence"},
        ),
        (("UPDATE sources SET kind = 'primary'",), {"sources"}),
        (("UPDATE sources SET text_version = 2",), {"sources"}),
        (("UPDATE claims SET span_end = 5 WHERE id = 'c1'",), {"claims"}),
        (("UPDATE claims SET kind = 'rumour' WHERE id = 'c1'",), {"claims", "memory"}),
        (("UPDATE standings SET rating = NULL, version = 9",), {"standings", "memory"}),
        (("UPDATE standings SET decision = '{}'",), {"standings", "evidence", "memory"}),
        (("DELETE FROM standings WHERE claim_id = 'c2'",), {"standings"}),
        (
            ("PRAGMA foreign_keys = off", "DELETE FROM claims WHERE id = 'c1'"),
            {"references", "claims", "memory"},
        ),
        (
            ("PRAGMA foreign_keys = off", "DELETE FROM passages", "DELETE FROM sources"),
            {"references", "search"},
        ),
        (
            (
                "INSERT INTO passages_search (passages_search, rowid, text) VALUES ('delete', 1, 'In')",
            ),
            {"search"},
        ),
        (("UPDATE passages SET text = 'Other words.'",), {"search"}),
        (NO_GUARDS, {"guards"}),
        (
            (*NO_GUARDS, "UPDATE events SET editor = 'Eve' WHERE id = 'x1'"),
            {"guards", "chain", "standings"},
        ),
        (
            (*NO_GUARDS, "UPDATE events SET previous_digest = '' WHERE id = 'x3'"),
            {"guards", "chain"},
        ),
        ((*NO_GUARDS, "DELETE FROM events WHERE id = 'x2'"), {"guards", "chain", "standings"}),
        ((*NO_GUARDS, "DELETE FROM events WHERE id = 'x3'"), {"guards", "standings"}),
        (
            (*NO_GUARDS, "UPDATE events SET detail = '[' WHERE id = 'split'"),
            {"guards", "chain", "claims"},
        ),
        (
            (*NO_GUARDS, "UPDATE events SET action = 'sing' WHERE id = 'x1'"),
            {"guards", "chain", "edits", "standings"},
        ),
        (
            (
                "PRAGMA foreign_keys = off",
                *NO_GUARDS,
                "DELETE FROM events",
                "DELETE FROM standings",
            ),
            {"guards", "chain", "memory"},
        ),
    ],
)
def test_what_a_hand_changed_is_seen(
    marked: Path, statements: tuple[str, ...], checks: set[str]
) -> None:
    tamper(marked, *statements)
    assert checks_that_fail(marked) == checks


@pytest.mark.parametrize(
    ("words", "replacement", "checks"),
    [
        (b"plant hired 180", b"plant hired 190", {"digests"}),
        (b"plant hired 180", b"plant \xff\xff\xff\xff\xff 180", {"digests"}),
        (
            b'"rating":"misleading"',
            b'"rating":"mislead\xffng"',
            {"chain", "edits", "standings", "evidence", "memory"},
        ),
        (b"took on 108 work", b"took on 180 work", {"digests", "evidence", "search"}),
    ],
)
def test_a_flipped_byte_is_seen(
    marked: Path, words: bytes, replacement: bytes, checks: set[str]
) -> None:
    """SQLite's own integrity check sees none of these."""
    flip(marked, words, replacement)
    with Store.open(marked) as store:
        assert store.articles._connection.rows("PRAGMA integrity_check") == [("ok",)]
    assert checks_that_fail(marked) == checks


def test_a_page_of_rubbish_is_a_problem_and_no_crash(marked: Path) -> None:
    content = bytearray(marked.read_bytes())
    content[4096 * 2 : 4096 * 12] = b"\xff" * 4096 * 10
    marked.write_bytes(content)
    assert "file" in checks_that_fail(marked)


def test_rebuilding_mends_what_follows_from_the_events(marked: Path) -> None:
    with Store.open(marked) as store:
        sound = store.standings.of(ARTICLE)
    tamper(
        marked,
        "UPDATE standings SET decision = '{}', version = 9 WHERE claim_id = 'c1'",
        "DELETE FROM standings WHERE claim_id = 'c2'",
        "INSERT INTO passages_search (passages_search) VALUES ('delete-all')",
    )
    assert checks_that_fail(marked) == {"search", "standings", "evidence", "memory"}
    with Store.open(marked) as store:
        store.rebuild()
        assert store.standings.of(ARTICLE) == sound
        assert store.sources.holding(ARTICLE, ["plant"], limit=1)
    assert checks_that_fail(marked) == set()


def test_an_old_sqlite_is_a_warning(marked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From 3.7.0 to 3.51.2 several writers can lose each other's commits."""
    assert sqlite3.sqlite_version_info >= (3, 7, 0)
    with Store.open(marked) as store:
        for version, is_warned in (((3, 51, 2), True), (SOUND_SQLITE, False), ((3, 53, 0), False)):
            monkeypatch.setattr(sqlite3, "sqlite_version_info", version)
            warned = [p for p in store.examine() if p.check == "library"]
            assert bool(warned) is is_warned
            assert all(problem.severity is Severity.WARNING for problem in warned)


def test_a_network_file_system_is_a_warning(marked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = marked.with_name("mountinfo")
    mounts.write_text("21 1 0:20 / / rw - nfs4 server:/desk rw\n")
    monkeypatch.setattr("workbench.store.filesystem.MOUNTS", mounts)
    with Store.open(marked) as store:
        [problem] = [p for p in store.examine() if p.check == "place"]
    assert "nfs4" in problem.message
    assert problem.severity is Severity.WARNING


def test_checks_are_listed_by_name() -> None:
    assert list(CHECKS) == [
        "library",
        "place",
        "file",
        "guards",
        "references",
        "search",
        "chain",
        "digests",
        "sources",
        "claims",
        "edits",
        "standings",
        "evidence",
        "memory",
    ]
