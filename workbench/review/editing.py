"""What editors may make of the claims: split, merge, widen, narrow, add, drop, and call a sentence free of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.errors import RuleError
from workbench.model import (
    Action,
    ClaimId,
    ClaimKind,
    Decision,
    EventId,
    EvidenceId,
    Form,
    Span,
)
from workbench.review import parts
from workbench.review.deciding import accepting, refuse_dropped
from workbench.review.desk import storable
from workbench.review.keeping import keep
from workbench.review.words import checked_words, refuse_inside_word
from workbench.store import Change, SentenceChange, conflict

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from workbench.model import ArticleId, Claim, Document, Standing
    from workbench.review.desk import Desk

NOTHING = "nothing to check in its sentence"
"""Why the claims of a sentence are dropped when an editor says that it claims nothing."""


class Editing:
    """Changes claims; each method is one batch, undone as one, and returns where its claims stand.

    Other words are another claim: its verdict is taken back, while its note, correction and evidence
    stay. `seen_version` is the version of the claim the editor looked at; None is whatever it is now.
    """

    def __init__(
        self, desk: Desk, document_of: Callable[[ArticleId], Document], *, model: str | None
    ) -> None:
        self._desk = desk
        self._store = desk.store
        self._document_of = document_of
        self._model = model

    def add(self, article: ArticleId, span: Span, kind: ClaimKind | None = None) -> list[Standing]:
        """Take the words of `span` for a claim; None is the kind that the splitter takes them for.

        A mark that their sentence claims nothing goes.
        """
        form = Form(self._claim(article, span, kind))
        with self._store.writing():
            added = self._added(article, form, Action.ADD_CLAIM, Decision())
            unmarked = [
                self._saying(mark.span, Action.SOMETHING_TO_CHECK, is_marked=False)
                for mark in self._store.sentences.of(article)
                if mark.span.overlaps(span)
            ]
            return keep(self._desk, article, [added, *unmarked])

    def drop(
        self, claim: ClaimId, reason: str, *, seen_version: int | None = None
    ) -> list[Standing]:
        """Take `claim` for none, and say why."""
        why = " ".join(storable(reason).split())
        if not why:
            msg = "A claim is dropped for a reason."
            raise RuleError(msg, hint="Say why it is none, such as `a figure of speech`.")
        with self._store.writing():
            before = self._seen(claim, seen_version)
            return self._keep(claim, [self._dropping(before, why, Action.DROP_CLAIM)])

    def restore_last(self, article: ArticleId) -> list[Standing]:
        """Bring back the claim that was dropped last, by whomever."""
        gone = self._store.claims.dropped(article, self._document_of(article).text)
        if not gone:
            msg = "No claim was dropped."
            raise RuleError(msg, hint="There is nothing to bring back.")
        at = {claim.id: self._store.standings.one(claim.id).changed_at for claim in gone}
        return self.restore(max(gone, key=lambda claim: (at[claim.id], claim.number)).id)

    def restore(self, claim: ClaimId, *, seen_version: int | None = None) -> list[Standing]:
        """Bring back a claim that was dropped."""
        with self._store.writing():
            before = self._seen(claim, seen_version, dropped=True)
            form = replace(self._store.forms.one(claim), is_dropped=False, reason="")
            return self._keep(claim, [self._change(before, Action.RESTORE_CLAIM, form)])

    def split(self, claim: ClaimId, at: int, *, seen_version: int | None = None) -> list[Standing]:
        """Cut `claim` in two before the word at `at`, an offset in the article; both rest on its evidence."""
        before = self._seen(claim, seen_version)
        article, text, old = self._look_at(claim)
        span = old.claim.span
        if not span.start < at < span.end:
            msg = "A claim is split at one of its own words, and not at the first."
            raise RuleError(msg, hint="Choose the word with which the second part begins.")
        refuse_inside_word(text, at)
        first, second = Span(span.start, at).trimmed(text), Span(at, span.end).trimmed(text)
        kind = old.claim.kind
        left = Form(self._claim(article, first, kind))
        right = Form(self._claim(article, second, kind))
        with self._store.writing():
            before = self._seen(claim, before.version)
            taken = Decision(note=before.decision.note)
            for item in before.decision.evidence:
                taken = accepting(replace(item, id=EvidenceId(self._desk.ids())))(taken)
            return keep(
                self._desk,
                article,
                [
                    self._change(before, Action.SPLIT_CLAIM, left),
                    self._added(article, right, Action.SPLIT_CLAIM, taken),
                ],
            )

    def merge(
        self, claim: ClaimId, other: ClaimId, *, seen_versions: tuple[int, int] | None = None
    ) -> list[Standing]:
        """Make one claim of two: the first in the text takes over the words, note and evidence of the other."""
        seen = seen_versions or (None, None)
        standings = (self._seen(claim, seen[0]), self._seen(other, seen[1]))
        article, _, one = self._look_at(claim)
        _, _, two = self._look_at(other)
        if claim == other or self._store.claims.article_of(other) != article:
            msg = "Two claims of the same article are merged."
            raise RuleError(msg, hint="Choose another claim.")
        if one.claim.level is not two.claim.level:
            msg = "A detail is not merged with an assertion."
            raise RuleError(msg, hint="Drop the one that is none, or change its kind.")
        pairs = sorted(zip((one, two), standings, strict=True), key=lambda pair: pair[0].claim.span)
        (kept, keeper), (gone, goer) = pairs
        span = Span(kept.claim.span.start, max(kept.claim.span.end, gone.claim.span.end))
        form = Form(self._claim(article, span, kept.claim.kind))
        number = self._store.claims.number_of(keeper.claim_id)
        with self._store.writing():
            keeper = self._seen(keeper.claim_id, keeper.version)
            goer = self._seen(goer.claim_id, goer.version)
            merged = self._change(keeper, Action.MERGE_CLAIMS, form)
            merged = replace(merged, after=self._united(merged.after, goer.decision))
            dropping = self._dropping(goer, f"merged into claim {number}", Action.MERGE_CLAIMS)
            return keep(self._desk, article, [merged, dropping])

    def widen(
        self, claim: ClaimId, span: Span, *, seen_version: int | None = None
    ) -> list[Standing]:
        """Let `claim` reach over `span`, which holds its words and more."""
        return self._reworded(claim, span, Action.WIDEN, seen_version)

    def narrow(
        self, claim: ClaimId, span: Span, *, seen_version: int | None = None
    ) -> list[Standing]:
        """Leave of `claim` the words in `span`."""
        return self._reworded(claim, span, Action.NARROW, seen_version)

    def change_kind(
        self, claim: ClaimId, kind: ClaimKind, *, seen_version: int | None = None
    ) -> list[Standing]:
        """Take `claim` for another kind; its words and its verdict stay."""
        before = self._seen(claim, seen_version)
        article, _, old = self._look_at(claim)
        if old.claim.kind is kind:
            return [before]
        form = Form(self._claim(article, old.claim.span, kind))
        with self._store.writing():
            before = self._seen(claim, before.version)
            change = self._change(before, Action.CHANGE_KIND, form)
            return self._keep(claim, [replace(change, after=before.decision)])

    def nothing_to_check(self, article: ArticleId, at: int) -> list[Standing]:
        """Say that the sentence at `at` claims nothing; the claims in it are dropped.

        Raises:
            RuleError: there is no sentence, or one of its claims has a verdict.
        """
        sentence = self._sentence(article, at)
        with self._store.writing():
            if self._store.sentences.is_marked(article, sentence):
                return []
            changes: list[Change | SentenceChange] = []
            for claim in self._store.forms.within(article, sentence):
                before = self._store.standings.one(claim)
                if before.rating is not None:
                    number = self._store.claims.number_of(claim)
                    msg = f"Claim {number} of that sentence has a verdict."
                    raise RuleError(msg, hint="Take the verdict back first, or leave the sentence.")
                changes.append(self._dropping(before, NOTHING, Action.NOTHING_TO_CHECK))
            changes.append(self._saying(sentence, Action.NOTHING_TO_CHECK, is_marked=True))
            return keep(self._desk, article, changes)

    def something_to_check(self, article: ArticleId, at: int) -> list[Standing]:
        """Take back that the sentence at `at` claims nothing; claims dropped for that come back."""
        marked = [
            mark.span
            for mark in self._store.sentences.of(article)
            if mark.span.start <= at < mark.span.end
        ]
        if not marked:
            msg = "That sentence is not marked as having nothing to check."
            raise RuleError(msg, hint="Choose a sentence that is.")
        [sentence] = marked[:1]
        with self._store.writing():
            changes: list[Change | SentenceChange] = [
                self._saying(sentence, Action.SOMETHING_TO_CHECK, is_marked=False)
            ]
            for claim, (form, _) in self._store.forms.of(article).items():
                if form.is_dropped and form.reason == NOTHING and form.claim.span in sentence:
                    before = self._store.standings.one(claim)
                    back = replace(form, is_dropped=False, reason="")
                    changes.append(self._change(before, Action.SOMETHING_TO_CHECK, back))
            return keep(self._desk, article, changes)

    def other_word_on(self, article: ArticleId, at: int) -> list[Standing]:
        """Say that the sentence at `at` claims nothing, or take that back where it was said."""
        sentence = self._sentence(article, at)
        if self._store.sentences.is_marked(article, sentence):
            return self.something_to_check(article, at)
        return self.nothing_to_check(article, at)

    def sentence_at(self, article: ArticleId, at: int) -> Span | None:
        """The sentence with the character at `at`: one that was marked, or as the splitter cuts."""
        for mark in self._store.sentences.of(article):
            if mark.span.start <= at < mark.span.end:
                return mark.span
        return parts.sentence_around(self._document_of(article).text, at)

    def _sentence(self, article: ArticleId, at: int) -> Span:
        sentence = self.sentence_at(article, at)
        if sentence is None:
            msg = "There is no sentence at that place."
            raise RuleError(msg, hint="Choose a word of the sentence.")
        return sentence

    def _reworded(
        self, claim: ClaimId, span: Span, action: Action, seen_version: int | None
    ) -> list[Standing]:
        before = self._seen(claim, seen_version)
        article, _, old = self._look_at(claim)
        now = old.claim.span
        fits = now in span if action is Action.WIDEN else span in now
        if not fits or span == now:
            msg = (
                "Wider words hold the claim's own and more."
                if action is Action.WIDEN
                else "Narrower words are some of the claim's own."
            )
            raise RuleError(msg, hint="Choose other words, or add a claim over them.")
        form = Form(self._claim(article, span, old.claim.kind))
        with self._store.writing():
            before = self._seen(claim, before.version)
            return self._keep(claim, [self._change(before, action, form)])

    def _claim(self, article: ArticleId, span: Span, kind: ClaimKind | None) -> Claim:
        document = self._document_of(article)
        checked_words(document.text, span)
        # splitting takes its time, so it comes before the lock
        return parts.claim_over(document, span, kind, model=self._model)

    def _look_at(self, claim: ClaimId) -> tuple[ArticleId, str, Form]:
        article = self._store.claims.article_of(claim)
        return article, self._document_of(article).text, self._store.forms.one(claim)

    def _seen(self, claim: ClaimId, seen_version: int | None, *, dropped: bool = False) -> Standing:
        """Where the claim stands, if that is what the editor saw."""
        now = self._store.standings.one(claim)
        if seen_version is not None and now.version != seen_version:
            raise conflict(now)
        if not dropped:
            refuse_dropped(self._store, claim)
        elif not self._store.forms.is_dropped(claim):
            msg = "That claim was not dropped."
            raise RuleError(msg, hint="`workbench report` lists those that were.")
        return now

    def _keep(self, claim: ClaimId, changes: Sequence[Change]) -> list[Standing]:
        return keep(self._desk, self._store.claims.article_of(claim), changes)

    def _change(self, before: Standing, action: Action, form: Form) -> Change:
        after = replace(before.decision, verdict=None)
        event_id = EventId(self._desk.ids())
        return Change(event_id, before.claim_id, action, after, before.version, form=form)

    def _dropping(self, before: Standing, reason: str, action: Action) -> Change:
        form = self._store.forms.one(before.claim_id)
        return self._change(before, action, replace(form, is_dropped=True, reason=reason))

    def _added(self, article: ArticleId, form: Form, action: Action, decision: Decision) -> Change:
        claim = ClaimId(self._desk.ids())
        self._store.claims.add_by_hand(article, form.claim, claim)
        return Change(EventId(self._desk.ids()), claim, action, decision, 0, form=form)

    def _saying(self, sentence: Span, action: Action, *, is_marked: bool) -> SentenceChange:
        return SentenceChange(EventId(self._desk.ids()), action, sentence, is_marked)

    def _united(self, decision: Decision, other: Decision) -> Decision:
        """The words and the evidence of both."""
        united = replace(
            decision,
            note=_joined(decision.note, other.note),
            correction=_joined(decision.correction, other.correction),
        )
        for item in other.evidence:
            united = accepting(replace(item, id=EvidenceId(self._desk.ids())))(united)
        return united


def _joined(first: str, second: str) -> str:
    return first if first == second else " ".join(part for part in (first, second) if part)
