"""What is a claim is the editor's to say: every change is an event, checked, folded and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.review.conftest import TEXT, claim_saying
from workbench.errors import ConflictError, RuleError, UnknownError
from workbench.model import (
    Action,
    ArticleId,
    ClaimId,
    ClaimKind,
    Passage,
    Quantity,
    Severity,
    Span,
    Stance,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from workbench.model import KeptClaim
    from workbench.review import Workbench


@pytest.fixture
def bob(bench: Workbench, open_bench: Callable[[str], Workbench]) -> Workbench:
    return open_bench("Bob")


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def texts(bench: Workbench, article: ArticleId) -> list[str]:
    return [claim.text for claim in bench.claims(article)]


def kept(bench: Workbench, article: ArticleId, claim: ClaimId) -> KeptClaim:
    return bench.claim(article, claim)


def is_sound(bench: Workbench) -> bool:
    problems = [one for one in bench.examine() if one.severity is Severity.ERROR]
    assert problems == []
    return not problems


def state(bench: Workbench, article: ArticleId) -> object:
    """Everything that edits change."""
    return (
        bench.claims(article),
        bench.dropped(article),
        bench.nothing_to_check(article),
        bench.standings(article),
        bench.coverage(article),
        bench.progress(article),
        bench._store.forms.of(article),
    )


def test_a_claim_split_in_two_shares_evidence_and_details(
    bench: Workbench, article: ArticleId, assertion: ClaimId, passage: Passage
) -> None:
    bench.accept(assertion, passage.id, Stance.SUPPORTS)
    bench.mark(assertion, "confirmed", note="Ask the union.")
    left, right = bench.editing.split(assertion, at("in May").start)
    assert (left.claim_id, left.rating, right.rating) == (assertion, None, None)
    first, second = (kept(bench, article, one.claim_id) for one in (left, right))
    assert (first.text, second.text) == ("The plant hired 180 workers", "in May")
    assert (first.number, second.number) == (1, bench._store.claims.last_number(article))
    assert second.claim.rule == "by hand"
    assert right.decision.note == "Ask the union."
    [one], [other] = left.decision.evidence, right.decision.evidence
    assert (one.anchor, one.source_id) == (other.anchor, other.source_id)
    assert one.id != other.id
    assert kept(bench, article, claim_saying(bench, article, "May")).parent_id == second.id
    assert kept(bench, article, claim_saying(bench, article, "180 workers")).parent_id == first.id
    assert bench._store.claims.details_of(second.id) == [claim_saying(bench, article, "May")]
    assert is_sound(bench)
    bench.undo(article)
    assert bench.standing(assertion).rating == "confirmed"
    assert kept(bench, article, assertion).text == "The plant hired 180 workers in May"
    assert bench._store.forms.of(article).keys() == {right.claim_id}
    assert is_sound(bench)


def test_two_claims_become_one_with_the_words_and_evidence_of_both(
    bench: Workbench, article: ArticleId, assertion: ClaimId, passage: Passage
) -> None:
    paid = claim_saying(bench, article, "It paid them well")
    bench.accept(paid, passage.id, Stance.CONTEXT)
    bench.write_note(paid, "In cash?")
    bench.write_note(assertion, "Ask the union.")
    stands, gone = bench.editing.merge(paid, assertion)
    assert (stands.claim_id, gone.claim_id) == (assertion, paid)
    assert kept(bench, article, assertion).text == TEXT[: TEXT.index(" Nobody") - 1]
    assert stands.decision.note == "Ask the union. In cash?"
    assert len(stands.decision.evidence) == 1
    [dropped] = bench.dropped(article)
    assert (dropped.id, dropped.drop_reason) == (paid, "merged into claim 1")
    assert is_sound(bench)
    bench.undo(article)
    assert "It paid them well" in texts(bench, article)
    assert bench.standing(assertion).decision.evidence == ()


def test_words_are_widened_and_narrowed_and_read_anew(
    bench: Workbench, article: ArticleId, detail: ClaimId
) -> None:
    bench.mark(detail, "misleading")
    [standing] = bench.editing.widen(detail, at("hired 180 workers"))
    assert standing.rating is None
    claim = kept(bench, article, detail)
    assert (claim.text, claim.claim.value) == ("hired 180 workers", Quantity((180,), "workers"))
    assert claim.parent_id == claim_saying(bench, article, "The plant hired 180 workers in May")
    bench.editing.narrow(detail, at("180"))
    assert kept(bench, article, detail).claim.value is None
    actions = [event.action for event in bench.events(article, after=2)]
    assert actions == [Action.MARK, Action.WIDEN, Action.NARROW]
    bench.undo(article)
    bench.undo(article)
    assert bench.standing(detail).rating == "misleading"
    assert bench._store.forms.of(article) == {}
    assert is_sound(bench)


def test_a_narrowed_assertion_lets_go_of_details_outside_it(
    bench: Workbench, article: ArticleId, assertion: ClaimId, detail: ClaimId
) -> None:
    bench.editing.narrow(assertion, at("The plant hired 180 workers"))
    assert kept(bench, article, detail).parent_id == assertion
    assert kept(bench, article, claim_saying(bench, article, "May")).parent_id is None
    bench.undo(article)
    assert kept(bench, article, claim_saying(bench, article, "May")).parent_id == assertion


def test_an_added_claim_takes_the_next_number_and_its_place_in_the_text(
    bench: Workbench, article: ArticleId, assertion: ClaimId
) -> None:
    last = bench._store.claims.last_number(article)
    [standing] = bench.editing.add(article, at("plant"), ClaimKind.NAME)
    claim = kept(bench, article, standing.claim_id)
    assert (claim.number, claim.parent_id, claim.kind) == (last + 1, assertion, ClaimKind.NAME)
    assert texts(bench, article).index("plant") == 1
    assert bench.claim(article, str(last + 1)) == claim
    assert bench.progress(article).claims == last + 1
    bench.mark(claim.id, "misleading")
    bench.undo(article)
    bench.undo(article)
    assert "plant" not in texts(bench, article)
    assert bench.dropped(article) == []
    assert bench.progress(article).claims == last
    bench.redo(article)
    assert "plant" in texts(bench, article)
    assert is_sound(bench)


def test_an_added_claim_that_nothing_carries_stands_in_its_place_too(
    bench: Workbench, article: ArticleId
) -> None:
    bench.editing.add(article, at("It paid"), ClaimKind.EVENT)
    listed = texts(bench, article)
    assert listed.index("It paid") == listed.index("It paid them well") + 1
    assert [claim.text for claim in bench.each_claim(article)] == listed
    assert is_sound(bench)


def test_a_dropped_claim_says_why_and_takes_no_verdict(
    bench: Workbench, article: ArticleId, detail: ClaimId
) -> None:
    bench.mark(detail, "misleading")
    [standing] = bench.editing.drop(detail, "  a figure\nof speech ")
    assert standing.rating is None
    [dropped] = bench.dropped(article)
    assert (dropped.text, dropped.drop_reason) == ("180 workers", "a figure of speech")
    assert bench.progress(article).by_rating == {}
    assert bench._store.memory.of_desk() == []
    for act in (
        lambda: bench.mark(detail, "misleading"),
        lambda: bench.write_note(detail, "x"),
        lambda: bench.editing.drop(detail, "again"),
        lambda: bench.editing.narrow(detail, at("180")),
    ):
        with pytest.raises(RuleError, match="dropped: a figure of speech"):
            act()
    bench.editing.restore(detail)
    assert bench.dropped(article) == []
    with pytest.raises(RuleError, match="was not dropped"):
        bench.editing.restore(detail)
    assert is_sound(bench)


def test_a_claim_is_not_dropped_without_a_reason(bench: Workbench, detail: ClaimId) -> None:
    with pytest.raises(RuleError, match="for a reason"):
        bench.editing.drop(detail, " \n")


def test_the_claim_dropped_last_is_brought_back_first(
    bench: Workbench, bob: Workbench, article: ArticleId, assertion: ClaimId, detail: ClaimId
) -> None:
    bench.editing.drop(detail, "said twice")
    bob.editing.drop(assertion, "no claim")
    last = max((detail, assertion), key=lambda claim: bench.standing(claim).changed_at)
    [back] = bench.editing.restore_last(article)
    assert back.claim_id == last
    bench.editing.restore_last(article)
    with pytest.raises(RuleError, match="No claim was dropped"):
        bench.editing.restore_last(article)


def test_the_other_word_on_a_sentence_is_said_by_turns(
    bench: Workbench, article: ArticleId
) -> None:
    before = bench.claims(article)
    bench.editing.other_word_on(article, at("Nobody").start)
    assert len(bench.nothing_to_check(article)) == 1
    bench.editing.other_word_on(article, at("left").start)
    assert bench.nothing_to_check(article) == []
    assert bench.claims(article) == before


def test_a_sentence_event_that_cannot_be_read_back_is_a_sentence(
    bench: Workbench, article: ArticleId
) -> None:
    bench.editing.nothing_to_check(article, at("Nobody").start)
    with bench._store.writing():
        connection = bench._store.events._connection
        connection.run("DROP TRIGGER events_never_change")
        connection.run(
            "UPDATE events SET detail = '{}' WHERE action = 'nothing-to-check' AND claim_id IS NULL"
        )
    checks = {problem.check for problem in bench.examine()}
    assert {"chain", "edits", "guards"} <= checks


def test_a_claim_that_nobody_added_is_seen(bench: Workbench, article: ArticleId) -> None:
    bench.editing.add(article, at("plant"), ClaimKind.NAME)
    with bench._store.writing():
        bench._store.forms._connection.run("UPDATE claims SET span_end = 10 WHERE rule = 'by hand'")
    [problem] = [one for one in bench.examine() if one.check == "claims"]
    assert "was changed, or nobody added it" in problem.message


def test_another_kind_keeps_words_and_verdict(
    bench: Workbench, article: ArticleId, detail: ClaimId
) -> None:
    bench.mark(detail, "misleading")
    [standing] = bench.editing.change_kind(detail, ClaimKind.RANK)
    assert standing.rating == "misleading"
    claim = kept(bench, article, detail)
    assert (claim.kind, claim.text, claim.claim.value) == (ClaimKind.RANK, "180 workers", None)
    assert bench.editing.change_kind(detail, ClaimKind.RANK) == [standing]
    assert is_sound(bench)


def test_a_sentence_that_claims_nothing_is_covered_and_its_claims_go(
    bench: Workbench, article: ArticleId
) -> None:
    before = bench.coverage(article)
    nobody = claim_saying(bench, article, "Nobody left")
    bench.editing.nothing_to_check(article, at("left").start)
    [mark] = bench.nothing_to_check(article)
    assert (mark.span.of(TEXT), mark.editor) == ("Nobody left.", "Ann")
    assert [claim.id for claim in bench.dropped(article)] == [nobody]
    after = bench.coverage(article)
    assert after.nothing_to_check == len("Nobodyleft.")
    assert after.claimed == before.claimed - len("Nobodyleft")
    assert bench.editing.nothing_to_check(article, at("Nobody").start) == []
    bench.undo(article)
    assert bench.nothing_to_check(article) == []
    assert bench.coverage(article) == before
    bench.redo(article)
    bench.editing.something_to_check(article, at("Nobody").start)
    assert bench.coverage(article) == before
    assert nobody in [claim.id for claim in bench.claims(article)]
    assert is_sound(bench)


def test_a_sentence_with_a_verdict_claims_something(bench: Workbench, article: ArticleId) -> None:
    bench.mark(claim_saying(bench, article, "Nobody left"), "misleading")
    with pytest.raises(RuleError, match="of that sentence has a verdict"):
        bench.editing.nothing_to_check(article, at("Nobody").start)
    assert bench.nothing_to_check(article) == []
    with pytest.raises(RuleError, match="no sentence at that place"):
        bench.editing.nothing_to_check(article, len(TEXT) + 5)
    with pytest.raises(RuleError, match="not marked"):
        bench.editing.something_to_check(article, 0)


def test_a_claim_added_where_nothing_was_takes_the_mark_away(
    bench: Workbench, article: ArticleId
) -> None:
    bench.editing.nothing_to_check(article, at("Nobody").start)
    bench.editing.add(article, at("Nobody left"), ClaimKind.QUOTE)
    assert bench.nothing_to_check(article) == []
    bench.undo(article)
    assert len(bench.nothing_to_check(article)) == 1
    assert is_sound(bench)


def test_the_same_words_are_a_claim_of_a_kind_once(
    bench: Workbench, article: ArticleId, detail: ClaimId
) -> None:
    head = bench.chain_head(article)
    with pytest.raises(RuleError, match="Claim 2 is of the same kind"):
        bench.editing.add(article, at("180 workers"), ClaimKind.QUANTITY)
    assert bench.chain_head(article) == head
    bench.editing.drop(detail, "doubtful")
    bench.editing.add(article, at("180 workers"), ClaimKind.QUANTITY)
    with pytest.raises(RuleError, match="of the same kind"):
        bench.editing.restore(detail)
    assert is_sound(bench)


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (lambda b, a, d: b.editing.split(a, 0), "at one of its own words"),
        (lambda b, a, d: b.editing.split(a, at("in May").end + 3), "at one of its own words"),
        (lambda b, a, d: b.editing.split(a, at("plant").start + 2), "inside a word"),
        (lambda b, a, d: b.editing.merge(a, a), "Two claims"),
        (lambda b, a, d: b.editing.merge(a, d), "A detail is not merged"),
        (lambda b, a, d: b.editing.widen(d, at("180")), "Wider words hold"),
        (lambda b, a, d: b.editing.widen(d, at("180 workers")), "Wider words hold"),
        (lambda b, a, d: b.editing.narrow(d, at("in May")), "Narrower words are"),
        (lambda b, a, d: b.editing.narrow(d, Span(17, 27)), "inside a word"),
    ],
)
def test_what_cannot_be_done_says_why_and_leaves_no_event(
    bench: Workbench,
    article: ArticleId,
    assertion: ClaimId,
    detail: ClaimId,
    edit: Callable[[Workbench, ClaimId, ClaimId], object],
    sentence: str,
) -> None:
    head = bench.chain_head(article)
    with pytest.raises(RuleError, match=sentence):
        edit(bench, assertion, detail)
    assert bench.chain_head(article) == head


def test_an_edit_of_what_moved_on_is_refused(
    bench: Workbench, bob: Workbench, article: ArticleId, assertion: ClaimId, detail: ClaimId
) -> None:
    seen = bench.standing(detail).version
    bob.mark(detail, "misleading")
    with pytest.raises(ConflictError, match="Bob changed this claim"):
        bench.editing.narrow(detail, at("180"), seen_version=seen)
    bob.editing.narrow(detail, at("180"))
    with pytest.raises(ConflictError, match="Bob changed this claim"):
        bench.mark(detail, "misleading", seen_version=seen + 1)
    bench.editing.split(assertion, at("in May").start)
    [right] = [claim for claim in bench.claims(article) if claim.text == "in May"]
    bob.mark(right.id, "misleading")
    with pytest.raises(ConflictError, match="Bob"):
        bench.undo(article)


def test_somebody_elses_word_on_a_sentence_is_not_taken_back(
    bench: Workbench, bob: Workbench, article: ArticleId
) -> None:
    bench.editing.nothing_to_check(article, at("Nobody").start)
    bob.editing.something_to_check(article, at("Nobody").start)
    with pytest.raises(ConflictError, match="since"):
        bench.undo(article)


def test_a_claim_of_another_article_is_not_merged(
    bench: Workbench, article: ArticleId, assertion: ClaimId, tmp_path: Path
) -> None:
    (tmp_path / "other.txt").write_text("The mill closed in June.")
    other = bench.add(str(tmp_path / "other.txt")).article.id
    with pytest.raises(RuleError, match="same article"):
        bench.editing.merge(assertion, bench.claims(other)[0].id)
    with pytest.raises(UnknownError, match="no claim zz"):
        bench.editing.drop(ClaimId("zz"), "none")
