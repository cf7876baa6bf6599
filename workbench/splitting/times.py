"""Which words are a time, with the words that belong before and after it: the time claims."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.model import Claim, ClaimKind, Period
from workbench.splitting.almanac import dateline, next_weekday, period_of
from workbench.splitting.calendar_words import TimeReader, calendar_words
from workbench.splitting.moments import TimeExpression, TimeKind
from workbench.splitting.nouns import Nouns
from workbench.splitting.reading import reading_of
from workbench.splitting.tenses import looks_ahead
from workbench.splitting.time_kinds import is_bare_year
from workbench.splitting.time_lengths import Lengths
from workbench.splitting.time_points import Points
from workbench.splitting.time_ranges import Ranges
from workbench.splitting.time_rhythms import Rhythms

if TYPE_CHECKING:
    from datetime import date

    from workbench.splitting.context import Context
    from workbench.splitting.lexicon import Lexicon

_HANGING = (
    "before",
    "after",
    "prior",
    "to",
    "following",
    "in",
    "advance",
    "ahead",
    "of",
    "into",
    "since",
)


@lru_cache(maxsize=1)
def time_expressions(text: str, lexicon: Lexicon) -> tuple[TimeExpression, ...]:
    """Every time in `text`, in order, without overlap."""
    times = Times.over(TimeReader(reading_of(text, lexicon), calendar_words(lexicon)))
    starters = times.reader.words.starters
    tokens = times.reader.tokens
    numeral_at = times.reader.reading.numeral_at
    found: list[TimeExpression] = []
    after = 0
    for index, word in enumerate(tokens.lowers):
        if index < after or not (word in starters or index in numeral_at or word[0].isdigit()):
            continue
        expression = times.expression(index)
        if expression is not None:
            found.append(times.extended_left(expression, after))
            after = expression.last
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Times:
    """The grammar of times: tries its parts from the most to the least particular."""

    reader: TimeReader
    ranges: Ranges
    lengths: Lengths
    rhythms: Rhythms

    @classmethod
    def over(cls, reader: TimeReader) -> Times:
        points = Points.over(reader)
        return cls(reader, Ranges(reader, points), Lengths(reader, points), Rhythms(reader, points))

    def expression(self, index: int) -> TimeExpression | None:
        """The time that begins at `index`."""
        return (
            self.rhythms.repeated(index)
            or self.rhythms.loose(index)
            or self.ranges.hour_range(index)
            or self.lengths.closed(index)
            or self.ranges.day_range(index)
            or self.ranges.century_range(index)
            or self.ranges.point_or_range(index)
            or self.lengths.length(index)
            or self.rhythms.frequency(index)
        )

    def extended_left(self, expression: TimeExpression, floor: int) -> TimeExpression:
        """With `the` and hedges before it, and the preposition noted."""
        reader = self.reader
        first = core = expression.first
        if (
            reader.word(first - 1) == "the"
            and first - 1 >= floor
            and reader.is_joined(first)
            and self._takes_article(expression)
        ):
            first -= 1
        hedged, direction = reader.reading.hedged_before(first)
        if direction is not None and hedged >= floor and self._takes_hedge(expression, hedged):
            first = hedged
        lead_first, lead = -1, ""
        if reader.is_joined(first) and reader.is_one(first - 1, "leads") and first > floor:
            lead_first, lead = first - 1, reader.word(first - 1)
        return replace(expression, first=first, core=core, lead=lead, lead_first=lead_first)

    def _takes_article(self, expression: TimeExpression) -> bool:
        """Is `the` a part of the time, not of what follows it: `the 1960s`, `the next day`?"""
        word, words = self.reader.word(expression.first), self.reader.words
        if expression.kind is TimeKind.LOOSE:
            return True
        if word in words.directions or word in words.edges or word in words.decades:
            return True
        if word in words.dayparts or word in words.seasons or word in words.article_nouns:
            return True
        moment = expression.start
        if moment is None:
            is_hung = bool(expression.anchor) or expression.relation == "closed"
            return expression.kind is TimeKind.DURATION and is_hung
        if moment.century and self.reader.word(expression.last - 2) == "-":
            return False
        parts = (moment.decade, moment.century, moment.nth, moment.quarter, moment.half)
        if any(part is not None for part in parts):
            return True
        is_number = self.reader.numeral(expression.first) is not None
        is_month = moment.month is not None and word not in self.reader.words.months
        return is_number and (moment.day is not None or is_month)

    def _takes_hedge(self, expression: TimeExpression, first: int) -> bool:
        """`over ten years` is more than ten, or during them; `around 1900` is about then."""
        reader = self.reader
        if reader.is_one(first - 1, "not_before_hedge"):
            return False
        if reader.word(first - 1) in ("twice", "times", "half") and reader.word(first) == "as":
            return False
        if reader.word(first) == "more" and first - 1 in reader.reading.numeral_at:
            return False
        if expression.relation == "so often":
            return True
        if expression.kind is TimeKind.DURATION:
            if reader.is_one(first, "hedges_or_prepositions"):
                return reader.is_one(first - 1, "lasting")
            return not (expression.relation == "later" and reader.word(first) == "past")
        return reader.is_one(first, "date_hedges")


def reference_of(context: Context) -> date | None:
    """The day that the times of a document are told from."""
    if context.document.published is not None:
        return context.document.published
    expressions = time_expressions(context.text, context.lexicon)
    return dateline(expressions, reading_of(context.text, context.lexicon).tokens)


def detect(context: Context) -> list[Claim]:
    """The claims about times."""
    expressions = time_expressions(context.text, context.lexicon)
    reading = reading_of(context.text, context.lexicon)
    nouns = Nouns(context, reading)
    reference = reference_of(context)
    claims = []
    after = 0
    for expression in expressions:
        if expression.first < after or not expression.is_claim:
            continue
        if _is_bare_day(expression) or _is_in_name(expression, nouns):
            continue
        last = after = _extended_right(expression, nouns)
        value = period_of(expression, reference)
        if ahead := next_weekday(expression, reference):
            place = reading.tokens.span(expression.first, last).start
            parse = context.parse_at(place)
            value = ahead if parse is not None and looks_ahead(parse, place) else value
        claims.append(
            Claim(
                reading.tokens.span(expression.first, last),
                ClaimKind.TIME,
                expression.rule,
                Period(value) if value else None,
            )
        )
    return claims


def _is_bare_day(expression: TimeExpression) -> bool:
    """`the day`, `the year` alone say when, but nothing that could be wrong."""
    moment = expression.start
    if moment is None or moment.told is not True or moment.shift is None or moment.edge:
        return False
    return moment.shift[0] == 0 and expression.last - expression.core == 1


def _is_in_name(expression: TimeExpression, nouns: Nouns) -> bool:
    """Is it the year of a name: `the 2018 World Cup`?"""
    if expression.start is None or expression.end is not None or not is_bare_year(expression.start):
        return False
    tokens = nouns.reading.tokens
    if not tokens.follows(expression.last) or not nouns.is_name(expression.last):
        return False
    if tokens.word(expression.last) in nouns.reading.lexicon.words("nationalities"):
        return False
    before = tokens.word(expression.core - 1)
    if before in ("a", "an"):
        return False
    return before == "'s" or before in nouns.reading.lexicon.words("determiners")


def _is_beside(expression: TimeExpression, word: str) -> bool:
    """Is it `the day after`, on which a thing may hang: `the day after the flood`?"""
    moment = expression.start
    is_told = moment is not None and moment.told is True and moment.shift is not None
    return is_told and expression.end is None and word in ("before", "after")


def _extended_right(expression: TimeExpression, nouns: Nouns) -> int:
    """With the `of` phrase, or the thing that the time hangs on."""
    tokens = nouns.reading.tokens
    last = expression.last
    if expression.relation.endswith("-what") or _is_beside(expression, tokens.word(last - 1)):
        at = last
        while tokens.word(at) in _HANGING or tokens.word(at) in ("immediately", "shortly", "just"):
            at += 1
        return nouns.whole_end(last, at)
    is_part = expression.start is not None and expression.start.nth is not None
    is_counted = expression.rule == "time.last-so-long"
    if tokens.word(last) == "of" and (expression.kind is TimeKind.LOOSE or is_part or is_counted):
        return max(last, nouns.of_end(last))
    return last
