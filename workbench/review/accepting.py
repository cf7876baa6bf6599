"""Which words of which version of a source become evidence, and which never do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.errors import RuleError
from workbench.model import Anchor, Evidence, EvidenceId
from workbench.review.copies import refuse_copy

if TYPE_CHECKING:
    from workbench.model import ArticleId, PassageId, Span, Stance
    from workbench.review.desk import Desk


def evidence_from(
    desk: Desk,
    article: ArticleId,
    article_text: str,
    passage: PassageId,
    *,
    stance: Stance,
    words: Span | None,
) -> Evidence:
    """The words of a passage, or `words` of it (a span in the passage's text), for a claim of `article`.

    Raises:
        RuleError: the source is not linked to the article, or is a copy of it.
    """
    store = desk.store
    kept = store.sources.passage(passage)
    source = store.sources.one(kept.source_id)
    if source.article_id != article:
        msg = f"{source.title} is a source of another article."
        raise RuleError(msg, hint="Link it to this article first.")
    # a screen may still show a passage of the version before
    document = store.snapshots.document(source.id, store.sources.version_of(passage))
    refuse_copy(store, article, article_text, document)
    span = kept.span if words is None else words.shifted(kept.span.start)
    if span not in kept.span or not len(span):
        msg = "Those words are not in the passage."
        raise RuleError(msg, hint="Choose words of the passage itself.")
    return Evidence(
        id=EvidenceId(desk.ids()),
        source_id=source.id,
        stance=stance,
        anchor=Anchor.at(span, document.text),
        source_sha256=document.sha256,
        source_title=source.title,
        place=kept.place,
    )
