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

    media_type: str = ""
    """As a server gives it, with parameters."""

    encoding: str | None = None
    """The encoding the editor chose; it wins over everything."""

    whole_page: bool = False
    """All the words of a web page, not its main text only."""

    @property
    def kind(self) -> str:
        """The media type without its parameters, in lower case."""
        return self.media_type.partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The encoding its server declared."""
        for parameter in self.media_type.partition(";")[2].split(";"):
            key, _, value = parameter.partition("=")
            if key.strip().lower() == "charset" and value.strip():
                return value.strip().strip("\"'")
        return None


Reader: TypeAlias = "Callable[[Received], Document]"
