"""Where sentences begin and end: sentencex, split again at lines, list marks and inside quotations."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import sentencex

from workbench.model import Span
from workbench.splitting.datelines import dateline_ends
from workbench.splitting.marks import quoted_spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

LONGEST_PIECE = 20_000
"""Characters of a paragraph that are looked at together; longer ones are cut at white space."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_PARAGRAPH_END = re.compile(r"\n[ \t\r\f\v]*\n\s*|\u2029")
_LINE_END = re.compile(r"[ \t]*[\n\u2028][ \t]*")

_LIST_MARK = r"(?:[-*•⁃‣▪◦·–—]\s|[•⁃‣▪◦]|\(?\d{1,3}[.)]\s|\(?[a-zA-Z][.)]\s|\(?[ivx]{1,4}[.)]\s)"
_BEGINS_ITEM = re.compile(_LIST_MARK)
_MAIL_HEADER = re.compile(
    r"(?:From|To|Cc|Bcc|Subject|Date|Sent|Reply-To|Message-ID|Received|Return-Path|Content-[\w-]+"
    r"|MIME-Version|X-[\w-]+|Attachments?|Re|Fwd?):\s",
    re.IGNORECASE,
)
_FIELD = re.compile(r"[A-Z][\w-]*(?: [\w-]+){0,2}: \S")
_ENDS_SENTENCE = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_CELLS = re.compile(r"\t|\s\|\s|^\||\|$|\S {3,}\S")
_RULE = re.compile(r"[-=_*~#+|:\s]{3,}$")
_GOES_ON = re.compile(
    r"(?:,|-|–|—|\b(?:the|a|an|of|and|or|to|in|on|at|by|for|with|from|as|that|is|was|were|are|be"
    r"|his|her|its|their|but|than|not|will|would|has|have|had))$",
    re.IGNORECASE,
)
_SHORT_LINE = 60

_NUMBER_ITEM = re.compile(r"(?<!\S)(?:[•⁃‣▪◦]\s?)?\(?(\d{1,3}|[a-zA-Z])([.)]\)?)\s+(?=\S)")
_AFTER_ACRONYM = re.compile(
    r"(?<![\w.])(?!(?:INC|LTD|CORP|GEN|COL|SEN|REP|REV|GOV|PROF|CAPT|MRS|HON|LLC|PLC|VOL|SGT|ADM)\.)"
    r"[A-Z]{3,6}\. +(?=[A-Z][A-Za-z]|[“\"])"
)
_LONE_MARK = re.compile(r"[•⁃‣▪◦*-]?\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})[.)]\s*$")
_ELLIPSIS = re.compile(r"(?<=\w\.) (?=(\. \. \. )[A-Z])")
_TITLE = re.compile(
    r"(?<![\w.])(?:Mrs?|Mses|Messrs|Ms|Dr|Drs|Prof|Gen|Gov|Sen|Sens|Rep|Reps|Lt|Col|Capt|Cpt|Sgt|Rev"
    r"|Hon|Maj|Cpl|Adm|Cmdr|Supt|Insp|Det|Pres|Fr|St|Ste|Mt|Ft|Atty|Amb|Brig|Pvt|Pfc)\.\s$"
)
"""What stands before a name, though the words before it make it look like the end of a sentence."""

_CLOCK = re.compile(r"\d ?[ap]\.m\.\s$", re.IGNORECASE)
_DAY_OR_ZONE = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\b\.?"
    r"|(?:Jan|Febr)uary|Ma(?:rch|y)|April|Ju(?:ne|ly)|August|(?:Sept|Nov|Dec)ember|October"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\. \d|Eastern|Central|Pacific|Mountain"
    r"|GMT|UTC|BST|CES?T|E[SD]T|C[SD]T|M[SD]T|P[SD]T|AEST|AEDT|JST|IST)\b"
)
_ENDS_SPEECH = re.compile(r"[.!?…]\s+\S")


def sentence_spans(text: str, *, headings: Sequence[Span] = (), language: str = "en") -> list[Span]:
    """The sentences of `text`, trimmed and in order; only white space lies between them."""
    return list(_sentences(_plain(text), headings, language))


def _plain(text: str) -> str:
    # sentencex takes no lone surrogates; one character stands for one, so offsets hold
    return _SURROGATE.sub("\ufffd", text)


