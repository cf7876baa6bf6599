"""Decides where accepted words stand in another version of their text: there, elsewhere, nearly, or nowhere.

An anchor is a W3C TextQuoteSelector (exact words, prefix, suffix) with a TextPositionSelector (start
and end). The position is a hint: the words decide, and what stands around them decides between equals.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import islice
from typing import TYPE_CHECKING

from workbench.model import Anchoring, AnchorState, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from workbench.model import Anchor

NEAR_SCORE = 70.0
"""Likeness from which changed words are offered as the same passage: a sentence with a third of its
letters changed says something else."""

FRAMED_SCORE = 45.0
"""The same where what stood before and behind the words still stands there."""

SHORT_SCORE = 85.0
"""The same for words too short to tell a passage, where nothing stands around them as it did."""

TELLING_LENGTH = 20
"""Characters. Words this long mean the same passage wherever they stand; `180 workers` does not."""

FRAME_LENGTH = 12
"""Characters of prefix and suffix that tell a place; fewer stand anywhere."""

LONGEST = 1000
"""Characters of the exact words that are compared letter by letter; passages have 600 at most."""

PLACES = 6
"""Stretches of the text that are compared letter by letter: those with most of the rarest words."""

FRAMES = 40
"""Stretches between prefix and suffix that are compared letter by letter: a page repeats its frame
round every entry of a list."""

REACH = 4
"""Words by which the ends of a stretch are moved to make it more alike."""

_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+")
# what a page may set in another way without saying anything else
_TYPOGRAPHY = str.maketrans("“”„«»‘’‚–—‑‐−", '"""""\'\'\'-----')


def anchored(anchor: Anchor, text: str) -> Anchoring:
    """Where the words of `anchor` stand in `text`. Takes time in proportion to the text."""
    if not anchor.exact.strip():
        return Anchoring(AnchorState.ORPHANED, score=0.0)
    return _same_words(anchor, text) or _like_words(anchor, text)


def _same_words(anchor: Anchor, text: str) -> Anchoring | None:
    if _is_in_place(anchor, text):
        return Anchoring(AnchorState.EXACT, anchor.span, anchor.exact)
    occurrences = list(_occurrences(anchor.exact, text)) or list(_reset(anchor.exact, text))
    if not occurrences:
        return None
    best = max(
        occurrences,
        key=lambda span: (_frame(anchor, span, text), -abs(span.start - anchor.span.start)),
    )
    if len(anchor.exact) < TELLING_LENGTH and not _is_framed(anchor, best, text):
        # the same few words, said of something else
        return Anchoring(AnchorState.NEAR, best, best.of(text))
    state = AnchorState.EXACT if best == anchor.span else AnchorState.MOVED
    return Anchoring(state, best, best.of(text))


def _is_in_place(anchor: Anchor, text: str) -> bool:
    return anchor.span.of(text) == anchor.exact and _frame(anchor, anchor.span, text) == len(
        anchor.prefix + anchor.suffix
    )


def _occurrences(words: str, text: str) -> Iterator[Span]:
    at = text.find(words)
    while at >= 0:
        yield Span(at, at + len(words))
        at = text.find(words, at + len(words))


def _reset(words: str, text: str) -> Iterator[Span]:
    """The same words in other quotation marks, dashes or white space."""
    pieces = (re.escape(piece) for piece in words.translate(_TYPOGRAPHY).split())
    for match in re.finditer(r"\s+".join(pieces), text.translate(_TYPOGRAPHY)):
        yield Span(match.start(), match.end())


def _like_words(anchor: Anchor, text: str) -> Anchoring:
    # costs start-up time, and most words stand where they stood
    from rapidfuzz.fuzz import ratio

    exact = anchor.exact[:LONGEST]
    stretches = [*islice(_framed_stretches(anchor, text), FRAMES)]
    stretches += (_fitted(exact, place, text, ratio) for place in _likely_places(anchor, text))
    best, score, is_framed = None, 0.0, False
    for span in stretches:
        if not len(span):
            continue
        framed = _is_framed(anchor, span, text)
        likeness = ratio(exact, span.of(text)[: 2 * LONGEST])
        if (likeness + 10 * framed) > (score + 10 * is_framed):
            best, score, is_framed = span, likeness, framed
    if best is None or score < _needed(anchor, is_framed=is_framed):
        return Anchoring(AnchorState.ORPHANED, score=round(score, 1))
    return Anchoring(AnchorState.NEAR, best, best.of(text), round(score, 1))


