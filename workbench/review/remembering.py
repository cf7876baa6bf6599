"""What an editor can do with earlier checked claims: find them, take one over, and say how long it holds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import ConfigError, RuleError, UnknownError
from workbench.model import Action, CheckedClaim, ClaimId, EvidenceId, Fetched, visible_line
from workbench.review import deciding, intake, parts
from workbench.review.deciding import Wish, decide

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from workbench.model import ArticleId, Decision, Document, Evidence, SourceId, Standing
    from workbench.readers.checks import ReadChecks
    from workbench.review.desk import Desk
    from workbench.review.recalling import Recalled
    from workbench.store import Store

MOST_OF_ARTICLE = 20
"""Like claims of the same article that are passed over at most."""


@dataclass(frozen=True, slots=True)
class AddedChecks:
    """What an import did to the memory."""

    new: int
    changed: int
    known: int
    """Already there, and the same."""


class Remembering:
    """The memory of a desk."""

    def __init__(
        self, desk: Desk, document: Callable[[ArticleId], Document], *, google_key: str = ""
    ) -> None:
        self._desk = desk
        self._document = document
        self._google_key = google_key

    def search(self, statement: str, *, limit: int = 5) -> list[Recalled]:
        """Earlier checked claims like `statement`, most alike first."""
        return parts.recalled(
            self._desk.store, statement, limit=limit, without=(), today=self._today()
        )

    def recall(self, claim: ClaimId, *, limit: int = 5) -> list[Recalled]:
        """Earlier checked claims like `claim`, most alike first; none for a bare name or date.

        It is left out itself, with what it is a part of and what is a part of it. Of the rest of its
        article only those are recalled that are sure to be the same: it is about one thing throughout.
        """
        store = self._desk.store
        article = store.claims.article_of(claim)
        kept = store.claims.one(claim, self._document(article).text)
        if not store.decided.keeps(kept.claim.kind):
            return []
        whole = kept.parent_id or claim
        found = parts.recalled(
            store,
            kept.claim.statement or kept.text,
            limit=limit + MOST_OF_ARTICLE,
            without={claim, whole, *store.claims.details_of(whole)},
            today=self._today(),
        )
        return [
            item
            for item in found
            if item.is_match
            or item.checked.claim_id is None
            or store.claims.article_of(item.checked.claim_id) != article
        ][:limit]

    def one(self, reference: str) -> CheckedClaim:
        """The checked claim with that id.

        Raises:
            UnknownError: the memory holds none such.
        """
        checked = self._desk.store.memory.one(reference)
        if checked is None:
            msg = f"The memory holds no checked claim {visible_line(reference)}."
            raise UnknownError(
                msg, hint="`workbench memory search … --format jsonl` tells the ids."
            )
        return checked

    def take(self, claim: ClaimId, reference: str, *, seen_version: int | None = None) -> Standing:
        """Take an earlier check over as a new decision of today on `claim`, undone as one.

        Of a claim of this desk its verdict, reason, correction and evidence: the sources are linked to
        the article of `claim` as they were when the words were accepted. An imported check has other
        words for its verdict and no evidence here: what it says becomes the note.

        Raises:
            RuleError: it is past its date, it is the claim itself, or it rests on the very article.
        """
        checked = self.one(reference)
        if checked.is_expired(self._today()):
            msg = f"That check was good until {checked.best_before}."
            raise RuleError(msg, hint="Check the claim again; the old evidence may be out of date.")
        if checked.claim_id == claim:
            msg = "That is the claim itself."
            raise RuleError(msg, hint="Choose an earlier claim.")
        store = self._desk.store
        article = store.claims.article_of(claim)
        with store.writing():
            if checked.claim_id is None:
                wish = Wish(claim, Action.NOTE, _noting(checked), seen_version)
            else:
                earlier = store.standings.one(checked.claim_id).decision
                evidence = self._linked(article, earlier.evidence)
                becoming = _taking(earlier, evidence, _told(checked), self._desk.ids)
                wish = Wish(claim, Action.MARK, becoming, seen_version)
            [standing] = decide(self._desk, article, [wish])
        return standing

    def set_best_before(self, reference: str, day: str) -> CheckedClaim:
        """Say until when a check holds, as `2027-01-31`; an empty day takes that back.

        On a claim of this desk it is a decision like any other; of an imported check it stays through
        later imports that say nothing about it.
        """
        until = deciding.checked_day(day)
        checked = self.one(reference)
        store = self._desk.store
        if checked.claim_id is None:
            parts.remember(store, [replace(checked, best_before=until)])
        else:
            article = store.claims.article_of(checked.claim_id)
            becoming = deciding.holding_until(until)
            decide(self._desk, article, [Wish(checked.claim_id, Action.MARK, becoming)])
        return self.one(reference)

    def read(self, reference: str, *, format_name: str = "") -> ReadChecks:
        """The checks of a path or a URL and what is wrong with them; nothing of it is kept yet.

        Raises:
            ReaderError: it holds no checks, or cannot be read.
        """
        if intake.is_address(reference):
            return parts.checks_at(reference, format_name=format_name)
        return parts.checks_in(Path(reference), format_name=format_name)

    def ask_google(self, query: str, *, language: str = "", limit: int = 100) -> list[CheckedClaim]:
        """What Google's Fact Check Tools know about `query`; nothing of it is kept yet.

        Raises:
            ConfigError: there is no key, so that nobody is asked.
        """
        if not self._google_key:
            msg = "There is no key for Google's Fact Check Tools, so they were not asked."
            hint = 'Set WORKBENCH_GOOGLE_KEY, or [google] key = "…" in workbench.toml.'
            raise ConfigError(msg, hint=hint)
        return parts.checks_about(query, key=self._google_key, language=language, limit=limit)

    def add(self, checks: Iterable[CheckedClaim]) -> AddedChecks:
        """Keep imported checks, all or none; the same ones again change nothing."""
        store = self._desk.store
        unique = {check.id: check for check in checks}
        with store.writing():
            kept = {check.id: check for check in store.memory.some(list(unique))}
            due = [_merged(check, kept.get(check.id)) for check in unique.values()]
            changed = [check for check in due if check != kept.get(check.id)]
            new = sum(check.id not in kept for check in changed)
            if changed:
                parts.remember(store, changed)
        return AddedChecks(new, len(changed) - new, len(due) - len(changed))

    def _today(self) -> str:
        return self._desk.now()[: len("2026-01-02")]

    def _linked(self, article: ArticleId, evidence: Sequence[Evidence]) -> list[Evidence]:
        """The same words in sources of `article`, which are linked where they are not yet."""
        text = self._document(article).text
        found: list[Evidence] = []
        for item in evidence:
            reading = _reading(self._desk.store, item.source_id, item.source_sha256)
            source = intake.link_source(self._desk, article, text, reading)
            found.append(replace(item, source_id=source.id, source_title=source.title))
        return found


def _reading(store: Store, source: SourceId, text_sha256: str) -> intake.Reading:
    """The version of `source` that words were accepted from, as if it were read now."""
    version = store.snapshots.first_with_text(source, text_sha256)
    versions = store.snapshots.of(source)
    snapshot = next((one for one in versions if one.version == version), versions[-1])
    data = store.snapshots.content(snapshot)
    page = None
    if snapshot.hops:
        at = datetime.fromisoformat(snapshot.at)
        page = Fetched(at, snapshot.hops, store.snapshots.as_sent(snapshot) or data, data)
    return intake.Reading(data, store.snapshots.document(source, snapshot.version), page)


def _taking(
    earlier: Decision, evidence: Sequence[Evidence], told: str, new_id: Callable[[], str]
) -> deciding.Becoming:
    resting = deciding.resting_on(evidence, earlier.verdict, lambda: EvidenceId(new_id()))

    def taken(before: Decision) -> Decision:
        return replace(
            resting(before),
            correction=before.correction or earlier.correction,
            note="\n".join(filter(None, (before.note, earlier.note, told))),
        )

    return taken


def _noting(checked: CheckedClaim) -> deciding.Becoming:
    def noted(before: Decision) -> Decision:
        return replace(before, note="\n".join(filter(None, (before.note, _told(checked)))))

    return noted


def _told(checked: CheckedClaim) -> str:
    """Where it comes from, such as `Taken over from “Dams”, checked 2026-01-02 by Ann.`"""
    if checked.claim_id is None:
        by = checked.publisher or "Somebody"
        on = f" ({checked.checked_at[:10]})" if checked.checked_at else ""
        rated = f"{by}{on} rated “{checked.text}”: {checked.rating}."
        return f"{rated} {checked.url}".strip()
    return (
        f"Taken over from “{checked.headline}”, checked {checked.checked_at[:10]}"
        f" by {checked.editor}."
    )


def _merged(check: CheckedClaim, kept: CheckedClaim | None) -> CheckedClaim:
    if kept is not None and not check.best_before:
        return replace(check, best_before=kept.best_before)
    return check
