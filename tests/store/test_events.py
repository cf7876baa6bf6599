"""Events are appended, chained and folded together; a stale writer is told who was first."""

from __future__ import annotations

import dataclasses
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from tests.store.builders import ARTICLE, AT, CLAIMS, claim, evidence, mark
from workbench.errors import ConflictError, StoreError
from workbench.model import (
    Action,
    ArticleId,
    BatchId,
    ClaimId,
    Decision,
    EditorId,
    EventId,
    Form,
    ReviewEvent,
    Standing,
    Verdict,
    event_digest,
    folded,
)
from workbench.store.driver import sqlite3

if TYPE_CHECKING:
    from workbench.store import Store


def test_a_decision_is_an_event_and_a_standing(store: Store) -> None:
    standing = mark(store, 2, "wrong", event="x1", accepted=(evidence(),))
    decision = Decision(Verdict("wrong"), evidence=(evidence(),))
    assert standing == Standing(claim(2), 1, decision, "Ann", AT)
    assert store.standings.one(claim(2)) == standing
    assert store.standings.of(ARTICLE) == {claim(2): standing}
    event = store.events.one(EventId("x1"))
    assert event is not None
    assert (event.seq, event.action, event.editor, event.version) == (3, Action.MARK, "Ann", 1)
    assert (event.before, event.after) == (Decision(), decision)


def test_every_event_hangs_on_the_one_before(store: Store) -> None:
    for number, rating in enumerate(("confirmed", "wrong", "misleading")):
        mark(store, 1, rating, event=f"x{number}")
    events = store.events.of(ARTICLE)
    assert [event.seq for event in events] == [1, 2, 3, 4, 5]
    assert events[0].previous_digest == ""
    for earlier, later in pairwise(events):
        assert later.previous_digest == earlier.digest == event_digest(earlier)
    assert store.events.head(ARTICLE) == events[-1].digest
    assert store.events.of(ARTICLE, after=3) == events[3:]


def test_no_part_of_an_event_can_change_unseen(store: Store) -> None:
    mark(store, 1, "confirmed", event="x1")
    event = store.events.one(EventId("x1"))
    assert event is not None
    changed = [
        replace(event, id=EventId("other")),
        replace(event, article_id=ArticleId("other")),
        replace(event, seq=99),
        replace(event, action=Action.CLEAR),
        replace(event, editor="Eve"),
        replace(event, at="other"),
        replace(event, claim_id=claim(2)),
        replace(event, version=99),
        replace(event, before=Decision(note="other")),
        replace(event, after=Decision(note="other")),
        replace(event, batch=BatchId("other")),
        replace(event, undoes=EventId("other")),
        replace(event, detail="other"),
        replace(event, previous_digest="other"),
        replace(event, form_before=Form(CLAIMS[0])),
        replace(event, form_after=Form(CLAIMS[0])),
        replace(event, form_after=Form(CLAIMS[0], is_dropped=True)),
    ]
    digests = {event_digest(one) for one in [event, *changed]}
    assert len(digests) == len(changed) + 1 == len(dataclasses.fields(ReviewEvent)) + 1


def test_a_stale_writer_learns_who_was_first_and_writes_nothing(store: Store) -> None:
    mark(store, 1, "confirmed", event="x1", editor="Bob", at="2026-01-05T00:00:00.000Z")
    head = store.events.head(ARTICLE)
    with pytest.raises(ConflictError) as failure:
        mark(store, 1, "wrong", event="x2", version=0)
    assert "Bob changed this claim at 2026-01-05T00:00:00.000Z: now confirmed" in str(failure.value)
    assert store.events.head(ARTICLE) == head
    assert store.events.one(EventId("x2")) is None
    assert store.standings.one(claim(1)).rating == "confirmed"


def test_a_version_from_the_future_is_refused(store: Store) -> None:
    with pytest.raises(ConflictError, match="Nobody changed this claim"):
        mark(store, 1, "wrong", event="x1", version=7)


def test_an_event_id_is_used_once(store: Store) -> None:
    mark(store, 1, "confirmed", event="x1")
    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
        mark(store, 2, "confirmed", event="x1")


def test_a_decision_on_an_unknown_claim_is_refused(store: Store) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        mark(store, 99, "confirmed", event="x1")


def test_standings_are_the_fold_of_events(store: Store) -> None:
    for number, (claim_number, rating) in enumerate(
        [(1, "confirmed"), (2, "wrong"), (1, None), (1, "wrong"), (2, "confirmed")]
    ):
        mark(store, claim_number, rating, event=f"x{number}", editor=f"Editor {number}")
    events = store.events.of(ARTICLE)
    for id_, standing in store.standings.of(ARTICLE).items():
        assert standing == folded(id_, [event for event in events if event.claim_id == id_])


def test_a_claim_nobody_touched_stands_open(store: Store) -> None:
    assert store.standings.one(ClaimId("c4")) == Standing(ClaimId("c4"))
    assert store.standings.of(ARTICLE) == {}


def test_an_article_without_events_has_no_head(store: Store) -> None:
    assert store.events.head(ArticleId("zz")) == ""
    assert store.events.of(ArticleId("zz")) == []


def test_a_name_is_one_editor(store: Store) -> None:
    with store.writing():
        first = store.editors.ensure("Zoë", id_=EditorId("z1"), at=AT)
        again = store.editors.ensure("Zoë", id_=EditorId("z2"), at=AT)
    assert first == again == store.editors.named("Zoë")
    assert [editor.name for editor in store.editors.all()] == ["Ann", "Zoë"]
    assert store.editors.named("zoë") is None


def test_a_standing_that_cannot_be_read_back_is_a_sentence(store: Store) -> None:
    mark(store, 1, "confirmed", event="x1")
    with store.writing():
        store.standings._connection.run("UPDATE standings SET decision = '{}'")
    with pytest.raises(StoreError, match="cannot be read back") as failure:
        store.standings.of(ARTICLE)
    assert "--rebuild" in failure.value.hint


def test_an_event_that_cannot_be_read_back_is_a_sentence(store: Store) -> None:
    mark(store, 1, "confirmed", event="x1")
    with store.writing():
        connection = store.events._connection
        connection.run("DROP TRIGGER events_never_change")
        connection.run("UPDATE events SET decision_after = '[' WHERE id = 'x1'")
    with pytest.raises(StoreError, match="Event 3 of an article cannot be read back"):
        store.events.of(ARTICLE)
