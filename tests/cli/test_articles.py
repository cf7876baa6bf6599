"""Articles come to the desk by command, and their claims are listed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.cli.conftest import ARTICLE
from tests.readers.test_docx import package

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


def test_adding_prints_the_number_and_tells_the_rest(run: Run) -> None:
    added = run("add", "article.txt")
    assert added.stdout == "1\n"
    assert "Harbour reopens after storm" in added.stderr


def test_the_same_text_again_says_so_and_changes_nothing(run: Run) -> None:
    run("add", "article.txt")
    again = run("add", "-", stdin=ARTICLE.encode())
    assert again.stdout == "1\n"
    assert "already" in again.stderr


def test_a_guessed_encoding_is_shown_and_can_be_overridden(run: Run, desk: Path) -> None:
    (desk / "old.txt").write_bytes("The café opened in 1998, she said.".encode("cp1252"))
    added = run("add", "old.txt")
    assert "guessed" in added.stderr
    assert run("add", "old.txt", "--encoding", "cp437").stdout == "2\n"


def test_claims_are_a_table_to_read(run: Run) -> None:
    run("add", "article.txt")
    lines = run("claims", "1").stdout.splitlines()
    assert lines[0].split() == ["claim", "kind", "words", "value"]
    assert len(lines) > 2
    assert max(map(len, lines)) <= 100


def test_claims_are_objects_for_programs(run: Run) -> None:
    run("add", "article.txt")
    listed = [
        json.loads(line) for line in run("claims", "1", "--format", "jsonl").stdout.splitlines()
    ]
    assert [claim["claim"] for claim in listed] == list(range(1, len(listed) + 1))
    for claim in listed:
        assert ARTICLE[claim["start"] : claim["end"]] == claim["text"]
        assert claim["verdict"] is None


def test_an_article_is_named_by_the_start_of_its_title(run: Run) -> None:
    run("add", "article.txt")
    assert run("claims", "harbour").stdout == run("claims", "1").stdout


def test_a_title_cannot_command_the_terminal(run: Run, desk: Path) -> None:
    (desk / "evil.txt").write_text(
        "Red \x1b[31malert \u202egnp\x9b2J\n\nIt rained on Monday in Lund, and the whole town stayed at home until Friday. "
        * 20
        + "\n"
    )
    added = run("add", "evil.txt")
    shown = (
        added.output + run("claims", "1").output + run("claims", "1", "--format", "jsonl").output
    )
    shown += run("report", "1").output
    assert added.exit_code == 0
    assert not any(sign in shown for sign in "\x1b\x9b\u202e")


def test_a_file_made_to_burst_is_one_sentence_and_makes_no_database(run: Run, desk: Path) -> None:
    (desk / "bomb.docx").write_bytes(_bomb())
    for refused in (run("add", "bomb.docx"), run("add", "-", stdin=_bomb())):
        assert refused.exit_code == 1
        assert "unpacks to far more than a document holds" in refused.stderr
        assert refused.stdout == ""
    assert sorted(path.name for path in desk.iterdir()) == [
        "article.txt",
        "bomb.docx",
        "source.txt",
    ]


def test_a_source_made_to_burst_leaves_the_database_as_it_was(checked: Run, desk: Path) -> None:
    (desk / "bomb.docx").write_bytes(_bomb())
    before = (desk / "claims.db").read_bytes()
    refused = checked("source", "add", "1", "bomb.docx")
    assert refused.exit_code == 1
    assert "bomb.docx unpacks to far more" in refused.stderr
    assert (desk / "claims.db").read_bytes() == before


def _bomb() -> bytes:
    return package({"word/document.xml": b" " * 5_000_000})
