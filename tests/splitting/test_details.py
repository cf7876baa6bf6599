"""What the four detectors of details find in sentences, without a parser."""

from __future__ import annotations

import pytest

from tests.splitting.views import plain_context
from workbench.splitting import money, quantities, ranks, times

DETECTORS = (money.detect, quantities.detect, ranks.detect, times.detect)


def found(sentence: str) -> list[tuple[str, str, object]]:
    """Kind, words and value of every detail."""
    context = plain_context(sentence)
    claims = [claim for detect in DETECTORS for claim in detect(context)]
    claims.sort(key=lambda claim: claim.span.start)
    return [
        (
            str(claim.kind),
            claim.span.of(sentence),
            claim.value.to_json() if claim.value else None,
        )
        for claim in claims
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The mill hired about 340 weavers in 1911.",
            [
                (
                    "quantity",
                    "about 340 weavers",
                    {"number": 340, "unit": "weavers", "approx": "about"},
                ),
                ("time", "1911", "1911"),
            ],
        ),
        (
            "The council paid €2.5 million, up from 40 cents.",
            [
                ("money", "€2.5 million", {"number": 2_500_000, "currency": "EUR"}),
                ("money", "40 cents", {"number": 0.4, "currency": "USD"}),
            ],
        ),
        (
            "It was the third flood in six years.",
            [
                ("rank", "third flood in six years", {"ordinal": 3}),
                ("time", "six years", "P6Y"),
            ],
        ),
    ],
)
def test_details_are_found_with_their_values(
    sentence: str, expected: list[tuple[str, str, object]]
) -> None:
    assert found(sentence) == expected
