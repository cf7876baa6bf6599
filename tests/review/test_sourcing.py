"""Sources are looked at again, every version is kept, and evidence never moves without a word."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from tests.readers.loopback import ok, serving
from workbench.errors import ConflictError, RuleError, StoreError, UnknownError
from workbench.model import (
    Action,
    AnchorState,
    CheckOutcome,
    Document,
    Stance,
)
from workbench.readers import network as wire
from workbench.review.intake import reading_of
from workbench.review.rechecking import check_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.readers.loopback import Loopback
    from workbench.model import ArticleId, ClaimId, Passage, SourceCheck, SourceId
    from workbench.review import Workbench

PAGE = "http://desk.example/notice"
FIRST = "In May the plant took on 108 workers.\nNobody was sent away."


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    return tmp_path / "notice.txt"


@pytest.fixture
def accepted(bench: Workbench, assertion: ClaimId, passage: Passage) -> SourceId:
    """The source whose first passage the first claim rests on."""
    bench.accept(assertion, passage.id, Stance.REFUTES)
    return passage.source_id


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Loopback]:
    page = FIRST.encode()
    answer = ok(page, 'ETag: "1"', "Set-Cookie: a=b", media_type="text/plain; charset=utf-8")
    with serving({"/notice": answer}) as loopback:
        monkeypatch.setattr(wire, "INTERNET", loopback.network)
        yield loopback


def answer_with(server: Loopback, text: str, *headers: str) -> None:
    server.answers["/notice"] = ok(text.encode(), *headers, media_type="text/plain")


def states(check: SourceCheck) -> list[AnchorState]:
    return [anchoring.state for _, anchoring in check.anchorings]


def test_an_unchanged_file_makes_no_version(
    bench: Workbench, article: ArticleId, accepted: SourceId
) -> None:
    check = bench.sourcing.check(accepted)
    assert (check.outcome, check.version, check.editor) == (CheckOutcome.UNCHANGED, 1, "Ann")
    assert check.anchorings == ()
    assert len(bench.sourcing.versions(accepted)) == 1
    assert bench.sourcing.checks(article) == {accepted: check}
    assert bench.events(article)[-1].action is Action.CHECK_SOURCE


def test_words_that_moved_need_nobody(
    bench: Workbench, article: ArticleId, accepted: SourceId, notice: Path
) -> None:
    notice.write_text(f"Notice of the works council.\n{FIRST}")
    check = bench.sourcing.check(accepted)
    assert (check.outcome, check.version) == (CheckOutcome.CHANGED, 2)
    assert states(check) == [AnchorState.MOVED]
    assert bench.sourcing.stale_claims(article) == []
    first, second = bench.sourcing.versions(accepted)
    assert bench.sourcing.version(accepted, first.version).text == FIRST
    assert bench.sourcing.version(accepted, second.version).text == notice.read_text()
    [source] = bench.sources(article)
    assert (source.version, source.passage_count) == (2, 3)


def test_changed_words_wait_and_can_be_taken_over(
    bench: Workbench, article: ArticleId, assertion: ClaimId, accepted: SourceId, notice: Path
) -> None:
    before = bench.standing(assertion)
    notice.write_text(FIRST.replace("108", "180"))
    check = bench.sourcing.check(accepted)
    assert check.outcome is CheckOutcome.PASSAGE_GONE
    [(evidence, anchoring)] = check.anchorings
    assert (anchoring.state, anchoring.words) == (
        AnchorState.NEAR,
        "In May the plant took on 180 workers.",
    )
    assert bench.sourcing.anchorings(article) == {evidence: anchoring}
    assert bench.sourcing.stale_claims(article) == [assertion]
    # the evidence itself stays as it was accepted
    assert bench.standing(assertion) == before
    after = bench.sourcing.keep_evidence(assertion)
    [kept] = after.decision.evidence
    assert kept.anchor.exact == anchoring.words
    assert kept.stance is Stance.REFUTES
    assert bench.sourcing.stale_claims(article) == []
    assert bench.events(article)[-1].action is Action.KEEP_EVIDENCE
    assert [problem for problem in bench.examine() if problem.check == "evidence"] == []
    assert bench.sourcing.check(accepted).outcome is CheckOutcome.UNCHANGED
    bench.undo(article)
    assert bench.sourcing.stale_claims(article) == [assertion]
    assert bench.sourcing.check(accepted).outcome is CheckOutcome.PASSAGE_GONE


def test_words_that_are_gone_can_rest_on_the_version_kept(
    bench: Workbench, article: ArticleId, assertion: ClaimId, accepted: SourceId, notice: Path
) -> None:
    notice.write_text("The page you look for is not here any more.")
    check = bench.sourcing.check(accepted)
    assert (check.outcome, states(check)) == (CheckOutcome.PASSAGE_GONE, [AnchorState.ORPHANED])
    [before] = bench.standing(assertion).decision.evidence
    [after] = bench.sourcing.keep_evidence(assertion).decision.evidence
    assert after.anchor == before.anchor
    assert after.kept_against == bench.sources(article)[0].text_sha256
    assert bench.sourcing.stale_claims(article) == []
    assert bench.sourcing.check(accepted).outcome is CheckOutcome.UNCHANGED
    with pytest.raises(RuleError, match="still stands"):
        bench.sourcing.keep_evidence(assertion)
    # a third text is news again
    notice.write_text("The works council has moved to another page.")
    assert bench.sourcing.check(accepted).outcome is CheckOutcome.PASSAGE_GONE


def test_of_several_words_only_the_stale_ones_are_settled(
    bench: Workbench, article: ArticleId, assertion: ClaimId, accepted: SourceId, notice: Path
) -> None:
    second = bench._store.sources.passages(accepted)[1]
    bench.accept(assertion, second.id, Stance.CONTEXT)
    notice.write_text("Corrected on Friday.\n" + FIRST.replace("108", "180"))
    check = bench.sourcing.check(accepted)
    assert states(check) == [AnchorState.NEAR, AnchorState.MOVED]
    before = bench.standing(assertion).decision.evidence
    after = bench.sourcing.keep_evidence(assertion).decision.evidence
    assert after[1] == before[1]
    assert after[0].anchor.exact == "In May the plant took on 180 workers."


def test_who_saw_an_older_decision_cannot_settle(
    bench: Workbench, assertion: ClaimId, accepted: SourceId, notice: Path
) -> None:
    notice.write_text("Gone.")
    bench.sourcing.check(accepted)
    with pytest.raises(ConflictError):
        bench.sourcing.keep_evidence(assertion, seen_version=0)


def test_a_text_that_comes_back_is_offered_from_where_it_was(
    bench: Workbench, article: ArticleId, accepted: SourceId, notice: Path, passage: Passage
) -> None:
    notice.write_text("Not now.")
    bench.sourcing.check(accepted)
    notice.write_text(FIRST)
    check = bench.sourcing.check(accepted)
    assert (check.outcome, check.version) == (CheckOutcome.CHANGED, 3)
    assert bench._store.sources.passages(accepted)[0].id == passage.id
    assert bench.sourcing.anchorings(article) == {}
    assert [problem for problem in bench.examine() if problem.check == "sources"] == []


def test_a_file_that_is_gone_is_a_dead_link_with_its_version_kept(
    bench: Workbench, article: ArticleId, accepted: SourceId, notice: Path
) -> None:
    notice.unlink()
    check = bench.sourcing.check(accepted)
    assert check.outcome is CheckOutcome.DEAD
    assert "There is no file" in check.reason
    assert bench.source_document(accepted).text == FIRST
    assert bench.sourcing.checks(article)[accepted].reason == check.reason


def test_a_file_is_found_beside_the_database(
    bench: Workbench, article: ArticleId, notice: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(notice.parent)
    notice.write_text(FIRST)
    source = bench.link_source(article, "notice.txt")
    elsewhere = notice.parent / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    notice.write_text(FIRST + " So it was.")
    assert bench.sourcing.check(source.id).outcome is CheckOutcome.CHANGED
    assert bench.source_document(source.id).origin == "notice.txt"


def test_what_was_typed_in_cannot_be_looked_at_again(bench: Workbench, article: ArticleId) -> None:
    source = bench.link_document(article, FIRST.encode(), Document(FIRST, "A call"))
    with pytest.raises(UnknownError, match="without a path or an address"):
        bench.sourcing.check(source.id)


def test_a_page_is_kept_with_all_that_its_server_said(
    bench: Workbench, article: ArticleId, server: Loopback
) -> None:
    source = bench.link_source(article, PAGE)
    [snapshot] = bench.sourcing.versions(source.id)
    [hop] = snapshot.hops
    assert (snapshot.url, hop.status) == (PAGE, 200)
    assert ("ETag", '"1"') in hop.headers
    assert "set-cookie" not in {name.lower() for name, _ in hop.headers}
    assert snapshot.raw_sha256 == snapshot.sha256 == source.sha256
    assert snapshot.reader.startswith("workbench ")


def test_a_packed_page_is_kept_as_it_was_sent(
    bench: Workbench, article: ArticleId, server: Loopback
) -> None:
    packed = gzip.compress(FIRST.encode())
    server.answers["/notice"] = ok(packed, "Content-Encoding: gzip", media_type="text/plain")
    source = bench.link_source(article, PAGE)
    [capture] = bench.sourcing.captures(source.id)
    assert (capture.as_sent, capture.content, capture.text) == (packed, FIRST.encode(), FIRST)


def test_the_server_may_say_that_nothing_changed(
    bench: Workbench, article: ArticleId, server: Loopback
) -> None:
    source = bench.link_source(article, PAGE)
    server.answers["/notice"] = b'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\n\r\n'
    check = bench.sourcing.check(source.id)
    assert b'If-None-Match: "1"' in server.requests[-1]
    assert (check.outcome, check.version) == (CheckOutcome.UNCHANGED, 1)


def test_other_bytes_with_the_same_words_are_a_version_without_news(
    bench: Workbench, article: ArticleId, server: Loopback
) -> None:
    def html(mark: str) -> bytes:
        return ok(f"<html><body><p>{FIRST}</p><!-- {mark} --></body></html>".encode())

    server.answers["/notice"] = html("one")
    source = bench.link_source(article, PAGE)
    passages = bench._store.sources.passages(source.id)
    server.answers["/notice"] = html("two")
    check = bench.sourcing.check(source.id)
    assert (check.outcome, check.version) == (CheckOutcome.UNCHANGED, 2)
    assert bench._store.sources.passages(source.id) == passages


def test_a_changed_page_and_a_dead_one(
    bench: Workbench, article: ArticleId, server: Loopback
) -> None:
    source = bench.link_source(article, PAGE)
    answer_with(server, f"Corrected. {FIRST}")
    assert bench.sourcing.check(source.id).outcome is CheckOutcome.CHANGED
    server.answers["/notice"] = b"HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n"
    check = bench.sourcing.check(source.id)
    assert check.outcome is CheckOutcome.DEAD
    assert "410" in check.reason
    assert [one.version for one in bench.sourcing.versions(source.id)] == [1, 2]


def test_two_that_look_at_the_same_moment_keep_one_version(
    bench: Workbench,
    accepted: SourceId,
    notice: Path,
    open_bench: Callable[[str], Workbench],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bob = open_bench("Bob")
    notice.write_text("Gone.")
    from workbench.review import parts

    passages = parts.passages

    def while_bob_looks(document: Document) -> object:
        monkeypatch.undo()
        assert bob.sourcing.check(accepted).version == 2
        return passages(document)

    monkeypatch.setattr(parts, "passages", while_bob_looks)
    check = bench.sourcing.check(accepted)
    assert (check.outcome, check.version) == (CheckOutcome.PASSAGE_GONE, 2)
    assert len(bench.sourcing.versions(accepted)) == 2


def test_a_check_that_cannot_be_read_back_is_a_sentence(
    bench: Workbench, article: ArticleId, accepted: SourceId
) -> None:
    with pytest.raises(StoreError, match="cannot be read back"):
        check_of(bench.events(article)[0])


def test_a_page_linked_again_is_another_version_if_it_changed(
    bench: Workbench, article: ArticleId, server: Loopback
) -> None:
    source = bench.link_source(article, PAGE)
    assert bench.link_source(article, PAGE) == source
    answer_with(server, f"Corrected. {FIRST}")
    again = bench.link_source(article, PAGE)
    assert (again.id, again.number, again.version) == (source.id, 1, 2)
    assert bench.sources(article) == [again]
    assert bench.sourcing.checks(article)[source.id].outcome is CheckOutcome.CHANGED


def test_the_whole_of_a_page_is_no_version_of_its_main_text(
    bench: Workbench, article: ArticleId, server: Loopback
) -> None:
    def html(words: str) -> bytes:
        return ok(f"<html><body><main><p>{words}</p></main></body></html>".encode())

    server.answers["/notice"] = html(FIRST)
    bench.link_source(article, PAGE)
    server.answers["/notice"] = html(f"{FIRST} It was a busy year for all of them.")
    whole = bench.link(article, reading_of(PAGE, whole_page=True))
    assert (whole.number, whole.version) == (2, 1)


def test_a_passage_of_the_version_before_is_accepted_as_it_stood(
    bench: Workbench,
    article: ArticleId,
    assertion: ClaimId,
    accepted: SourceId,
    notice: Path,
    passage: Passage,
) -> None:
    """A screen may still show it."""
    bench.undo(article)
    notice.write_text("Corrected on Friday, and read again by all of us.\n" + FIRST)
    bench.sourcing.check(accepted)
    [kept] = bench.accept(assertion, passage.id, Stance.REFUTES).decision.evidence
    assert kept.anchor.exact == passage.text
    assert bench.sourcing.anchorings(article)[kept.id].state is AnchorState.MOVED
    assert [problem for problem in bench.examine() if problem.check == "evidence"] == []


def test_a_file_is_read_again_in_the_encoding_the_editor_chose(
    bench: Workbench, article: ArticleId, notice: Path
) -> None:
    words = "Die Brücke über den Fluß kostet 4 Millionen. "
    notice.write_bytes(words.encode("cp850"))
    source = bench.link_source(article, str(notice), encoding="cp850")
    notice.write_bytes(f"{words}Mehr weiß man nicht.".encode("cp850"))
    assert bench.sourcing.check(source.id).outcome is CheckOutcome.CHANGED
    assert bench.source_document(source.id).text.startswith(words)


def test_a_page_is_read_again_in_the_encoding_the_editor_chose(
    bench: Workbench, article: ArticleId, server: Loopback
) -> None:
    words = "Die Brücke über den Fluß kostet 4 Millionen. "
    server.answers["/notice"] = ok(words.encode("cp850"), media_type="text/plain")
    source = bench.link_source(article, PAGE, encoding="cp850")
    newer = f"{words}Mehr weiß man nicht."
    server.answers["/notice"] = ok(newer.encode("cp850"), media_type="text/plain")
    bench.sourcing.check(source.id)
    assert bench.source_document(source.id).text == newer
    # words that this encoding has not are read as they come
    server.answers["/notice"] = ok(newer.encode(), media_type="text/plain; charset=utf-8")
    bench.sourcing.check(source.id)
    assert bench.source_document(source.id).text == newer
