"""The packages the workbench joins, each loaded when it is first needed: the desk opens without them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from workbench.model import (
        Anchor,
        Anchoring,
        CheckedClaim,
        Claim,
        ClaimKind,
        Document,
        Fetched,
        Match,
        SharedOrigin,
        SourceId,
        Span,
        Validators,
    )
    from workbench.readers.checks import ReadChecks
    from workbench.review.recalling import Recalled
    from workbench.store import FoundPassage, Store


def split(
    document: Document, *, model: str | None, told: Callable[[float], object] | None = None
) -> list[Claim]:
    from workbench import splitting

    if told is None:
        return splitting.split(document, model=model)
    return splitting.split(document, model=model, told=told)


def explanation(document: Document, *, model: str | None) -> Iterator[str]:
    from workbench.splitting import explain

    return explain.explanation(document, model=model)


def claim_over(
    document: Document, span: Span, kind: ClaimKind | None, *, model: str | None
) -> Claim:
    from workbench.splitting import by_hand

    return by_hand.claim_over(document, span, kind, model=model)


def sentence_around(text: str, offset: int) -> Span | None:
    from workbench.splitting import by_hand

    return by_hand.sentence_around(text, offset)


def passages(document: Document) -> list[tuple[Span, str]]:
    """The stretches of `document` that can be offered alone, and where each stands."""
    from workbench import evidence, splitting

    return evidence.passages(document, splitting.sentence_spans(document.text))


def search_words(claim_text: str) -> list[str]:
    from workbench import evidence

    return evidence.search_words(claim_text)


def rank(
    claim: Claim, text: str, found: Sequence[FoundPassage], *, context: str, start: int, limit: int
) -> list[Match]:
    from workbench import evidence

    candidates = [
        evidence.Candidate(one.passage, one.source_number, one.source_title) for one in found
    ]
    return evidence.rank(claim, text, candidates, context=context, start=start, limit=limit)


def with_voice(match: Match, speaker: str, source_text: str) -> Match:
    from workbench import evidence

    return evidence.with_voice(match, speaker, source_text)


def is_copy(article_text: str, source_text: str) -> bool:
    from workbench import evidence

    return evidence.is_copy(article_text, source_text)


def anchored(anchor: Anchor, text: str) -> Anchoring:
    from workbench import evidence

    return evidence.anchored(anchor, text)


def shared_origins(texts: Mapping[SourceId, str]) -> list[SharedOrigin]:
    from workbench import evidence

    return evidence.shared_origins(texts)


def remember(store: Store, claims: Iterable[CheckedClaim]) -> int:
    from workbench.review import recalling

    return recalling.remember(store, claims)


def recalled(
    store: Store, statement: str, *, limit: int, without: Collection[str], today: str
) -> list[Recalled]:
    from workbench.review import recalling

    return recalling.recalled(store, statement, limit=limit, without=without, today=today)


def read(data: bytes, *, name: str, encoding: str | None, whole_page: bool) -> Document:
    from workbench import readers

    return readers.read(data, name=name, encoding=encoding, whole_page=whole_page)


def read_path(path: Path, *, encoding: str | None, whole_page: bool) -> tuple[bytes, Document]:
    from workbench import readers

    return readers.read_path(path, encoding=encoding, whole_page=whole_page)


def read_url(url: str, *, encoding: str | None, whole_page: bool) -> tuple[Fetched, Document]:
    from workbench import readers

    return readers.read_url(url, encoding=encoding, whole_page=whole_page)


def fetch(url: str, *, seen: Validators | None) -> Fetched:
    from workbench import readers

    return readers.fetch(url, seen=seen)


def read_fetched(page: Fetched, *, origin: str, encoding: str | None, whole_page: bool) -> Document:
    from workbench import readers

    return readers.read_fetched(page, origin=origin, encoding=encoding, whole_page=whole_page)


def checks_in(path: Path, *, format_name: str) -> ReadChecks:
    from workbench.readers import checks

    return checks.checks_in(checks.read_checks(path), name=path.name, format_name=format_name)


def checks_at(url: str, *, format_name: str) -> ReadChecks:
    from workbench import readers
    from workbench.readers import checks

    page = readers.fetch(url)
    return checks.checks_in(page.data, name=page.url, format_name=format_name, origin=page.url)


def checks_about(query: str, *, key: str, language: str, limit: int) -> list[CheckedClaim]:
    from workbench.readers import google

    return google.checks_about(query, key=key, language=language, limit=limit)


def saved_at(url: str) -> str:
    from workbench.readers import wayback

    return wayback.saved_at(url)
