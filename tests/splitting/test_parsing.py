"""The grammar of sentences keeps their words in place, whatever the text."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.errors import SplittingError, WorkbenchError
from workbench.model import Span
from workbench.splitting import parsing

if TYPE_CHECKING:
    from pathlib import Path

SENTENCE = (
    "“We will not raise taxes,” said Maria Lopez, who leads the party’s budget committee in Oslo."
)


def _parses(text: str) -> list[parsing.Parse]:
    return list(parsing.parses(text, [Span(0, len(text))]))


def _check(parse: parsing.Parse, text: str) -> None:
    count = len(parse)
    columns = (parse.end, parse.text, parse.tag, parse.pos, parse.dep, parse.head)
    assert all(len(column) == count for column in columns)
    places = zip(parse.start, parse.end, strict=True)
    assert tuple(text[start:end] for start, end in places) == parse.text
    assert parse.dep.count("root") == 1
    assert parse.head[parse.root] == parse.root
    assert parse.subtree(parse.root) == tuple(range(count))
    assert all(parse.tag)
    assert all(parse.pos)
    assert all(parse.dep)


def test_a_sentence_is_a_tree_with_places() -> None:
    (parse,) = _parses(SENTENCE)
    _check(parse, SENTENCE)
    assert parse.span == Span(0, len(SENTENCE))
    said = parse.text.index("said")
    lopez = parse.head[parse.text.index("Lopez")]
    assert (parse.root, parse.tag[said], parse.pos[said]) == (said, "VBD", "VERB")
    assert (parse.text[lopez], parse.dep[lopez], parse.head[lopez]) == ("Maria", "nsubj", said)
    leads = parse.text.index("leads")
    assert (parse.dep[leads], parse.head[leads]) == ("acl:relcl", lopez)
    assert list(parse.ancestors(leads)) == [lopez, said]
    relative = ", who leads the party’s budget committee in Oslo"
    assert parse.subtree_span(leads).of(SENTENCE) == relative
    assert [parse.text[i] for i in parse.words_in(Span(0, 9))] == ["“", "We", "will"]


def test_places_are_those_of_the_whole_document() -> None:
    text = f"Nothing here.\n\n{SENTENCE}  Prices rose.\n"
    first = text.index(SENTENCE)
    sentences = [Span(first, first + len(SENTENCE)), Span(text.index("Prices"), len(text))]
    parses = list(parsing.parses(text, sentences))
    assert [parse.sentence for parse in parses] == [0, 1]
    for parse, sentence in zip(parses, sentences, strict=True):
        _check(parse, text)
        assert parse.span == sentence.trimmed(text)


def test_a_sentence_is_read_alike_wherever_it_stands() -> None:
    (alone,) = _parses(SENTENCE)
    text = f"{SENTENCE} It rained. {SENTENCE}"
    spans = [Span(0, len(SENTENCE)), Span(len(text) - len(SENTENCE), len(text))]
    for parse in parsing.parses(text, spans):
        assert (parse.tag, parse.pos, parse.dep, parse.head) == (
            alone.tag,
            alone.pos,
            alone.dep,
            alone.head,
        )


@pytest.mark.parametrize("text", ["", " ", "\n\t", "\u2028"])
def test_a_sentence_without_a_word_has_no_tree(text: str) -> None:
    assert _parses(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "42",
        "...",
        "(1) 2,000 — 3%",
        "“" * 10_000,
        "7" * 100_000,
        "a\x00b \x1b[31m\ud800 word",
        "𝒜 👩‍👩‍👧 e\u0301t\u00e9",
        "Это не по-английски. 这是中文。",
        "x",
    ],
)
def test_odd_text_has_trees_too(text: str) -> None:
    parses = _parses(text)
    assert "".join("".join(parse.text) for parse in parses) == "".join(text.split())
    for parse in parses:
        _check(parse, text)


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1))
def test_any_text_has_trees(text: str) -> None:
    for parse in _parses(text):
        _check(parse, text)


def test_an_over_long_sentence_is_read_in_stretches() -> None:
    text = ", ".join(f"the council of town {index} paid its bills" for index in range(400))
    parses = _parses(text)
    assert {parse.sentence for parse in parses} == {0}
    assert all(len(parse) <= parsing.LONGEST_PARSE for parse in parses)
    assert all(parse.text[-1] == "," for parse in parses[:-1])
    assert sum(map(len, parses)) == len(text.replace(",", " ,").split())
    assert all(before.span.end < after.span.start for before, after in zip(parses, parses[1:]))  # noqa: B905, RUF007


def test_the_same_text_is_read_alike_in_every_process() -> None:
    script = (
        "from workbench.model import Span\nfrom workbench.splitting import parsing\n"
        f"text = {SENTENCE!r}\nprint(*parsing.parses(text, [Span(0, len(text))]))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
            text=True,
            encoding="utf-8",
        ).stdout
        for seed in ("1", "2")
    }
    assert outputs == {f"{_parses(SENTENCE)[0]}\n"}


def test_threads_share_one_model() -> None:
    with ThreadPoolExecutor(4) as threads:
        assert len(set(threads.map(parsing.load, [None] * 8))) == 1
        expected = _parses(SENTENCE)
        assert all(found == expected for found in threads.map(_parses, [SENTENCE] * 20))


def test_nothing_heavy_is_loaded_before_it_is_needed() -> None:
    script = (
        "import sys, workbench.splitting.parsing, workbench.splitting.network\n"
        "print('spacy' in sys.modules)"
    )
    printed = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, text=True
    )
    assert printed.stdout.strip() == "False"


def test_an_unknown_model_is_named_with_a_hint() -> None:
    with pytest.raises(WorkbenchError, match="no_such_model cannot be loaded") as raised:
        parsing.load("no_such_model")
    assert "splitting.model" in raised.value.hint


def test_a_model_without_a_parser_is_refused(tmp_path: Path) -> None:
    import spacy

    spacy.blank("en").to_disk(tmp_path)
    with pytest.raises(SplittingError, match="no parser"):
        parsing.load(str(tmp_path))


@pytest.mark.parametrize("name", ["config.cfg", "parser/model", "tok2vec/model", "parser/moves"])
@pytest.mark.parametrize("content", [None, b"", b"\x00\xff not a model"])
def test_a_damaged_model_is_said_to_be_damaged(
    name: str, content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "pipeline"
    shutil.copytree(parsing.OWN_MODEL, folder)
    if content is None:
        (folder / name).unlink()
    else:
        (folder / name).write_bytes(content)
    monkeypatch.setattr(parsing, "OWN_MODEL", folder)
    monkeypatch.setattr(parsing, "_pipelines", {})
    with pytest.raises(SplittingError, match="missing or damaged"):
        parsing.load()


def test_another_pipeline_takes_the_place_of_our_own(tmp_path: Path) -> None:
    import spacy
    from spacy.tokens import Doc
    from spacy.training import Example

    other = spacy.blank("en")
    other.add_pipe("parser")
    reference = Doc(other.vocab, words=["Prices", "rose"], heads=[1, 1], deps=["nsubj", "ROOT"])
    other.initialize(lambda: [Example(other.make_doc("Prices rose"), reference)])
    other.to_disk(tmp_path)
    (parse,) = parsing.parses(SENTENCE, [Span(0, len(SENTENCE))], model=str(tmp_path))
    assert parse.text == _parses(SENTENCE)[0].text
    assert parse.dep.count("root") == 1
