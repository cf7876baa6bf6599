"""Who acts, by which clock, on which scale: what every action of the workbench needs to know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.errors import ConfigError
from workbench.model import Editor, EditorId
from workbench.review.clock import moment

if TYPE_CHECKING:
    from workbench.model import VerdictScale
    from workbench.review.clock import Clock
    from workbench.review.ids import IdSource
    from workbench.store import Store

MAX_NAME = 100
"""Characters of an editor's name: it stands on one line of every report."""


@dataclass(frozen=True, slots=True)
class Desk:
    """One editor at one open database."""

    store: Store
    editor_name: str
    scale: VerdictScale
    clock: Clock
    ids: IdSource

    def now(self) -> str:
        return moment(self.clock())

    def editor(self) -> Editor:
        """The editor, entered in the database if this is the first act; within a transaction."""
        known = self.store.editors.named(self.editor_name)
        return known or self.store.editors.ensure(
            self.editor_name, id_=EditorId(self.ids()), at=self.now()
        )


def checked_name(name: str) -> str:
    """`name` as it may sign a decision.

    Raises:
        ConfigError: it is empty, or no line of text.
    """
    tidy = " ".join(storable(name).split())
    if not tidy or len(tidy) > MAX_NAME:
        msg = "An editor needs a name." if not tidy else "That name is too long."
        raise ConfigError(msg, hint=f"Say who you are with --as NAME, in 1 to {MAX_NAME} letters.")
    return tidy


def storable(text: str) -> str:
    """`text` with a replacement character for each lone surrogate, such as in a file's odd name."""
    return text.encode("utf-8", "replace").decode() if _has_surrogate(text) else text


def _has_surrogate(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False
