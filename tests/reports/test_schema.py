"""The JSON report keeps to the schema that is published for it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.reports.samples import SAMPLE, claim, hostile
from workbench.model import (
    Approximation,
    ClaimKind,
    Level,
    Money,
    Ordinal,
    Period,
    Quantity,
    Stance,
    Value,
)
from workbench.reports import written_report
from workbench.reports.json_document import FORM, MINOR_VERSION, VERSION

SCHEMA: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "docs" / "report.schema.json").read_text(encoding="utf-8")
)


def check(written: bytes) -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(written))


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_the_schema_is_of_the_version_that_is_written() -> None:
    assert SCHEMA["properties"]["version"]["const"] == VERSION
    assert SCHEMA["properties"]["format"]["const"] == FORM
    assert SCHEMA["title"].endswith(f"version {VERSION}.{MINOR_VERSION}")


@pytest.mark.parametrize(
    "report",
    [SAMPLE, hostile("\x1b<b>\ud800"), replace(SAMPLE, claims=(), sources=(), chain_head="")],
    ids=["sample", "hostile", "empty"],
)
def test_reports_keep_to_the_schema(report: Any) -> None:
    check(written_report(report, "json"))


@pytest.mark.parametrize(
    "value",
    [
        Quantity((1, 2.5), "goals", Approximation.AT_LEAST),
        Money((5.5,), "EUR", Approximation.ABOUT),
        Period("1910/1945"),
        Ordinal(-1),
    ],
)
def test_every_value_keeps_to_the_schema(value: Value) -> None:
    valued = claim(1, "Tuesday", ClaimKind.TIME, value=value)
    check(written_report(replace(SAMPLE, claims=(valued,)), "json"))


def test_closed_sets_are_the_same_in_the_schema() -> None:
    claims = SCHEMA["$defs"]["claim"]["properties"]
    value = claims["value"]["anyOf"][2]["properties"]
    assert claims["level"]["enum"] == [str(level) for level in Level]
    assert value["approx"]["enum"] == [str(hedge) for hedge in Approximation]
    stances = claims["evidence"]["items"]["properties"]["stance"]["enum"]
    assert stances == [str(stance) for stance in Stance]


def test_every_field_that_is_written_is_described() -> None:
    fields = json.loads(written_report(SAMPLE, "json"))
    assert list(fields) == SCHEMA["required"]
    assert list(fields["claims"][0]) == SCHEMA["$defs"]["claim"]["required"]
