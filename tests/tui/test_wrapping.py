"""Lines break at spaces, fit their width, and lose no character but the white space they broke at."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from workbench.tui.wrapping import Lines, cell_width, wrapped


def words_of(text: str, lines: Lines) -> list[str]:
    return [text[start:end] for start, end in zip(lines.starts, lines.ends, strict=True)]


def test_lines_break_at_the_last_space_that_fits() -> None:
    text = "one two three four"
    assert words_of(text, wrapped(text, 9)) == ["one two", "three", "four"]


def test_an_empty_line_is_a_line() -> None:
    text = "one\n\ntwo"
    assert words_of(text, wrapped(text, 20)) == ["one", "", "two"]


def test_a_word_longer_than_a_line_is_cut() -> None:
    text = "x" * 10_000
    lines = words_of(text, wrapped(text, 80))
    assert "".join(lines) == text
    assert len(lines) == 125


@pytest.mark.parametrize(
    "text",
    ["東京の工場は百八十人を雇った" * 9, "e\u0301" * 200, "👩‍👩‍👧 family " * 30, "שלום עולם " * 40],
)
def test_wide_combining_and_right_to_left_words_fit(text: str) -> None:
    lines = words_of(text, wrapped(text, 40))
    assert all(cell_len(line) <= 40 for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(st.text(st.characters(exclude_categories=["Cs"])), st.integers(2, 60))
def test_every_character_is_in_a_line_or_was_a_break(text: str, width: int) -> None:
    lines = wrapped(text, width)
    left_over = list(text)
    for start, end in zip(lines.starts, lines.ends, strict=True):
        left_over[start:end] = [""] * (end - start)
    assert set("".join(left_over)) <= {" ", "\n"}
    assert list(lines.starts) == sorted(lines.starts)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.data())
def test_a_line_is_found_by_any_of_its_characters(text: str, data: st.DataObject) -> None:
    lines = wrapped(text, 7)
    offset = data.draw(st.integers(0, len(text) - 1))
    line = lines.at(offset)
    assert lines.starts[line] <= offset
    assert line + 1 == len(lines) or offset < lines.starts[line + 1]


def test_nothing_is_measured_narrower_than_it_is() -> None:
    for code in range(0x20, 0x2FFF):
        character = chr(code)
        if unicodedata.category(character) not in {"Cc", "Cs"}:
            assert cell_width(character) >= cell_len(character), hex(code)
