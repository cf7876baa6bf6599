"""How what follows from the events and the texts is made again from them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from workbench.errors import StoreError
from workbench.model import (
    Action,
    ArticleId,
    ClaimId,
    Form,
    NothingToCheck,
    ReviewEvent,
    SourceId,
    SourceKind,
    Standing,
    folded,
    folded_form,
)
from workbench.store.events import Events
from workbench.store.forms import Forms
from workbench.store.sentences import Sentences, folded_sentences
from workbench.store.snapshots import Snapshots
from workbench.store.sources import Sources
from workbench.store.standings import Standings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.store.connection import Connection


def folded_standings(connection: Connection, article: ArticleId) -> dict[ClaimId, Standing]:
    """The standings that the events of `article` lead to."""
    by_claim = _by_claim(Events(connection).of(article))
    return {claim: folded(claim, events) for claim, events in by_claim.items()}


def kinds_told(connection: Connection, article: ArticleId) -> dict[SourceId, SourceKind]:
    """The kinds that editors gave to the sources of `article`, each the last one."""
    kinds: dict[SourceId, SourceKind] = {}
    for (detail,) in connection.rows(
        "SELECT detail FROM events WHERE article_id = ? AND action = ? ORDER BY seq",
        (article, str(Action.SOURCE_KIND)),
    ):
        try:
            told = json.loads(detail)
            source, kind = SourceId(told["source"]), told["kind"]
            kinds.pop(source, None)
            if kind:
                kinds[source] = SourceKind(kind)
        except (ValueError, KeyError, TypeError) as error:
            msg = "What was said about a source cannot be read back."
            raise StoreError(
                msg, hint="Run `workbench doctor`, and go back to a backup."
            ) from error
    return kinds


def refolded(
    connection: Connection, article: ArticleId
) -> tuple[dict[ClaimId, tuple[Form, ClaimId | None]], list[NothingToCheck]]:
    """What editors made of the claims and the sentences of `article`, as its events say."""
    events = Events(connection).of(article)
    return Forms(connection).folded(article, _forms(events)), folded_sentences(events)


def rebuild(connection: Connection) -> None:
    """Make again all that follows from events and texts, which are only read."""
    standings = Standings(connection)
    snapshots = Snapshots(connection)
    sources = Sources(connection, snapshots)
    with connection.write():
        standings.forget_all()
        for (article,) in connection.rows("SELECT id FROM articles"):
            for standing in folded_standings(connection, article).values():
                standings.put(article, standing)
            kinds = kinds_told(connection, article)
            for source in sources.of(article):
                sources.set_kind(source.id, kinds.get(source.id))
                version = snapshots.first_with_text(source.id, source.text_sha256)
                sources.offer_from(source.id, version or source.version)
            events = Events(connection).of(article)
            Forms(connection).fold(article, _forms(events))
            Sentences(connection).fold(article, folded_sentences(events))
        connection.run("INSERT INTO passages_search (passages_search) VALUES ('rebuild')")


def _forms(events: Iterable[ReviewEvent]) -> dict[ClaimId, Form]:
    """What `events` made of the claims that they changed."""
    forms = {claim: folded_form(of_claim) for claim, of_claim in _by_claim(events).items()}
    return {claim: form for claim, form in forms.items() if form is not None}


def _by_claim(events: Iterable[ReviewEvent]) -> dict[ClaimId, list[ReviewEvent]]:
    by_claim: dict[ClaimId, list[ReviewEvent]] = {}
    for event in events:
        if event.claim_id is not None:
            by_claim.setdefault(event.claim_id, []).append(event)
    return by_claim
