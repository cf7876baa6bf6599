"""What SQLite cannot do becomes a sentence; what we did wrong stays an error."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.errors import StoreError
from workbench.store.driver import sqlite3
from workbench.store.faults import _SENTENCES, explained, explanation_of

DESK = Path("desk") / "claims.db"


def failure(code: int | None, text: str = "") -> sqlite3.OperationalError:
    error = sqlite3.OperationalError(text)
    if code is not None:
        error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize("code", _SENTENCES)
def test_each_sentence_says_what_to_do(code: int) -> None:
    for extended in (code, code | 7 << 8):
        explanation = explanation_of(failure(extended), DESK)
        assert explanation is not None
        assert explanation.message.endswith(".")
        assert explanation.hint.endswith(".")
        assert "{" not in str(explanation)


def test_bytes_that_are_no_text_are_damage() -> None:
    error = failure(None, "Could not decode to UTF-8 column 'text' with text '\xff'")
    assert "is damaged" in str(explanation_of(error, DESK))


@pytest.mark.parametrize("error", [failure(sqlite3.SQLITE_ERROR), failure(None, "no such table")])
def test_a_mistake_in_our_sql_stays_an_error(error: sqlite3.OperationalError) -> None:
    assert explanation_of(error, DESK) is None
    with pytest.raises(sqlite3.OperationalError), explained(DESK):
        raise error


def test_the_cause_is_kept() -> None:
    error = failure(sqlite3.SQLITE_FULL)
    with pytest.raises(StoreError) as caught, explained(DESK):
        raise error
    assert caught.value.__cause__ is error


def test_a_failure_on_a_full_disk_is_told_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.store.faults.ROOM", 1 << 80)
    error = failure(sqlite3.SQLITE_IOERR | 20 << 8)
    assert "disk is full" in str(explanation_of(error, Path("claims.db")))


def test_a_failure_where_the_disk_is_gone_is_told_as_it_is() -> None:
    error = failure(sqlite3.SQLITE_IOERR | 20 << 8)
    assert "does not answer" in str(explanation_of(error, Path("gone") / "claims.db"))
