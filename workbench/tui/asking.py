"""What a screen may ask the editor for; the dialog itself is loaded when the first question comes up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.screen import Screen


@dataclass(frozen=True, slots=True)
class Field:
    """One line to type."""

    name: str
    label: str
    value: str = ""
    placeholder: str = ""
    complete: Callable[[str], str | None] | None = None
    """What was typed, completed; → takes it."""

    is_prose: bool = False
    """May be written in the editor's own program."""


def ask(
    screen: Screen[Any],  # whatever it returns when it closes
    title: str,
    *fields: Field,
    then: Callable[[Mapping[str, str]], None],
    otherwise: Callable[[], None] = lambda: None,
    hint: str = "",
    complaint: Callable[[Mapping[str, str]], str] = lambda _: "",
    on_typed: Callable[[str], None] | None = None,
) -> None:
    """Ask for `fields` over `screen`: `then` takes what was typed by name, `otherwise` follows Escape.

    Args:
        complaint: what is wrong with what was typed; empty lets it through.
        on_typed: takes a field's text at every key.
    """
    # inputs cost start-up time, and the first screen asks for nothing
    from workbench.tui.screens.prompt import Prompt

    def answer(typed: Mapping[str, str] | None) -> None:
        if typed is None:
            otherwise()
        else:
            then(typed)

    screen.app.push_screen(
        Prompt(title, *fields, hint=hint, complaint=complaint, on_typed=on_typed), answer
    )
