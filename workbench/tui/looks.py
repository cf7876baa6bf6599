"""What verdicts and panes look like: themes with Okabe–Ito hues, and a style for every mark."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.style import Style
from textual.color import Color
from textual.theme import Theme

from workbench.model import OPEN_SYMBOL

if TYPE_CHECKING:
    from rich.color import Color as RichColor
    from textual.widget import Widget

    from workbench.model import VerdictScale

MAX_MARKS = 10
"""Marks with a look of their own; a longer scale repeats them, and its symbols tell them apart."""

FILL_SHARE = 0.16
"""Of a verdict's colour in the ground of its words: seen at a glance, and still easy to read on."""

_OKABE_ITO_DARK = {
    "verdict-0": "#9db4cc",
    "verdict-1": "#2cc295",
    "verdict-2": "#56b4e9",
    "verdict-3": "#f2743c",
    "verdict-4": "#e69f00",
    "verdict-5": "#d991bb",
    "verdict-6": "#f0e442",
    "verdict-7": "#a3a3a3",
    "verdict-8": "#7f9cf5",
    "verdict-9": "#c8b68a",
}
_OKABE_ITO_LIGHT = {
    "verdict-0": "#4a5f75",
    "verdict-1": "#00704f",
    "verdict-2": "#0a69a8",
    "verdict-3": "#b34400",
    "verdict-4": "#8a5c00",
    "verdict-5": "#96427a",
    "verdict-6": "#6b6400",
    "verdict-7": "#5c5c5c",
    "verdict-8": "#3f51b5",
    "verdict-9": "#6d5a2a",
}
_ANSI = {
    "verdict-0": "ansi_default",
    "verdict-1": "ansi_green",
    "verdict-2": "ansi_cyan",
    "verdict-3": "ansi_red",
    "verdict-4": "ansi_yellow",
    "verdict-5": "ansi_magenta",
    "verdict-6": "ansi_bright_yellow",
    "verdict-7": "ansi_bright_black",
    "verdict-8": "ansi_blue",
    "verdict-9": "ansi_bright_blue",
}

DARK = Theme(
    name="workbench-dark",
    dark=True,
    primary="#56b4e9",
    secondary="#7f9cf5",
    accent="#e69f00",
    warning="#e69f00",
    error="#f2743c",
    success="#2cc295",
    foreground="#dde3ea",
    background="#10141a",
    surface="#151b23",
    panel="#1d2530",
    variables={
        **_OKABE_ITO_DARK,
        "quiet": "#7d8a99",
        "rule": "#33404f",
        "current": "#2f4a66",
        "row": "#223244",
    },
)
LIGHT = Theme(
    name="workbench-light",
    dark=False,
    primary="#0a69a8",
    secondary="#3f51b5",
    accent="#8a5c00",
    warning="#8a5c00",
    error="#b34400",
    success="#00704f",
    foreground="#1b222b",
    background="#fbfaf7",
    surface="#f3f1ec",
    panel="#e8e5dd",
    variables={
        **_OKABE_ITO_LIGHT,
        "quiet": "#6a7380",
        "rule": "#c3bfb4",
        "current": "#c9dff2",
        "row": "#e2ebf3",
    },
)
ANSI = Theme(
    name="workbench-ansi",
    ansi=True,
    dark=True,
    primary="ansi_blue",
    secondary="ansi_cyan",
    accent="ansi_yellow",
    warning="ansi_yellow",
    error="ansi_red",
    success="ansi_green",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    variables={
        **_ANSI,
        "quiet": "ansi_bright_black",
        "rule": "ansi_bright_black",
        "current": "ansi_default",
        "row": "ansi_default",
        "ansi-background": "ansi_black",
        "ansi-foreground": "ansi_white",
        "border": "ansi_blue",
        "border-blurred": "ansi_bright_black",
        "block-cursor-foreground": "ansi_black",
        "block-cursor-background": "ansi_white",
        "input-cursor-background": "ansi_white",
        "input-cursor-foreground": "ansi_black",
        "input-selection-background": "ansi_bright_blue",
        "input-selection-foreground": "ansi_black",
        "scrollbar": "ansi_bright_black",
        "scrollbar-hover": "ansi_white",
        "scrollbar-active": "ansi_white",
        "scrollbar-background": "ansi_default",
        "scrollbar-background-hover": "ansi_default",
        "scrollbar-background-active": "ansi_default",
        "scrollbar-corner-color": "ansi_default",
    },
)
THEMES = {theme.name: theme for theme in (DARK, LIGHT, ANSI)}
DEFAULT_THEME = DARK.name


