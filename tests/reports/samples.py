"""A report made by hand, small enough to read and with one of everything."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from workbench.model import (
    DEFAULT_SCALE,
    Anchoring,
    AnchorState,
    Archived,
    CheckOutcome,
    ClaimKind,
    Coverage,
    Money,
    Period,
    Quantity,
    Rating,
    Snapshot,
    SourceCheck,
    SourceId,
    SourceKind,
    Span,
    Stance,
)
from workbench.reports import (
    DroppedClaim,
    QuietSentence,
    Report,
    ReportedArticle,
    ReportedClaim,
    ReportedEvidence,
    ReportedOrigin,
    ReportedSource,
    Signature,
)

TEXT = (
    "Harbour reopens after storm\n"
    "\n"
    "The harbour reopened on Tuesday after repairs that cost $4 million. "
    "“Nobody was hurt,” said port director Ida Holm.\n"
    "Some 180 workers had cleared the quay.\n"
)
ANN = Signature("Ann", "2026-01-02T03:04:05.000Z")
BEN = Signature("Ben", "2026-01-02T04:00:00.000Z")


def claim(number: int, words: str, kind: ClaimKind, **fields: object) -> ReportedClaim:
    """The claim of these words in `TEXT`."""
    start = TEXT.index(words)
    made = ReportedClaim(
        number, Span(start, start + len(words)), kind, words, f"{kind}.by-hand", looked_at=None
    )
    return replace(made, **fields)  # type: ignore[arg-type]  # fields are named by the tests


def _words_at(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def rated(rating: Rating, **fields: object) -> dict[str, object]:
    return {"rating": DEFAULT_SCALE.entry(rating), "decided": ANN, "looked_at": ANN, **fields}


def _version(number: int, at: str) -> Snapshot:
    return Snapshot(
        SourceId("s1"), number, at, "Budget of the port", "text/html", 40, str(number) * 64,
        "a" * 64, "b" * 64, "workbench 1",
    )  # fmt: skip


SAMPLE = Report(
    article=ReportedArticle(
        title="Harbour reopens after storm",
        origin="https://news.example/harbour?id=1",
        text=TEXT,
        sha256="a" * 64,
        added_at="2026-01-01T12:00:00.000Z",
        published=date(2026, 1, 1),
        headings=(Span(0, 27),),
    ),
    claims=(
        claim(
            1,
            "The harbour reopened on Tuesday after repairs that cost $4 million.",
            ClaimKind.EVENT,
            looked_at=BEN,
            by_hand=BEN,
            note="Ask the port.",
        ),
        claim(
            2, "Tuesday", ClaimKind.TIME, value=Period("2025-12-30"), part_of=1,
            **rated(Rating.WRONG, correction="Wednesday", looked_at=BEN),
        ),
        claim(
            3, "$4 million", ClaimKind.MONEY, value=Money((4_000_000,), "USD"), part_of=1,
            **rated(
                Rating.CONFIRMED,
                evidence=(
                    ReportedEvidence(
                        source_number=1,
                        source_title="Budget of the port",
                        stance=Stance.SUPPORTS,
                        words="Repairs: $4 million",
                        span=Span(10, 29),
                        place="row 7",
                        source_text_sha256="b" * 64,
                        accepted=ANN,
                        source_kind=SourceKind.PRIMARY,
                        now=Anchoring(
                            AnchorState.NEAR, Span(10, 29), "Repairs: $5 million", 94.7
                        ),
                    ),
                    ReportedEvidence(
                        source_number=2,
                        source_title="A reprint",
                        stance=Stance.CONTEXT,
                        words="of the port",
                        span=Span(0, 11),
                        place="",
                        source_text_sha256="e" * 64,
                        is_kept=True,
                    ),
                ),
            ),
        ),
        claim(
            4, "“Nobody was hurt,”", ClaimKind.QUOTE, speaker="port director Ida Holm",
            **rated(Rating.CONFIRMED, reason="Heard by the reporter."),
        ),
        claim(5, "180 workers", ClaimKind.QUANTITY, value=Quantity((180,), "workers")),
    ),
    sources=(
        ReportedSource(
            1, "Budget of the port", "sources/budget.html", "text/html", "c" * 64,
            "2026-01-01T12:30:00.000Z",
            kind=SourceKind.PRIMARY,
            versions=(_version(1, BEN.at), _version(2, "2026-01-03T04:00:00.000Z")),
            check=SourceCheck(
                SourceId("s1"), CheckOutcome.DEAD, "2026-01-04T04:00:00.000Z", "Ben", 2,
                "It answered 410 (Gone).",
            ),
            archived=(
                Archived(SourceId("s1"), 1, "https://archive.example/1", "2026-01-02T05:00:00.000Z"),
            ),
        ),
        ReportedSource(
            2, "A reprint", "reprint.txt", "text/plain", "f" * 64, "2026-01-01T12:31:00.000Z",
        ),
    ),
    shared_origins=(ReportedOrigin((1, 2), "nearly the same text"),),
    scale=DEFAULT_SCALE,
    coverage=Coverage(characters=160, claimed=100, assessed=40, nothing_to_check=20),
    chain_head="d" * 64,
    event_count=9,
    changed_at="2026-01-02T04:00:00.000Z",
    dropped=(
        DroppedClaim(
            6, Span(*_words_at("Ida Holm")), ClaimKind.NAME, "Ida Holm", "named before", BEN
        ),
    ),
    nothing_to_check=(
        QuietSentence(Span(0, 27), "Harbour reopens after storm", ANN),
    ),
)  # fmt: skip


def hostile(words: str) -> Report:
    """A report in which every text that comes from outside is `words`."""
    # a lone surrogate cannot stand in an editor's name or a title, but may in what was made by hand
    article = replace(SAMPLE.article, title=words, origin=words, text=words, headings=())
    evidence = tuple(
        replace(
            item,
            source_title=words,
            words=words,
            place=words,
            accepted=Signature(words, ""),
            now=Anchoring(AnchorState.NEAR, Span(0, 1), words),
            is_kept=False,
        )
        for item in SAMPLE.claims[2].evidence
    )
    everything = replace(
        SAMPLE.claims[1],
        span=Span(0, len(words)),
        text=words,
        speaker=words,
        value=Quantity((1,), words),
        reason=words,
        note=words,
        correction=words,
        evidence=evidence,
        decided=Signature(words, "2026-01-02T03:04:05.000Z"),
        part_of=None,
    )
    unseen = replace(SAMPLE.claims[4], span=Span(0, len(words)), text=words)
    check = SourceCheck(
        SourceId(words), CheckOutcome.DEAD, "2026-01-02T03:04:05.000Z", words, 1, words
    )
    archived = (Archived(SourceId(words), 1, words, "2026-01-02T03:04:05.000Z"),)
    sources = tuple(
        replace(item, title=words, origin=words, check=check, archived=archived)
        for item in SAMPLE.sources
    )
    dropped = tuple(replace(item, text=words, reason=words) for item in SAMPLE.dropped)
    quiet = tuple(replace(item, text=words) for item in SAMPLE.nothing_to_check)
    return replace(
        SAMPLE,
        article=article,
        claims=(everything, unseen),
        sources=sources,
        dropped=dropped,
        nothing_to_check=quiet,
        shared_origins=(ReportedOrigin((1, 2), words),),
    )
