"""What the desk remembers of earlier checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workbench.model import CheckedClaim
from workbench.review.recalling import recalled, remember
from workbench.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAM = CheckedClaim("dam", "The Orlen dam was built by 4,000 workers in 1931.", "confirmed")
OTHERS = [
    CheckedClaim(
        f"o{n}", f"The mayor of town {n} opened a new school for {n * 7} children.", "wrong"
    )
    for n in range(200)
]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "claims.db", create=True, now="2026-01-01T00:00:00Z") as store:
        remember(store, [DAM, *OTHERS])
        yield store


def test_an_earlier_check_is_recalled_in_other_words(store: Store) -> None:
    first = recalled(store, "In 1931, 4,000 workers built the dam at Orlen.", limit=3)[0]
    assert first.checked == DAM
    assert first.is_match


def test_a_statement_about_something_else_is_no_match(store: Store) -> None:
    assert not any(
        item.is_match for item in recalled(store, "The dam at Varn has a road.", limit=3)
    )
    assert recalled(store, "Zebras quietly yodel.", limit=3) == []


def test_a_claim_is_not_recalled_for_itself(store: Store) -> None:
    for item in recalled(store, DAM.text, limit=5, without={"dam"}):
        assert item.checked.id != "dam"
