"""Reads data sets of checked claims, and fills a memory with one."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Any

from workbench.model import CheckedClaim
from workbench.review.recalling import remember
from workbench.store import Store

if TYPE_CHECKING:
    from pathlib import Path


def rows(path: Path) -> list[dict[str, Any]]:  # the fields of a data set differ
    """The rows of a JSON lines file, zipped or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def filled_store(claims: Path, folder: Path) -> Store:
    """A new database in `folder` whose memory holds the claims of a data set."""
    store = Store.open(folder / "claims.db", create=True, now="2026-01-01T00:00:00Z")
    remember(
        store,
        (
            CheckedClaim(id=row["id"], text=row["claim"], rating="", headline=row["title"])
            for row in rows(claims)
        ),
    )
    return store
