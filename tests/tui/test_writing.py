"""Notes can be written in a program of the editor's choice, over several lines."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input, Static

from tests.tui.conftest import settled
from tests.tui.test_keys import SIZE
from workbench.tui.screens.prompt import LINE_END
from workbench.tui.writing import WritingError, program, written

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


def command(code: str) -> list[str]:
    """A program that runs `code` with the path of the file as `path`."""
    start = "import sys; from pathlib import Path; path = Path(sys.argv[1]);"
    return [sys.executable, "-c", f"{start}{code}"]


@pytest.mark.parametrize(
    ("surroundings", "expected"),
    [
        ({"VISUAL": "code --wait", "EDITOR": "vi"}, ["code", "--wait"]),
        ({"EDITOR": "'/opt/my editor/ed' -n"}, ["/opt/my editor/ed", "-n"]),
    ],
)
def test_the_program_is_the_one_that_is_named(
    surroundings: dict[str, str], expected: list[str]
) -> None:
    assert program(surroundings) == expected


@pytest.mark.parametrize("named", ["", "  ", "vi '"])
def test_a_program_that_is_not_named_is_a_sentence(named: str) -> None:
    with pytest.raises(WritingError, match="EDITOR"):
        program({"EDITOR": named})


def test_what_the_program_left_comes_back() -> None:
    done = written("café", command("path.write_text(path.read_text() + '\\nmore\\n')"))
    assert done == "café\nmore"


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("sys.exit(3)", "ended with 3; nothing was changed"),
        ("path.unlink()", "left no text"),
        ("path.write_bytes(b'\\xff\\xfe')", "left no text"),
    ],
)
def test_what_goes_wrong_changes_nothing(code: str, sentence: str) -> None:
    with pytest.raises(WritingError, match=sentence):
        written("café", command(code))


def test_a_program_that_is_not_there_is_a_sentence() -> None:
    with pytest.raises(WritingError, match="nowhere did not start"):
        written("", ["nowhere"])


async def test_lines_survive_a_change_in_place(demo_app: WorkbenchApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        await pilot.press("e")
        await pilot.pause()
        box = demo_app.focused
        assert isinstance(box, Input)
        box.value = f"one{LINE_END}two"
        await pilot.press("enter")
        await settled(pilot)
        assert screen.sheet is not None
        assert screen.sheet.standing(screen.current).decision.note == "one\ntwo"
        await pilot.press("e")
        await pilot.pause()
        assert isinstance(demo_app.focused, Input)
        assert demo_app.focused.value == f"one{LINE_END}two"


async def test_without_a_program_the_prompt_says_so_and_stays(
    demo_app: WorkbenchApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    async with demo_app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.press("e")
        await pilot.pause()
        await pilot.press("f2")
        await pilot.pause()
        complaint = demo_app.screen.query_one("#complaint", Static)
        assert "No program to write in is named." in str(complaint.render())
        monkeypatch.setenv("EDITOR", "true")
        await pilot.press("f2")
        await pilot.pause()
        assert "cannot be lent" in str(complaint.render())
