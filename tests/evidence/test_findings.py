from __future__ import annotations

from workbench.evidence.findings import Comparison, SourceNumbers
from workbench.model import Agreement


def in_source(text: str, *passages: str, whole: bool = True) -> dict[str, str]:
    comparison = Comparison(text, SourceNumbers(passages, is_whole=whole))
    return {finding.wanted: str(finding.agreement) for finding in comparison.of_source()}


FILLER = tuple(
    f"The port has a long history of trade with towns along the coast, part {n}." for n in range(14)
)


def test_the_same_thing_with_another_value_is_a_mismatch() -> None:
    assert in_source("The mine killed 180 workers.", "In the mine 108 workers died.", *FILLER) == {
        "180 workers": "mismatch"
    }


def test_another_thing_with_another_value_is_not() -> None:
    claim = "The mine killed 180 workers."
    assert in_source(claim, "The council has 12 seats.", *FILLER) == {"180 workers": "not found"}


def test_a_year_is_a_mismatch_only_where_the_words_around_agree() -> None:
    claim = "The treaty was signed in 1965."
    assert in_source(claim, "The treaty was signed in 1956.", *FILLER) == {"1965": "mismatch"}
    assert in_source(claim, "A bridge over the river opened in 1956.", *FILLER) == {
        "1965": "not found"
    }


def test_a_value_that_fits_much_better_there_outdoes_the_same_value_elsewhere() -> None:
    passages = (
        "The bundle of all services costs $100 a month for new customers.",
        *FILLER,
        "Parking is $50.",
    )
    claim = "The bundle of all services costs $50 a month for new customers."
    assert in_source(claim, *passages) == {"$50": "mismatch"}


def test_a_source_of_a_few_sentences_is_about_the_claim() -> None:
    claim = "He moved to the north in 1954."
    assert in_source(claim, "In 1953, Bowman went to live in Bromley.") == {"1954": "mismatch"}
    assert in_source(claim, "In 1953, Bowman went to live in Bromley.", whole=False) == {
        "1954": "not found"
    }


def test_counts_of_another_magnitude_are_other_things() -> None:
    claim = "The census enumerated 3,929,214 in the population."
    assert in_source(claim, "The report on the census population has 853 pages.", *FILLER) == {
        "3,929,214": "not found"
    }


def test_a_misspelt_name_is_a_mismatch_and_a_title_may_be_missing() -> None:
    def names(passage: str) -> list[tuple[str, Agreement, str]]:
        comparison = Comparison("They met President Takeshi Moriyama.", SourceNumbers([passage]))
        return [(one.wanted, one.agreement, one.seen) for one in comparison.of_passage(0)]

    name = "President Takeshi Moriyama"
    assert names("A talk with Takeshi Moriyama.") == [(name, Agreement.EXACT, "Takeshi Moriyama")]
    assert names("A talk with Takeshi Moriyana.") == [(name, Agreement.MISMATCH, "Moriyana")]
    assert names("A talk with the minister.") == [(name, Agreement.NOT_FOUND, "")]


def test_a_long_stretch_between_two_parts_of_a_name_is_not_marked() -> None:
    passage = "Takeshi was late, and the long meeting began without him before Moriyama came."
    finding = Comparison("They met Takeshi Moriyama.", SourceNumbers([passage])).of_passage(0)[0]
    assert finding.seen == "Moriyama"


def test_what_is_seen_is_marked_in_the_passage() -> None:
    passage = "In the mine 108 workers died."
    comparison = Comparison("The mine killed 180 workers.", SourceNumbers([passage]))
    finding = comparison.of_passage(0)[0]
    assert finding.span is not None
    assert finding.span.of(passage) == finding.seen == "108"
