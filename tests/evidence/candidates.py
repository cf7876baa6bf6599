"""Passages as the store hands them over."""

from __future__ import annotations

from workbench.evidence import Candidate
from workbench.model import Passage, PassageId, SourceId, Span


def candidates(*texts: str, source: int = 1) -> list[Candidate]:
    found: list[Candidate] = []
    start = 0
    for at, text in enumerate(texts):
        passage = Passage(
            PassageId(f"p{source}-{at}"),
            SourceId(f"s{source}"),
            Span(start, start + len(text)),
            text,
        )
        found.append(Candidate(passage, source, f"Source {source}"))
        start += len(text) + 1
    return found
