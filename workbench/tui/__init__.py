"""The screens."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.config import Settings
    from workbench.tui.app import WorkbenchApp


def run_desk(path: Path, settings: Settings | None = None, editor: str | None = None) -> None:
    """Show the desk of the database at `path`, which need not exist yet."""
    _make_ready()
    from workbench.tui.app import WorkbenchApp

    WorkbenchApp(path, settings=settings, editor=editor, holds_collector=True).run()


def run_check(
    path: Path,
    reference: str,
    settings: Settings | None = None,
    editor: str | None = None,
    claim: str | None = None,
) -> None:
    """Show one article of it, at `claim` (its number or id) or the first open one.

    Raises:
        StoreError: there is no such database.
        UnknownError: the article or the claim is not in it.
    """
    _make_ready()
    # nothing here may hold on to the article while the screen is open
    _opened_at(path, reference, settings, editor, claim).run()


def _opened_at(
    path: Path,
    reference: str,
    settings: Settings | None,
    editor: str | None,
    claim: str | None,
) -> WorkbenchApp:
    from workbench.review import Workbench
    from workbench.tui.app import WorkbenchApp

    with Workbench.open(path, editor=editor, settings=settings) as bench:
        article = bench.article(reference)
        document = bench.document(article.id)
        first = None if claim is None else bench.claim(article.id, claim).id
    return WorkbenchApp(
        path,
        settings=settings,
        editor=editor,
        article=article,
        document=document,
        first=first,
        holds_collector=True,
    )


SWITCH_SECONDS = 0.001
"""How long the thread behind the screen may compute before a key gets its turn."""


def _make_ready() -> None:
    # what is loaded at the start stays: looking through it for garbage costs a tenth of the start
    gc.disable()
    sys.setswitchinterval(SWITCH_SECONDS)
