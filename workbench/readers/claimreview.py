"""Finds the fact checks in schema.org data: ClaimReview in its variants, alone, in feeds and in graphs."""

from __future__ import annotations

from html import unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_NODES = 5_000_000
"""Objects and lists looked at: what is nested without end is no file of checks."""

Node: TypeAlias = "dict[str, object]"


def reviews(data: object) -> Iterator[dict[str, str]]:
    """The fields of every ClaimReview in `data`, in order, as rows of an import.

    `data` is what a JSON file or a page's script holds: a review, a list, a DataFeed, a `@graph`.
    """
    named = {str(node["@id"]): node for node in _nodes(data) if "@id" in node and len(node) > 1}
    for node in _nodes(data):
        if _is(node, "ClaimReview"):
            yield _row(node, named)


class PageScripts(HTMLParser):
    """The JSON-LD scripts of a page, each with its line."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.scripts: list[tuple[int, str]] = []
        self._is_inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kind = next((value or "" for name, value in attrs if name == "type"), "")
        self._is_inside = tag == "script" and kind.split(";")[0].strip().lower() == _JSON_LD
        if self._is_inside:
            self.scripts.append((self.getpos()[0], ""))

    def handle_endtag(self, tag: str) -> None:
        self._is_inside = False

    def handle_data(self, data: str) -> None:
        if self._is_inside:
            line, before = self.scripts[-1]
            self.scripts[-1] = line, before + data


_JSON_LD = "application/ld+json"
_WRAPPINGS = ("<!--", "-->", "//<![CDATA[", "//]]>", "<![CDATA[", "]]>", "/*", "*/")


def unwrapped(script: str) -> str:
    """A script without the comment marks that hide it from old browsers."""
    bare = script.strip()
    while True:
        before = bare
        for mark in _WRAPPINGS:
            bare = bare.removeprefix(mark).removesuffix(mark).strip()
        if bare == before:
            return bare


def _nodes(data: object) -> Iterator[Node]:
    waiting = [data]
    for _ in range(MOST_NODES):
        if not waiting:
            return
        value = waiting.pop()
        if isinstance(value, dict):
            yield value
            waiting.extend(reversed(value.values()))
        elif isinstance(value, list):
            waiting.extend(reversed(value))


def _is(node: Node, name: str) -> bool:
    kinds = node.get("@type")
    return any(
        isinstance(kind, str) and kind.rsplit("/", 1)[-1].rsplit(":", 1)[-1] == name
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _row(review: Node, named: dict[str, Node]) -> dict[str, str]:
    claim = _node(review.get("itemReviewed"), named)
    rating = _node(review.get("reviewRating"), named)
    publisher = _node(review.get("author"), named) or _node(review.get("publisher"), named)
    # older checks put who made the claim, and when, on the work it was made in
    work = _node(claim.get("itemReviewed"), named) or claim
    return {
        "text": _text(review.get("claimReviewed")) or _text(claim.get("text")),
        "rating": _verdict(rating),
        "headline": _text(review.get("headline")) or _text(review.get("name")),
        "speaker": _name(claim.get("author"), named) or _name(work.get("author"), named),
        "checked_at": _text(review.get("datePublished")) or _text(review.get("dateCreated")),
        "best_before": _text(review.get("expires")),
        "publisher": _text(publisher.get("name"))
        or _name(review.get("author"), named)
        or _text(publisher.get("url")),
        "url": _text(review.get("url")) or _text(review.get("mainEntityOfPage")),
        "note": _text(rating.get("ratingExplanation")),
        "id": _text(review.get("@id")),
    }


def _verdict(rating: Node) -> str:
    """The verdict in words; where there are only numbers, such as `2 of 5`."""
    words = _text(rating.get("alternateName")) or _text(rating.get("name"))
    value = _text(rating.get("ratingValue"))
    best = _text(rating.get("bestRating"))
    if words or not value:
        return words
    return f"{value} of {best}" if best else value if not value.replace(".", "").isdigit() else ""


def _node(value: object, named: dict[str, Node]) -> Node:
    """The first object of `value`, looked up where it is only named."""
    if isinstance(value, list):
        value = value[0] if value else None
    if not isinstance(value, dict):
        return {}
    if len(value) == 1 and "@id" in value:
        return named.get(str(value["@id"]), {})
    return value


def _name(value: object, named: dict[str, Node]) -> str:
    if isinstance(value, str):
        return _text(value)
    return _text(_node(value, named).get("name"))


def _text(value: object) -> str:
    """The words of a value: the first of several, the text of a tagged one."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("@value", value.get("@id", ""))
    if isinstance(value, bool) or value is None:
        return ""
    return unescape(str(value)).strip() if isinstance(value, str | int | float) else ""
