from __future__ import annotations

import pytest

from workbench.model import ClaimKind, Document, Span
from workbench.splitting.names import survey
from workbench.splitting.speakers import Speakers
from workbench.splitting.splitter import context_of, split


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Harbour Board denied it on Monday. It said the pier was safe.",
            ["The Harbour Board"],
        ),
        (
            (
                "The council of Lund met on Monday, and Anna Lindqvist spoke. "
                "He said the pier, which John Baker built, was safe."
            ),
            [None],
        ),
        ("Critics said the pier was old. They added that it was ugly.", ["Critics", "Critics"]),
        ("We think the pier is old. I said so in May.", ["We", "I"]),
    ],
)
def test_other_pronouns(text: str, expected: list[str | None]) -> None:
    assert speakers(text, ClaimKind.ATTRIBUTION)[-len(expected) :] == expected


def test_a_quote_that_opens_a_paragraph_goes_on_with_the_last_speaker() -> None:
    text = (
        "Anna Lindqvist warned that the pier was old.\n\n"
        '"We looked at it in May. It will not last the winter."'
    )
    assert speakers(text) == ["Anna Lindqvist"]


def test_the_speaker_of_a_broken_quote_is_the_same_in_both_halves() -> None:
    text = '"The pier was safe," Anna Lindqvist said, "but we will close it."'
    assert speakers(text) == ["Anna Lindqvist"] * 2


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("John Baker, a lawyer, who said it was safe, left.", "who", "John Baker"),
        ("The Harbour Board, which said it was safe, met.", "which", "Harbour Board"),
        ("It was the older ferry company, which denied it.", "which", "the older ferry company"),
    ],
)
def test_a_relative_word_stands_for_what_is_before_it(text: str, word: str, expected: str) -> None:
    context = context_of(Document(text, "A test"))
    start = text.index(word)
    speaker = Speakers(context, survey(context).mentions).named(Span(start, start + len(word)))
    assert speaker == expected


def test_a_report_without_a_subject_in_the_tree_takes_the_name_before_its_verb() -> None:
    text = "Speaking for the port, Tom Molin, QC, said that the pier was safe."
    assert speakers(text, ClaimKind.ATTRIBUTION) == ["Tom Molin"]


def test_a_description_before_the_name_is_part_of_the_speaker() -> None:
    text = "The mayor of Lund, Anna Lindqvist, said the pier was safe."
    assert speakers(text, ClaimKind.ATTRIBUTION) == ["The mayor of Lund, Anna Lindqvist"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the sentence before begins with the one who is meant
        (
            "Coach Per Lindgren praised Abbie Stone and Jo Clegg. He said they had run well.",
            ["Coach Per Lindgren"],
        ),
        ("Acme Corp. sued Globex. It said the patent was valid.", ["Acme Corp."]),
        ("The Harbour Board sued Globex. It said the pier was safe.", ["The Harbour Board"]),
        # unless somebody else is told to be a man or a woman
        (
            "Prosecutor Mika Frost met Anna Weber. She said the court was cold.",
            ["Anna Weber"],
        ),
        ("Doctors examined the boy. They said he was fine.", ["Doctors"]),
        ("The flood forced 3,000 people out. They said they had no water.", ["3,000 people"]),
        (
            "Max Weber left. Weber's lawyer, Ivo Brand, said he was ill.",
            ["Weber's lawyer, Ivo Brand"],
        ),
        (
            "Hurricane Anna hit the coast. Mayor Rania Moss left. She said it was over.",
            ["Mayor Rania Moss"],
        ),
    ],
)
def test_who_spoke_is_who_the_sentence_before_is_about(text: str, expected: list[str]) -> None:
    assert speakers(text, ClaimKind.ATTRIBUTION) == expected


def test_a_sentence_after_a_finished_quote_does_not_say_who_spoke() -> None:
    text = (
        '"We see it early," said Dr. Miriam Osei. "My youngest patient was four." '
        "Doctors advise a test every year."
    )
    assert speakers(text) == ["Dr. Miriam Osei"] * 2


def test_a_people_speaks_with_the_noun_it_describes() -> None:
    text = "Somali officials said al-Shabaab fighters attacked the town before dawn."
    assert speakers(text, ClaimKind.ATTRIBUTION) == ["Somali officials"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a relation that begins the sentence before
        (
            "Lena Brandt paints. Brandt's daughter agrees with her. She said it was art.",
            ["Brandt's daughter"],
        ),
        # a quote of two sentences is no sentence before
        (
            'Lena Brandt paints. "It is her work. She can burn it," she told the court.',
            ["Lena Brandt"],
        ),
        ("The company, Baltic Lines, said the ferry was safe.", ["The company, Baltic Lines"]),
        ("Speaking for the parents, Tom Molomby said they were ill.", ["Tom Molomby"]),
        ("The rivers rose. They said nothing of it.", ["The rivers"]),
    ],
)
def test_a_speaker_is_named_by_what_stands_before(text: str, expected: list[str]) -> None:
    assert speakers(text, ClaimKind.ATTRIBUTION)[-1:] == expected
