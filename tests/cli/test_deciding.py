"""Verdicts are given and taken back by command, under the rules of the desk."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from workbench.cli.deciding import mark
from workbench.model import DEFAULT_SCALE

if TYPE_CHECKING:
    from tests.cli.conftest import Run


def listed(run: Run) -> list[dict[str, Any]]:
    return [
        json.loads(line) for line in run("claims", "1", "--format", "jsonl").stdout.splitlines()
    ]


def number_of(run: Run, words: str) -> str:
    """Of the shortest claim around these words."""
    fitting = [claim for claim in listed(run) if words in claim["text"]]
    return str(min(fitting, key=lambda claim: len(claim["text"]))["claim"])


def test_a_verdict_is_kept_with_its_note_correction_and_editor(checked: Run) -> None:
    ended = checked(
        "mark",
        "1",
        "1",
        "wrong",
        "--note",
        "See page 2.",
        "--correction",
        "Wednesday",
        "--as",
        "Bo",
    )
    assert ended.exit_code == 0
    assert "✗ Wrong" in ended.stderr
    claim = listed(checked)[0]
    assert (claim["verdict"], claim["note"], claim["correction"], claim["editor"]) == (
        "wrong", "See page 2.", "Wednesday", "Bo"
    )  # fmt: skip


def test_confirming_needs_evidence_or_a_reason(checked: Run) -> None:
    refused = checked("mark", "1", "1", "confirmed")
    assert refused.exit_code == 1
    assert "Give --source NUMBER or --reason TEXT." in refused.stderr
    assert listed(checked)[0]["verdict"] is None
    assert (
        checked("mark", "1", "1", "confirmed", "--reason", "Seen by the reporter.").exit_code == 0
    )


def test_a_verdict_rests_on_the_best_passage_of_a_source(checked: Run) -> None:
    claim = number_of(checked, "180 workers")
    ended = checked("mark", "1", claim, "confirmed", "--source", "1")
    assert ended.exit_code == 0, ended.stderr
    assert "180 workers cleared the quay by hand" in ended.stderr
    assert listed(checked)[int(claim) - 1]["evidence"] == 1


def test_the_stance_follows_the_verdict_unless_it_is_said(checked: Run) -> None:
    claim = number_of(checked, "180 workers")
    checked("mark", "1", claim, "wrong", "--note", "Others say 170.", "--source", "1")
    assert '"stance": "refutes"' in checked("report", "1", "--format", "json").stdout
    checked("mark", "1", claim, "wrong", "--source", "1", "--stance", "context")
    assert '"stance": "context"' in checked("report", "1", "--format", "json").stdout


def test_a_refused_verdict_leaves_no_evidence_behind(checked: Run) -> None:
    claim = number_of(checked, "180 workers")
    refused = checked("mark", "1", claim, "confirmed-with-change", "--source", "1")
    assert refused.exit_code == 1
    assert listed(checked)[int(claim) - 1]["version"] == 0


def test_an_unknown_source_claim_or_verdict_names_the_known_ones(checked: Run) -> None:
    for arguments, hint in (
        (["1", "1", "confirmed", "--source", "9"], "1 to 1"),
        (["1", "999", "confirmed"], "claims 1 to"),
        (["1", "1", "fine"], "confirmed-with-change"),
    ):
        refused = checked("mark", *arguments)
        assert refused.exit_code == 1
        assert hint in refused.stderr


def test_a_verdict_is_cleared_undone_and_done_again(checked: Run) -> None:
    checked("mark", "1", "1", "unsupported")
    assert checked("clear", "1", "1").exit_code == 0
    assert listed(checked)[0]["verdict"] is None
    assert "Unsupported" in checked("undo", "1").stderr
    assert listed(checked)[0]["verdict"] == "unsupported"
    assert "no verdict" in checked("redo", "1").stderr
    assert listed(checked)[0]["verdict"] is None


def test_only_ones_own_doings_are_undone(checked: Run) -> None:
    checked("mark", "1", "1", "unsupported", "--as", "Bo")
    assert checked("undo", "1", "--as", "Cy").exit_code == 1
    assert listed(checked)[0]["verdict"] == "unsupported"


def test_help_names_every_verdict() -> None:
    assert mark.help
    for entry in DEFAULT_SCALE.entries:
        assert entry.name in mark.help
