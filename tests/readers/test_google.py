"""Google's Fact Check Tools are asked page by page, and their refusals never show the key."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.readers.loopback import ok, serving
from workbench.errors import FetchError
from workbench.readers.google import PATH, checks_about

if TYPE_CHECKING:
    from tests.readers.loopback import Answer
    from workbench.model import CheckedClaim

SERVICE = "http://checks.example"
KEY = "a-very-secret-key"
FIRST = f"{PATH}?query=old+dam&languageCode=en&pageSize=2&key={KEY}"
SECOND = f"{PATH}?query=old+dam&languageCode=en&pageSize=1&pageToken=next&key={KEY}"


def claim(number: int, rating: str = "False") -> dict[str, object]:
    review = {"url": f"https://courier.example/{number}", "textualRating": rating}
    return {"text": f"Dam {number} is old.", "claimReview": [review]}


def answer(*claims: object, token: str = "") -> bytes:
    body = {"claims": list(claims), **({"nextPageToken": token} if token else {})}
    return ok(json.dumps(body).encode(), media_type="application/json")


def asked(answers: dict[str, Answer], limit: int = 2) -> list[CheckedClaim]:
    with serving(answers) as server:
        return checks_about(
            "old dam",
            key=KEY,
            language="en",
            limit=limit,
            network=server.network,
            service=SERVICE,
        )


def test_pages_are_asked_for_until_there_are_enough() -> None:
    found = asked({FIRST: answer(claim(1), token="next"), SECOND: answer(claim(2), claim(3))})
    assert [check.text for check in found] == ["Dam 1 is old.", "Dam 2 is old."]


def test_a_service_that_repeats_itself_is_asked_no_more() -> None:
    found = asked({FIRST: answer(claim(1), token="next"), SECOND: answer(claim(1), token="next")})
    assert len(found) == 1


def test_faulty_checks_of_an_answer_are_passed_over() -> None:
    assert [check.text for check in asked({FIRST: answer(claim(1, ""), claim(2))})] == [
        "Dam 2 is old."
    ]


def test_nothing_found_is_nothing() -> None:
    assert asked({FIRST: ok(b"{}")}) == []
    assert asked({FIRST: ok(b"[]")}) == []


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n", "refused the question"),
        (b"HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n\r\n", "too often"),
        (b"HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n", "answered 500"),
        (b"nonsense", "could not be asked"),
        (ok(b"<p>Hello</p>"), "no answer"),
        (ok(b"[" * 100_000), "no answer"),
    ],
)
def test_a_refusal_is_a_sentence_without_the_key(given: bytes, words: str) -> None:
    with pytest.raises(FetchError, match=words) as failure:
        asked({FIRST: given})
    assert failure.value.hint
    assert KEY not in str(failure.value)
    assert failure.value.__cause__ is None or KEY not in str(failure.value.__cause__)
