"""A store with one article and one source, and ways to tamper with its file."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.store.builders import add_article, add_source
from workbench.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "claims.db"


@pytest.fixture
def empty_store(path: Path) -> Iterator[Store]:
    with Store.open(path, create=True, now="2026-01-01T00:00:00.000Z", busy_timeout=0.1) as store:
        yield store


@pytest.fixture
def store(empty_store: Store) -> Store:
    """Article `a1` with the claims `c1` to `c4`, and its source `s1`."""
    add_article(empty_store)
    add_source(empty_store)
    return empty_store


@pytest.fixture
def closed_store(path: Path) -> Path:
    """The same, at rest in its file."""
    with closing(Store.open(path, create=True, now="2026-01-01T00:00:00.000Z")) as store:
        add_article(store)
        add_source(store)
    return path
