from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import pytest

from benchmarks import citations, memory, memory_scale, numbers, passages

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

CLAIM = "The flooded mine killed 180 workers in 1942."
SENTENCES = ["The council met.", "In 1942 the flooded mine killed 180 workers.", "It rained."]


def written(path: Path, *rows: Mapping[str, object]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    path.write_bytes(gzip.compress(lines.encode()) if path.suffix == ".gz" else lines.encode())
    return path


@pytest.mark.parametrize("benchmark", [passages, numbers, citations, memory, memory_scale])
def test_a_benchmark_without_its_data_says_so_and_ends_well(
    benchmark: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert benchmark.main(["--data", str(tmp_path)]) == 0  # type: ignore[attr-defined]  # one of these modules
    assert "skipped" in capsys.readouterr().out


def test_passages_are_ranked_and_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    row = {"id": "a", "claim": CLAIM, "sentences": SENTENCES, "supporting": [[1]]}
    written(tmp_path / "evidence" / "passages" / "x.jsonl.gz", row)
    target = tmp_path / "out" / "p.jsonl"
    assert passages.main(["--data", str(tmp_path), "--predictions", str(target)]) == 0
    assert "hit@1      1.0000" in capsys.readouterr().out
    assert json.loads(target.read_text()) == {"id": "a", "ranked": [1]}


def test_numbers_are_scored_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = " ".join(SENTENCES)
    file = written(
        tmp_path / "pairs.jsonl",
        {"id": "a", "claim": CLAIM, "source": source, "mismatch": False},
        {"id": "b", "claim": CLAIM.replace("180", "108"), "source": source, "mismatch": True},
    )
    target = tmp_path / "p.jsonl"
    assert numbers.main(["--data", str(file), "--predictions", str(target)]) == 0
    assert capsys.readouterr().out.splitlines()[1].split() == ["pairs", "2", "1.000", "1.000"]
    assert [json.loads(line)["mismatch"] for line in target.read_text().splitlines()] == [
        False,
        True,
    ]


def test_citations_are_told_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(
        tmp_path / "citations" / "v1.jsonl",
        {"id": "a", "claim": CLAIM, "source": " ".join(SENTENCES), "verdict": "Supported"},
        {
            "id": "b",
            "claim": CLAIM,
            "source": "It rained. Nobody came.",
            "verdict": "Not supported",
        },
    )
    assert citations.main(["--data", str(tmp_path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].endswith("1.000")
    assert lines[2].endswith("0.000")


def memory_files(folder: Path) -> tuple[Path, Path]:
    claims = [
        {"id": f"c{n}", "claim": f"Village {n} has {n} wells.", "title": ""} for n in range(30)
    ]
    claims.append({"id": "mine", "claim": CLAIM, "title": "The mine"})
    queries = [
        {"id": "q1", "text": "180 workers died in the flooded mine.", "relevant": ["mine"]},
        {"id": "q2", "text": "It rained on 17 wells in village 17.", "relevant": ["c17", "other"]},
    ]
    return (
        written(folder / "claims.jsonl.gz", *claims),
        written(folder / "dev.jsonl", *queries),
    )


def test_a_memory_is_measured_on_the_files_that_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    claims, queries = memory_files(tmp_path)
    target = tmp_path / "p.jsonl"
    arguments = ["--claims", str(claims), "--queries", str(queries), "--predictions", str(target)]
    assert memory.main(arguments) == 0
    assert "dev: 2 queries · MAP@5 0.7500" in capsys.readouterr().out
    assert json.loads(target.read_text().splitlines()[0])["ranked"][0] == "mine"


def test_gains_count_for_less_the_lower_they_stand() -> None:
    assert memory.discounted_gain(["a", "b"], {"a"}) == 1.0
    assert memory.discounted_gain(["b", "a"], {"a"}) == pytest.approx(0.6309, abs=1e-4)
    assert memory.discounted_gain(["a"], {"a", "b"}) == pytest.approx(0.6131, abs=1e-4)


def test_a_memory_is_timed_at_size(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    memory_files(tmp_path / "evidence/memory")
    assert memory_scale.main(["--data", str(tmp_path), "--sizes", "300"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].split()[:2] == ["workbench", "300"]
    assert "insert p50" in lines[2]
