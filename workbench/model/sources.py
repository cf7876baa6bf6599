"""Sources, what the program offers from them, and what an editor accepted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.model.ids import ArticleId, EvidenceId, PassageId, SourceId
    from workbench.model.text import Anchor, Span


class Stance(StrEnum):
    """What accepted words do to the claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    CONTEXT = "context"


class SourceKind(StrEnum):
    """How near a source is to what it tells. Names are stored and never change; labels may."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    AUTHOR = "author"

    @property
    def label(self) -> str:
        return SOURCE_KINDS[self][0]

    @property
    def description(self) -> str:
        return SOURCE_KINDS[self][1]


SOURCE_KINDS: dict[SourceKind, tuple[str, str]] = {
    SourceKind.PRIMARY: (
        "primary",
        "The thing itself: a law, a data set, a transcript, an account of one's own.",
    ),
    SourceKind.SECONDARY: ("secondary", "Somebody's report of it: news, a study of others' data."),
    SourceKind.AUTHOR: (
        "author's word only",
        "What the article's author says or noted down, and nobody else can look up.",
    ),
}
"""Label and description of each kind."""

KIND_NOT_SAID = "kind not said"
"""What stands for the kind of a source that nobody gave one."""


@dataclass(frozen=True, slots=True)
class Source:
    """A document linked to an article, as its newest version stands."""

    id: SourceId
    article_id: ArticleId
    number: int
    """1 for the first source linked to the article; what an editor types."""

    title: str
    origin: str
    """The path or URL, as the editor gave it."""

    media_type: str
    sha256: str
    """Hex digest of the newest version's bytes."""

    added_at: str
    """ISO 8601, UTC."""

    passage_count: int = 0
    encoding: str = "utf-8"
    kind: SourceKind | None = None
    """None until an editor says it."""

    version: int = 1
    """The newest; 1 is what was linked."""

    text_sha256: str = ""
    """Hex digest of the text that passages are offered from."""

    @property
    def kind_label(self) -> str:
        return self.kind.label if self.kind else KIND_NOT_SAID


@dataclass(frozen=True, slots=True)
class SharedOrigin:
    """Sources that all tell what one of them, or somebody behind them, told first: they count once."""

    sources: tuple[SourceId, ...]
    """Two at least, in the order they were linked."""

    why: str
    """What they have in common: `the same text`, `credited to Reuters`."""


def origin_count(sources: Iterable[SourceId], shared: Iterable[SharedOrigin]) -> int:
    """How many origins stand behind `sources`, each named once or more."""
    first = {source: origin.sources[0] for origin in shared for source in origin.sources}
    return len({first.get(source, source) for source in sources})


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a source that can be offered on its own: a sentence or a row."""

    id: PassageId
    source_id: SourceId
    span: Span
    """In the source document's text."""

    text: str
    place: str = ""
    """Where it stands for a reader: a heading, page, row or time code."""


class Agreement(StrEnum):
    """How one number, date, name or quotation of a claim stands in a passage or source."""

    EXACT = "exact"
    ROUNDED = "rounded"
    CONVERTED = "converted"
    ELSEWHERE = "elsewhere"
    MISMATCH = "mismatch"
    NOT_FOUND = "not found"


@dataclass(frozen=True, slots=True)
class Finding:
    """One part of a claim compared with a passage."""

    wanted: str
    """The claim's words: `180 workers`."""

    agreement: Agreement
    seen: str = ""
    """The passage's words for it, where there are any: `108 workers`."""

    span: Span | None = None
    """Of `seen`, in the passage's text."""


class ChangeKind(StrEnum):
    """What a quotation did to the words that were said."""

    SAME = "same"
    DROPPED = "dropped"
    ADDED = "added"
    CHANGED = "changed"
    LEFT_OUT = "left out"
    """Dropped openly, behind an ellipsis or in brackets."""


@dataclass(frozen=True, slots=True)
class WordChange:
    """A run of words of a quotation beside the words of the source."""

    kind: ChangeKind
    quoted: str
    """The claim's words; empty where words were dropped."""

    said: str
    """The passage's words; empty where words were added."""

    quoted_span: Span
    """In the claim's text; empty, at the place, where words were dropped."""

    said_span: Span
    """In the passage's text; empty, at the place, where words were added."""

    is_grave: bool = False
    """The change touches a negation, a number or a name."""


@dataclass(frozen=True, slots=True)
class Match:
    """A passage offered as evidence, and why it was offered."""

    passage: Passage
    source_number: int
    source_title: str
    score: float
    """0 to 100. Comparable between the matches of one claim, and no further."""

    words: tuple[Span, ...] = ()
    """The words that match, in the passage's text, in order."""

    findings: tuple[Finding, ...] = ()
    """Each number, date and name of the claim: whether the passage agrees."""

    changes: tuple[WordChange, ...] = ()
    """For a quotation that the passage holds: its words beside the passage's, in order."""

    @property
    def disagrees(self) -> bool:
        return any(finding.agreement is Agreement.MISMATCH for finding in self.findings)


class AnchorState(StrEnum):
    """What became of accepted words in a newer version of their source."""

    EXACT = "exact"
    """They stand where they stood."""

    MOVED = "moved"
    """They stand somewhere else."""

    NEAR = "near"
    """Words like them stand there; an editor must say whether they still will do."""

    ORPHANED = "orphaned"
    """Nothing like them stands there. The evidence is kept, and the version it was taken from."""


@dataclass(frozen=True, slots=True)
class Anchoring:
    """Where accepted words stand in a newer version of their source."""

    state: AnchorState
    span: Span | None = None
    """In the newer text; None where the words are orphaned."""

    words: str = ""
    """What the newer text says there."""

    score: float = 100.0
    """Likeness of the words, 0 to 100."""

    @property
    def is_stale(self) -> bool:
        """An editor has to look again."""
        return self.state in {AnchorState.NEAR, AnchorState.ORPHANED}


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of a source that an editor accepted for a claim."""

    id: EvidenceId
    source_id: SourceId
    stance: Stance
    anchor: Anchor
    """In the source document's text."""

    source_sha256: str
    """Of the source's text when it was accepted."""

    source_title: str = ""
    place: str = ""
    kept_against: str = ""
    """Of the newer text that an editor saw, and let these words stand all the same; empty as a rule."""
