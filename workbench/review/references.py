"""Which article or claim an editor means by a number, an id or the start of a title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from uuid import UUID

from workbench.errors import UnknownError
from workbench.model import ArticleId, ClaimId, SourceId, visible_line

if TYPE_CHECKING:
    from workbench.model import Source
    from workbench.store import Store

_NUMBER = re.compile(r"[0-9]{1,9}")


def article_meant(store: Store, reference: str) -> ArticleId:
    """The article with that number or id, else the only one whose title starts so.

    Raises:
        UnknownError: none fits, or several titles do.
    """
    wanted = reference.strip()
    names = store.articles.names()
    for id_, number, _ in names:
        if wanted == id_ or (_NUMBER.fullmatch(wanted) and int(wanted) == number):
            return id_
    beginning = wanted.casefold()
    fitting = [
        (id_, number) for id_, number, title in names if title.casefold().startswith(beginning)
    ]
    shown = visible_line(wanted)
    if not names:
        msg = f"There is no article {shown}: the desk is empty."
        raise UnknownError(msg, hint="Add one with `workbench add PATH`.")
    if not wanted or not fitting:
        msg = f"There is no article {shown}." if wanted else "No article was named."
        raise UnknownError(msg, hint=f"The desk has the articles 1 to {names[-1][1]}.")
    if len(fitting) > 1:
        numbers = ", ".join(str(number) for _, number in fitting)
        msg = f"Several titles start with {shown}."
        raise UnknownError(msg, hint=f"Say which by its number: {numbers}.")
    return fitting[0][0]


def claim_meant(store: Store, article: ArticleId, reference: str) -> ClaimId:
    """The claim of `article` with that number or id.

    Raises:
        UnknownError: it has none such.
    """
    wanted = reference.strip()
    if _NUMBER.fullmatch(wanted):
        claim = store.claims.numbered(article, int(wanted))
        if claim is not None:
            return claim
    elif _is_id(wanted) and store.claims.article_of(ClaimId(wanted)) == article:
        return ClaimId(wanted)
    count = store.claims.last_number(article)
    msg = f"The article has no claim {visible_line(wanted)}."
    hint = f"It has the claims 1 to {count}." if count else "It has no claims at all."
    raise UnknownError(msg, hint=hint)


def source_meant(store: Store, reference: str) -> Source:
    """The source with that id, or the one `ARTICLE/NUMBER` means; where the desk has one article only,
    its number alone will do.

    Raises:
        UnknownError: there is none such, or several.
    """
    wanted = reference.strip()
    if _is_id(wanted):
        return store.sources.one(SourceId(wanted))
    before, slash, number = wanted.rpartition("/")
    names = store.articles.names()
    if slash:
        article = article_meant(store, before)
    elif len(names) == 1:
        article = names[0][0]
    else:
        msg = f"Which article's source is meant by {visible_line(wanted)}?"
        raise UnknownError(msg, hint="Say ARTICLE/SOURCE, such as 1/2, or the source's id.")
    sources = store.sources.of(article)
    for source in sources:
        if _NUMBER.fullmatch(number) and source.number == int(number):
            return source
    msg = f"The article has no source {visible_line(number)}."
    hint = "Link one with `workbench source add`."
    if sources:
        hint = f"It has the sources 1 to {sources[-1].number}."
    raise UnknownError(msg, hint=hint)


def _is_id(wanted: str) -> bool:
    try:
        return str(UUID(wanted)) == wanted
    except ValueError:
        return False
