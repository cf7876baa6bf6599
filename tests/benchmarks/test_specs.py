from __future__ import annotations

import json
from typing import TYPE_CHECKING

from benchmarks import specs

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

CASES: dict[str, list[dict[str, object]]] = {
    "NumberModel": [
        {
            "Input": "ten boats",
            "Results": [
                {"Text": "ten", "Start": 0, "End": 2, "Resolution": {"value": "10"}},
            ],
        },
        {
            "Input": "no boats",
            "Results": [{"Text": "boats", "Start": 3, "End": 7, "Resolution": {"value": "1"}}],
        },
    ],
    "NumberRangeModel": [
        {
            "Input": "more than 10",
            "Results": [
                {"Text": "more than 10", "Start": 0, "End": 11, "Resolution": {"value": "(10,)"}}
            ],
        }
    ],
    "DateTimeModel": [
        {
            "Input": "from May 3 to May 5, 2019, two weeks ago or every Monday",
            "Context": {"ReferenceDateTime": "2019-05-17T00:00:00"},
            "Results": [
                {
                    "Text": "from May 3 to May 5, 2019",
                    "Start": 0,
                    "End": 24,
                    "Resolution": {
                        "values": [
                            {
                                "timex": "(2019-05-03,2019-05-05,P2D)",
                                "type": "daterange",
                                "start": "2019-05-03",
                                "end": "2019-05-05",
                            }
                        ]
                    },
                },
                {
                    "Text": "two weeks ago",
                    "Start": 27,
                    "End": 39,
                    "Resolution": {
                        "values": [{"timex": "2019-05-03", "type": "date", "value": "2019-05-03"}]
                    },
                },
                {
                    "Text": "every Monday",
                    "Start": 44,
                    "End": 55,
                    "Resolution": {
                        "values": [{"timex": "XXXX-WXX-1", "type": "set", "value": "not resolved"}]
                    },
                },
            ],
        }
    ],
}


def test_cases_are_scored_by_spans_and_by_values(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for model, cases in CASES.items():
        (tmp_path / f"{model}.json").write_text(json.dumps(cases), encoding="utf-8")
    predictions = tmp_path / "found"
    assert specs.main(["--data", str(tmp_path), "--predictions", str(predictions)]) == 0
    rows = {line.split()[0]: line.split()[1:] for line in capsys.readouterr().out.splitlines()}
    assert rows["NumberModel"] == ["2", "2", "0.500", "0.500", "1.000", "0.500", "0.500"]
    assert rows["NumberRangeModel"] == ["1", "1", *["1.000"] * 5]
    assert rows["DateTimeModel"] == ["1", "3", *["1.000"] * 5]
    lines = (predictions / "NumberModel.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(lines[0])["found"][0]["text"] == "ten"


def test_without_cases_the_benchmark_is_skipped(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert specs.main(["--data", str(tmp_path / "nowhere")]) == 0
    assert "skipped" in capsys.readouterr().out


def test_misses_are_shown_when_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cases = json.dumps(CASES["NumberModel"])
    (tmp_path / "NumberModel.json").write_text(cases, encoding="utf-8")
    specs.main(["--data", str(tmp_path), "--model", "NumberModel", "--misses", "--fold", "1"])
    assert "expected [boats] 1" in capsys.readouterr().out
