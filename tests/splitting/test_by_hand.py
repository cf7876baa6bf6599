"""Words that an editor chose say what the splitter reads in them."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.model import (
    Approximation,
    ClaimKind,
    Document,
    Money,
    Period,
    Quantity,
    Span,
)
from workbench.splitting.by_hand import claim_over, sentence_around

TEXT = (
    "The harbour opened in 1931.\n\n"
    "On Monday the plant hired about 180 workers for $4 million, Ida Holm said. Nobody left.\n"
)
DOCUMENT = Document(TEXT, "The plant", published=date(2026, 3, 4))


def over(words: str, kind: ClaimKind, document: Document = DOCUMENT):  # type: ignore[no-untyped-def]
    start = document.text.index(words)
    return claim_over(document, Span(start, start + len(words)), kind, model=None)


def test_words_the_splitter_knows_get_its_value_and_statement() -> None:
    claim = over("about 180 workers", ClaimKind.QUANTITY)
    assert claim.value == Quantity((180,), "workers", Approximation.ABOUT)
    assert "180 workers" in claim.statement
    assert claim.rule == "by hand"
    assert 0 <= claim.priority <= 1


def test_wider_words_have_the_value_of_the_claim_in_them() -> None:
    assert over("hired about 180 workers", ClaimKind.QUANTITY).value == Quantity(
        (180,), "workers", Approximation.ABOUT
    )


def test_narrower_words_have_the_value_they_say_alone() -> None:
    assert over("$4 million", ClaimKind.MONEY).value == Money((4_000_000,), "USD")
    narrower = over("180 workers", ClaimKind.QUANTITY)
    assert narrower.value == Quantity((180,), "workers")


def test_a_day_is_seen_from_the_day_of_the_article() -> None:
    assert over("Monday", ClaimKind.TIME).value == Period("2026-03-02")


def test_words_of_another_kind_have_no_value_of_it() -> None:
    assert over("Nobody left", ClaimKind.QUANTITY).value is None
    assert over("about 180 workers", ClaimKind.RANK).value is None


def test_a_clause_that_is_cut_says_only_its_own_words() -> None:
    claim = over("the plant hired about 180 workers", ClaimKind.EVENT)
    assert (claim.value, claim.statement) == (None, "")


def test_words_past_many_sentences_are_read_in_their_own() -> None:
    long = Document("It rained. " * 900 + TEXT, "Rain", published=date(2026, 3, 4))
    assert over("Monday", ClaimKind.TIME, long).value == Period("2026-03-02")


def test_a_language_without_grammar_gives_words_and_numbers() -> None:
    swedish = Document("Fabriken anställde 180 personer i maj.", "", language="sv")
    claim = over("180 personer", ClaimKind.QUANTITY, swedish)
    assert claim.span == Span(19, 31)


@pytest.mark.parametrize(
    ("words", "sentence"), [("1931", "The harbour opened in 1931."), ("Nobody", "Nobody left.")]
)
def test_the_sentence_around_a_word(words: str, sentence: str) -> None:
    span = sentence_around(TEXT, TEXT.index(words))
    assert span is not None
    assert span.of(TEXT) == sentence


def test_between_sentences_is_none() -> None:
    assert sentence_around(TEXT, TEXT.index("\n\n")) is None
    assert sentence_around("", 0) is None


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("about 180 workers", ClaimKind.QUANTITY),
        ("hired about 180 workers", ClaimKind.QUANTITY),
        ("$4 million", ClaimKind.MONEY),
        ("The harbour opened in", ClaimKind.NAME),
        ("opened in 1931", ClaimKind.QUANTITY),
        ("the plant hired about 180", ClaimKind.EVENT),
    ],
)
def test_without_a_kind_the_words_say_what_they_are(words: str, kind: ClaimKind) -> None:
    start = TEXT.index(words)
    claim = claim_over(DOCUMENT, Span(start, start + len(words)), None, model=None)
    assert claim.kind is kind


def test_words_that_begin_with_a_quotation_mark_are_a_quote() -> None:
    document = Document("He called it “a slap” then.", "A word")
    assert claim_over(document, Span(13, 21), None, model=None).kind is ClaimKind.QUOTE
