from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from benchmarks import checkworthiness, claims, decomposition, sentences, split_speed
from benchmarks.claim_scores import Record, Tally, matches, table

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

TEXT = "Ann Lee paid $5 on Monday."


def record(start: int, end: int, kind: str, **more: object) -> Record:
    return {"start": start, "end": end, "kind": kind, **more}


@pytest.mark.parametrize("module", [claims, sentences, decomposition, checkworthiness, split_speed])
def test_a_benchmark_without_its_data_says_so_and_ends_well(
    module: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert module.main(["--data", str(tmp_path)]) == 0
    assert "skipped" in capsys.readouterr().out


def test_claims_of_one_kind_match_by_half_of_their_words() -> None:
    gold = [record(0, 7, "name"), record(0, 25, "event")]
    found = [record(0, 3, "name"), record(13, 25, "event"), record(0, 7, "event")]
    paired = matches(TEXT, gold, found)
    assert [(pair[0]["kind"], pair[2]) for pair in paired] == [("name", 0.5), ("event", 0.5)]


def test_values_and_speakers_are_counted_where_the_gold_has_them() -> None:
    tally = Tally()
    gold = [
        record(13, 15, "money", value={"number": 5, "currency": "USD"}),
        record(0, 25, "attribution", speaker="Ann Lee"),
    ]
    found = [
        record(13, 15, "money", value={"number": 5.0, "currency": "USD"}),
        record(0, 25, "attribution", speaker="Lee"),
    ]
    tally.add(TEXT, gold, found)
    assert tally.scores() == (1.0, 1.0, 1.0)
    assert (tally.right_value["money"], tally.right_speaker, tally.exact) == (1, 1, 2)
    assert "micro" in table({"all": tally})


def test_every_third_article_is_put_aside() -> None:
    assert [place for place in range(6) if claims.is_put_aside(place)] == [2, 5]


def test_the_score_table_reads_a_folder_of_articles(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = tmp_path / "gold"
    gold.mkdir()
    (gold / "one.txt").write_text(TEXT, encoding="utf-8")
    line = json.dumps(record(13, 15, "money", value={"number": 5, "currency": "USD"}))
    (gold / "one.jsonl").write_text(line + "\n", encoding="utf-8")
    target = tmp_path / "found"
    assert claims.main(["--data", str(gold), "--predictions", str(target)]) == 0
    written = [json.loads(line) for line in (target / "one.jsonl").read_text().splitlines()]
    assert {"start": 13, "end": 15, "quote": "$5", "kind": "money"}.items() <= next(
        found for found in written if found["kind"] == "money"
    ).items()
    assert "the twelve" in capsys.readouterr().out


def test_a_fact_and_a_statement_match_by_their_content_words() -> None:
    facts = [decomposition.content_words("Ann Lee was born in Arle.", "Ann Lee")]
    statements = [
        decomposition.content_words("She was born in Arle.", "Ann Lee"),
        decomposition.content_words("She was born in 1950.", "Ann Lee"),
    ]
    assert decomposition.matched(facts, statements) == 1


def test_average_precision_is_one_where_all_that_matters_comes_first() -> None:
    assert checkworthiness.average_precision([True, True, False], [0.9, 0.8, 0.1]) == 1.0
    assert checkworthiness.average_precision([True, False], [0.1, 0.9]) == 0.5
