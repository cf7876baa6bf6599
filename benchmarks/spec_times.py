"""Our times in the form of the recogniser's specification: which words, and what they resolve to."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from benchmarks.spec_details import ENGLISH, Found
from benchmarks.timex import values_of
from workbench.model import Approximation
from workbench.splitting.calendar_words import calendar_words
from workbench.splitting.moments import TimeKind
from workbench.splitting.reading import reading_of
from workbench.splitting.times import time_expressions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.splitting.moments import TimeExpression
    from workbench.splitting.reading import Reading
    from workbench.splitting.tokens import Tokens

_RANGE_LEADS = frozenset(["from", "between"])
_BOUNDS = frozenset(["before", "after", "since", "until", "till", "by"])
_BOUND_PHRASES = {
    ("as", "late", "as"): "until",
    ("as", "early", "as"): "since",
    ("later", "than"): "after",
    ("earlier", "than"): "before",
    (">", "="): "since",
    ("<", "="): "until",
    (">",): "after",
    ("<",): "before",
    ("starting", "on"): "since",
    ("beginning", "on"): "since",
    ("starting",): "since",
    ("beginning",): "since",
}
_WORDS = calendar_words(ENGLISH)


def reference_of(case: dict[str, object]) -> str:
    """The moment a case is read at."""
    context = case.get("Context")
    return str(context.get("ReferenceDateTime", "")) if isinstance(context, dict) else ""


def date_times(text: str, reference: str) -> list[Found]:
    """Every time of a text, with the prepositions that the specification counts in."""
    now = datetime.fromisoformat(reference or "2016-11-07T00:00:00")
    reading = reading_of(text, ENGLISH)
    tokens = reading.tokens
    found = []
    for expression in time_expressions(text, ENGLISH):
        if expression.kind is TimeKind.LOOSE:
            continue
        for part in _parts(expression, tokens):
            first, lead = _start(part, tokens)
            last = _without_zone(part, tokens)
            span = tokens.span(first, last)
            values = values_of(part, lead, now, hedge=_hedge(part, first, reading))
            found.append(Found(span.start, span.end, values))
    return found


_HEDGES = {Approximation.OVER: "more", Approximation.UNDER: "less"}


def _hedge(expression: TimeExpression, first: int, reading: Reading) -> str:
    """`more`, `less` or `approx`, where a hedge is counted in."""
    if first >= expression.core or expression.end is not None:
        return ""
    direction = reading.hedged_before(expression.core)[1]
    if expression.kind is TimeKind.DURATION and not expression.relation:
        return _HEDGES.get(direction, "") if direction else ""
    is_clock = expression.kind is TimeKind.CLOCK
    return "approx" if is_clock and direction is Approximation.ABOUT else ""


def _parts(expression: TimeExpression, tokens: Tokens) -> Iterable[TimeExpression]:
    """`2007 and 2009` are two there, unless `between` stands before."""
    joint = next(
        (at for at in range(expression.first, expression.last) if tokens.word(at) == "and"), -1
    )
    if expression.end is None or expression.lead in _RANGE_LEADS or joint < 0:
        return [expression]
    kind = TimeKind.PERIOD if expression.start and expression.start.day is None else TimeKind.DATE
    one = replace(expression, last=joint, end=None, kind=kind)
    other = replace(
        expression, first=joint + 1, core=joint + 1, start=expression.end, end=None, kind=kind
    )
    return [replace(one, lead=""), replace(other, lead="")]


def _without_zone(expression: TimeExpression, tokens: Tokens) -> int:
    """Time zones are left out, as most of the cases do."""
    last = expression.last
    if tokens.word(last - 1) in _WORDS.zones and last - 1 > expression.core:
        return last - 1
    return last


def _start(expression: TimeExpression, tokens: Tokens) -> tuple[int, str]:
    """The first token that the specification counts in, and the preposition among them."""
    first, core, lead = expression.first, expression.core, expression.lead
    if tokens.word(first) == "the" and first < core and not _keeps_article(expression, tokens):
        first = core
    is_point = expression.kind not in (TimeKind.DURATION, TimeKind.REPEATED)
    if is_point and expression.end is None:
        for phrase, bound in _BOUND_PHRASES.items():
            at = expression.first - len(phrase)
            words = tuple(tokens.word(at + place) for place in range(len(phrase)))
            if words == phrase:
                return at, bound
    at = expression.lead_first
    if not lead:
        return first, ""
    if expression.end is not None:
        return (at, lead) if lead in _RANGE_LEADS else (first, "")
    if expression.kind is TimeKind.DURATION and not expression.start:
        is_free = lead in ("in", "within") and not expression.relation
        return (at, lead) if is_free and expression.duration else (first, "")
    if lead in _BOUNDS and is_point:
        return at, lead
    begins_in_day = tokens.word(core) in _WORDS.dayparts
    if begins_in_day and lead in ("in", "at"):
        return at, ""
    # a time with a full stop could be a number, and its `at` is counted in
    if lead == "at" and "." in tokens.word(core) and tokens.word(core)[0].isdigit():
        return at, ""
    return first, ""


def _keeps_article(expression: TimeExpression, tokens: Tokens) -> bool:
    """`the 18th`, `the weekend`, `the first week of 2021` keep their article."""
    moment = expression.start
    word = tokens.word(expression.core)
    if expression.anchor is not None:
        return expression.kind is TimeKind.DURATION
    if moment is None:
        return False
    if word in ("day", "weekend") or (word == "week" and moment.day is not None):
        return True
    span = range(expression.core, expression.last)
    if any(tokens.word(at) in ("week", "month") for at in span[1:2]) and moment.shift is None:
        return True
    if moment.day is not None and moment.month is None and moment.weekday is None:
        return True
    return moment.daypart is not None and expression.lead in ("in", "at")
