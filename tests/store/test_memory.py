"""The claims checked before, as the store finds them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workbench.model import CheckedClaim
from workbench.store import memory

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.store import Store

DAM = CheckedClaim("dam", "The dam was built in 1931.", "confirmed", headline="Dams")
BRIDGE = CheckedClaim("bridge", "The bridge was built in 1952.", "wrong", publisher="The Courier")


def add(store: Store, *claims: CheckedClaim) -> None:
    with store.writing():
        store.memory.add((claim, claim.text.lower().strip(".").split()) for claim in claims)


def found(store: Store, *stems: str) -> list[str]:
    return [claim.id for _, claim in store.memory.candidates(stems, limit=10)]


def test_a_claim_is_found_by_its_rare_word(empty_store: Store) -> None:
    add(empty_store, DAM, BRIDGE)
    assert found(empty_store, "built", "bridge") == ["bridge", "dam"]
    assert empty_store.memory.one("bridge") == BRIDGE


def test_an_empty_memory_finds_nothing(empty_store: Store) -> None:
    assert found(empty_store, "dam") == []
    assert empty_store.memory.one("dam") is None
    assert empty_store.memory.totals() == (0, 0)


def test_a_claim_added_again_is_replaced_and_counted_once(empty_store: Store) -> None:
    add(empty_store, DAM)
    add(empty_store, CheckedClaim("dam", "A weir stands there.", "wrong"))
    assert found(empty_store, "1931") == []
    assert found(empty_store, "weir") == ["dam"]
    assert empty_store.memory.totals() == (1, 4)
    assert empty_store.memory.counts(["1931", "weir"]) == {"weir": 1}


def test_a_removed_claim_is_forgotten_whole(empty_store: Store) -> None:
    add(empty_store, DAM, BRIDGE)
    with empty_store.writing():
        empty_store.memory.remove(["dam", "unknown"])
    assert found(empty_store, "dam", "built") == ["bridge"]
    assert empty_store.memory.totals() == (1, 6)


def test_a_stem_in_any_script_is_one_word(empty_store: Store) -> None:
    with empty_store.writing():
        empty_store.memory.add([(DAM, ["плотина", "ไทย", "a_b"])])
    for stem in ("плотина", "ไทย", "a_b"):
        assert found(empty_store, stem) == ["dam"]


def test_common_words_beyond_the_budget_are_not_read(
    empty_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "POSTINGS_BUDGET", 2)
    add(empty_store, DAM, BRIDGE)
    assert found(empty_store, "dam", "the") == ["dam"]
    assert sorted(found(empty_store, "the")) == ["bridge", "dam"]


def test_many_claims_go_in_and_come_out(empty_store: Store) -> None:
    many = [CheckedClaim(f"c{n}", f"claim number{n} of all", "confirmed") for n in range(6_000)]
    add(empty_store, *many)
    assert empty_store.memory.totals()[0] == 6_000
    assert found(empty_store, "number4711", "claim")[0] == "c4711"


def test_words_too_common_to_look_for_still_tell_candidates_apart(
    empty_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "POSTINGS_BUDGET", 2)
    add(
        empty_store,
        CheckedClaim("a", "Orlen has a school.", ""),
        CheckedClaim("b", "Orlen has a dam.", ""),
        CheckedClaim("c", "The dam.", ""),
        CheckedClaim("d", "A dam.", ""),
    )
    assert found(empty_store, "orlen", "dam") == ["b", "a"]


def test_of_many_alike_the_first_are_weighed(
    empty_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "WEIGHED", 3)
    add(empty_store, *(CheckedClaim(f"c{n}", f"dam number{n}", "") for n in range(6)))
    assert found(empty_store, "dam", "number4") == ["c4", "c0", "c1"]


def test_many_claims_that_fail_leave_nothing_and_the_next_go_in(empty_store: Store) -> None:
    many = [CheckedClaim(f"c{n}", "claim", "") for n in range(5_000)]

    def broken() -> Iterator[tuple[CheckedClaim, list[str]]]:
        yield from ((claim, ["claim"]) for claim in many)
        msg = "the file ends in the middle"
        raise OSError(msg)

    with pytest.raises(OSError, match="middle"), empty_store.writing():
        empty_store.memory.add(broken())
    assert empty_store.memory.totals() == (0, 0)
    add(empty_store, *many)
    assert empty_store.memory.totals() == (5_000, 5_000)


def test_of_two_claims_with_one_id_added_together_the_later_stays(empty_store: Store) -> None:
    add(empty_store, DAM, CheckedClaim("dam", "A weir.", "wrong"))
    assert empty_store.memory.totals() == (1, 2)
    assert found(empty_store, "weir") == ["dam"]
