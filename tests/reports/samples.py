"""A report made by hand, small enough to read and with one of everything."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from workbench.model import (
    DEFAULT_SCALE,
    ClaimKind,
    Coverage,
    Money,
    Period,
    Quantity,
    Rating,
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
        ),
    ),
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
        replace(item, source_title=words, words=words, place=words, accepted=Signature(words, ""))
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
    sources = tuple(replace(item, title=words, origin=words) for item in SAMPLE.sources)
    dropped = tuple(replace(item, text=words, reason=words) for item in SAMPLE.dropped)
    quiet = tuple(replace(item, text=words) for item in SAMPLE.nothing_to_check)
    return replace(
        SAMPLE,
        article=article,
        claims=(everything, unseen),
        sources=sources,
        dropped=dropped,
        nothing_to_check=quiet,
    )
