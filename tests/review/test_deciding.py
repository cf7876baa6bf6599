"""Each action changes what it says, keeps the rest, and can be tried again without harm."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.review.conftest import TEXT
from workbench.errors import ConflictError, RuleError, StoreError, UnknownError
from workbench.model import (
    Action,
    ArticleId,
    ClaimId,
    Document,
    EventId,
    EvidenceId,
    Passage,
    PassageId,
    Rating,
    SourceId,
    Span,
    Stance,
    Verdict,
    Workflow,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.review import Workbench


def actions(bench: Workbench, article: ArticleId) -> list[Action]:
    """What was done since the article was added."""
    return [event.action for event in bench.events(article, after=2)]


def test_a_mark_leaves_alone_what_it_does_not_name(bench: Workbench, assertion: ClaimId) -> None:
    bench.mark(assertion, "wrong", note="Counted twice.", correction="90 workers")
    after = bench.mark(assertion, "confirmed-with-change").decision
    assert after.verdict == Verdict("confirmed-with-change")
    assert (after.note, after.correction) == ("Counted twice.", "90 workers")
    assert bench.mark(assertion, "misleading", note="").decision.note == ""


def test_a_reason_stays_with_its_rating(bench: Workbench, assertion: ClaimId) -> None:
    bench.mark(assertion, "confirmed", reason="witnessed by the reporter")
    again = bench.mark(assertion, "confirmed", note="On 3 May.")
    assert again.decision.verdict == Verdict("confirmed", "witnessed by the reporter")
    other = bench.mark(assertion, "misleading")
    assert other.decision.verdict == Verdict("misleading")


def test_clearing_takes_back_the_verdict_only(bench: Workbench, assertion: ClaimId) -> None:
    bench.mark(assertion, "wrong", note="Counted twice.")
    standing = bench.clear(assertion)
    assert standing.workflow is Workflow.OPEN
    assert standing.decision.note == "Counted twice."


def test_notes_and_corrections_are_written_without_a_verdict(
    bench: Workbench, assertion: ClaimId
) -> None:
    bench.write_note(assertion, "Ask the union.")
    standing = bench.write_correction(assertion, "90 workers")
    assert standing.rating is None
    assert (standing.decision.note, standing.decision.correction) == (
        "Ask the union.",
        "90 workers",
    )


def test_what_a_verdict_rests_on_cannot_be_taken_away(
    bench: Workbench, assertion: ClaimId, passage: Passage
) -> None:
    bench.mark(assertion, "wrong", correction="108 workers")
    with pytest.raises(RuleError, match="asks for a correction or a note"):
        bench.write_correction(assertion, "")
    [evidence] = bench.accept(assertion, passage.id, Stance.SUPPORTS).decision.evidence
    bench.mark(assertion, "confirmed")
    with pytest.raises(RuleError, match="asks for evidence"):
        bench.withdraw(assertion, evidence.id)
    with pytest.raises(RuleError, match="asks for evidence"):
        bench.accept(assertion, passage.id, Stance.REFUTES)
    bench.clear(assertion)
    assert bench.withdraw(assertion, evidence.id).decision.evidence == ()


def test_accepted_words_are_anchored_in_the_source(
    bench: Workbench, assertion: ClaimId, passage: Passage
) -> None:
    words = Span(passage.text.index("108"), passage.text.index("108") + 11)
    [evidence] = bench.accept(assertion, passage.id, Stance.REFUTES, words=words).decision.evidence
    source = bench.source_document(evidence.source_id)
    assert evidence.anchor.exact == "108 workers" == evidence.anchor.span.of(source.text)
    assert evidence.anchor.prefix == "In May the plant took on "
    assert (evidence.source_sha256, evidence.source_title) == (source.sha256, source.title)


def test_the_same_words_again_only_change_their_stance(
    bench: Workbench, article: ArticleId, assertion: ClaimId, passage: Passage
) -> None:
    [first] = bench.accept(assertion, passage.id, Stance.SUPPORTS).decision.evidence
    bench.accept(assertion, passage.id, Stance.SUPPORTS)
    [second] = bench.accept(assertion, passage.id, Stance.CONTEXT).decision.evidence
    assert (second.id, second.stance) == (first.id, Stance.CONTEXT)
    assert actions(bench, article).count(Action.ACCEPT) == 2


@pytest.mark.parametrize("words", [Span(0, 0), Span(5, 5000), Span(30, 60)])
def test_words_outside_the_passage_are_refused(
    bench: Workbench, assertion: ClaimId, passage: Passage, words: Span
) -> None:
    with pytest.raises(RuleError, match="not in the passage"):
        bench.accept(assertion, passage.id, Stance.SUPPORTS, words=words)


def test_a_passage_of_another_articles_source_is_refused(
    bench: Workbench, passage: Passage
) -> None:
    other = bench.add_article(b"x", Document("The mill burned down in 1911.", "The mill")).article
    claim = bench.claim(other.id, "1").id
    with pytest.raises(RuleError, match="a source of another article"):
        bench.accept(claim, passage.id, Stance.SUPPORTS)


def test_a_passage_of_a_copy_of_the_article_is_refused(
    bench: Workbench, article: ArticleId, assertion: ClaimId
) -> None:
    """However it came to be linked: here behind the back of the workbench."""
    source = SourceId("s9")
    passage = Passage(PassageId("p9"), source, Span(0, 35), TEXT[:35])
    with bench._store.writing() as insert:
        copy = Document(TEXT, "A copy")
        bench._store.sources.add(source, article, copy, bytes_sha256="9", at="")
        bench._store.snapshots.add(source, copy, b"", at="", reader="")
        bench._store.sources.add_passages(insert, [passage])
    with pytest.raises(RuleError, match="A copy is the article itself, or a copy"):
        bench.accept(assertion, passage.id, Stance.SUPPORTS)


def test_unknown_things_are_sentences(
    bench: Workbench, assertion: ClaimId, passage: Passage
) -> None:
    with pytest.raises(UnknownError, match="There is no claim zz"):
        bench.mark(ClaimId("zz"), "misleading")
    with pytest.raises(UnknownError, match="There is no verdict 'true'"):
        bench.mark(assertion, "true")
    with pytest.raises(UnknownError, match="There is no passage zz"):
        bench.accept(assertion, PassageId("zz"), Stance.SUPPORTS)
    with pytest.raises(UnknownError, match="does not rest on that evidence"):
        bench.withdraw(assertion, EvidenceId("zz"))


def test_a_decision_that_changes_nothing_leaves_no_event(
    bench: Workbench, article: ArticleId, assertion: ClaimId
) -> None:
    first = bench.mark(assertion, "misleading")
    assert bench.mark(assertion, "misleading") == first
    assert bench.write_note(assertion, "") == first
    assert actions(bench, article) == [Action.MARK]


def test_a_second_pair_of_eyes_leaves_its_name(
    bench: Workbench, assertion: ClaimId, open_bench: Callable[[str], Workbench]
) -> None:
    bench.mark(assertion, "misleading")
    assert open_bench("Bob").mark(assertion, "misleading").editor == "Bob"


def test_trying_again_changes_nothing(
    bench: Workbench, article: ArticleId, assertion: ClaimId, open_bench: Callable[[str], Workbench]
) -> None:
    """Even after somebody else went on: what was kept the first time is the answer."""
    first = bench.mark(assertion, "misleading", seen_version=0, event_id=EventId("x1"))
    later = open_bench("Bob").mark(assertion, "conflicting")
    again = bench.mark(assertion, "misleading", seen_version=0, event_id=EventId("x1"))
    assert again == first
    assert bench.standing(assertion) == later
    assert actions(bench, article) == [Action.MARK, Action.MARK]


def test_an_event_id_belongs_to_one_decision(
    bench: Workbench, assertion: ClaimId, detail: ClaimId
) -> None:
    bench.mark(assertion, "misleading", event_id=EventId("x1"))
    with pytest.raises(StoreError, match="belongs to another decision"):
        bench.mark(detail, "misleading", event_id=EventId("x1"))


@pytest.mark.parametrize(
    "act",
    [
        lambda bench, claim: bench.mark(claim, "unsupported", seen_version=0),
        lambda bench, claim: bench.clear(claim, seen_version=0),
        lambda bench, claim: bench.write_note(claim, "x", seen_version=0),
        lambda bench, claim: bench.write_correction(claim, "x", seen_version=0),
    ],
)
def test_a_stale_decision_is_refused_and_writes_nothing(
    bench: Workbench,
    assertion: ClaimId,
    open_bench: Callable[[str], Workbench],
    act: Callable[[Workbench, ClaimId], object],
) -> None:
    theirs = open_bench("Bob").mark(assertion, "misleading")
    with pytest.raises(ConflictError, match=r"Bob changed this claim at .*: now misleading"):
        act(bench, assertion)
    assert bench.standing(assertion) == theirs


def test_an_assertion_is_confirmed_with_its_open_details(
    bench: Workbench, article: ArticleId, assertion: ClaimId, detail: ClaimId, passage: Passage
) -> None:
    bench.accept(assertion, passage.id, Stance.SUPPORTS)
    standings = bench.confirm_with_details(assertion)
    assert [one.claim_id for one in standings][:2] == [assertion, detail]
    assert {one.rating for one in standings} == {Rating.CONFIRMED}
    whole, part, _ = [one.decision.evidence[0] for one in standings]
    assert whole.anchor == part.anchor
    assert whole.id != part.id
    batches = {event.batch for event in bench.events(article)[-3:]}
    assert len(batches) == 1
    bench.undo(article)
    assert bench.standing(assertion).rating is None
    assert bench.standing(detail).decision.evidence == ()


def test_a_detail_that_has_a_verdict_keeps_it(
    bench: Workbench, assertion: ClaimId, detail: ClaimId
) -> None:
    bench.mark(detail, "wrong", correction="108")
    standings = bench.confirm_with_details(assertion, reason="seen on site")
    assert detail not in {one.claim_id for one in standings}
    assert bench.standing(detail).rating == "wrong"


def test_a_reason_goes_for_the_details_too(
    bench: Workbench, assertion: ClaimId, detail: ClaimId
) -> None:
    bench.confirm_with_details(assertion, reason="seen on site")
    assert bench.standing(detail).decision.verdict == Verdict("confirmed", "seen on site")


def test_without_evidence_or_reason_nothing_is_confirmed(
    bench: Workbench, article: ArticleId, assertion: ClaimId
) -> None:
    with pytest.raises(RuleError, match="Confirmed asks for evidence"):
        bench.confirm_with_details(assertion)
    assert bench.standings(article) == {}


def test_hostile_words_are_kept_as_written(bench: Workbench, assertion: ClaimId) -> None:
    words = "\x00\x1b]52;c;x\x07 [/] \u202e 'quoted' -- \U0001f469\u200d\U0001f680"
    bench.write_note(assertion, words)
    assert bench.standing(assertion).decision.note == words
    assert bench.write_note(assertion, "half \ud83d").decision.note == "half ?"
