"""A page is saved by the Wayback Machine only when it says where, and its refusals are sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.readers.loopback import moved, ok, serving
from workbench.errors import FetchError
from workbench.readers.wayback import saved_at

if TYPE_CHECKING:
    from tests.readers.loopback import Answer

MACHINE = "http://archive.example"
PAGE = "http://desk.example/a?b=c"
SAVE = f"/save/{PAGE}"
KEPT = f"/web/20260102030405/{PAGE}"


def asked(answers: dict[str, Answer]) -> str:
    with serving(answers) as server:
        return saved_at(PAGE, network=server.network, machine=MACHINE)


@pytest.mark.parametrize(
    "answers",
    [
        {SAVE: moved(KEPT), KEPT: ok(b"<p>kept</p>")},
        {SAVE: ok(b"<p>kept</p>", f"Content-Location: {KEPT}")},
        {
            SAVE: ok(
                b"kept",
                f'Link: <{PAGE}>; rel="original", <{MACHINE}{KEPT}>; rel="first memento"; datetime="x"',
            )
        },
    ],
)
def test_wherever_it_says_so_the_address_is_found(answers: dict[str, Answer]) -> None:
    assert asked(answers) == MACHINE + KEPT


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (b"HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n\r\n", "asked too often"),
        (b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n", "answered 403 and did not save"),
        (b"nonsense", "could not be asked"),
        (ok(b"<p>Hello</p>"), "did not say where"),
        (ok(b"x", "Content-Location: /somewhere/else"), "did not say where"),
    ],
)
def test_what_is_not_saved_is_a_sentence(answer: bytes, words: str) -> None:
    with pytest.raises(FetchError, match=words) as failure:
        asked({SAVE: answer})
    assert failure.value.hint
