"""Claims are marked in place, whether they nest, cross or span paragraphs."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.reports.samples import SAMPLE
from workbench.model import ClaimKind, Span
from workbench.reports import Report, ReportedClaim
from workbench.reports.annotated import annotated


@st.composite
def reports(draw: st.DrawFn) -> Report:
    text = draw(st.text(" \n.ab", min_size=1, max_size=60))
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    spans = sorted(
        (Span(min(pair), max(pair)) for pair in draw(st.lists(ends, max_size=6))),
        key=lambda span: (span.start, -span.end),
    )
    claims = [
        ReportedClaim(number, trimmed, ClaimKind.EVENT, trimmed.of(text), "drawn")
        for number, trimmed in enumerate((span.trimmed(text) for span in spans), 1)
        if len(trimmed)
    ]
    claims.sort(key=lambda claim: (claim.span.start, -claim.span.end))
    headings = tuple(Span(*sorted(pair)) for pair in draw(st.lists(ends, max_size=2)))
    article = replace(SAMPLE.article, text=text, headings=headings)
    return replace(SAMPLE, article=article, claims=tuple(claims))


@given(reports())
def test_every_word_of_the_article_is_shown_once_and_in_order(report: Report) -> None:
    shown = "".join(piece.words for block in annotated(report) for piece in block.pieces)
    assert "".join(shown.split()) == "".join(report.article.text.split())


@given(reports())
def test_every_claim_begins_once_and_ends_once(report: Report) -> None:
    pieces = [piece for block in annotated(report) for piece in block.pieces]
    opened = [claim.number for piece in pieces for claim in piece.opening]
    closed = [claim.number for piece in pieces for claim in piece.closing]
    assert sorted(opened) == sorted(closed) == sorted(claim.number for claim in report.claims)


@given(reports())
def test_a_claim_covers_exactly_its_words(report: Report) -> None:
    pieces = [piece for block in annotated(report) for piece in block.pieces]
    for claim in report.claims:
        words = "".join(piece.words for piece in pieces if claim in piece.covering)
        assert "".join(words.split()) == "".join(claim.text.split())


def test_a_heading_is_a_block_of_its_own() -> None:
    blocks = list(annotated(SAMPLE))
    assert [block.is_heading for block in blocks] == [True, False]
    assert blocks[0].pieces[0].words == "Harbour reopens after storm"
