"""The list of ordinary words is made from word lists and treebanks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scripts.list_words import listed_words, read_words, without_forms

if TYPE_CHECKING:
    from pathlib import Path

WORDS = [
    ("Rose", "PROPN"),
    ("sells", "VERB"),
    ("sells", "VERB"),
    ("a", "DET"),
    ("Rose", "PROPN"),
    ("rose", "NOUN"),
]


def test_a_word_list_gives_its_small_words(tmp_path: Path) -> None:
    file = tmp_path / "words"
    file.write_text("Oslo\nship\nships\ndon't\ncafé\n", encoding="utf-8")
    assert listed_words([file]) == {"ship", "ships"}


def test_a_treebank_gives_words_that_it_writes_small_more_than_once(tmp_path: Path) -> None:
    rows = (
        f"{number}\t{word}\t_\t{pos}\t_\t_\t0\troot\t_\t_"
        for number, (word, pos) in enumerate(WORDS, start=1)
    )
    file = tmp_path / "bank.conllu"
    file.write_text("\n".join(rows) + "\n\n", encoding="utf-8")
    assert read_words([file]) == {"sells"}


def test_regular_forms_and_short_words_are_left_out() -> None:
    assert without_forms({"ship", "ships", "shipped", "at", "oar"}) == ["oar", "ship"]
