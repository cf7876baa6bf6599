"""What may be opened, what is refused with which sentence, and that refusing changes nothing."""

from __future__ import annotations

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import workbench
from tests.rights import as_nobody, has_rights, let_anybody_reach
from workbench.errors import StoreError
from workbench.store.backup import back_up
from workbench.store.driver import sqlite3
from workbench.store.migrations import APPLICATION_ID, MIGRATIONS, Steps
from workbench.store.opening import connect, is_ours, open_connection

if TYPE_CHECKING:
    from sqlite_utils import Database


def snapshot(folder: Path) -> dict[str, bytes]:
    return {entry.name: entry.read_bytes() for entry in folder.iterdir() if entry.is_file()}


def refusal(path: Path, *, create: bool = False) -> StoreError:
    """How opening fails; whatever happens, the folder stays as it was."""
    before = snapshot(path.parent) if path.parent.is_dir() else None
    with pytest.raises(StoreError) as failure:
        open_connection(path, create=create)
    assert before is None or snapshot(path.parent) == before
    assert failure.value.hint
    return failure.value


STEPS = len(MIGRATIONS)


def migrated_further() -> Steps:
    """Today's schema, and one step of tomorrow's."""
    migrations = Steps(MIGRATIONS.name)
    for step in MIGRATIONS:
        migrations()(step)

    @migrations()
    def m900_tomorrow(db: Database) -> None:
        db.execute("ALTER TABLE articles ADD COLUMN desk TEXT")

    return migrations


def test_a_wrong_path_makes_nothing(path: Path) -> None:
    assert "`workbench add" in str(refusal(path))


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "is a folder" in str(refusal(tmp_path, create=True))


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    assert "There is no folder" in str(refusal(tmp_path / "desk" / "claims.db", create=True))


