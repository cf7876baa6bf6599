"""An article is checked line by line, without a screen: the same keys, the same rules, words only."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from textual.binding import Binding

from workbench.cli.plain_keys import KEYS
from workbench.tui.keys import CHECK_KEYS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


def told(run: Run, *lines: str, fails: bool = False) -> list[str]:
    """What is said where these lines are typed."""
    ended = run("review", "1", "--plain", stdin="".join(f"{line}\n" for line in lines).encode())
    assert ended.exit_code == (1 if fails else 0), ended.output
    return ended.stdout.splitlines()


def kept(run: Run, words: str) -> dict[str, Any]:
    """The shortest claim around these words."""
    listed = [
        json.loads(line) for line in run("claims", "1", "--format", "jsonl").stdout.splitlines()
    ]
    return min(
        (claim for claim in listed if words in claim["text"]), key=lambda claim: len(claim["text"])
    )


def number_of(run: Run, words: str) -> str:
    return str(kept(run, words)["claim"])


def test_a_claim_is_told_in_words_with_its_passage_and_what_agrees(checked: Run) -> None:
    lines = told(checked, f"g {number_of(checked, '180 workers')}")
    start = lines.index("Some 180 workers")
    assert lines[start - 1].endswith(". Quantity. Open.")
    assert lines[start + 1].startswith("In claim ")
    assert "Value: about 180 workers" in lines
    assert any(line.startswith("Agrees: ") and "180 workers" in line for line in lines)
    passage = next(line for line in lines[start:] if line.startswith("Passage 1"))
    assert "source 1, Report of the port authority" in passage
    assert passage.endswith("In all, 180 workers cleared the quay by hand.")


def test_a_verdict_goes_on_to_the_next_open_claim(checked: Run) -> None:
    number = int(number_of(checked, "180 workers"))
    lines = told(checked, "g 1", f"g {number}", "y")
    claim = kept(checked, "180 workers")
    assert claim["verdict"] == "confirmed"
    assert claim["evidence"] == 1
    assert f"Kept. Claim {number}: Confirmed, evidence 1." in lines
    assert lines[-1] == f"Everything is kept. 1 of {_count(checked)} claims assessed."


def test_what_a_verdict_asks_for_is_asked_or_follows_the_key(checked: Run) -> None:
    told(checked, "g 1", "1", "I was there", "g 2", "3 on Wednesday", "g 3", "not-checkable a wish")
    claims = [
        json.loads(line) for line in checked("claims", "1", "--format", "jsonl").stdout.splitlines()
    ]
    assert [claim["verdict"] for claim in claims[:3]] == ["confirmed", "wrong", "not-checkable"]
    assert claims[0]["reason"] == "I was there"
    assert claims[1]["correction"] == "on Wednesday"
    assert claims[2]["note"] == "a wish"


def test_an_empty_answer_gives_no_verdict(checked: Run) -> None:
    lines = told(checked, "g 1", "1", "")
    assert "No verdict was given." in lines
    assert lines[-1].startswith("Everything is kept. 0 of ")


def test_undo_and_redo_go_back_to_the_claim(checked: Run) -> None:
    lines = told(checked, "g 2", "7", "u", "U")
    assert lines.count("Kept. Claim 2: open, evidence 0.") == 1
    assert lines.count("Kept. Claim 2: Not checkable, evidence 0.") == 2
    assert "∅" not in "".join(lines)


def test_evidence_is_accepted_with_a_stance_and_taken_back(checked: Run) -> None:
    number = number_of(checked, "180 workers")
    lines = told(checked, f"g {number}", "r", "t 1", "w", "0")
    assert f"Kept. Claim {number}: open, evidence 1." in lines
    assert f"Kept. Claim {number}: open, evidence 0." in lines


def test_notes_and_corrections_are_written_in_line_or_asked_for(checked: Run) -> None:
    told(checked, "g 1", "e see page 2", "c", "It reopened on Wednesday")
    claim = json.loads(checked("claims", "1", "--format", "jsonl").stdout.splitlines()[0])
    assert (claim["note"], claim["correction"]) == ("see page 2", "It reopened on Wednesday")


def test_a_source_is_linked_and_offers_passages_at_once(run: Run, desk: Path) -> None:
    assert run("add", "article.txt").exit_code == 0
    lines = told(run, f"g {number_of(run, '180 workers')}", "s source.txt")
    linked = lines.index("Source 1, Report of the port authority, is linked.")
    assert any(line.startswith("Passage 1") for line in lines[linked:])
    assert not any(line.startswith("Passage 1") for line in lines[:linked])


def test_a_filter_keeps_to_claims_that_fit(checked: Run) -> None:
    lines = told(checked, "/kind:money", "j", "k", "/")
    assert "$4 million" in lines
    heads = [line for line in lines if line.startswith("Claim ")]
    assert all(". Money. " in head for head in heads[1:4])
    assert f"{_count(checked)} of {_count(checked)} claims fit." in lines


def test_assertions_are_stepped_through_and_passages_told_in_full(checked: Run) -> None:
    lines = told(checked, "g 1", "l", "h", "O", "o", "n", "p", "")
    assert "2. Money" not in lines
    assert sum(line.startswith("Claim 1 of") for line in lines) >= 2


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("20", "There is no command '20'. `g 20` goes to that claim."),
        ("zebra", "There is no command 'zebra'. Type ? for help."),
        ("g 999", "The article has no claim 999. It has the claims 1 to"),
        ("g x", "The article has no claim x."),
        ("a 99", "There is no passage 99."),
        ("w", "There is no evidence 0. The claim has no evidence yet."),
        (".", "No verdict was given yet. Give one by its key."),
        ("/colour:red", "The filter does not know colour:red."),
        ("/xyzzy", "No claim fits. / alone shows all claims again."),
        ("u", "othing to undo"),
        ("s nowhere.txt", "nowhere.txt"),
        ("2", "No verdict was given."),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_the_review_goes_on(
    checked: Run, line: str, sentence: str
) -> None:
    lines = told(checked, line, "", "q", fails=line != "2")
    assert any(sentence in said for said in lines), lines
    assert lines[-1].startswith("Everything is kept.")


def test_a_claim_that_somebody_else_decided_is_told_anew(checked: Run, desk: Path) -> None:
    from workbench.cli.plain import PlainReview
    from workbench.config import Settings
    from workbench.review import Workbench

    path = desk / "claims.db"
    said: list[str] = []
    with Workbench.open(path, editor="Ann", settings=Settings()) as bench:
        article = bench.article("1")

        def ask(_: str) -> str | None:
            if any("Bo" in line for line in said):
                return None
            assert checked("mark", "1", "1", "misleading", "--as", "Bo").exit_code == 0
            return "5"

        PlainReview(bench, article, say=said.append, ask=ask).run()
    assert any(line.startswith("Claim 1 of") and "Misleading, by Bo" in line for line in said)
    assert (
        json.loads(checked("claims", "1", "--format", "jsonl").stdout.splitlines()[0])["verdict"]
        == "misleading"
    )


def test_a_review_begins_at_the_claim_that_was_named(checked: Run) -> None:
    ended = checked("review", "1", "--plain", "--claim", "3", stdin=b"")
    assert ended.stdout.splitlines()[2].startswith("Claim 3 of ")


def test_hostile_words_reach_the_terminal_as_pictures(run: Run, desk: Path) -> None:
    (desk / "article.txt").write_text("Some 180 workers \u009b31m left on \u202eTuesday.\n")
    assert run("add", "article.txt").exit_code == 0
    lines = told(run, "\x1b]0;x\x07", "e \x1b[2J", "", fails=True)
    assert not any(character < " " or character in "\u009b\u202e" for character in "".join(lines))


def test_claims_are_dropped_and_brought_back_line_by_line(checked: Run) -> None:
    count = _count(checked)
    number = number_of(checked, "$4 million")
    lines = told(checked, f"g {number}", "X said twice", "u", f"g {number}", "X", "once more", "R")
    assert f"Kept. Claim {number} is none: said twice." in lines
    assert f"Kept. Claim {number} is none: once more." in lines
    assert lines.count("$4 million") >= 3
    assert _count(checked) == count
    assert "was dropped" in "".join(told(checked, f"g {number}", "X no", f"g {number}", fails=True))


def test_a_sentence_claims_nothing_line_by_line(checked: Run) -> None:
    number = number_of(checked, "180 workers")
    lines = told(checked, f"g {number}", "Z")
    assert any("nothing to check in its sentence" in line for line in lines)
    assert "180 workers" not in checked("claims", "1").stdout
    assert checked("undo", "1").exit_code == 0
    assert "180 workers" in checked("claims", "1").stdout


def test_an_article_of_which_every_claim_is_dropped_is_left(run: Run, desk: Path) -> None:
    (desk / "article.txt").write_text("Nobody left.\n")
    assert run("add", "article.txt").exit_code == 0
    lines = told(run, "X a joke")
    assert "The article makes no claim any more." in lines


def test_the_same_keys_do_the_same_as_on_the_screen() -> None:
    on_screen = {
        key: binding.tooltip
        for binding in CHECK_KEYS
        if isinstance(binding, Binding)
        for key in binding.key.split(",")
    }
    on_screen.pop("q"), on_screen.pop("n")  # there is no desk to go back to, and no chosen passage
    names = {"/": "slash", "?": "question_mark"}
    for key in KEYS:
        tooltip = on_screen.get(names.get(key.keys[0], key.keys[0]))
        if tooltip and not key.words:
            assert key.help == tooltip


def _count(run: Run) -> int:
    return len(run("claims", "1", "--format", "jsonl").stdout.splitlines())


def test_evidence_that_changed_is_told_and_let_stand(checked: Run, desk: Path) -> None:
    number = number_of(checked, "180 workers")
    told(checked, f"g {number}", "y")
    assert "No evidence has changed in its source since." in told(checked, "S")
    source = desk / "source.txt"
    source.write_text(source.read_text(encoding="utf-8").replace("180", "108"), encoding="utf-8")
    assert checked("source", "recheck", "1").exit_code == 1
    lines = told(checked, "S", "E", "")
    near = "! The source reads “In all, 108 workers cleared the quay by hand.” now (likeness 98 of 100)."
    assert any(line.startswith(near) for line in lines)
    last = len(lines) - 1 - lines[::-1].index(f"Kept. Claim {number}: Confirmed, evidence 1.")
    assert not any(line.startswith("!") for line in lines[last:])
    told(checked, f"g {number}", "E", fails=True)
