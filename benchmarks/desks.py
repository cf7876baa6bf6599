"""A database with an article of so many claims, made without the splitter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model import (
    Action,
    ArticleId,
    Claim,
    ClaimId,
    ClaimKind,
    Document,
    EditorId,
    EventId,
    Quantity,
    Span,
    canonical_json,
)
from workbench.review import moment, utc_now, uuid7_ids
from workbench.store import Store

if TYPE_CHECKING:
    from pathlib import Path

_SENTENCE = "The mill at Ora sold {count:07} sacks of rye that year."
_NUMBER = slice(21, 34)


def make_desk(path: Path, *, claims: int) -> ArticleId:
    """Make a database at `path` with one article: an assertion and a quantity a sentence."""
    sentences = [_SENTENCE.format(count=count) for count in range((claims + 1) // 2)]
    text = "\n".join(sentences)
    width = len(sentences[0]) + 1 if sentences else 0
    split: list[Claim] = []
    for place, sentence in enumerate(sentences):
        start = place * width
        split.append(Claim(Span(start, start + len(sentence)), ClaimKind.EVENT, "event.plain"))
        number = Span(start + _NUMBER.start, start + _NUMBER.stop)
        value = Quantity((place,), "sacks")
        split.append(Claim(number, ClaimKind.QUANTITY, "quantity.count", value, parent=2 * place))
    del split[claims:]
    article = ArticleId(uuid7_ids())
    at = moment(utc_now())
    with Store.open(path, create=True, now=at) as store, store.writing() as insert:
        editor = store.editors.ensure("Benchmark", id_=EditorId(uuid7_ids()), at=at)
        store.articles.add(article, Document(text, "The mill at Ora"), bytes_sha256="", at=at)
        store.claims.add(insert, article, split, [ClaimId(uuid7_ids()) for _ in split])
        for action in (Action.ADD_ARTICLE, Action.SPLIT):
            detail = canonical_json({"sha256": store.claims.digest(article)})
            store.events.record(EventId(uuid7_ids()), article, action, editor, at=at, detail=detail)
    return article
