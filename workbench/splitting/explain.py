"""What the splitter saw in a text, for whoever wonders why: each sentence, its parse, its clauses and its claims."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from workbench.model import visible_line
from workbench.splitting import names
from workbench.splitting import quotes as quotations
from workbench.splitting.assertions import readings
from workbench.splitting.speakers import Speakers
from workbench.splitting.splitter import context_of, split

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.model import Claim, Document
    from workbench.splitting.assertions import Reading
    from workbench.splitting.parsing import Parse

_COLUMNS = (4, 18, 6, 7, 14, 5)
_SHOWN_WORDS = 60


def explanation(document: Document, *, model: str | None = None) -> Iterator[str]:
    """Lines that show how `document` was split, sentence by sentence.

    The tree is the one the rules worked on: cut at its joints, and with a misplaced verb put right.
    """
    text = document.text
    context = context_of(document, model=model)
    yield f"language: {context.lexicon.language}, sentences: {len(context.sentences)}"
    claims = split(document, model=model)
    speakers = Speakers(context, names.survey(context).mentions)
    read = list(readings(context, quotations.detect(context), speakers))
    starts = [reading.span.start for reading in read]
    claim_starts = [claim.span.start for claim in claims]
    for number, sentence in enumerate(context.sentences, start=1):
        yield ""
        yield f"[{number}] {sentence.start}–{sentence.end}: {visible_line(sentence.of(text))}"
        first = bisect_right(starts, sentence.start - 1)
        last = bisect_right(starts, sentence.end - 1)
        for reading in read[first:last]:
            yield from _tree_lines(reading.tree.parse)
            yield from _clause_lines(reading)
        low = bisect_right(claim_starts, sentence.start - 1)
        high = bisect_right(claim_starts, sentence.end - 1)
        yield from _claim_lines(claims[low:high], text)


def _tree_lines(parse: Parse) -> Iterator[str]:
    for word in range(len(parse)):
        head = parse.head[word]
        cells = (
            str(word),
            visible_line(parse.text[word]),
            parse.tag[word],
            parse.pos[word],
            parse.dep[word],
            "·" if head == word else str(head),
        )
        yield (
            "  "
            + " ".join(
                cell.ljust(width) for cell, width in zip(cells, _COLUMNS, strict=True)
            ).rstrip()
        )


def _clause_lines(reading: Reading) -> Iterator[str]:
    parse = reading.tree.parse
    for clause in reading.clauses:
        words = " ".join(parse.text[word] for word in sorted(clause.words))
        rule = clause.rule or "no clause of its own"
        yield f"  clause at {clause.head} ({rule}): {visible_line(words)}"


def _claim_lines(claims: Sequence[Claim], text: str) -> Iterator[str]:
    for claim in claims:
        words = visible_line(claim.span.of(text))
        shown = words if len(words) <= _SHOWN_WORDS else f"{words[: _SHOWN_WORDS - 1]}…"
        extras = [f"value {claim.value.to_json()}"] if claim.value is not None else []
        extras += [f"speaker {visible_line(claim.speaker)}"] if claim.speaker else []
        yield f"  → {claim.kind} by {claim.rule}: {shown}" + "".join(f"; {x}" for x in extras)
