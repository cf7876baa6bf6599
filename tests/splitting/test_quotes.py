from __future__ import annotations

import pytest

from tests.splitting.views import plain_context
from workbench.model import ClaimKind
from workbench.splitting.quotes import detect


def quotes(text: str, language: str = "en") -> list[str]:
    claims = detect(plain_context(text, language=language))
    assert all(
        claim.kind is ClaimKind.QUOTE and claim.rule.startswith("quote.") for claim in claims
    )
    return [claim.span.of(text) for claim in claims]


def test_a_quote_broken_by_its_speaker_is_two() -> None:
    text = '"We saw it," Ms Oduya said, "but we could not stop it."'
    assert quotes(text) == ['"We saw it,"', '"but we could not stop it."']


def test_three_quoted_words_in_a_report_are_a_quote() -> None:
    assert quotes('The mayor called it "a bad day" for the town.') == ['"a bad day"']


@pytest.mark.parametrize(
    "text",
    [
        'Their "parole" status was short.',
        'It has a "strong rationale" behind it.',
        'Her novel "The House by the River" sold well.',
        'A robot named "Better Than Nothing At All" won.',
        'The boat was dubbed "the old lady of the bay".',
        'The term "fair and equal share" has no meaning in law.',
    ],
)
def test_titles_nicknames_and_scare_quotes_are_none(text: str) -> None:
    assert quotes(text) == []


def test_one_word_is_a_quote_where_it_is_all_that_was_said() -> None:
    assert quotes('"Never," said the captain.') == ['"Never,"']
    assert quotes('He said: "Never!"') == ['"Never!"']
    assert quotes('She said the "old" plan was better.') == []


def test_a_quoted_title_that_somebody_says_is_a_quote() -> None:
    assert quotes('"Long Live The King," they shouted.') == ['"Long Live The King,"']


def test_a_signed_paragraph_is_a_quote_and_names_its_speaker() -> None:
    text = "We had no choice but to close the gate that night. Rosa Lind, lock keeper\n\nMore text."
    (claim,) = detect(plain_context(text))
    assert claim.span.of(text) == "We had no choice but to close the gate that night"
    assert (claim.rule, claim.speaker) == ("quote.signed", "Rosa Lind")


def test_words_of_a_pulled_quote_are_a_quote_again_in_the_text() -> None:
    words = "I was told to close the gate and to say nothing"
    text = f"{words}. — Rosa Lind\n\n{words}. Her sister left the town."
    assert quotes(text) == [words, words]


def test_a_paragraph_after_a_colon_is_a_quote_until_it_is_reported_again() -> None:
    text = (
        "In a statement the port denied this:\n\n"
        "The gate was never closed at night. Nobody gave such an order. "
        "They also claimed the lamp was lit."
    )
    assert quotes(text) == ["The gate was never closed at night. Nobody gave such an order"]


def test_a_list_after_a_colon_is_no_quote() -> None:
    assert quotes("The report said:\n\n- the gate was shut when the boats came in\n- so what") == []


def test_lines_with_an_angle_are_a_quote() -> None:
    assert quotes("She wrote:\n\n> We close the gate\n> every night at ten.\n\nSo be it.") == [
        "We close the gate\n> every night at ten."
    ]


def test_source_lists_hold_no_quotes() -> None:
    text = (
        'He left.\n\nSources\n\nJane Roe. "The gate was left open all night" — The Post, 2 May 2019'
    )
    assert quotes(text) == []


def test_quotes_need_no_lexicon() -> None:
    text = "„Wir haben das so nicht gesehen“, sagte der Wirt."
    assert quotes(text, language="de") == ["„Wir haben das so nicht gesehen“"]
