"""Which earlier claim a statement repeats."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.evidence.memory import EarlierClaim, Frequencies, recollections, shipped_model, stems
from workbench.evidence.memory.features import FEATURES, feature_rows
from workbench.evidence.memory.ranking import model_from_json

DAM = EarlierClaim(1, "The Orlen dam was built with 4,000 workers in 1931.", "Who built the dam?")
BRIDGE = EarlierClaim(2, "The Orlen bridge was built by the army in 1952.")
BUDGET = EarlierClaim(3, "The city council cut the library budget by 12 percent.")
CLAIMS = (BUDGET, BRIDGE, DAM)
WORDS = {"orlen": 2, "dam": 1, "bridge": 1, "built": 2, "1931": 1, "worker": 1, "library": 1}
FREQUENCIES = Frequencies(WORDS, claims=1000, mean_length=9.0)


def test_endings_and_accents_do_not_part_two_words() -> None:
    assert stems("Cafés closed") == stems("cafe closing")


def test_common_words_and_links_are_left_out() -> None:
    assert stems("This is what they said: https://example.org/a-dam") == ["said"]


def test_a_hashtag_is_its_words() -> None:
    assert stems("#SaveTheOrlenDam") == ["sav", "orlen", "dam"]


def test_the_claim_that_shares_the_rare_words_comes_first() -> None:
    ranked = recollections("Some 4,000 workers built the dam at Orlen.", CLAIMS, FREQUENCIES)
    assert [item.claim.key for item in ranked] == [1, 2, 3]
    assert ranked[0].probability > ranked[1].probability
    assert not ranked[-1].is_match


def test_a_lone_candidate_has_a_probability_too() -> None:
    [only] = recollections("The dam at Orlen was built in 1931.", [DAM], FREQUENCIES)
    assert 0 <= only.probability <= 1


def test_without_candidates_there_is_nothing() -> None:
    assert recollections("The dam at Orlen", [], FREQUENCIES) == []


def test_a_match_is_surer_than_a_suggestion() -> None:
    model = shipped_model()
    assert 0 < model.suggest < model.match < 1


def test_a_model_of_other_features_is_refused() -> None:
    fields = {"features": ["only one"], "means": [0.0]}
    with pytest.raises(ValueError, match="train it again"):
        model_from_json(json.dumps(fields))


@given(st.text(), st.text(), st.text())
def test_any_text_compares_in_finite_numbers(statement: str, text: str, headline: str) -> None:
    earlier = [EarlierClaim(1, text, headline), DAM]
    for row in feature_rows(statement, earlier, FREQUENCIES):
        assert len(row) == len(FEATURES)
        assert all(math.isfinite(value) for value in row)
    for item in recollections(statement, earlier, FREQUENCIES):
        assert 0 <= item.probability <= 1
