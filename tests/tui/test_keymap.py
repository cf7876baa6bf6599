"""An editor can put keys of their own in place of ours; what cannot work is said before a screen opens."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.tui.conftest import settled
from workbench.config import Settings
from workbench.errors import ConfigError
from workbench.review import Workbench
from workbench.tui.app import WorkbenchApp
from workbench.tui.keymap import keymap_of

if TYPE_CHECKING:
    from pathlib import Path

SIZE = (140, 42)


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        ("n, ctrl+down", "n,ctrl+down"),
        ("/", "slash"),
        (",", "comma"),
        ("f5", "f5"),
        ("right_square_bracket", "right_square_bracket"),
        ("é", "é"),
    ],
)
def test_keys_are_named_as_they_are_typed(given: str, taken: str) -> None:
    cleared = {"evidence.next": "f9", "find.filter": "f8"}
    assert keymap_of({"move.next": given, **cleared})["move.next"] == taken


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        ({"move.nxt": "n"}, r"no action move\.nxt to give a key to\. Did you mean move\.next\?"),
        ({"move.next": "bogus"}, r"keys\.move\.next names no key: bogus"),
        ({"move.next": ""}, r"keys\.move\.next names no key: nothing"),
        ({"move.next": "\x1b"}, "names no key"),
        ({"move.next": "u"}, r"the key u would do two things: Undo \(work\.undo\) and Next claim"),
        ({"desk.check": "question_mark"}, "On the desk the key question_mark would do two things"),
    ],
)
def test_what_cannot_work_is_one_sentence(keys: dict[str, str], sentence: str) -> None:
    with pytest.raises(ConfigError, match=sentence):
        keymap_of(keys)


async def test_keys_that_changed_places_do_what_they_were_given(
    demonstration: Path, tmp_path: Path
) -> None:
    keys = {
        "move.next": "k",
        "move.previous": "j,up",
        "verdict.unsupported": "z",
        "verdict.misleading": "5",
    }
    settings = Settings(editor="Ann", keys=keys)
    path = tmp_path / "claims.db"
    shutil.copy(demonstration, path)
    with Workbench.open(path, editor="Ann", settings=settings) as bench:
        article = bench.article("1")
    app = WorkbenchApp(path, settings=settings, editor="Ann", article=article)
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        screen.go_to(3)
        await pilot.press("k")
        assert screen.current == 4
        await pilot.press("j")
        assert screen.current == 3
        await pilot.press("z")
        await settled(pilot)
        assert screen.sheet is not None
        assert screen.sheet.standing(3).rating == "unsupported"
        shown = app.export_screenshot()
        assert "z" in shown.split("Unsupported")[0][-400:]
