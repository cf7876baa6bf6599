"""A desk with a real article and a real source."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from workbench.config import Settings
from workbench.review import Workbench, seeded_ids, steady_clock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

TEXT = "The plant in Lund hired 180 workers in May.\n\nIt paid them $4 million. Nobody left.\n"
SOURCE = "The plant's books say that 180 workers were hired. Wages came to $4 million.\n"


@pytest.fixture
def open_desk(tmp_path: Path) -> Iterator[Callable[[str], Workbench]]:
    """Opens the same database for an editor of a name."""
    opened: list[Workbench] = []
    clock, ids = steady_clock(datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)), seeded_ids(1, seed=1)

    def open_for(editor: str) -> Workbench:
        opened.append(
            Workbench.open(
                tmp_path / "claims.db",
                editor=editor,
                settings=Settings(),
                create=True,
                clock=clock,
                ids=ids,
            )
        )
        return opened[-1]

    yield open_for
    for bench in opened:
        bench.close()


@pytest.fixture
def ann(open_desk: Callable[[str], Workbench], tmp_path: Path) -> Workbench:
    """Ann's desk, with the article and its source."""
    (tmp_path / "article.txt").write_text(TEXT)
    (tmp_path / "source.txt").write_text(SOURCE)
    bench = open_desk("Ann")
    article = bench.add(str(tmp_path / "article.txt")).article
    bench.link_source(article.id, str(tmp_path / "source.txt"))
    return bench


@pytest.fixture
def ben(ann: Workbench, open_desk: Callable[[str], Workbench]) -> Workbench:
    """Ben's desk on the same database."""
    return open_desk("Ben")
