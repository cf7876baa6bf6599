"""A standing is the fold of a claim's events."""

from __future__ import annotations

from workbench.model import (
    Action,
    ArticleId,
    ClaimId,
    Decision,
    EventId,
    ReviewEvent,
    Standing,
    Verdict,
    Workflow,
    folded,
)

CLAIM = ClaimId("c1")


def event(version: int, after: Decision | None, editor: str = "Ann") -> ReviewEvent:
    return ReviewEvent(
        EventId(f"x{version}"),
        ArticleId("a1"),
        version + 2,
        Action.MARK,
        editor,
        f"2026-01-0{version}T00:00:00.000Z",
        CLAIM,
        version,
        Decision(),
        after,
    )


def test_nobody_looked_is_open_and_not_a_verdict() -> None:
    standing = folded(CLAIM, [])
    assert standing == Standing(CLAIM)
    assert (standing.workflow, standing.rating, standing.version) == (Workflow.OPEN, None, 0)
    assert (standing.editor, standing.changed_at) == ("", "")


def test_the_last_decision_stands() -> None:
    wrong = Decision(Verdict("wrong"), note="Counted twice.")
    standing = folded(CLAIM, [event(1, Decision(Verdict("confirmed"))), event(2, wrong, "Bob")])
    assert standing == Standing(CLAIM, 2, wrong, "Bob", "2026-01-02T00:00:00.000Z")
    assert (standing.workflow, standing.rating) == (Workflow.ASSESSED, "wrong")


def test_an_event_that_decides_nothing_is_passed_over() -> None:
    assert folded(CLAIM, [event(1, Decision(note="x")), event(2, None)]).version == 1
