"""What each screen looks like, line by line, at the sizes that matter.

The pictures are in `tests/tui/pictures`; `python -m pytest tests/tui --redraw` draws them again.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.tui.conftest import painted, settled

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp

PICTURES = Path(__file__).parent / "pictures"
SCENES = {
    "wide": ((132, 40), ("4", "5", "3", *"new", "enter")),
    "two-panes": ((80, 24), ("4", "j", "tab")),
    "one-pane": ((60, 15), ("4",)),
    "very-wide": ((200, 60), ()),
    "wrong": ((100, 30), ("3",)),
    "find": ((100, 30), ("slash", *"kind:time")),
    "help": ((120, 40), ("question_mark",)),
}


@pytest.mark.parametrize("name", SCENES)
async def test_a_screen_looks_as_it_did(
    name: str, app: WorkbenchApp, request: pytest.FixtureRequest
) -> None:
    size, keys = SCENES[name]
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press(*keys)
        await settled(pilot)
        drawn = "".join(f"{line.rstrip()}\n" for line in painted(app))
    picture = PICTURES / f"{name}.txt"
    if request.config.getoption("--redraw"):
        PICTURES.mkdir(exist_ok=True)
        picture.write_text(drawn, encoding="utf-8")
    assert drawn == picture.read_text(encoding="utf-8")
