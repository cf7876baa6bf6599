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
