"""A desk with one article of three sentences, and small stand-ins for parts that split and rank."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from workbench.config import Settings
from workbench.model import Claim, ClaimKind, Document, Quantity, Span
from workbench.review import Workbench, seeded_ids, steady_clock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

TEXT = "The plant hired 180 workers in May. It paid them well. Nobody left."
DOCUMENT = Document(TEXT, "The plant")
START = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def split(document: Document, *, model: str | None = None) -> list[Claim]:
    claims: list[Claim] = []
    for sentence in re.finditer(r"[^.]+\.", document.text):
        claims.append(Claim(Span(*sentence.span()).trimmed(document.text), ClaimKind.EVENT, "s"))
        place = len(claims) - 1
        claims.extend(
            Claim(
                Span(*number.span()),
                ClaimKind.QUANTITY,
                "n",
                Quantity((int(number.group()),)),
                parent=place,
            )
            for number in re.compile(r"\d+").finditer(document.text, *sentence.span())
        )
    return claims


@pytest.fixture(autouse=True)
def _parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.splitting.split", split, raising=False)


@pytest.fixture
def open_bench(tmp_path: Path) -> Iterator[Callable[[str], Workbench]]:
    """Opens the same database for an editor of a name."""
    opened: list[Workbench] = []

    def open_for(editor: str) -> Workbench:
        opened.append(
            Workbench.open(
                tmp_path / "claims.db",
                editor=editor,
                settings=Settings(),
                create=True,
                clock=steady_clock(START),
                ids=seeded_ids(1_700_000_000_000, seed=len(opened)),
            )
        )
        return opened[-1]

    yield open_for
    for bench in opened:
        bench.close()


@pytest.fixture
def bench(open_bench: Callable[[str], Workbench]) -> Workbench:
    """Ann's desk with one article."""
    ann = open_bench("Ann")
    ann.add_article(TEXT.encode(), DOCUMENT)
    return ann
