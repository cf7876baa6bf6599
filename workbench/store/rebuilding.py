"""How what follows from the events and the texts is made again from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model import ArticleId, ClaimId, ReviewEvent, Standing, folded
from workbench.store.events import Events
from workbench.store.standings import Standings

if TYPE_CHECKING:
    from workbench.store.connection import Connection


def folded_standings(connection: Connection, article: ArticleId) -> dict[ClaimId, Standing]:
    """The standings that the events of `article` lead to."""
    by_claim: dict[ClaimId, list[ReviewEvent]] = {}
    for event in Events(connection, Standings(connection)).of(article):
        if event.claim_id is not None:
            by_claim.setdefault(event.claim_id, []).append(event)
    return {claim: folded(claim, events) for claim, events in by_claim.items()}


def rebuild(connection: Connection) -> None:
    """Fold all standings and fill the search index again; events and texts are only read."""
    standings = Standings(connection)
    with connection.write():
        standings.forget_all()
        for (article,) in connection.rows("SELECT id FROM articles"):
            for standing in folded_standings(connection, article).values():
                standings.put(article, standing)
        connection.run("INSERT INTO passages_search (passages_search) VALUES ('rebuild')")
