"""Which keys an editor's settings put in place of ours: checked whole, before a screen is shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz import process
from textual.binding import Binding
from textual.keys import Keys, _character_to_key

from workbench.errors import ConfigError
from workbench.model import visible_line
from workbench.tui.keys import APP_KEYS, CHECK_KEYS, DESK_KEYS, SOURCE_KEYS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SCREENS = {
    screen: [binding for binding in bindings if isinstance(binding, Binding)]
    for screen, bindings in (
        ("the checking screen", [*CHECK_KEYS, *APP_KEYS]),
        ("the desk", [*DESK_KEYS, *APP_KEYS]),
        ("a source", [*SOURCE_KEYS, *APP_KEYS]),
    )
}
"""Bindings that are in force together."""

_MODIFIED = re.compile(r"(?:(?:ctrl|alt|shift|super)\+)*(?P<key>.+)")
_NAMED = frozenset(key.value for key in Keys) | {"space", "comma"}


def keymap_of(settings: Mapping[str, str]) -> dict[str, str]:
    """Keys by id of their binding, as Textual takes them: `move.next` → `j,down`.

    Raises:
        ConfigError: there is no such action or key, or one key would do two things.
    """
    actions = {binding.id: binding for bindings in SCREENS.values() for binding in bindings}
    keymap = {}
    for action, keys in settings.items():
        if action not in actions:
            near = process.extractOne(action, [id_ for id_ in actions if id_])
            msg = f"There is no action {visible_line(action)} to give a key to."
            hint = f"Did you mean {near[0]}? docs/keys.md lists all." if near else ""
            raise ConfigError(msg, hint=hint)
        keymap[action] = ",".join(_key_named(key, action) for key in _split(keys))
    for screen, bindings in SCREENS.items():
        _refuse_clashes(screen, bindings, keymap)
    return keymap


def _split(keys: str) -> list[str]:
    """Keys between commas; a comma alone, or beside another, is a key."""
    if keys.strip() == ",":
        return ["comma"]
    return [key.strip() for key in keys.split(",")]


def _key_named(key: str, action: str) -> str:
    if len(key) == 1 and key.isprintable():
        return _character_to_key(key)
    match = _MODIFIED.fullmatch(key)
    plain = match["key"] if match else ""
    if not (plain in _NAMED or key in _NAMED or _is_sign(plain)):
        msg = f"The setting keys.{action} names no key: {visible_line(key) or 'nothing'}."
        raise ConfigError(
            msg, hint="Name keys such as n, ctrl+n, f2, enter or slash, with commas between."
        )
    return key


def _is_sign(name: str) -> bool:
    """Whether `name` is a character, or what Textual calls one, such as `right_square_bracket`."""
    if len(name) == 1:
        return name.isprintable()
    return any(_character_to_key(chr(code)) == name for code in range(0x20, 0x7F))


def _refuse_clashes(
    screen: str,
    bindings: Sequence[Binding],
    keymap: Mapping[str, str],
) -> None:
    taken: dict[str, Binding] = {}
    for binding in bindings:
        keys = keymap.get(binding.id or "", binding.key)
        for key in dict.fromkeys(_key_named(key.strip(), "") for key in keys.split(",")):
            other = taken.setdefault(key, binding)
            if other is not binding:
                msg = (
                    f"On {screen} the key {key} would do two things: "
                    f"{other.description} ({other.id}) and {binding.description} ({binding.id})."
                )
                raise ConfigError(
                    msg, hint="Give one of them another key under [keys] in workbench.toml."
                )
