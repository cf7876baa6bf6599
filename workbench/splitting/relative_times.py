"""Which words are a time seen from another: `last week`, `yesterday`, `early 2016`, `the end of May`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.splitting.moments import Moment
from workbench.splitting.numbers import Form

if TYPE_CHECKING:
    from workbench.splitting.calendar_words import TimeReader
    from workbench.splitting.dates import Atom, Dates
    from workbench.splitting.durations import Durations, Length

_POINTED = frozenset(["that", "same"])
_OF_A_DAY = frozenset(["MO", "AF", "EV", "NI", "DAWN", "DUSK"])
_SINGLE_UNITS = frozenset(
    [
        "day",
        "night",
        "week",
        "weekend",
        "fortnight",
        "month",
        "quarter",
        "semester",
        "season",
        "year",
        "decade",
        "century",
        "workweek",
        "hour",
        "minute",
        "weekday",
    ]
)


@dataclass(frozen=True, slots=True)
class Relatives:
    """Reads times that need a reference, from a place in the tokens."""

    reader: TimeReader
    dates: Dates
    durations: Durations

    def point(self, index: int) -> Atom | None:
        """The relative time that begins at `index`."""
        return (
            self._edge(index)
            or self._day_word(index)
            or self._directed(index)
            or self._beside(index)
            or self._daypart(index)
        )

    def _day_word(self, index: int) -> Atom | None:
        """`today`, `yesterday`, `tonight`, `now`."""
        reader = self.reader
        word = reader.word(index)
        if word in ("now", "currently"):
            if reader.word(index + 1) == "-" and reader.tokens.touches(index + 1):
                return None
            return index + 1, Moment(shift=(0, "second"))
        days = reader.words.days.get(word)
        if days is None:
            return None
        if word in ("tonight", "tonite"):
            return index + 1, Moment(shift=(0, "day"), daypart="NI")
        return index + 1, Moment(shift=(days, "day"))

    def _directed(self, index: int) -> Atom | None:
        """`last week`, `this May`, `next Christmas`, `that night`, `the same day`."""
        reader = self.reader
        direction = reader.words.directions.get(reader.word(index))
        if direction is None or not reader.is_joined(index + 1):
            return None
        word, at = reader.word(index), index + 1
        if reader.word(at) in reader.words.directions and reader.word(at) in (
            "past",
            "coming",
            "last",
            "same",
        ):
            # this past week, that same day
            direction = reader.words.directions[reader.word(at)] or direction
            at += 1
        if reader.word(at) in (
            "fiscal",
            "financial",
            "calendar",
            "business",
            "working",
            "school",
            "academic",
        ) and reader.word(at + 1) in ("year", "day", "quarter"):
            fiscal = "FY" if reader.word(at) in ("fiscal", "financial") else None
            return at + 2, Moment(shift=(direction, reader.word(at + 1)), fiscal=fiscal)
        unit = reader.words.units.get(reader.word(at))
        if unit is not None and reader.word(at) in _SINGLE_UNITS:
            if (
                word in ("same", "present", "current")
                and reader.word(index - 1)
                not in (
                    "the",
                    "that",
                    "this",
                )
            ) and (word != "current" or unit not in ("week", "month", "year", "quarter", "season")):
                return (at + 1, Moment(shift=(0, unit))) if word == "same" else None
            if unit in ("minute", "hour") and word not in ("next", "last", "past"):
                return None
            if unit == "night":
                return at + 1, Moment(shift=(direction, "day"), daypart="NI")
            if unit == "weekend":
                return at + 1, Moment(weekend=True, direction=direction)
            if unit == "season" and word in ("present",):
                return None
            last = at + 1
            return last, Moment(
                shift=(direction, "week" if unit == "workweek" else unit), weekend=None
            )
        part = reader.words.dayparts.get(reader.word(at))
        if part in _OF_A_DAY and reader.word(at) not in (
            "mornings",
            "evenings",
            "nights",
            "afternoons",
        ):
            return at + 1, Moment(shift=(direction, "day"), daypart=part)
        found = self._named(at)
        if found is None:
            return None
        last, moment = found
        merged = moment.merged(Moment(direction=direction))
        if merged is None or (moment.year is not None and moment.holiday is None):
            return None
        return last, merged

    def _named(self, index: int) -> Atom | None:
        """A weekday, month, season or feast that can be the last or the next."""
        reader = self.reader
        word = reader.word(index)
        if word in reader.words.weekdays:
            return self.dates.date(index) or self._bare_weekday(index)
        if word in reader.words.months:
            found = self.dates.month(index)
            dated = self.dates.date(index)
            if dated is not None:
                return dated
            return (
                (found[0], Moment(month=found[1]))
                if found and reader.tokens.is_capitalised(index)
                else None
            )
        if word in reader.words.seasons:
            return index + 1, Moment(season=reader.words.seasons[word])
        if word in ("lunar", "new") or reader.words.holidays.starting(reader.tokens, index):
            return self.dates.date(index)
        return None

    def _bare_weekday(self, index: int) -> Atom:
        return index + 1, Moment(weekday=self.reader.words.weekdays[self.reader.word(index)])

    def _edge(self, index: int) -> Atom | None:
        """`early 2016`, `late last year`, `mid-May`, `earlier this week`, `the end of the month`."""
        reader = self.reader
        edge = reader.words.edges.get(reader.word(index))
        if edge is None or not reader.is_joined(index + 1):
            return None
        word = reader.word(index)
        at = index + 1
        if word in ("end", "start", "beginning", "middle", "close", "midpoint"):
            if reader.word(at) != "of":
                return None
            at = reader.skipped(at + 1, "the")
            if at == index + 2 and False:
                return None
            inner = self._inner(at) or self._unit_of(at)
        else:
            at = reader.skipped(at, "-", "‑")
            at = reader.skipped(at, "in", "on", "at", "into")
            at = reader.skipped(at, "the")
            inner = self._inner(at)
            if inner is None and reader.word(index + 1) in ("in", "on") and at > index + 2:
                inner = self._unit_of(at)
                if inner is not None and reader.word(inner[0]) != "":
                    nested = self._inner(inner[0])
                    merged = (
                        nested[1].merged(inner[1]) if nested and nested[1].shift is None else None
                    )
                    if nested is not None and merged is not None:
                        inner = nested[0], replace(merged, shift=None)
        if inner is None:
            return None
        last, moment = inner
        if moment.edge is not None or moment.hour is not None:
            return None
        return last, replace(moment, edge=edge)

    def _unit_of(self, index: int) -> Atom | None:
        """The bare unit of `the end of the month`."""
        reader = self.reader
        unit = reader.words.units.get(reader.word(index))
        if (
            unit is None
            or reader.word(index) not in _SINGLE_UNITS
            or unit in ("hour", "minute", "season")
        ):
            return None
        return index + 1, Moment(shift=(0, unit))

    def _inner(self, index: int) -> Atom | None:
        """What an edge may stand before."""
        reader = self.reader
        if not reader.is_joined(index):
            return None
        dated = self.dates.date(index)
        if dated is not None:
            return dated
        year = self.dates.year(index)
        if year is not None:
            return year[0], Moment(year=year[1])
        word = reader.word(index)
        if word in reader.words.months:
            found = self.dates.month(index)
            return (found[0], Moment(month=found[1])) if found else None
        if word in reader.words.seasons:
            return index + 1, Moment(season=reader.words.seasons[word])
        if word in reader.words.decades:
            return index + 1, Moment(decade=1900 + reader.words.decades[word])
        if word in ("today", "yesterday", "tomorrow", "tonight"):
            return self._day_word(index)
        part = reader.words.dayparts.get(word)
        if part in _OF_A_DAY:
            return index + 1, Moment(daypart=part)
        return self._directed(index)

    def _beside(self, index: int) -> Atom | None:
        """`day before yesterday`, `day after tomorrow`."""
        reader = self.reader
        if reader.word(index) != "day" or reader.word(index + 1) not in ("before", "after"):
            return None
        step = -1 if reader.word(index + 1) == "before" else 1
        found = self._day_word(index + 2)
        if found is None or found[1].shift is None:
            return None
        return found[0], Moment(shift=(found[1].shift[0] + step, "day"))

    def _daypart(self, index: int) -> Atom | None:
        """`the morning`, `at night`, `overnight`, `at dawn`."""
        reader = self.reader
        word = reader.word(index)
        part = reader.words.dayparts.get(word)
        if part is None:
            return None
        if word == "night" and reader.word(index + 1) == "-" and reader.word(index + 2) == "time":
            return index + 3, Moment(daypart="NI")
        before = reader.word(index - 1)
        if word == "overnight":
            return index + 1, Moment(daypart=part)
        if reader.word(index + 1) in ("of", "after", "before") and before == "the":
            return index + 1, Moment(daypart=part)
        if before in (
            "at",
            "before",
            "after",
            "by",
            "until",
            "since",
            "during",
            "in",
            "one",
            "all",
            "four",
            "every",
            "till",
            "through",
        ):
            if (before in ("in", "after") and part in ("MEB", "MED", "MER")) or word in (
                "breakfast",
                "dinner",
                "brunch",
            ):
                return None
            return index + 1, Moment(daypart=part)
        if before in ("the", "late", "early") and reader.word(index - 2) in (
            "in",
            "during",
            "through",
            "into",
            "throughout",
            "of",
            "until",
            "on",
            "for",
            "early",
            "late",
            "later",
            "earlier",
        ):
            return index + 1, Moment(daypart=part)
        return None

    def counted(self, index: int) -> Length | None:
        """`last 30 years`, `next few weeks`, `past two and a half years`, `3 next weeks`."""
        reader = self.reader
        if reader.word(index) not in (
            "last",
            "past",
            "previous",
            "next",
            "coming",
            "following",
            "preceding",
            "final",
            "first",
            "recent",
            "upcoming",
        ):
            return None
        if not reader.is_joined(index + 1):
            return None
        word, at = reader.word(index), index + 1
        if word in ("first", "final", "recent") and word == "recent":
            found = self.durations.length(at)
            if found is not None and not found.parts:
                return replace(found, first=index)
            return None
        found = self.durations.length(at)
        if found is None or reader.word(at) in ("a", "an", "one"):
            return None
        if not found.parts and word in ("first", "final", "following", "last"):
            return None
        numeral = reader.numeral(at)
        if numeral is not None and numeral.form is Form.ORDINAL:
            return None
        return replace(found, first=index)
