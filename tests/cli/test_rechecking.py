"""Each source is told in one line with what to do, and the exit code says whether somebody must."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import SOURCE
from workbench.model import Document
from workbench.review import Workbench

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


@pytest.fixture
def resting(checked: Run) -> Run:
    """The command, with `180 workers` confirmed on the source."""
    [number] = [
        json.loads(line)["claim"]
        for line in checked("claims", "1", "--format", "jsonl").stdout.splitlines()
        if json.loads(line)["text"] == "Some 180 workers"
    ]
    marked = checked("mark", "1", str(number), "confirmed", "--source", "1")
    assert marked.exit_code == 0, marked.stderr
    return checked


def test_an_unchanged_source_asks_for_nothing(resting: Run) -> None:
    done = resting("source", "recheck", "1")
    assert done.exit_code == 0
    assert done.stdout == "1/1 Report of the port authority: page unchanged.\n"
    assert "still stands" in done.stderr


def test_a_changed_source_whose_words_stand_asks_for_nothing(resting: Run, desk: Path) -> None:
    (desk / "source.txt").write_text(SOURCE.replace("nine", "ten"), encoding="utf-8")
    done = resting("source", "recheck")
    assert done.exit_code == 0
    assert "page changed, every accepted passage still there" in done.stdout
    assert "Version 2 is kept" in done.stdout
    assert "2026" not in done.stdout
    listed = json.loads(resting("source", "list", "1", "--format", "jsonl").stdout)
    assert (listed["version"], listed["outcome"]) == (2, "changed")


def test_changed_words_ask_for_the_editor_until_they_are_kept(resting: Run, desk: Path) -> None:
    (desk / "source.txt").write_text(SOURCE.replace("180", "108"), encoding="utf-8")
    done = resting("source", "recheck", "1")
    assert done.exit_code == 1
    [line] = done.stdout.splitlines()
    assert "passage changed or gone, for claim" in line
    assert "workbench source keep 1 CLAIM" in line
    assert "1 source wants looking at" in done.stderr
    told = json.loads(resting("source", "recheck", "1", "--format", "jsonl").stdout)
    assert told["outcome"] == "passage gone"
    assert [item["state"] for item in told["evidence"]] == ["near"]
    listed = resting("claims", "1", "--format", "jsonl")
    assert [json.loads(one)["stale"] for one in listed.stdout.splitlines()].count(True) == 1
    assert f"Evidence changed in its source for {told['claims'][0]}." in listed.stderr
    kept = resting("source", "keep", "1", str(told["claims"][0]))
    assert kept.exit_code == 0
    assert "108 workers" in kept.stderr
    assert resting("source", "recheck", "1").exit_code == 0
    again = resting("source", "keep", "1", str(told["claims"][0]))
    assert again.exit_code == 1


def test_a_dead_link_asks_for_the_editor(resting: Run, desk: Path) -> None:
    (desk / "source.txt").unlink()
    done = resting("source", "recheck", "1")
    assert done.exit_code == 1
    assert "link dead. There is no file source.txt. Version 1 of 20" in done.stdout
    assert "source" in resting("source", "list", "1").stdout


def test_what_came_without_a_place_is_passed_over(resting: Run, desk: Path) -> None:
    with Workbench.open(desk / "claims.db", editor="Ann") as bench:
        call = Document("Ida Holm said on the phone that all is well.", "A call")
        bench.link_document(bench.article("1").id, b"x", call)
    done = resting("source", "recheck", "1")
    assert done.exit_code == 0
    assert "A call, has no place to look at" in done.stderr
    assert len(done.stdout.splitlines()) == 1
