from __future__ import annotations

from workbench.model import Document, Span
from workbench.splitting.context import Context
from workbench.splitting.lexicon import lexicon_of


def context() -> Context:
    text = 'It rained. "So what?" he said.'
    return Context(
        document=Document(text, title=""),
        sentences=(Span(0, 10), Span(11, 30)),
        quotes=(Span(11, 21),),
        lexicon=lexicon_of("en"),
    )


def test_an_offset_has_the_sentence_that_holds_it() -> None:
    assert context().sentence_at(0) == Span(0, 10)
    assert context().sentence_number(11) == 1
    assert context().sentence_at(10) is None
    assert context().sentence_at(30) is None


def test_an_offset_has_the_quotation_that_holds_it() -> None:
    assert context().quote_at(20) == Span(11, 21)
    assert context().quote_at(21) is None
    assert context().quote_at(0) is None


def test_without_a_parser_there_is_no_parse() -> None:
    assert context().parse_at(3) is None
