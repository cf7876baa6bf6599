from __future__ import annotations

import pytest

from workbench.splitting.names.registry import Registry


@pytest.fixture
def registry() -> Registry:
    return Registry({"u.s.": "united states", "us": "united states"})


def test_a_thing_is_known_by_its_parts_and_abbreviations(registry: Registry) -> None:
    bank = registry.add(("Northern", "Bank", "of", "Trade"), is_person=False)
    assert registry.thing(("Northern", "Bank")) is bank
    assert registry.thing(("NBT",)) is bank
    assert registry.thing(("NBOT",)) is bank
    assert registry.thing(("Bank",)) is bank
    assert registry.thing(("Southern", "Bank")) is None


def test_a_plural_is_known_by_its_singular(registry: Registry) -> None:
    sam = registry.add(("Thomas", "Sorel"), is_person=True)
    assert registry.person(("Sorels",)) is sam


def test_an_abbreviation_with_what_tells_the_branch_is_known(registry: Registry) -> None:
    campus = registry.add(("University", "of", "North", "Norway", "at", "Tromsø"), is_person=False)
    assert registry.thing(("UNN", "Tromsø")) is campus


def test_the_state_of_a_place_is_the_place(registry: Registry) -> None:
    place = registry.add(("Ohio",), is_person=False)
    assert registry.thing(("State", "of", "Ohio")) is place


def test_synonyms_are_one(registry: Registry) -> None:
    land = registry.add(("United", "States"), is_person=False)
    assert registry.thing(("U.S.",)) is land


@pytest.mark.parametrize(
    ("known", "later", "is_same"),
    [
        (("Anna", "Lind"), ("Lind",), True),
        (("Anna", "Lind"), ("Anna",), True),
        (("Anna", "Lind"), ("Anna", "Maria", "Lind"), True),
        (("A.", "Lind"), ("Anna", "Lind"), True),
        (("Lind",), ("Anna", "Lind"), True),
        (("Anna", "Lind"), ("Peter", "Lind"), False),
        (("Anna", "Lind"), ("Anna", "Holm"), False),
    ],
)
def test_persons_are_the_same_where_the_names_fit(
    registry: Registry, known: tuple[str, ...], later: tuple[str, ...], is_same: bool
) -> None:
    entity = registry.add(known, is_person=True)
    assert (registry.person(later) is entity) is is_same


def test_the_longer_form_of_a_name_is_learned(registry: Registry) -> None:
    entity = registry.add(("Lind",), is_person=True)
    registry.widen(entity, ("Anna", "Lind"))
    assert registry.person(("Anna",)) is entity


def test_what_stood_in_parentheses_is_an_alias(registry: Registry) -> None:
    entity = registry.add(("Hrvatski", "Autoklub"), is_person=False)
    registry.alias("HAK", entity)
    assert registry.thing(("HAK",)) is entity


def test_no_words_name_nobody(registry: Registry) -> None:
    assert registry.person(()) is None
    assert registry.thing(("the",)) is None


def test_a_thousand_namesakes_take_no_time(registry: Registry) -> None:
    for number in range(20_000):
        registry.add((f"Given{number}", "Smith"), is_person=True)
        registry.person((f"Other{number}", "Smith"))
    assert registry.person(("Given19999", "Smith")) is not None
