"""Which paragraphs without quotation marks are somebody's words all the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.model import Span
from workbench.splitting.cues import cues_of
from workbench.splitting.marks import paragraph_spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from workbench.splitting.context import Context
    from workbench.splitting.cues import Cues

_LEAST_WORDS = 6
"""A shorter paragraph is a line of a list, a caption or a heading."""

_MARKS = '"“”„«»'
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_NAME = r"[A-Z][\w.’'-]*(?:[ ](?:(?:de|la|van|von|bin|al|of|the)[ ])*[A-Z][\w.’'-]*){1,4}"
_TITLE = r"(?:, (?:[^.!?\n]|(?<=[A-Z])\.){2,80})?"
# the speaker stands behind the words: `… suppressive. Jane Doe, chief engineer`, `… . — Jane Doe`
_SIGNED = re.compile(rf"(?<=[.!?…])[ \n]+(?:[—–-]+[ ]*)?(?P<name>{_NAME}){_TITLE}$")
_DASHED = re.compile(rf"(?:\n|[ ])[—–]+[ ]*(?P<name>{_NAME}){_TITLE}$")
_PREFIXED_LINE = re.compile(r"(?:^[ \t]*>[^\n]*\n?)+", re.MULTILINE)
_LISTED = re.compile(r"[-*•–>]\s|\d+[.)]\s|[|#]")
_TRAILING = " \t\r\n.,;:—–-"


@dataclass(frozen=True, slots=True)
class Block:
    """A quote without quotation marks."""

    span: Span
    rule: str
    speaker: str | None = None


def block_quotes(context: Context, marked: Sequence[Span]) -> list[Block]:
    """The quotes of a document that have no marks, outside those in `marked`, in order."""
    text = context.text
    blocks = list(_prefixed(text))
    paragraphs = list(paragraph_spans(text))
    pulled: dict[str, Block] = {}
    before: Span | None = None
    for paragraph in paragraphs:
        block = _signed(context, paragraph) or _introduced(context, before, paragraph)
        if block and not any(block.span.overlaps(span) for span in _near(marked, block.span)):
            blocks.append(block)
            if block.rule == "quote.signed":
                pulled.setdefault(block.span.of(text)[:_PULL_KEY], block)
        before = paragraph
    if pulled:
        blocks.extend(_repeated(context, pulled, [*marked, *(block.span for block in blocks)]))
    return _apart(blocks)


_PULL_KEY = 24
"""Characters at its beginning by which a pulled quote is found again in the running text."""


def _prefixed(text: str) -> Iterator[Block]:
    """Lines that begin with `>`, as in Markdown and letters."""
    for lines in _PREFIXED_LINE.finditer(text):
        start = lines.start()
        while start < lines.end() and text[start] in "> \t":
            start += 1
        span = Span(start, max(start, lines.end())).trimmed(text)
        if len(_WORD.findall(span.of(text))) >= _LEAST_WORDS:
            yield Block(span, "quote.prefixed-lines")


def _signed(context: Context, paragraph: Span) -> Block | None:
    """A paragraph that ends with the name of the one who said it."""
    text = context.text
    words = paragraph.of(text)
    if words[0] in _MARKS or _LISTED.match(words):
        return None
    # the signature is short; a long paragraph is not searched from its start
    tail = max(0, len(words) - 160)
    signature = _SIGNED.search(words, tail) or _DASHED.search(words, tail)
    if signature is None or _is_abbreviation(words, signature.start()):
        return None
    span = _without_end(text, Span(paragraph.start, paragraph.start + signature.start()))
    if len(_WORD.findall(span.of(text))) < _LEAST_WORDS or re.search(r"\n", span.of(text)):
        return None
    return Block(span, "quote.signed", speaker=signature["name"])


def _is_abbreviation(words: str, stop: int) -> bool:
    """Whether the full stop before `stop` belongs to a short word with a capital: `Image. Dr. X`."""
    last = re.search(r"(\w+)\.$", words[max(0, stop - 12) : stop])
    return last is not None and last[1][0].isupper() and len(last[1]) <= 4


def _introduced(context: Context, before: Span | None, paragraph: Span) -> Block | None:
    """A paragraph after one that ends with a colon and says that somebody said it."""
    text = context.text
    if before is None or not before.of(text).rstrip().endswith(":"):
        return None
    words = paragraph.of(text)
    if words[0] in _MARKS or _LISTED.match(words) or len(_WORD.findall(words)) < _LEAST_WORDS:
        return None
    cues = cues_of(context.lexicon)
    sentence = context.sentence_at(before.end - 1) or before
    introducing = {word.lower() for word in _WORD.findall(sentence.of(text))}
    if not introducing & (cues.speech | cues.messages):
        return None
    end = paragraph.end
    for sentence in _sentences_in(context, paragraph):
        if sentence.start > paragraph.start and _reports(cues, sentence.of(text)):
            end = sentence.start
            break
    return Block(_without_end(text, Span(paragraph.start, end)), "quote.introduced")


def _sentences_in(context: Context, paragraph: Span) -> Iterator[Span]:
    number = context.sentence_number(paragraph.start)
    while number is not None and number < len(context.sentences):
        sentence = context.sentences[number]
        if sentence.start >= paragraph.end:
            return
        yield sentence
        number += 1


def _reports(cues: Cues, sentence: str) -> bool:
    """Whether a sentence begins with somebody who says something: `They also claimed …`."""
    words = [word.lower() for word in _WORD.findall(sentence)[:5]]
    if not words or words[0] in {"i", "we", "you"}:
        return False
    return any(word in cues.speech for word in words[1:4])


def _repeated(context: Context, pulled: dict[str, Block], taken: Iterable[Span]) -> Iterator[Block]:
    """Where the running text says the words of a pulled quote again without marks."""
    text, spans = context.text, sorted(taken, key=lambda span: span.start)
    for sentence in context.sentences:
        block = pulled.get(text[sentence.start : sentence.start + _PULL_KEY])
        if block is None:
            continue
        span = Span(sentence.start, min(len(text), sentence.start + len(block.span)))
        if span.of(text) == block.span.of(text) and not any(
            span.overlaps(other) for other in _near(spans, span)
        ):
            yield Block(span, "quote.pulled", speaker=block.speaker)


def _near(spans: Sequence[Span], span: Span) -> Iterator[Span]:
    """Of sorted spans, those that may overlap `span`."""
    low, high = 0, len(spans)
    while low < high:
        middle = (low + high) // 2
        if spans[middle].end <= span.start:
            low = middle + 1
        else:
            high = middle
    for place in range(low, len(spans)):
        if spans[place].start >= span.end:
            return
        yield spans[place]


def _without_end(text: str, span: Span) -> Span:
    end = span.end
    while end > span.start and text[end - 1] in _TRAILING:
        end -= 1
    return Span(span.start, end)


def _apart(blocks: list[Block]) -> list[Block]:
    """The blocks in order, without those that lie in an earlier one."""
    kept: list[Block] = []
    for block in sorted(blocks, key=lambda block: (block.span.start, -block.span.end)):
        if not kept or block.span.start >= kept[-1].span.end:
            kept.append(block)
    return kept
