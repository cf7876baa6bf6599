"""An error says what happened, and then what to do."""

from __future__ import annotations

import pytest

from workbench import errors
from workbench.errors import ConflictError, StoreError, WorkbenchError


def test_an_error_is_one_line_with_its_hint() -> None:
    error = StoreError("The disk is full.", hint="Free some space.")
    assert str(error) == "The disk is full. Free some space."
    assert (error.message, error.hint) == ("The disk is full.", "Free some space.")
    assert str(StoreError("The disk is full.")) == "The disk is full."


@pytest.mark.parametrize("name", [name for name in vars(errors) if name.endswith("Error")])
def test_every_error_is_one_an_editor_can_mend(name: str) -> None:
    assert issubclass(getattr(errors, name), WorkbenchError)


def test_a_conflict_is_an_error_of_the_store() -> None:
    assert issubclass(ConflictError, StoreError)
