from __future__ import annotations

import pytest

from tests.evidence.candidates import candidates
from workbench.evidence import rank, search_words
from workbench.model import Agreement, ChangeKind, Claim, ClaimKind, Span

TEXT = "180 workers were killed in a 1942 accident"
CLAIM = Claim(Span(0, len(TEXT)), ClaimKind.EVENT, "by hand")


def test_the_passage_that_shares_the_rare_words_comes_first() -> None:
    passages = candidates(
        "The ferry runs every day.",
        "The accident in 1942 killed 180 workers in the mine.",
        "Workers met the minister.",
    )
    matches = rank(CLAIM, TEXT, passages)
    assert [match.passage.id for match in matches] == ["p1-1", "p1-2"]
    best = matches[0]
    assert [span.of(best.passage.text) for span in best.words] == [
        "accident",
        "1942",
        "killed",
        "180",
        "workers",
    ]
    assert {finding.wanted: finding.agreement for finding in best.findings} == {
        "180 workers": Agreement.EXACT,
        "1942": Agreement.EXACT,
    }
    assert 0 < matches[1].score < best.score <= 100
    assert (best.source_number, best.source_title) == (1, "Source 1")


def test_a_number_that_differs_is_a_mismatch_with_the_words_seen() -> None:
    passages = candidates("The accident killed 108 workers in 1942.", "Nothing else is known.")
    finding = rank(CLAIM, TEXT, passages)[0].findings[0]
    assert (finding.agreement, finding.seen) == (Agreement.MISMATCH, "108")
    assert rank(CLAIM, TEXT, passages)[0].disagrees


def test_a_number_that_another_passage_of_the_source_has_is_elsewhere() -> None:
    passages = candidates("The accident killed many workers in 1942.", "180 died in all.")
    finding = rank(CLAIM, TEXT, passages)[0].findings[0]
    assert finding.agreement is Agreement.ELSEWHERE
    two = [*passages[:1], *candidates("180 died in all.", source=2)]
    assert rank(CLAIM, TEXT, two)[0].findings[0].agreement is Agreement.NOT_FOUND


def test_the_sentence_round_a_detail_finds_its_place() -> None:
    passages = candidates(
        "The strike began with 180 workers.", "180 workers were killed in the flooded mine."
    )
    detail = Claim(Span(0, 11), ClaimKind.QUANTITY, "by hand")
    sentence = "A flood of 1942 killed 180 workers in the mine."
    assert rank(detail, "180 workers", passages, context=sentence, start=23)[0].passage.id == "p1-1"


def test_a_quotation_shows_the_words_it_dropped() -> None:
    text = "“We will sign it today,”"
    quote = Claim(Span(0, len(text)), ClaimKind.QUOTE, "by hand")
    match = rank(quote, text, candidates("“We will not sign it today,” she said."))[0]
    dropped = [change for change in match.changes if change.kind is ChangeKind.DROPPED]
    assert [(change.said, change.is_grave) for change in dropped] == [("not", True)]
    assert match.findings[0].agreement is Agreement.MISMATCH
    assert match.findings[0].seen == "We will not sign it today"


def test_nothing_is_offered_where_nothing_is_shared() -> None:
    assert rank(CLAIM, TEXT, candidates("The ferry runs every day.")) == []
    assert rank(CLAIM, TEXT, []) == []


def test_no_more_are_offered_than_asked_for() -> None:
    passages = candidates(*(f"Accident number {n} with workers." for n in range(20)))
    assert len(rank(CLAIM, TEXT, passages, limit=3)) == 3


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("180 workers met Lee in Nara", ["180", "Nara", "Lee", "workers", "met"]),
        ("It was what it was", []),
        ("Workers told workers", ["Workers", "told"]),
    ],
)
def test_search_words_are_numbers_then_names_then_the_rest(text: str, words: list[str]) -> None:
    assert search_words(text) == words


def test_below_the_first_places_the_weightiest_word_outweighs_common_ones() -> None:
    passages = candidates(
        *(f"In 1942 an accident killed 180 workers in mine {n}." for n in range(3)),
        "An accident of workers.",
        "The flood came.",
        "Workers were in an accident; workers had one, says a report.",
        *("Workers had an accident then." for _ in range(9)),
    )
    text = "180 workers were killed in a 1942 accident, a flood"
    claim = Claim(Span(0, len(text)), ClaimKind.EVENT, "by hand")
    places = [match.passage.id for match in rank(claim, text, passages, limit=5)]
    assert {"p1-0", "p1-1", "p1-2"} == set(places[:3])
    assert "p1-4" in places[3:]
