"""A report tells what the database holds, and who signed what."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.reports.conftest import TEXT
from workbench.errors import ConflictError
from workbench.model import (
    AnchorState,
    ArticleId,
    CheckOutcome,
    Document,
    Rating,
    SourceKind,
    Stance,
)
from workbench.reports import FORMATS, Report, report_of, written_report
from workbench.reports.totals import totals_by_kind, totals_of
from workbench.reports.wording import now_words, sources_words, stale_words

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.model import ClaimId
    from workbench.reports import ReportedClaim
    from workbench.review import Workbench


def article_of(bench: Workbench) -> ArticleId:
    return bench.article("1").id


def claim_of(bench: Workbench, words: str) -> ClaimId:
    """The shortest claim around these words."""
    fitting = [claim for claim in bench.claims(article_of(bench)) if words in claim.text]
    return min(fitting, key=lambda claim: len(claim.text)).id


def report(bench: Workbench) -> Report:
    return report_of(bench, article_of(bench))


def reported(bench: Workbench, words: str) -> ReportedClaim:
    fitting = [claim for claim in report(bench).claims if words in claim.text]
    return min(fitting, key=lambda claim: len(claim.text))


def accept(bench: Workbench, words: str, stance: Stance = Stance.SUPPORTS) -> None:
    claim = claim_of(bench, words)
    bench.accept(claim, bench.matches(claim)[0].passage.id, stance)


def test_a_report_of_an_untouched_article_says_that_nobody_looked(ann: Workbench) -> None:
    made = report(ann)
    assert made.article.text == TEXT
    assert made.never_looked_at == made.claims
    assert not made.looked_at
    assert made.chain_head == ann.chain_head(article_of(ann))
    assert made.event_count == len(ann.events(article_of(ann)))


def test_evidence_is_told_with_words_place_stance_and_editor(ann: Workbench) -> None:
    accept(ann, "180 workers")
    ann.mark(claim_of(ann, "180 workers"), Rating.CONFIRMED)
    [evidence] = reported(ann, "180 workers").evidence
    assert "180 workers were hired" in evidence.words
    assert evidence.source_number == 1
    assert evidence.stance is Stance.SUPPORTS
    assert evidence.accepted
    assert evidence.accepted.editor == "Ann"
    source = ann.source_document(ann.sources(article_of(ann))[0].id)
    assert evidence.source_text_sha256 == source.sha256
    assert evidence.span.of(source.text) == evidence.words


def test_a_verdict_is_signed_by_who_gave_it_not_by_who_was_last(
    ann: Workbench, ben: Workbench
) -> None:
    claim = claim_of(ann, "180 workers")
    ann.mark(claim, Rating.UNSUPPORTED)
    ben.write_note(claim, "Ask again.")
    made = reported(ann, "180 workers")
    assert made.decided
    assert made.looked_at
    assert (made.decided.editor, made.looked_at.editor) == ("Ann", "Ben")


def test_who_gives_the_same_verdict_again_signs_it(ann: Workbench, ben: Workbench) -> None:
    claim = claim_of(ann, "180 workers")
    ann.mark(claim, Rating.UNSUPPORTED)
    ben.mark(claim, Rating.UNSUPPORTED)
    signature = reported(ann, "180 workers").decided
    assert signature
    assert signature.editor == "Ben"


def test_taking_a_verdict_back_gives_it_to_whoever_gave_the_one_before(
    ann: Workbench, ben: Workbench
) -> None:
    claim = claim_of(ann, "180 workers")
    ann.mark(claim, Rating.UNSUPPORTED)
    before = reported(ann, "180 workers").decided
    ben.mark(claim, Rating.CONFLICTING)
    ben.undo(article_of(ben))
    assert reported(ann, "180 workers").decided == before
    ben.redo(article_of(ben))
    again = reported(ann, "180 workers").decided
    assert again
    assert again.editor == "Ben"


def test_a_verdict_that_was_cleared_is_signed_by_nobody(ann: Workbench) -> None:
    claim = claim_of(ann, "180 workers")
    ann.mark(claim, Rating.UNSUPPORTED)
    ann.clear(claim)
    made = reported(ann, "180 workers")
    assert made.decided is None
    assert made in report(ann).without_verdict


def test_a_changed_stance_is_signed_by_who_changed_it(ann: Workbench, ben: Workbench) -> None:
    accept(ann, "180 workers")
    accept(ben, "180 workers", Stance.CONTEXT)
    [evidence] = reported(ann, "180 workers").evidence
    assert evidence.stance is Stance.CONTEXT
    assert evidence.accepted
    assert evidence.accepted.editor == "Ben"


def test_totals_add_up(ann: Workbench) -> None:
    ann.mark(claim_of(ann, "180 workers"), Rating.UNSUPPORTED)
    ann.write_note(claim_of(ann, "Nobody left"), "Really?")
    made = report(ann)
    totals = totals_of(made)
    kinds = totals_by_kind(made)
    assert totals.claims == len(made.claims) == sum(kind.claims for kind in kinds)
    assert totals.open == len(made.claims) - 1 == sum(kind.open for kind in kinds)
    assert totals.never_looked_at == len(made.claims) - 2


def test_a_rating_of_another_scale_is_still_told(
    ann: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    ann.mark(claim_of(ann, "180 workers"), Rating.UNSUPPORTED)
    smaller = type(ann.scale)("smaller", ann.scale.entries[:2])
    monkeypatch.setattr(ann, "scale", smaller)
    made = report(ann)
    assert {entry.name: count for entry, count in totals_of(made).by_rating}["unsupported"]
    for name in FORMATS:
        assert b"unsupported" in written_report(made, name)


def test_details_name_the_assertion_they_belong_to(ann: Workbench) -> None:
    detail = reported(ann, "180 workers")
    assert detail.part_of
    assert detail.text in report(ann).claims[detail.part_of - 1].text


def test_the_same_database_gives_the_same_bytes_to_every_editor(
    ann: Workbench, ben: Workbench
) -> None:
    accept(ann, "180 workers")
    for name in FORMATS:
        assert written_report(report(ann), name) == written_report(report(ben), name)


def test_a_report_is_of_one_moment_while_others_decide(
    ann: Workbench, ben: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = claim_of(ben, "180 workers")
    standings = ann.standings
    interruptions = iter(["First.", "Second."])

    def interrupted(article: ArticleId) -> object:
        for note in interruptions:
            ben.write_note(claim, note)
            break
        return standings(article)

    monkeypatch.setattr(ann, "standings", interrupted)
    made = report(ann)
    assert made.chain_head == ann.chain_head(article_of(ann))
    fields = json.loads(written_report(made, "json"))
    assert fields["chain"]["events"] == len(ann.events(article_of(ann)))
    assert "Second." in {claim["note"] for claim in fields["claims"]}


def test_an_article_that_never_rests_is_a_sentence(
    ann: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    heads = (str(number) for number in range(1000))
    monkeypatch.setattr(ann, "chain_head", lambda _article: next(heads))
    with pytest.raises(ConflictError, match="Try again"):
        report(ann)


def test_what_became_of_the_evidence_is_reported(ann: Workbench, tmp_path: Path) -> None:
    article = article_of(ann)
    accept(ann, "180 workers")
    [source] = ann.sources(article)
    ann.sourcing.set_kind(source.id, SourceKind.PRIMARY)
    path = tmp_path / "source.txt"
    path.write_text(path.read_text().replace("180", "108"))
    ann.sourcing.check(source.id)
    made = report(ann)
    [stale] = made.stale
    assert stale_words(made) == "1 claim rests on words that changed in their source since."
    [evidence] = stale.evidence
    assert evidence.now is not None
    assert evidence.now.state is AnchorState.NEAR
    assert "108 workers" in now_words(evidence)
    [told] = made.sources
    assert (told.kind, len(told.versions)) == (SourceKind.PRIMARY, 2)
    assert told.check is not None
    assert told.check.outcome is CheckOutcome.PASSAGE_GONE
    path.write_text("Nothing of it is left.")
    ann.sourcing.check(source.id)
    assert "gone from the source" in now_words(report(ann).stale[0].evidence[0])
    ann.sourcing.keep_evidence(claim_of(ann, stale.text))
    made = report(ann)
    assert made.stale == ()
    assert stale_words(made) == ""
    [kept] = [item for claim in made.claims for item in claim.evidence]
    assert kept.is_kept
    assert "lets the version kept stand" in now_words(kept)


def test_words_that_only_moved_are_no_news(ann: Workbench, tmp_path: Path) -> None:
    accept(ann, "180 workers")
    [source] = ann.sources(article_of(ann))
    path = tmp_path / "source.txt"
    path.write_text("Corrected on Friday.\n\n" + path.read_text())
    ann.sourcing.check(source.id)
    made = report(ann)
    [moved] = [item for claim in made.claims for item in claim.evidence]
    assert now_words(moved) == "they stand elsewhere in the source now"
    assert made.stale == ()


def test_reprints_are_reported_as_one_origin(ann: Workbench) -> None:
    article = article_of(ann)
    [source] = ann.sources(article)
    text = ann.source_document(source.id).text
    ann.link_document(article, b"x", Document(text.upper(), "A reprint"))
    made = report(ann)
    [shared] = made.shared_origins
    assert (shared.sources, shared.why) == ((1, 2), "the same text")
    assert sources_words(made) == "2 sources, 1 origin"
