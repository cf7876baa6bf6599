"""What an examination of the database found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """Whether something is broken, or only could break."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with the database, and what to do about it."""

    check: str
    """Which check found it: `chain`, `digests`, `standings` and the like."""

    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR
