"""The gate counts as the coverage report does, and closes for one weak package."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scripts.coverage_gate import CORE_PACKAGES, Share, main, shares

if TYPE_CHECKING:
    from pathlib import Path


def module(name: str, covered: int, missed: int, branches: str = "") -> str:
    lines = [f'<line number="{number}" hits="1"/>' for number in range(covered)]
    lines += [f'<line number="{1000 + number}" hits="0"/>' for number in range(missed)]
    if branches:
        lines.append(
            f'<line number="2000" hits="3" branch="true" condition-coverage="0% ({branches})"/>'
        )
    return f'<class filename="{name}"><methods/><lines>{"".join(lines)}</lines></class>'


def written(folder: Path, *modules: str) -> Path:
    path = folder / "coverage.xml"
    classes = "".join(modules)
    path.write_text(
        f'<?xml version="1.0" ?><coverage><packages><package name="p"><classes>{classes}</classes>'
        "</package></packages></coverage>"
    )
    return path


def core(covered: int = 100, missed: int = 0) -> list[str]:
    return [module(f"{name}/one.py", covered, missed) for name in CORE_PACKAGES]


def test_lines_and_branches_count_together(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        module("store/one.py", 6, 2, "1/2"),
        module("store/two.py", 1, 0),
        module("workbench/review/three.py", 1, 1),
        module("errors.py", 1, 0),
    )
    assert shares(path) == {"store": Share(9, 12), "review": Share(1, 2), "": Share(1, 1)}
    assert Share(9, 12).percent == 75
    assert Share().percent == 100


def test_all_that_is_well_tested_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, *core(95, 5), module("tui/app.py", 10, 3))
    assert main([str(path)]) == 0
    table = capsys.readouterr().out
    assert "too low" not in table
    for name in (*CORE_PACKAGES, "tui", "all"):
        assert name in table


@pytest.mark.parametrize("weak", CORE_PACKAGES)
def test_one_weak_core_package_closes_the_gate(
    tmp_path: Path, weak: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, *core(), module(f"{weak}/two.py", 0, 10))
    assert main([str(path)]) == 1
    [line] = [line for line in capsys.readouterr().out.splitlines() if "too low" in line]
    assert line.startswith(weak)


def test_weak_screens_close_the_gate_together(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, *core(), module("tui/app.py", 100, 100))
    assert main([str(path)]) == 1
    assert "all" in next(line for line in capsys.readouterr().out.splitlines() if "too low" in line)


def test_a_core_package_without_tests_closes_the_gate(tmp_path: Path) -> None:
    assert main([str(written(tmp_path, *core()[1:]))]) == 1
    assert main([str(written(tmp_path))]) == 1


def test_a_missing_report_says_how_to_make_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path / "none.xml")]) == 1
    assert "--cov-report=xml" in capsys.readouterr().err
