"""Which words a language has for what: word lists and tables read from package files."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable

SHARED = "any"
"""The folder whose entries hold in every language: symbols, codes, digits."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word lists of one language, over those that every language shares."""

    language: str

    def words(self, name: str) -> frozenset[str]:
        """The lines of `lexicons/<language>/<name>.txt`; empty where the language has none."""
        return _words(self.language, name)

    def table(self, name: str) -> Mapping[str, object]:
        """`lexicons/<language>/<name>.toml`; a table in it is laid over the shared one."""
        return _table(self.language, name)

    def section(self, name: str, key: str) -> Mapping[str, object]:
        """One table of a TOML file; empty where the language has none."""
        section = self.table(name).get(key, {})
        if not isinstance(section, dict):
            msg = f"lexicons/{self.language}/{name}.toml: {key} is no table"
            raise TypeError(msg)
        return section


def lexicon_of(language: str) -> Lexicon:
    """The lexicon of a language code such as `en` or `en-GB`."""
    return Lexicon(language.partition("-")[0].lower())


def languages() -> list[str]:
    """The languages that have word lists of their own."""
    return sorted(
        folder.name for folder in _folder().iterdir() if folder.is_dir() and folder.name != SHARED
    )


def _folder() -> Traversable:
    return files("workbench.splitting") / "lexicons"


def _file(language: str, name: str) -> str:
    # a language code comes from documents and must not reach other files
    file = _folder() / (language if language.isalpha() else SHARED) / name
    return file.read_text(encoding="utf-8") if file.is_file() else ""


@lru_cache(maxsize=256)
def _words(language: str, name: str) -> frozenset[str]:
    lines = (_file(SHARED, f"{name}.txt") + "\n" + _file(language, f"{name}.txt")).splitlines()
    entries = (line.partition("#")[0].strip() for line in lines)
    return frozenset(entry for entry in entries if entry)


@lru_cache(maxsize=256)
def _table(language: str, name: str) -> Mapping[str, object]:
    merged: dict[str, object] = dict(tomllib.loads(_file(SHARED, f"{name}.toml")))
    for key, value in tomllib.loads(_file(language, f"{name}.toml")).items():
        shared = merged.get(key)
        merged[key] = (
            shared | value if isinstance(shared, dict) and isinstance(value, dict) else value
        )
    return merged
