"""Words go to the clipboard by the terminal and by a program, and what was said can be read again."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.tui.conftest import painted, settled
from tests.tui.test_keys import OFFERED, SIZE
from workbench.errors import RuleError
from workbench.tui.copying import fallback, hand_over

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.tui.app import WorkbenchApp


@pytest.fixture
def programs(tmp_path: Path) -> str:
    """A folder with programs that do nothing."""
    folder = tmp_path / "programs"
    folder.mkdir()
    for name in ("tmux", "wl-copy", "xclip", "pbcopy"):
        (folder / name).write_text("#!/bin/sh\n")
        (folder / name).chmod(0o755)
    return str(folder)


@pytest.mark.parametrize(
    ("surroundings", "program"),
    [
        ({"TMUX": "x", "SSH_TTY": "y"}, "tmux"),
        ({"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}, "wl-copy"),
        ({"DISPLAY": ":0"}, "xclip"),
        ({}, "pbcopy"),
        ({"DISPLAY": ":0", "SSH_CONNECTION": "y"}, None),
    ],
)
def test_the_program_fits_the_surroundings(
    programs: str, surroundings: dict[str, str], program: str | None
) -> None:
    found = fallback({**surroundings, "PATH": programs})
    assert (found and found[0]) == program


def test_without_a_program_the_terminal_is_left_to_it(tmp_path: Path) -> None:
    assert fallback({"DISPLAY": ":0", "PATH": str(tmp_path)}) is None


def test_words_are_handed_over_whole(tmp_path: Path) -> None:
    target = tmp_path / "clipboard"
    script = f"import sys; open({str(target)!r}, 'wb').write(sys.stdin.buffer.read())"
    assert hand_over("café \u2192 奈良", (sys.executable, "-c", script))
    assert target.read_text(encoding="utf-8") == "café \u2192 奈良"
    assert not hand_over("x", (sys.executable, "-c", "raise SystemExit(1)"))
    assert not hand_over("x", (str(tmp_path / "nothing"),))


async def test_each_copy_takes_what_it_says(
    demo_app: WorkbenchApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.tui.app.fallback", lambda: None)
    async with demo_app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        screen.go_to(OFFERED)
        await settled(pilot)
        assert screen.sheet is not None
        assert screen.match is not None
        claim = screen.sheet.claims[OFFERED]
        copied = []
        for key in "CPLK":
            await pilot.press(key)
            await demo_app.workers.wait_for_complete()
            await pilot.pause()
            copied.append(demo_app.clipboard)
        assert copied[0] == claim.text
        assert copied[1].startswith(f"“{screen.match.passage.text}” (")
        assert copied[2] in {source.origin for source in screen.sources}
        assert copied[3] == f"workbench check {screen.article.id} --claim {claim.id}"


async def test_what_was_said_can_be_read_again(demo_app: WorkbenchApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        demo_app.say("The report is in nara.html.")
        demo_app.say_error(RuleError("Nothing was done.", hint="Try [b]again[/b]."))
        await pilot.press("M")
        await pilot.pause()
        lines = "\n".join(painted(demo_app))
        assert "✗ Nothing was done. Try [b]again[/b]." in lines
        assert lines.index("Nothing was done") < lines.index("The report is in nara.html.")
        await pilot.press("escape")


async def test_without_messages_it_says_so(demo_app: WorkbenchApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.press("M")
        await pilot.pause()
        assert any("Nothing was said yet." in line for line in painted(demo_app))
