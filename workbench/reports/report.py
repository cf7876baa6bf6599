"""What a report holds, whatever format it leaves the building in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from workbench.model import (
        Anchoring,
        Archived,
        ClaimKind,
        Coverage,
        Level,
        ScaleEntry,
        Snapshot,
        SourceCheck,
        SourceKind,
        Span,
        Stance,
        Value,
        VerdictScale,
    )


@dataclass(frozen=True, slots=True)
class Signature:
    """Who did something, and when."""

    editor: str
    at: str
    """ISO 8601, UTC."""


@dataclass(frozen=True, slots=True)
class ReportedEvidence:
    """Words of a source that an editor accepted for a claim."""

    source_number: int
    source_title: str
    stance: Stance
    words: str
    span: Span
    """Of the words, in the source's text."""

    place: str
    source_text_sha256: str
    """Of the source's text when the words were accepted."""

    accepted: Signature | None = None
    source_kind: SourceKind | None = None
    """None until somebody says it."""

    now: Anchoring | None = None
    """Where the words stand in the newest version of the source, if that has another text and no
    editor let them stand against it."""

    is_kept: bool = False
    """Whether an editor let the words stand although the newest version has them no more."""


@dataclass(frozen=True, slots=True)
class ReportedClaim:
    """A claim, and everything that was decided about it."""

    number: int
    span: Span
    """In the article's text."""

    kind: ClaimKind
    text: str
    rule: str
    value: Value | None = None
    speaker: str | None = None
    part_of: int | None = None
    """Number of the assertion that carries this detail."""

    by_hand: Signature | None = None
    """Who last chose its words or its kind; None where they are the splitter's."""

    rating: ScaleEntry | None = None
    """None where no verdict stands."""

    reason: str = ""
    note: str = ""
    correction: str = ""
    evidence: tuple[ReportedEvidence, ...] = ()
    decided: Signature | None = None
    """Who gave the verdict that stands."""

    looked_at: Signature | None = None
    """Who did the last thing about it, be it a verdict or not; None if nobody ever looked."""

    @property
    def level(self) -> Level:
        return self.kind.level


@dataclass(frozen=True, slots=True)
class DroppedClaim:
    """A claim that an editor took for none."""

    number: int
    span: Span
    """In the article's text."""

    kind: ClaimKind
    text: str
    reason: str
    dropped: Signature


@dataclass(frozen=True, slots=True)
class QuietSentence:
    """A sentence that an editor found to claim nothing."""

    span: Span
    """In the article's text."""

    text: str
    marked: Signature


@dataclass(frozen=True, slots=True)
class ReportedSource:
    """A linked source, so that anybody can tell whether they hold the same one."""

    number: int
    title: str
    origin: str
    media_type: str
    sha256: str
    """Hex digest of the bytes as read."""

    added_at: str
    kind: SourceKind | None = None
    """None until somebody says it."""

    versions: tuple[Snapshot, ...] = ()
    """All that was kept of it, the first one first."""

    check: SourceCheck | None = None
    """The last look at it after it was linked."""

    archived: tuple[Archived, ...] = ()
    """Where public archives keep its versions, too."""


@dataclass(frozen=True, slots=True)
class ReportedOrigin:
    """Sources that have one origin, and so count once."""

    sources: tuple[int, ...]
    """Their numbers, two at least."""

    why: str


@dataclass(frozen=True, slots=True)
class ReportedArticle:
    """The article as it was checked."""

    title: str
    origin: str
    text: str
    sha256: str
    """Hex digest of the text in UTF-8."""

    added_at: str
    language: str = "en"
    encoding: str = "utf-8"
    encoding_guessed: bool = False
    published: date | None = None
    headings: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """One article at one moment: what was found, on what it rests, and what nobody looked at."""

    article: ReportedArticle
    claims: tuple[ReportedClaim, ...]
    """In text order."""

    sources: tuple[ReportedSource, ...]
    scale: VerdictScale
    coverage: Coverage
    chain_head: str
    """Digest of the last event, which all events before it hang on."""

    event_count: int
    changed_at: str
    """Of the last event: the moment this report is about."""

    moments: tuple[str, ...] = ()
    """When each decision was made, ISO 8601, in order."""

    dropped: tuple[DroppedClaim, ...] = ()
    """By number."""

    nothing_to_check: tuple[QuietSentence, ...] = ()
    """In text order."""

    shared_origins: tuple[ReportedOrigin, ...] = ()
    """The sources that count once; all others are origins of their own."""

    @property
    def corrections(self) -> tuple[ReportedClaim, ...]:
        """Claims that should read otherwise."""
        return tuple(claim for claim in self.claims if claim.correction)

    @property
    def looked_at(self) -> tuple[ReportedClaim, ...]:
        """Claims somebody did something about, with a verdict or without."""
        return tuple(claim for claim in self.claims if claim.looked_at)

    @property
    def never_looked_at(self) -> tuple[ReportedClaim, ...]:
        return tuple(claim for claim in self.claims if not claim.looked_at)

    @property
    def without_verdict(self) -> tuple[ReportedClaim, ...]:
        """Claims somebody looked at and did not decide."""
        return tuple(claim for claim in self.looked_at if claim.rating is None)

    @property
    def stale(self) -> tuple[ReportedClaim, ...]:
        """Claims that rest on words which are changed or gone in their sources."""
        return tuple(
            claim
            for claim in self.claims
            if any(item.now and item.now.is_stale for item in claim.evidence)
        )

    def origins_behind(self, sources: Iterable[int]) -> int:
        """How many origins stand behind the sources of these numbers."""
        first = {number: one.sources[0] for one in self.shared_origins for number in one.sources}
        return len({first.get(number, number) for number in sources})

    @property
    def assessed_count(self) -> int:
        return sum(claim.rating is not None for claim in self.claims)
