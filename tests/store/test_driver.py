"""sqlite-utils is loaded when many rows are written, and uses the SQLite library that the store uses."""

from __future__ import annotations

import importlib
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from sqlite_utils import utils

from workbench.store import Store
from workbench.store.driver import _Hidden, sqlite3

if TYPE_CHECKING:
    from pathlib import Path

READING = """
import sys
from pathlib import Path
from workbench.store import Store
with Store.open(Path(sys.argv[1])) as store:
    store.articles.summaries()
    print("sqlite_utils" in sys.modules)
    with store.writing() as insert:
        insert("editors", ("id", "name", "added_at"), [("1", "Ann", "today")])
    print("sqlite_utils" in sys.modules, "numpy" in sys.modules)
"""


def test_both_use_the_same_sqlite() -> None:
    assert vars(utils)["sqlite3"] is sqlite3


def test_reading_loads_no_sqlite_utils_and_writing_no_numpy(path: Path) -> None:
    Store.open(path, create=True, now="today").close()
    told = subprocess.run(
        [sys.executable, "-c", READING, str(path)], capture_output=True, text=True, check=True
    )
    assert told.stdout.split() == ["False", "True", "False"]


def test_a_module_is_hidden_only_within_the_block(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "this", raising=False)
    with _Hidden("this"), pytest.raises(ModuleNotFoundError):
        importlib.import_module("this")
    assert importlib.util.find_spec("this") is not None
