from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workbench.splitting.network import (
    COMPONENTS,
    Shape,
    blank_pipeline,
    norm,
    pipeline_from,
    save,
    shape,
)

if TYPE_CHECKING:
    from pathlib import Path

SMALL = Shape(width=8, depth=1, rows=(50, 50, 50, 50), parser_width=8)


def test_an_untrained_pipeline_cuts_words_and_keeps_every_character() -> None:
    text = "The bridge (1932) can't be re-opened — yet."
    words = blank_pipeline(SMALL).make_doc(text)
    assert "".join(word.text for word in words) == text.replace(" ", "")
    assert words.text == text


def test_a_trained_pipeline_comes_back_from_its_folder_as_it_was(tmp_path: Path) -> None:
    from spacy.training import Example

    language = blank_pipeline(SMALL)
    words = language.make_doc("Rain fell")
    told = {
        "tags": ["NN", "VBD"],
        "pos": ["NOUN", "VERB"],
        "morphs": ["", ""],
        "heads": [1, 1],
        "deps": ["nsubj", "ROOT"],
    }
    example = Example.from_dict(words, told)
    language.initialize(lambda: [example])
    save(language, tmp_path)
    again = pipeline_from(tmp_path)
    assert tuple(again.pipe_names) == COMPONENTS
    before, after = language("Snow fell"), again("Snow fell")
    assert [word.tag_ for word in after] == [word.tag_ for word in before]
    assert [word.dep_ for word in after] == [word.dep_ for word in before]


@pytest.mark.parametrize(
    ("word", "seen", "cut"),
    [
        ("2019", "0000", "dddd"),
        ("Don’t", "don't", "Xxx’x"),
        ("…", "...", "…"),
        ("ﬁne", "fine", "xxx"),
        ("--", "-", "--"),
    ],
)
def test_the_network_sees_a_word_without_its_typography(word: str, seen: str, cut: str) -> None:
    assert norm(word) == seen
    assert shape(word) == cut
