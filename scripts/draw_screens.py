"""Draws the screens over the demonstration into `docs/pictures`.

python -m scripts.draw_screens
"""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from workbench.config import Settings
from workbench.review import Workbench
from workbench.review.demonstration import build_demonstration
from workbench.tui.app import WorkbenchApp
from workbench.tui.screens.reading import ReadingScreen

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
WIDE, NARROW = (132, 40), (80, 24)
EDITOR = "Mara"


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture: which screen, and the keys before it is drawn."""

    name: str
    size: tuple[int, int] = WIDE
    theme: str = "dark"
    keys: tuple[str, ...] = ()
    is_desk: bool = False
    title: str = "workbench"


SCENES = (
    Scene("checking"),
    Scene("checking-light", theme="light"),
    Scene("checking-narrow", size=NARROW),
    Scene("wrong", keys=("3", *"October 21")),
    Scene("find", keys=("slash", *"kind:quantity")),
    Scene("help", keys=("question_mark",)),
    Scene("desk", size=(110, 16), is_desk=True),
)


def disagreeing_claim(bench: Workbench) -> int:
    """The place of the first open claim whose best passage says otherwise; the first claim without one."""
    article = bench.article("1").id
    for place, claim in enumerate(bench.claims(article)):
        if bench.standing(claim.id).rating is None:
            matches = bench.matches(claim.id, limit=1)
            if matches and matches[0].disagrees:
                return place
    return 0


async def picture(scene: Scene, database: Path, place: int) -> str:
    """The scene as SVG."""
    with Workbench.open(database, editor=EDITOR, settings=Settings()) as bench:
        article = None if scene.is_desk else bench.article("1")
    settings = Settings(theme=scene.theme)
    app = WorkbenchApp(database, settings=settings, editor=EDITOR, article=article)
    async with app.run_test(size=scene.size) as pilot:
        screen = app.screen
        while isinstance(screen, ReadingScreen) and not screen.is_settled:
            await asyncio.to_thread(screen.lane.wait)
            await pilot.pause()
            screen.go_to(place)
        await app.workers.wait_for_complete()
        for key in scene.keys:
            await pilot.press("space" if key == " " else key)
        await pilot.pause()
        return app.export_screenshot(title=scene.title)


def main() -> None:
    """Draw every scene."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        original = Path(folder) / "original.db"
        build_demonstration(original)
        with Workbench.open(original, editor=EDITOR, settings=Settings()) as bench:
            place = disagreeing_claim(bench)
        for scene in SCENES:
            database = Path(folder) / "claims.db"
            shutil.copy(original, database)
            svg = asyncio.run(picture(scene, database, place))
            (PICTURES / f"{scene.name}.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
