"""Which quotation marks open, which close, and which belong together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEPTH = 4
"""Quotes inside quotes that are followed; deeper ones belong to the one around them."""

_DOUBLE, _SINGLE, _ANGLE, _SMALL_ANGLE, _CORNER, _WHITE_CORNER = range(6)

_FAMILIES = {
    **dict.fromkeys(('"', "“", "”", "„", "‟", "＂", "``", "''", "‘‘", "’’"), _DOUBLE),
    **dict.fromkeys(("'", "‘", "’", "‚"), _SINGLE),
    **dict.fromkeys("«»", _ANGLE),
    **dict.fromkeys("‹›", _SMALL_ANGLE),
    **dict.fromkeys("「」", _CORNER),
    **dict.fromkeys("『』", _WHITE_CORNER),
}
_ONLY_OPEN = frozenset("„‟‚「『") | {"``", "‘‘"}
_ONLY_CLOSE = frozenset("」』") | {"’’"}
_MOSTLY_OPEN = frozenset("“‘«‹")
_MOSTLY_CLOSE = frozenset("”’»›")

# an apostrophe is far more frequent than a single quotation mark: only the marks at the edge of a
# word count, and not those that stand for a left-out beginning ('90s, 'em)
_MARK = re.compile(
    r"""
    ``|''|‘‘|’’|["“”„‟＂«»‹›「」『』]
    |(?<![\w.,!?;:…)\]'’”"%])['‘‚](?=[\w(\["“$€£])(?!\d0s\b|(?:em|til|tis|twas|cause|bout|n)\b['’]?)
    |(?<=\S)['’](?!\w)
    """,
    re.VERBOSE,
)
_BREAK = re.compile(r"\n[ \t]*\n\s*")
_SENTENCE_END = re.compile(r"[.!?…]")
_OPENING_NEIGHBOUR = frozenset("([{<—–-/=*_>|")
_TRAILING = " \t\r\n.,;:—–-"


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words in quotation marks, of whatever sort."""

    span: Span
    """With its marks."""

    inner: Span
    """Without them, trimmed."""

    is_closed: bool


@dataclass(slots=True)
class _Open:
    """A mark that waits for the one that closes it."""

    start: int
    end: int
    family: int
    inside: list[Quoted] = field(default_factory=list)


def quoted_spans(text: str) -> list[Quoted]:
    """The outermost stretches of `text` in quotation marks, in order."""
    outermost: list[Quoted] = []
    carried: _Open | None = None
    paragraphs = list(paragraph_spans(text))
    for number, paragraph in enumerate(paragraphs):
        marks = list(_MARK.finditer(text, paragraph.start, paragraph.end))
        stack = [carried] if carried else []
        if carried and marks and _begins(text, paragraph, marks[0]):
            marks = marks[1:]
        last = _paired(text, marks, stack, outermost)
        carried = None
        if last is not None:
            following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
            if last.family != _SINGLE and following and _goes_on(text, following, last.family):
                carried = last
            else:
                outermost.extend(_left_open(text, last, paragraph.end))
    return outermost


def paragraph_spans(text: str) -> Iterator[Span]:
    """The stretches between blank lines; the lines where there is no blank line."""
    separator = _BREAK if _BREAK.search(text) else re.compile(r"\n+")
    start = 0
    for gap in separator.finditer(text):
        if gap.start() > start:
            yield Span(start, gap.start())
        start = gap.end()
    if start < len(text):
        yield Span(start, len(text))


def _paired(
    text: str, marks: list[re.Match[str]], stack: list[_Open], outermost: list[Quoted]
) -> _Open | None:
    """Add the quotes that `marks` close to `outermost`; the outermost mark left open, if any."""
    later_single_closers = _later_single_closers(text, marks)
    for place, mark in enumerate(marks):
        glyph, family = mark.group(), _FAMILIES[mark.group()]
        opens, closes = _position(text, mark)
        level = next((i for i in range(len(stack) - 1, -1, -1) if stack[i].family == family), None)
        if level is not None and not opens:
            if family == _SINGLE and _is_possessive(text, mark) and later_single_closers[place]:
                continue
            _close(text, stack, level, mark, outermost)
        elif glyph in _ONLY_CLOSE or (closes and not _is_misplaced(text, marks, place)):
            continue
        elif len(stack) < _DEPTH:
            stack.append(_Open(mark.start(), mark.end(), family))
    while len(stack) > 1:
        top = stack.pop()
        stack[-1].inside.extend(top.inside)
    return stack[0] if stack else None


def _close(
    text: str, stack: list[_Open], level: int, mark: re.Match[str], outermost: list[Quoted]
) -> None:
    opener = stack[level]
    del stack[level:]
    inner = Span(opener.end, mark.start()).trimmed(text)
    if not len(inner):
        return
    quoted = Quoted(Span(opener.start, mark.end()), inner, is_closed=True)
    (stack[-1].inside if stack else outermost).append(quoted)


def _position(text: str, mark: re.Match[str]) -> tuple[bool, bool]:
    """Whether the mark stands where one opens, and where one closes; both false if unclear."""
    glyph = mark.group()
    if glyph in _ONLY_OPEN:
        return True, False
    before = text[mark.start() - 1] if mark.start() else " "
    after = text[mark.end()] if mark.end() < len(text) else " "
    space_before = before.isspace() or before in _OPENING_NEIGHBOUR or before in _MOSTLY_OPEN
    space_after = after.isspace()
    if space_before and not space_after:
        if glyph in _MOSTLY_CLOSE:  # the French put a space before it, the Swedes open with it
            opens = after.isalnum() and before.isspace()
            return opens, not opens
        return True, False
    if not space_before and (space_after or not after.isalnum()):
        return False, True
    if space_before and space_after:
        return glyph in _MOSTLY_OPEN, glyph in _MOSTLY_CLOSE
    return glyph in _MOSTLY_OPEN, glyph in _MOSTLY_CLOSE


def _is_misplaced(text: str, marks: list[re.Match[str]], place: int) -> bool:
    """Whether a mark where one closes must open: `she said," We will.", as the next one closes."""
    before = text[marks[place].start() - 1]
    return (
        before in ",:"
        and place + 1 < len(marks)
        and _FAMILIES[marks[place + 1].group()] == _FAMILIES[marks[place].group()]
        and _position(text, marks[place + 1]) == (False, True)
    )


def _is_possessive(text: str, mark: re.Match[str]) -> bool:
    """Whether a closing single mark may as well be the apostrophe of `workers'`."""
    return (
        text[mark.start() - 1] == "s"
        and text[mark.end() : mark.end() + 1] == " "
        and text[mark.end() + 1 : mark.end() + 2].isalnum()
    )


def _later_single_closers(text: str, marks: list[re.Match[str]]) -> list[bool]:
    """For each mark, whether a single mark closes after it before another one opens."""
    closers, seen = [False] * len(marks), False
    for place in range(len(marks) - 1, -1, -1):
        closers[place] = seen
        if _FAMILIES[marks[place].group()] == _SINGLE:
            seen = not _position(text, marks[place])[0]
    return closers


def _begins(text: str, paragraph: Span, mark: re.Match[str]) -> bool:
    return not text[paragraph.start : mark.start()].strip() and not _position(text, mark)[1]


def _goes_on(text: str, paragraph: Span, family: int) -> bool:
    """Whether an open quote runs into `paragraph`: it begins with a mark, or only closes one."""
    first = _MARK.search(text, paragraph.start, paragraph.end)
    while first and _FAMILIES[first.group()] != family:
        first = _MARK.search(text, first.end(), paragraph.end)
    if first is None:
        return False
    return _begins(text, paragraph, first) or _position(text, first) == (False, True)


def _left_open(text: str, opener: _Open, end: int) -> list[Quoted]:
    """The quotes of a paragraph whose outermost mark is never closed."""
    inside = opener.inside
    if opener.family == _SINGLE:
        return inside
    if inside:
        # two marks open and one closes: the first quote lost its mark before the second began
        ends = [m.end() for m in _SENTENCE_END.finditer(text, opener.end, inside[0].span.start)]
        if not ends:
            return inside
        end = ends[-1]
    while end > opener.end and text[end - 1] in _TRAILING:
        end -= 1
    inner = Span(opener.end, end).trimmed(text)
    if not len(inner):
        return inside
    return [Quoted(Span(opener.start, inner.end), inner, is_closed=False), *inside]
