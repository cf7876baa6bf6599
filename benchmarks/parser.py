"""Measures the language model on a treebank: `python -m benchmarks.parser --data FILE.conllu.gz`.

Words are found in the raw text of each sentence and count as right only where they begin and end
as in the treebank; figures are F1 over words, as in the CoNLL 2018 shared task.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from scripts.treebank import treebank_sentences
from workbench.model import Span
from workbench.splitting import parsing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scripts.treebank import TreebankSentence

    Row = tuple[str, str, str, Span | None]


@dataclass(frozen=True, slots=True)
class Figures:
    """F1 over words, 0 to 100."""

    words: float
    tags: float
    parts_of_speech: float
    uas: float
    las: float
    universal_las: float
    """LAS without subtypes, so that `obl:agent` is right for `obl`."""

    uas_without_punctuation: float
    las_without_punctuation: float


def parsed(
    sentences: Sequence[TreebankSentence], *, model: str | None
) -> tuple[list[list[parsing.Parse]], float]:
    """The parses of each sentence, and how many words a second that took."""
    lines = [sentence.text for sentence in sentences]
    text = "\n".join(lines)
    spans: list[Span] = []
    offset = 0
    for line in lines:
        spans.append(Span(offset, offset + len(line)))
        offset += len(line) + 1
    pipeline = parsing.load(model)
    # the first words pay for what the machine has to warm up
    list(pipeline.parses(text, spans[:50]))
    started = time.perf_counter()
    found = list(pipeline.parses(text, spans))
    seconds = time.perf_counter() - started
    parses: list[list[parsing.Parse]] = [[] for _ in sentences]
    for parse in found:
        parses[parse.sentence].append(parse)
    return parses, sum(map(len, found)) / seconds


def figures(
    sentences: Sequence[TreebankSentence], parses: Sequence[Sequence[parsing.Parse]]
) -> Figures:
    """How far `parses` agree with the trees of `sentences`."""
    expected_words = found_words = words = tags = parts = uas = las = universal = 0
    expected_plain = found_plain = uas_plain = las_plain = 0
    offset = 0
    for sentence, own in zip(sentences, parses, strict=True):
        expected = _expected_rows(sentence, offset)
        found = _found_rows(own)
        offset += len(sentence.text) + 1
        expected_words += len(expected)
        found_words += len(found)
        expected_plain += sum(row[2] != "punct" for row in expected.values())
        found_plain += sum(row[2] != "punct" for row in found.values())
        for span, (tag, part, dep, head) in expected.items():
            if span not in found:
                continue
            own_tag, own_part, own_dep, own_head = found[span]
            same_head = own_head == head
            same_dep = same_head and own_dep == dep
            words += 1
            tags += own_tag == tag
            parts += own_part == part
            uas += same_head
            las += same_dep
            universal += same_head and own_dep.partition(":")[0] == dep.partition(":")[0]
            uas_plain += same_head and dep != "punct"
            las_plain += same_dep and dep != "punct"
    both = (expected_words + found_words) / 200 or 1
    plain = (expected_plain + found_plain) / 200 or 1
    return Figures(
        words=words / both,
        tags=tags / both,
        parts_of_speech=parts / both,
        uas=uas / both,
        las=las / both,
        universal_las=universal / both,
        uas_without_punctuation=uas_plain / plain,
        las_without_punctuation=las_plain / plain,
    )


def _expected_rows(sentence: TreebankSentence, offset: int) -> dict[Span, Row]:
    spans = [Span(offset + start, offset + end) for start, end in sentence.spans()]
    return {
        span: (word.tag, word.pos, word.dep, spans[word.head] if word.dep != "root" else None)
        for span, word in zip(spans, sentence.words, strict=True)
    }


def _found_rows(parses: Sequence[parsing.Parse]) -> dict[Span, Row]:
    rows: dict[Span, Row] = {}
    for parse in parses:
        spans = [Span(start, end) for start, end in zip(parse.start, parse.end, strict=True)]
        for index, span in enumerate(spans):
            head = parse.head[index]
            rows[span] = (
                parse.tag[index],
                parse.pos[index],
                parse.dep[index],
                spans[head] if head != index else None,
            )
    return rows


def predictions(parses: Sequence[Sequence[parsing.Parse]]) -> str:
    """The parses as CoNLL-U, the place of each word in the last column."""
    blocks: list[str] = []
    for parse in (parse for own in parses for parse in own):
        rows = [
            "\t".join(
                (
                    str(index + 1),
                    parse.text[index],
                    "_",
                    parse.pos[index],
                    parse.tag[index],
                    "_",
                    str(0 if parse.head[index] == index else parse.head[index] + 1),
                    parse.dep[index],
                    "_",
                    f"Place={parse.start[index]}:{parse.end[index]}",
                )
            )
            for index in range(len(parse))
        ]
        blocks.append("\n".join([f"# sentence = {parse.sentence}", *rows, ""]))
    return "\n".join(blocks) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="a CoNLL-U file, gzipped or not")
    parser.add_argument("--model", help="an installed spaCy pipeline, instead of our own")
    parser.add_argument("--predictions", type=Path, help="where to write what was found")
    arguments = parser.parse_args()
    if not arguments.data.is_file():
        print(f"No treebank at {arguments.data}: nothing measured.")
        return
    sentences = list(treebank_sentences(arguments.data))
    parses, speed = parsed(sentences, model=arguments.model)
    measured = figures(sentences, parses)
    print(f"{arguments.data.name}: {len(sentences)} sentences, from raw text")
    print(f"words             {measured.words:6.2f}")
    print(f"tags (xpos)       {measured.tags:6.2f}")
    print(f"parts (upos)      {measured.parts_of_speech:6.2f}")
    print(f"UAS               {measured.uas:6.2f}  all words, punctuation counts")
    print(f"LAS               {measured.las:6.2f}  all words, subtypes count")
    print(f"LAS               {measured.universal_las:6.2f}  all words, without subtypes")
    print(
        f"UAS, LAS          {measured.uas_without_punctuation:6.2f}, {measured.las_without_punctuation:.2f}  without punctuation"
    )
    print(f"words/s           {speed:6.0f}")
    if arguments.predictions:
        arguments.predictions.write_text(predictions(parses), encoding="utf-8")


if __name__ == "__main__":
    main()
