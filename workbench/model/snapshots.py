"""What is kept of a source each time it is looked at, and what the look told."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.model.fetched import Hop
    from workbench.model.ids import EvidenceId, SourceId
    from workbench.model.sources import Anchoring


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One version of a source: the bytes, how they came, and the text read from them. Never changed."""

    source_id: SourceId
    version: int
    """1 for what was linked, counted without a gap."""

    at: str
    """When it was read or asked for; ISO 8601, UTC."""

    title: str
    media_type: str
    size: int
    """Bytes, unpacked."""

    sha256: str
    """Hex digest of the bytes, unpacked."""

    text_sha256: str
    raw_sha256: str
    """Hex digest of the body as sent; that of the bytes where it was not packed."""

    reader: str
    """The program and its version that made the text."""

    hops: tuple[Hop, ...] = ()
    """Every request in order; none for a file."""

    @property
    def url(self) -> str:
        """After redirects; empty for a file."""
        return self.hops[-1].url if self.hops else ""


@dataclass(frozen=True, slots=True)
class Capture:
    """A version of a source with all its bytes, ready to leave the database."""

    snapshot: Snapshot
    content: bytes
    """Unpacked."""

    as_sent: bytes | None
    """The body as its server sent it; None where the same content came packed otherwise before."""

    text: str
    """What was read from it."""


@dataclass(frozen=True, slots=True)
class Archived:
    """A version of a source that a public archive keeps, too."""

    source_id: SourceId
    version: int
    url: str
    at: str
    """When it was saved there; ISO 8601, UTC."""


class CheckOutcome(StrEnum):
    """What became of a source when it was looked at again. Names are stored and never change."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    """There is a newer version; every accepted passage still stands in it."""

    PASSAGE_GONE = "passage gone"
    """There is a newer version; some accepted passage is changed or gone in it."""

    DEAD = "dead"
    """It could not be read any more."""


@dataclass(frozen=True, slots=True)
class SourceCheck:
    """One look at a source after it was linked."""

    source_id: SourceId
    outcome: CheckOutcome
    at: str
    """ISO 8601, UTC."""

    editor: str
    version: int
    """The newest version after the look."""

    reason: str = ""
    """Why it could not be read, where it could not."""

    anchorings: tuple[tuple[EvidenceId, Anchoring], ...] = ()
    """The evidence in force at that moment that rests on the source, and where its words stand."""