@pytest.mark.parametrize("content", [b"", b"Dear editor, this is a letter.\n" * 40, b"\x00" * 4096])
def test_a_file_that_is_no_database_is_refused(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert "is no database" in str(refusal(path))
    assert "is no database" in str(refusal(path, create=True))


def test_another_programs_database_is_not_touched(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
        connection.execute("PRAGMA journal_mode = wal")
    assert "another program" in str(refusal(path))


def test_a_newer_database_is_refused(path: Path) -> None:
    open_connection(path, create=True, migrations=migrated_further()).close()
    assert "newer workbench" in str(refusal(path))


def test_an_older_database_is_brought_up_to_date(path: Path) -> None:
    open_connection(path, create=True).close()
    with closing(open_connection(path, migrations=migrated_further(), now="today")) as connection:
        assert connection.rows("PRAGMA user_version") == [(STEPS + 1,)]
        assert connection.rows("SELECT COUNT(desk) FROM articles") == [(0,)]
        assert connection.rows("SELECT name, applied_at FROM _sqlite_migrations ORDER BY id")[
            -1
        ] == (
            "m900_tomorrow",
            "today",
        )


def test_a_migration_that_fails_leaves_the_database_as_it_was(path: Path) -> None:
    open_connection(path, create=True).close()
    migrations = migrated_further()

    @migrations()
    def m901_broken(db: Database) -> None:
        db.execute("CREATE TABLE half (a TEXT) STRICT")
        db.execute("no SQL at all")

    with pytest.raises(sqlite3.OperationalError, match="syntax"):
        open_connection(path, migrations=migrations)
    with closing(open_connection(path)) as connection:
        assert connection.rows("PRAGMA user_version") == [(STEPS,)]
        assert connection.rows("SELECT name FROM sqlite_master WHERE name = 'half'") == []


def test_a_database_is_made_whole_or_not_at_all(path: Path) -> None:
    migrations = Steps("broken")

    @migrations()
    def m001_broken(db: Database) -> None:
        db.execute("CREATE TABLE half (a TEXT) STRICT")
        db.execute("no SQL at all")

    with pytest.raises(sqlite3.OperationalError, match="syntax"):
        open_connection(path, create=True, migrations=migrations)
    assert snapshot(path.parent) == {}


def test_a_new_database_is_marked_as_ours_and_leaves_nothing_else(path: Path) -> None:
    open_connection(path, create=True).close()
    assert is_ours(path)
    assert [entry.name for entry in path.parent.iterdir()] == ["claims.db"]


def test_many_that_make_the_same_database_share_one(path: Path) -> None:
    def make(number: int) -> None:
        with closing(open_connection(path, create=True)) as connection, connection.write():
            connection.run("INSERT INTO editors VALUES (?, ?, '')", (str(number), str(number)))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(make, range(16)))
    with closing(open_connection(path)) as connection:
        assert connection.rows("SELECT COUNT(*) FROM editors") == [(16,)]


def test_where_there_are_no_hard_links_the_file_is_moved(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_link(self: Path, target: Path) -> None:
        raise PermissionError

    monkeypatch.setattr("pathlib.Path.hardlink_to", no_link)
    open_connection(path, create=True).close()
    assert [entry.name for entry in path.parent.iterdir()] == ["claims.db"]


def test_a_new_database_is_as_open_as_any_new_file(path: Path) -> None:
    open_connection(path, create=True).close()
    usual = path.with_name("usual")
    usual.touch()
    assert path.stat().st_mode == usual.stat().st_mode


def test_every_connection_is_careful(path: Path) -> None:
    with closing(open_connection(path, create=True)) as connection:
        pragmas = ("foreign_keys", "trusted_schema", "cell_size_check", "recursive_triggers")
        settings = {name: connection.rows(f"PRAGMA {name}")[0][0] for name in pragmas}
        assert settings == {
            "foreign_keys": 1,
            "trusted_schema": 0,
            "cell_size_check": 1,
            "recursive_triggers": 1,
        }
        assert connection.rows("PRAGMA synchronous") == [(2,)]
        assert connection.rows("PRAGMA journal_mode") == [("wal",)]
        assert connection.rows("PRAGMA application_id") == [(APPLICATION_ID,)]


def test_a_name_with_signs_of_a_uri_is_a_name(tmp_path: Path) -> None:
    path = tmp_path / "a?mode=memory&x#y%20.db"
    open_connection(path, create=True).close()
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_a_locked_database_is_a_sentence(path: Path) -> None:
    open_connection(path, create=True).close()
    with closing(sqlite3.connect(path)) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        with (
            closing(open_connection(path, busy_timeout=0.05)) as connection,
            pytest.raises(StoreError, match="locked by another program"),
            connection.write(),
        ):
            pass
    with closing(sqlite3.connect(path)) as holder:
        holder.execute("PRAGMA locking_mode = exclusive")
        holder.execute("INSERT INTO editors VALUES ('e', 'Ann', '')")
        holder.commit()
        with pytest.raises(StoreError, match="locked by another program"):
            open_connection(path, busy_timeout=0.05)


def test_a_sqlite_without_foreign_keys_is_refused(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_connection(path, create=True).close()
    monkeypatch.setattr("workbench.store.opening.KEPT", [(0,)])
    with pytest.raises(StoreError, match="foreign keys"):
        open_connection(path)


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A database with one editor, in a folder that nobody may write to."""
    let_anybody_reach(tmp_path)
    folder = tmp_path / "shelf"
    folder.mkdir()
    with (
        closing(open_connection(folder / "claims.db", create=True)) as connection,
        connection.write(),
    ):
        connection.run("INSERT INTO editors VALUES ('e', 'Ann', '')")
    folder.chmod(0o555)
    return folder


@has_rights
def test_a_read_only_folder_can_be_read_but_not_written(shelf: Path) -> None:
    """`mode=ro` alone fails here: the log has no place for its index."""
    path = shelf / "claims.db"
    with as_nobody():
        with (
            pytest.raises(sqlite3.OperationalError),
            closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as plain,
        ):
            plain.execute("SELECT COUNT(*) FROM editors")
        with closing(open_connection(path)) as connection:
            assert connection.is_read_only
            assert connection.rows("SELECT name FROM editors") == [("Ann",)]
            with pytest.raises(StoreError, match="can be read but not written"), connection.write():
                pass


@has_rights
def test_a_read_only_file_can_be_read_while_somebody_else_writes(shelf: Path) -> None:
    shelf.chmod(0o755)
    path = shelf / "claims.db"
    with closing(open_connection(path)) as writer:
        with writer.write():
            writer.run("INSERT INTO editors VALUES ('f', 'Bob', '')")
        with as_nobody(), closing(open_connection(path)) as connection:
            assert connection.is_read_only
            assert connection.rows("SELECT COUNT(*) FROM editors") == [(2,)]


@has_rights
def test_changes_still_in_the_log_are_not_left_out_in_silence(shelf: Path) -> None:
    shelf.chmod(0o755)
    path = shelf / "claims.db"
    log = path.with_name("claims.db-wal")
    with closing(open_connection(path)) as connection:
        with connection.write():
            connection.run("INSERT INTO editors VALUES ('f', 'Bob', '')")
        content = log.read_bytes()
    log.write_bytes(content)
    shelf.chmod(0o555)
    with as_nobody(), pytest.raises(StoreError, match=r"still in claims\.db-wal"):
        open_connection(path)


@has_rights
def test_a_folder_nobody_may_enter_is_a_sentence(shelf: Path) -> None:
    shelf.chmod(0o000)
    with as_nobody(), pytest.raises(StoreError, match="cannot be reached: Permission denied"):
        open_connection(shelf / "claims.db")
    shelf.chmod(0o755)


@pytest.mark.parametrize("name", ["x" * 300, "file/claims.db"])
def test_a_place_where_nothing_can_be_is_a_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    assert refusal(tmp_path / name, create=True).hint


@has_rights
def test_a_file_nobody_may_read_is_a_sentence(shelf: Path) -> None:
    (shelf / "claims.db").chmod(0o000)
    with as_nobody(), pytest.raises(StoreError, match="cannot be read"):
        open_connection(shelf / "claims.db")


@has_rights
def test_a_read_only_folder_gets_no_new_database(shelf: Path) -> None:
    with as_nobody(), pytest.raises(StoreError, match="No database can be made in"):
        open_connection(shelf / "new.db", create=True)


@has_rights
def test_an_older_database_in_a_read_only_folder_is_a_sentence(shelf: Path) -> None:
    with as_nobody(), pytest.raises(StoreError, match="older workbench"):
        open_connection(shelf / "claims.db", migrations=migrated_further())


@has_rights
def test_a_read_only_folder_gets_no_backup(shelf: Path) -> None:
    path = shelf / "claims.db"
    with as_nobody(), pytest.raises(StoreError, match="No backup can be made in"):
        back_up(path, shelf / "backup.db")


def test_only_one_module_chooses_a_sqlite() -> None:
    package = Path(workbench.__file__).parent
    chooses = re.compile(r"^\s*(import|from)\s+(\w*sqlite3|sqlite_utils\.utils)\b", re.MULTILINE)
    choosing = [file.name for file in package.rglob("*.py") if chooses.search(file.read_text())]
    assert choosing == ["driver.py"]


def test_pythons_own_sqlite_does_as_well(path: Path) -> None:
    """Where pysqlite3 has no wheel. Older libraries differ: they trust fewer parts of a schema."""
    code = """
import sys
from pathlib import Path
sys.modules["pysqlite3"] = None
from tests.store.builders import ARTICLE, add_article, add_source, mark
from workbench.store import Store
from workbench.store.driver import sqlite3
with Store.open(Path(sys.argv[1]), create=True) as store:
    add_article(store)
    add_source(store)
    mark(store, 1, "wrong", event="x1")
    print(sqlite3.__name__, [found.passage.id for found in store.sources.holding(ARTICLE, ["plant"], limit=9)])
    print([problem.check for problem in store.examine() if problem.check not in ("library", "place")])
"""
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout == "sqlite3 ['p1']\n[]\n"


def test_no_plugin_of_the_library_gets_at_the_connection(path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; import sqlite_utils.plugins as p;"
        "from workbench.store.opening import open_connection;"
        "open_connection(Path(sys.argv[1]), create=True); print(p._plugins_loaded)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"


def test_what_connects_says_whether_it_may_write(path: Path) -> None:
    open_connection(path, create=True).close()
    database, is_read_only = connect(path)
    database.close()
    assert not is_read_only
