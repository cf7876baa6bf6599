from __future__ import annotations

import pytest

from workbench.model import ClaimKind, Document
from workbench.splitting import names
from workbench.splitting.splitter import context_of


def found(text: str) -> list[str]:
    claims = names.detect(context_of(Document(text, "A test")))
    assert all(claim.kind is ClaimKind.NAME and claim.rule.startswith("name.") for claim in claims)
    return [claim.span.of(text) for claim in claims]


def test_a_name_is_a_claim_once() -> None:
    text = "The mayor met Anna Lindqvist in Oslo. Lindqvist left Oslo on Friday."
    assert found(text) == ["Anna Lindqvist", "Oslo"]


def test_the_title_belongs_to_the_name() -> None:
    text = "On Monday, Finance Minister Anna Lindqvist spoke in Oslo."
    assert found(text) == ["Finance Minister Anna Lindqvist", "Oslo"]


def test_a_later_mention_with_a_new_office_is_a_claim() -> None:
    text = "We met Anna Lindqvist. A year later, Finance Minister Anna Lindqvist resigned."
    assert found(text) == ["Anna Lindqvist", "Finance Minister Anna Lindqvist"]


def test_a_possessor_before_a_title_is_inside_and_mentioned() -> None:
    text = "He greeted Norway's Prime Minister Anna Lindqvist. Norway cheered."
    assert found(text) == ["Norway's Prime Minister Anna Lindqvist"]


def test_a_description_set_off_after_a_person_belongs_to_the_name() -> None:
    text = "Anna Lindqvist, the head of the harbour board, said the pier was safe."
    assert found(text) == ["Anna Lindqvist, the head of the harbour board"]


def test_an_abbreviation_of_something_named_is_no_claim() -> None:
    text = "She joined the Northern Harbour Board (NHB) in May. The NHB has ten members."
    assert found(text) == ["Northern Harbour Board (NHB)"]


@pytest.mark.parametrize(
    "text",
    [
        "The French and Muslim voters met on Monday in May.",
        "The pro-European camp lost.",
        "There were many. These were not.",
    ],
)
def test_peoples_days_and_first_words_are_no_names(text: str) -> None:
    assert found(text) == []


def test_a_place_and_its_state_are_one_name() -> None:
    assert found("They live in Houston, Texas, with a dog.") == ["Houston, Texas"]
    assert found("They saw Oslo, Norway, Sweden and Finland.") == [
        "Oslo",
        "Norway",
        "Sweden",
        "Finland",
    ]


def test_what_an_editor_put_in_brackets_before_a_name_belongs_to_it() -> None:
    text = 'The court heard that "[the treasurer] Jane Doe" took the money.'
    assert found(text) == ["[the treasurer] Jane Doe"]
