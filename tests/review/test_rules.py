"""A verdict is kept only with what its rating asks for."""

from __future__ import annotations

import pytest

from workbench.errors import RuleError, UnknownError
from workbench.model import (
    DEFAULT_SCALE,
    Anchor,
    Decision,
    Evidence,
    EvidenceId,
    Need,
    Rating,
    SourceId,
    Span,
    Stance,
    Verdict,
)
from workbench.review.rules import check_decision, rating_named


def resting_on(stance: Stance) -> tuple[Evidence, ...]:
    return (Evidence(EvidenceId("e"), SourceId("s"), stance, Anchor(Span(0, 1), "x"), "0"),)


def decision(rating: str, **parts: str) -> Decision:
    verdict = Verdict(rating, parts.pop("reason", ""))
    return Decision(verdict, parts.pop("note", ""), parts.pop("correction", ""))


@pytest.mark.parametrize(
    "allowed",
    [
        Decision(),
        Decision(note="To be asked."),
        decision(Rating.CONFIRMED, reason="witnessed by the reporter"),
        Decision(Verdict(Rating.CONFIRMED), evidence=resting_on(Stance.SUPPORTS)),
        Decision(Verdict(Rating.CONFIRMED), evidence=resting_on(Stance.CONTEXT)),
        decision(Rating.CONFIRMED_WITH_CHANGE, correction="108 workers"),
        decision(Rating.WRONG, correction="108 workers"),
        decision(Rating.WRONG, note="Nobody was hired."),
        decision(Rating.MISLEADING),
        decision(Rating.UNSUPPORTED),
        decision(Rating.CONFLICTING),
        decision(Rating.NOT_CHECKABLE),
    ],
)
def test_a_whole_decision_is_kept(allowed: Decision) -> None:
    check_decision(allowed, DEFAULT_SCALE)


@pytest.mark.parametrize(
    ("refused", "need"),
    [
        (decision(Rating.CONFIRMED), Need.EVIDENCE_OR_REASON),
        (decision(Rating.CONFIRMED, reason=" \n"), Need.EVIDENCE_OR_REASON),
        (decision(Rating.CONFIRMED, note="It is so."), Need.EVIDENCE_OR_REASON),
        (
            Decision(Verdict(Rating.CONFIRMED), evidence=resting_on(Stance.REFUTES)),
            Need.EVIDENCE_OR_REASON,
        ),
        (decision(Rating.CONFIRMED_WITH_CHANGE, note="Nearly."), Need.CORRECTION),
        (decision(Rating.CONFIRMED_WITH_CHANGE, correction="  "), Need.CORRECTION),
        (decision(Rating.WRONG), Need.CORRECTION_OR_NOTE),
        (decision(Rating.WRONG, reason="I know."), Need.CORRECTION_OR_NOTE),
    ],
)
def test_half_a_decision_is_refused_and_says_what_is_missing(refused: Decision, need: Need) -> None:
    with pytest.raises(RuleError, match=f"asks for {need}") as failure:
        check_decision(refused, DEFAULT_SCALE)
    assert failure.value.hint


@pytest.mark.parametrize("entry", DEFAULT_SCALE.entries, ids=lambda entry: entry.name)
def test_each_rating_is_found_by_its_name(entry: object) -> None:
    name = entry.name  # type: ignore[attr-defined]  # parametrize hands over objects
    assert rating_named(name, DEFAULT_SCALE) is entry


@pytest.mark.parametrize("name", ["", "Confirmed", "true", "wrong "])
def test_an_unknown_rating_names_the_known_ones(name: str) -> None:
    with pytest.raises(UnknownError) as failure:
        rating_named(name, DEFAULT_SCALE)
    assert all(rating in failure.value.hint for rating in Rating)
