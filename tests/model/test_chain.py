"""Decisions are written down in one way only, and come back as they were."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model import (
    Action,
    Anchor,
    ArticleId,
    Decision,
    EventId,
    Evidence,
    ReviewEvent,
    Span,
    Stance,
    Verdict,
    canonical_json,
    decision_from_json,
    decision_json,
    event_digest,
)

words = st.text(max_size=20)
spans = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda ends: Span(*sorted(ends)))
evidence = st.builds(
    Evidence,
    id=words,
    source_id=words,
    stance=st.sampled_from(Stance),
    anchor=st.builds(Anchor, spans, words, words, words),
    source_sha256=words,
    source_title=words,
    place=words,
)
decisions = st.builds(
    Decision,
    verdict=st.none() | st.builds(Verdict, words, words),
    note=words,
    correction=words,
    evidence=st.lists(evidence, max_size=3).map(tuple),
)


@given(decisions)
def test_a_decision_comes_back_with_the_words_around_its_evidence(decision: Decision) -> None:
    again = decision_from_json(decision_json(decision))
    assert again == decision
    # prefix and suffix are not compared by `==`
    assert [(e.anchor.prefix, e.anchor.suffix) for e in again.evidence] == [
        (e.anchor.prefix, e.anchor.suffix) for e in decision.evidence
    ]


@given(decisions)
def test_a_decision_is_written_in_one_way(decision: Decision) -> None:
    text = decision_json(decision)
    assert decision_json(decision_from_json(text)) == text
    assert canonical_json(json.loads(text)) == text


@given(decisions, decisions)
def test_other_decisions_are_written_in_other_ways(one: Decision, other: Decision) -> None:
    assert (one == other) or (decision_json(one) != decision_json(other))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[",
        "[]",
        "5",
        "null",
        "{}",
        '{"verdict":{},"note":"","correction":"","evidence":[]}',
        '{"verdict":null,"note":"","correction":"","evidence":[{"id":"e"}]}',
        '{"verdict":null,"note":"","correction":"","evidence":5}',
    ],
)
def test_what_is_no_decision_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"no decision|Expecting"):
        decision_from_json(text)


def test_a_digest_is_the_same_for_ever() -> None:
    """Chains kept years ago must still be sound: this figure never changes."""
    event = ReviewEvent(
        EventId("x1"),
        ArticleId("a1"),
        1,
        Action.MARK,
        "Ann",
        "2026-01-02T03:04:05.000Z",
        after=Decision(Verdict("wrong"), correction="108 “workers”"),
    )
    assert event_digest(event)[:16] == "aee6b2c6bc711364"