class Looks:
    """The styles of one theme, by what they are for."""

    def __init__(self, theme: Theme, *, has_colour: bool) -> None:
        self._theme = theme
        self._shows_grounds = has_colour and not theme.ansi
        self._styles: dict[str, Style] = {}

    def __getitem__(self, name: str) -> Style:
        style = self._styles.get(name)
        if style is None:
            style = self._styles[name] = self._made(name)
        return style

    def verdict(self, mark: int, *, fill: bool = False) -> Style:
        """How `mark` is shown; `fill` tints the ground of the words too."""
        number = mark if mark < MAX_MARKS else 1 + (mark - 1) % (MAX_MARKS - 1)
        return self[f"verdict-{number}{'-fill' if fill else ''}"]

    def _made(self, name: str) -> Style:
        if name.startswith("verdict-"):
            variable = name.removesuffix("-fill")
            style = Style(color=self._colour(variable))
            if name == variable:
                return style
            if name == "verdict-0-fill":
                return style + Style(underline=True)
            return style + self._ground(variable, FILL_SHARE, otherwise=Style(bold=True))
        match name:
            case "plain":
                return Style(color=self._colour("foreground"))
            case "quiet":
                return Style(color=self._colour("quiet"))
            case "strong":
                return Style(color=self._colour("foreground"), bold=True)
            case "heading":
                return Style(color=self._colour("primary"), bold=True)
            case "accent" | "key":
                return Style(color=self._colour("accent"), bold=True)
            case "gauge":
                return Style(color=self._colour("success"))
            case "match":
                return Style(color=self._colour("foreground"), bold=True, underline=True)
            case "agrees":
                return Style(color=self._colour("verdict-1"), bold=True)
            case "differs":
                return Style(color=self._colour("verdict-3"), bold=True)
            case "clash":
                return Style(color=self._colour("verdict-3"), bold=True, reverse=True)
            case "current":
                return Style(bold=True) + self._ground(name, 1.0, otherwise=Style(reverse=True))
            case "chosen":
                return Style(bold=True, reverse=True)
            case "label":
                return Style(color=self._colour("accent"), bold=True, reverse=True)
            case "row":
                return self._ground(name, 1.0, otherwise=Style(reverse=True))
            case _:
                raise KeyError(name)

    def _value(self, variable: str) -> str:
        value = self._theme.variables.get(variable)
        return value if value is not None else str(getattr(self._theme, variable))

    def _colour(self, variable: str) -> RichColor:
        return Color.parse(self._value(variable)).rich_color

    def _ground(self, variable: str, share: float, *, otherwise: Style) -> Style:
        """A ground of that colour, mixed into the theme's; `otherwise` where grounds cannot be seen."""
        if not self._shows_grounds:
            return otherwise
        ground = Color.parse(self._value("background"))
        return Style(bgcolor=ground.blend(Color.parse(self._value(variable)), share).rich_color)


@lru_cache(maxsize=8)
def _looks(theme_name: str, *, has_colour: bool) -> Looks:
    return Looks(THEMES.get(theme_name, DARK), has_colour=has_colour)


def looks_of(widget: Widget) -> Looks:
    """The styles in force where `widget` is."""
    return _looks(widget.app.theme, has_colour=not widget.app.no_color)


def ground_of(widget: Widget) -> Style:
    """What `widget` paints its words on."""
    return Style(bgcolor=widget.rich_style.bgcolor)


def symbol_of(mark: int, scale: VerdictScale) -> str:
    """The one-cell sign of `mark`."""
    return scale.entries[mark - 1].symbol if mark else OPEN_SYMBOL


def link_meta(action: str) -> Style:
    """A style that does nothing but run `action` when it is clicked. `action` must be ours."""
    return Style.from_meta({"@click": action})
