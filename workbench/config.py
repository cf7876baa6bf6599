"""Settings: `workbench.toml` beside the database, then the user's, then `WORKBENCH_*`."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE_NAME = "workbench.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a desk can set."""

    editor: str = ""
    """Who decides, when `--as` does not say; empty means the login name."""

    splitting_model: str | None = None
    """Name of an installed spaCy pipeline trained on Universal Dependencies; None is our own."""

    theme: str = ""

    google_key: str = field(default="", repr=False)
    """Of the editor's account with Google's Fact Check Tools; without one they are never asked."""

    keys: Mapping[str, str] = field(default_factory=dict)
    """Keys by the action they are for, such as `move.next` → `j, down`, in place of the usual ones."""

    filters: Mapping[str, str] = field(default_factory=dict)
    """Filters by name, such as `money` → `kind:money verdict:open`; `@money` in the filter stands for it."""


KEYS_TABLE = "keys"
FILTERS_TABLE = "filters"
_KEYS = {
    ("", "editor"): "editor",
    ("splitting", "model"): "splitting_model",
    ("screen", "theme"): "theme",
    ("google", "key"): "google_key",
}
_ENVIRONMENT = {
    "WORKBENCH_EDITOR": "editor",
    "WORKBENCH_SPLITTING_MODEL": "splitting_model",
    "WORKBENCH_THEME": "theme",
    "WORKBENCH_GOOGLE_KEY": "google_key",
}


def settings_for(database: Path, *, environment: Mapping[str, str] | None = None) -> Settings:
    """The settings in force for `database`: the environment first, the desk's file next, the user's last.

    Raises:
        ConfigError: a file is not TOML, or a setting is unknown or of the wrong kind.
    """
    # platformdirs costs start-up time, and `--help` does not need it
    import platformdirs

    surroundings = os.environ if environment is None else environment
    values: dict[str, str] = {}
    keys: dict[str, str] = {}
    filters: dict[str, str] = {}
    for path in (
        Path(platformdirs.user_config_dir("workbench")) / FILE_NAME,
        database.absolute().parent / FILE_NAME,
    ):
        table = _table(path)
        keys |= _keys(path, table.pop(KEYS_TABLE, {}))
        filters |= _filters(path, table.pop(FILTERS_TABLE, {}))
        values |= _file_values(path, table)
    for variable, name in _ENVIRONMENT.items():
        if surroundings.get(variable):
            values[name] = surroundings[variable]
    return Settings(
        editor=values.get("editor", ""),
        splitting_model=values.get("splitting_model"),
        theme=values.get("theme", ""),
        google_key=values.get("google_key", ""),
        keys=keys,
        filters=filters,
    )


def editor_name(settings: Settings) -> str:
    """The configured editor, else the login name."""
    if settings.editor:
        return settings.editor
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:
        msg = "Nobody is logged in by name."
        raise ConfigError(msg, hint="Say who you are with --as NAME.") from error


def _table(path: Path) -> dict[str, object]:
    try:
        content = path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, UnicodeDecodeError) as error:
        msg = f"The settings in {path} cannot be read."
        raise ConfigError(msg, hint="Make the file readable UTF-8 text.") from error
    # most desks have no such file
    import tomllib

    try:
        return tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        msg = f"The settings in {path} are not TOML: {error}."
        raise ConfigError(msg, hint="Mend the line, or remove the file.") from error


def _keys(path: Path, table: object, action: str = "") -> dict[str, str]:
    """Keys by action: `"move.next" = "j"`, `move.next = ["j", "down"]`, or a table in a table."""
    if isinstance(table, dict):
        found: dict[str, str] = {}
        for name, value in table.items():
            found |= _keys(path, value, f"{action}.{name}" if action else name)
        return found
    keys = [table] if isinstance(table, str) else table
    if not (action and isinstance(keys, list) and all(isinstance(key, str) for key in keys)):
        msg = f"The setting {'.'.join(filter(None, (KEYS_TABLE, action)))} in {path} names no keys."
        raise ConfigError(msg, hint='Write them like "move.next" = "j, down".')
    return {action: ",".join(keys)}


def _filters(path: Path, table: object) -> dict[str, str]:
    if isinstance(table, dict) and all(isinstance(query, str) for query in table.values()):
        return table
    msg = f"The filters in {path} are not texts by name."
    raise ConfigError(msg, hint='Write them like money = "kind:money verdict:open".')


def _file_values(path: Path, table: dict[str, object]) -> dict[str, str]:
    values: dict[str, str] = {}
    for section, key, value in _entries(table):
        name = _KEYS.get((section, key))
        shown = f"{section}.{key}" if section else key
        if name is None:
            msg = f"{path} has an unknown setting: {shown}."
            raise ConfigError(msg, hint=f"Known settings: {', '.join(known_settings())}.")
        if not isinstance(value, str):
            msg = f"The setting {shown} in {path} is not text."
            raise ConfigError(msg, hint="Put its value in quotation marks.")
        values[name] = value
    return values


def known_settings() -> list[str]:
    """The settings a file may hold, as `section.key`."""
    settings = [f"{section}.{key}" if section else key for section, key in _KEYS]
    return [*settings, f"{KEYS_TABLE}.ACTION", f"{FILTERS_TABLE}.NAME"]


def _entries(table: dict[str, object]) -> list[tuple[str, str, object]]:
    entries: list[tuple[str, str, object]] = []
    for key, value in table.items():
        if isinstance(value, dict):
            entries += [(key, inner, inner_value) for inner, inner_value in value.items()]
        else:
            entries.append(("", key, value))
    return entries
