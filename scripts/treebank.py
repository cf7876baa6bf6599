"""Reads sentences of Universal Dependencies with the place of every word in their text."""

from __future__ import annotations

import gzip
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_COLUMNS = 10


@dataclass(frozen=True, slots=True)
class TreebankWord:
    """One syntactic word with what annotators said of it."""

    text: str
    tag: str
    pos: str
    dep: str
    head: int
    """Index of the word it hangs on; its own for the root."""

    space_after: bool


@dataclass(frozen=True, slots=True)
class TreebankSentence:
    """The words of one sentence; together they spell its text."""

    words: tuple[TreebankWord, ...]

    @property
    def text(self) -> str:
        return "".join(word.text + (" " if word.space_after else "") for word in self.words).rstrip(
            " "
        )

    def spans(self) -> list[tuple[int, int]]:
        """The place of each word in `text`."""
        spans: list[tuple[int, int]] = []
        offset = 0
        for word in self.words:
            spans.append((offset, offset + len(word.text)))
            offset += len(word.text) + word.space_after
        return spans


def treebank_sentences(path: Path) -> Iterator[TreebankSentence]:
    """The sentences of a CoNLL-U file, gzipped or not.

    A contraction is cut where its words meet. Where its words do not spell it, as in `im` for
    `I am`, the letters are shared out: the first words keep their length, the last takes the rest.
    """
    content = path.read_bytes()
    if path.suffix == ".gz":
        content = gzip.decompress(content)
    with io.StringIO(content.decode("utf-8")) as lines:
        rows: list[list[str]] = []
        for line in lines:
            columns = line.rstrip("\n").split("\t")
            if len(columns) == _COLUMNS:
                rows.append(columns)
            elif rows and not line.strip():
                yield _sentence(rows)
                rows = []
        if rows:
            yield _sentence(rows)


def _sentence(rows: list[list[str]]) -> TreebankSentence:
    words: list[TreebankWord] = []
    contraction = ""
    last_of_contraction = 0
    space_after_contraction = True
    for number, form, _, pos, tag, _, head, dep, _, misc in rows:
        if "." in number:
            continue
        space_after = "SpaceAfter=No" not in misc
        if "-" in number:
            last_of_contraction = int(number.partition("-")[2])
            contraction, space_after_contraction = form, space_after
            continue
        index = int(number)
        text = form.replace(" ", "\u00a0")
        if index < last_of_contraction:
            text, contraction = _cut(contraction, len(text))
            space_after = False
        elif index == last_of_contraction:
            text, space_after = contraction, space_after_contraction
        words.append(
            TreebankWord(
                text, tag, pos, dep, int(head) - 1 if head != "0" else index - 1, space_after
            )
        )
    return TreebankSentence(tuple(words))


def _cut(letters: str, length: int) -> tuple[str, str]:
    length = max(1, min(length, len(letters) - 1))
    return letters[:length], letters[length:]
