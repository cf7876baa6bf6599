"""What the screens said in passing: the last words of it, to be read again."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

KEPT = 200
"""Messages that can be read again."""


@dataclass(frozen=True, slots=True)
class Message:
    """A notification, as it was."""

    at: datetime
    """In the editor's own time."""

    text: str
    is_error: bool = False


class Said:
    """The last messages, the newest first."""

    def __init__(self) -> None:
        self._messages: deque[Message] = deque(maxlen=KEPT)

    def add(self, message: Message) -> None:
        self._messages.appendleft(message)

    def __iter__(self) -> Iterator[Message]:
        return iter(self._messages)

    def __len__(self) -> int:
        return len(self._messages)
