"""The cases of the benchmark are what their names say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.anchors import cases, main
from workbench.evidence import anchored
from workbench.model import AnchorState

if TYPE_CHECKING:
    import pytest


def test_each_case_is_found_as_what_it_is() -> None:
    found = {name: anchored(anchor, text).state for name, (anchor, text) in cases(20_000)}
    assert found == {
        "unchanged": AnchorState.EXACT,
        "moved": AnchorState.MOVED,
        "wrapped": AnchorState.MOVED,
        "one word other": AnchorState.NEAR,
        "gone": AnchorState.ORPHANED,
    }


def test_a_line_is_printed_for_each(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--length", "4000"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1 + len(cases(4000))
