"""Everything that is kept: the only SQL, behind one `Store`."""

from __future__ import annotations

from workbench.store.events import Change, SentenceChange, conflict
from workbench.store.sentences import sentence_in
from workbench.store.sources import FoundPassage
from workbench.store.store import Store

__all__ = ["Change", "FoundPassage", "SentenceChange", "Store", "conflict", "sentence_in"]
