"""Reads subtitles (SRT, WebVTT) as running text that keeps the time code of each cue."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from workbench.errors import ReaderError
from workbench.model import Document, Place, Span
from workbench.readers.blocks import collapsed
from workbench.readers.decoding import decoded
from workbench.readers.titles import title_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.readers.received import Received

PAUSE = 3.0
"""Seconds of silence after a sentence that begin a new paragraph."""

_TIMES = re.compile(
    r"\s*(?:(?P<hours>\d{1,4}):)?(?P<minutes>[0-5]?\d):(?P<seconds>[0-5]?\d)[.,]\d{1,3}\s*-->\s*"
    r"(?:(?P<hours2>\d{1,4}):)?(?P<minutes2>[0-5]?\d):(?P<seconds2>[0-5]?\d)[.,]\d{1,3}.*"
)
_SPEAKER = re.compile(r"<v(?:\.[^\s>]*)?\s+(?P<name>[^>]*)>")
_TAG = re.compile(r"</?[a-z][^>]{0,200}>|<\d[\d:.]*>|\{\\[^}]{0,200}\}", re.IGNORECASE)
_SENTENCE_END = (".", "?", "!", "…", "”", '"', "]", ")")


def read(received: Received) -> Document:
    """What is said, with the time code of each cue; a pause begins a paragraph."""
    content = decoded(
        received.data, name=received.name, chosen=received.encoding, declared=received.charset
    )
    parts: list[str] = []
    places: list[Place] = []
    length = 0
    ended = 0.0
    for start, end, words in _cues(content.text):
        if parts:
            is_new = start - ended >= PAUSE and parts[-1].endswith(_SENTENCE_END)
            gap = "\n\n" if is_new or words.startswith(("- ", "– ")) or _is_named(words) else " "
            parts.append(gap)
            length += len(gap)
        places.append(Place(Span(length, length + len(words)), _time_code(start)))
        parts.append(words)
        length += len(words)
        ended = end
    if not parts:
        msg = f"{received.name} holds no subtitles."
        raise ReaderError(msg, hint="If it is plain text, rename it to .txt and try again.")
    return Document(
        text="".join(parts),
        title=title_of(name=received.name),
        origin=received.origin,
        media_type="text/vtt" if content.text.startswith("WEBVTT") else "application/x-subrip",
        encoding=content.encoding,
        encoding_guessed=content.is_guessed,
        places=tuple(places),
    )


def _cues(text: str) -> Iterator[tuple[float, float, str]]:
    """Start, end and words of each cue."""
    for block in re.split(r"\n[ \t]*\n", text):
        lines = block.strip("\n").split("\n")
        for at, line in enumerate(lines[:2]):
            times = _TIMES.fullmatch(line)
            if times:
                words = collapsed(_plain("\n".join(lines[at + 1 :])))
                if words:
                    yield _seconds(times, ""), _seconds(times, "2"), words
                break


def _plain(markup: str) -> str:
    named = _SPEAKER.sub(lambda match: f"{match['name'].strip()}: ", markup)
    return html.unescape(_TAG.sub("", named)).replace("\x00", "")


def _is_named(words: str) -> bool:
    return re.match(r"(?:>>\s*)?[A-Z][\w .'’-]{0,40}: ", words) is not None


def _seconds(times: re.Match[str], which: str) -> float:
    hours, minutes, seconds = (
        int(times[f"{unit}{which}"] or 0) for unit in ("hours", "minutes", "seconds")
    )
    return 3600.0 * hours + 60 * minutes + seconds


def _time_code(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"
