"""Takes the pictures of the screens that the documentation shows: `python -m scripts.take_pictures`."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.config import Settings
from workbench.review import Workbench
from workbench.tui.app import WorkbenchApp

if TYPE_CHECKING:
    from workbench.model import ArticleSummary

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
SIZE = (132, 38)
CLAIM = "24 officials"
"""The claim that the checking screen stands on: one that its source disagrees with."""


async def picture(app: WorkbenchApp, *keys: str) -> str:
    """What the screen shows after these keys."""
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        for key in keys:
            await pilot.press(key)
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        return app.export_screenshot(title="workbench", simplify=True)


async def take_pictures(database: Path) -> dict[str, str]:
    """Every picture by its name."""
    settings = Settings(editor="Mara")
    article, steps = _place(database, settings)
    return {
        "desk": await picture(WorkbenchApp(database, settings=settings)),
        "checking": await picture(
            WorkbenchApp(database, settings=settings, article=article), "home", *["j"] * steps
        ),
    }


def _place(database: Path, settings: Settings) -> tuple[ArticleSummary, int]:
    """The article, and how many claims come before the one to show."""
    with Workbench.open(database, settings=settings) as bench:
        article = bench.article("1")
        words = [claim.text for claim in bench.claims(article.id)]
    return article, words.index(CLAIM)


def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        database = Path(shutil.copy(ROOT / "claims.db", folder))
        for name, svg in asyncio.run(take_pictures(database)).items():
            (PICTURES / f"{name}.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
