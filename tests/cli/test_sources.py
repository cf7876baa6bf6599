"""Sources are linked and listed by command."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.cli.conftest import ARTICLE, SOURCE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


def test_linking_prints_the_number_of_the_source(run: Run) -> None:
    run("add", "article.txt")
    linked = run("source", "add", "1", "source.txt")
    assert linked.stdout == "1\n"
    assert "passage" in linked.stderr


def test_the_same_source_again_says_so(checked: Run) -> None:
    again = checked("source", "add", "1", "source.txt")
    assert again.stdout == "1\n"
    assert "already" in again.stderr


def test_a_page_is_read_in_whole_on_request(run: Run, desk: Path) -> None:
    page = f"<html><nav>Tides</nav><article><h1>Port</h1><p>{SOURCE}</p></article>"
    (desk / "page.html").write_text(page, encoding="utf-8")
    run("add", "article.txt")
    assert run("source", "add", "1", "page.html", "--whole-page").exit_code == 0
    [source] = [json.loads(run("source", "list", "1", "--format", "jsonl").stdout)]
    assert source["media_type"] == "text/html; text=whole-page"
    (desk / "page.html").write_text(page.replace("Tides", "High tides"), encoding="utf-8")
    run("source", "recheck", "1")
    [source] = [json.loads(run("source", "list", "1", "--format", "jsonl").stdout)]
    assert source["media_type"] == "text/html; text=whole-page"
    less = run("source", "add", "1", "page.html")
    assert less.exit_code == 1
    assert "source 1 already, of which the whole page was read" in less.stderr


def test_an_article_may_be_a_whole_page(run: Run, desk: Path) -> None:
    page = f"<html><nav>Tides rose 12 percent.</nav><article><p>{SOURCE}</p></article>"
    (desk / "page.html").write_text(page, encoding="utf-8")
    run("add", "page.html", "--whole-page")
    assert "12 percent" in run("claims", "1").stdout


def test_the_article_is_no_source_for_itself(checked: Run, desk: Path) -> None:
    (desk / "copy.txt").write_text(ARTICLE, encoding="utf-8")
    refused = checked("source", "add", "1", "copy.txt")
    assert refused.exit_code == 1
    assert "proves nothing" in refused.stderr


def test_sources_are_listed_to_read_and_for_programs(checked: Run) -> None:
    assert "Report of the port authority" in checked("source", "list", "1").stdout
    [source] = [
        json.loads(line)
        for line in checked("source", "list", "1", "--format", "jsonl").stdout.splitlines()
    ]
    assert source["origin"] == "source.txt"
    assert len(source["sha256"]) == 64


def test_a_kind_is_said_when_a_source_is_linked_or_later(checked: Run, desk: Path) -> None:
    (desk / "law.txt").write_text("The council shall keep the quay open.", encoding="utf-8")
    assert checked("source", "add", "1", "law.txt", "--kind", "primary").exit_code == 0
    said = checked("source", "kind", "1", "author")
    assert "author's word only" in said.stderr
    listed = checked("source", "list", "1").stdout
    assert "primary" in listed
    assert "author's word only" in listed
    assert checked("source", "kind", "1/2", "none").exit_code == 0
    kinds = [
        json.loads(line)["kind"]
        for line in checked("source", "list", "1", "--format", "jsonl").stdout.splitlines()
    ]
    assert kinds == ["author", None]
    assert checked("source", "kind", "1", "hearsay").exit_code == 2
    unknown = checked("source", "kind", "7", "primary")
    assert unknown.exit_code == 1
    assert "has the sources 1 to 2" in unknown.stderr


def test_links_with_one_origin_are_said_to_count_once(checked: Run, desk: Path) -> None:
    (desk / "reprint.txt").write_text(SOURCE.replace("nine", "ten").upper(), encoding="utf-8")
    (desk / "call.txt").write_text("Ida Holm said on the phone that all is well.", encoding="utf-8")
    for name in ("reprint.txt", "call.txt"):
        assert checked("source", "add", "1", name).exit_code == 0
    listed = checked("source", "list", "1")
    assert "Sources 1 and 2 count once: nearly the same text." in listed.stderr
    assert "3 sources, 2 origins." in listed.stderr
    lines = checked("source", "list", "1", "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["counts_once_with"] for line in lines] == [[2], [1], []]
