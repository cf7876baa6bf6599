"""Long documents are read part by part, and nobody can tell from the claims."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from workbench.model import ClaimKind, Document, Level, Span
from workbench.splitting import split
from workbench.splitting.parts import parts

PARAGRAPHS = (
    "Mayor Ada Lund opened the Tarn Bridge on Tuesday, and 300 people came.",
    "“We waited nine years,” she said. “The old ferry was never on time.”",
    "The bridge, which cost $12 million, is the longest in the valley.",
    "Nobody was hurt when a lorry lost its load there a day later, police said.",
)


def written(document: Document, longest: int) -> list[tuple[int, str]]:
    return [(part.start, part.document.text) for part in parts(document, longest=longest)]


@given(st.text(max_size=300), st.integers(1, 60))
def test_the_parts_are_the_whole_text_in_order(text: str, longest: int) -> None:
    place = 0
    for start, words in written(Document(text, ""), longest):
        assert start == place
        assert words or not text
        place += len(words)
    assert place == len(text)


def test_a_document_that_is_short_is_its_only_part() -> None:
    document = Document(PARAGRAPHS[0], "")
    assert [part.document for part in parts(document)] == [document]


def test_a_text_is_cut_between_paragraphs_and_never_in_a_quotation() -> None:
    text = "\n\n".join(PARAGRAPHS)
    assert [words.strip() for _, words in written(Document(text, ""), 120)] == list(PARAGRAPHS)
    spoken = (
        f"{PARAGRAPHS[0]} He said: “It rained. It snowed. It froze. It thawed. We ran.” He left."
    )
    cut = [words for _, words in written(Document(spoken, ""), 120)]
    assert cut[0] == f"{PARAGRAPHS[0]} "


def test_a_text_without_a_gap_is_cut_at_a_space_and_a_number_never() -> None:
    assert written(Document("ab " * 10, ""), 10)[0] == (0, "ab ab ab ")
    assert written(Document("7" * 50, ""), 10) == [(0, "7" * 50)]
    assert written(Document("7" * 20 + " 1", ""), 10) == [(0, "7" * 20 + " "), (21, "1")]


def test_a_heading_moves_with_its_part() -> None:
    text = f"{PARAGRAPHS[0]}\n\nThe bridge\n\n{PARAGRAPHS[2]}"
    start = text.index("The bridge\n")
    document = Document(text, "", headings=(Span(start, start + len("The bridge")),))
    second = list(parts(document, longest=80))[1].document
    assert [heading.of(second.text) for heading in second.headings] == ["The bridge"]


def test_claims_of_later_parts_lie_where_their_words_stand() -> None:
    text = "\n\n".join(PARAGRAPHS)
    document = Document(text, "", published=date(2026, 1, 9))
    in_parts = split(document, longest_part=120)
    whole = split(document)
    assert [(claim.span, claim.kind, claim.value) for claim in in_parts] == [
        (claim.span, claim.kind, claim.value) for claim in whole
    ]
    for claim in in_parts:
        if claim.level is Level.DETAIL and claim.parent is not None:
            assert claim.span in in_parts[claim.parent].span


def test_a_name_of_an_earlier_part_is_no_claim_again_and_its_dateline_holds() -> None:
    text = "March 4, 2024\n\nAda Lund opened a bridge over the river in Leeds, which has two.\n\nAda Lund came back on Sunday."
    claims = split(Document(text, ""), longest_part=100)
    named = [claim.span.of(text) for claim in claims if claim.kind is ClaimKind.NAME]
    assert named.count("Ada Lund") == 1
    days = [claim.value for claim in claims if claim.span.of(text) == "Sunday"]
    assert [day.to_json() for day in days if day] == ["2024-03-03"]
