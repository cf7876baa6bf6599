"""Where quotation marks open and close, by their shape and by what stands beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_QUOTE = 20_000
"""Characters a quotation may run over; a mark that opens more was never closed."""

_PARAGRAPH = re.compile(r"(?:[^\n]|\n(?![ \t\r\f\v]*\n))+")
_MARK = re.compile(
    r"[“”„«»\"‟]|''|``"
    r"|(?<![\w'’])['‘‚‹](?=[\w\"“(\[$£€…])"  # a single mark before a word
    r"|(?<=[\w.,!?…)\]\"”%-])['’›](?!\w)"  # a single mark after one
)
_CLOSED_BY = {
    "“": '”"“',
    "„": '“”"',
    "‟": '”"',
    "«": "»",
    "»": "«",
    '"': '"”',
    "``": "''\"",
    "''": "''",
}
_SINGLE_CLOSED_BY = {"'": "'’", "‘": "’'", "‚": "‘’'", "‹": "›"}
_OPENS_AFTER = " \t\n\xa0([{—–-/:;=>‘'“\u2009\u202f"
_ENDS_SPEECH = '.,!?…—–-"”)'


def quotation_spans(text: str) -> list[Span]:
    """The outermost quotations of `text`, both marks included, in order.

    A quotation that is not closed ends with its paragraph where the next one opens with a mark
    again, as speech over several paragraphs does; else its mark is not counted.
    """
    spans: list[Span] = []
    paragraphs = [found.span() for found in _PARAGRAPH.finditer(text)]
    for place, (start, end) in enumerate(paragraphs):
        follower = paragraphs[place + 1][0] if place + 1 < len(paragraphs) else None
        goes_on = follower is not None and text[follower : follower + 1] in ("“", '"', "‘")
        spans += _in_paragraph(text, start, end, goes_on=goes_on)
    return spans


def _in_paragraph(text: str, start: int, end: int, *, goes_on: bool) -> Iterator[Span]:
    opened: tuple[int, str] | None = None
    marks = list(_MARK.finditer(text, start, end))
    singles = [mark.start() for mark in marks if mark.group() in "'’›"]
    for mark in marks:
        sign, at = mark.group(), mark.start()
        if opened is not None and at - opened[0] > LONGEST_QUOTE:
            opened = None
        if opened is None:
            if _can_open(text, at, sign, singles):
                opened = (at, sign)
            continue
        opener = opened[1]
        if sign in _SINGLE_CLOSED_BY.get(opener, ()):
            if mark.start() > opened[0] and _closes_single(text, opened[0], at, singles):
                yield Span(opened[0], mark.end())
                opened = None
        elif sign in _CLOSED_BY.get(opener, ()):
            if (sign == opener == '"' and _only_opens(text, at, opened[0])) or (
                sign == "“" and opener == "“"
            ):
                opened = (at, sign)
            else:
                yield Span(opened[0], mark.end())
                opened = None
        elif (
            opener in _SINGLE_CLOSED_BY
            and sign in _CLOSED_BY
            and _can_open(text, at, sign, singles)
        ):
            # a double mark inside what a single one opened: an apostrophe opened it
            opened = (at, sign) if not _is_closed_later(singles, at) else opened
    if opened is not None and goes_on and opened[1] in '“"‘' and end - opened[0] <= LONGEST_QUOTE:
        yield Span(opened[0], Span(opened[0], end).trimmed(text).end)


def _can_open(text: str, at: int, sign: str, singles: list[int]) -> bool:
    if sign in ("“", "„", "«", "‟", "``"):
        return True
    if sign in ('"', "''"):
        before = text[at - 1] if at else " "
        after = text[at + len(sign)] if at + len(sign) < len(text) else " "
        return before in _OPENS_AFTER or (not after.isspace() and not before.isalnum())
    if sign in _SINGLE_CLOSED_BY:
        return (at == 0 or text[at - 1] in _OPENS_AFTER + '"') and _is_closed_later(singles, at)
    return False


def _only_opens(text: str, at: int, opened: int) -> bool:
    """Whether a straight mark inside a quotation can only be the next opening one."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return before in " \t\n([" and after.isalnum() and not text[opened + 1].isspace()


def _is_closed_later(singles: list[int], at: int) -> bool:
    return bool(singles) and singles[-1] > at


def _closes_single(text: str, opened: int, at: int, singles: list[int]) -> bool:
    """Whether the mark at `at` ends speech and is no apostrophe after a plural."""
    if text[at - 1] in _ENDS_SPEECH or text[at] == "›":
        return True
    following = text[at + 1 : at + 2]
    if text[at - 1] == "s" and following == " ":
        # a later mark after punctuation ends the speech better than this one
        later = [place for place in singles if at < place <= at + 400][:4]
        return not any(text[place - 1] in ".,!?" for place in later)
    return True
