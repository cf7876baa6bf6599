from __future__ import annotations

from datetime import date

import pytest

from workbench.readers.titles import first_date, published_on, stated_date, title_of


def test_a_title_is_the_first_words_there_are_in_one_line() -> None:
    assert title_of("", " A\n title ", name="f.txt") == "A title"
    assert title_of("", "", name="f.txt") == "f.txt"


def test_a_long_title_is_cut_between_words() -> None:
    title = title_of("word " * 60, name="f")
    assert len(title) <= 120
    assert title.endswith("word…")


@pytest.mark.parametrize(
    "text",
    [
        "Headline\n\nTuesday, January 13, 2026\n\nWords.",
        "Headline\n13 January 2026\nWords.",
        "Headline\nPublished: 2026-01-13\nWords.",
        "Updated on Jan. 13, 2026\nWords.",
        "NARA, Japan, Jan. 13, 2026 (Example Wire) — Words.",
        "Tokyo, 13th January 2026 - Words.",
    ],
)
def test_a_date_line_or_dateline_gives_the_day(text: str) -> None:
    assert published_on(text) == date(2026, 1, 13)


@pytest.mark.parametrize(
    "text",
    [
        "The law of January 13, 2026, is new.",
        "On January 13, 2026 they met.",
        "It ended on\nFebruary 30, 2026",
        "\n".join(["line"] * 9 + ["January 13, 2026"]),
        "",
    ],
)
def test_a_date_in_a_sentence_is_not_the_day_a_text_bears(text: str) -> None:
    assert published_on(text) is None


def test_machine_readable_dates_are_read_and_others_passed_over() -> None:
    assert stated_date("2026-01-13T09:00:00Z") == date(2026, 1, 13)
    assert first_date([None, "", "soon", "2026-13-40", "2026-01-13"]) == date(2026, 1, 13)
