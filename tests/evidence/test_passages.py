from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.evidence import passages
from workbench.evidence.passages import LONGEST
from workbench.model import Document, Place, Span


def test_passages_are_sentences_with_their_place() -> None:
    text = "History\n\nIt began in 1910. It ended in 1945.\n\nLater"
    places = (Place(Span(0, 7), "History"), Place(Span(46, 51), "Later"))
    document = Document(text, "t", places=places)
    found = passages(document, [Span(9, 26), Span(27, 44)])
    assert [(span.of(text), label) for span, label in found] == [
        ("History", "History"),
        ("It began in 1910.", "History"),
        ("It ended in 1945.", "History"),
        ("Later", "Later"),
    ]


def test_a_sentence_without_end_is_cut_between_words() -> None:
    text = "word " * 1000 + "x" * 2000
    found = [span for span, _ in passages(Document(text, "t"), [Span(0, len(text))])]
    assert all(len(span) <= LONGEST for span in found)
    assert "".join(span.of(text) for span in found).replace(" ", "") == text.replace(" ", "")


@given(st.text(alphabet="ab .\n—", max_size=80), st.data())
def test_every_letter_is_in_one_passage(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6)))
    sentences = [Span(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False)]
    found = [span for span, _ in passages(Document(text, "t"), sentences)]
    covered = "".join(span.of(text) for span in found)
    assert [c for c in covered if c.isalnum()] == [c for c in text if c.isalnum()]
    assert all(span.of(text).strip() for span in found)
    assert found == sorted(found)
