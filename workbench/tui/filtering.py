"""The language of the filter: words such as `kind:money verdict:open priority>0.5 "forced labor"`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from workbench.model import KINDS
from workbench.tui.sheet import OPEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from workbench.model import VerdictScale

T = TypeVar("T")

OPEN_WORD = "open"
DONE_WORDS = ("assessed", "done")
SAVED_SIGN = "@"
"""Before the name of a filter that the settings hold."""

PARTS = ("note", "correction", "evidence", "stale", "reason", "value", "speaker")
"""What `has:` can ask for."""

FIELDS = ("kind", "verdict", "by", "has", "speaker")
"""What can stand before a colon; `k` and `v` are short for the first two."""

MAX_SAVED = 20
"""Saved filters in saved filters; more is a circle."""

_WORD = re.compile(
    r"(?P<saved>@[\w.-]+)|priority(?P<sign>[<>]=?)(?P<bound>[\d.]+)"
    r'|(?:(?P<field>[a-z]+):)?(?:"(?P<quoted>[^"]*)"?|(?P<bare>\S+))',
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Selection:
    """What a claim must be to be shown; everything that is empty does not matter."""

    kinds: frozenset[str] = frozenset()
    marks: frozenset[int] = frozenset()
    editors: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    parts: frozenset[str] = frozenset()
    """Of `PARTS`; each must be there."""

    above: float = -1.0
    """Priority that a claim must exceed."""

    below: float = 2.0
    """Priority that a claim must stay under."""

    words: tuple[str, ...] = ()
    """Folded; each must be in the claim, its note or its correction."""

    unknown: tuple[str, ...] = ()
    """Words with a field that is none, or a value that fits nothing: said, and not used."""

    @property
    def is_everything(self) -> bool:
        return self.asks_for_standing_only and not (self.kinds or self.words or self.marks)

    @property
    def asks_for_standing_only(self) -> bool:
        """Nothing but kinds, marks and words is asked for."""
        return not (
            self.editors or self.speakers or self.parts or self.above >= 0 or self.below <= 1
        )


@dataclass
class _Wanted:
    """A selection while its words are read."""

    scale: VerdictScale
    kinds: set[str] = field(default_factory=set)
    marks: set[int] = field(default_factory=set)
    editors: list[str] = field(default_factory=list)
    speakers: list[str] = field(default_factory=list)
    parts: set[str] = field(default_factory=set)
    above: float = -1.0
    below: float = 2.0
    words: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    def take(self, match: re.Match[str]) -> None:
        """Add what one word asks for."""
        value = (match["bare"] or match["quoted"] or "").casefold()
        name = (match["field"] or "").casefold()
        if match["sign"]:
            self._take_bound(match)
        elif not value or (value.removesuffix(":") in FIELDS and value[-1] == ":"):
            # a field without a value yet, or empty quotation marks: still being typed
            return
        elif name in {"kind", "k"}:
            self.kinds |= self._known(
                {str(kind) for kind in KINDS if kind.startswith(value)}, match
            )
        elif name in {"verdict", "v"}:
            self.marks |= self._known(_marks(value, self.scale), match)
        elif name == "has":
            self.parts |= self._known({part for part in PARTS if part.startswith(value)}, match)
        elif name == "by":
            self.editors.append(value)
        elif name == "speaker":
            self.speakers.append(value)
        elif name:
            self.unknown.append(match.group())
        else:
            self.words.append(value)

    def _known(self, fitting: set[T], match: re.Match[str]) -> set[T]:
        """`fitting`; where nothing fits, the word is told as unknown."""
        if not fitting:
            self.unknown.append(match.group())
        return fitting

    def _take_bound(self, match: re.Match[str]) -> None:
        try:
            bound = float(match["bound"])
        except ValueError:
            self.unknown.append(match.group())
            return
        # priorities have far fewer than nine digits
        slack = 1e-9 if match["sign"].endswith("=") else 0.0
        if match["sign"][0] == ">":
            self.above = max(self.above, bound - slack)
        else:
            self.below = min(self.below, bound + slack)


def selection_of(
    query: str, scale: VerdictScale, saved: Mapping[str, str] | None = None
) -> Selection:
    """The selection that `query` asks for. Several values of one field are alternatives.

    Args:
        saved: filters by name, which `@name` stands for.
    """
    wanted = _Wanted(scale)
    for match in _words(query, saved or {}, wanted):
        wanted.take(match)
    return Selection(
        frozenset(wanted.kinds),
        frozenset(wanted.marks),
        tuple(wanted.editors),
        tuple(wanted.speakers),
        frozenset(wanted.parts),
        wanted.above,
        wanted.below,
        tuple(wanted.words),
        tuple(wanted.unknown),
    )


def completion(
    query: str, scale: VerdictScale, saved: Mapping[str, str] | None = None
) -> str | None:
    """`query` with its last word completed, or None where nothing fits or it is whole already."""
    start = max(query.rfind(" "), query.rfind('"')) + 1
    typed = query[start:]
    if not typed or query.count('"') % 2:
        return None
    for word in _known_words(scale, saved or {}):
        if word.startswith(typed.casefold()) and word != typed.casefold():
            return query[:start] + word
    return None


def _known_words(scale: VerdictScale, saved: Mapping[str, str]) -> Iterator[str]:
    for name in FIELDS:
        yield f"{name}:"
    yield "priority>"
    for kind in KINDS:
        yield f"kind:{kind}"
    for word in (OPEN_WORD, *DONE_WORDS, *(entry.name for entry in scale.entries)):
        yield f"verdict:{word}"
    for part in PARTS:
        yield f"has:{part}"
    for name in saved:
        yield f"{SAVED_SIGN}{name}"


def _words(query: str, saved: Mapping[str, str], wanted: _Wanted) -> Iterator[re.Match[str]]:
    """The words of `query`, saved filters opened up."""
    waiting = [query]
    opened = 0
    while waiting:
        for match in _WORD.finditer(waiting.pop(0)):
            if not match["saved"]:
                yield match
            elif match["saved"][1:] in saved and opened < MAX_SAVED:
                opened += 1
                waiting.append(saved[match["saved"][1:]])
            else:
                wanted.unknown.append(match.group())


def _marks(value: str, scale: VerdictScale) -> set[int]:
    if value == OPEN_WORD:
        return {OPEN}
    if value in DONE_WORDS:
        return set(range(1, len(scale.entries) + 1))
    exact = {number for number, entry in enumerate(scale.entries, 1) if entry.name == value}
    return exact or {
        number for number, entry in enumerate(scale.entries, 1) if entry.name.startswith(value)
    }
