from __future__ import annotations

import pytest

from workbench.model import ClaimKind, Document
from workbench.splitting.splitter import split


def speakers(text: str, kind: ClaimKind = ClaimKind.QUOTE) -> list[str | None]:
    return [claim.speaker for claim in split(Document(text, "A test")) if claim.kind is kind]


@pytest.mark.parametrize(
    "text",
    [
        'Mayor Anna Lindqvist said, "The pier was safe all year."',
        '"The pier was safe all year," said Mayor Anna Lindqvist.',
        '"The pier was safe all year," Mayor Anna Lindqvist told reporters.',
        'Mayor Anna Lindqvist said the pier was "safe all year" for boats.',
    ],
)
def test_the_report_beside_a_quote_names_its_speaker(text: str) -> None:
    assert speakers(text) == ["Mayor Anna Lindqvist"]


def test_a_quote_goes_on_with_its_speaker() -> None:
    text = '"The pier was safe," said Mayor Anna Lindqvist. "We looked at it in May."'
    assert speakers(text) == ["Mayor Anna Lindqvist"] * 2
    text = '"The pier was safe," said Anna Lindqvist.\n\n"We looked at it in May."'
    assert speakers(text) == ["Anna Lindqvist"] * 2


def test_a_pronoun_is_the_nearest_earlier_name_that_fits() -> None:
    text = (
        "Mayor Anna Lindqvist met John Baker on the pier on Monday. "
        'She said, "The pier was safe all year."'
    )
    assert speakers(text) == ["Mayor Anna Lindqvist"]
    assert speakers(text, ClaimKind.ATTRIBUTION) == ["Mayor Anna Lindqvist"]


def test_what_is_set_off_after_the_name_is_no_part_of_the_speaker() -> None:
    text = "Anna Lindqvist, the mayor of the town, said the pier was safe."
    assert speakers(text, ClaimKind.ATTRIBUTION) == ["Anna Lindqvist"]


def test_quoted_words_that_nobody_is_said_to_have_said_have_no_speaker() -> None:
    assert speakers('The form "must be filled in by hand" this year.') == [None]
