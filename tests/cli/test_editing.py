"""Claims are changed by command, and told in words and numbers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Run


def claims(run: Run) -> dict[str, dict[str, Any]]:
    listed = run("claims", "1", "--format", "jsonl").stdout.splitlines()
    return {fields["text"]: fields for fields in map(json.loads, listed)}


def number_of(run: Run, words: str) -> str:
    return str(claims(run)[words]["claim"])


def test_a_claim_is_added_where_its_words_stand(checked: Run) -> None:
    added = checked("claim", "add", "1", "the quay", "--kind", "name")
    assert added.exit_code == 0, added.stderr
    assert "name, “the quay”" in added.stderr
    fields = claims(checked)["the quay"]
    assert (fields["rule"], str(fields["claim"])) == ("by hand", added.stdout.strip())
    assert checked("undo", "1").exit_code == 0
    assert "the quay" not in claims(checked)


def test_words_that_stand_nowhere_or_elsewhere_are_refused(checked: Run) -> None:
    refused = checked("claim", "add", "1", "the harbor", "--kind", "name")
    assert refused.exit_code == 1
    assert "do not stand there" in refused.stderr
    refused = checked("claim", "add", "1", "the quay", "--kind", "name", "--place", "2")
    assert refused.exit_code == 1
    assert "1 place only" in refused.stderr


def test_a_claim_is_dropped_listed_and_brought_back(checked: Run) -> None:
    number = number_of(checked, "$4 million")
    dropped = checked("claim", "drop", "1", number, "--reason", "said twice")
    assert "dropped: said twice." in dropped.stderr
    assert dropped.stdout == ""
    assert "$4 million" not in claims(checked)
    listed = checked("claims", "1", "--dropped")
    assert "$4 million" in listed.stdout
    assert "said twice" in listed.stdout
    refused = checked("mark", "1", number, "misleading")
    assert refused.exit_code == 1
    assert "workbench claim restore" in refused.stderr
    assert "said twice" in checked("report", "1").stdout
    assert checked("claim", "restore", "1", number).stdout == f"{number}\n"
    assert checked("claims", "1", "--dropped").stdout.count("\n") <= 1


def test_a_claim_is_split_merged_widened_and_narrowed(checked: Run) -> None:
    whole = "Some 180 workers had cleared the quay"
    number = number_of(checked, whole)
    split = checked("claim", "split", "1", number, "the quay")
    assert split.exit_code == 0, split.stderr
    first, second = split.stdout.split()
    assert {"Some 180 workers had cleared", "the quay"} < set(claims(checked))
    merged = checked("claim", "merge", "1", second, first)
    assert merged.stdout == f"{first}\n"
    assert f"dropped: merged into claim {first}." in merged.stderr
    assert checked("claim", "narrow", "1", first, "180 workers had cleared").exit_code == 0
    assert checked("claim", "widen", "1", first, whole).exit_code == 0
    assert whole in claims(checked)
    refused = checked("claim", "widen", "1", first, "180 workers")
    assert refused.exit_code == 1
    assert "Wider words hold" in refused.stderr


def test_a_kind_is_changed_and_a_strange_one_refused(checked: Run) -> None:
    number = number_of(checked, "$4 million")
    assert checked("claim", "kind", "1", number, "rank").exit_code == 0
    assert claims(checked)["$4 million"]["kind"] == "rank"
    assert checked("claim", "kind", "1", number, "rumour").exit_code == 2


def test_a_sentence_has_nothing_to_check_and_then_something(checked: Run) -> None:
    before = set(claims(checked))
    said = checked("claim", "nothing", "1", "180 workers")
    assert "Nothing to check in “Some 180 workers had cleared the quay.”" in said.stderr
    assert "180 workers" not in claims(checked)
    assert "Nothing to check" in checked("report", "1").stdout
    said = checked("claim", "nothing", "1", "180 workers", "--back")
    assert "Something to check" in said.stderr
    assert set(claims(checked)) == before


def test_an_undone_addition_is_told_as_no_claim(checked: Run) -> None:
    checked("claim", "add", "1", "the quay", "--kind", "name")
    assert "no claim any more" in checked("undo", "1").stderr


@pytest.mark.parametrize("command", ["add", "drop", "split", "widen", "narrow", "kind"])
def test_a_command_without_its_words_says_what_is_missing(checked: Run, command: str) -> None:
    missing = checked("claim", command, "1")
    assert missing.exit_code == 2
    assert "Missing" in missing.stderr
