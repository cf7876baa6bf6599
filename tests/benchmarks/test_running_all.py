"""`python -m benchmarks` runs every benchmark there is."""

from __future__ import annotations

from importlib import import_module

import pytest

from benchmarks.__main__ import benchmark_names, main


def test_benchmarks_are_found_by_themselves() -> None:
    names = benchmark_names()
    assert {"claims", "parser", "writers", "kills"} <= set(names)
    for name in names:
        assert callable(import_module(f"benchmarks.{name}").main)


def test_an_unknown_benchmark_names_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["nonsense"])
    assert ended.value.code == 2
    assert "claims" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["claims", "parser"])
def test_a_benchmark_without_its_data_says_so_and_ends_well(
    name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", "/nowhere", name]) == 0
    told = capfd.readouterr().out
    assert name in told
    assert "/nowhere" in told
