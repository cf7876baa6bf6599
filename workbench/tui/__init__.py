"""The screens."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.config import Settings


def run_desk(path: Path, settings: Settings | None = None, editor: str | None = None) -> None:
    """Show the desk of the database at `path`, which need not exist yet."""
    gc.disable()
    from workbench.tui.app import WorkbenchApp

    WorkbenchApp(path, settings=settings, editor=editor, holds_collector=True).run()


def run_check(
    path: Path,
    reference: str,
    settings: Settings | None = None,
    editor: str | None = None,
) -> None:
    """Show one article of it.

    Raises:
        StoreError: there is no such database.
        UnknownError: the article is not in it.
    """
    gc.disable()
    from workbench.review import Workbench
    from workbench.tui.app import WorkbenchApp

    with Workbench.open(path, editor=editor, settings=settings) as bench:
        article = bench.article(reference)
    WorkbenchApp(
        path, settings=settings, editor=editor, article=article, holds_collector=True
    ).run()
