"""A clause while its words are gathered, and how it hangs on another one."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Clause:
    """The words of one clause; gathered step by step, and then left alone."""

    head: int
    rule: str
    """The rule that made it an event; empty where it asserts nothing by itself."""

    parent: Clause | None = None
    words: list[int] = field(default_factory=list)
    reports: bool = False
    """Whether it is an attribution, so that what it reports is no claim again."""

    is_inside: bool = False
    """Whether it stands in somebody's report."""


@dataclass(frozen=True, slots=True)
class Join:
    """How a clause parts from the one above it."""

    rule: str
    is_shared: bool = False
    """Whether its words stay with the clause above as well."""
