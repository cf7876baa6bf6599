"""The short form of the hostile server: every trick that is quick to make and to refuse."""

from __future__ import annotations

import subprocess
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from benchmarks import fetch_hostile
from benchmarks.fetch_hostile import Outcome, outcomes, tricks
from benchmarks.hostile_pages import Trick
from tests.readers.loopback import ok

if TYPE_CHECKING:
    from pathlib import Path


def short_form() -> list[Trick]:
    """The drip-fed answers have tests of their own."""
    return [trick for trick in tricks() if not trick.is_late and not trick.is_heavy]


def tried(folder: Path, *chosen: Trick) -> list[Outcome]:
    try:
        return list(outcomes(folder, chosen, seconds=5.0))
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("openssl makes no certificate here")


def test_every_trick_has_a_name_of_its_own() -> None:
    assert [
        name for name, times in Counter(one.name for one in tricks()).items() if times > 1
    ] == []


def test_quick_tricks_are_refused_in_one_sentence_and_nothing_is_kept(tmp_path: Path) -> None:
    ended = tried(tmp_path, *short_form())
    assert [(one.trick.name, one.wrong, one.said) for one in ended if one.wrong] == []
    assert len(ended) > 150


def test_a_silent_server_is_left_at_the_deadline(tmp_path: Path) -> None:
    (late,) = (trick for trick in tricks() if trick.name == "tls-never-begun")
    (ended,) = outcomes(tmp_path, [late], seconds=0.4)
    assert (ended.wrong, 0.4 <= ended.seconds < 0.9) == ("", True)


def test_what_is_taken_or_refused_for_another_reason_is_seen(tmp_path: Path) -> None:
    good = Trick("good", "refused", ok(b"<p>The harbour has two quays and a crane.</p>"))
    bad = Trick("bad", "of another sort", ok(b"\x7fELF"))
    assert [one.wrong for one in tried(tmp_path, bad, good)] == ["another reason", "taken"]


def test_the_table_tells_how_many_were_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert fetch_hostile.main(["address file", "status-404"]) == 0
    told = capsys.readouterr().out
    assert "answered 404 (Not Found)" in told
    assert "1 of 1 refused within 3.5 s" in told
