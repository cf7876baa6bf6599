"""Datelines, abbreviations inside sentences, and weekdays that look ahead."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.model import ClaimKind, Document
from workbench.splitting import split
from workbench.splitting.sentences import sentence_spans


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "LEEDS, England, March 4, 2024 — Harrow rose.",
            ["LEEDS, England, March 4, 2024 —", "Harrow rose."],
        ),
        ("DENVER (AP) - A judge left.", ["DENVER (AP) -", "A judge left."]),
        ("Evansburg, Iowa — A gallery opened.", ["Evansburg, Iowa —", "A gallery opened."]),
        ("Salt, pepper — and hope.", ["Salt, pepper — and hope."]),
        ("John Smith — the baker — left.", ["John Smith — the baker — left."]),
        ("In the 1990s Ms. Solberg moved.", ["In the 1990s Ms. Solberg moved."]),
        ("It opens at 5 p.m. Monday in Bath.", ["It opens at 5 p.m. Monday in Bath."]),
        ("It opens at 5 p.m. Then he left.", ["It opens at 5 p.m.", "Then he left."]),
    ],
)
def test_sentences_end_after_a_dateline_and_not_at_titles(text: str, sentences: list[str]) -> None:
    assert [span.of(text) for span in sentence_spans(text)] == sentences


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The mayor receives the envoy on Tuesday.", "2026-01-13"),
        ("She will speak on Friday.", "2026-01-16"),
        ("The talks are set to begin on Wednesday.", "2026-01-14"),
        ("He died on Friday.", "2026-01-09"),
        ("He has worked there since Thursday.", "2026-01-08"),
        ("He left last Tuesday.", "2026-01-06"),
    ],
)
def test_a_weekday_follows_the_tense_of_its_clause(text: str, day: str) -> None:
    document = Document(text, "A test", published=date(2026, 1, 12))
    times = [claim for claim in split(document) if claim.kind is ClaimKind.TIME]
    assert [claim.value.to_json() for claim in times if claim.value] == [day]
