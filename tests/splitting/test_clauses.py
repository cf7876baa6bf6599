from __future__ import annotations

from pathlib import Path

import pytest

from workbench.model import ClaimKind, Document
from workbench.splitting import split

SENTENCES = Path(__file__).parent.parent / "corpus" / "en" / "clauses.txt"


def asserted(text: str) -> list[str]:
    """The events and attributions of a text, as `E …` and `A …`."""
    return [
        f"{claim.kind.value[0].upper()} {claim.span.of(text)}"
        for claim in split(Document(text, title=""))
        if claim.kind in (ClaimKind.EVENT, ClaimKind.ATTRIBUTION)
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The river rose.", ["E The river rose"]),
        (
            "The bridge opened in 1961 and was widened in 1998.",
            ["E The bridge opened in 1961", "E was widened in 1998"],
        ),
        (
            "The club, which was founded in 1950, owns two fields.",
            [
                "E The club, which was founded in 1950, owns two fields",
                "E which was founded in 1950",
            ],
        ),
        (
            "The school that burned last year will be rebuilt.",
            ["E The school that burned last year will be rebuilt"],
        ),
        (
            "The town closed the road after inspectors found cracks.",
            ["E The town closed the road", "E inspectors found cracks"],
        ),
        (
            "The road was closed, leaving the village without a bus.",
            ["E The road was closed", "E leaving the village without a bus"],
        ),
        (
            "The plant shut in May, with the last workers leaving on Friday.",
            ["E The plant shut in May", "E the last workers leaving on Friday"],
        ),
        (
            "They met in Arle, a port of 900 people.",
            ["E They met in Arle", "E a port of 900 people"],
        ),
        (
            "Alba won the cup; Bern lost its first match.",
            ["E Alba won the cup", "E Bern lost its first match"],
        ),
        (
            "The match ended with Sweden winning the cup.",
            ["E The match ended with Sweden winning the cup", "E Sweden winning the cup"],
        ),
        ("Will the road be closed?", []),
        ("Perhaps the road will be closed.", []),
        ("Call the town hall for details.", []),
        ("Fire in the old mill", []),
        ("Police seek witnesses after fire", ["E Police seek witnesses after fire"]),
        ("However, the mayor stayed away.", ["E the mayor stayed away"]),
    ],
)
def test_each_clause_that_says_something_is_an_event(text: str, parts: list[str]) -> None:
    assert asserted(text) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "The ministry said exports had fallen and imports had risen.",
            ["A The ministry said exports had fallen and imports had risen"],
        ),
        (
            "Exports fell by a tenth, the ministry said.",
            ["A Exports fell by a tenth, the ministry said"],
        ),
        (
            "Exports, said the ministry, fell by a tenth.",
            ["A Exports, said the ministry, fell by a tenth"],
        ),
        (
            "According to the ministry, exports fell because the port was shut.",
            ["A According to the ministry, exports fell because the port was shut"],
        ),
        (
            "Exports fell, according to the ministry.",
            ["A Exports fell, according to the ministry"],
        ),
        ("The union denied the charge.", ["A The union denied the charge"]),
        ("The governor urged residents to leave.", ["A The governor urged residents to leave"]),
        ("The firm issued a statement.", ["A The firm issued a statement"]),
        ("The minister is expected to resign.", ["E The minister is expected to resign"]),
        (
            "“We will stay,” said Ann Lee, the mayor of Arle.",
            ["A said Ann Lee, the mayor of Arle"],
        ),
        ("“We will stay,” the mayor told reporters.", ["A the mayor told reporters"]),
        ("On Monday, the mayor said: “We will stay in the town hall.”", ["A the mayor said"]),
        (
            "The mayor promised to act “within a few short days”.",
            ["A The mayor promised to act “within a few short days”"],
        ),
    ],
)
def test_a_report_is_one_attribution(text: str, parts: list[str]) -> None:
    assert asserted(text) == parts


def test_a_shared_subject_is_the_speaker_of_both_reports() -> None:
    text = "Ann Lee called the plan a waste and demanded a vote."
    speakers = [claim.speaker for claim in split(Document(text, title="")) if claim.speaker]
    assert speakers == ["Ann Lee", "Ann Lee"]


def test_the_clauses_of_many_sentences_are_those_that_were_read_by_eye() -> None:
    blocks = SENTENCES.read_text(encoding="utf-8").strip().split("\n\n")[1:]
    differing: list[str] = []
    for block in blocks:
        sentence, *expected = block.splitlines()
        found = asserted(sentence.removeprefix("# "))
        if found != expected:
            differing.append("\n".join([sentence, *expected, "found:", *found]))
    assert len(blocks) > 150
    assert differing == []
