"""Tables fit the terminal, whatever is in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from workbench.cli.printing import Column, cell_width, cut_to, print_table, quoted

if TYPE_CHECKING:
    import pytest


@given(st.text(), st.integers(1, 40))
def test_words_are_cut_to_their_width(text: str, width: int) -> None:
    cut = cut_to(text, width)
    assert cell_width(cut) <= width
    assert cut == text or cut.endswith("…")


def test_wide_letters_take_two_columns() -> None:
    assert cell_width("東京") == 4
    assert cell_width("e\u0301") == 1


def test_only_the_column_that_gives_way_is_cut(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    columns = (Column("no", is_number=True), Column("words", gives_way=True), Column("kind"))
    print_table(columns, [(1, "x" * 80, "quantity"), (10, "short", "time")])
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) == 40
    assert lines[1].endswith("…  quantity")
    assert lines[2].startswith("10  short")


def test_a_column_has_its_largest_width(capsys: pytest.CaptureFixture[str]) -> None:
    print_table((Column("value", at_most=5),), [("1234567",)])
    assert capsys.readouterr().out.splitlines()[1] == "1234…"


def test_words_that_bring_their_own_quotation_marks_get_no_others() -> None:
    assert quoted("“We stay,”", 40) == "“We stay,”"
    assert quoted("We stay", 40) == "“We stay”"
