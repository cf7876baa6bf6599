"""A desk with one made-up article, and the screens over it."""

from __future__ import annotations

import asyncio
import inspect
import shutil
from typing import TYPE_CHECKING

import pytest
from textual.worker import WorkerCancelled

from tests.tui import synthetic
from workbench.config import Settings
from workbench.review import Workbench
from workbench.review.demonstration import build_demonstration
from workbench.tui.app import WorkbenchApp
from workbench.tui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.app import App
    from textual.pilot import Pilot

    from workbench.model import Claim, Document

CLAIMS = 30
ROUNDS = 100
"""After which a screen that does not come to rest is a failure."""


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run `async def` tests, each in a loop of its own."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    names = pyfuncitem._fixtureinfo.argnames
    asyncio.run(pyfuncitem.obj(**{name: pyfuncitem.funcargs[name] for name in names}))
    return True


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("NO_COLOR", "WORKBENCH_THEME", "WORKBENCH_EDITOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def open_bench(tmp_path: Path) -> Callable[[str], Workbench]:
    """Opens the database of the test for an editor of a name."""
    return lambda editor: Workbench.open(
        tmp_path / "claims.db", editor=editor, settings=Settings(), create=True
    )


@pytest.fixture
def keep_article(
    open_bench: Callable[[str], Workbench], monkeypatch: pytest.MonkeyPatch
) -> Callable[[Document, list[Claim]], None]:
    """Puts an article with claims of its own on the desk."""

    def keep(document: Document, claims: list[Claim]) -> None:
        monkeypatch.setattr("workbench.splitting.split", lambda _document, *, model=None: claims)
        with open_bench("Ann") as bench:
            bench.add_article(document.text.encode(), document)

    return keep


@pytest.fixture
def app(
    tmp_path: Path,
    open_bench: Callable[[str], Workbench],
    keep_article: Callable[[Document, list[Claim]], None],
) -> WorkbenchApp:
    """The checking screen over an article of `CLAIMS` claims, for Ann."""
    keep_article(*synthetic.document(CLAIMS))
    with open_bench("Ann") as bench:
        article = bench.article("1")
    return WorkbenchApp(tmp_path / "claims.db", settings=Settings(), editor="Ann", article=article)


def reading(pilot: Pilot[None]) -> ReadingScreen:
    """The screen with the article, also while a dialog is over it."""
    for screen in reversed(pilot.app.screen_stack):
        if isinstance(screen, ReadingScreen):
            return screen
    msg = "no article is open"
    raise AssertionError(msg)


async def settled(pilot: Pilot[None]) -> ReadingScreen:
    """The screen once the lane has done everything and all messages were taken."""
    screen = reading(pilot)
    for _ in range(ROUNDS):
        await asyncio.to_thread(screen.lane.wait)
        try:
            await pilot.app.workers.wait_for_complete()
        except WorkerCancelled:
            # a newer look at the sources took the place of one before it
            await pilot.pause()
            continue
        await pilot.pause()
        if screen.is_settled:
            return screen
    msg = (
        f"never at rest: claim {screen.current}, {screen.decisions.waiting} decisions on their way"
    )
    raise AssertionError(msg)


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration database, to be copied before anything is written."""
    database = tmp_path_factory.mktemp("demonstration") / "claims.db"
    build_demonstration(database)
    return database


@pytest.fixture
def demo_app(demonstration: Path, tmp_path: Path) -> WorkbenchApp:
    """The checking screen over a copy of the demonstration, for Ann."""
    database = tmp_path / "claims.db"
    shutil.copy(demonstration, database)
    with Workbench.open(database, editor="Ann", settings=Settings()) as bench:
        article = bench.article("1")
    return WorkbenchApp(database, settings=Settings(), editor="Ann", article=article)


def painted(app: App[None]) -> list[str]:
    """The lines on the screen, without styles."""
    # the compositor holds what the terminal was sent
    return [strip.text for strip in app.screen._compositor.render_strips()]
