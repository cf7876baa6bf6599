"""Earlier checked claims are recalled by command."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

LATER = (
    "Quay of Lund is busy again\n\nSome 180 workers had cleared the quay at Lund after the storm.\n"
)
STATEMENT = "Some 180 workers had cleared the quay."


def number_of(run: Run, article: str, words: str) -> str:
    rows = map(json.loads, run("claims", article, "--format", "jsonl").stdout.splitlines())
    return str(next(row["claim"] for row in rows if row["text"].startswith(words)))


@pytest.fixture
def remembering(checked: Run) -> Run:
    """A desk where the claim about the workers has a verdict."""
    marked = checked("mark", "1", number_of(checked, "1", "Some 180"), "misleading")
    assert marked.exit_code == 0
    return checked


def test_a_checked_claim_is_found_by_what_it_says(remembering: Run) -> None:
    found = remembering("memory", "search", STATEMENT)
    assert "misleading" in found.stdout
    assert "Harbour reopens" in found.stdout


def test_a_claim_of_another_article_is_recalled_and_never_applied(
    remembering: Run, desk: Path
) -> None:
    (desk / "later.txt").write_text(LATER, encoding="utf-8")
    remembering("add", "later.txt")
    claim = number_of(remembering, "2", "Some 180")
    [first, *_] = map(
        json.loads,
        remembering("memory", "claim", "2", claim, "--format", "jsonl").stdout.splitlines(),
    )
    assert first["verdict"] == "misleading"
    assert first["editor"] == "Ann"
    assert 0 < first["probability"] <= 1
    standing = remembering("claims", "2", "--format", "jsonl").stdout
    assert "misleading" not in standing


def test_a_claim_does_not_recall_itself(remembering: Run) -> None:
    claim = number_of(remembering, "1", "Some 180")
    alone = remembering("memory", "claim", "1", claim)
    assert alone.stdout == ""
    assert "Nothing like it" in alone.stderr


def test_what_is_taken_back_is_forgotten(remembering: Run) -> None:
    remembering("undo", "1")
    assert "Nothing like it" in remembering("memory", "search", STATEMENT).stderr


def test_an_earlier_check_is_taken_over_by_its_place_and_undone(
    remembering: Run, desk: Path
) -> None:
    (desk / "later.txt").write_text(LATER, encoding="utf-8")
    remembering("add", "later.txt")
    claim = number_of(remembering, "2", "Some 180")
    taken = remembering("memory", "take", "2", claim, "1")
    assert taken.exit_code == 0
    assert "Verdict: misleading." in taken.stderr
    assert "misleading" in remembering("claims", "2", "--format", "jsonl").stdout
    remembering("undo", "2")
    assert "misleading" not in remembering("claims", "2", "--format", "jsonl").stdout
    wrong = remembering("memory", "take", "2", claim, "99")
    assert wrong.exit_code == 1
    assert "number 99" in wrong.stderr


def test_a_check_past_its_date_is_shown_as_expired(remembering: Run) -> None:
    [found] = map(
        json.loads,
        remembering("memory", "search", STATEMENT, "--format", "jsonl").stdout.splitlines(),
    )
    told = remembering("memory", "expire", found["claim"], "2020-01-31")
    assert "Holds until 2020-01-31" in told.stderr
    assert "expired" in remembering("memory", "search", STATEMENT).stdout
    assert "for ever" in remembering("memory", "expire", found["claim"]).stderr


def test_a_verdict_is_given_until_a_date(checked: Run) -> None:
    claim = number_of(checked, "1", "Some 180")
    refused = checked("mark", "1", claim, "misleading", "--best-before", "soon")
    assert refused.exit_code == 1
    assert "is no date" in refused.stderr
    assert checked("mark", "1", claim, "misleading", "--best-before", "2020-01-31").exit_code == 0
    assert "expired" in checked("memory", "search", STATEMENT).stdout
