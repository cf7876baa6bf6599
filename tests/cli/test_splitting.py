"""A text is split to look at, without a database."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import ARTICLE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


def test_splitting_keeps_nothing(run: Run, desk: Path) -> None:
    before = set(desk.iterdir())
    assert run("split", "article.txt").exit_code == 0
    assert set(desk.iterdir()) == before


def test_claims_are_written_in_the_form_the_scorer_reads(run: Run) -> None:
    printed = run("split", "article.txt", "--format", "jsonl").stdout
    claims = [json.loads(line) for line in printed.splitlines()]
    assert claims
    for claim in claims:
        assert {"start", "end", "kind", "text", "value", "speaker", "rule", "level"} <= set(claim)
        assert ARTICLE[claim["start"] : claim["end"]] == claim["text"]


@pytest.mark.parametrize("columns", ["60", "100", "160"])
def test_the_table_fits_the_terminal(
    run: Run, columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert max(map(len, run("split", "article.txt").stdout.splitlines())) <= int(columns)


def test_a_split_is_explained_sentence_by_sentence(run: Run) -> None:
    explained = run("split", "--explain", "article.txt").stdout
    assert "[1] " in explained
    assert "Some 180 workers had cleared the quay." in explained
    assert "→ quantity by quantity." in explained


def test_an_explanation_is_not_for_programs(run: Run) -> None:
    assert run("split", "--explain", "--format", "jsonl", "article.txt").exit_code == 2


def test_several_texts_are_told_apart(run: Run) -> None:
    printed = run("split", "article.txt", "source.txt", "--format", "jsonl").stdout
    paths = {json.loads(line)["path"] for line in printed.splitlines()}
    assert paths == {"article.txt", "source.txt"}
    assert run("split", "-", stdin=b"It rained in Lund.").exit_code == 0
