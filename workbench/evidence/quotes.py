"""Decides how faithful a quotation is: its words beside those that were said, and what changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from workbench.evidence.words import words_of
from workbench.model import ChangeKind, Span, WordChange

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.evidence.words import Word

HELD_SHARE = 0.6
"""A passage holds a quoted sentence if this share of its words stands there in order."""

SHORTEST = 3
"""Fewer words than this are anybody's."""

_NEGATIONS = """
not no never none nothing nobody neither nor without cannot cant dont doesnt didnt isnt arent
wasnt werent wont wouldnt shouldnt couldnt hasnt havent hadnt
"""
NEGATIONS = frozenset(_NEGATIONS.split())
_SENTENCE_END = re.compile(r"[.?!…]+[\"”’')\]]*\s+")
_OPEN_CUT = re.compile(r"…|\.\s?\.\s?\.|\[[^\]]*\]")


@dataclass(frozen=True, slots=True)
class Fidelity:
    """A quotation beside a passage that holds it."""

    changes: tuple[WordChange, ...]
    share: float
    """Of the quotation's words that stand in the passage, in order."""

    @property
    def is_faithful(self) -> bool:
        """Nothing but what is openly left out differs."""
        return all(change.kind in {ChangeKind.SAME, ChangeKind.LEFT_OUT} for change in self.changes)

    @property
    def said(self) -> Span:
        """The stretch of the passage that was quoted."""
        return Span(self.changes[0].said_span.start, self.changes[-1].said_span.end)


def fidelity(quotation: str, passage: str) -> Fidelity | None:
    """`quotation` beside `passage`, or None if the passage does not hold any sentence of it."""
    said = words_of(passage)
    changes: list[WordChange] = []
    same = quoted_words = 0
    for sentence in _sentences(quotation):
        quoted = [word for word in words_of(quotation) if word.span in sentence]
        aligned = list(_aligned(quotation, quoted, passage, said))
        held = sum(_count(change) for change in aligned if change.kind is ChangeKind.SAME)
        if len(quoted) < SHORTEST or held < HELD_SHARE * len(quoted):
            continue
        changes += aligned
        same += held
        quoted_words += len(quoted)
    if not changes:
        return None
    return Fidelity(tuple(changes), same / quoted_words)


def _count(change: WordChange) -> int:
    return len(words_of(change.quoted))


def _sentences(quotation: str) -> list[Span]:
    cuts = [0, *(match.end() for match in _SENTENCE_END.finditer(quotation)), len(quotation)]
    return [Span(start, end) for start, end in pairwise(cuts) if start < end]


def _aligned(
    quotation: str, quoted: Sequence[Word], passage: str, said: Sequence[Word]
) -> Iterator[WordChange]:
    steps = list(Levenshtein.opcodes([word.stem for word in said], [word.stem for word in quoted]))
    # what the passage says before and after the quoted words was not quoted
    while steps and steps[0].tag == "delete":
        steps = steps[1:]
    while steps and steps[-1].tag == "delete":
        steps = steps[:-1]
    cuts = [Span(match.start(), match.end()) for match in _OPEN_CUT.finditer(quotation)]
    for step in steps:
        quoted_span = _stretch(quoted, step.dest_start, step.dest_end)
        said_span = _stretch(said, step.src_start, step.src_end)
        ours = quoted[step.dest_start : step.dest_end]
        theirs = said[step.src_start : step.src_end]
        kind = _KINDS[step.tag]
        if kind is not ChangeKind.SAME and _is_open(
            kind, quoted_span, quoted, step.dest_start, cuts
        ):
            kind = ChangeKind.LEFT_OUT
        yield WordChange(
            kind,
            quoted_span.of(quotation),
            said_span.of(passage),
            quoted_span,
            said_span,
            kind not in {ChangeKind.SAME, ChangeKind.LEFT_OUT}
            and any(map(_is_grave, (*ours, *theirs))),
        )


_KINDS = {
    "equal": ChangeKind.SAME,
    "delete": ChangeKind.DROPPED,
    "insert": ChangeKind.ADDED,
    "replace": ChangeKind.CHANGED,
}


def _stretch(words: Sequence[Word], start: int, end: int) -> Span:
    if start < end:
        return Span(words[start].start, words[end - 1].end)
    at = words[start].start if start < len(words) else words[-1].end if words else 0
    return Span(at, at)


def _is_open(
    kind: ChangeKind, quoted_span: Span, quoted: Sequence[Word], at: int, cuts: Sequence[Span]
) -> bool:
    if kind is ChangeKind.DROPPED:
        before = quoted[at - 1].end if at else 0
        return any(before <= cut.start and cut.end <= quoted_span.start for cut in cuts)
    return any(quoted_span in cut for cut in cuts)


def _is_grave(word: Word) -> bool:
    return word.stem in NEGATIONS or word.stem[0].isdigit() or (word.is_name and word.counts)
