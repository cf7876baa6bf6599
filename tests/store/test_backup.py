"""A backup is whole, opens like the database, and never overwrites anything else."""

from __future__ import annotations

import os
import threading
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.store.builders import ARTICLE, claim, mark
from workbench.errors import StoreError
from workbench.store import Store
from workbench.store.backup import sync_folder
from workbench.store.driver import sqlite3
from workbench.store.opening import open_connection

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.model import Standing


@pytest.fixture
def target(path: Path) -> Path:
    folder = path.parent / "safe"
    folder.mkdir()
    return folder / "backup.db"


def test_a_backup_holds_what_the_database_holds(store: Store, target: Path) -> None:
    mark(store, 1, "confirmed", event="x1")
    store.back_up(target)
    with Store.open(target) as copy:
        assert copy.standings.of(ARTICLE) == store.standings.of(ARTICLE)
        assert copy.events.of(ARTICLE) == store.events.of(ARTICLE)
        assert [p for p in copy.examine() if p.check not in ("library", "place")] == []
    assert [entry.name for entry in target.parent.iterdir()] == [target.name]
    assert target.stat().st_mode == store.path.stat().st_mode


def test_an_older_backup_is_replaced(store: Store, target: Path) -> None:
    store.back_up(target)
    mark(store, 1, "confirmed", event="x1")
    store.back_up(target)
    with Store.open(target) as copy:
        assert copy.standings.of(ARTICLE) == store.standings.of(ARTICLE)


def test_a_backup_can_be_made_while_others_write(store: Store, target: Path) -> None:
    may_stop = threading.Event()
    written: list[Standing] = []

    def keep_writing() -> None:
        with Store.open(store.path) as other:
            while not may_stop.is_set():
                written.append(mark(other, 1, "confirmed", event=f"x{len(written)}"))

    writer = threading.Thread(target=keep_writing)
    writer.start()
    try:
        for _ in range(5):
            store.back_up(target)
            with Store.open(target) as copy:
                assert [p for p in copy.examine() if p.check not in ("library", "place")] == []
    finally:
        may_stop.set()
        writer.join()
    assert store.standings.one(claim(1)).version == len(written)


def test_nothing_else_is_overwritten(store: Store, target: Path) -> None:
    target.write_text("Dear editor")
    with pytest.raises(StoreError, match="is no claims database, and stays as it is"):
        store.back_up(target)
    assert target.read_text() == "Dear editor"
    with closing(sqlite3.connect(target.with_name("songs.db"))) as songs:
        songs.execute("CREATE TABLE songs (title TEXT)")
    with pytest.raises(StoreError, match="is no claims database"):
        store.back_up(target.with_name("songs.db"))
    with pytest.raises(StoreError, match="onto itself"):
        store.back_up(store.path)
    with pytest.raises(StoreError, match="is a folder"):
        store.back_up(target.parent)
    with pytest.raises(StoreError, match="There is no folder"):
        store.back_up(target.parent / "none" / "backup.db")


def test_a_backup_that_is_open_is_not_replaced(store: Store, target: Path) -> None:
    store.back_up(target)
    with closing(open_connection(target)) as reader:
        with reader.write():
            reader.run("UPDATE articles SET title = 'Other'")
        with pytest.raises(StoreError, match="is open in a program"):
            store.back_up(target)


def test_a_full_disk_leaves_the_older_backup(
    store: Store, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.back_up(target)
    before = target.read_bytes()

    def no_space(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", no_space)
    with pytest.raises(StoreError, match="No space left on device"):
        store.back_up(target)
    assert target.read_bytes() == before
    assert [entry.name for entry in target.parent.iterdir()] == [target.name]


def test_a_folder_that_cannot_be_opened_needs_no_sync(tmp_path: Path) -> None:
    sync_folder(tmp_path / "none")
