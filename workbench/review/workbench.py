"""The workbench: every action an editor or a program can take, in one object."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from workbench.config import Settings, editor_name, settings_for
from workbench.model import (
    DEFAULT_SCALE,
    Action,
    EventId,
    Evidence,
    EvidenceId,
    KeptClaim,
    Progress,
    Span,
    Stance,
    Standing,
    VerdictScale,
)
from workbench.review import deciding, intake, parts, references, undoing
from workbench.review.accepting import evidence_from
from workbench.review.clock import moment, utc_now
from workbench.review.coverage import coverage_of
from workbench.review.deciding import Wish, decide
from workbench.review.desk import Desk, checked_name
from workbench.review.ids import uuid7_ids
from workbench.review.keeping import remember_anew
from workbench.review.remembering import Remembering
from workbench.review.sourcing import Sourcing
from workbench.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from workbench.model import (
        ArticleId,
        ArticleSummary,
        ClaimId,
        Coverage,
        Document,
        Match,
        NothingToCheck,
        PassageId,
        Problem,
        ReviewEvent,
        Source,
        SourceId,
    )
    from workbench.review.clock import Clock
    from workbench.review.editing import Editing
    from workbench.review.ids import IdSource
    from workbench.review.intake import AddedArticle

CANDIDATES = 100
"""Passages the full-text search hands over for one claim; the ranking is exact among these."""


class Workbench:
    """One editor at one claims database. For one thread; a worker opens its own."""

    def __init__(
        self, store: Store, *, editor: str, settings: Settings, clock: Clock, ids: IdSource
    ) -> None:
        self._store = store
        self._settings = settings
        self._desk = Desk(store, editor, DEFAULT_SCALE, clock, ids)
        self._document: tuple[ArticleId, Document] | None = None
        self.sourcing = Sourcing(self._desk, self.document)
        self.memory = Remembering(self._desk, self.document, google_key=settings.google_key)
        self.path = store.path
        self.is_read_only = store.is_read_only
        self.editor = editor
        self.scale: VerdictScale = DEFAULT_SCALE

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        editor: str | None = None,
        settings: Settings | None = None,
        create: bool = False,
        clock: Clock = utc_now,
        ids: IdSource = uuid7_ids,
    ) -> Self:
        """The workbench on the database at `path`, for `editor` or whom the settings name.

        Raises:
            StoreError: there is no such database, or it cannot be used.
            ConfigError: nobody knows who the editor is.
        """
        in_force = settings_for(path) if settings is None else settings
        name = checked_name(editor_name(in_force) if editor is None else editor)
        store = Store.open(path, create=create, now=moment(clock()))
        return cls(store, editor=name, settings=in_force, clock=clock, ids=ids)

    def close(self) -> None:
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    # the desk

    def articles(self) -> list[ArticleSummary]:
        """All articles, by number."""
        return self._store.articles.summaries()

    def article(self, reference: str) -> ArticleSummary:
        """The article with that number, id or beginning of a title."""
        return self._store.articles.summary(references.article_meant(self._store, reference))

    def add_article(
        self, data: bytes, document: Document, *, told: Callable[[float], object] | None = None
    ) -> AddedArticle:
        """Split `document`, read from `data`, and keep both; the same text is kept once.

        Args:
            told: takes the share that is split, 0 to 1, from time to time.
        """
        return intake.add_article(
            self._desk, data, document, model=self._settings.splitting_model, told=told
        )

    def add(
        self, reference: str, *, encoding: str | None = None, stdin: bytes | None = None
    ) -> AddedArticle:
        """Read a path, a URL or `-` (the bytes in `stdin`), and add it."""
        return self.add_article(*intake.content_of(reference, encoding=encoding, stdin=stdin))

    # one article

    def document(self, article: ArticleId) -> Document:
        # a document never changes, and every claim needs its words
        if self._document is None or self._document[0] != article:
            self._document = (article, self._store.articles.document(article))
        return self._document[1]

    def recall_document(self, article: ArticleId, document: Document) -> None:
        """Take the `document` of `article` that was read already; a long one is held once."""
        self._document = (article, document)

    def claims(self, article: ArticleId) -> list[KeptClaim]:
        """Those in force, in text order."""
        return self._store.claims.of(article, self.document(article).text)

    def each_claim(self, article: ArticleId) -> Iterator[KeptClaim]:
        """The same, one after the other: fifty thousand at once take fifty megabytes."""
        return self._store.claims.each(article, self.document(article).text)

    def dropped(self, article: ArticleId) -> list[KeptClaim]:
        """Those that editors took for no claim, by number."""
        return self._store.claims.dropped(article, self.document(article).text)

    def nothing_to_check(self, article: ArticleId) -> list[NothingToCheck]:
        """The sentences that editors marked so, in text order."""
        return self._store.sentences.of(article)

    def claim(self, article: ArticleId, reference: str) -> KeptClaim:
        """The claim with that number or id."""
        claim = references.claim_meant(self._store, article, reference)
        return self._store.claims.one(claim, self.document(article).text)

    def standings(self, article: ArticleId) -> dict[ClaimId, Standing]:
        """Of the claims that anybody touched."""
        return self._store.standings.of(article)

    def standing(self, claim: ClaimId) -> Standing:
        return self._store.standings.one(claim)

    def progress(self, article: ArticleId) -> Progress:
        return self._store.articles.summary(article).progress

    def coverage(self, article: ArticleId) -> Coverage:
        assessed = {claim for claim, standing in self.standings(article).items() if standing.rating}
        nothing = [mark.span for mark in self.nothing_to_check(article)]
        return coverage_of(self.document(article).text, self.claims(article), assessed, nothing)

    # decisions

    @contextmanager
    def together(self) -> Iterator[None]:
        """All that is decided in the block is kept, or nothing; nobody else decides meanwhile."""
        with self._store.writing():
            yield

    def mark(
        self,
        claim: ClaimId,
        rating: str,
        *,
        note: str | None = None,
        correction: str | None = None,
        reason: str | None = None,
        best_before: str | None = None,
        seen_version: int | None = None,
        event_id: EventId | None = None,
    ) -> Standing:
        """Give a verdict; what is None stays as it is."""
        becoming = deciding.marking(
            self.scale,
            rating,
            note=note,
            correction=correction,
            reason=reason,
            best_before=best_before,
        )
        return self._decide(Wish(claim, Action.MARK, becoming, seen_version, event_id))

    def clear(self, claim: ClaimId, *, seen_version: int | None = None) -> Standing:
        """Take the verdict back; the note, the correction and the evidence stay."""
        return self._decide(Wish(claim, Action.CLEAR, deciding.clearing, seen_version))

    def confirm_with_details(self, claim: ClaimId, *, reason: str | None = None) -> list[Standing]:
        """Confirm `claim` and its details that have no verdict yet, on the same evidence."""
        with self._store.writing():
            whole = self.standing(claim).decision
            confirming = deciding.confirming(self.scale, reason)
            given = confirming(whole).verdict
            wishes = [Wish(claim, Action.MARK, confirming)]
            for detail in self._store.claims.details_of(claim):
                if self.standing(detail).rating is None:
                    becoming = deciding.resting_on(whole.evidence, given, self._desk.ids)
                    wishes.append(Wish(detail, Action.MARK, becoming))
            return decide(self._desk, self._store.claims.article_of(claim), wishes)

    def write_note(self, claim: ClaimId, text: str, *, seen_version: int | None = None) -> Standing:
        return self._decide(Wish(claim, Action.NOTE, deciding.noting(text), seen_version))

    def write_correction(
        self, claim: ClaimId, text: str, *, seen_version: int | None = None
    ) -> Standing:
        return self._decide(Wish(claim, Action.CORRECT, deciding.correcting(text), seen_version))

    def accept(
        self,
        claim: ClaimId,
        passage: PassageId,
        stance: Stance,
        *,
        words: Span | None = None,
        seen_version: int | None = None,
    ) -> Standing:
        """Rest the claim on a passage, or on `words` of it (a span in the passage's text).

        Raises:
            RuleError: the source is not linked to the claim's article, or is a copy of it.
        """
        evidence = self._evidence(claim, passage, stance, words)
        return self._decide(Wish(claim, Action.ACCEPT, deciding.accepting(evidence), seen_version))

    def confirm_on(
        self, claim: ClaimId, passage: PassageId, *, seen_version: int | None = None
    ) -> Standing:
        """Accept a passage as support and confirm the claim with it: one decision, undone as one."""
        accepting = deciding.accepting(self._evidence(claim, passage, Stance.SUPPORTS, None))
        confirming = deciding.confirming(self.scale)
        return self._decide(
            Wish(claim, Action.MARK, lambda before: confirming(accepting(before)), seen_version)
        )

    def withdraw(self, claim: ClaimId, evidence: EvidenceId) -> Standing:
        """Rest the claim on that evidence no more."""
        return self._decide(Wish(claim, Action.WITHDRAW, deciding.withdrawing(evidence)))

    def undo(self, article: ArticleId, *, of: EventId | None = None) -> list[Standing]:
        """Take back the last thing this editor did to claims of `article`, or all that `of` was part of."""
        return undoing.undo(self._desk, article, of)

    def redo(self, article: ArticleId) -> list[Standing]:
        """Do again what was last taken back."""
        return undoing.redo(self._desk, article)

    @property
    def editing(self) -> Editing:
        """What is a claim: splitting, merging, adding and dropping them."""
        from workbench.review.editing import Editing

        return Editing(self._desk, self.document, model=self._settings.splitting_model)

    # sources

    def link_source(
        self, article: ArticleId, reference: str, *, encoding: str | None = None
    ) -> Source:
        """Read a path or URL, and keep it as a source; the same bytes are the same source, and other
        bytes at the same URL are another version of it."""
        return self.link(article, intake.reading_of(reference, encoding=encoding))

    def link_document(self, article: ArticleId, data: bytes, document: Document) -> Source:
        """Keep `document`, read from `data`, as a source."""
        return self.link(article, intake.Reading(data, document))

    def link(self, article: ArticleId, reading: intake.Reading) -> Source:
        """Keep what was read, however it was, as a source."""
        linked = intake.linked_page(self._store, article, reading)
        if linked is not None:
            return self.sourcing.take_version(linked.id, reading)
        return intake.link_source(self._desk, article, self.document(article).text, reading)

    def sources(self, article: ArticleId) -> list[Source]:
        """By number."""
        return self._store.sources.of(article)

    def source_document(self, source: SourceId) -> Document:
        return self._store.sources.document(source)

    def matches(self, claim: ClaimId, *, limit: int = 5) -> list[Match]:
        """The passages of linked sources that fit `claim` best, best first."""
        article = self._store.claims.article_of(claim)
        text = self.document(article).text
        kept = self._store.claims.one(claim, text)
        # `180 workers` stands in many places; the assertion it is a part of tells which is meant
        whole = kept.span
        if kept.parent_id is not None:
            whole = self._store.claims.one(kept.parent_id, text).span
        words = parts.search_words(kept.text)
        words += [word for word in parts.search_words(whole.of(text)) if word not in words]
        found = self._store.sources.holding(article, words, limit=CANDIDATES)
        if not found:
            return []
        ranked = parts.rank(
            kept.claim,
            kept.text,
            found,
            context=whole.of(text) if whole != kept.span else "",
            start=kept.span.start - whole.start,
            limit=limit,
        )
        return [self._voiced(match, kept.claim.speaker or "") for match in ranked]

    # history

    def events(self, article: ArticleId, *, after: int = 0) -> list[ReviewEvent]:
        """What was done to `article`, behind event number `after`."""
        return self._store.events.of(article, after=after)

    def event_count(self, article: ArticleId) -> int:
        """The number of the last event: where a reader of events goes on from."""
        return self._store.events.count(article)

    def chain_head(self, article: ArticleId) -> str:
        """The digest of the last event, which all events before it hang on."""
        return self._store.events.head(article)

    def change_token(self) -> int:
        """A number that changes when somebody else has changed the database."""
        return self._store.change_token()

    # upkeep

    def examine(self) -> list[Problem]:
        """Everything that is wrong with the database; empty when all is well."""
        return self._store.examine()

    def rebuild(self) -> None:
        """Make what follows from the events and texts again: standings, search index and memory."""
        with self._store.writing():
            self._store.rebuild()
            remember_anew(self._store)

    def backup(self, target: Path) -> None:
        """Copy the whole database to `target`, while others go on writing."""
        self._store.back_up(target)

    def _voiced(self, match: Match, speaker: str) -> Match:
        # only a quotation that the passage holds is anybody's words
        if not (speaker and match.changes):
            return match
        return parts.with_voice(match, speaker, self.source_document(match.passage.source_id).text)

    def _decide(self, wish: Wish) -> Standing:
        article = self._store.claims.article_of(wish.claim_id)
        [standing] = decide(self._desk, article, [wish])
        return standing

    def _evidence(
        self, claim: ClaimId, passage: PassageId, stance: Stance, words: Span | None
    ) -> Evidence:
        article = self._store.claims.article_of(claim)
        text = self.document(article).text
        return evidence_from(self._desk, article, text, passage, stance=stance, words=words)
