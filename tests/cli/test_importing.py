"""Fact checks made elsewhere come into the memory by command: all of a file, or nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.readers.loopback import ok, serving
from workbench.readers import google
from workbench.readers import network as wire

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.cli.conftest import Run
    from tests.readers.loopback import Loopback

CHECKS = (
    "claim,verdict,publisher,date\n"
    "Some 180 workers had cleared the quay.,Half true,The Courier,2025-06-01\n"
    "The harbour was closed for a year.,False,The Courier,2025-06-02\n"
)
REVIEW = {
    "@type": "ClaimReview",
    "claimReviewed": "The harbour was closed for a year.",
    "author": {"name": "The Herald"},
    "reviewRating": {"alternateName": "Wrong by far"},
}
PAGE = f'<html><script type="application/ld+json">{json.dumps(REVIEW)}</script></html>'
ASKED = f"{google.PATH}?query=harbour&pageSize=50&key=secret"
ANSWER = {
    "claims": [
        {
            "text": "The harbour was closed for a year.",
            "claimReview": [
                {
                    "publisher": {"name": "The Star"},
                    "textualRating": "Not so",
                    "url": "https://s.example/1",
                }
            ],
        }
    ]
}


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Loopback]:
    answers = {"/check": ok(PAGE.encode()), ASKED: ok(json.dumps(ANSWER).encode())}
    with serving(dict(answers)) as loopback:
        monkeypatch.setattr(wire, "INTERNET", loopback.network)
        monkeypatch.setattr(google, "SERVICE", "http://checks.example")
        yield loopback


@pytest.fixture
def checks(desk: Path) -> Path:
    path = desk / "checks.csv"
    path.write_text(CHECKS, encoding="utf-8")
    return path


def test_imported_checks_are_recalled_and_imported_once(run: Run, checks: Path) -> None:
    first = run("memory", "import", "checks.csv")
    assert first.exit_code == 0, first.stderr
    assert "2 new, 0 changed, 0 known" in first.stderr
    assert "0 new, 0 changed, 2 known" in run("memory", "import", "checks.csv").stderr
    found = run("memory", "search", "180 workers cleared the quay.").stdout
    assert "Half true" in found
    assert "The Courier" in found


def test_a_faulty_row_is_named_and_nothing_is_kept(run: Run, checks: Path) -> None:
    checks.write_text(f"{CHECKS}No verdict here.,,,\n", encoding="utf-8")
    refused = run("memory", "import", "checks.csv")
    assert refused.exit_code == 1
    assert "Line 4: there is no verdict." in refused.stderr
    assert "nothing was kept" in refused.stderr
    assert run("memory", "search", "180 workers cleared the quay.").stdout == ""
    kept = run("memory", "import", "checks.csv", "--skip-faulty")
    assert kept.exit_code == 0
    assert "2 new" in kept.stderr


def test_of_many_faults_the_first_are_told(run: Run, checks: Path) -> None:
    checks.write_text("claim,verdict\n" + "It rained.,\n" * 30, encoding="utf-8")
    told = run("memory", "import", "checks.csv").stderr
    assert "Line 21:" in told
    assert "Line 22:" not in told
    assert "… and 10 more." in told


def test_a_page_of_a_fact_check_is_imported_by_its_address(run: Run, server: Loopback) -> None:
    done = run("memory", "import", "http://herald.example/check")
    assert done.exit_code == 0, done.stderr
    found = run("memory", "search", "The harbour was closed for a year.", "--format", "jsonl")
    [check] = map(json.loads, found.stdout.splitlines())
    assert (check["verdict"], check["url"]) == ("Wrong by far", "http://herald.example/check")


def test_google_is_asked_only_with_a_key(
    run: Run, server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = run("memory", "google", "harbour")
    assert refused.exit_code == 1
    assert "WORKBENCH_GOOGLE_KEY" in refused.stderr
    assert server.requests == []
    monkeypatch.setenv("WORKBENCH_GOOGLE_KEY", "secret")
    done = run("memory", "google", "harbour")
    assert done.exit_code == 0, done.stderr
    assert "Not so" in done.stdout
    assert "1 new" in done.stderr
    again = run("memory", "google", "harbour", "--format", "jsonl")
    assert json.loads(again.stdout)["publisher"] == "The Star"
    assert "1 known" in again.stderr


def test_the_key_may_stand_in_the_settings(run: Run, server: Loopback, desk: Path) -> None:
    (desk / "workbench.toml").write_text('[google]\nkey = "secret"\n', encoding="utf-8")
    assert "1 new" in run("memory", "google", "harbour").stderr


def test_many_checks_are_imported_in_reasonable_time(run: Run, checks: Path) -> None:
    rows = "".join(f"Village {n} has {n} wells.,True,The Courier,2025\n" for n in range(20_000))
    checks.write_text(f"claim,verdict,publisher,date\n{rows}", encoding="utf-8")
    assert "20,000 new" in run("memory", "import", "checks.csv").stderr
    assert "20,000 known" in run("memory", "import", "checks.csv").stderr
