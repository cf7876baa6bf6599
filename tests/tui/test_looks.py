"""Verdicts can be told apart on every terminal: by symbol always, by contrast and hue where there are colours."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from textual.color import Color

from tests.tui.conftest import painted, settled
from workbench.config import Settings
from workbench.errors import ConfigError
from workbench.model import DEFAULT_SCALE, OPEN_SYMBOL
from workbench.tui.app import WorkbenchApp
from workbench.tui.looks import DARK, LIGHT, THEMES, Looks
from workbench.tui.widgets.bars import gauge

if TYPE_CHECKING:
    from pathlib import Path

    from textual.theme import Theme

MARKS = range(len(DEFAULT_SCALE.entries) + 1)


def test_every_mark_has_a_symbol_of_its_own_one_cell_wide() -> None:
    symbols = [OPEN_SYMBOL, *(entry.symbol for entry in DEFAULT_SCALE.entries)]
    assert len(symbols) == len(set(symbols))
    assert {cell_len(symbol) for symbol in symbols} == {1}


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: str(theme.name))
def test_verdicts_and_words_stand_out_from_the_ground(theme: Theme) -> None:
    for name in (*(f"verdict-{mark}" for mark in MARKS), "quiet"):
        colour = Color.parse(theme.variables[name])
        for ground in (theme.background, theme.panel):
            assert ground is not None
            assert contrast(colour, Color.parse(ground)) >= 3.8, (name, ground)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: str(theme.name))
def test_words_on_a_tinted_ground_can_be_read(theme: Theme) -> None:
    looks = Looks(theme, has_colour=True)
    for mark in MARKS[1:]:
        style = looks.verdict(mark, fill=True)
        assert style.color is not None
        assert style.bgcolor is not None
        text, ground = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
        assert contrast(text, ground) >= 3.8, mark


def test_without_colours_the_current_claim_and_verdicts_still_show() -> None:
    looks = Looks(DARK, has_colour=False)
    assert looks["current"].reverse
    assert looks["row"].reverse
    assert looks.verdict(1, fill=True).bold
    assert looks.verdict(0, fill=True).underline


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_every_look_can_be_made_in_every_theme(theme: Theme) -> None:
    looks = Looks(theme, has_colour=True)
    for name in ("plain", "quiet", "strong", "heading", "accent", "key", "gauge", "match"):
        assert looks[name]
    assert len({str(looks.verdict(mark).color) for mark in MARKS}) == len(MARKS)
    with pytest.raises(KeyError):
        looks["no such thing"]


def test_a_longer_scale_repeats_looks_but_never_that_of_an_open_claim() -> None:
    looks = Looks(DARK, has_colour=True)
    assert all(looks.verdict(mark) != looks.verdict(0) for mark in range(1, 30))


@pytest.mark.parametrize("theme", THEMES)
async def test_the_screen_is_drawn_in_every_theme(theme: str, app: WorkbenchApp) -> None:
    app.theme = theme
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        await pilot.press("4")
        await settled(pilot)
        assert any("≈" in line for line in painted(app)[2:8])


async def test_no_color_leaves_symbols_and_styles(
    app: WorkbenchApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    plain = WorkbenchApp(app.path, settings=Settings(), editor="Ann", article=app._article)
    async with plain.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        lines = plain.screen._compositor.render_strips()
        filters = [line_filter for line_filter in plain._filters if line_filter.enabled]
        for line in lines:
            for line_filter in filters:
                line = line.apply_filter(line_filter, Color(0, 0, 0))  # noqa: PLW2901 - filters chain
            assert all(
                style is None or style.color is None or style.color.is_default
                for _, style, _ in line
            )


def test_an_unknown_theme_is_said_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"no theme pink.*dark, light, ansi"):
        WorkbenchApp(tmp_path / "claims.db", settings=Settings(theme="pink"), editor="Ann")


def test_a_gauge_is_full_or_empty_only_at_the_ends() -> None:
    assert gauge(0.0, 4) == "▱▱▱▱"
    assert gauge(0.001, 4) == "▰▱▱▱"
    assert gauge(0.999, 4) == "▰▰▰▱"
    assert gauge(1.0, 4) == "▰▰▰▰"


def contrast(one: Color, other: Color) -> float:
    """The ratio of WCAG 2."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: Color) -> float:
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in colour.normalized
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


DEUTERANOPIA = ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969))
PROTANOPIA = ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052))


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: str(theme.name))
@pytest.mark.parametrize("sight", [DEUTERANOPIA, PROTANOPIA], ids=["deuteranopia", "protanopia"])
def test_verdicts_that_look_alike_to_the_colour_blind_differ_in_their_symbol(
    theme: Theme, sight: tuple[tuple[float, ...], ...]
) -> None:
    seen = [
        [
            sum(weight * part for weight, part in zip(row, colour.normalized, strict=True))
            for row in sight
        ]
        for colour in (Color.parse(theme.variables[f"verdict-{mark}"]) for mark in MARKS)
    ]
    symbols = [OPEN_SYMBOL, *(entry.symbol for entry in DEFAULT_SCALE.entries)]
    for one, other in combinations(MARKS, 2):
        distance = sum((a - b) ** 2 for a, b in zip(seen[one], seen[other], strict=True)) ** 0.5
        assert distance > 0.15 or symbols[one] != symbols[other]
