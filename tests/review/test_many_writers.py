"""The short forms of two benchmarks: many editors at once, and processes killed while they write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks import kills, writers

if TYPE_CHECKING:
    import pytest


def test_editors_at_once_lose_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert writers.main(["--processes", "6", "--seconds", "2", "--pace", "10"]) == 0
    assert "errors            0" in capsys.readouterr().out


def test_a_killed_process_loses_nothing_it_was_told_is_kept(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert kills.main(["--kills", "8"]) == 0
    assert "errors               0" in capsys.readouterr().out