def _needed(anchor: Anchor, *, is_framed: bool) -> float:
    if is_framed:
        return FRAMED_SCORE
    return NEAR_SCORE if len(anchor.exact) >= TELLING_LENGTH else SHORT_SCORE


def _framed_stretches(anchor: Anchor, text: str) -> Iterator[Span]:
    """What stands between the prefix and the suffix now."""
    if min(len(anchor.prefix), len(anchor.suffix)) < FRAME_LENGTH:
        return
    longest = 3 * min(len(anchor.exact), LONGEST) + len(anchor.suffix)
    for before in _occurrences(anchor.prefix, text):
        end = text.find(anchor.suffix, before.end, before.end + longest)
        if end >= 0:
            yield Span(before.end, end).trimmed(text)


def _likely_places(anchor: Anchor, text: str) -> list[Span]:
    """The stretches that hold most of the words, rare words counting more."""
    context = f"{anchor.prefix[-LONGEST:]} {anchor.exact[:LONGEST]} {anchor.suffix[:LONGEST]}"
    wanted = {token.lower() for token in _TOKEN.findall(context)}
    size = 2 * min(len(anchor.exact), LONGEST) + len(anchor.prefix + anchor.suffix)
    counts: Counter[str] = Counter()
    # two grids, so that no stretch is cut in two by both
    cells: defaultdict[int, set[str]] = defaultdict(set)
    for match in _TOKEN.finditer(text):
        token = match.group().lower()
        if token in wanted:
            counts[token] += 1
            half = 2 * match.start() // size
            cells[half].add(token)
            cells[half - 1].add(token)
    weights = {half: sum(1 / counts[token] for token in held) for half, held in cells.items()}
    halves = sorted(weights, key=lambda half: (-weights[half], half))[:PLACES]
    return [
        Span(max(0, half * size // 2), min(len(text), (half + 2) * size // 2 + 1))
        for half in halves
    ]


def _fitted(exact: str, place: Span, text: str, likeness: Callable[[str, str], float]) -> Span:
    """The stretch of whole words around `place` that is most like `exact`."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    start = max(0, place.start - len(exact))
    window = text[start : place.end + len(exact)]
    aligned = partial_ratio_alignment(exact, window)
    if aligned is None or aligned.dest_start == aligned.dest_end:
        return Span(place.start, place.start)
    tokens = [Span(*match.span()) for match in _TOKEN.finditer(window)]
    first = max(
        _around([token.start for token in tokens], aligned.dest_start),
        key=lambda at: likeness(exact, window[at : aligned.dest_end]),
        default=aligned.dest_start,
    )
    last = max(
        _around([token.end for token in tokens if token.end > first], aligned.dest_end),
        key=lambda at: likeness(exact, window[first:at]),
        default=max(first, aligned.dest_end),
    )
    if exact[-1:] in window[last : last + 1]:
        last = min(len(window), last + 1)
    return Span(start + first, start + last)


def _around(ends: Sequence[int], offset: int) -> list[int]:
    """Those of `ends` nearest to `offset`."""
    return sorted(ends, key=lambda end: abs(end - offset))[: 2 * REACH]


def _is_framed(anchor: Anchor, span: Span, text: str) -> bool:
    """Whether enough of what stood around the words stands around `span`."""
    whole = len(anchor.prefix + anchor.suffix)
    return _frame(anchor, span, text) >= min(whole / 2, FRAME_LENGTH)


def _frame(anchor: Anchor, span: Span, text: str) -> int:
    """Characters of prefix and suffix that stand around `span`, counted from it outwards."""
    prefix, suffix = anchor.prefix, anchor.suffix
    before = text[max(0, span.start - len(prefix)) : span.start]
    behind = text[span.end : span.end + len(suffix)]
    return _common(prefix[::-1], before[::-1]) + _common(suffix, behind)


def _common(one: str, other: str) -> int:
    """How many characters the two begin with in common."""
    if one == other:
        return len(one)
    return next(
        (at for at, (ours, theirs) in enumerate(zip(one, other, strict=False)) if ours != theirs),
        min(len(one), len(other)),
    )
