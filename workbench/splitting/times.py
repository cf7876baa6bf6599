"""Which words are a time, put together from dates, clocks and lengths: the time claims."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.model import Claim, ClaimKind, Period, Span
from workbench.splitting.almanac import dateline, period_of
from workbench.splitting.calendar_words import TimeReader, calendar_words
from workbench.splitting.clocks import Clocks, in_part
from workbench.splitting.dates import FIRST_YEAR, LAST_YEAR, Dates
from workbench.splitting.durations import Durations
from workbench.splitting.moments import Moment, TimeExpression, TimeKind
from workbench.splitting.nouns import Nouns
from workbench.splitting.numbers import Form
from workbench.splitting.reading import reading_of
from workbench.splitting.relative_times import Relatives

if TYPE_CHECKING:
    from workbench.splitting.context import Context
    from workbench.splitting.dates import Atom
    from workbench.splitting.durations import Length
    from workbench.splitting.lexicon import Lexicon

_RANGE_WORDS = frozenset(["to", "until", "till", "through", "thru", "-", "–", "—", "~", "til"])
_DASHES = frozenset("-–—~")
_LEADS = frozenset(
    [
        "from",
        "between",
        "before",
        "after",
        "since",
        "until",
        "till",
        "by",
        "in",
        "on",
        "at",
        "within",
        "during",
        "for",
        "through",
        "around",
        "about",
        "to",
        "starting",
        "beginning",
        "throughout",
        "over",
        "under",
        "into",
        "up",
    ]
)
_HANGS = {
    "ago": "ago",
    "later": "later",
    "afterwards": "later",
    "afterward": "later",
    "thereafter": "later",
    "hence": "later",
    "earlier": "earlier",
    "beforehand": "earlier",
    "before": "before",
    "prior": "before",
    "after": "after",
    "following": "after",
    "from": "from",
    "into": "into",
    "since": "after",
}


@lru_cache(maxsize=1)
def time_expressions(text: str, lexicon: Lexicon) -> tuple[TimeExpression, ...]:
    """Every time in `text`, in order, without overlap."""
    composer = composer_of(text, lexicon)
    starters = _starters(lexicon)
    tokens = composer.reader.tokens
    numeral_at = composer.reader.reading.numeral_at
    found: list[TimeExpression] = []
    after = 0
    for index, word in enumerate(tokens.lowers):
        if index < after or not (word in starters or index in numeral_at or word[0].isdigit()):
            continue
        expression = composer.expression(index)
        if expression is not None:
            expression = composer.extended_left(expression, after)
            found.append(expression)
            after = expression.last
    return tuple(found)


@lru_cache(maxsize=8)
def _starters(lexicon: Lexicon) -> frozenset[str]:
    words = calendar_words(lexicon)
    return frozenset(
        [
            *words.months,
            *words.weekdays,
            *words.dayparts,
            *words.clock_words,
            *words.seasons,
            *words.decades,
            *words.days,
            *words.directions,
            *words.edges,
            *words.frequencies,
            *words.holidays.by_token,
            *(unit for unit in words.units if unit.endswith("s")),
            *(
                "centuries",
                "millennia",
                "week",
                "year",
                "day",
                "now",
                "every",
                "each",
                "once",
                "half",
            ),
            *("quarter", "few", "several", "couple", "some", "a", "an", "one", "another", "q", "h"),
            *("fiscal", "financial", "calendar", "fy", "sy", "cy", "ad", "a.d.", "'", "recent"),
            *(
                "injury",
                "stoppage",
                "extra",
                "final",
                "life",
                "lifetime",
                "lifetimes",
                "rest",
                "high",
            ),
            *("semi", "bi", "any", "as", "midweek", "career"),
        ]
    )


@lru_cache(maxsize=1)
def composer_of(text: str, lexicon: Lexicon) -> Composer:
    """The grammar of times over a text."""
    reader = TimeReader(reading_of(text, lexicon), calendar_words(lexicon))
    dates, durations = Dates(reader), Durations(reader)
    return Composer(reader, dates, Clocks(reader), durations, Relatives(reader, dates, durations))


@dataclass(frozen=True, slots=True)
class Composer:
    """Joins atoms into times, and times into ranges."""

    reader: TimeReader
    dates: Dates
    clocks: Clocks
    durations: Durations
    relatives: Relatives

    def expression(self, index: int) -> TimeExpression | None:
        """The longest time that begins at `index`."""
        return (
            self._repeated(index)
            or self._loose(index)
            or self._hour_range(index)
            or self._day_range(index)
            or self._point_or_range(index)
            or self._length(index)
            or self._frequency(index)
        )

    # --- points and ranges

    def _atom(self, index: int, *, is_after_at: bool = False) -> Atom | None:
        reader = self.reader
        word = reader.word(index)
        if word in ("a", "an", "some", "one", "another", "each", "every"):
            return self.clocks.clock(index) if word == "a" else None
        clock = self.clocks.clock(index, is_after_at=is_after_at)
        date = self.dates.date(index)
        if clock is not None and (date is None or clock[0] > date[0]):
            return clock
        return date or self.relatives.point(index) or clock or self._year(index)

    def _year(self, index: int) -> Atom | None:
        """A bare year, where its company says it is one."""
        found = self.dates.year(index)
        if found is None or not self._is_year(index, *found):
            return None
        return found[0], Moment(year=found[1])

    def _is_year(self, index: int, last: int, year: int) -> bool:
        reader = self.reader
        tokens = reader.tokens
        before, after = reader.word(index - 1), reader.word(last)
        if not tokens.written(index).isdecimal():
            return before in ("in", "since", "of", "until", "by", "from", "year", "to", "and")
        if tokens.touches(index) and (
            before in ("$", "€", "£", "#", "/", ".", "_", "@", "=", "°") or before[-1:].isalpha()
        ):
            return False
        if tokens.touches(last) and (
            after in ("%", "°", "/", "_", "'", "@") or after[:1].isalpha()
        ):
            return False
        if after in reader.reading.grammar.words.scales or after in (
            "percent",
            "per",
            "%",
            "dollars",
            "euros",
        ):
            return False
        if before in _RANGE_WORDS or before in ("and", "or", "vs", "versus"):
            earlier = self.dates.year(index - 2)
            if earlier is not None and earlier[0] == index - 1:
                return True
        if before in _YEAR_BEFORE:
            return not (
                self._counts_noun(last)
                and before
                in ("of", "to", "by", "than", "from", "at", "and", "the", "about", "around", "for")
            )
        is_recent = 1800 <= year <= 2060
        if before in ("(", "[") or after in (")", "]"):
            return is_recent
        if before == "," and reader.is_joined(index):
            return is_recent and not self._counts_noun(last)
        if tokens.is_capitalised(index - 1) and reader.is_joined(index):
            return False
        if self._counts_noun(last) or (reader.is_joined(last) and after[:1].isdigit()):
            return False
        return is_recent and (
            not reader.is_joined(index)
            or before
            in (".", ";", ":", "that", "a", "this", "his", "her", "its", "their", "”", '"')
            or not before[:1].isalnum()
            or after not in ("",)
        )

    def _counts_noun(self, index: int) -> bool:
        """Does a plural follow that the number would count?"""
        reader = self.reader
        lexicon = reader.reading.lexicon
        for at in range(index, index + 3):
            word = reader.word(at)
            if (
                not reader.is_joined(at)
                or not word[:1].isalpha()
                or word in lexicon.words("closed")
            ):
                return False
            if word in lexicon.words("plurals") or (
                len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
            ):
                return not reader.tokens.is_capitalised(at)
            if word in reader.reading.grammar.words.scales or word.endswith(("ed", "ing")):
                return False
        return False

    def _point(self, index: int, *, is_after_at: bool = False) -> Atom | None:
        """A date, a clock time, or both joined: `Friday at 5 p.m.`, `2:30 the next day`."""
        atom = self._atom(index, is_after_at=is_after_at)
        if atom is None:
            return None
        last, moment = atom
        for _ in range(4):
            joined = self._joined(last, moment)
            if joined is None:
                break
            last, moment = joined
        return last, moment

    def _joined(self, last: int, moment: Moment) -> Atom | None:
        """One more atom that belongs to the same time."""
        reader = self.reader
        if not reader.is_joined(last):
            return None
        at = last
        opened = reader.word(at) in ("(", "[")
        at += opened
        at = reader.skipped(at, ",", "-", "–", "—", "@", ":") if not opened else at
        joint = reader.word(at)
        if joint in (
            "at",
            "on",
            "in",
            "of",
            "for",
            "around",
            "about",
            "from",
            "the",
            "by",
        ) and reader.is_joined(at):
            if joint in ("at", "around", "about", "by", "for") and moment.hour is not None:
                return None
            if (
                joint == "of"
                and moment.daypart is None
                and moment.hour is None
                and moment.nth is None
            ):
                return None
            if joint == "from" or (
                joint in ("by", "for") and moment.hour is None and not moment.has_date
            ):
                return None
            at += 1
            at = reader.skipped(at, "the")
        if not reader.is_joined(at):
            return None
        found = self._atom(
            at, is_after_at=joint in ("at", "@", "around") or reader.word(last) == "@"
        )
        if found is None:
            part = reader.words.dayparts.get(reader.word(at))
            if part is None or at > last + 2 or (part[0] == "M" and part != "MO"):
                return None
            found = at + 1, Moment(daypart=part)
        end, more = found
        return self._fused((last, moment), (end, more), joint, opened=opened)

    def _fused(self, before: Atom, after: Atom, joint: str, *, opened: bool) -> Atom | None:
        """The two moments as one, if they can be."""
        (last, moment), (end, more) = before, after
        reader = self.reader
        is_plain = reader.word(last) == "," or opened
        if (
            more.year is not None
            and more.month is None
            and moment.has_date
            and (moment.month is None or moment.year is not None)
        ):
            return None
        # `Monday, Tuesday`, `1997, 1998` are two times
        if (is_plain and joint not in ("at", "on") and moment.has_date and more.has_date) and (
            not (moment.weekday and more.day) and not (more.weekday and moment.day) and not opened
        ):
            return None
        if joint in ("for", "by") and more.hour is None:
            return None
        if moment.daypart and more.hour is not None and moment.daypart != more.daypart:
            fused = in_part(more, moment.daypart)
            merged = replace(moment, daypart=None).merged(replace(fused, daypart=None))
            return (end, merged) if merged else None
        if more.daypart and moment.hour is not None:
            fused = in_part(moment, more.daypart)
            merged = fused.merged(replace(more, daypart=None))
            return (end, merged) if merged else None
        if moment.shift is not None and more.shift is not None:
            return None
        if moment.has_clock and more.has_clock:
            return None
        if moment.has_date and more.has_date and not (moment.has_clock or more.has_clock):
            units = {moment.shift[1] if moment.shift else "", more.shift[1] if more.shift else ""}
            dated = moment if moment.shift is None else more
            if "year" in units:
                if (
                    dated.month is None
                    and dated.season is None
                    and dated.holiday is None
                    and dated.quarter is None
                ):
                    return None
            elif "week" in units or "month" in units:
                if dated.weekday is None and dated.day is None:
                    return None
            elif "day" in units and dated.weekday is None and dated.day is None:
                return None
        merged = moment.merged(more)
        if merged is None:
            return None
        if opened:
            if reader.word(end) not in (")", "]"):
                return None
            end += 1
        return end, merged

    def _point_or_range(self, index: int) -> TimeExpression | None:
        reader = self.reader
        before = reader.word(index - 1)
        start = self._point(index, is_after_at=before in ("at", "@"))
        if start is None:
            return None
        last, moment = start
        if self._is_loose_daypart(index, moment):
            return None
        ranged = self._range(index, last, moment)
        if ranged is not None:
            return ranged
        return TimeExpression(
            index, last, kind_of(moment), rule_of(moment), moment, is_claim=is_claim(moment)
        )

    def _is_loose_daypart(self, index: int, moment: Moment) -> bool:
        """A lone `night` in `a night club` is no time."""
        return moment == Moment(daypart="NI") and self.reader.word(index - 1) in ("a", "an")

    def _range(self, index: int, last: int, moment: Moment) -> TimeExpression | None:
        """`1910–1945`, `May to October 2020`, `6 p.m. to midnight`, `1997 and 1998`."""
        reader = self.reader
        joint = reader.word(last)
        if not reader.is_joined(last):
            return None
        at = last + 1
        if joint == "and":
            is_between = reader.word(index - 1) == "between"
            if (not is_between and not (_is_bare_year(moment) and self.dates.year(at))) and (
                not (moment.century or moment.decade)
            ):
                return None
        elif joint == "up" and reader.word(at) in ("to", "until"):
            at += 1
        elif joint == "or" and moment.century:
            pass
        elif joint not in _RANGE_WORDS:
            return None
        at = reader.skipped(at, "the")
        if not reader.is_joined(at):
            return None
        short = self._short_year(last, moment)
        if short is not None:
            return TimeExpression(
                index, last + 2, TimeKind.PERIOD, "time.range", moment, Moment(year=short)
            )
        end = self._point(at, is_after_at=moment.hour is not None)
        if end is None and joint in _RANGE_WORDS and moment.has_date:
            year = self.dates.year(at)
            if year is not None and _is_bare_year(moment):
                end = year[0], Moment(year=year[1])
        if end is None and moment.day is not None:
            day = self.dates.day_number(at)
            if day is not None and not self._counts_noun(day[0]):
                year = self.dates._year_after(day[0])
                final = Moment(
                    month=moment.month, day=day[1], year=year[1] if year else moment.year
                )
                first = replace(moment, year=moment.year or (year[1] if year else None))
                return TimeExpression(
                    index, year[0] if year else day[0], TimeKind.PERIOD, "time.range", first, final
                )
        if end is None:
            return None
        end_last, final = end
        if joint == "and" and _is_bare_year(moment) and not _is_bare_year(final):
            return None
        if not _is_comparable(moment, final):
            return None
        if (
            joint == "and"
            and (moment.century or moment.decade)
            and not (final.century or final.decade)
        ):
            return None
        moment, final = shared(moment, final)
        kind = TimeKind.PERIOD
        if not final.has_date and not moment.has_date:
            kind = TimeKind.CLOCK
        elif final.has_clock or moment.has_clock:
            kind = TimeKind.INSTANT
        return TimeExpression(index, end_last, kind, "time.range", moment, final)

    def _short_year(self, last: int, moment: Moment) -> int | None:
        """`98` in `1997-98`."""
        if not _is_bare_year(moment) or self.reader.word(last) not in ("-", "–", "/"):
            return None
        written = self.reader.tokens.written(last + 1)
        if len(written) != 2 or not written.isdecimal() or not self.reader.tokens.touches(last + 1):
            return None
        year = (moment.year or 0) // 100 * 100 + int(written)
        return year if year > (moment.year or 0) else None

    def _hour_range(self, index: int) -> TimeExpression | None:
        """`5 to 6pm`, `4 - 6:30 pm`, `6-8 next Monday`, `from 10 to 12 on Friday`."""
        reader = self.reader
        hour = self.clocks._hour_word(index)
        if hour is None or (
            reader.tokens.touches(index)
            and not reader.word(index - 1)[-1:].isalpha()
            and reader.word(index - 1) != "("
        ):
            return None
        last, number = hour
        if (
            reader.word(last) not in (*_RANGE_WORDS, "and")
            or not reader.is_joined(last)
            or number > 24
        ):
            return None
        if reader.word(last) == "and" and reader.word(index - 1) != "between":
            return None
        end = self.clocks.clock(last + 1)
        lead = reader.word(index - 1)
        if end is None:
            end = self.clocks.clock(last + 1, is_after_at=lead in ("from", "between", "at"))
            if end is None:
                end_hour = self.clocks._hour_word(last + 1)
                if end_hour is None or end_hour[1] > 24:
                    return None
                end = end_hour[0], Moment(hour=end_hour[1] % 24, minute=0)
            elif lead not in ("from", "between"):
                return None
            joined = self._joined(*end)
            if joined is None or not (
                (joined[1].shift and joined[1].shift[1] == "day")
                or joined[1].weekday
                or joined[1].day
                or joined[1].direction is not None
            ):
                return None
            end = joined
        elif (
            end[1].hour is None
            or (end[1].is_24h is None and reader.word(end[0] - 1) not in ("o'clock",))
        ) and lead not in ("from", "between"):
            return None
        start = Moment(hour=number % 24, minute=0, is_24h=True if number > 12 else None)
        end = self._with_more(*end)
        start, final = shared(start, end[1])
        kind = TimeKind.INSTANT if final.has_date else TimeKind.CLOCK
        return TimeExpression(index, end[0], kind, "time.range", start, final)

    def _with_more(self, last: int, moment: Moment) -> Atom:
        for _ in range(3):
            joined = self._joined(last, moment)
            if joined is None:
                break
            last, moment = joined
        return last, moment

    def _day_range(self, index: int) -> TimeExpression | None:
        """`18 and 19 June`, `5–7 May 2019`, `ninth till seventeenth of April`."""
        reader = self.reader
        day = self.dates.day_number(index)
        if (
            day is None
            or reader.word(day[0]) not in (*_RANGE_WORDS, "and", "or")
            or not reader.is_joined(day[0])
        ):
            return None
        at = reader.skipped(day[0] + 1, "the")
        if not reader.is_joined(at):
            return None
        end = self.dates._day_first(at)
        if end is None or end[1].day is None or not day[1] < end[1].day:
            return None
        start = replace(end[1], day=day[1])
        return TimeExpression(index, end[0], TimeKind.PERIOD, "time.range", start, end[1])

    # --- lengths

    def _length(self, index: int) -> TimeExpression | None:
        """`72 hours`, `a week ago`, `ten days before Friday`, `the last 30 years`."""
        reader = self.reader
        counted = self.relatives.counted(index)
        if counted is not None:
            return TimeExpression(
                index,
                counted.last,
                TimeKind.DURATION,
                "time.last-so-long",
                duration=counted.parts,
                relation=reader.word(index),
            )
        length = self.durations.length(index)
        if length is None:
            return None
        return self._hung(length) or self._free(length)

    def _hung(self, length: Length) -> TimeExpression | None:
        """A length with what it hangs on."""
        reader = self.reader
        last = length.last
        if not reader.is_joined(last):
            return None
        at = reader.skipped(last, "or", "and")
        at = reader.skipped(at, "so", "more") if at > last else at
        at = (
            reader.skipped(at, "immediately", "shortly", "just", "right", "earlier")
            if reader.word(at + 1) in _HANGS
            else at
        )
        relation = _HANGS.get(reader.word(at))
        if reader.word(at) == "in" and reader.word(at + 1) == "advance":
            if reader.word(at + 2) == "of":
                return self._made(length, at + 3, "before-what")
            return self._made(length, at + 2, "earlier")
        if relation is None or not reader.is_joined(at):
            if reader.word(last) in ("next",) and reader.words.units.get(reader.word(last + 1)):
                return None
            return None
        if relation in ("ago", "later", "earlier"):
            if relation == "earlier" and reader.word(at + 1) == "than":
                return self._anchored(length, at + 2, "before")
            return self._made(length, at + 1, relation)
        if reader.word(at) == "prior":
            if reader.word(at + 1) != "to":
                return None
            at += 1
        if relation == "from":
            if reader.word(at + 1) not in ("now", "today", "tomorrow", "yesterday", "then"):
                anchored = self._anchored(length, at + 1, "after")
                return (
                    anchored if anchored and anchored.anchor and anchored.anchor.weekday else None
                )
            if reader.word(at + 1) in ("now", "then"):
                return self._made(length, at + 2, "later")
            return self._anchored(length, at + 1, "after")
        anchored = self._anchored(
            length, reader.skipped(at + 1, "the") if relation == "into" else at + 1, relation
        )
        if anchored is not None:
            return anchored
        return self._made(length, at + 1, f"{relation}-what") if length.parts else None

    def _anchored(self, length: Length, index: int, relation: str) -> TimeExpression | None:
        """`2 weeks before May 13 1999`: hung on a time."""
        at = self.reader.skipped(index, "the") if relation != "into" else index
        point = self._point(at) if self.reader.is_joined(at) else None
        if point is None or (point[1].hour is not None and not point[1].has_date):
            return None
        made = self._made(length, point[0], relation)
        return replace(made, anchor=point[1])

    def _made(self, length: Length, last: int, relation: str) -> TimeExpression:
        if relation.endswith("-what"):
            last = length.last
        return TimeExpression(
            length.first,
            last,
            TimeKind.DURATION,
            "time.length",
            duration=length.parts,
            relation=relation,
        )

    def _free(self, length: Length) -> TimeExpression | None:
        """A length on its own; `a week` counts only where it lasts."""
        reader = self.reader
        first, last = length.first, length.last
        after = reader.word(last)
        if (
            after == "old"
            or (after == "-" and reader.word(last + 1) == "old")
            or (after == "of" and reader.word(last + 1) == "age")
        ):
            if length.parts and length.parts[0][1] == "year" and length.parts[0][0] > 125:
                old = last + 1 + (after == "-")
                return TimeExpression(
                    first, old, TimeKind.DURATION, "time.length", duration=length.parts
                )
            return None
        if (
            reader.word(first) in ("a", "an", "another")
            and len(length.parts) == 1
            and length.parts[0][0] == 1
        ):
            before = reader.word(first - 1)
            if (
                before not in _LASTING
                and reader.word(first) != "another"
                and not (length.is_measure)
            ):
                return None
        if after == "olds":
            return None
        if reader.word(first - 1) in ("aged", "age") or (
            reader.word(first - 1) == "of" and reader.word(first - 2) == "age"
        ):
            return None
        while (
            reader.word(last) in ("long", "straight", "running")
            and reader.is_joined(last)
            and length.parts
        ):
            last += 1
        if length.upper:
            return TimeExpression(
                first,
                last,
                TimeKind.DURATION,
                "time.length",
                duration=length.parts,
                relation="to",
                start=None,
                end=None,
                anchor=None,
            )
        return TimeExpression(first, last, TimeKind.DURATION, "time.length", duration=length.parts)

    # --- repeated and loose times

    def _repeated(self, index: int) -> TimeExpression | None:
        """`every Tuesday`, `each year`, `every ten years`, `once a year`, `Friday mornings`."""
        reader = self.reader
        word = reader.word(index)
        if word in ("every", "each"):
            at = reader.skipped(index + 1, "other", "single", "second", "third")
            step = 2 if reader.word(index + 1) in ("other", "second") and at > index + 1 else 1
            unit = reader.words.units.get(reader.word(at))
            if (
                unit is not None and reader.is_joined(at) and unit not in ("second", "generation")
            ) or (False):
                return TimeExpression(
                    index,
                    at + 1,
                    TimeKind.REPEATED,
                    "time.repeated",
                    duration=((step, unit or ""),),
                )
            length = self.durations._counted(at) if reader.is_joined(at) else None
            if length is not None:
                return TimeExpression(
                    index, length.last, TimeKind.REPEATED, "time.repeated", duration=length.parts
                )
            point = self._point(at) if reader.is_joined(at) else None
            if (
                point is not None
                and point[1].year is None
                and (
                    point[1].weekday
                    or point[1].month
                    or point[1].season
                    or point[1].daypart
                    or point[1].holiday
                    or point[1].hour is not None
                )
            ):
                return TimeExpression(index, point[0], TimeKind.REPEATED, "time.repeated", point[1])
            return None
        if word == "once" and reader.word(index + 1) in ("a", "every", "per", "each"):
            unit = reader.words.units.get(reader.word(index + 2))
            if unit is not None:
                return TimeExpression(
                    index, index + 3, TimeKind.REPEATED, "time.repeated", duration=((1, unit),)
                )
        if word in reader.words.weekdays or word.removesuffix("s") in reader.words.weekdays:
            single = word.removesuffix("s")
            number = reader.words.weekdays.get(single)
            at = index + 1
            if (
                number is not None
                and word.endswith("s")
                and word not in reader.words.weekdays
                and len(word) > 5
            ):
                moment = Moment(weekday=number)
            elif number is not None and reader.word(at) in (
                "mornings",
                "evenings",
                "afternoons",
                "nights",
            ):
                moment = Moment(weekday=number, daypart=reader.words.dayparts[reader.word(at)])
                at += 1
            else:
                return None
            for _ in range(2):
                joined = self._joined(at, moment)
                if joined is not None:
                    at, moment = joined
            return TimeExpression(index, at, TimeKind.REPEATED, "time.repeated", moment)
        if word in ("weekends", "weekdays") and reader.word(index - 1) in (
            "on",
            "the",
            "at",
            "during",
            "and",
            "over",
        ):
            return TimeExpression(
                index,
                index + 1,
                TimeKind.REPEATED,
                "time.repeated",
                Moment(weekend=word == "weekends"),
            )
        return None

    def _frequency(self, index: int) -> TimeExpression | None:
        """`daily`, `bi-weekly`: said for the record, but no claim."""
        reader = self.reader
        at = index
        if reader.word(index) in ("semi", "bi") and reader.word(index + 1) == "-":
            at = index + 2
        period = reader.words.frequencies.get(reader.word(at))
        if period is None:
            return None
        moment = Moment(holiday=None)
        if at > index:
            period = (
                {"P1Y": "P0.5Y", "P1M": "P2M", "P1W": "P2W"}.get(period, period)
                if reader.word(index) == "bi"
                else "P0.5Y"
            )
        joined = (
            self._joined(at + 1, moment)
            if reader.word(at) in ("daily", "everyday", "nightly")
            else None
        )
        last = joined[0] if joined and joined[1].hour is not None else at + 1
        return TimeExpression(
            index,
            last,
            TimeKind.REPEATED,
            "time.frequency",
            joined[1] if joined and last > at + 1 else None,
            relation=period,
            is_claim=False,
        )

    def _loose(self, index: int) -> TimeExpression | None:
        """`the 20th minute`, `injury time`, `day five`, `their lifetimes`, `the first half`."""
        reader = self.reader
        word, after = reader.word(index), reader.word(index + 1)
        if word in ("injury", "stoppage", "extra") and after == "time":
            return self._loosely(index, index + 2)
        if (
            word == "half"
            and reader.word(reader.skipped(index + 1, "-")) == "time"
            and reader.is_joined(index + 1)
        ):
            return self._loosely(index, reader.skipped(index + 1, "-") + 1)
        if word in ("life", "lifetime", "lifetimes", "career") and reader.word(index - 1) in (
            "his",
            "her",
            "their",
            "its",
            "my",
            "our",
        ):
            if (
                reader.word(index - 2) in ("throughout", "during", "in", "for", "of")
                or word == "lifetimes"
            ):
                if reader.word(index - 2) == "of" and reader.word(index - 3) not in (
                    "rest",
                    "end",
                    "most",
                    "all",
                ):
                    return None
                first = index - 1
                return self._loosely(first, index + 1)
            return None
        if word == "day" and reader.is_joined(index + 1):
            numeral = reader.numeral(index + 1)
            if numeral is not None and numeral.form is Form.CARDINAL and 0 < numeral.value < 100:
                return self._loosely(index, numeral.last)
        numeral = reader.numeral(index)
        if numeral is None or numeral.form is not Form.ORDINAL:
            return None
        at = numeral.last
        if reader.word(at) in ("or", "and", "to") and reader.numeral(at + 1):
            second = reader.numeral(at + 1)
            if second is not None and second.form is Form.ORDINAL:
                at = second.last
        unit = reader.word(at)
        if not reader.is_joined(at):
            return None
        if unit == "minute":
            return self._loosely(index, at + 1)
        if unit in ("half", "quarter", "period", "inning", "innings") and numeral.value <= 9:
            if reader.word(at + 1) in ("of", "-"):
                game = self._is_of_game(at + 1)
                return self._loosely(index, at + 1) if game else None
            if (unit == "half" and numeral.value <= 2) or (unit not in {"half", "quarter"}):
                return self._loosely(index, at + 1)
            return None
        if unit in ("day", "week", "month", "night", "year", "hour", "decade") and reader.word(
            at + 1
        ) in ("of", "in"):
            if self.dates.date(index) or (unit == "year" and reader.word(at + 1) == "in"):
                return None
            return self._loosely(index, at + 1) if reader.word(at + 1) == "of" else None
        return None

    def _is_of_game(self, index: int) -> bool:
        at = self.reader.skipped(index + 1, "the", "a", "their", "this", "last")
        return self.reader.word(at) in (
            "game",
            "match",
            "season",
            "campaign",
            "final",
            "tie",
            "contest",
        )

    def _loosely(self, first: int, last: int) -> TimeExpression:
        return TimeExpression(first, last, TimeKind.LOOSE, "time.loose")

    # --- what stands before

    def extended_left(self, expression: TimeExpression, floor: int) -> TimeExpression:
        """With `the` and hedges before it, and the preposition noted."""
        reader = self.reader
        first = expression.first
        word, before = reader.word(first), reader.word(first - 1)
        takes_the = (
            expression.kind is TimeKind.LOOSE
            or word in reader.words.directions
            or word in reader.words.edges
            or word in reader.words.decades
            or word
            in (
                "week",
                "weekend",
                "weekends",
                "day",
                "night",
                "year",
                "first",
                "final",
                "rest",
                "few",
            )
            or word in reader.words.dayparts
            or word in reader.words.seasons
            or (
                expression.start is not None
                and (
                    expression.start.decade
                    or expression.start.century
                    or expression.start.nth
                    or expression.start.quarter
                    or expression.start.half
                )
            )
            or (
                reader.numeral(first) is not None
                and expression.start is not None
                and expression.start.day is not None
                and before == "the"
            )
        )
        if before == "the" and takes_the and first - 1 >= floor and reader.is_joined(first):
            first -= 1
            if reader.word(first - 1) in reader.words.edges and reader.is_joined(first):
                pass
        hedged, direction = reader.reading.hedged_before(first)
        if (
            direction is not None
            and hedged >= floor
            and self._takes_hedge(expression, reader.word(hedged), reader.word(hedged - 1))
        ):
            first = hedged
        lead = reader.word(first - 1) if reader.is_joined(first) else ""
        core = expression.first
        if lead in _LEADS and first - 1 >= floor:
            return replace(expression, first=first, core=core, lead=lead, lead_first=first - 1)
        return replace(expression, first=first, core=core)

    def _takes_hedge(self, expression: TimeExpression, hedge: str, before: str) -> bool:
        """`over ten years` is more than ten, or during them; `around 1900` is about then."""
        if expression.kind is TimeKind.DURATION:
            if hedge in ("over", "past", "under", "some", "above", "below"):
                return before in _LASTING
            return True
        return hedge in (
            "about",
            "around",
            "approximately",
            "roughly",
            "circa",
            "c",
            "ca",
            "c.",
            "ca.",
            "nearly",
            "almost",
        )


_LASTING = frozenset(
    [
        "for",
        "in",
        "within",
        "after",
        "of",
        "about",
        "over",
        "under",
        "nearly",
        "almost",
        "than",
        "half",
        "took",
        "take",
        "takes",
        "taking",
        "lasted",
        "lasting",
        "lasts",
        "last",
        "spent",
        "spend",
        "spending",
        "least",
        "is",
        "was",
        "by",
        "every",
        "roughly",
        "around",
        "only",
        "just",
        "since",
        "to",
        "up",
        "full",
    ]
)
_YEAR_BEFORE = frozenset(
    [
        "in",
        "since",
        "from",
        "until",
        "till",
        "by",
        "of",
        "before",
        "after",
        "during",
        "between",
        "around",
        "circa",
        "to",
        "through",
        "the",
        "early",
        "late",
        "mid",
        "year",
        "year's",
        "about",
        "for",
        "and",
        "back",
        "april",
    ]
)


def _is_bare_year(moment: Moment) -> bool:
    return moment.year is not None and moment == Moment(year=moment.year)


def is_claim(moment: Moment) -> bool:
    """`now` and meals say when, but nothing that could be wrong."""
    if moment.shift == (0, "second"):
        return False
    return not (moment.daypart and moment.daypart.startswith("ME") and not moment.has_date)


def kind_of(moment: Moment) -> TimeKind:
    """The sort of time a moment is."""
    if moment.hour is not None or moment.daypart is not None:
        return TimeKind.INSTANT if moment.has_date else TimeKind.CLOCK
    if moment.shift is not None and moment.day is None and moment.weekday is None:
        unit = moment.shift[1]
        if unit in ("second", "minute", "hour"):
            return TimeKind.INSTANT
        if unit != "day":
            return TimeKind.PERIOD
        return TimeKind.DATE
    if moment.day or moment.weekday or (moment.holiday and not moment.weekend):
        return TimeKind.DATE
    return TimeKind.PERIOD


def rule_of(moment: Moment) -> str:
    """The name of the rule that reads such a moment."""
    if moment.shift is not None or moment.direction is not None:
        return "time.relative"
    if moment.hour is not None and not moment.has_date:
        return "time.clock"
    return "time.date"


def _is_comparable(start: Moment, end: Moment) -> bool:
    """May the two be the ends of one range?"""
    if end.has_date and start.has_date:
        return True
    return (
        bool(start.has_clock and end.has_clock)
        or (start.has_clock and end.has_date)
        or (start.has_date and end.shift is not None)
    )


def shared(start: Moment, end: Moment) -> tuple[Moment, Moment]:
    """Both ends, with what only one of them says and both mean: the year, the date, a.m. or p.m."""
    if (
        start.has_date and start.year is None and start.shift is None and end.year is not None
    ) and (start.month is not None or start.day is not None or start.season or start.quarter):
        year = end.year
        if start.month and end.month and (start.month, start.day or 0) > (end.month, end.day or 31):
            year -= 1
        start = replace(start, year=year)
    if start.has_clock and end.has_clock:
        if not start.has_date and end.has_date:
            dated = replace(
                end, hour=None, minute=None, second=None, is_24h=None, daypart=None, zone=None
            )
            start = start.merged(dated) or start
        elif start.has_date and not end.has_date:
            dated = replace(
                start, hour=None, minute=None, second=None, is_24h=None, daypart=None, zone=None
            )
            end = end.merged(dated) or end
        start, end = _same_half(start, end)
    return start, end


def _same_half(start: Moment, end: Moment) -> tuple[Moment, Moment]:
    """`5 to 6pm` are both after noon, `11 to 1pm` are not."""
    first, last = start.hour, end.hour
    if first is None or last is None or start.is_24h is end.is_24h:
        return start, end
    if end.is_24h:
        if first + 12 <= last:
            first += 12
        return replace(start, hour=first, is_24h=True), end
    if last < 12 and last <= first:
        last += 12
    return start, replace(end, hour=last, is_24h=True)


def detect(context: Context) -> list[Claim]:
    """The claims about times."""
    text, lexicon = context.text, context.lexicon
    expressions = time_expressions(text, lexicon)
    reading = reading_of(text, lexicon)
    nouns = Nouns(context, reading)
    reference = context.document.published or dateline(expressions, reading.tokens)
    claims = []
    for expression in expressions:
        if not expression.is_claim or _is_in_name(expression, nouns):
            continue
        last = _extended_right(expression, nouns)
        span = reading.tokens.span(expression.first, last)
        value = period_of(expression, reading, reference)
        claims.append(
            Claim(
                _trimmed(span, text),
                ClaimKind.TIME,
                expression.rule,
                Period(value) if value else None,
            )
        )
    return claims


def _trimmed(span: Span, text: str) -> Span:
    return Span(span.start, span.end)


def _is_in_name(expression: TimeExpression, nouns: Nouns) -> bool:
    """Is it the year of a name: `Expo 2016`, `the 2018 FIFA World Cup`?"""
    if (
        expression.start is None
        or expression.end is not None
        or not _is_bare_year(expression.start)
    ):
        return False
    tokens = nouns.reading.tokens
    after, before = expression.last, tokens.word(expression.last - 2)
    if expression.last - expression.first > 1:
        before = tokens.word(expression.first)
    if not tokens.follows(after) or not nouns.is_name(after):
        return False
    if tokens.word(after) in nouns.reading.lexicon.words("nationalities"):
        return False
    return before in ("the", "a", "this", "its", "their", "his", "her", "'s", "our", "for")


def _extended_right(expression: TimeExpression, nouns: Nouns) -> int:
    """With the `of` phrase or the thing that the time hangs on."""
    tokens = nouns.reading.tokens
    last = expression.last
    if expression.relation.endswith("-what"):
        at = last
        while tokens.word(at) in (
            "before",
            "after",
            "prior",
            "to",
            "following",
            "in",
            "advance",
            "of",
            "into",
            "since",
            "immediately",
            "shortly",
            "just",
            "the",
        ):
            at += 1
        return nouns.whole_end(last, at)
    if tokens.word(last) == "of" and (
        expression.kind is TimeKind.LOOSE
        or expression.rule == "time.last-so-long"
        or (expression.start is not None and expression.start.nth is not None)
    ):
        return max(last, nouns.of_end(last))
    return last


__all__ = [
    "FIRST_YEAR",
    "LAST_YEAR",
    "Composer",
    "composer_of",
    "detect",
    "kind_of",
    "time_expressions",
]