def _sentences(text: str, headings: Sequence[Span], language: str) -> Iterator[Span]:
    quotes = _places_inside(text, [quoted.span for quoted in quoted_spans(text)], language)
    edges = sorted({edge for span in headings for edge in (span.start, span.end)})
    cuts = sorted({*quotes, *edges, *dateline_ends(text)})
    place = 0
    for start, end in _stretches(text):
        boundaries = [start, *_boundaries(text, start, end, language), end]
        while place < len(cuts) and cuts[place] <= start:
            place += 1
        while place < len(cuts) and cuts[place] < end:
            boundaries.append(cuts[place])
            place += 1
        for low, high in pairwise(sorted(set(boundaries))):
            first, last = low, high
            while first < last and text[first].isspace():
                first += 1
            while last > first and text[last - 1].isspace():
                last -= 1
            if first < last:
                yield Span(first, last)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs, cut at the line ends that end a sentence and where they are too long."""
    for low, high in _paragraph_lines(text):
        first = low
        while high - first > LONGEST_PIECE:
            cut = text.rfind(" ", first + 1, first + LONGEST_PIECE) + 1
            stop = cut if cut > first else first + LONGEST_PIECE
            yield first, stop
            first = stop
        yield first, high


def _paragraph_lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _PARAGRAPH_END.finditer(text):
        yield from _lines(text, start, gap.start())
        start = gap.end()
    yield from _lines(text, start, len(text))


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if text.find("\n", start, end) < 0 and text.find("\u2028", start, end) < 0:
        yield start, end
        return
    lines: list[tuple[int, int]] = []
    low = start
    for found in _LINE_END.finditer(text, start, end):
        lines.append((low, found.start()))
        low = found.end()
    lines.append((low, end))
    are_items = len(lines) >= 3 and all(
        high - low < 40 and not _ENDS_SENTENCE.search(text[low:high]) for low, high in lines
    )
    begin = lines[0][0]
    for (low, high), (next_low, next_high) in pairwise(lines):
        if are_items or _ends_line(text[low:high], text[next_low:next_high]):
            yield begin, high
            begin = next_low
    yield begin, lines[-1][1]


def _ends_line(line: str, follower: str) -> bool:
    """Whether the end of `line` ends a sentence although nothing but a line end says so."""
    line, follower = line.strip(), follower.strip()
    if not line or not follower:
        return True
    if _BEGINS_ITEM.match(follower) and not _GOES_ON.search(line):
        return True
    if _MAIL_HEADER.match(line) or _MAIL_HEADER.match(follower):
        return True
    if _RULE.match(line) or _RULE.match(follower):
        return True
    if _CELLS.search(line) or _CELLS.search(follower):
        return True
    if _FIELD.match(line) and _FIELD.match(follower):
        return True
    if _ENDS_SENTENCE.search(line) or _GOES_ON.search(line) or not follower[0].isupper():
        return False
    return (
        len(line) < _SHORT_LINE and not follower.isupper()
    ) or line.isupper() != follower.isupper()


def _boundaries(text: str, start: int, end: int, language: str) -> Iterable[int]:
    piece = text[start:end]
    cuts = {found["end_index"] for found in sentencex.get_sentence_boundaries(language, piece)}
    cuts = {cut for cut in cuts if not _goes_on_after(piece, cut)}
    # sentencex takes NOS for numbers and MPH for an abbreviation that goes on
    cuts.update(found.end() for found in _AFTER_ACRONYM.finditer(piece))
    for low, high in _item_marks(piece):
        cuts -= set(range(low + 1, high + 1))
        cuts.add(low)
    if " . . . " in piece:
        for found in _ELLIPSIS.finditer(piece):
            cuts.discard(found.end(1))
            cuts.add(found.end())
    return [start + cut for cut in _without_lone_marks(piece, sorted(cuts)) if cut < len(piece)]


def _goes_on_after(piece: str, cut: int) -> bool:
    """Whether an abbreviation before `cut` belongs to the word after it: `Ms. Lee`, `5 p.m. Monday`."""
    before = piece[max(0, cut - 12) : cut]
    if not before.endswith(" "):
        before, cut = before + piece[cut : cut + 1], cut + 1
    if _TITLE.search(before):
        return piece[cut : cut + 1].isupper()
    return bool(_CLOCK.search(before) and _DAY_OR_ZONE.match(piece, cut))


def _without_lone_marks(piece: str, cuts: list[int]) -> list[int]:
    """Boundaries without those that part a list mark from its item."""
    kept: list[int] = []
    low = 0
    for cut in cuts:
        if cut - low < 12 and _LONE_MARK.match(piece[low:cut]):
            continue
        kept.append(cut)
        low = cut
    return kept


def _item_marks(piece: str) -> list[tuple[int, int]]:
    """The marks of a list that runs within a paragraph: `1. … 2. …`, `a) … b) …`."""
    marks: list[tuple[int, int]] = []
    if piece.count(". ") + piece.count(") ") < 2:
        return marks
    runs: dict[str, tuple[str, list[tuple[int, int]]]] = {}
    for found in _NUMBER_ITEM.finditer(piece):
        label, sign = found.group(1), found.group(2)
        kind = sign[0] + ("1" if label.isdigit() else "a" if label.islower() else "A")
        before, places = runs.get(kind, ("", []))
        if places and _follows(before, label):
            places.append(found.span())
            runs[kind] = (label, places)
        else:
            marks += places if len(places) > 1 else []
            runs[kind] = (label, [found.span()])
    for _, places in runs.values():
        marks += places if len(places) > 1 else []
    return marks


def _follows(label: str, other: str) -> bool:
    if label.isdigit():
        return int(other) == int(label) + 1
    return ord(other) == ord(label) + 1


def _places_inside(text: str, quotes: Sequence[Span], language: str) -> list[int]:
    """Sentence boundaries inside quotations of several sentences."""
    places: list[int] = []
    for quote in quotes:
        inside = text[quote.start + 1 : quote.end - 1]
        if not _ENDS_SPEECH.search(inside):
            continue
        places += [
            quote.start + 1 + found["end_index"]
            for found in sentencex.get_sentence_boundaries(language, inside)
            if found["end_index"] < len(inside.rstrip())
        ]
    return places
