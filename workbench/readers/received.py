"""What a reader is given, and the shape every reader has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.model import Document


@dataclass(frozen=True, slots=True)
class Received:
    """The bytes of a file or page, with what came along."""

    data: bytes
    name: str
    """The file's or page's name, for messages and as the last resort for a title."""

    origin: str = ""
    """The path or URL as the editor gave it; empty for standard input."""

    charset: str | None = None
    """The encoding its server declared."""

    encoding: str | None = None
    """The encoding the editor chose; it wins over everything."""


Reader: TypeAlias = "Callable[[Received], Document]"
