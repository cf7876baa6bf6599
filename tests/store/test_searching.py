"""Whatever words are looked for, FTS5 never stumbles over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.store.builders import ARTICLE
from workbench.store.searching import MAX_WORDS, query_text

if TYPE_CHECKING:
    from workbench.store import Store


@given(st.lists(st.text(), max_size=12))
@example(['"', "'", "NEAR(", "a\x00b", "", "*", "text:x", "-", "AND", "OR NOT", "^", "(", "{a b}"])
@example(["\ud800"])
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_words_make_a_query_that_runs(store: Store, words: list[str]) -> None:
    store.sources.holding(ARTICLE, words, limit=1)


@pytest.mark.parametrize(
    ("words", "query"),
    [
        (["plant", "May"], '"plant" OR "May"'),
        (["4,523,000"], '"4 523 000"'),
        (["NEAR(", 'say "no"'], '"NEAR" OR "say no"'),
        (["plant", "plant"], '"plant"'),
        (["", "—", "_"], ""),
        ([], ""),
    ],
)
def test_only_letters_and_digits_get_through(words: list[str], query: str) -> None:
    assert query_text(words) == query


def test_a_long_claim_asks_for_its_first_words_only(store: Store) -> None:
    words = [f"word{number}" for number in range(10_000)]
    assert query_text(words).count(" OR ") == MAX_WORDS - 1
    assert store.sources.holding(ARTICLE, words, limit=1) == []
