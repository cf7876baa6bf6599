"""What an editor can do with linked sources beyond reading them: say their kind, look again, archive, take along."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.errors import RuleError
from workbench.model import Action, Archived, Capture, EventId, canonical_json
from workbench.review import parts, rechecking, references
from workbench.review.deciding import Wish, decide
from workbench.review.desk import storable
from workbench.review.intake import is_address, keepable
from workbench.review.standing_evidence import anchorings, keeping, stale_claims

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.model import (
        Anchoring,
        ArticleId,
        ClaimId,
        Document,
        EvidenceId,
        SharedOrigin,
        Snapshot,
        Source,
        SourceCheck,
        SourceId,
        SourceKind,
        Standing,
    )
    from workbench.review.desk import Desk
    from workbench.review.intake import Reading


class Sourcing:
    """The sources of the articles on a desk, with their versions."""

    def __init__(self, desk: Desk, document: Callable[[ArticleId], Document]) -> None:
        self._desk = desk
        self._document = document
        self._compared: tuple[tuple[SourceId, str], ...] = ()
        self._shared: list[SharedOrigin] = []

    def meant(self, reference: str) -> Source:
        """The source with that id, or that `ARTICLE/NUMBER`; the article may be left out where it is
        the only one.

        Raises:
            UnknownError: there is none such.
        """
        return references.source_meant(self._desk.store, reference)

    def versions(self, source: SourceId) -> list[Snapshot]:
        """Everything that was kept of it, the first one first."""
        return self._desk.store.snapshots.of(source)

    def version(self, source: SourceId, version: int) -> Document:
        """The document that was read from that version."""
        return self._desk.store.snapshots.document(source, version)

    def captures(self, source: SourceId) -> list[Capture]:
        """Every version with its bytes, the first one first."""
        snapshots = self._desk.store.snapshots
        return [
            Capture(
                snapshot,
                snapshots.content(snapshot),
                snapshots.as_sent(snapshot),
                snapshots.text(snapshot.text_sha256),
            )
            for snapshot in snapshots.of(source)
        ]

    # rules

    def set_kind(self, source: SourceId, kind: SourceKind | None) -> Source:
        """Say how near a source is to what it tells; None takes it back."""
        store = self._desk.store
        with store.writing():
            kept = store.sources.one(source)
            if kept.kind is not kind:
                store.sources.set_kind(source, kind)
                self._record(kept, Action.SOURCE_KIND, kind=kind and str(kind))
        return store.sources.one(source)

    def shared_origins(self, article: ArticleId) -> list[SharedOrigin]:
        """The groups of sources that have one origin, and so count once."""
        sources = self._desk.store.sources.of(article)
        key = tuple((source.id, source.text_sha256) for source in sources)
        if key != self._compared:
            text = self._desk.store.snapshots.text
            self._shared = parts.shared_origins(
                {source.id: text(source.text_sha256) for source in sources}
            )
            self._compared = key
        return self._shared

    # looking again

    def check(self, source: SourceId) -> SourceCheck:
        """Look at a source again: fetch the page, or read the file. What is new is kept beside the old.

        Raises:
            UnknownError: it has neither path nor address.
        """
        return rechecking.check_source(self._desk, source)

    def take_version(self, source: SourceId, reading: Reading) -> Source:
        """Keep what was read at a source's address as another version of it."""
        kept = replace(reading, document=keepable(reading.document))
        rechecking.check_source(self._desk, source, reading=kept)
        return self._desk.store.sources.one(source)

    def checks(self, article: ArticleId) -> dict[SourceId, SourceCheck]:
        """The last look at each source that was looked at again."""
        return {
            check.source_id: check
            for event in self._desk.store.events.of(article)
            if event.action is Action.CHECK_SOURCE
            for check in [rechecking.check_of(event)]
        }

    def anchorings(self, article: ArticleId) -> dict[EvidenceId, Anchoring]:
        """Where the evidence stands whose source has a newer text; all other stands where it stood."""
        return anchorings(self._desk.store, article)

    def stale_claims(self, article: ArticleId) -> list[ClaimId]:
        """The claims that rest on words which are changed or gone now, in text order."""
        stale = stale_claims(self._desk.store, article)
        claims = self._desk.store.claims.of(article, self._document(article).text)
        return [claim.id for claim in claims if claim.id in stale]

    def keep_evidence(self, claim: ClaimId, *, seen_version: int | None = None) -> Standing:
        """Let what a claim rests on stand although its source changed: on the like words of the newer
        text where there are any, else on the version it was taken from.

        Raises:
            RuleError: none of it is changed or gone.
        """
        store = self._desk.store
        article = store.claims.article_of(claim)
        sources = {source.id: source for source in store.sources.of(article)}
        becoming = keeping(store, sources, self._desk.ids)
        wish = Wish(claim, Action.KEEP_EVIDENCE, becoming, seen_version)
        [standing] = decide(self._desk, article, [wish])
        return standing

    # archives

    def archived(self, source: SourceId) -> list[Archived]:
        """Where public archives keep its versions, too; the first one first."""
        return self._desk.store.snapshots.archived(source)

    def check_archivable(self, source: Source) -> None:
        """Raise an error where a public archive could not save it."""
        if not is_address(source.origin):
            msg = f"Source {source.number}, {source.title}, is no page on the internet."
            raise RuleError(msg, hint="Only pages can be saved to the Wayback Machine.")

    def archive(self, source: SourceId) -> Archived:
        """Have the Wayback Machine save the page as it is now, for everybody to read.

        Raises:
            RuleError: it is no page.
            FetchError: the machine did not save it.
        """
        store = self._desk.store
        kept = store.sources.one(source)
        self.check_archivable(kept)
        url = parts.saved_at(kept.origin)
        with store.writing():
            kept = store.sources.one(source)
            archived = Archived(source, kept.version, storable(url), self._desk.now())
            store.snapshots.add_archived(archived)
            self._record(kept, Action.ARCHIVE_SOURCE, version=kept.version, url=archived.url)
        return archived

    def _record(self, source: Source, action: Action, **detail: object) -> None:
        self._desk.store.events.record(
            EventId(self._desk.ids()),
            source.article_id,
            action,
            self._desk.editor(),
            at=self._desk.now(),
            detail=canonical_json({"source": source.id, **detail}),
        )
