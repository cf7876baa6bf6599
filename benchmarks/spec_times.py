"""Our times in the form of the recogniser's specification: which words, and what they resolve to."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from benchmarks.spec_details import ENGLISH, Found
from benchmarks.timex import values_of
from workbench.splitting.moments import TimeKind
from workbench.splitting.reading import reading_of
from workbench.splitting.times import time_expressions

if TYPE_CHECKING:
    from workbench.splitting.moments import TimeExpression
    from workbench.splitting.tokens import Tokens

_RANGE_LEADS = frozenset(["from", "between"])
_BOUNDS = frozenset(["before", "after", "since", "until", "till", "by"])


def reference_of(case: dict[str, object]) -> str:
    """The moment a case is read at."""
    context = case.get("Context")
    return str(context.get("ReferenceDateTime", "")) if isinstance(context, dict) else ""


def date_times(text: str, reference: str) -> list[Found]:
    """Every time of a text, with the prepositions that the specification counts in."""
    now = datetime.fromisoformat(reference) if reference else datetime(2016, 11, 7)  # noqa: DTZ001
    tokens = reading_of(text, ENGLISH).tokens
    found = []
    for expression in time_expressions(text, ENGLISH):
        if expression.kind is TimeKind.LOOSE or not (expression.start or expression.duration):
            if expression.kind is not TimeKind.REPEATED:
                continue
        first, lead = _start(expression, tokens)
        span = tokens.span(first, expression.last)
        found.append(Found(span.start, span.end, values_of(expression, lead, now)))
    return found


def _start(expression: TimeExpression, tokens: Tokens) -> tuple[int, str]:
    """The first token that the specification counts in, and the preposition among them."""
    first, core, lead = expression.first, expression.core, expression.lead
    word = tokens.word(first)
    moment = expression.start
    if word == "the" and first < core and not _keeps_article(expression, tokens):
        first = core
    if not lead or first not in (expression.first, core):
        return first, ""
    at = expression.lead_first
    if expression.end is not None:
        return (at, lead) if lead in _RANGE_LEADS else (first, "")
    if expression.kind is TimeKind.DURATION and expression.duration:
        if lead in ("in", "within") and not expression.relation and expression.duration:
            return at, lead
        return first, ""
    if lead in _BOUNDS and expression.kind is not TimeKind.REPEATED:
        return at, lead
    if lead == "on" and tokens.word(at - 1) in ("starting", "beginning"):
        return at - 1, "since"
    if lead in ("starting", "beginning"):
        return at, "since"
    if moment is not None and moment.daypart and not moment.has_date and moment.hour is None:
        if lead in ("in", "at") and core - first <= 1:
            return at, ""
    return first, ""


def _keeps_article(expression: TimeExpression, tokens: Tokens) -> bool:
    """`the 18th`, `the weekend`, `the first week of 2021` keep their article."""
    moment = expression.start
    word = tokens.word(expression.core)
    if moment is None:
        return False
    if word in ("week", "day", "weekend"):
        return True
    if moment.nth is not None and moment.weekday is None:
        return True
    if moment.day is not None and moment.month is None and moment.weekday is None:
        return True
    return moment.daypart is not None and expression.lead in ("in", "at")
