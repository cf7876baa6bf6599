"""Kinds and ratings can be told apart by name, sign and key."""

from __future__ import annotations

import unicodedata

import pytest

from workbench.model import (
    DEFAULT_SCALE,
    KINDS,
    OPEN_SYMBOL,
    SCALES,
    ClaimKind,
    Level,
    Rating,
    VerdictScale,
)


@pytest.mark.parametrize("scale", SCALES.values(), ids=lambda scale: scale.name)
def test_each_rating_has_a_name_a_sign_and_a_key_of_its_own(scale: VerdictScale) -> None:
    for part in ("name", "label", "symbol", "key"):
        parts = [getattr(entry, part) for entry in scale.entries]
        assert len(set(parts)) == len(parts)
        assert all(parts)
    for entry in scale.entries:
        assert entry.description.endswith(".")
        assert len(entry.symbol) == 1
        assert unicodedata.east_asian_width(entry.symbol) not in ("W", "F")
        assert scale.entry(entry.name) is entry
    assert OPEN_SYMBOL not in {entry.symbol for entry in scale.entries}
    assert scale.entry("no such rating") is None


def test_the_default_scale_has_every_rating() -> None:
    assert [entry.name for entry in DEFAULT_SCALE.entries] == list(Rating)


def test_each_kind_is_explained() -> None:
    assert set(KINDS) == set(ClaimKind)
    for kind, shown in KINDS.items():
        assert shown.label
        assert shown.description.endswith(".")
        assert shown.examples
        assert kind.level is shown.level


def test_quotes_attributions_and_events_are_assertions() -> None:
    assertions = {kind for kind in ClaimKind if kind.level is Level.ASSERTION}
    assert assertions == {ClaimKind.QUOTE, ClaimKind.ATTRIBUTION, ClaimKind.EVENT}
